import type { CodeGroup } from '../operators/expression.ts';

/** Diagnoses and words on glucose. */

/** R73.0 without the plain elevated glucose (R73.9), which repeats the finding; metabolic syndrome and insulin resistance say what it means. */
export const PREDIABETES: CodeGroup = {
  name: 'prediabetes or another meaning of the result', icd10: ['R73.0', 'E88.81', 'E28.2', 'E16.1', 'O24'],
  terms: ['prediabet*', 'pre-diabet*', 'borderline diabet*', 'impaired fasting', 'impaired glucose', 'glucose intoleran*', 'insulin resistan*', 'metabolic syndrome', 'dysglycemi*', 'dysmetabolic'],
  except: ['family history', 'screening', 'screen for', 'risk of', 'risk for'],
};

export const PREDIABETES_WORDS: readonly string[] = ['prediabet*', 'pre-diabet*', 'pre diabet*', 'predm', 'pre-dm', 'borderline diabet*', 'borderline dm', 'ifg', 'igt', 'impaired fasting', 'impaired glucose', 'glucose intoleran*', 'insulin resistan*', 'insulin-resistan*', 'metabolic syndrome', 'dysglycemi*', 'intermediate hyperglycemia', 'steroid-induced hyperglycemia', 'steroid hyperglycemia', 'stress hyperglycemia'];

/** High glucose that a provider lays to something other than diabetes. */
export const HYPERGLYCEMIA_EXPLAINED: readonly string[] = ['stress hyperglycemia', 'steroid-induced hyperglycemia', 'steroid induced hyperglycemia', 'steroid hyperglycemia', 'hyperglycemia from steroids', 'hyperglycemia due to steroids', 'hyperglycemia from dexamethasone', 'hyperglycemia from prednisone', 'drug-induced hyperglycemia', 'reactive hyperglycemia'];

/** Its name in a note, beside which words on control are on diabetes. */
export const DIABETES_NAMED: readonly string[] = ['diabetes', 'diabetic', 'diabetics', 'dm', 'dm1', 'dm2', 't1dm', 't2dm', 'dmii', 'dmi', 'iddm', 'niddm', 'type 2', 'type 1', 'a1c', 'hba1c', 'glycemic', 'sugars', 'blood sugar', 'blood sugars', 'glucose'];

/** Index, "Diabetes, uncontrolled": by hyper- or hypoglycemia, which the word does not say. "Poorly", "inadequately" and "out of" control are hyperglycemia by the index. */
export const UNCONTROLLED: readonly string[] = ['uncontrolled', 'un-controlled', 'not controlled', 'not well controlled', 'not well-controlled', 'not under control', 'not in control', 'lack of control', 'brittle', 'labile', 'unstable'];

/** Another disease's control in the same sentence. */
export const OTHERS_UNCONTROLLED: readonly string[] = [
  'uncontrolled hypertension', 'uncontrolled htn', 'uncontrolled bp', 'uncontrolled blood pressure', 'uncontrolled pain', 'uncontrolled asthma', 'uncontrolled hyperlipidemia', 'hypertension, uncontrolled', 'hypertension uncontrolled', 'htn, uncontrolled', 'htn uncontrolled', 'bp uncontrolled', 'bp not controlled', 'bp not well controlled', 'pain uncontrolled', 'pain not controlled', 'pain not well controlled', 'hypertension not controlled', 'htn not controlled', 'hypertension, not controlled', 'hypertension not well controlled', 'htn not well controlled', 'unstable angina', 'unstable gait', 'hemodynamically unstable', 'labile mood', 'labile affect', 'labile bp', 'labile blood pressure', 'unstable on',
];

/** Said of diabetes, they name its direction, or a complication that holds it. */
export const GLUCOSE_DIRECTION: readonly string[] = [
  'hyperglyc*', 'hyper-glyc*', 'poorly controlled', 'poorly-controlled', 'poor control', 'poor glycemic control', 'inadequately controlled', 'inadequate control', 'out of control', 'ketoacidosis', 'dka', 'hhs', 'hyperosmolar*', 'honk', 'euglycemic dka', 'glucotoxicity',
];

export const LOW_GLUCOSE_NAMED: readonly string[] = ['hypoglyc*', 'hypo-glyc*', 'insulin shock', 'insulin reaction', 'low blood sugar', 'low blood glucose', 'neuroglycopeni*'];

/** Teaching and safety nets name hypoglycemia without having seen it. */
export const LOW_GLUCOSE_TAUGHT: readonly string[] = ['precaution*', 'education', 'educat*', 'teach*', 'taught', 'protocol', 'risk', 'avoid*', 'prevent*', 'awareness', 'unawareness', 'return if', 'return for', 'call if', 'call for', 'signs of', 'signs and symptoms', 'reviewed hypoglyc*', 'discussed hypoglyc*', 'history of', 'in case of', 'if hypoglyc*', 'watch for', 'monitor for', 'prior', 'glucagon kit'];

/** E1x with a direction or a coma that holds it. */
export const DIABETES_WITH_DIRECTION: CodeGroup = {
  name: 'diabetes with hyper- or hypoglycemia', icd10: ['E08.0', 'E08.1', 'E08.64', 'E08.65', 'E09.0', 'E09.1', 'E09.64', 'E09.65', 'E10.1', 'E10.64', 'E10.65', 'E11.0', 'E11.1', 'E11.64', 'E11.65', 'E13.0', 'E13.1', 'E13.64', 'E13.65'],
  terms: ['diabetes with hyperglycemia', 'diabetes with hypoglycemia', 'ketoacidosis'], except: ['history of', 'risk of', 'risk for'],
};

/** With E11.64, E16 and those of the newborn. */
export const HYPOGLYCEMIA: CodeGroup = {
  name: 'hypoglycemia', icd10: ['E16.0', 'E16.1', 'E16.2', 'E16.A', 'E15', 'E08.64', 'E09.64', 'E10.64', 'E11.64', 'E13.64', 'P70.1', 'P70.3', 'P70.4', 'T38.3X', 'K91.1', 'O24.4'],
  terms: ['hypoglycemi*', 'hypoglycaemi*', 'insulin shock', 'insulin reaction', 'low blood sugar', 'insulinoma', 'dumping syndrome'], except: LOW_GLUCOSE_TAUGHT,
};

export const SUGAR_GIVEN: readonly string[] = ['d50', 'd50w', 'd10', 'd10w', 'd25', 'dextrose', 'glucagon', 'glucose gel', 'glucose tab*', 'oral glucose', 'glucose paste', 'orange juice', 'apple juice', 'juice', 'glucose 15', '15 g', 'hypoglycemia protocol', 'sugar given', 'baqsimi', 'gvoke', 'regular soda', 'octreotide'];

export const SUGAR_WANTED: readonly string[] = ['diaphore*', 'sweaty', 'shaky', 'shaking', 'tremulous', 'jittery', 'clammy', 'confused', 'confusion', 'unresponsive', 'lethargic', 'drowsy', 'seizure', 'syncope', 'passed out', 'found down', 'slurred', 'lightheaded', 'dizzy', 'palpitations', 'hungry', 'altered'];

/** Generic and trade names in US use, 2026; lower case. */
export const GLUCOSE_LOWERING: readonly string[] = [
  'metformin', 'glucophage', 'insulin', 'glargine', 'lantus', 'basaglar', 'toujeo', 'semglee', 'detemir', 'levemir', 'degludec', 'tresiba',
  'lispro', 'humalog', 'admelog', 'aspart', 'novolog', 'fiasp', 'glulisine', 'apidra', 'nph', 'humulin', 'novolin',
  'semaglutide', 'ozempic', 'rybelsus', 'dulaglutide', 'trulicity', 'liraglutide', 'victoza', 'exenatide', 'bydureon', 'tirzepatide', 'mounjaro',
  'empagliflozin', 'jardiance', 'dapagliflozin', 'farxiga', 'canagliflozin', 'invokana', 'ertugliflozin', 'bexagliflozin',
  'sitagliptin', 'januvia', 'linagliptin', 'tradjenta', 'saxagliptin', 'alogliptin',
  'glipizide', 'glimepiride', 'glyburide', 'pioglitazone', 'repaglinide', 'nateglinide', 'acarbose',
  'sglt2*', 'sglt-2*', 'glp-1*', 'glp1*', 'dpp-4*', 'dpp4*', 'sulfonylurea*', 'basal',
];
