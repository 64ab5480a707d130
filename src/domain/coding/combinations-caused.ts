import type { Combination } from './combinations.ts';

/** Conditions that take another code where the provider says what they come from, or where the Index has them "in" the other. */
export const CAUSED_COMBINATIONS: readonly Combination[] = [
  {
    id: 'gestational-diabetes-on-insulin', partners: [['O24.419', 'O24.410', 'O24.415'], ['Z79.4']], code: 'O24.414', replaces: ['O24.419', 'O24.410', 'O24.415', 'Z79.4'],
    authority: 'ICD-10-CM Guidelines I.C.15.i', because: 'Gestational diabetes that is treated with insulin is one code, O24.414.',
  },
  {
    id: 'gestational-diabetes-on-tablets', partners: [['O24.419', 'O24.410'], ['Z79.84']], code: 'O24.415', replaces: ['O24.419', 'O24.410', 'Z79.84'],
    authority: 'ICD-10-CM Guidelines I.C.15.i', because: 'Gestational diabetes that is treated with tablets is one code, O24.415.',
  },
  {
    id: 'diabetic-erectile-dysfunction', partners: [['N52.9'], ['E08', 'E09', 'E10', 'E11', 'E13']], caused: true, code: 'N52.1', replaces: ['N52.9'],
    authority: 'tabular N52.1: code first underlying disease', because: 'The provider ties the erectile dysfunction to the diabetes.',
  },
  {
    id: 'diabetes-with-erectile-dysfunction', partners: [['N52.1'], ['E11']], code: 'E11.69', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a; tabular N52.1: code first underlying disease', because: 'The provider ties the erectile dysfunction to the diabetes.',
  },
  {
    id: 'diabetes-with-hyperlipidemia', partners: [['E78'], ['E11']], caused: true, code: 'E11.69', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a; Index, Diabetes, type 2, with complication, specified NEC', because: 'The provider ties the disorder of lipids to the diabetes.',
  },
  {
    id: 'alcohol-dependence-with-withdrawal-delirium', partners: [['F10.931'], ['F10.20']], code: 'F10.231', replaces: ['F10.931', 'F10.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F10.23', because: 'Dependence with its withdrawal is one code.',
  },
  {
    id: 'alcohol-dependence-with-withdrawal', partners: [['F10.939'], ['F10.20']], code: 'F10.239', replaces: ['F10.939', 'F10.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F10.23', because: 'Dependence with its withdrawal is one code.',
  },
  {
    id: 'alcohol-dependence-with-uncomplicated-withdrawal', partners: [['F10.930'], ['F10.20']], code: 'F10.230', replaces: ['F10.930', 'F10.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F10.23', because: 'Dependence with its withdrawal is one code.',
  },
  {
    id: 'alcohol-dependence-with-intoxication', partners: [['F10.929'], ['F10.20']], code: 'F10.229', replaces: ['F10.929', 'F10.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F10.22', because: 'Dependence with intoxication is one code.',
  },
  {
    id: 'alcohol-abuse-with-intoxication', partners: [['F10.929'], ['F10.10']], code: 'F10.129', replaces: ['F10.929', 'F10.10'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F10.12', because: 'Abuse with intoxication is one code.',
  },
  {
    id: 'opioid-dependence-with-withdrawal', partners: [['F11.93'], ['F11.20']], code: 'F11.23', replaces: ['F11.93', 'F11.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F11.23', because: 'Dependence with its withdrawal is one code.',
  },
  {
    id: 'stimulant-dependence-with-withdrawal', partners: [['F15.93'], ['F15.20']], code: 'F15.23', replaces: ['F15.93', 'F15.20'],
    authority: 'ICD-10-CM Guidelines I.B.9, I.C.5.b.2; tabular F15.23', because: 'Dependence with its withdrawal is one code.',
  },
  {
    id: 'diabetes-due-to-a-disease', partners: [['E11.9', 'E13.9'], ['E84', 'K85', 'K86.0', 'K86.1', 'C25', 'E24', 'E83.11', 'E40', 'E41', 'E42', 'E43', 'E44']], caused: true, code: 'E08.9', replaces: ['E11.9', 'E13.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a.6', because: 'The provider says that another disease causes the diabetes.',
  },
  {
    id: 'hyperglycemia-due-to-a-disease', partners: [['E11.65', 'E13.65'], ['E84', 'K85', 'K86.0', 'K86.1', 'C25', 'E24', 'E83.11']], caused: true, code: 'E08.65', replaces: ['E11.65', 'E13.65'],
    authority: 'ICD-10-CM Guidelines I.C.4.a.6', because: 'The provider says that another disease causes the diabetes.',
  },
  {
    id: 'anemia-in-neoplasm', partners: [['D64.9'], ['C']], caused: true, code: 'D63.0', replaces: ['D64.9'],
    authority: 'ICD-10-CM Guidelines I.C.2.c.1; tabular D63.0: code first neoplasm', because: 'The provider says that the malignancy causes the anemia.',
  },
  {
    id: 'anemia-in-kidney-disease', partners: [['D64.9'], ['N18']], code: 'D63.1', replaces: ['D64.9'], unlessSaid: /\b(?:chemo\w*|bleed\w*|blood loss|dilutional|malignan\w*|B12|folate)\b/i,
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Anemia, in (due to) (with) chronic kidney disease', because: 'Anemia with chronic kidney disease is taken for its own and reported as D63.1.',
  },
  {
    id: 'renal-artery-hypertension', partners: [['I10', 'I15.9'], ['I70.1', 'I77.3']], caused: true, code: 'I15.0', replaces: ['I10', 'I15.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.6', because: 'The provider says that the disease of the renal artery causes the hypertension.',
  },
  {
    id: 'kidney-hypertension', partners: [['I10', 'I15.9'], ['N00', 'N01', 'N02', 'N03', 'N04', 'N05', 'N11', 'N13', 'N26', 'Q60', 'Q61', 'M32.14', 'M34.81']], caused: true, code: 'I15.1', replaces: ['I10', 'I15.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.6', because: 'The provider says that a disease of the kidney causes the hypertension.',
  },
  {
    id: 'endocrine-hypertension', partners: [['I10', 'I15.9'], ['E05', 'E21', 'E22.0', 'E24', 'E26', 'C74', 'D35.0', 'E27.5']], caused: true, code: 'I15.2', replaces: ['I10', 'I15.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.6', because: 'The provider says that an endocrine disorder causes the hypertension.',
  },
  {
    id: 'other-secondary-hypertension', partners: [['I10', 'I15.9'], ['G47.33', 'Q25.1']], caused: true, code: 'I15.8', replaces: ['I10', 'I15.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.6', because: 'The provider says what the hypertension is secondary to.',
  },
  {
    id: 'stones-of-gallbladder-and-duct-with-acute-cholecystitis', partners: [['K80.00'], ['K80.50']], code: 'K80.62', replaces: ['K80.00', 'K80.50'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular K80', because: 'Stones of the gallbladder and the bile duct with acute inflammation are one code.',
  },
  {
    id: 'stones-of-duct-and-gallbladder-with-acute-cholecystitis', partners: [['K80.42'], ['K80.20']], code: 'K80.62', replaces: ['K80.42', 'K80.20'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular K80', because: 'Stones of the gallbladder and the bile duct with acute inflammation are one code.',
  },
  {
    id: 'duct-stones-with-acute-cholecystitis', partners: [['K80.50'], ['K81.0']], code: 'K80.42', replaces: ['K80.50', 'K81.0'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular K80', because: 'Stones of the bile duct with acute inflammation of the gallbladder are one code.',
  },
  {
    id: 'stones-of-gallbladder-and-duct', partners: [['K80.20'], ['K80.50']], code: 'K80.70', replaces: ['K80.20', 'K80.50'],
    authority: 'ICD-10-CM Guidelines I.B.9; tabular K80', because: 'Stones of the gallbladder and of the bile duct are one code.',
  },
  {
    id: 'dementia-in-another-disease', partners: [['F03.90'], ['G20', 'G30', 'G31.0', 'G31.83', 'G10', 'G35', 'B20', 'E75', 'A81']], code: 'F02.80', replaces: ['F03.90'],
    authority: 'ICD-10-CM Guidelines I.A.13, I.A.15; Index, Dementia, in (due to)', because: 'Dementia with a disease that brings it is reported as its manifestation, F02.-, after the disease.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.40XA'], ['C', 'D48', 'D49']], caused: true, code: 'M84.50XA', replaces: ['M84.40XA'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.48XA'], ['C', 'D48', 'D49']], caused: true, code: 'M84.58XA', replaces: ['M84.48XA'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.421A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.521A', replaces: ['M84.421A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.422A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.522A', replaces: ['M84.422A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.429A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.529A', replaces: ['M84.429A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.451A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.551A', replaces: ['M84.451A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.452A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.552A', replaces: ['M84.452A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.459A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.559A', replaces: ['M84.459A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'pathological-fracture-in-neoplasm', partners: [['M84.453A'], ['C', 'D48', 'D49']], caused: true, code: 'M84.553A', replaces: ['M84.453A'],
    authority: 'ICD-10-CM Guidelines I.C.2.l.6; tabular M84.5', because: 'The provider says that the neoplasm causes the fracture.',
  },
  {
    id: 'arrest-of-cardiac-cause', partners: [['I46.9'], ['I21', 'I22', 'I40', 'I42', 'I47.2', 'I49.0', 'I50']], caused: true, code: 'I46.2', replaces: ['I46.9', 'I46.8'],
    authority: 'Index, Arrest, cardiac, due to cardiac condition; tabular I46.2: code first underlying cardiac condition', because: 'The provider names the condition of the heart that the arrest comes from.',
  },
  {
    id: 'neoplasm-related-pain', partners: [['R52', 'G89.29', 'G89.4', 'G89.18'], ['C', 'D0', 'D3', 'D4']], caused: true, code: 'G89.3', replaces: ['R52', 'G89.29', 'G89.4', 'G89.18'],
    authority: 'ICD-10-CM Guidelines I.C.6.b.5', because: 'The provider says that the neoplasm causes the pain.',
  },
  {
    id: 'cardiomyopathy-with-alcohol', partners: [['I42.9', 'I42.00', 'I42.09'], ['F10']], caused: true, code: 'I42.6', replaces: ['I42.9', 'I42.00', 'I42.09'],
    authority: 'tabular I42.6: code also presence of alcoholism', because: 'The provider says that alcohol causes the cardiomyopathy.',
  },
  {
    id: 'polyneuropathy-in-neoplasm', partners: [['G62.9'], ['C']], caused: true, code: 'G63', replaces: ['G62.9'],
    authority: 'ICD-10-CM Guidelines I.A.13; tabular G63: code first underlying disease', because: 'The provider says that the neoplasm causes the polyneuropathy.',
  },
];
