import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(64);
const smoker = 'Former smoker, 40 pack-years. Short of breath on one flight of stairs.';

export default cases({
  open: {
    'the ratio beside its parts': adult.note('Winded on stairs, 1 ppd, 40 pk-yr. PFT: Post-BD FEV1 1.88 (59%), FVC 3.24 (82%), ratio 0.58. DLCO 71%.\nA/P: Dyspnea on exertion: tiotropium daily.'),
    'after albuterol, the ratio without its nought': adult.note('44 pack-years, still smoking, short of breath. Spirometry after albuterol: FVC 2.31 (84%), FEV1 1.34 (62%), ratio .58, change 3%.'),
    'of predicted before the ratio': adult.note('Smokes 1 ppd for 40 years, short of breath. PFT: FEV1 54% predicted, FEV1/FVC 61% after albuterol, no change.'),
    'an acute bronchitis does not explain the ratio': adult.note(`${smoker} Acute viral bronchitis. Post-bronchodilator FEV1/FVC 0.57.`),
    'before and after': adult.note('Spirometry: FEV1/FVC 0.63 pre, 0.64 post bronchodilator. 38 pack-year smoker with dyspnea.'),
    'quit years ago': adult.note('Quit 2019 after 30 pack years. Coughs every morning. Spirometry after albuterol: ratio FEV1/FVC 0.61.'),
    'ratio 0.58 after a bronchodilator in the note': adult.note(`${smoker} Spirometry: post-bronchodilator FEV1/FVC 0.58, FEV1 61 %.`),
    'in percent': adult.note(`${smoker} PFTs today: FEV1/FVC 62% post bronchodilator.`),
    'the ratio as a result, no reversibility in the note': adult.result('19926-5', 0.61, '1', '2026-09-30', 'procedure').note(`${smoker} PFT in September: no significant bronchodilator response.`),
    'smoking by code': adult.problem('F17.210').note('Chronic cough with sputum. Post-bronchodilator FEV1/FVC 0.64.'),
    'obstruction described, not named': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.60, moderate obstruction. Start tiotropium.`),
    'still smoking, wheezing': adult.note('Smokes 1 ppd since age 18. Wheezing. FEV1/FVC 0.66 after albuterol. Discussed quitting.'),
    'asthma in the mother': adult.note(`${smoker} Mother had asthma. FEV1/FVC 0.59 after bronchodilator.`),
  },
  met: {
    'a chronic one is named': adult.note(`${smoker} Chronic bronchitis. Post-bronchodilator FEV1/FVC 0.57.`),
    'COPD in the assessment': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.58. COPD, GOLD 2.`),
    'probable COPD': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.58. Probable COPD.`),
    'emphysema charted': adult.problem('J43.9').note(`${smoker} Post-bronchodilator FEV1/FVC 0.58.`),
    'asthma explains it': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.66. Asthma with fixed obstruction.`),
    'bronchiectasis': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.63. Bronchiectasis on CT.`),
  },
  notApplicable: {
    'the ratio of volumes is another': adult.note(`${smoker} PFT after albuterol: FEV1 88%, FVC 90%, RV/TLC ratio 0.48.`),
    'the ratio beside its parts is normal': adult.note(`${smoker} Spirometry after albuterol: FVC 3.1, FEV1 2.4, ratio 0.77.`),
    'another ratio': adult.note(`${smoker} Spirometry not done. Urine albumin ratio 0.5.`),
    'of predicted, and a ratio that is normal': adult.note('Smokes 1 ppd for 40 years, short of breath. PFT: FEV1 71% of predicted, FEV1/FVC 78% after albuterol.'),
    'ratio 0.71': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.71.`),
    'exactly 0.7': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.70.`),
    'before a bronchodilator only': adult.result('19926-5', 0.61, '1', '2026-09-30', 'procedure').note(smoker),
    'never smoked': adult.note('Never smoker. Short of breath. Post-bronchodilator FEV1/FVC 0.66.'),
    'no symptoms': adult.note('Former smoker, 20 pack-years. Feels well, runs daily. Post-bronchodilator FEV1/FVC 0.68.'),
    'spirometry of 2019': adult.note('Post-bronchodilator FEV1/FVC 0.60.', { date: '2019-03-03', encounter: 'Encounter/earlier' }).note(smoker),
    'a child': chart().age(11).note('Mother smokes. Cough. Post-bronchodilator FEV1/FVC 0.66.'),
  },
  cannotTell: {
    'conditions were denied': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.58.`).denied('Condition'),
    'a note of this visit could not be read': adult.note(`${smoker} Post-bronchodilator FEV1/FVC 0.58.`).unreadableNote(),
  },
});
