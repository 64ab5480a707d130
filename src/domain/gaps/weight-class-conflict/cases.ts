import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(47);

export default cases({
  open: {
    '"morbid obesity" with a BMI of 33': adult.bmi(33, '2026-10-21').note('A/P: Morbid obesity, dietitian. Knee pain.'),
    'class 3 with a BMI of 37': adult.bmi(37.2).note('Class 3 obesity, semaglutide started.'),
    'severe, BMI 36.4, and no disease of weight': adult.bmi(36.4).note('Severe obesity: walking plan.'),
    'class 1 with 38 in the note': adult.note('BMI 38.1, BP 118/70.\nA/P: Class 1 obesity. Diet.'),
    'class 2 with 42': adult.bmi(42).note('Class 2 obesity, bariatric referral.'),
    'overweight with 34': adult.bmi(34).note('Overweight. Diet discussed.'),
    'obesity with 24': adult.bmi(24.1).note('A/P: Obesity, diet. Hypertension.'),
    'E66.813 charted, BMI 34': adult.bmi(34).encounterDiagnosis('E66.813').note('Knee pain, brace.'),
    'weight and height give 32': adult.weight(98, 'kg').height(175, 'cm').note('Morbid obesity, dietitian.'),
    'a nurse’s BMI': adult.note('Ht 68 in, Wt 220 lb, BMI 33.4', { role: 'nurse', type: 'nursing' }).note('Assessment: obesity class 3.'),
  },
  met: {
    'severe, and its class': adult.bmi(37).note('Severe obesity, class 2, BMI 37.'),
    'charted as class 3, the note says class 2': adult.bmi(37).encounterDiagnosis('E66.813').note('Class 2 obesity.'),
    'explained by fluid': adult.bmi(41).note('Obesity class 1; BMI 41 reflects ascites.'),
    'why the BMI misleads': adult.bmi(31).note('Overweight. BMI overestimated, bodybuilder.'),
    'corrected in an addendum': adult.bmi(33).note('Morbid obesity.').note('Correction: obesity class 1.'),
  },
  notApplicable: {
    'class 2 with 37': adult.bmi(37).note('Class 2 obesity.'),
    'morbid obesity with 36 and diabetes: its older meaning': adult.bmi(36).problem('E11.9').note('Morbid obesity, diabetes at goal.'),
    'morbid obesity with 43': adult.bmi(43).note('Morbid obesity.'),
    'obesity, no class, 33': adult.bmi(33).note('Obesity, diet.'),
    'obesity under treatment, 27 now': adult.bmi(34, '2025-12-01').bmi(27, '2026-10-20').note('Obesity, on semaglutide.'),
    'a history of morbid obesity': adult.bmi(28).note('History of morbid obesity, sleeve gastrectomy 2019.'),
    'the mother is morbidly obese': adult.bmi(24).note('Mother morbidly obese. Knee pain.'),
    'no BMI': adult.note('Morbid obesity.'),
    'an old BMI': adult.bmi(33, '2025-10-01').note('Class 3 obesity.'),
    'pregnant': chart().age(30).bmi(38).encounterDiagnosis('O09.91').note('Obesity class 1 before pregnancy.'),
    'a child': chart().age(12).bmi(31).note('Class 3 obesity.'),
    'the value was entered in error': adult.bmi(23, '2026-10-20', 'kg/m2', { status: 'entered-in-error' }).note('Class 3 obesity.'),
  },
  cannotTell: {
    'observations were denied': adult.note('Class 3 obesity.').denied('Observation'),
    'a note of this visit could not be read': adult.bmi(33).note('Class 3 obesity.').unreadableNote(),
    'a unit nobody knows': adult.bmi(33, '2026-10-20', 'points').note('Class 3 obesity.'),
  },
});
