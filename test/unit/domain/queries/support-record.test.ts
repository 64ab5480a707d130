import { describe, expect, it } from 'vitest';
import type { LintableQuery } from '../../../../src/domain/queries/lint/types.ts';
import { lintSupport } from '../../../../src/domain/queries/lint/support/index.ts';

type Row = readonly [indicators: readonly string[], options: readonly string[]];

const FOREIGN: readonly Row[] = [
  [["Roommate's respiratory culture 3/02: MRSA", 'CXR 3/02: RLL infiltrate'], ['MRSA pneumonia', 'Pneumonia, organism not known']],
  [['A similar patient in bed 4 had septic shock on 3/01', 'BP 92/50 on 3/02'], ['Septic shock', 'Hypotension without shock']],
  [["Mother's chart 2019: Factor V Leiden", 'Duplex 3/02: popliteal DVT'], ['Hypercoagulable state', 'DVT without hypercoagulable state']],
  [['Up to 40 % of patients with cirrhosis develop hepatic encephalopathy', 'Lactulose 3/02'], ['Hepatic encephalopathy', 'Delirium']],
  [['Per UpToDate, low albumin is commonly seen in malnutrition', 'Albumin 2.4 on 3/02'], ['Malnutrition', 'Hypoalbuminemia only']],
  [['The literature reports AKI in a third of septic admissions', 'Cr 1.9 on 3/02'], ['AKI', 'Elevated creatinine only']],
  [['Prevalence of obstructive sleep apnea in obesity exceeds 50%', 'BMI 38 on 3/02'], ['Obstructive sleep apnea', 'Obesity alone']],
  [['Neurology clinic 2014: "possible absence epilepsy"', 'Admission 3/02/2026: cholecystitis; no seizures'], ['Epilepsy', 'No current seizure disorder']],
  [['Cardiology 2015: "mild CHF?"', 'Current stay 2/11/2026: lap chole, lungs clear, no edema'], ['Chronic heart failure', 'No heart disease']],
  [['Discharge summary 6/2019: "major depression"', 'Visit 3/12/2026: knee pain, mood normal'], ['Major depressive disorder', 'No mood disorder']],
  [['Prior admission: COPD exacerbation treated', 'H&P 3/02: ankle fracture, lungs clear'], ['COPD', 'No lung disease']],
  [['Problem list 2017: "protein-calorie malnutrition"', 'RD 4/04/2026: well nourished, BMI 27'], ['Moderate malnutrition', 'No malnutrition']],
  [['Echo 5/3/2016: vegetation, treated endocarditis', 'Admission 4/4/2026: elective hernia repair'], ['Endocarditis', 'No valve disease']],
  [["Sister's MRI: demyelinating plaques", 'Numbness 3/02'], ['Multiple sclerosis', 'Paresthesia']],
  [['Studies show sepsis is missed in elderly', 'WBC 13 on 3/02; UA positive 3/02'], ['Sepsis', 'UTI without sepsis']],
  [['Another patient on this unit grew C. difficile 3/01', 'Diarrhea 3/02'], ['C. difficile colitis', 'Diarrhea, other cause']],
];

const OF_THIS_RECORD: readonly Row[] = [
  [['Cr 1.0 on 3/01/2025', 'Cr 2.4 on 3/02/2026'], ['Acute kidney injury', 'Chronic kidney disease']],
  [['Echo 4/2025: EF 30%', 'BNP 2100 on 3/02/2026; furosemide IV 3/02/2026'], ['Acute on chronic systolic heart failure', 'Chronic systolic heart failure']],
  [['Weight 182 lb on 6/01/2025', 'Weight 150 lb on 3/02/2026; RD 3/02/2026: temporal wasting'], ['Severe malnutrition', 'Moderate malnutrition']],
  [['Home O2 2 L since 2024', 'SpO2 93% on 2 L 3/02/2026'], ['Chronic hypoxic respiratory failure', 'Hypoxia only']],
  [['PFT 5/2023: FEV1/FVC 0.58', 'Office note 3/02/2026: "40 pack-years, dyspnea, albuterol"'], ['COPD', 'Asthma']],
  [['eGFR 44 on 9/10/2025', 'eGFR 42 on 3/02/2026'], ['CKD stage 3b', 'CKD stage 3a']],
  [['DEXA 2024: T-score -2.8', 'Xray 3/02/2026: T12 compression fracture after ground-level fall'], ['Osteoporosis with pathological fracture', 'Traumatic fracture']],
  [['Mother GBS positive, ROM 26 h', 'Newborn T 38.4 on 3/02; ampicillin, gentamicin 3/02'], ['Neonatal sepsis', 'Fever without sepsis']],
  [['Maternal record: prenatal methadone', 'Finnegan 12 on 3/02, newborn'], ['Neonatal abstinence syndrome', 'Withdrawal from other substance']],
  [['Wife states he was confused since 3/01', 'Neuro exam 3/02: oriented x1'], ['Metabolic encephalopathy', 'Delirium']],
  [['Roommate found him down 3/02', 'CK 18000 on 3/02'], ['Rhabdomyolysis', 'Elevated CK']],
  [['BNP 2014 on 3/02', 'Lasix 3/02', 'Echo 3/02: EF 60%'], ['Diastolic heart failure', 'Fluid overload']],
  [['Iron studies 3/02: ferritin 8', 'Hgb 8.1 on 3/02'], ['Iron deficiency anemia', 'Anemia, other type']],
  [['A1c 8.1 on 11/20/2025', 'A1c 8.4 on 3/02/2026'], ['Type 2 diabetes with hyperglycemia', 'Hyperglycemia']],
  [['Mastectomy 2021', 'Anastrozole daily, oncology 3/02/2026'], ['Breast cancer, current', 'Personal history of breast cancer']],
  [['Patient has poor intake 3/02', 'RD 3/02: meets ASPEN criteria, severe'], ['Severe malnutrition', 'Moderate malnutrition']],
];

describe('indicators of another record', () => {
  it.each(FOREIGN)('%s are not all of this record', (indicators, options) => {
    expect(codesFor(indicators, options)).toEqual(['indicator-not-from-this-record']);
  });

  it.each(OF_THIS_RECORD)('%s bear on this encounter', (indicators, options) => {
    expect(codesFor(indicators, options)).toEqual([]);
  });

  it('marks the foreign indicator, not its neighbours', () => {
    const [first] = lintSupport(query(["Chest CT 3/02: infiltrate", "Roommate's sputum 3/02: MRSA"], ['MRSA pneumonia', 'Pneumonia']));
    expect(first?.where).toEqual({ part: 'indicators', index: 1, start: 0, end: 28 });
  });
});

function codesFor(indicators: readonly string[], options: readonly string[]): readonly string[] {
  return lintSupport(query(indicators, options)).map((violation) => violation.code);
}

function query(indicators: readonly string[], options: readonly string[]): LintableQuery {
  return { title: 'Clinical clarification', indicators, question: 'Please document what these findings represent in this patient.', options: [...options, 'Other', 'Unable to determine'], format: 'multiple-choice' };
}
