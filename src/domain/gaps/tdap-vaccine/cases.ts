import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(41);
const pregnant = chart().age(29).sex('female').encounterDiagnosis('Z3A.30');

export default cases({
  open: {
    'nothing on record': adult,
    'Td eleven years ago': adult.immunization('113', '2015-09-01'),
    'DTaP of childhood only': chart().age(24).immunization('20', '2006-09-01'),
    'week 30, Tdap of the last pregnancy': pregnant.immunization('115', '2023-02-01'),
    'week 30, Td last year': pregnant.immunization('113', '2025-11-01'),
    'needs one': adult.note('Needs Tdap.'),
    'preliminary record: not done': adult.immunization('115', '2026-10-01', { status: 'entered-in-error' }),
  },
  met: {
    'Tdap three years ago': adult.immunization('115', '2023-02-01'),
    'trap: Td counts, too, under the code 09': adult.immunization('09', '2019-02-01'),
    'trap: tetanus shot in the emergency room': adult.note('Tetanus shot 2022 in ED after laceration.'),
    'week 30, Tdap last week': pregnant.immunization('115', '2026-10-14'),
    'trap: last tetanus, in short': adult.note('Last tetanus 2019.'),
    'declined': adult.note('Tdap offered, patient refused.'),
    'trap: deferred in writing': adult.note('Tdap deferred until after biopsy.'),
    'trap: words without a code': adult.immunization('', '2024-05-01', { text: 'Boostrix 0.5 mL IM' }),
  },
  notApplicable: {
    'a boy of 12': chart().age(12),
    'trap: at 18 the schedule of childhood holds': chart().age(18),
    'trap: hospice': adult.problem('Z51.5'),
    'trap: hospice told in an earlier note': adult.earlierNote('Admitted to home hospice.', '2026-08-01'),
  },
  cannotTell: {
    'immunizations denied': adult.denied('Immunization'),
    'trap: tetanus shot, nobody says when': adult.note('Had tetanus shot.'),
    'trap: 2016, the day is not told': adult.immunization('115', '2016'),
  },
});
