/**
 * Conditions that the classification presumes to be related ("with", ICD-10-CM Guidelines I.A.15) and reports with one
 * combination code. `replaces` goes; the other partners stay beside it. First match wins: the fuller row stands first.
 */
export interface Combination {
  readonly id: string;
  /** Each needs one supported code at or beneath one of its entries. */
  readonly partners: readonly (readonly string[])[];
  readonly code: string;
  /** Codes that the combination code takes the place of. */
  readonly replaces: readonly string[];
  /** What the last partner must be called, where its code alone does not tell. */
  readonly said?: RegExp;
  /** Where one of these is reported, the row says nothing more. */
  readonly unless?: readonly string[];
  /** The words must say that the first comes from the others: the classification presumes nothing of them. */
  readonly caused?: true;
  /** What the words of a partner must not hold. */
  readonly unlessSaid?: RegExp;
  /** All partners but the first may be stated outside the assessment, as of now: the first is assessed, and they make it specific. */
  readonly partnersAnywhere?: true;
  readonly authority: string;
  readonly because: string;
}

const CKD_EARLY = ['N18.1', 'N18.2', 'N18.3', 'N18.4', 'N18.9'];
const CKD_LATE = ['N18.5', 'N18.6'];
const HYPERTENSION = ['I10', 'I11', 'I12'];
const HEART_FAILURE = ['I50'];

export const COMBINATIONS: readonly Combination[] = [
  {
    id: 'hypertensive-heart-and-late-kidney-disease', partners: [HYPERTENSION, HEART_FAILURE, CKD_LATE], code: 'I13.2', replaces: HYPERTENSION,
    authority: 'ICD-10-CM Guidelines I.C.9.a.3', because: 'Hypertension with heart failure and stage 5 kidney disease or ESRD is presumed related and reported as I13.2.',
  },
  {
    id: 'hypertensive-heart-and-kidney-disease', partners: [HYPERTENSION, HEART_FAILURE, CKD_EARLY], code: 'I13.0', replaces: HYPERTENSION,
    authority: 'ICD-10-CM Guidelines I.C.9.a.3', because: 'Hypertension with heart failure and chronic kidney disease is presumed related and reported as I13.0.',
  },
  {
    id: 'hypertensive-heart-disease', partners: [['I10', 'I11.9'], HEART_FAILURE], code: 'I11.0', replaces: ['I10', 'I11.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.1', because: 'Hypertension with heart failure is presumed related and reported as I11.0.',
  },
  {
    id: 'hypertensive-late-kidney-disease', partners: [['I10', 'I12.9'], CKD_LATE], code: 'I12.0', replaces: ['I10', 'I12.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.2', because: 'Hypertension with stage 5 kidney disease or ESRD is presumed related and reported as I12.0.',
  },
  {
    id: 'hypertensive-kidney-disease', partners: [['I10'], CKD_EARLY], code: 'I12.9', replaces: ['I10'],
    authority: 'ICD-10-CM Guidelines I.C.9.a.2', because: 'Hypertension with chronic kidney disease is presumed related and reported as I12.9.',
  },
  {
    id: 'diabetic-kidney-disease', partners: [['E11.9', 'E11.65'], ['N18']], code: 'E11.22', replaces: ['E11.9'], partnersAnywhere: true,
    authority: 'ICD-10-CM Guidelines I.A.15, I.C.4.a', because: 'Type 2 diabetes with chronic kidney disease is presumed related and reported as E11.22.',
  },
  {
    id: 'type-1-diabetic-kidney-disease', partners: [['E10.9', 'E10.65'], ['N18']], code: 'E10.22', replaces: ['E10.9'],
    authority: 'ICD-10-CM Guidelines I.A.15, I.C.4.a', because: 'Type 1 diabetes with chronic kidney disease is presumed related and reported as E10.22.',
  },
  {
    id: 'diabetic-neuropathy', partners: [['E11'], ['G62.9']], said: /^neuropathy$/i, unless: ['E11.4'], code: 'E11.40', replaces: ['E11.9', 'G62.9'], partnersAnywhere: true,
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with neuropathy', because: 'Type 2 diabetes with neuropathy is presumed related and reported as E11.40.',
  },
  {
    id: 'type-1-diabetic-neuropathy', partners: [['E10'], ['G62.9']], said: /^neuropathy$/i, unless: ['E10.4'], code: 'E10.40', replaces: ['E10.9', 'G62.9'], partnersAnywhere: true,
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with neuropathy', because: 'Type 1 diabetes with neuropathy is presumed related and reported as E10.40.',
  },
  {
    id: 'type-1-diabetic-polyneuropathy', partners: [['E10'], ['G62.9']], unless: ['E10.4'], code: 'E10.42', replaces: ['E10.9', 'G62.9'], partnersAnywhere: true,
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with polyneuropathy', because: 'Type 1 diabetes with polyneuropathy is presumed related and reported as E10.42.',
  },
  {
    id: 'diabetic-polyneuropathy', partners: [['E11'], ['G62.9']], unless: ['E11.4'], code: 'E11.42', replaces: ['E11.9', 'G62.9'], partnersAnywhere: true,
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with polyneuropathy', because: 'Type 2 diabetes with polyneuropathy is presumed related and reported as E11.42.',
  },
  {
    id: 'diabetic-gastroparesis', partners: [['E11'], ['K31.84']], code: 'E11.43', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with gastroparesis', because: 'Type 2 diabetes with gastroparesis is presumed related and reported as E11.43 with K31.84.',
  },
  {
    id: 'type-1-diabetic-gastroparesis', partners: [['E10'], ['K31.84']], code: 'E10.43', replaces: ['E10.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with gastroparesis', because: 'Type 1 diabetes with gastroparesis is presumed related and reported as E10.43 with K31.84.',
  },
  {
    id: 'diabetic-cataract', partners: [['E11'], ['H26.9']], code: 'E11.36', replaces: ['E11.9', 'H26.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with cataract', because: 'Type 2 diabetes with a cataract of no stated kind is presumed related and reported as E11.36.',
  },
  {
    id: 'diabetic-bone-infection', partners: [['E11'], ['M86']], code: 'E11.69', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with osteomyelitis', because: 'Type 2 diabetes with osteomyelitis is presumed related and reported as E11.69 with the osteomyelitis.',
  },
  {
    id: 'type-1-diabetic-bone-infection', partners: [['E10'], ['M86']], code: 'E10.69', replaces: ['E10.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with osteomyelitis', because: 'Type 1 diabetes with osteomyelitis is presumed related and reported as E10.69 with the osteomyelitis.',
  },
  {
    id: 'diabetic-skin-ulcer', partners: [['E11'], ['L97.1', 'L97.2', 'L97.3', 'L97.8', 'L97.9']], code: 'E11.622', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with skin ulcer NEC', because: 'Type 2 diabetes with a chronic ulcer of the leg is presumed related and reported as E11.622 with the ulcer’s own code.',
  },
  {
    id: 'diabetic-foot-ulcer', partners: [['E11'], ['L97.4', 'L97.5']], code: 'E11.621', replaces: ['E11.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with foot ulcer', because: 'Type 2 diabetes with a foot ulcer is presumed related and reported as E11.621 with the ulcer’s own code.',
  },
  {
    id: 'type-1-diabetic-hyperglycemia', partners: [['E10'], ['R73.9']], said: /hyperglyc/i, code: 'E10.65', replaces: ['E10.9', 'R73.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a; Index, Diabetes, type 1, with hyperglycemia', because: 'Type 1 diabetes documented with hyperglycemia is reported as E10.65.',
  },
  {
    id: 'diabetic-hyperglycemia', partners: [['E11'], ['R73.9']], said: /hyperglyc/i, code: 'E11.65', replaces: ['E11.9', 'R73.9'],
    authority: 'ICD-10-CM Guidelines I.C.4.a; Index, Diabetes, type 2, with hyperglycemia', because: 'Type 2 diabetes documented with hyperglycemia is reported as E11.65.',
  },
  {
    id: 'diabetic-retinopathy', partners: [['E11'], ['H35.00']], code: 'E11.319', replaces: ['E11.9', 'H35.00'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with retinopathy', because: 'Type 2 diabetes with retinopathy is presumed related and reported as E11.319.',
  },
  {
    id: 'type-1-diabetic-retinopathy', partners: [['E10'], ['H35.00']], code: 'E10.319', replaces: ['E10.9', 'H35.00'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with retinopathy', because: 'Type 1 diabetes with retinopathy is presumed related and reported as E10.319.',
  },
  {
    id: 'diabetic-peripheral-angiopathy', partners: [['E11'], ['I73.9']], code: 'E11.51', replaces: ['E11.9', 'I73.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 2, with peripheral angiopathy', because: 'Type 2 diabetes with peripheral arterial disease is presumed related and reported as E11.51.',
  },
  {
    id: 'type-1-diabetic-peripheral-angiopathy', partners: [['E10'], ['I73.9']], code: 'E10.51', replaces: ['E10.9', 'I73.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with peripheral angiopathy', because: 'Type 1 diabetes with peripheral arterial disease is presumed related and reported as E10.51.',
  },
  {
    id: 'type-1-diabetic-foot-ulcer', partners: [['E10'], ['L97.4', 'L97.5']], code: 'E10.621', replaces: ['E10.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Diabetes, type 1, with foot ulcer', because: 'Type 1 diabetes with a foot ulcer is presumed related and reported as E10.621 with the ulcer’s own code.',
  },
  {
    id: 'type-1-diabetic-hypoglycemia', partners: [['E10.9'], ['E16.2']], code: 'E10.649', replaces: ['E10.9', 'E16.2'],
    authority: 'Excludes1 at E16; Index, Diabetes, type 1, with hypoglycemia', because: 'Type 1 diabetes documented with hypoglycemia is reported as E10.649.',
  },
  {
    id: 'diabetic-hypoglycemia', partners: [['E11.9'], ['E16.2']], code: 'E11.649', replaces: ['E11.9', 'E16.2'],
    authority: 'Excludes1 at E16; Index, Diabetes, type 2, with hypoglycemia', because: 'Type 2 diabetes documented with hypoglycemia is reported as E11.649.',
  },
  {
    id: 'diabetic-hypoglycemia-by-a-drug', partners: [['E11.9'], ['E16.0']], code: 'E11.649', replaces: ['E11.9', 'E16.0'],
    authority: 'Excludes1 at E16.0; Index, Diabetes, type 2, with hypoglycemia', because: 'Type 2 diabetes documented with hypoglycemia is reported as E11.649; the drug stands beside it.',
  },
  {
    id: 'type-1-diabetic-hypoglycemia-by-a-drug', partners: [['E10.9'], ['E16.0']], code: 'E10.649', replaces: ['E10.9', 'E16.0'],
    authority: 'Excludes1 at E16.0; Index, Diabetes, type 1, with hypoglycemia', because: 'Type 1 diabetes documented with hypoglycemia is reported as E10.649; the drug stands beside it.',
  },
  {
    id: 'coronary-disease-with-unstable-angina', partners: [['I25.10'], ['I20.0']], code: 'I25.110', replaces: ['I25.10', 'I20.0'],
    authority: 'ICD-10-CM Guidelines I.C.9.b', because: 'Coronary disease with unstable angina is presumed related and reported as I25.110.',
  },
  {
    id: 'coronary-disease-with-other-angina', partners: [['I25.10'], ['I20.8']], code: 'I25.118', replaces: ['I25.10', 'I20.8'],
    authority: 'ICD-10-CM Guidelines I.C.9.b', because: 'Coronary disease with stable angina is presumed related and reported as I25.118.',
  },
  {
    id: 'coronary-disease-with-angina', partners: [['I25.10'], ['I20.9']], code: 'I25.119', replaces: ['I25.10', 'I20.9'],
    authority: 'ICD-10-CM Guidelines I.C.9.b', because: 'Coronary disease with angina is presumed related and reported as I25.119.',
  },
  {
    id: 'copd-with-lower-respiratory-infection', partners: [['J44.9'], ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J20']], code: 'J44.0', replaces: ['J44.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; tabular J44.0', because: 'COPD with an acute lower respiratory infection is reported as J44.0 with the infection’s own code.',
  },
  {
    id: 'bronchiectasis-with-lower-respiratory-infection', partners: [['J47.9'], ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J20']], code: 'J47.0', replaces: ['J47.9'],
    authority: 'ICD-10-CM Guidelines I.A.15; tabular J47.0', because: 'Bronchiectasis with an acute lower respiratory infection is reported as J47.0 with the infection’s own code.',
  },
  {
    id: 'lumbar-disc-with-radiculopathy', partners: [['M51.26', 'M51.36', 'M51.86'], ['M54.16', 'M54.3', 'M54.4']], code: 'M51.16', replaces: ['M51.26', 'M54.16', 'M54.3', 'M54.4'],
    authority: 'Excludes1 at M54.1, M54.3, M54.4; tabular M51.1', because: 'Radiculopathy with a lumbar disc disorder is one code, M51.16.',
  },
  {
    id: 'lumbosacral-disc-with-radiculopathy', partners: [['M51.27', 'M51.37', 'M51.87'], ['M54.17', 'M54.16', 'M54.3', 'M54.4']], code: 'M51.17', replaces: ['M51.27', 'M54.17', 'M54.16', 'M54.3', 'M54.4'],
    authority: 'Excludes1 at M54.1, M54.3, M54.4; tabular M51.1', because: 'Radiculopathy with a lumbosacral disc disorder is one code, M51.17.',
  },
  {
    id: 'cervical-disc-with-radiculopathy', partners: [['M50.20', 'M50.30'], ['M54.12']], code: 'M50.10', replaces: ['M50.20', 'M54.12'],
    authority: 'Excludes1 at M54.1; tabular M50.1', because: 'Radiculopathy with a cervical disc disorder is one code, M50.10.',
  },
  {
    id: 'lumbar-spondylosis-with-radiculopathy', partners: [['M47.816'], ['M54.16']], code: 'M47.26', replaces: ['M47.816', 'M54.16'],
    authority: 'Excludes1 at M54.1; tabular M47.2', because: 'Spondylosis with radiculopathy is one code, M47.26.',
  },
  {
    id: 'cervical-spondylosis-with-radiculopathy', partners: [['M47.812'], ['M54.12']], code: 'M47.22', replaces: ['M47.812', 'M54.12'],
    authority: 'Excludes1 at M54.1; tabular M47.2', because: 'Spondylosis with radiculopathy is one code, M47.22.',
  },
  {
    id: 'acute-cystitis-with-hematuria', partners: [['N30.00'], ['R31']], code: 'N30.01', replaces: ['N30.00', 'R31'],
    authority: 'Excludes1 at R31; tabular N30.0', because: 'Acute cystitis with hematuria is one code, N30.01.',
  },
  {
    id: 'alcohol-cirrhosis-with-ascites', partners: [['K70.30'], ['R18.8']], code: 'K70.31', replaces: ['K70.30', 'R18.8'],
    authority: 'Excludes1 at R18.8; tabular K70.3', because: 'Alcoholic cirrhosis with ascites is one code, K70.31.',
  },
  {
    id: 'nephrotic-with-primary-membranous-disease', partners: [['N04.9'], ['N06.21']], code: 'N04.21', replaces: ['N04.9', 'N06.21'],
    authority: 'tabular N04.2', because: 'Nephrotic syndrome with primary membranous disease is one code, N04.21.',
  },
  {
    id: 'nephrotic-with-membranous-disease', partners: [['N04.9'], ['N05.2', 'N06.20']], code: 'N04.20', replaces: ['N04.9', 'N05.2', 'N06.20'],
    authority: 'tabular N04.2', because: 'Nephrotic syndrome with membranous disease is one code, N04.20.',
  },
  {
    id: 'stones-of-kidney-and-ureter', partners: [['N20.0'], ['N20.1']], code: 'N20.2', replaces: ['N20.0', 'N20.1'],
    authority: 'tabular N20.2', because: 'A stone of the kidney with one of the ureter is one code, N20.2.',
  },
  {
    id: 'hydronephrosis-with-stone', partners: [['N13.30', 'N13.39'], ['N20.0', 'N20.1', 'N20.2', 'N20.9']], code: 'N13.2', replaces: ['N13.30', 'N13.39', 'N20.0', 'N20.1', 'N20.2', 'N20.9'],
    authority: 'tabular N13.2; Excludes1 at N13.3, N20', because: 'Hydronephrosis with a stone of the kidney or ureter is one code, N13.2.',
  },
  {
    id: 'bleeding-varices-in-liver-disease', partners: [['I85.01'], ['K70', 'K71', 'K74', 'K76.6', 'B65', 'I81']], code: 'I85.11', replaces: ['I85.01'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Varix, esophagus, in (due to) cirrhosis of liver, portal hypertension', because: 'Esophageal varices in cirrhosis or portal hypertension are secondary, I85.1-.',
  },
  {
    id: 'varices-in-liver-disease', partners: [['I85.00'], ['K70', 'K71', 'K74', 'K76.6', 'B65', 'I81']], code: 'I85.10', replaces: ['I85.00'],
    authority: 'ICD-10-CM Guidelines I.A.15; Index, Varix, esophagus, in (due to) cirrhosis of liver, portal hypertension', because: 'Esophageal varices in cirrhosis or portal hypertension are secondary, I85.1-.',
  },
  {
    id: 'vertebral-fracture-in-osteoporosis', partners: [['M81.0'], ['M48.50XA', 'M48.51XA', 'M48.52XA', 'M48.53XA', 'M48.54XA', 'M48.55XA', 'M48.56XA', 'M48.57XA', 'M48.58XA']], code: 'M80.08XA', replaces: ['M81.0', 'M48.50XA', 'M48.51XA', 'M48.52XA', 'M48.53XA', 'M48.54XA', 'M48.55XA', 'M48.56XA', 'M48.57XA', 'M48.58XA'],
    authority: 'ICD-10-CM Guidelines I.C.13.d.2; Excludes1 at M48.5, M81', because: 'A collapsed vertebra in known osteoporosis is reported as its pathological fracture, M80.08X-.',
  },
  {
    id: 'healing-vertebral-fracture-in-osteoporosis', partners: [['M81.0'], ['M48.50XD', 'M48.51XD', 'M48.52XD', 'M48.53XD', 'M48.54XD', 'M48.55XD', 'M48.56XD', 'M48.57XD', 'M48.58XD']], code: 'M80.08XD', replaces: ['M81.0', 'M48.50XD', 'M48.51XD', 'M48.52XD', 'M48.53XD', 'M48.54XD', 'M48.55XD', 'M48.56XD', 'M48.57XD', 'M48.58XD'],
    authority: 'ICD-10-CM Guidelines I.C.13.d.2; Excludes1 at M48.5, M81', because: 'A collapsed vertebra in known osteoporosis is reported as its pathological fracture, M80.08X-.',
  },
  {
    id: 'follow-up-after-cancer', partners: [['Z09'], ['Z85', 'Z86.000', 'Z86.00']], code: 'Z08', replaces: ['Z09'],
    authority: 'Excludes1 at Z09; tabular Z08', because: 'A follow-up after completed treatment of a malignant neoplasm is Z08.',
  },
  {
    id: 'prostatic-hyperplasia-with-urinary-symptoms', partners: [['N40.0'], ['R33', 'R35', 'R39.1', 'N13.8']], code: 'N40.1', replaces: ['N40.0'],
    authority: 'tabular N40.1; Index, Enlarged, prostate, with lower urinary tract symptoms', because: 'An enlarged prostate with urinary symptoms is N40.1, with the symptoms beside it.',
  },
  {
    id: 'aftercare-of-a-new-joint', partners: [['Z48.89', 'Z47.89'], ['Z96.6']], code: 'Z47.1', replaces: ['Z48.89', 'Z47.89'],
    authority: 'tabular Z47.1: use additional code to identify the joint (Z96.6-)', because: 'Aftercare following the replacement of a joint is Z47.1, with the joint beside it.',
  },
];
