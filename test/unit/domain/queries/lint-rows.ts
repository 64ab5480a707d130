import type { LintCode, LintableQuery, QueryFormat } from '../../../../src/domain/queries/lint/types.ts';

/** A query as a documentation specialist would send it, and what a compliance reviewer would say of it. */
export interface WrittenRow {
  readonly query: LintableQuery;
  readonly faults: readonly LintCode[];
}

function row(title: string, indicators: readonly string[], question: string, options: readonly string[], faults: readonly LintCode[] = [], format: QueryFormat = 'multiple-choice'): WrittenRow {
  return { query: { title, indicators, question, options, format }, faults };
}

const [OTHER, UNDETERMINED] = ['Other (please specify)', 'Unable to determine'];
const TAIL = [OTHER, UNDETERMINED];
const YES_NO = ['Yes', 'No', OTHER, UNDETERMINED];

const AKI = ['Creatinine 1.0 on 2/3, 2.6 on 2/6, 1.4 on 2/9', 'H&P 2/6: "bump in creatinine, hold lisinopril"', 'MAR 2/6: NS 2 L bolus'];
const AKI_OPTIONS = ['Acute kidney injury due to dehydration', 'Acute tubular necrosis', 'Rise in creatinine, not clinically significant', ...TAIL];
const HF = ['TTE 5/11/26: LVEF 28%', 'Progress note 5/11/26: "CHF exacerbation, diurese"', 'MAR 5/11/26: furosemide 80 mg IV BID', 'BNP 5/10/26: 1,840'];
const HF_OPTIONS = ['Acute on chronic systolic heart failure', 'Chronic systolic heart failure', 'Acute systolic heart failure', 'Other:', 'Clinically unable to determine'];
const ANEMIA = ['Hgb 13.1 on 9/2 (pre-op), 7.4 on 9/4', 'Op note 9/3: EBL 900 mL', 'Transfused 2 units PRBC 9/4', 'Progress note 9/4: "anemia, transfuse"'];
const ANEMIA_OPTIONS = ['Acute blood loss anemia', 'Dilutional anemia', 'Other type of anemia', 'Not able to determine at this time'];

export const WRITTEN_ROWS: readonly WrittenRow[] = [
  row('Creatinine trend 2/3-2/9', AKI, 'Please clarify the clinical significance of the change in creatinine.', AKI_OPTIONS),
  row('Heart failure specificity', HF, 'Can the type and acuity of the heart failure documented on 5/11 be further specified?', HF_OPTIONS),
  row('Anemia clarification', ANEMIA, 'In your clinical judgment, what type of anemia is being treated in this patient?', ANEMIA_OPTIONS),
  row('Chest x-ray finding', ['CXR 03-04-2026: RLL infiltrate', 'T 38.6 on Mar 4', 'Sputum Mar 5: Klebsiella', 'MAR March 4th: cefepime'], 'Please document the diagnosis being treated with cefepime.', ['Klebsiella pneumonia', 'Pneumonitis without bacterial infection', ...TAIL]),
  row('POA clarification - sacral wound', ['Wound RN 11/2: sacral stage 2, 2 x 3 cm', 'Admission skin check 11/1: "sacrum not assessed"', 'Dr. Lee 11/3: "sacral pressure ulcer"'], 'Was the sacral pressure ulcer documented on 11/3 present at the time of admission on 11/1?', YES_NO, [], 'yes-no'),
  row('Pathology result', ['Path 6/1/26: adenocarcinoma, sigmoid', 'Op note 5/28/26: "sigmoid mass resected"'], 'Do you agree with the pathology finding of adenocarcinoma of the sigmoid colon?', YES_NO, [], 'yes-no'),
  row('Nephropathy and diabetes', ['A1c 8.9 on 4/2', 'PCP note 4/2: "T2DM" and "CKD 3b"', 'UACR 4/2: 340'], 'Is the CKD stage 3b documented on 4/2 due to the documented type 2 diabetes?', ['Yes, CKD is due to diabetes', 'No, unrelated', OTHER, UNDETERMINED], [], 'yes-no'),
  row('Dietitian assessment 7/7', ['RD 7/7: "severe protein-calorie malnutrition", 14% loss in 3 months', 'RD 7/7: severe orbital fat loss'], 'Do you agree with the assessment of the dietitian on 7/7?', YES_NO, [], 'yes-no'),
  row('Open question about weakness', ['Neuro 8/1: strength 2/5 R arm', 'MRI 8/1: L MCA infarct', 'HP 8/1: "R sided weakness"'], 'Please document the diagnosis responsible for the right-sided weakness seen on 8/1.', [], [], 'open'),
  row('Encounter 12 Mar 2026: depression', ['PHQ-9 of 17 on 12 Mar 2026', 'Visit 12 Mar 2026: "depression, raise sertraline to 100 mg"'], 'Please specify episode and severity of the depression treated at this visit.', ['Major depressive disorder, single episode, moderate', 'Major depressive disorder, recurrent, moderate', 'Adjustment disorder with depressed mood', ...TAIL]),
  row('Insulin access', ['SW note 10/1: "cannot pay for insulin, rations doses"', 'Glucose 412 on 10/1', 'H&P 10/1: "DM2 uncontrolled"'], 'Please clarify the reason for the underdosing of insulin documented on 10/1.', ['Underdosing due to financial hardship', 'Intentional underdosing for another reason', ...TAIL]),
  row('Severity of malnutrition', ['RD 1/5: severe muscle wasting, intake < 50% x 1 month', 'Attending 1/6: "malnutrition"'], 'Please specify the degree of malnutrition documented on 1/6.', ['Mild', 'Moderate', 'Severe', ...TAIL]),
  row('CC: shortness of breath', ['ED 2/2: CC shortness of breath, hx COPD, wheezing, RR 32, SpO2 83% RA', 'ABG 2/2: pH 7.28, pCO2 66', 'BiPAP from 2/2 to 2/4'], 'What diagnosis accounts for the use of BiPAP from 2/2 to 2/4?', ['Acute hypoxic and hypercapnic respiratory failure', 'COPD exacerbation without respiratory failure', ...TAIL]),
  row('Sepsis - clinical validation', ['Dr. Cho 3/3: "sepsis due to cellulitis"', 'Vitals 3/3: T 37.4, HR 84, WBC 9.1, lactate 1.1', 'SOFA 3/3: 0'], 'Sepsis is documented on 3/3. Based on your clinical judgment, please indicate whether the diagnosis is clinically supported.', ['Sepsis is confirmed, with supporting criteria: ____', 'Sepsis is ruled out', 'Cellulitis without sepsis', ...TAIL]),
  row('Shoulder ROM and fall', ['PT 3/9: ROM limited, flexion 60', 'XR 3/9: proximal humerus fracture', 'H&P 3/9: "arm fx, mechanical fall"'], 'Please clarify the site and type of fracture.', ['Displaced surgical neck fracture, left', 'Nondisplaced surgical neck fracture, left', 'Some other fracture: ____', 'Cannot be determined']),
  row('Hypotension', ['BP 78/40 on 5/5, 1 L LR 5/5', 'Hgb 6.1 on 5/5', 'GI 5/5: "brisk melena"', 'Levophed 5/5'], 'Please provide the diagnosis, if any, that explains the hypotension on 5/5.', ['Hemorrhagic shock', 'Hypotension without shock', 'Another diagnosis (describe)', 'Unknown / unable to say']),
  row('Sodium 119', ['Na 119 on 8/8 and 124 on 8/9', 'Nephrology 8/8: "fluid restrict 1 L"', 'Serum osm 250, urine osm 480 (8/8)'], 'Please document the condition for which fluid restriction was ordered.', ['Hyponatremia due to SIADH', 'Hyponatremia, other cause', 'No clinically significant condition', 'Other', 'Undetermined']),
  row('Obesity', ['BMI 44.2 on 1/4/2026', 'PCP 1/4/2026: "obese, semaglutide started"'], 'Please clarify the class of obesity addressed at the visit of 1/4/2026.', ['Class 3 obesity', 'Obesity, class cannot be told from the record', 'Other response', 'Clinically undetermined']),

  row('Acute kidney injury documentation opportunity', AKI, 'Please clarify the clinical significance of the change in creatinine.', AKI_OPTIONS, ['leading-title']),
  row('Missing diagnosis: acute blood loss anemia', ANEMIA, 'In your clinical judgment, what type of anemia is being treated in this patient?', ANEMIA_OPTIONS, ['leading-title']),
  row('Need acute systolic HF', HF, 'Can the type and acuity of the heart failure documented on 5/11 be further specified?', HF_OPTIONS, ['leading-title']),
  row('Patient meets criteria for septic shock', ['BP 70/40 on 6/6', 'Lactate 5 on 6/6', 'Levophed 6/6', 'UA 6/6: WBC > 100; "UTI" per ED 6/6'], 'What diagnosis explains the hypotension?', ['Septic shock due to UTI', 'Sepsis due to UTI without shock', ...TAIL], ['leading-title']),
  row('Encephalopathy', ['Nursing 4/4: "confused, pulling lines"', 'H&P 4/4: "AMS, UTI"', 'Ammonia 22 on 4/4'], 'Please clarify the cause of the altered mental status.', ['Metabolic encephalopathy', 'Delirium due to UTI', ...TAIL], ['leading-title']),

  row('Creatinine', AKI, 'The patient clearly has AKI. Please document acute kidney injury in your next note.', AKI_OPTIONS, ['leading-question']),
  row('Heart failure', HF, "Don't you agree that this is acute on chronic systolic heart failure?", HF_OPTIONS, ['leading-question']),
  row('Anemia', ANEMIA, 'Please add acute blood loss anemia to the discharge summary.', ANEMIA_OPTIONS, ['leading-question']),
  row('Respiratory status', ['SpO2 84% RA on 2/1', 'RR 30 on 2/1', 'H&P 2/1: "hypoxia"'], 'These findings meet criteria for acute hypoxic respiratory failure; would you be willing to document it?', ['Acute hypoxic respiratory failure', 'Hypoxia only', ...TAIL], ['leading-question']),
  row('Wound', ['Wound RN 4/2: sacrum full thickness, bone seen', 'Dr. Ray 4/3: "sacral decub"'], 'We need you to change "sacral decub" to stage 4 pressure ulcer.', ['Stage 3', 'Stage 4', ...TAIL], ['leading-question']),
  row('Mental status', ['H&P 4/4: "AMS, UTI"', 'CT head 4/4: negative'], 'Since the patient was confused with a UTI, metabolic encephalopathy would be the appropriate diagnosis, correct?', ['Metabolic encephalopathy', 'Delirium', ...TAIL], ['leading-question']),

  row('Creatinine', AKI, 'Please clarify the clinical significance of the change in creatinine.', ['[x] Acute kidney injury', '[ ] Acute tubular necrosis', '[ ] Other', '[ ] Unable to determine'], ['preselected-answer']),
  row('Anemia', ANEMIA, 'What type of anemia is being treated?', ['Acute blood loss anemia (most likely)', 'Dilutional anemia', ...TAIL], ['preselected-answer']),
  row('Heart failure', HF, 'Please specify type and acuity.', ['** Acute on chronic systolic heart failure **', 'Chronic systolic heart failure', ...TAIL], ['preselected-answer']),
  row('Heart failure', HF, 'Please specify type and acuity. The first option has been pre-checked for your convenience.', HF_OPTIONS, ['preselected-answer']),
  row('Anemia', ANEMIA, 'What type of anemia is being treated?', ['Acute blood loss anemia <-- CDI recommends', 'Dilutional anemia', ...TAIL], ['preselected-answer']),

  row('Creatinine', AKI, 'Please clarify the change in creatinine. This would move the case to a higher-weighted DRG.', AKI_OPTIONS, ['mentions-reimbursement']),
  row('Heart failure', HF, 'Please specify the type, as unspecified heart failure will be denied by the payer.', HF_OPTIONS, ['mentions-reimbursement']),
  row('Anemia', ANEMIA, 'What type of anemia is being treated?', ['Acute blood loss anemia (increases RAF)', 'Dilutional anemia', ...TAIL], ['mentions-reimbursement']),
  row('Heart failure - $4,200 opportunity', HF, 'Please specify the type and acuity.', HF_OPTIONS, ['mentions-reimbursement']),
  row('Obesity', ['BMI 44.2 on 1/4/2026', 'PCP 1/4/2026: "obese, semaglutide started"'], 'Please clarify the class of obesity. Medicare Advantage pays us more when this is captured.', ['Class 3 obesity due to excess calories', 'Class 3 obesity, other cause', ...TAIL], ['mentions-reimbursement']),
  row('Anemia', ANEMIA, 'What type of anemia is being treated? A specified type counts as a CC.', ANEMIA_OPTIONS, ['mentions-quality-or-severity-score']),
  row('Creatinine', AKI, 'Please clarify the change in creatinine so that the SOI and ROM reflect how sick the patient was.', AKI_OPTIONS, ['mentions-quality-or-severity-score']),
  row('Heart failure', HF, 'Please specify the type; our readmission rate and observed-to-expected mortality depend on it.', HF_OPTIONS, ['mentions-quality-or-severity-score']),
  row('HCC: obesity', ['BMI 44.2 on 1/4/2026', 'PCP 1/4/2026: "obese, semaglutide started"'], 'Please clarify the class of obesity.', ['Class 3 obesity due to excess calories', 'Class 3 obesity, other cause', ...TAIL], ['mentions-quality-or-severity-score']),
  row('POA of UTI', ['UA 2/4: WBC > 100', 'Foley 2/1-2/4', 'Dr. Ng 2/4: "CAUTI"'], 'Was the CAUTI documented on 2/4 present on admission? It is a PSI that shows on our dashboard.', YES_NO, ['mentions-quality-or-severity-score'], 'yes-no'),

  row('Labs', ['Cr 3.1 on 2/2', 'H&P 2/2: "dehydrated"'], 'Does this patient have acute kidney injury?', YES_NO, ['introduces-new-diagnosis-yes-no'], 'yes-no'),
  row('Labs', ['Na 121 on 2/2', 'fluid restriction 2/2'], 'Please add hyponatremia to the problem list?', YES_NO, ['introduces-new-diagnosis-yes-no'], 'yes-no'),
  row('Blood gas', ['pH 7.22, pCO2 80 on 3/3', 'BiPAP 3/3'], 'Is acute hypercapnic respiratory failure an appropriate diagnosis?', YES_NO, ['introduces-new-diagnosis-yes-no'], 'yes-no'),
  row('Albumin and weight', ['RD 3/3: 12% loss', 'Albumin 2.1 on 3/3'], 'Would you agree that the patient has severe malnutrition?', ['Yes', 'No', ...TAIL], ['introduces-new-diagnosis-yes-no'], 'multiple-choice'),

  row('Creatinine', AKI, 'Please clarify the change in creatinine.', ['Acute kidney injury', 'Acute tubular necrosis', 'Unable to determine'], ['no-other-option']),
  row('Heart failure', HF, 'Please specify type and acuity.', ['Acute on chronic systolic heart failure', 'Chronic systolic heart failure', 'Other cardiomyopathy', 'Clinically undetermined'], ['no-other-option']),
  row('Pathology result', ['Path 6/1/26: adenocarcinoma, sigmoid', 'Op note 5/28/26: "sigmoid mass resected"'], 'Do you agree with the pathology finding of adenocarcinoma?', ['Yes', 'No', 'Unable to determine'], ['no-other-option'], 'yes-no'),
  row('Creatinine', AKI, 'Please clarify the change in creatinine.', ['Acute kidney injury', 'Acute tubular necrosis', 'Other'], ['no-undetermined-option']),
  row('Anemia', ANEMIA, 'What type of anemia is being treated?', ['Acute blood loss anemia', 'Dilutional anemia', 'Anemia of unknown cause', 'Other, specify: ___'], ['no-undetermined-option']),

  row('Creatinine', [], 'Please clarify the change in creatinine in this patient.', AKI_OPTIONS, ['missing-indicators']),
  row('Heart failure', ['See chart'], 'Please specify type and acuity of the heart failure.', HF_OPTIONS, ['missing-indicators']),
  row('Heart failure', ['TTE: LVEF 28%', 'CHF exacerbation per progress note', 'Furosemide 80 mg IV BID'], 'Please specify type and acuity of the heart failure documented on 5/11.', HF_OPTIONS, ['undated-indicators']),
  row('Anemia', ['Hgb 13.1 on 9/2, 7.4 on 9/4', 'EBL 900 mL', 'Progress note 9/4: "anemia, transfuse 2 units"'], 'What type of anemia is being treated?', ANEMIA_OPTIONS, ['undated-indicators']),
  row('Weakness', ['Neuro 8/1: strength 2/5 R arm', 'MRI: L MCA infarct', 'H&P 8/1: "stroke"'], 'Please specify the site of the stroke.', [], ['undated-indicators'], 'open'),
  row('Blood pressure', ['BP 78/40, MAP 52', 'Blood cultures 2/2 positive on 5/6', 'Dr. Lee 5/6: "sepsis"'], 'Please clarify the cause of the hypotension.', ['Septic shock', 'Hypotension due to medication', ...TAIL], ['undated-indicators']),

  row('CDI tip of the month', ANEMIA, 'Remember to document the type of anemia in your patients.', ANEMIA_OPTIONS, ['not-patient-specific']),
  row('Heart failure template', ['LVEF ___% on __/__', 'BNP ___ on __/__', 'Treatment: ____'], 'Please specify type and acuity.', HF_OPTIONS, ['not-patient-specific']),
  row('To all hospitalists', HF, 'When a patient has heart failure, which of these should be documented?', HF_OPTIONS, ['not-patient-specific']),
  row('Query', AKI, '[Patient name] had a creatinine of [value]. Please clarify.', AKI_OPTIONS, ['not-patient-specific']),
  row('Creatinine in all our surgical patients', AKI, 'Any patient whose creatinine rises 0.3 should carry one of the following diagnoses.', AKI_OPTIONS, ['not-patient-specific']),
];

/** One fault, one code; plain readings of what is cited; answers without a sign; one answer where two causes stand. */
export const SPARING_ROWS: readonly WrittenRow[] = [
  row('Delirium?', ['RN 4/2: "pulling at lines"', 'PN 4/3: "not himself at night"'], 'Does this patient have delirium?', YES_NO, ['introduces-new-diagnosis-yes-no'], 'yes-no'),
  row('To the whole team: malnutrition', ['RD 4/2: 12% weight loss', 'MAR: supplements TID'], 'All providers should name the degree. Which is usually right?', ['Moderate malnutrition', 'Severe malnutrition', ...TAIL], ['not-patient-specific']),
  row('Cellulitis organism', ['Wound culture 4/3: MSSA', 'MAR 4/3: cefazolin'], 'Can the cellulitis documented for Mrs. B be specified as to organism?', ['MSSA cellulitis', 'Cellulitis, organism unknown', ...TAIL]),
  row('Sepsis indicators 4/2', ['T 39.4, HR 124, WBC 21 on 4/2', 'ICU 4/2: SOFA 5', 'PN 4/3: "pyelonephritis"'], 'Can the response to the documented pyelonephritis be further clarified?', ['Pyelonephritis with sepsis', 'Pyelonephritis without sepsis', ...TAIL]),
  row('Asthma, severe', ['PN 4/2: "asthma, albuterol q4h"'], 'Please clarify the severity of the asthma treated on 4/2.', ['Mild persistent asthma', 'Severe persistent asthma', ...TAIL], ['leading-title']),
  row('Leg swelling', ['Duplex 4/3: R femoral DVT', 'PN 4/3: "DVT, heparin"'], 'Is paradoxical embolism present with this DVT?', YES_NO, ['introduces-new-diagnosis-yes-no'], 'yes-no'),
  row('Platelets', ['Plt 38 on 4/2', 'PN 4/2: "platelets down, hold heparin"'], 'Please document the diagnosis for which heparin was held. (Draft answer: heparin-induced thrombocytopenia.)', ['Heparin-induced thrombocytopenia', 'Low platelets of another cause', ...TAIL], ['preselected-answer']),
  row('Spells of staring', ["Bed 12's EEG 4/1: spikes", 'RN 4/2: one staring spell, no drug given'], 'Please clarify the spell of 4/2.', ['Focal epilepsy', 'Spell, not clinically significant', ...TAIL], ['indicator-not-from-this-record']),
  row('Respiratory status 4/2', ['ABG 4/2: pH 7.27, pCO2 70', 'BiPAP 4/2', 'ED 4/2: "COPD flare"'], 'Please document the respiratory diagnosis treated with BiPAP.', ['Acute hypercapnic respiratory failure', 'COPD exacerbation without respiratory failure', 'Flail chest', ...TAIL], ['unsupported-option']),
  row('Chest injury 4/2', ['CT 4/2: ribs 4-8 on the left, each broken in two places', 'ED 4/2: "paradoxical movement, intubate"'], 'Please document the chest wall injury treated on 4/2.', ['Flail chest', 'Multiple rib fractures without flail segment', ...TAIL]),
  row('Numb feet', ['A1c 9.1 on 4/2; B12 150 on 4/2', 'PN 4/2: "numb feet, 8 beers a day, gabapentin"'], 'What is the cause of the numbness treated on 4/2?', ['Diabetic polyneuropathy', ...TAIL], ['single-option']),
  row('Numb feet', ['A1c 9.1 on 4/2', 'PN 4/2: "diabetic, feet numb, gabapentin"'], 'What is the cause of the numbness treated on 4/2?', ['Diabetic polyneuropathy', ...TAIL]),
];
