import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const woman = chart().age(54).sex('female');
const man = chart().age(62).sex('male');
const hgb = (value: number, from: typeof woman, date = '2026-10-21'): typeof woman => from.result('718-7', value, 'g/dL', date, 'laboratory');

export default cases({
  open: {
    'drawn four days before the visit': hgb(9.4, woman, '2026-10-17').note('Heavy periods. Hgb 9.4, ferritin 5. Ferric carboxymaltose twice.'),
    'hemoglobin 10.8 and ferritin sent': hgb(10.8, woman).note('Tired. Hgb 10.8. Ferritin, TIBC, B12.'),
    'a man with 12.4 and iron ordered': hgb(12.4, man).medication('ferrous sulfate 325 MG tablet'),
    'told in the note only': woman.note('Labs: WBC 6, Hgb 9.6, plt 301. Iron studies and colonoscopy.'),
    'below 10 and rechecked': hgb(9.4, woman).note('Hgb 9.4. Recheck CBC in two weeks.'),
    'transfused, no bleeding': hgb(6.8, man.setting('inpatient').admitted('2026-10-19T10:00:00-05:00'), '2026-10-19').note('No bleeding. Transfuse 1 unit PRBC.'),
    'a girl of eight with 10.9 on iron': hgb(10.9, chart().age(8)).note('Hgb 10.9. Start iron 3 mg/kg.'),
    'pregnant, 10.1, iron': hgb(10.1, woman.age(29)).encounterDiagnosis('O09.92').note('Hgb 10.1. Oral iron.'),
    'family history of anemia only': hgb(10.2, woman).note('Mother with anemia. Ferritin today.'),
    'below 10, vitamins measured': hgb(8.8, man).note('Cellulitis. Hgb 8.8, was 9.0 in July. B12 and folate sent.'),
    'millimoles': woman.result('718-7', 6.1, 'mmol/L', '2026-10-21', 'laboratory').note('Reticulocyte count and ferritin.'),
  },
  met: {
    'iron deficiency anemia': hgb(9.8, woman).note('Iron deficiency anemia, ferrous sulfate.'),
    'anaemia, spelled so': hgb(9.8, woman).note('Anaemia of chronic disease. Ferritin.'),
    'anemia of CKD charted': hgb(9.8, woman).problem('D63.1').note('Ferritin 400, ESA.'),
    'ACD, abbreviated': hgb(10.1, woman).note('ACD from RA. Hgb 10.1, ferritin 300.'),
    'possible thalassemia': hgb(10.4, woman).note('Possible thalassemia trait. Hemoglobin electrophoresis, ferritin.'),
    'in the discharge summary only': hgb(8.9, man.setting('inpatient')).note('Iron IV.').note('Anemia, outpatient colonoscopy.', { type: 'discharge' }),
    'normal for her': hgb(11.6, woman).note('Hgb 11.6, at her baseline for ten years. Ferritin normal.'),
  },
  notApplicable: {
    'low before, normal on the day': hgb(13.1, hgb(9.4, woman, '2026-10-02')).note('Hgb 13.1. Ferritin 60.'),
    'exactly 12 in a woman': hgb(12, woman).note('Ferritin sent for hair loss.'),
    'exactly 13 in a man': hgb(13, man).note('Ferritin sent.'),
    '11.5 in pregnancy': hgb(11.5, woman.age(29)).encounterDiagnosis('O09.92').note('Prenatal iron daily.'),
    '11.2 that nobody follows': hgb(11.2, woman).note('Ankle sprain.'),
    '12.5 after an operation, next count in a week': hgb(12.5, man.setting('inpatient')).note('Cholecystectomy. CBC next week.'),
    'no transfusion was needed': hgb(10.2, woman).note('Hb 10.2. She did not need transfusions.'),
    'the low one is old': hgb(13.1, woman).result('718-7', 8.4, 'g/dL', '2025-02-02', 'laboratory').note('Ferritin today.'),
    'an acute fall is the other question': hgb(7.4, man.setting('inpatient').admitted('2026-10-19T10:00:00-05:00'), '2026-10-20').result('718-7', 13.9, 'g/dL', '2026-10-19', 'laboratory').note('Melena. Transfuse 2 units.'),
    'a boy of three with 11.2': hgb(11.2, chart().age(3)).note('Start iron? Ferritin fine.'),
    'prothrombin, INR and no hemoglobin': woman.note('INR 2.1.'),
  },
  cannotTell: {
    'laboratory results were denied': woman.note('Ferritin today.').denied('Observation', 'category=laboratory'),
    'conditions were denied': hgb(9.8, woman).note('Ferritin.').denied('Condition'),
    'a note could not be read': hgb(9.8, woman).note('Ferritin.').unreadableNote(),
  },
});
