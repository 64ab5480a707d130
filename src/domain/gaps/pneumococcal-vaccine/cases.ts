import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(66);

export default cases({
  open: {
    'nothing on record at 66': adult,
    'at 52 without any condition (from 50 since 2024)': chart().age(52),
    'at 30 with diabetes': chart().age(30).problem('E11.9'),
    'PPSV23 alone, four years ago': adult.immunization('33', '2022-03-01'),
    'PCV13 alone, years ago': adult.immunization('133', '2017-03-01'),
    'PCV13, and PPSV23 before 65': adult.immunization('133', '2017-03-01').immunization('33', '2019-03-01'),
    'PCV15 two years ago, PPSV23 never': adult.immunization('215', '2024-03-01'),
    'pneumonia treated is no vaccine': adult.note('Pneumonia in March, resolved.'),
    'due': adult.note('PCV20 due.'),
  },
  met: {
    'PCV20 once': adult.immunization('216', '2023-05-01'),
    'PCV21 once': adult.immunization('327', '2025-05-01'),
    'PCV15, then PPSV23': adult.immunization('215', '2023-05-01').immunization('33', '2024-06-01'),
    'trap: PCV13 and PPSV23 at 66, before PCV20 existed': chart().age(74).immunization('133', '2017-05-01').immunization('33', '2018-06-01'),
    'trap: given elsewhere, says the note': adult.note('Received Prevnar 20 at Walgreens 4/2024.'),
    'trap: up to date, says the note': adult.note('Pneumococcal vaccination up to date.'),
    'declined': adult.note('Declines pneumonia vaccine.'),
    'trap: all vaccines declined': adult.note('Declines all vaccines.'),
    'trap: PCV20 this month, undated PPSV23 before': adult.immunization('216', '2026-10-02').immunization('33', null),
  },
  notApplicable: {
    'at 40, healthy': chart().age(40),
    'trap: PPSV23 five months ago, the next is not yet due': adult.immunization('33', '2026-05-20'),
    'trap: at 40, diabetes of the family only': chart().age(40).note('Family history: mother with diabetes.'),
    'trap: hospice': adult.problem('Z51.5'),
  },
  cannotTell: {
    'trap: a pneumonia shot of an unknown kind': adult.note('Had pneumonia shot in 2019.'),
    'trap: CVX 109, formulation not said': adult.immunization('109', '2018-01-01'),
    'immunizations failed': adult.failed('Immunization'),
    'trap: at 40, conditions denied': chart().age(40).denied('Condition'),
  },
});
