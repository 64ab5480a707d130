import { DIABETES } from '../code-groups.ts';
import { BASAL_INSULINS, DIABETES_ONLY_DRUGS, INCRETINS, INCRETINS_FOR_WEIGHT, METFORMIN, SGLT2_INHIBITORS } from '../drugs/long-term.ts';
import { OTHER_USE_OF_GLIFLOZIN, OTHER_USE_OF_INCRETIN, OTHER_USE_OF_INSULIN, OTHER_USE_OF_METFORMIN } from '../groups/drug-indications.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { A1C, EGFR, UACR } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { count } from '../operators/count.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import type { CodeGroup, Expression } from '../operators/expression.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { persistent } from '../operators/persistent.ts';
import { sexIs } from '../operators/sex-is.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const METFORMIN_TAKEN = taking('metformin', METFORMIN);
const GLIFLOZIN_TAKEN = taking('an SGLT2 inhibitor', SGLT2_INHIBITORS);
const INCRETIN_TAKEN = taking('a GLP-1 receptor agonist', INCRETINS, { except: INCRETINS_FOR_WEIGHT });
const INSULIN_TAKEN = taking('a long-acting insulin', BASAL_INSULINS);

/** Another question asks what these mean (KDIGO 2024): its answer is the drug's reason as well. */
const KIDNEY_ASKED = all(
  any(persistent(EGFR, { withinMonths: 24, results: 2, apartDays: 90, unbroken: true }).below(60), count(UACR, { withinMonths: 24, results: 2, ofLast: 3, apartDays: 7 }).atLeast(30)),
  not(latest(A1C, 24).atLeast(6.5)),
);

export default defineRule({
  id: 'diabetes-drug-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 210,
  title: 'A drug for diabetes without a diagnosis that it treats',
  topic: 'diabetes-drug-no-diagnosis',
  authority: [
    'ADA Standards of Care in Diabetes (2026), sections 3, 8, 9 and 10: drugs for diabetes, and their uses without it',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.4.a: the type of diabetes is the provider’s',
  ],
  rationale: 'Metformin may be for the ovaries, a gliflozin for the heart or kidneys. The drug alone makes nobody diabetic; a provider says what it is for.',
  appliesTo: EVERY_VISIT,
  trigger: any(
    taking('a drug for diabetes alone', DIABETES_ONLY_DRUGS),
    all(METFORMIN_TAKEN, not(said(OTHER_USE_OF_METFORMIN, ['pcos', 'polycystic*', 'prediabet*', 'pre-diabet*', 'borderline diabet*', 'insulin resistan*', 'impaired fasting', 'impaired glucose', 'metabolic syndrome', 'anovulat*', 'ovulation', 'fertility', 'weight gain', 'weight loss', 'for weight', 'for the weight', 'for her weight', 'for his weight', 'weight and', 'longevity', 'hidradenitis']))),
    all(GLIFLOZIN_TAKEN, not(KIDNEY_ASKED), not(said(OTHER_USE_OF_GLIFLOZIN, ['heart failure', 'hf', 'chf', 'hfref', 'hfpef', 'hfmref', 'cardiomyopathy', 'ckd*', 'chronic kidney', 'proteinuria', 'albuminuria', 'nephropathy', 'kidney protection', 'renal protection', 'reduced ef']))),
    all(INCRETIN_TAKEN, not(said(OTHER_USE_OF_INCRETIN, ['obes*', 'overweight', 'weight loss', 'weight management', 'for weight', 'sleep apnea', 'osa', 'mash', 'nash', 'prediabet*', 'pcos']))),
    all(INSULIN_TAKEN, not(said(OTHER_USE_OF_INSULIN, ['stress hyperglycemia', 'steroid hyperglycemia', 'steroid-induced hyperglycemia', 'steroid induced hyperglycemia', 'hyperglycemia due to', 'hyperglycemia from', 'tube feed*', 'tpn', 'pancreatectomy', 'cystic fibrosis', 'type 3c']))),
  ),
  met: any(hasActive(DIABETES), documentedInNotes(DIABETES), noted('diabetes', ['diabetes', 'diabetic*', 't1dm', 't2dm', 'dm', 'dm1', 'dm2', 'iddm', 'niddm', 'gdm', 'lada', 'mody', 'hyperglycemia due to', 'hyperglycemia from'], { by: 'provider', visit: 'any', except: ['insipidus', 'diabetic diet', 'diabetic educat*'] })),
  says: {
    open: 'A drug for diabetes is taken, and no provider has said what for.',
    met: 'Diabetes is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No drug for diabetes is taken, or another use of it is documented.',
  },
  asks: {
    title: 'Indication for a glucose-lowering drug',
    question: 'Based on your clinical judgment, please document the condition, if any, that is treated in this patient with the drug cited.',
    options: [
      { from: 'text', option: 'Diabetes mellitus (please specify the type and any complication)' },
      { from: 'when', holds: METFORMIN_TAKEN, options: ['Prediabetes'] },
      { from: 'when', holds: all(METFORMIN_TAKEN, sexIs('female')), options: ['Polycystic ovary syndrome'] },
      { from: 'when', holds: GLIFLOZIN_TAKEN, options: ['Heart failure or chronic kidney disease (please specify)'] },
      { from: 'when', holds: INCRETIN_TAKEN, options: ['Overweight or obesity (please specify)'] },
      { from: 'when', holds: INSULIN_TAKEN, options: ['Hyperglycemia of another cause (please specify)'] },
      { from: 'text', option: 'Taken for another reason without diabetes' },
    ],
  },
  thresholds: {},
});

function said(group: CodeGroup, words: readonly string[]): Expression {
  return any(hasActive(group), documentedInNotes(group), noted(group.name, words, { by: 'provider', visit: 'any' }));
}
