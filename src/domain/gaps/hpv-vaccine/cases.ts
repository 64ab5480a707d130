import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const teen = chart().age(13);
const grown = chart().age(22);

export default cases({
  open: {
    'at 13, nothing': teen,
    'a boy of 12, one dose last year': chart().age(12).sex('male').immunization('165', '2025-10-01'),
    'begun at 16: two are not enough': grown.immunization('165', '2020-05-01').immunization('165', '2020-12-01'),
    'at 26, nothing': chart().age(26),
    'an HPV test is no vaccine': grown.note('HPV negative on Pap last year.'),
    'handout given': teen.note('Will discuss Gardasil next visit.'),
    'a dose before the sixth month, and no second': teen.immunization('165', '2026-03-01'),
  },
  met: {
    'two doses at 11 and 12': teen.immunization('165', '2024-10-01').immunization('165', '2025-06-01'),
    'begun at 14, second at 15': grown.immunization('165', '2018-09-01').immunization('165', '2019-04-01'),
    'three doses begun at 17': grown.immunization('165', '2021-05-01').immunization('165', '2021-07-01').immunization('165', '2021-12-01'),
    'trap: quadrivalent doses of the time count': chart().age(25).immunization('62', '2012-05-01').immunization('62', '2013-01-01'),
    'trap: series complete elsewhere': grown.note('HPV vaccine series complete per outside record.'),
    'mother declines': teen.note('Mother declines Gardasil for patient at this time.'),
    'trap: both doses at 11, says the note': teen.note('Received both Gardasil doses at age 11.'),
    'trap: refused': teen.note('HPV vaccine refused by parent.'),
  },
  notApplicable: {
    'at 8': chart().age(8),
    'at 27': chart().age(27),
    'trap: first dose three months ago': teen.immunization('165', '2026-07-15'),
    'trap: pregnant at 31': chart().age(31).encounterDiagnosis('Z34.01'),
  },
  cannotTell: {
    'immunizations denied': teen.denied('Immunization'),
    'trap: two doses of a year in which the fifteenth birthday falls, no dates': grown.note('Gardasil x2.'),
    'a note could not be read': teen.unreadableNote(),
  },
});
