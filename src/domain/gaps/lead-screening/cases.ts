import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const toddler = chart().ageMonths(25);

export default cases({
  open: {
    'nothing on record at 25 months': toddler,
    'at 12 months': chart().ageMonths(12),
    'at 5 years, never tested': chart().ageMonths(62),
    'ordered today': toddler.note('Blood lead ordered.'),
    'an electrocardiogram has leads': toddler.note('12-lead ECG normal.'),
    'hemoglobin only': toddler.result('718-7', 11.9, 'g/dL', '2026-06-02', 'laboratory'),
    'due': toddler.note('Lead screening due.'),
    'a preliminary result': toddler.result('77307-7', 2, 'ug/dL', '2026-10-20', 'laboratory', { status: 'preliminary' }),
  },
  met: {
    'venous lead 1.2': toddler.result('77307-7', 1.2, 'ug/dL', '2025-10-20', 'laboratory'),
    'trap: below the limit of the assay': toddler.result('10368-9', 1, 'ug/dL', '2025-10-20', 'laboratory', { comparator: '<' }),
    'trap: the old code of venous or unknown blood': toddler.result('5671-3', 2, 'ug/dL', '2025-10-20', 'laboratory'),
    'trap: told in the note': toddler.note('Lead level 2 at WIC in 9/2025.'),
    'trap: a result in few words': toddler.note('Lead <2 at 12 months.'),
    'trap: screened at one year': toddler.note('Lead screen done at 1 year, normal.'),
    'declined': toddler.note('Mother declines lead test.'),
    'trap: in µmol/L': toddler.result('5671-3', 0.1, 'umol/L', '2025-10-20', 'laboratory'),
  },
  notApplicable: {
    'at 11 months': chart().ageMonths(11),
    'at 6 years': chart().ageMonths(72),
    'an adult with a pacemaker lead': chart().age(71).note('Pacemaker lead revision.'),
    'trap: a painter': chart().age(40).note('Occupational lead exposure.'),
  },
  cannotTell: {
    'laboratory results denied': toddler.denied('Observation'),
    'trap: a questionnaire only': toddler.note('Lead risk questionnaire negative.'),
    'notes failed': toddler.failed('DocumentReference'),
    'date of birth unknown': chart(),
  },
});
