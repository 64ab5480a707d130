import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(52).sex('female');
const takes = adult.medication('metformin 1000 MG Oral Tablet');

export default cases({
  open: {
    'a gliflozin beside one low eGFR': chart().age(66).note('On dapagliflozin 10 mg daily. eGFR 55 today.'),
    'metformin, nothing said': takes.note('Blood pressure check, feels well.'),
    'glipizide': adult.medication('glipizide 5 MG').note('Cough.'),
    'only in the note': adult.note('Meds: Januvia 100 mg daily, lisinopril.\nA/P: Hypertension.'),
    'insulin glargine at home': adult.medication('insulin glargine 20 units nightly').note('Ankle sprain.'),
    'diabetes in the father': takes.note('Father has diabetes.'),
    'empagliflozin without heart or kidney disease': adult.medication('empagliflozin 10 MG').note('Hypertension, at goal.'),
    'screening for diabetes': takes.note('Screening for diabetes discussed.'),
    'diabetes insipidus is another matter': takes.note('Diabetes insipidus, desmopressin.'),
  },
  met: {
    'on the problem list': takes.problem('E11.9'),
    'T2DM in the note': takes.note('T2DM, A1c 7.1.'),
    'DM2': takes.note('PMH: DM2, HTN.'),
    'gestational': adult.age(31).medication('metformin 500 MG').encounterDiagnosis('O24.415'),
    'possible diabetes': takes.note('Possible diabetes, A1c pending.'),
    'only the consultant says it': takes.note('Cough.').note('Endocrine: type 2 diabetes.', { type: 'consult' }),
  },
  notApplicable: {
    'the kidney question asks it already': chart().age(66).note('Add dapagliflozin 10. eGFR 38 today, 40 in March 2026, 41 in November 2025.'),
    'metformin for the weight': chart().age(47).note('Schizophrenia on clozapine. Metformin 500 started for the weight and sugar numbers.'),
    'metformin for the ovaries': takes.note('PCOS, cycles regular on metformin.'),
    'metformin in prediabetes': takes.problem('R73.03'),
    'dapagliflozin for the heart': adult.medication('dapagliflozin 10 MG').note('HFrEF, EF 30%, on dapagliflozin.'),
    'gliflozin for the kidney': adult.medication('dapagliflozin 10 MG').problem('N18.31'),
    'semaglutide for weight': adult.medication('semaglutide 2.4 MG weekly').note('Obesity, lost 10 lb.'),
    'Wegovy': adult.medication('Wegovy (semaglutide) 2.4 MG').note('Feels well.'),
    'insulin for steroid hyperglycemia': adult.setting('inpatient').medication('insulin glargine 10 units').note('Steroid-induced hyperglycemia, insulin while on dexamethasone.'),
    'stopped': adult.medication('metformin 1000 MG', { status: 'stopped' }).note('Feels well.'),
    'her husband takes it': adult.note('Husband takes metformin.'),
  },
  cannotTell: {
    'conditions were denied': takes.denied('Condition'),
    'a note of this visit could not be read': takes.unreadableNote(),
  },
});
