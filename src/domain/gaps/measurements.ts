import type { Measurement } from './operators/expression.ts';

/**
 * Everyday units with their factors, as The Unified Code for Units of Measure 2.2 defines them (the pound, inch and what
 * follows from them: international yard and pound agreement, 1959). Any other unit of the dimension is left to unit arithmetic.
 */
const everyday = (factors: Readonly<Record<string, number>>) =>
  ({ units: 'ucum', conversions: Object.entries(factors).map(([from, times]) => ({ from, times, plus: 0 })) } as const);

/** Plausible ranges are wider than any living adult's: they catch pounds charted as kilograms and metres as centimetres, not illness. */
const BODY_WEIGHT: Measurement = {
  name: 'Body weight', loinc: ['29463-7', '3141-9', '3142-7'], unit: 'kg', ...everyday({ g: 0.001, '[lb_av]': 0.45359237, '[oz_av]': 0.028349523125, '[stone_av]': 6.35029318 }), plausible: [1, 650], category: 'vital-signs',
};

const BODY_HEIGHT: Measurement = {
  name: 'Body height', loinc: ['8302-2', '3137-7', '3138-5'], unit: 'm', ...everyday({ cm: 0.01, mm: 0.001, '[in_i]': 0.0254, '[ft_i]': 0.3048 }), plausible: [0.4, 2.75], category: 'vital-signs',
};

export const BMI: Measurement = {
  name: 'Body mass index', loinc: ['39156-5'], unit: 'kg/m2', ...everyday({}), plausible: [8, 200], category: 'vital-signs',
  computedFrom: { weight: BODY_WEIGHT, height: BODY_HEIGHT, heightFromAge: 18 },
};

/** IFCC to NGSP by the master equation (Hoelzel 2004; NGSP 2010): NGSP % = 0.0915 × IFCC mmol/mol + 2.15. UCUM alone would make 53 mmol/mol 5.3 %. */
export const A1C: Measurement = {
  name: 'Hemoglobin A1c', loinc: ['4548-4', '4549-2', '17856-6', '59261-8'], unit: '%', units: 'listed',
  conversions: [{ from: 'mmol/mol', times: 0.0915, plus: 2.15 }], plausible: [2.5, 25], category: 'laboratory',
};

/** Fasting plasma or serum only. Glucose: 180.16 g/mol. */
export const FASTING_GLUCOSE: Measurement = {
  name: 'Fasting glucose', loinc: ['1558-6', '10450-5', '14771-0'], unit: 'mg/dL',
  ...everyday({ 'mmol/L': 18.016, 'g/L': 100, 'mg/L': 0.1, 'g/dL': 1000 }), plausible: [10, 2000], category: 'laboratory',
};

/**
 * Estimated GFR already indexed to 1.73 m², adult equations: CKD-EPI 2021 creatinine (98979-8) and creatinine with cystatin C (98980-6),
 * CKD-EPI 2009 (62238-1; by race 88293-6, 88294-4), MDRD (33914-3, 77147-7; by race 48642-3, 48643-1), cystatin C (50210-4), equation not said (69405-9).
 * Values by race are read, not preferred: a day on which any equation gives a passing value does not count (NKF–ASN 2021).
 * mL/min without the area is another quantity (creatinine clearance) and is never taken.
 */
export const EGFR: Measurement = {
  name: 'eGFR', loinc: ['98979-8', '98980-6', '62238-1', '88293-6', '88294-4', '33914-3', '77147-7', '48642-3', '48643-1', '50210-4', '69405-9'],
  unit: 'mL/min/{1.73_m2}', units: 'listed', conversions: [{ from: 'mL/s/{1.73_m2}', times: 60, plus: 0 }], plausible: [0, 250], category: 'laboratory',
};

/** UCUM: 1 mm[Hg] is 133.322 Pa. */
const PRESSURE = everyday({ kPa: 1 / 0.133322 });

export const SYSTOLIC: Measurement = {
  name: 'Systolic blood pressure', loinc: ['8480-6'], unit: 'mm[Hg]', ...PRESSURE, plausible: [30, 320], category: 'vital-signs',
};

export const DIASTOLIC: Measurement = {
  name: 'Diastolic blood pressure', loinc: ['8462-4'], unit: 'mm[Hg]', ...PRESSURE, plausible: [10, 220], category: 'vital-signs',
};
