import { describe, expect, it } from 'vitest';
import type { LintableQuery } from '../../../../src/domain/queries/lint/types.ts';
import { lintSupport } from '../../../../src/domain/queries/lint/support/index.ts';

/** What is cited, and an answer: which of both is what a CDI specialist would object to. */
const UNSUPPORTED: readonly (readonly [indicators: readonly string[], option: string])[] = [
  [['Na 124 on 3/02, 127 on 3/03', 'MAR 3/02: fluid restriction 1.2 L'], 'Hypernatremia'],
  [['K 2.9 on 4/11', 'MAR 4/11: KCl 40 mEq PO x2'], 'Hyperkalemia'],
  [['BMI 31.2 on 5/04', 'Office note 5/04: "weight counseling given"'], 'Class 3 obesity'],
  [['BMI 43 on 5/04', 'Office note 5/04: "referred to bariatric clinic"'], 'Overweight'],
  [['WOCN 6/01: sacrum, red intact skin, nonblanchable', 'Braden 13 on 6/01'], 'Stage 4 pressure ulcer of sacrum'],
  [['Echo 7/09: EF 62 %, grade 2 diastolic dysfunction', 'BNP 900 on 7/09', 'MAR 7/09: furosemide 40 mg IV'], 'Acute systolic heart failure'],
  [['Echo 7/09: LVEF 20%', 'CXR 7/09: pulmonary vascular congestion', 'MAR 7/09: furosemide IV'], 'Acute diastolic heart failure'],
  [['CTA chest 2/03: no PE, bibasilar consolidation', 'SpO2 86% RA on 2/03'], 'Acute pulmonary embolism'],
  [['CXR 2/03: RLL infiltrate', 'SpO2 86% RA on 2/03'], 'Tension pneumothorax'],
  [['Cr 1.0 on 8/01, 2.4 on 8/03', 'Urine output 15 mL/h on 8/03'], 'Hepatorenal syndrome'],
  [['Cr 1.0 on 8/01, 2.4 on 8/03', 'MAR 8/02: vancomycin 1.5 g'], 'Rhabdomyolysis'],
  [['Hgb 12.8 on 1/05, 7.4 on 1/06 after ORIF, EBL 900 mL', '2 units PRBC 1/06'], 'Sickle cell crisis'],
  [['Hgb 12.8 on 1/05, 7.4 on 1/06 after ORIF, EBL 900 mL', '2 units PRBC 1/06'], 'Aplastic anemia'],
  [['Neuro exam 9/10: confused, oriented x1', 'UA 9/10: nitrite positive', 'Na 128 on 9/10'], 'Bacterial meningitis'],
  [['Neuro exam 9/10: confused, oriented x1', 'UA 9/10: nitrite positive'], 'Hepatic encephalopathy'],
  [['T 39.1, HR 122, BP 78/40 on 10/02', 'Blood cultures 10/02: E. coli 2/2', 'Norepinephrine started 10/02'], 'Anaphylactic shock'],
  [['T 39.1, HR 122, BP 78/40 on 10/02', 'Blood cultures 10/02: E. coli 2/2', 'Norepinephrine started 10/02'], 'Neurogenic shock'],
  [['PHQ-9 16 on 3/03', 'Sertraline 100 mg daily, med list 3/03'], 'Schizophrenia'],
  [['PHQ-9 16 on 3/03', 'Sertraline 100 mg daily, med list 3/03'], 'Bipolar disorder, current episode manic'],
  [['CIWA 22 on 4/04', 'Lorazepam 2 mg q4h 4/04', 'H&P 4/04: "drinks 12 beers daily"'], 'Opioid withdrawal'],
  [['RD 5/05: 12% weight loss in 3 months, severe temporal wasting', 'BMI 17.1 on 5/05'], 'Obesity'],
  [['A1c 9.4 on 6/06', 'Office note 6/06: "DM2, metformin 1 g BID"'], 'Type 1 diabetes mellitus'],
  [['A1c 9.4 on 6/06', 'Office note 6/06: "DM2, metformin 1 g BID"'], 'Diabetic retinopathy'],
  [['eGFR 52 on 1/02, 50 on 4/20', 'Office note 4/20: "CKD"'], 'End-stage renal disease'],
  [['eGFR 52 on 1/02, 50 on 4/20', 'Office note 4/20: "CKD"'], 'CKD stage 5'],
  [['Lipase 1840 on 7/07', 'CT 7/07: peripancreatic stranding'], 'Acute appendicitis'],
  [['CT 7/17: transition point, dilated loops', 'NGT to suction 7/17'], 'C. difficile colitis'],
  [['Stool toxin PCR 8/08 positive', 'Diarrhea x6 on 8/08', 'PO vancomycin 8/08'], 'Small bowel obstruction'],
  [['Plt 62 on 9/09, 58 on 9/10', 'Liver US 9/09: nodular liver, splenomegaly'], 'Heparin-induced thrombocytopenia'],
  [['Duplex 9/29: acute popliteal thrombus', 'Eliquis started 9/29'], 'Necrotizing fasciitis'],
  [['Troponin 0.04, 0.38, 0.61 on 2/02', 'ECG 2/02: no ST elevation', 'HR 148, AF on 2/02'], 'STEMI'],
  [['Troponin 0.04, 0.38, 0.61 on 2/02', 'HR 148, AF with RVR on 2/02'], 'Cardiac tamponade'],
  [['BP 168/112 on 3/03, 34 weeks', 'Urine protein 3+ on 3/03'], 'Eclampsia'],
  [['RSV positive 1/11', '4-month-old, retractions, SpO2 89% on 1/11'], 'Cystic fibrosis'],
  [['TSB 17.2 on 5/01, day of life 3', 'Phototherapy 5/01'], 'Necrotizing enterocolitis'],
  [['CT head 6/13: 1.2 cm subdural collection', 'ED 6/13: fall from ladder'], 'Bacterial meningitis'],
  [['Left facial droop, NIHSS 9 on 6/02', 'MRI 6/02: restricted diffusion L MCA'], 'Status epilepticus'],
  [['Left facial droop, NIHSS 9 on 6/02', 'MRI 6/02: restricted diffusion L MCA'], 'Subarachnoid hemorrhage'],
  [['DEXA 3/30: T-score -2.9', 'Xray 3/30: L1 compression fracture'], 'Multiple sclerosis'],
  [['TSH 12.4 on 4/19', 'Levothyroxine 75 mcg, med list 4/19'], 'Thyroid storm'],
  [['Ferritin 6, MCV 71, Hgb 9.1 on 5/15'], 'Vitamin B12 deficiency anemia'],
  [['Wheezing, FEV1/FVC 0.55 on 6/21', '40 pack-years, H&P 6/21'], 'Pulmonary tuberculosis'],
  [['Lactate 1.1 on 9/12', 'WBC 15 on 9/12', 'CXR 9/12: LLL infiltrate'], 'Lactic acidosis'],
  [['SLP 9/12: "silent aspiration, thickened liquids"', 'CXR 9/12: RLL opacity'], 'Pneumocystis pneumonia'],
  [['L knee red and swollen 2/21; uric acid 9.8 on 2/21', 'Colchicine 2/21'], 'Gonorrhea'],
];

const SUPPORTED: readonly (readonly [indicators: readonly string[], option: string])[] = [
  [['Na 124 on 3/02, 127 on 3/03', 'MAR 3/02: fluid restriction'], 'Hyponatremia'],
  [['Na 124 on 3/02', 'Urine osm 520, urine Na 60 on 3/02'], 'SIADH'],
  [['K 2.9 on 4/11'], 'Hypokalemia'],
  [['BMI 31.2 on 5/04'], 'Class 1 obesity'],
  [['BMI 41.2 on 5/04'], 'Morbid (severe) obesity'],
  [['WOCN 6/01: sacrum, purple intact skin'], 'Deep tissue pressure injury'],
  [['WOCN 6/01: coccyx 3 x 2 cm, full thickness, slough'], 'Stage 3 pressure ulcer'],
  [['Echo 7/09: EF 62 %', 'Furosemide 40 mg IV 7/09'], 'Acute diastolic heart failure'],
  [['Echo 7/09: EF 25%', 'H&P 7/09: "CHF exacerbation"'], 'Acute on chronic systolic (congestive) heart failure'],
  [['CTA 2/03: segmental filling defects', 'SpO2 86%'], 'Acute pulmonary embolism'],
  [['CXR 2/03: bibasilar infiltrates', 'SpO2 84% RA', 'HFNC 40 L on 2/03'], 'Acute hypoxic respiratory failure'],
  [['SpO2 90% on 2 L; ABG 2/03: pH 7.29, pCO2 68', 'BiPAP 2/03'], 'Acute hypercapnic respiratory failure'],
  [['Cr 1.0 on 8/01, 2.4 on 8/03', 'Muddy brown casts 8/03'], 'Acute tubular necrosis'],
  [['Cr 1.0 on 8/01, 2.4 on 8/03'], 'Acute kidney injury'],
  [['Cr 1.0 in March, 2.4 on 8/03', 'Ascites, cirrhosis per H&P 8/03'], 'Hepatorenal syndrome'],
  [['Hgb 12.8 on 1/05, 7.4 on 1/06 after ORIF, EBL 900 mL'], 'Acute blood loss anemia'],
  [['Hgb 8.8 on 1/05', 'CKD 4, epoetin weekly'], 'Anemia in chronic kidney disease'],
  [['Confused, oriented x1 on 9/10', 'Na 118 on 9/10'], 'Metabolic encephalopathy'],
  [['Confused, CAM positive on 9/10', 'New oxycodone 9/09'], 'Delirium due to known physiological condition'],
  [['Ammonia 142 on 2/03', 'Lactulose 2/03', 'AMS on 2/03'], 'Hepatic encephalopathy'],
  [['T 39.1, HR 122, BP 78/40 on 10/02', 'Blood cultures E. coli', 'Norepinephrine 10/02'], 'Septic shock due to E. coli UTI'],
  [['T 39.1, WBC 18 on 10/02', 'CXR 10/02: RLL infiltrate', 'Ceftriaxone 10/02'], 'Pneumonia without sepsis'],
  [['T 39.1, WBC 18 on 10/02', 'CXR 10/02: RLL infiltrate', 'Ceftriaxone 10/02'], 'Sepsis due to pneumonia'],
  [['PHQ-9 16 on 3/03', 'Sertraline 100 mg'], 'Major depressive disorder, recurrent, moderate'],
  [['CIWA 22 on 4/04', 'Drinks 12 beers daily'], 'Alcohol dependence with withdrawal'],
  [['RD 5/05: 12% weight loss, severe temporal wasting'], 'Severe protein-calorie malnutrition'],
  [['RD 5/05: 12% weight loss, severe temporal wasting'], 'Weight loss without malnutrition'],
  [['A1c 9.4 on 6/06', 'DM2, metformin'], 'Type 2 diabetes with hyperglycemia'],
  [['Monofilament reduced 6/06', 'DM2, gabapentin 300 TID'], 'Type 2 diabetes with diabetic polyneuropathy'],
  [['eGFR 25 on 1/02, 24 on 4/20'], 'CKD stage 4'],
  [['Troponin 0.04, 0.38 on 2/02', 'HR 148 on 2/02'], 'Type 2 myocardial infarction'],
  [['Troponin 0.04, 0.38 on 2/02', 'HR 148 on 2/02'], 'Acute non-ischemic myocardial injury'],
  [['Troponin 0.04, 3.8 on 2/02', 'Cath 2/02: 95% LAD'], 'NSTEMI, type 1'],
  [['BP 168/112 on 3/03, 34 weeks', 'Urine protein 3+'], 'Preeclampsia with severe features'],
  [['QBL 1400 mL on 3/03', 'Methergine, Hemabate'], 'Postpartum hemorrhage due to uterine atony'],
  [['TSB 17.2, DOL 3', 'Phototherapy 5/01'], 'Neonatal jaundice'],
  [['RR 78, grunting, CPAP on 5/01', '36 weeks'], 'Transient tachypnea of newborn'],
  [['Left facial droop, NIHSS 9', 'MRI: restricted diffusion'], 'Acute ischemic stroke, left MCA'],
  [['CT head 6/13: 8 mm midline shift', 'Mannitol 6/13'], 'Cerebral edema'],
  [['DEXA 3/30: T-score -2.9', 'L1 compression fracture'], 'Age-related osteoporosis with pathological fracture'],
  [['Plt 62 on 9/09', 'Heparin since 9/02, PF4 sent'], 'Heparin-induced thrombocytopenia'],
  [['Ferritin 6, MCV 71'], 'Iron deficiency anemia due to chronic blood loss'],
  [['Op note 4/04: "serosal tear, oversewn"'], 'Accidental laceration, complication of the procedure'],
  [['Op note 4/04: "serosal tear, oversewn"'], 'Serosal tear inherent to the procedure'],
  [['R hallux ulcer, bone exposed 8/18', 'MRI 8/19: marrow edema'], 'Acute osteomyelitis'],
  [['Na 127 on 8/01'], 'Low sodium, not clinically significant'],
  [['ANC 400 on 3/03 after R-CHOP', 'T 38.6 on 3/03'], 'Neutropenic fever due to chemotherapy'],
  [['NGT 7/17, distended, no flatus POD 4'], 'Postoperative ileus'],
];

describe('answers that nothing cited supports', () => {
  it.each(UNSUPPORTED)('%s do not support "%s"', (indicators, option) => {
    expect(codesFor(indicators, option)).toEqual(['unsupported-option']);
  });

  it.each(SUPPORTED)('%s may offer "%s"', (indicators, option) => {
    expect(codesFor(indicators, option)).toEqual([]);
  });
});

function codesFor(indicators: readonly string[], option: string): readonly string[] {
  const query: LintableQuery = {
    title: 'Clinical clarification', indicators, question: 'Please document the diagnosis, if any, that these findings represent in this patient.',
    options: [option, 'Finding, not clinically significant', 'Other (please specify)', 'Unable to determine'], format: 'multiple-choice',
  };
  return lintSupport(query).map((violation) => violation.code);
}
