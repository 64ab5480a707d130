/** A measured thing as the conditions of the family tables name it, with its unit and the names it goes by in a chart. */
interface Analyte {
  readonly names: string;
  /** Brings the ways of writing it to the table's unit. */
  readonly unit?: (value: number) => number;
  /** Written in pairs: only the first number is meant. */
  readonly pair?: boolean;
  /** Values that look like years may be meant. */
  readonly thousands?: boolean;
}

const perMicroliter = (value: number): number => (value >= 1000 ? value / 1000 : value);

export const ANALYTES: Readonly<Record<string, Analyte>> = {
  na: { names: 'na, sodium' }, // mmol/L
  k: { names: 'k, potassium' }, // mmol/L
  ca: { names: 'ca, calcium, corrected ca, corrected calcium' }, // mg/dL
  ica: { names: 'ica, ionized ca, ionized calcium' }, // mmol/L
  mg: { names: 'mg, magnesium, mag' }, // mg/dL
  phos: { names: 'phos, phosphorus, phosphate, po4' }, // mg/dL
  cl: { names: 'cl, chloride' },
  hco3: { names: 'hco3, bicarb, bicarbonate, co2' }, // mmol/L
  ph: { names: 'ph, arterial ph' },
  pco2: { names: 'pco2, paco2' }, // mm Hg
  po2: { names: 'po2, pao2' }, // mm Hg
  spo2: { names: 'spo2, sat, sats, o2 sat, o2 sats, sao2, pulse ox, saturation' }, // %
  pf: { names: 'p f, p f ratio, pf ratio' }, // mm Hg
  lactate: { names: 'lactate, lactic acid, lactic' }, // mmol/L
  glucose: { names: 'glucose, bg, fsbg, blood sugar, glu, poc glucose, fsbs, bs' }, // mg/dL
  a1c: { names: 'a1c, hba1c, hemoglobin a1c', unit: (value) => (value > 20 ? 0.0915 * value + 2.15 : value) }, // %, of mmol/mol (NGSP and IFCC)
  cr: { names: 'cr, creatinine, scr, creat' }, // mg/dL
  bun: { names: 'bun' },
  egfr: { names: 'egfr, gfr' }, // mL/min/1.73 m²
  hgb: { names: 'hgb, hb, hemoglobin, h h', unit: (value) => (value > 30 ? value / 10 : value) }, // g/dL, of g/L
  plt: { names: 'plt, plts, platelet, platelets, platelet count, plt count', unit: perMicroliter, thousands: true }, // 10⁹/L
  wbc: { names: 'wbc, wbcs, leukocytes', unit: perMicroliter, thousands: true }, // 10⁹/L
  anc: { names: 'anc, absolute neutrophil count', unit: (value) => (value >= 20 ? value / 1000 : value), thousands: true },
  inr: { names: 'inr' },
  mcv: { names: 'mcv' },
  ferritin: { names: 'ferritin', thousands: true },
  ck: { names: 'ck, cpk, creatine kinase', thousands: true }, // U/L
  lipase: { names: 'lipase', thousands: true }, // U/L
  ammonia: { names: 'ammonia, nh3' }, // µmol/L
  bili: { names: 'bili, tbili, t bili, bilirubin, total bilirubin, tsb' }, // mg/dL
  alt: { names: 'alt', thousands: true },
  ast: { names: 'ast', thousands: true },
  tsh: { names: 'tsh' }, // mIU/L
  bnp: { names: 'bnp, nt probnp, probnp, ntprobnp', thousands: true }, // pg/mL
  ef: { names: 'ef, lvef, ejection fraction, ef of' }, // %
  bmi: { names: 'bmi, body mass index' }, // kg/m²
  sbp: { names: 'bp, sbp, blood pressure, systolic, systolic blood pressure', pair: true, unit: (value) => (value < 34 && !Number.isInteger(value) ? value * 7.5 : value) }, // mm Hg, of kPa
  map: { names: 'map' }, // mm Hg
  hr: { names: 'hr, heart rate, pulse' }, // /min
  rr: { names: 'rr, resp rate, respiratory rate' }, // /min
  temp: { names: 't, temp, tmax, temperature, fever', unit: (value) => (value > 60 ? ((value - 32) * 5) / 9 : value) }, // °C
  gcs: { names: 'gcs' },
  uosm: { names: 'uosm, urine osm, urine osmolality' },
  osm: { names: 'serum osm, sosm, serum osmolality, osm' },
  una: { names: 'una, urine na, urine sodium' },
  fev1: { names: 'fev1 fvc' },
  tscore: { names: 't score' }, // the sign is not read: below the mean
  cd4: { names: 'cd4, cd4 count' },
  ciwa: { names: 'ciwa, ciwa ar, ciwa score, ciwa scores' },
  phq: { names: 'phq, phq 9, phq9' },
  tg: { names: 'tg, tgs, triglyceride, triglycerides', thousands: true }, // mg/dL
  uricacid: { names: 'uric acid, urate' },
  retic: { names: 'retic, retic count, reticulocyte, reticulocytes' }, // %
  fena: { names: 'fena' }, // %
  intake: { names: 'intake, po intake, eating' }, // % of need
  albumin: { names: 'albumin, alb' },
};
