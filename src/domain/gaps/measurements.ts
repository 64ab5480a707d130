export { BNP, EJECTION_FRACTION, NT_PRO_BNP, TROPONIN } from './measurements/cardiac.ts';
export {
  ALBUMIN, AMMONIA, BICARBONATE, BILIRUBIN, CREATINE_KINASE, LACTATE, LDL, LEAD, POTASSIUM, PROCALCITONIN, SODIUM, TSH,
} from './measurements/chemistry.ts';
export { A1C, FASTING_GLUCOSE, GLUCOSE } from './measurements/glucose.ts';
export { ANC, BLOOD_LOSS, CD4, FERRITIN, HEMOGLOBIN, INR, MCV, PLATELETS, WBC } from './measurements/hematology.ts';
export { INTAKE_PERCENT, WEIGHT_LOSS_PERCENT } from './measurements/nutrition.ts';
export { BUN, CREATININE, EGFR, UACR } from './measurements/renal.ts';
export { ARTERIAL_PH, FEV1_FVC, FEV1_FVC_POST, OXYGEN_FLOW, PACO2, PAO2, PF_RATIO, SPO2, SPO2_ROOM_AIR } from './measurements/respiratory.ts';
export { ASTHMA_CONTROL_TEST, AUDIT_C, EPDS, GAD7, GCS, MOCA, NIHSS, PHQ2, PHQ9, PHQA, T_SCORE } from './measurements/scores.ts';
export {
  BMI, BMI_PERCENTILE, BODY_HEIGHT, BODY_WEIGHT, DIASTOLIC, HEART_RATE, MEAN_ARTERIAL_PRESSURE, RESPIRATORY_RATE, SYSTOLIC, TEMPERATURE,
} from './measurements/vitals.ts';
