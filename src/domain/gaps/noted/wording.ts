import type { Measurement } from '../operators/expression.ts';
import * as measured from '../measurements.ts';

/** How a measurement is named in notes, and what a number without a unit means there. */
export interface Wording {
  readonly measurement: Measurement;
  /** Lower case; parts by spaces stand for a space, hyphen, slash or dot. */
  readonly names: readonly string[];
  /** Exact spellings that are common words or symbols otherwise: `K`, `Cr`, `MAP`. In other cases they count only right before a number. */
  readonly cased: readonly string[];
  /** Units by size of a number that has none; the first whose `below` it lies under. Absent: the measurement's own. */
  readonly bare?: readonly { readonly below: number; readonly unit: string }[];
  /** A number counts only with its unit: "lost 22 lb (11 %)". */
  readonly unitNeeded?: true;
  /** "16/27": the most that can be reached. */
  readonly outOf?: number;
  /** "148/92", "7.2/21": what stands after the slash, or null where that is not read. */
  readonly over?: Measurement | null;
  /** Below zero where a minus stands before it. */
  readonly signed?: true;
  /** Named before by another specimen, not this one: "venous pH", "urine Na". */
  readonly notAfter?: readonly string[];
  /** Only beside other vital signs: "P 88". */
  readonly amongVitals?: true;
}

const OTHER_FLUID = ['urine', 'urinary', 'ua', 'u', 'pleural', 'ascitic', 'ascites', 'peritoneal', 'fluid', 'csf', 'stool', 'synovial', 'gastric', 'sputum', 'sweat', 'vitamin', 'vit'];
const NOT_ARTERIAL = [...OTHER_FLUID, 'venous', 'vbg', 'capillary', 'cord', 'scalp'];
const NEVER = Number.MAX_VALUE;

/** From usage in US charts; a clinician may add a name to any row. */
export const WORDINGS: readonly Wording[] = [
  { measurement: measured.BMI, names: ['bmi', 'body mass index'], cased: [], bare: [{ below: NEVER, unit: 'kg/m2' }] },
  { measurement: measured.BMI_PERCENTILE, names: ['bmi percentile', 'bmi for age percentile', 'bmi for age', 'bmi age', 'bmi %ile'], cased: [] },
  { measurement: measured.BODY_WEIGHT, names: ['weight', 'wt', 'body weight', 'weighs', 'weighed'], cased: [], unitNeeded: true },
  { measurement: measured.BODY_HEIGHT, names: ['height', 'ht'], cased: [], unitNeeded: true },
  { measurement: measured.WEIGHT_LOSS_PERCENT, names: ['lost', 'weight loss', 'wt loss', 'loss of weight'], cased: [], unitNeeded: true },
  { measurement: measured.INTAKE_PERCENT, names: ['eating', 'eats', 'ate', 'consuming', 'consumes', 'consumed', 'intake', 'po intake', 'oral intake', 'meal intake', 'food intake', 'meal completion'], cased: [], unitNeeded: true },
  { measurement: measured.A1C, names: ['a1c', 'hba1c', 'hgba1c', 'hgb a1c', 'hb a1c', 'hemoglobin a1c', 'haemoglobin a1c', 'glycated hemoglobin', 'glycohemoglobin', 'glycosylated hemoglobin'], cased: [], bare: [{ below: 20, unit: '%' }, { below: NEVER, unit: 'mmol/mol' }] },
  { measurement: measured.FASTING_GLUCOSE, names: ['fasting glucose', 'fasting plasma glucose', 'fasting blood glucose', 'fasting blood sugar', 'fasting sugar', 'fpg', 'fbg', 'fbs'], cased: [] },
  { measurement: measured.GLUCOSE, names: ['glucose', 'blood glucose', 'blood sugar', 'sugar', 'serum glucose', 'random glucose', 'fingerstick', 'poc glucose', 'accucheck', 'accu check', 'fsbg', 'glucometer', 'dextrostick', 'bgl'], cased: ['Glu', 'GLU', 'BG', 'FSBS', 'Gluc', 'CBG'], notAfter: [...OTHER_FLUID, 'added', 'table', 'brown', 'milk', 'home', 'morning', 'bedtime', 'hemoglobin', 'hgb', 'hb', 'hematocrit', 'hct', 'lead', 'inr'] },
  { measurement: measured.EGFR, names: ['egfr', 'estimated gfr', 'gfr'], cased: [] },
  { measurement: measured.CREATININE, names: ['creatinine', 'creat', 'scr', 'serum creatinine'], cased: ['Cr', 'CR'], bare: [{ below: 30, unit: 'mg/dL' }, { below: NEVER, unit: 'umol/L' }], notAfter: [...OTHER_FLUID, 'protein', 'prot', 'albumin', 'microalbumin', 'alb', 'malb', 'to'] },
  { measurement: measured.BUN, names: ['bun', 'blood urea nitrogen', 'urea nitrogen'], cased: [] },
  { measurement: measured.BUN, names: ['bun cr', 'bun creatinine', 'bun creat'], cased: [], over: measured.CREATININE },
  { measurement: measured.UACR, names: ['uacr', 'urine acr', 'albumin creatinine ratio', 'albumin to creatinine ratio', 'urine albumin creatinine ratio', 'microalbumin creatinine ratio', 'urine microalbumin creatinine ratio', 'urine albumin to creatinine ratio', 'urine microalbumin creatinine', 'urine albumin creatinine', 'urine albumin to creatinine', 'microalbumin creatinine', 'albumin creatinine', 'albumin to creatinine', 'alb creat', 'malb creat', 'microalb creat', 'albumin cr', 'microalbumin cr'], cased: ['ACR'] },
  { measurement: measured.SODIUM, names: ['sodium', 'serum sodium'], cased: ['Na', 'NA'], notAfter: OTHER_FLUID },
  { measurement: measured.POTASSIUM, names: ['potassium', 'serum potassium'], cased: ['K'], notAfter: OTHER_FLUID },
  { measurement: measured.BICARBONATE, names: ['bicarb', 'bicarbonate', 'hco3', 'serum bicarbonate', 'tco2'], cased: ['CO2'], notAfter: ['na', 'sodium'] },
  { measurement: measured.ALBUMIN, names: ['albumin', 'serum albumin'], cased: ['Alb', 'ALB'], notAfter: OTHER_FLUID },
  { measurement: measured.BILIRUBIN, names: ['bilirubin', 'total bilirubin', 'bili', 'total bili', 't bili', 'tbili', 't bilirubin', 'bilirubin total'], cased: [], notAfter: ['direct', 'indirect', 'conjugated', ...OTHER_FLUID] },
  { measurement: measured.LACTATE, names: ['lactate', 'lactic acid'], cased: [], notAfter: OTHER_FLUID },
  { measurement: measured.PROCALCITONIN, names: ['procalcitonin', 'procal', 'pct'], cased: [] },
  { measurement: measured.AMMONIA, names: ['ammonia', 'nh3'], cased: [] },
  { measurement: measured.CREATINE_KINASE, names: ['creatine kinase', 'cpk', 'ck', 'total ck'], cased: [] },
  { measurement: measured.LDL, names: ['ldl', 'ldl c', 'ldl cholesterol'], cased: [] },
  { measurement: measured.TSH, names: ['tsh'], cased: [] },
  { measurement: measured.LEAD, names: ['blood lead', 'lead level', 'blood lead level', 'venous lead', 'capillary lead', 'bll'], cased: [] },
  { measurement: measured.WBC, names: ['wbc', 'white count', 'white blood cell count', 'white blood cells', 'white cell count', 'leukocytes', 'leukocytosis'], cased: [], bare: [{ below: 500, unit: '10*3/uL' }, { below: NEVER, unit: '/uL' }], notAfter: OTHER_FLUID },
  { measurement: measured.ANC, names: ['anc', 'absolute neutrophil count'], cased: [], bare: [{ below: 50, unit: '10*3/uL' }, { below: NEVER, unit: '/uL' }] },
  { measurement: measured.PLATELETS, names: ['platelets', 'platelet', 'platelet count', 'plt', 'plts'], cased: [], bare: [{ below: 3000, unit: '10*3/uL' }, { below: NEVER, unit: '/uL' }] },
  { measurement: measured.HEMOGLOBIN, names: ['hemoglobin', 'haemoglobin', 'hgb', 'hg'], cased: ['Hb', 'HB'], bare: [{ below: 30, unit: 'g/dL' }, { below: NEVER, unit: 'g/L' }], notAfter: OTHER_FLUID },
  { measurement: measured.HEMOGLOBIN, names: ['h h', 'h and h', 'hgb hct', 'hb hct', 'hemoglobin hematocrit', 'hgb and hct', 'hemoglobin and hematocrit'], cased: [], over: null },
  { measurement: measured.MCV, names: ['mcv'], cased: [] },
  { measurement: measured.FERRITIN, names: ['ferritin'], cased: [] },
  { measurement: measured.INR, names: ['inr', 'pt inr'], cased: [] },
  { measurement: measured.CD4, names: ['cd4', 'cd4 count'], cased: [] },
  { measurement: measured.BLOOD_LOSS, names: ['ebl', 'qbl', 'estimated blood loss', 'quantitative blood loss', 'blood loss'], cased: [] },
  { measurement: measured.TROPONIN, names: ['troponin', 'troponins', 'trop', 'trops', 'troponin i', 'troponin t', 'tni', 'tnt'], cased: [], bare: [{ below: 5, unit: 'ng/mL' }, { below: NEVER, unit: 'ng/L' }] },
  { measurement: measured.TROPONIN, names: ['hs trop', 'hs troponin', 'hstrop', 'hs tn', 'hstn', 'hs tni', 'hs tnt', 'hstni', 'hstnt', 'high sensitivity troponin', 'hs troponin i', 'hs troponin t', 'high sensitivity troponin i', 'high sensitivity troponin t'], cased: [] },
  { measurement: measured.BNP, names: ['bnp', 'b type natriuretic peptide', 'brain natriuretic peptide'], cased: [] },
  { measurement: measured.NT_PRO_BNP, names: ['probnp', 'pro bnp', 'nt probnp', 'nt pro bnp', 'ntprobnp', 'n terminal probnp'], cased: [] },
  { measurement: measured.EJECTION_FRACTION, names: ['lvef', 'ejection fraction', 'lv ejection fraction', 'left ventricular ejection fraction', 'lv ef'], cased: ['EF'], bare: [{ below: 1, unit: '1' }, { below: NEVER, unit: '%' }], notAfter: ['rv', 'right', 'gallbladder', 'gb'] },
  { measurement: measured.SPO2, names: ['spo2', 'sao2', 'o2 sat', 'o2 sats', 'o2sat', 'sat', 'sats', 'satting', 'saturating', 'saturation', 'oxygen saturation', 'o2 saturation', 'pulse ox', 'pulse oximetry', 'desat to', 'desatted to', 'desaturated to', 'desats to', 'desaturating to', 'desaturates to', 'pox'], cased: [], notAfter: ['transferrin', 'iron', 'tsat', 'venous', 'tibc'] },
  { measurement: measured.PAO2, names: ['po2', 'pao2'], cased: [], notAfter: NOT_ARTERIAL },
  { measurement: measured.PACO2, names: ['pco2', 'paco2'], cased: [], notAfter: NOT_ARTERIAL },
  { measurement: measured.ARTERIAL_PH, names: ['ph', 'arterial ph'], cased: [], notAfter: NOT_ARTERIAL },
  { measurement: measured.PF_RATIO, names: ['p f', 'p f ratio', 'pao2 fio2', 'pao2 fio2 ratio', 'pf ratio'], cased: [] },
  { measurement: measured.FEV1_FVC, names: ['fev1 fvc', 'fev1 fvc ratio', 'fev 1 fvc', 'fev1 to fvc ratio'], cased: [], bare: [{ below: 1.01, unit: '1' }, { below: NEVER, unit: '%' }] },
  { measurement: measured.SYSTOLIC, names: ['bp', 'blood pressure', 'b p', 'blood pressures', 'bps'], cased: [], over: measured.DIASTOLIC },
  { measurement: measured.SYSTOLIC, names: ['sbp', 'systolic', 'systolic bp', 'systolic blood pressure', 'systolics', 'sbps'], cased: [], over: measured.DIASTOLIC },
  { measurement: measured.DIASTOLIC, names: ['dbp', 'diastolic', 'diastolic bp', 'diastolic blood pressure'], cased: [] },
  { measurement: measured.MEAN_ARTERIAL_PRESSURE, names: ['maps', 'mean arterial pressure'], cased: ['MAP'] },
  { measurement: measured.HEART_RATE, names: ['hr', 'heart rate', 'pulse', 'pulse rate', 'heart rates'], cased: [] },
  { measurement: measured.HEART_RATE, names: [], cased: ['P'], amongVitals: true },
  { measurement: measured.RESPIRATORY_RATE, names: ['rr', 'resp rate', 'respiratory rate', 'respirations', 'resp', 'resps'], cased: [] },
  { measurement: measured.RESPIRATORY_RATE, names: [], cased: ['R'], amongVitals: true },
  { measurement: measured.TEMPERATURE, names: ['temp', 'temperature', 'tmax', 't max', 'max temp', 'tcurrent', 'febrile to', 'fever to', 'fever of', 'temps'], cased: ['T'], bare: [{ below: 60, unit: 'Cel' }, { below: NEVER, unit: '[degF]' }] },
  { measurement: measured.GCS, names: ['gcs', 'glasgow coma scale', 'glasgow coma score'], cased: [], outOf: 15 },
  { measurement: measured.PHQ9, names: ['phq 9', 'phq9'], cased: [], outOf: 27 },
  { measurement: measured.PHQ2, names: ['phq 2', 'phq2'], cased: [], outOf: 6 },
  { measurement: measured.PHQA, names: ['phq a', 'phqa', 'phq 9a', 'phq 9 a', 'phq 9 modified', 'phq 9m'], cased: [], outOf: 27 },
  { measurement: measured.GAD7, names: ['gad 7', 'gad7'], cased: [], outOf: 21 },
  { measurement: measured.EPDS, names: ['epds', 'edinburgh', 'edinburgh postnatal depression scale'], cased: [], outOf: 30 },
  { measurement: measured.MOCA, names: ['moca', 'montreal cognitive assessment'], cased: [], outOf: 30 },
  { measurement: measured.NIHSS, names: ['nihss', 'nih stroke scale', 'nih stroke score'], cased: [], outOf: 42 },
  { measurement: measured.AUDIT_C, names: ['audit c', 'auditc'], cased: [], outOf: 12 },
  { measurement: measured.ASTHMA_CONTROL_TEST, names: ['asthma control test', 'act score', 'c act'], cased: ['ACT'], outOf: 25 },
  { measurement: measured.T_SCORE, names: ['t score', 'tscore', 't scores'], cased: [], signed: true },
];

/** Words of a gas whose numbers follow in this order: "ABG 7.28/68/54". */
export const GAS_NAMES: ReadonlySet<string> = new Set(['abg', 'abgs']);
export const GAS_ORDER: readonly Measurement[] = [measured.ARTERIAL_PH, measured.PACO2, measured.PAO2];
