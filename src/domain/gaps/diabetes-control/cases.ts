import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const diabetic = chart().age(60).problem('E11.9');
const high = diabetic.a1c(9.3, '2026-10-20');

export default cases({
  open: {
    '"uncontrolled", A1c 9.3': high.note('Impression: Type 2 diabetes mellitus, uncontrolled.\nPlan: glargine up to 38. Dietitian.'),
    '"uncontrolled T2DM", no A1c': diabetic.note('A/P: Uncontrolled T2DM. Add empagliflozin.'),
    'high A1c and more insulin': high.note('Type 2 diabetes. A1c 9.3. Increase glargine from 20 to 26 units.'),
    'in the note only': chart().age(49).note('DM2: A1c today 10.4, was 8.8. Start semaglutide 0.25 weekly.'),
    'teaching on lows is none': high.note('Uncontrolled diabetes, A1c 9.3. Hypoglycemia precautions reviewed. Start glargine.'),
    'no hypoglycemia, says the history': high.note('Denies hypoglycemia. T2DM uncontrolled, metformin doubled.'),
    'a child with type 1': chart().age(14).problem('E10.9').note('Type 1 diabetes, uncontrolled, missed boluses. A1c 11.2.'),
    'the dietitian wrote hyperglycemia': high.note('Hyperglycemia, carb counting taught.', { role: 'ancillary', type: 'nursing' }).note('Diabetes not well controlled. Add dulaglutide.'),
    'above goal': high.note('T2DM, A1c 9.3, not at goal. Continue metformin, add glipizide.'),
    'uncontrolled, in the ward': diabetic.setting('inpatient').admitted('2026-10-19T10:00:00-05:00').note('Cellulitis. Uncontrolled DM: basal insulin added.'),
  },
  met: {
    'with hyperglycemia': high.note('Type 2 diabetes with hyperglycemia, uncontrolled. Increase glargine.'),
    'poorly controlled: the index says which': high.note('Poorly controlled type 2 diabetes, A1c 9.3. Increase glargine.'),
    'out of control': high.note('Diabetes out of control. Start insulin.'),
    'ketoacidosis': high.note('Diabetic ketoacidosis. Type 1 diabetes, uncontrolled. Insulin drip.'),
    'ketoacidosis, resolved by the day of the note': diabetic.setting('inpatient').note('DKA resolved, type 1 DM uncontrolled. A1c 12. Pump restarted.'),
    'recurrent hypoglycemia': diabetic.note('Uncontrolled type 2 diabetes with hypoglycemia at night, cut glargine.'),
    'charted': high.encounterDiagnosis('E11.65').note('T2DM uncontrolled. Increase glargine.'),
    'a goal of her own': diabetic.a1c(8.3, '2026-10-12').note('Diabetes: A1c 8.3, acceptable at 88, goal <8.5. Glipizide switched to linagliptin.'),
    'hyperglycemia by the consultant': high.note('Endocrine: T2DM with hyperglycemia.', { type: 'consult', by: 'Dr. Endo' }).note('Uncontrolled DM per endo.'),
  },
  notApplicable: {
    'A1c 6.8, at goal': diabetic.a1c(6.8, '2026-10-12').note('T2DM at goal, same metformin.'),
    'A1c 7.4, metformin raised': diabetic.a1c(7.4, '2026-10-12').note('T2DM: A1c 7.4, increase metformin.'),
    'exactly 8': diabetic.a1c(8, '2026-10-12').note('T2DM: add empagliflozin.'),
    'the pressure is uncontrolled': diabetic.a1c(6.9, '2026-10-12').note('Uncontrolled hypertension, add amlodipine. Type 2 diabetes at goal.'),
    'both in one line': diabetic.a1c(6.9, '2026-10-12').note('Uncontrolled HTN with type 2 diabetes at goal: add amlodipine.'),
    'uncontrolled pain': diabetic.a1c(6.9, '2026-10-12').note('Diabetic foot pain not controlled, gabapentin.'),
    'high last year': diabetic.a1c(9.9, '2025-10-12').note('T2DM, same insulin.'),
    'uncontrolled years ago': diabetic.a1c(6.6, '2026-10-12').note('History of uncontrolled diabetes, at goal since 2022. Same metformin.'),
    'the father’s diabetes': chart().age(30).note('Father has uncontrolled diabetes. Sore throat.'),
    'prediabetes': chart().age(30).problem('R73.03').note('Prediabetes, A1c 6.2, start metformin.'),
  },
  cannotTell: {
    'notes were denied': high.denied('DocumentReference'),
    'conditions were denied, and the notes do not say': chart().age(60).a1c(9.3, '2026-10-12').note('A1c 9.3: increase glargine from 20 to 26 units.').denied('Condition'),
    'a note of this visit could not be read': high.note('Uncontrolled T2DM.').unreadableNote(),
  },
});
