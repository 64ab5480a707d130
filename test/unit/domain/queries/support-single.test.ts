import { describe, expect, it } from 'vitest';
import type { LintableQuery } from '../../../../src/domain/queries/lint/types.ts';
import { lintSupport } from '../../../../src/domain/queries/lint/support/index.ts';

type Row = readonly [question: string, indicators: readonly string[], option: string];

const TOO_FEW: readonly Row[] = [
  ['Please document the cause of the altered mental status.', ['H&P 2/14: "AMS, UTI"', 'Na 121 on 2/14', 'Gabapentin 900 TID'], 'Toxic metabolic encephalopathy'],
  ['What diagnosis explains the confusion?', ['RN 3/02: confused, pulling lines', 'Hydromorphone 3/01', 'hx dementia'], 'Metabolic encephalopathy'],
  ['What explains the hypotension?', ['BP 76/40 on 3/02', 'Hgb 6.9, melena 3/02', 'UA positive, T 38.9 on 3/02'], 'Septic shock'],
  ['Please clarify the hemodynamic diagnosis.', ['BP 70/40, norepinephrine 3/02', 'EF 20% on 3/02', 'Blood cultures 3/02: GNR'], 'Cardiogenic shock'],
  ['Please document the diagnosis for the troponin values.', ['Troponin 0.2, 0.9 on 3/02', 'HR 150 AF RVR 3/02', 'Cr 4.1, ESRD', 'Chest pressure 3/02'], 'Type 1 myocardial infarction'],
  ['Please document the significance of the troponin.', ['Troponin 0.2, 0.3 on 3/02', 'Hgb 6.1 on 3/02', 'BNP 1800, EF 30%'], 'NSTEMI'],
  ['Please document the cause of the anemia.', ['Hgb 7.9 on 3/02', 'Ferritin 9, MCV 70', 'CKD 4, epoetin', 'Melena 3/02'], 'Anemia of chronic kidney disease'],
  ['What is the etiology of the AKI?', ['Cr 1.0, 3.4 on 3/02', 'Vancomycin and contrast 2/28', 'BP 78/40 on 3/01'], 'Acute tubular necrosis'],
  ['What explains the dyspnea?', ['Dyspnea 3/02', 'BNP 1500 on 3/02', 'Wheezing, COPD', 'RLL infiltrate 3/02'], 'Acute heart failure'],
  ['What diagnosis explains the weight loss?', ['Lost weight 14 lb by 3/02', 'PHQ-9 18', 'Lung mass 3/02'], 'Cachexia'],
  ['What explains the syncope?', ['Syncope 3/02', 'Orthostatic, dehydrated', 'HR 38 with pauses'], 'Vasovagal syncope'],
  ['Please document the cause of the fever.', ['T 38.9 on 3/02', 'CXR 3/02: infiltrate', 'Foley, pyuria 3/02'], 'Pneumonia'],
  ['Please document the cause of the thrombocytopenia.', ['Plt 60 on 3/02', 'Heparin since 2/24', 'Cirrhosis, splenomegaly'], 'Heparin-induced thrombocytopenia'],
  ['What explains the abdominal pain?', ['Abdominal pain 3/02', 'Lipase 900', 'Gallstones, Murphy sign 3/02'], 'Acute cholecystitis'],
  ['What explains the transaminase elevation?', ['ALT 640 on 3/02', 'BP 70/30 on 3/01', 'Acetaminophen 4 g daily'], 'Shock liver'],
  ['Please document the diagnosis behind the mental status change.', ['AMS on 3/02; lethargic'], 'Metabolic encephalopathy'],
];

const ENOUGH: readonly Row[] = [
  ['Please clarify the clinical significance of the sodium.', ['Na 121 on 3/02', 'Tolvaptan 3/02'], 'Hyponatremia'],
  ['Please document the diagnosis treated with potassium.', ['K 2.7 on 3/02', 'KCl 40 mEq'], 'Hypokalemia'],
  ['Please document the diagnosis for the hemoglobin drop.', ['Hgb 13.1 on 3/01, 7.6 on 3/02', 'EBL 1200 mL, 2 u PRBC'], 'Acute blood loss anemia'],
  ['Please clarify the weight diagnosis.', ['BMI 42.4 on 3/02', 'Bariatric referral 3/02'], 'Class 3 obesity'],
  ['Please specify the type and acuity of the heart failure.', ['H&P 3/02: "CHF exacerbation"', 'EF 25% on 3/02', 'Furosemide IV'], 'Acute on chronic systolic heart failure'],
  ['Please document the diagnosis.', ['Ammonia 160 on 3/02; asterixis', 'Lactulose 3/02; "AMS, cirrhosis"'], 'Hepatic encephalopathy'],
  ['Please specify the stage of the CKD.', ['eGFR 24 on 1/02, 25 on 4/20', '"CKD"'], 'CKD stage 4'],
  ['Please specify the severity of the malnutrition.', ['RD 3/02: severe muscle wasting, 15% weight loss', '"malnutrition"'], 'Severe protein-calorie malnutrition'],
  ['Please specify the type of atrial fibrillation.', ['"AF, always in AF, rate control only" 3/02'], 'Permanent atrial fibrillation'],
  ['Please document the stage of the sacral ulcer.', ['WOCN 3/02: full thickness, muscle visible', '"sacral pressure ulcer"'], 'Stage 4 pressure ulcer'],
  ['Please document the pulmonary finding.', ['CTA 3/02: bilateral filling defects, dyspnea', 'Heparin drip'], 'Acute pulmonary embolism'],
  ['Please clarify the diagnosis for the thyroid treatment.', ['Levothyroxine 75 mcg', 'TSH 3.1 on 3/02'], 'Hypothyroidism'],
  ['Please document the diagnosis for donepezil.', ['Donepezil 10 mg', 'MoCA 14 on 3/02'], 'Dementia'],
  ['Please document the renal diagnosis.', ['Cr 0.9 on 3/01, 2.1 on 3/02', 'Vomiting, IV fluids'], 'Acute kidney injury'],
  ['Please document the respiratory diagnosis.', ['SpO2 82% RA, HFNC 50 L 3/02', 'RR 34, COVID positive'], 'Acute hypoxic respiratory failure'],
  ['Please document the skin finding.', ['Leg warm, red 3/02', 'Cefazolin'], 'Cellulitis'],
];

describe('one answer alone', () => {
  it.each(TOO_FEW)('%s %s offers too few with "%s"', (question, indicators, option) => {
    expect(codesFor(question, indicators, [option])).toContain('single-option');
  });

  it.each(ENOUGH)('%s %s may offer "%s" alone', (question, indicators, option) => {
    expect(codesFor(question, indicators, [option])).toEqual([]);
  });

  it('says nothing where two are offered', () => {
    const [question, indicators, option] = TOO_FEW[0] ?? ['', [], ''];
    expect(codesFor(question, indicators, [option, 'Delirium'])).not.toContain('single-option');
  });
});

function codesFor(question: string, indicators: readonly string[], options: readonly string[]): readonly string[] {
  const query: LintableQuery = { title: 'Clinical clarification', indicators, question, options: [...options, 'Other', 'Unable to determine'], format: 'multiple-choice' };
  return lintSupport(query).map((violation) => violation.code);
}
