import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const old = chart().age(78);

export default cases({
  open: {
    'at 78, nothing on record': old,
    'at 62 with COPD': chart().age(62).problem('J44.9'),
    'at 51 with heart failure': chart().age(51).problem('I50.22'),
    'an infant’s antibody by mistake is no vaccine': old.immunization('306', '2025-10-01'),
    'RSV infection last winter': old.note('RSV bronchitis last winter.'),
    'at 60 with diabetic kidney disease': chart().age(60).problem('E11.22'),
  },
  met: {
    'Arexvy two years ago': old.immunization('303', '2024-10-01'),
    'trap: last year’s dose is enough': old.immunization('305', '2025-09-01'),
    'trap: at a pharmacy': old.note('RSV vaccine given at CVS in 2024.'),
    'trap: allergy charted': old.allergy('RSV vaccine'),
    'declined': old.note('Declined RSV vaccine.'),
    'trap: undated, yet done': old.immunization('326', null),
  },
  notApplicable: {
    'at 70, healthy': chart().age(70),
    'at 45 with COPD': chart().age(45).problem('J44.9'),
    'trap: COPD was refuted': chart().age(62).problem('J44.9', { verificationStatus: 'refuted' }),
    'trap: diabetes without complication at 60': chart().age(60).problem('E11.9'),
    'trap: hospice at 88': chart().age(88).note('Patient is on hospice.'),
  },
  cannotTell: {
    'immunizations denied': old.denied('Immunization'),
    'trap: at 62 conditions denied': chart().age(62).denied('Condition'),
    'notes failed': old.failed('DocumentReference'),
  },
});
