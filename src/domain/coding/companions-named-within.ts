import type { Companion } from './companions.ts';

/** What the words of a code name besides it, and the tabular list or the Index asks for as a code of its own. */
export const NAMED_WITHIN: readonly Companion[] = [
  {
    id: 'stented-coronary-disease', of: [['I25.1', 'I25.7']], where: /\b(?:cad|coronary(?: artery)? disease)\b,? (?:\([^)]{0,30})?(?:(?:s\/p|status post|with|prior|old|one|two|prox\w{0,4}|mid|distal) ){0,2}(?:(?:lad|rca|lcx|circumflex|des|bms) ){0,2}stent(?:s|ed|ing)?\b(?! (?:planned|offered|declined|refused|considered|recommended|scheduled|thrombosis|restenosis|deferred|not))/i, adds: 'Z95.5', unless: ['Z95.5'], authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z95.5',
    because: 'The words say that the coronary disease was stented.',
  },
  {
    id: 'metastatic-to-bone', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:bones?|skeleton|spine)\b/i, adds: 'C79.51', unless: ['C79.5'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-liver', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:liver)\b/i, adds: 'C78.7', unless: ['C78.7'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-brain', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:brain)\b/i, adds: 'C79.31', unless: ['C79.3'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-lung', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:lungs?)\b/i, adds: 'C78.00', unless: ['C78.0'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-nodes', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:(?:lymph )?nodes?|lymphatics)\b/i, adds: 'C77.9', unless: ['C77'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-peritoneum', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:peritoneum|omentum)\b/i, adds: 'C78.6', unless: ['C78.6'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'metastatic-to-adrenal', of: [['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C73', 'C74', 'C75']], where: /\bmetasta\w+ [^.;]{0,40}\bto (?:the )?(?:[\w-]+,? (?:and )?){0,4}(?:adrenals?(?: glands?)?)\b/i, adds: 'C79.70', unless: ['C79.7'], authority: 'ICD-10-CM Guidelines I.C.2, I.C.2.l; Index, Neoplasm, metastatic to',
    because: 'The words say where the cancer spread to.',
  },
  {
    id: 'nocturia-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\bnocturia\b/i, adds: 'R35.1', unless: ['R35.1'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'frequency-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\bfrequency\b/i, adds: 'R35.0', unless: ['R35.0'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'urgency-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\burgency\b/i, adds: 'R39.15', unless: ['R39.15'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'hesitancy-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\bhesitancy\b/i, adds: 'R39.11', unless: ['R39.11'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'weak-stream-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\b(?:weak|slow|poor) (?:urinary )?stream\b/i, adds: 'R39.12', unless: ['R39.12'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'straining-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\bstrain(?:ing|s)?\b/i, adds: 'R39.16', unless: ['R39.16'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'incomplete-emptying-of-large-prostate', of: [['N40.1', 'N40.3']], said: /\bincomplete (?:bladder )?emptying\b/i, adds: 'R39.14', unless: ['R39.14'], authority: 'tabular N40.1: use additional code for associated symptoms, when specified',
    because: 'The words name the symptom beside the enlarged prostate.',
  },
  {
    id: 'arrest-of-arrhythmia', of: [['I49.01', 'I47.2']], said: /\barrest\b/i, adds: 'I46.2', unless: ['I46'], authority: 'Index, Arrest, cardiac, due to cardiac condition; tabular I46.2: code first underlying cardiac condition',
    because: 'The words name the arrest and the arrhythmia that it comes from.',
  },
  {
    id: 'dehydration-of-kidney-injury', of: [['N17', 'R65.2', 'E87.0', 'I95', 'R55', 'A08', 'A09', 'K52']], where: /\b(?:due to|from|with|and|secondary to|2\/2|caused by) (?:severe |moderate |mild |acute )?dehydration\b/i, adds: 'E86.0', unless: ['E86', 'P74'], authority: 'ICD-10-CM Guidelines I.A.19; Index, Dehydration',
    because: 'The provider names the dehydration that it comes from.',
  },
  {
    id: 'failure-of-hypertensive-heart', of: [['I11.0', 'I13.0', 'I13.2']], said: /failure|\bC?HF\b/i, adds: 'I50.9', unless: ['I50'], authority: 'ICD-10-CM Guidelines I.C.9.a.1; tabular I11.0: use additional code to identify type of heart failure',
    because: 'Hypertensive heart disease with heart failure is reported with the failure.',
  },
  {
    id: 'stomach-of-diabetic-gastroparesis', of: [['E08.43', 'E09.43', 'E10.43', 'E11.43', 'E13.43']], said: /gastropar/i, adds: 'K31.84', unless: ['K31.84'], authority: 'tabular K31.84: code first underlying disease, such as diabetes',
    because: 'Diabetic gastroparesis is reported with the gastroparesis.',
  },
  {
    id: 'artery-of-renovascular-hypertension', of: [['I15.0']], where: /\brenal artery stenosis\b|\bRAS\b/i, adds: 'I70.1', unless: ['I70.1', 'I77.3', 'Q27'], authority: 'ICD-10-CM Guidelines I.C.9.a.6; Index, Stenosis, artery, renal',
    because: 'Secondary hypertension is two codes, the cause and the hypertension.',
  },
  {
    id: 'vitamin-of-neuropathy', of: [['G63']], where: /\b(?:B-?12|cobalamin)\b/i, adds: 'E53.8', unless: ['E53.8', 'D51'], authority: 'tabular G63: code first underlying disease',
    because: 'The disease that brings the neuropathy is reported before it.',
  },
  {
    id: 'kidney-disease-of-its-anemia', of: [['D63.1']], said: /\b(?:CKD|kidney|renal|ESRD)\b/i, adds: 'N18.9', unless: ['N18', 'I12', 'I13'], authority: 'tabular D63.1: code first underlying chronic kidney disease (N18.-)',
    because: 'Anemia of chronic kidney disease is reported after the kidney disease, with its stage.',
  },
  {
    id: 'stage-of-hypertensive-kidney-disease', of: [['I12', 'I13']], said: /\b(?:CKD|kidney|renal)\b/i, adds: 'N18.9', unless: ['N18'], authority: 'tabular I12, I13: use additional code to identify the stage of chronic kidney disease',
    because: 'Hypertensive chronic kidney disease is reported with its stage.',
  },
  {
    id: 'fever-of-neutropenia', of: [['D70']], said: /\b(?:fever|febrile)\b/i, adds: 'R50.81', unless: ['R50.81', 'R50.9', 'A40', 'A41'], authority: 'tabular D70: use additional code for any associated fever (R50.81)',
    because: 'The same words say that the neutropenia comes with fever.',
  },
  {
    id: 'neutropenia-of-fever', of: [['R50.81']], said: /neutropeni/i, adds: 'D70.9', unless: ['D70'], authority: 'tabular R50.81: code first underlying condition; D70: use additional code for any associated fever',
    because: 'Neutropenic fever is two codes, the neutropenia first.',
  },
  {
    id: 'insulin-deficiency-after-pancreatectomy', of: [['E13']], said: /pancreatectomy/i, adds: 'E89.1', unless: ['E89.1'], authority: 'ICD-10-CM Guidelines I.C.4.a.6.b',
    because: 'Diabetes after removal of the pancreas is reported with E89.1, which stands first.',
  },
  {
    id: 'covid-pneumonia-virus', of: [['J12.82']], adds: 'U07.1', unless: ['U07.1', 'U09.9'], authority: 'ICD-10-CM Guidelines I.C.1.g.1.c.i; tabular J12.82: code first',
    because: 'Pneumonia due to COVID-19 is reported with U07.1, which stands first.',
  },
  {
    id: 'pneumonia-of-sepsis', of: [['A40', 'A41']], said: /\bpneumonia\b/i, adds: 'J18.9', unless: ['J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69', 'J95.851', 'U07.1'], authority: 'ICD-10-CM Guidelines I.C.1.d.4',
    because: 'Sepsis with a localized infection: the sepsis first, then the infection that the same words name.',
  },
  {
    id: 'urinary-infection-of-sepsis', of: [['A40', 'A41']], said: /\b(?:UTI|urinary)\b/i, adds: 'N39.0', unless: ['N10', 'N12', 'N30', 'N39.0', 'N13.6', 'T83.5'], authority: 'ICD-10-CM Guidelines I.C.1.d.4',
    because: 'Sepsis with a localized infection: the sepsis first, then the infection that the same words name.',
  },
  {
    id: 'severe-sepsis-organ', of: [['R65.2']], adds: 'A41.9', unless: ['A40', 'A41', 'A02.1', 'A22.7', 'A24.1', 'A26.7', 'A32.7', 'A39', 'A42.7', 'A54.86', 'B37.7', 'B00.7', 'O85', 'O86.04', 'O03', 'T81.44', 'P36'], authority: 'ICD-10-CM Guidelines I.C.1.d.1.b; tabular R65.2: code first underlying infection',
    because: 'Severe sepsis is two codes at least: the infection of the whole body, and R65.2-.',
  },
  {
    id: 'pancreatitis-of-diabetes', of: [['E08']], said: /pancreatitis/i, adds: 'K86.1', unless: ['K85', 'K86.0', 'K86.1'], authority: 'ICD-10-CM Guidelines I.C.4.a.6; tabular E08: code first',
    because: 'Diabetes due to an underlying condition is reported after that condition.',
  },
  {
    id: 'cystic-fibrosis-of-diabetes', of: [['E08']], said: /cystic fibrosis|\bCFRD\b/i, adds: 'E84.8', unless: ['E84'], authority: 'ICD-10-CM Guidelines I.C.4.a.6; tabular E08: code first',
    because: 'Diabetes due to an underlying condition is reported after that condition.',
  },
  {
    id: 'dementia-of-parkinson', of: [['G20']], said: /dementia/i, adds: 'F02.80', unless: ['F01', 'F02', 'F03'], authority: 'ICD-10-CM Guidelines I.A.13; Index, Dementia, in (due to) Parkinson’s disease',
    because: 'Dementia in Parkinson disease: the disease first, then its manifestation.',
  },
  {
    id: 'chronic-pancreatitis-of-acute-on-chronic', of: [['K85.8', 'K85.9']], said: /\bchronic\b/i, adds: 'K86.1', unless: ['K86'], authority: 'ICD-10-CM Guidelines I.B.8',
    because: 'Acute and chronic with codes of their own: both, the acute first.',
  },
  {
    id: 'alcoholic-chronic-pancreatitis-of-acute-on-chronic', of: [['K85.2']], said: /\bchronic\b/i, adds: 'K86.0', unless: ['K86'], authority: 'ICD-10-CM Guidelines I.B.8',
    because: 'Acute and chronic with codes of their own: both, the acute first.',
  },
  {
    id: 'dehydration-of-acute-kidney-injury', of: [['N17']], said: /\bdehydrat/i, adds: 'E86.0', unless: ['E86', 'E87.8'], authority: 'ICD-10-CM Guidelines III',
    because: 'The dehydration that the kidney injury comes from is a diagnosis of its own.',
  },
  {
    id: 'chronic-kidney-disease-of-acute-on-chronic', of: [['N17']], said: /\bchronic\b/i, adds: 'N18.9', unless: ['N18', 'I12', 'I13'], authority: 'ICD-10-CM Guidelines I.B.8',
    because: 'Acute on chronic kidney failure: both, the acute first.',
  },
  {
    id: 'first-level-of-hypoglycemia', of: [['E08.64', 'E09.64', 'E10.64', 'E11.64', 'E13.64', 'E16.0', 'E16.1', 'E16.2']], where: /\blevel (?:1|I|one)\b/i, adds: 'E16.A1', unless: ['E16.A'], authority: 'tabular E11.64: use additional code for hypoglycemia level',
    because: 'The level of the hypoglycemia is stated.',
  },
  {
    id: 'second-level-of-hypoglycemia', of: [['E08.64', 'E09.64', 'E10.64', 'E11.64', 'E13.64', 'E16.0', 'E16.1', 'E16.2']], where: /\blevel (?:2|II|two)\b/i, adds: 'E16.A2', unless: ['E16.A'], authority: 'tabular E11.64: use additional code for hypoglycemia level',
    because: 'The level of the hypoglycemia is stated.',
  },
  {
    id: 'third-level-of-hypoglycemia', of: [['E08.64', 'E09.64', 'E10.64', 'E11.64', 'E13.64', 'E16.0', 'E16.1', 'E16.2']], where: /\blevel (?:3|III|three)\b/i, adds: 'E16.A3', unless: ['E16.A'], authority: 'tabular E11.64: use additional code for hypoglycemia level',
    because: 'The level of the hypoglycemia is stated.',
  },
  {
    id: 'hypertension-of-crisis', of: [['I16']], where: /\b(?:essential|primary|known|chronic|history of) hypertension\b/i, adds: 'I10', unless: ['I10', 'I11', 'I12', 'I13', 'I15', 'I1A', 'O10', 'O11', 'O13', 'O14', 'O16'], authority: 'ICD-10-CM Guidelines I.C.9.a.10',
    because: 'A crisis is reported with the hypertensive disease that is stated.',
  },
  {
    id: 'oxygen-at-home-for-chronic-failure', of: [['J96.1', 'J96.2']], where: /\b(?:on|with|uses|using|wears|wearing|needs|needing|requir\w+|depend\w+ on) (?:her |his |their )?(?:\d(?:\.\d)? ?(?:l|liters|lpm) (?:of )?)?(?:home|continuous|chronic|nocturnal|domiciliary|long[- ]term) (?:oxygen|o2)\b/i, adds: 'Z99.81', unless: ['Z99.81'],
    authority: 'ICD-10-CM Guidelines I.C.21.c.3; tabular Z99.81', because: 'The words of the failure name the oxygen at home.',
  },
  {
    id: 'severe-sepsis-of-a-named-germ', of: [['A02.1', 'A54.86', 'B37.7']], said: /severe/i, adds: 'R65.20', unless: ['R65.2'], authority: 'ICD-10-CM Guidelines I.C.1.d.1.b',
    because: 'Severe sepsis is reported after the sepsis of this germ.',
  },
];
