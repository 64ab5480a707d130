export interface Companion {
  readonly id: string;
  /** Each of these is supported. */
  readonly of: readonly (readonly string[])[];
  /** What the words of the first must hold, where the concept names both. */
  readonly said?: RegExp;
  /** What the sentence of the first must hold. */
  readonly where?: RegExp;
  readonly adds: string;
  readonly unless: readonly string[];
  readonly authority: string;
  readonly because: string;
}

/** "Hypoxic and hypercapnic respiratory failure". */
const HYPOXIC_AND_HYPERCAPNIC = /\bhypox\w*(?:,? and | ?[/&+] ?)hyperc\w*|\bhyperc\w*(?:,? and | ?[/&+] ?)hypox/i;

/**
 * Codes that are always reported together: the disease, and the manifestation or site that the tabular list or the Index
 * asks for beside it. Where the notes name a fuller one (`unless`), that one stands.
 */
export const COMPANIONS: readonly Companion[] = [
  {
    id: 'alzheimer-dementia', of: [['G30']], adds: 'F02.80', unless: ['F02'], authority: 'Index, Disease, Alzheimer’s G30.9 [F02.80]; ICD-10-CM Guidelines I.A.13',
    because: 'Dementia is part of Alzheimer disease: the Index gives both codes, the disease first.',
  },
  {
    id: 'lewy-body-dementia', of: [['G31.83']], adds: 'F02.80', unless: ['F02'], authority: 'Index, Dementia, with Lewy bodies G31.83 [F02.80]; ICD-10-CM Guidelines I.A.13',
    because: 'The Index gives the disease and the dementia, the disease first.',
  },
  {
    id: 'diabetic-kidney-disease-stage', of: [['E08.22', 'E09.22', 'E10.22', 'E11.22', 'E13.22']], adds: 'N18.9', unless: ['N18'], authority: 'tabular E11.22: use additional code to identify stage of chronic kidney disease (N18.1–N18.6)',
    because: 'Diabetic chronic kidney disease is reported with its stage.',
  },
  {
    id: 'diabetic-heel-ulcer-site', of: [['E08.621', 'E09.621', 'E10.621', 'E11.621', 'E13.621']], where: /\b(?:heels?|midfoot|calcane\w+)\b/i, adds: 'L97.409', unless: ['L97', 'L98.4'], authority: 'tabular E11.621: use additional code for the site of ulcer (L97.4-, L97.5-)',
    because: 'A diabetic foot ulcer is reported with the code of its site and severity.',
  },
  {
    id: 'obesity-in-pregnancy', of: [['O99.21']], adds: 'E66.9', unless: ['E66'], authority: 'tabular O99.21: use additional code to identify the type of obesity (E66.-)',
    because: 'Obesity that complicates a pregnancy is reported with its own code.',
  },
  {
    id: 'hypothyroidism-in-pregnancy', of: [['O99.28']], where: /\bhypothyroid/i, adds: 'E03.9', unless: ['E02', 'E03', 'E89.0'], authority: 'tabular O99: use additional code to identify specific condition',
    because: 'The disease that complicates the pregnancy is reported with its own code.',
  },
  {
    id: 'iron-deficiency-in-pregnancy', of: [['O99.01']], where: /\b(?:iron|ferritin)\b/i, adds: 'D50.9', unless: ['D5', 'D6'], authority: 'tabular O99: use additional code to identify specific condition',
    because: 'The disease that complicates the pregnancy is reported with its own code.',
  },
  {
    id: 'depression-in-pregnancy', of: [['O99.34']], where: /\bdepress/i, adds: 'F32.A', unless: ['F3'], authority: 'tabular O99: use additional code to identify specific condition',
    because: 'The disease that complicates the pregnancy is reported with its own code.',
  },
  {
    id: 'anxiety-in-pregnancy', of: [['O99.34']], where: /\banxi/i, adds: 'F41.9', unless: ['F4'], authority: 'tabular O99: use additional code to identify specific condition',
    because: 'The disease that complicates the pregnancy is reported with its own code.',
  },
  {
    id: 'asthma-in-pregnancy', of: [['O99.51']], where: /\basthma/i, adds: 'J45.909', unless: ['J45'], authority: 'tabular O99: use additional code to identify specific condition',
    because: 'The disease that complicates the pregnancy is reported with its own code.',
  },
  {
    id: 'diabetic-foot-ulcer-site', of: [['E08.621', 'E09.621', 'E10.621', 'E11.621', 'E13.621']], adds: 'L97.509', unless: ['L97', 'L98.4'], authority: 'tabular E11.621: use additional code for the site of ulcer (L97.4-, L97.5-)',
    because: 'A diabetic foot ulcer is reported with the code of its site and severity.',
  },
  {
    id: 'acute-hypercapnia-beside-hypoxia', of: [['J96.01']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.02', unless: ['J96.02'], authority: 'tabular J96.01, J96.02: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'acute-hypoxia-beside-hypercapnia', of: [['J96.02']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.01', unless: ['J96.01'], authority: 'tabular J96.01, J96.02: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'chronic-hypercapnia-beside-hypoxia', of: [['J96.11']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.12', unless: ['J96.12'], authority: 'tabular J96.11, J96.12: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'chronic-hypoxia-beside-hypercapnia', of: [['J96.12']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.11', unless: ['J96.11'], authority: 'tabular J96.11, J96.12: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'acute-on-chronic-hypercapnia-beside-hypoxia', of: [['J96.21']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.22', unless: ['J96.22'], authority: 'tabular J96.21, J96.22: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'acute-on-chronic-hypoxia-beside-hypercapnia', of: [['J96.22']], where: HYPOXIC_AND_HYPERCAPNIC, adds: 'J96.21', unless: ['J96.21'], authority: 'tabular J96.21, J96.22: no code holds both', because: 'Hypoxia and hypercapnia are both stated, each with its own code.',
  },
  {
    id: 'steatohepatitis-with-cirrhosis', of: [['K74.6']], where: /\b(?:NASH|MASH|steatohepatitis)\b/i, adds: 'K75.81', unless: ['K75.81'], authority: 'tabular K75.81: use additional code for cirrhosis; K74.6: code also the underlying disease', because: 'The same words name the hepatitis behind the cirrhosis.',
  },
  {
    id: 'venous-ulcer-of-calf', of: [['I83.0', 'I83.2', 'I87.01', 'I87.03', 'I87.31', 'I87.33']], where: /\bcalf\b/i, adds: 'L97.209', unless: ['L97'], authority: 'tabular I83.0, I87.3: use additional code to identify severity of ulcer (L97.-)', because: 'A venous ulcer is reported with the code of its site and depth.',
  },
  {
    id: 'venous-ulcer-of-ankle', of: [['I83.0', 'I83.2', 'I87.01', 'I87.03', 'I87.31', 'I87.33']], where: /\b(?:ankle|malleol\w+)\b/i, adds: 'L97.309', unless: ['L97'], authority: 'tabular I83.0, I87.3: use additional code to identify severity of ulcer (L97.-)', because: 'A venous ulcer is reported with the code of its site and depth.',
  },
  {
    id: 'venous-ulcer', of: [['I83.0', 'I83.2', 'I87.01', 'I87.03', 'I87.31', 'I87.33']], where: /\b(?:leg|shin|pretibial)\b/i, adds: 'L97.909', unless: ['L97'], authority: 'tabular I83.0, I87.3: use additional code to identify severity of ulcer (L97.-)', because: 'A venous ulcer is reported with the code of its site and depth.',
  },
  {
    id: 'retention-with-large-prostate', of: [['N40.1', 'N40.3']], where: /\bretention\b/i, adds: 'R33.8', unless: ['R33'], authority: 'tabular N40.1: use additional code for associated symptoms (urinary retention R33.8)', because: 'The symptom that the enlarged prostate causes is reported beside it.',
  },
  {
    id: 'aftercare-of-a-new-hip', of: [['Z47.1']], where: /\bhip\b/i, adds: 'Z96.649', unless: ['Z96.6'], authority: 'tabular Z47.1: use additional code to identify the joint (Z96.6-)', because: 'The joint that was replaced is reported beside its aftercare.',
  },
  {
    id: 'aftercare-of-a-new-knee', of: [['Z47.1']], where: /\bknee\b/i, adds: 'Z96.659', unless: ['Z96.6'], authority: 'tabular Z47.1: use additional code to identify the joint (Z96.6-)', because: 'The joint that was replaced is reported beside its aftercare.',
  },
  {
    id: 'postoperative-ileus', of: [['K91.89']], where: /\bileus\b/i, adds: 'K56.7', unless: ['K56'], authority: 'ICD-10-CM Guidelines I.B.16; tabular K91.89: use additional code to further specify disorder', because: 'The complication is reported with the code that names it.',
  },
  {
    id: 'catheter-associated-urinary-infection', of: [['T83.51']], adds: 'N39.0', unless: ['N39.0', 'N30', 'N10', 'N12'], authority: 'ICD-10-CM Guidelines I.C.19.g.5; tabular T83.5: use additional code to identify infection', because: 'The infection that the catheter causes is reported beside the complication.',
  },
  {
    id: 'copd-exacerbation-with-infection', of: [['J44.1'], ['J12', 'J13', 'J14', 'J15', 'J16', 'J18', 'J20']], adds: 'J44.0', unless: ['J44.0'], authority: 'tabular J44.0, J44.1 (Excludes2: both may be reported)',
    because: 'COPD with an acute lower respiratory infection and an exacerbation is reported with both codes.',
  },
  {
    id: 'kidney-failure-on-dialysis', of: [['N18.6']], said: /dialysis|\b(?:HD|PD)\b/i, adds: 'Z99.2', unless: ['Z99.2'], authority: 'tabular N18.6: use additional code to identify dialysis status (Z99.2)',
    because: 'The same words say that the kidney failure is treated by dialysis.',
  },
];
