import type { CodeGroup } from '../operators/expression.ts';

/** What thyroid hormone is given for: too little of it, a gland removed or switched off, suppression of a tumor or goiter, a failing pituitary. */
export const THYROID_HORMONE_INDICATION: CodeGroup = {
  name: 'hypothyroidism or another reason for thyroid hormone',
  icd10: ['C73', 'D34', 'D44.0', 'E00', 'E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07.1', 'E23.0', 'E89.0', 'E89.3', 'O90.5', 'O99.28', 'P72.2', 'Z85.850', 'Z90.89'],
  terms: ['hypothyroid*', 'hashimoto*', 'thyroiditis', 'myxedema', 'thyroid cancer', 'thyroidectomy', 'goiter', 'hypopituitar*', 'thyroid nodule*', 'graves*', 'underactive thyroid'],
  except: ['family history', 'screening', 'risk of'],
};

/** Labels and guidelines (ACC/AHA/ACCP/HRS 2023; CHEST 2021; ACC/AHA valves 2020): rhythm, clots now or before, valves, clotting disorders, arteries, a joint replaced. */
export const ANTICOAGULANT_INDICATION: CodeGroup = {
  name: 'an indication for anticoagulation',
  icd10: [
    'D68.5', 'D68.6', 'D75.82', 'D59.5', 'E85', 'G08', 'I05', 'I08.0', 'I23.6', 'I24.0', 'I26', 'I27.2', 'I27.82', 'I34.2', 'I48', 'I51.3', 'I63.1', 'I63.4', 'I63.6', 'I67.6', 'I70.2', 'I73.9', 'I74', 'I80', 'I81', 'I82', 'K55.0', 'K76.5',
    'M31.1', 'M30.3', 'N28.0', 'O22.3', 'O22.5', 'O87.1', 'O87.3', 'O88.2', 'Q20', 'T82.817', 'T82.818', 'T82.867', 'T82.868', 'Z47.1', 'Z86.71', 'Z95.2', 'Z95.3', 'Z95.4', 'Z95.811', 'Z96.64', 'Z96.65', 'S72', 'M97', 'H34',
  ],
  terms: [
    'atrial fibrillation', 'atrial flutter', 'afib', 'deep vein thrombosis', 'deep venous thrombosis', 'dvt', 'pulmonary embol*', 'vte', 'thromboembol*', 'thrombus', 'thrombosis', 'mechanical valve', 'valve replacement',
    'prosthetic valve', 'factor v leiden', 'antiphospholipid', 'thrombophilia', 'protein c deficiency', 'protein s deficiency', 'knee replacement', 'hip replacement', 'arthroplasty', 'peripheral arter*',
  ],
  except: ['family history', 'prophylaxis', 'risk of', 'rule out'],
};

/** Metformin without diabetes: ovaries, prediabetes, weight, and drugs that raise weight. */
export const OTHER_USE_OF_METFORMIN: CodeGroup = {
  name: 'another use of metformin',
  icd10: ['E28.2', 'E66', 'E88.81', 'E88.82', 'N97', 'R73', 'R63.5', 'K75.81', 'K76.0', 'T43.59'],
  terms: ['polycystic', 'pcos', 'prediabet*', 'pre-diabet*', 'insulin resistance', 'metabolic syndrome', 'impaired fasting glucose', 'impaired glucose tolerance', 'obesity', 'ovulation induction', 'antipsychotic weight gain'],
  except: ['family history', 'screening'],
};

/** Labels of dapagliflozin, empagliflozin, canagliflozin and sotagliflozin (2023): heart failure, chronic kidney disease. */
export const OTHER_USE_OF_GLIFLOZIN: CodeGroup = {
  name: 'another use of an SGLT2 inhibitor',
  icd10: ['I50', 'I11.0', 'I13', 'I12', 'I42', 'I43', 'N18', 'N02', 'N04', 'N03', 'R80', 'I51.81', 'I09.81', 'E74.0', 'I25.5', 'R73.03'],
  terms: ['heart failure', 'chf', 'hfref', 'hfpef', 'cardiomyopathy', 'ckd*', 'chronic kidney disease', 'proteinuria', 'albuminuria', 'iga nephropathy'],
  except: ['family history', 'risk of'],
};

/** Labels of semaglutide, liraglutide and tirzepatide (to 2025): weight, heart risk with overweight, sleep apnea, steatohepatitis. */
export const OTHER_USE_OF_INCRETIN: CodeGroup = {
  name: 'another use of a GLP-1 receptor agonist',
  icd10: ['E66', 'E28.2', 'E88.82', 'G47.33', 'K75.81', 'R73', 'R63.5', 'Z71.3', 'E88.81'],
  terms: ['obesity', 'obese', 'overweight', 'weight loss', 'weight management', 'sleep apnea', 'prediabet*', 'steatohepatitis', 'mash', 'pcos'],
  except: ['family history'],
};

/** High glucose without diabetes that insulin answers: of stress, steroids, tube feeding; a pancreas taken out. */
export const OTHER_USE_OF_INSULIN: CodeGroup = {
  name: 'another use of insulin',
  icd10: ['E89.1', 'E84', 'K86', 'R73.9', 'T38.0X5', 'E87.5'],
  terms: ['stress hyperglycemia', 'steroid-induced hyperglycemia', 'steroid induced hyperglycemia', 'hyperkalemia', 'pancreatectomy', 'cystic fibrosis'],
  except: ['family history'],
};
