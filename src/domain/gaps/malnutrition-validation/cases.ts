import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const stay = chart().age(71).setting('inpatient').admitted('2026-10-18T20:00:00-05:00');
const severe = stay.note('Assessment: Severe malnutrition. Supplements.');
const dietitian = { type: 'nursing', role: 'ancillary', by: 'R. Voss, RD' } as const;

export default cases({
  open: {
    'the dietitian finds none': severe.note('Nutrition: weight stable 74 kg, eats all meals. No malnutrition by ASPEN.', dietitian),
    'BMI 27 and a stable weight': severe.bmi(27.1).note('Weight stable over a year. Appetite good.', dietitian),
    'well nourished on examination': stay.note('Exam: well nourished, no distress.\nAssessment: Moderate protein calorie malnutrition.'),
    'in the summary only': stay.note('Discharge diagnoses\n1. Hip fracture.\n2. Severe protein-calorie malnutrition.', { type: 'discharge' }).note('Nutrition assessment: not malnourished, eats well.', dietitian),
    'no muscle or fat loss': stay.note('Assessment: Malnutrition, moderate.').note('Nutrition-focused exam: no muscle wasting. Weight unchanged.', dietitian),
    'albumin 2.4 is no criterion': severe.result('1751-7', 2.4, 'g/dL', '2026-10-19', 'laboratory').bmi(25.8),
  },
  met: {
    'what it rests on': severe.bmi(25).note('Severe malnutrition as evidenced by 14 % loss before this stay and bedside muscle thickness.'),
    'GLIM named': stay.bmi(24.4).note('Assessment: Moderate malnutrition. Malnutrition meets GLIM: intake half for two weeks with inflammation.'),
  },
  notApplicable: {
    'wasting and a loss of 11 %': severe.note('Lost 11 % in 3 months, temporal wasting. Intake 40 %.', dietitian),
    'poor intake and cachexia': stay.note('Cachectic, poor appetite for weeks.\nAssessment: Severe malnutrition.').bmi(23.5),
    'BMI 15.9': severe.bmi(15.9),
    'nothing was assessed': severe,
    'at risk of malnutrition': stay.note('Assessment: At risk of malnutrition.').bmi(25),
    'no malnutrition': stay.note('Assessment: Hip fracture. No malnutrition.').bmi(25),
    'only the dietitian names it': stay.note('Severe malnutrition. Weight stable.', dietitian),
    'a child': chart().age(9).setting('inpatient').note('Assessment: Moderate malnutrition. Weight stable.'),
    'an office visit': chart().age(70).note('Assessment: Moderate malnutrition. Weight stable.'),
  },
  cannotTell: {
    'a note could not be read': severe.bmi(25.8).unreadableNote(),
    'the weight of the stay was denied': severe.denied('Observation', 'category=vital-signs'),
  },
});
