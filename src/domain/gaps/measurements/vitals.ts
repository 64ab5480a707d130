import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

/** Plausible ranges are wider than any living adult's: they catch pounds charted as kilograms and metres as centimetres, not illness. */
export const BODY_WEIGHT: Measurement = {
  name: 'Body weight', loinc: ['29463-7', '3141-9', '3142-7'], unit: 'kg',
  ...everyday({ g: 0.001, '[lb_av]': 0.45359237, '[oz_av]': 0.028349523125, '[stone_av]': 6.35029318 }), plausible: [1, 650], category: 'vital-signs',
};

export const BODY_HEIGHT: Measurement = {
  name: 'Body height', loinc: ['8302-2', '3137-7', '3138-5'], unit: 'm',
  ...everyday({ cm: 0.01, mm: 0.001, '[in_i]': 0.0254, '[ft_i]': 0.3048 }), plausible: [0.4, 2.75], category: 'vital-signs',
};

export const BMI: Measurement = {
  name: 'Body mass index', loinc: ['39156-5'], unit: 'kg/m2', ...everyday({}), plausible: [8, 200], category: 'vital-signs',
  computedFrom: { weight: BODY_WEIGHT, height: BODY_HEIGHT, heightFromAge: 18 },
};

/** By age and sex (CDC); percent of the reference population below. */
export const BMI_PERCENTILE: Measurement = {
  name: 'Body mass index percentile', loinc: ['59576-9'], unit: '%', ...only({ '{percentile}': 1 }), plausible: [0, 100], category: 'vital-signs',
};

/** UCUM: 1 mm[Hg] is 133.322 Pa. */
const PRESSURE = everyday({ kPa: 1 / 0.133322 });

export const SYSTOLIC: Measurement = {
  name: 'Systolic blood pressure', loinc: ['8480-6'], unit: 'mm[Hg]', ...PRESSURE, plausible: [30, 320], category: 'vital-signs',
};

export const DIASTOLIC: Measurement = {
  name: 'Diastolic blood pressure', loinc: ['8462-4'], unit: 'mm[Hg]', ...PRESSURE, plausible: [10, 220], category: 'vital-signs',
};

export const MEAN_ARTERIAL_PRESSURE: Measurement = {
  name: 'Mean arterial pressure', loinc: ['8478-0'], unit: 'mm[Hg]', ...PRESSURE, plausible: [15, 250], category: 'vital-signs',
};

export const HEART_RATE: Measurement = {
  name: 'Heart rate', loinc: ['8867-4', '8893-0'], unit: '/min', ...only({ '{beats}/min': 1 }), plausible: [10, 350], category: 'vital-signs',
};

export const RESPIRATORY_RATE: Measurement = {
  name: 'Respiratory rate', loinc: ['9279-1'], unit: '/min', ...only({ '{breaths}/min': 1 }), plausible: [2, 120], category: 'vital-signs',
};

/** Whatever the site of measurement. */
export const TEMPERATURE: Measurement = {
  name: 'Body temperature', loinc: ['8310-5', '8331-1', '8332-9', '8328-7'], unit: 'Cel', units: 'listed',
  conversions: [{ from: '[degF]', times: 5 / 9, plus: -160 / 9 }], plausible: [20, 45], category: 'vital-signs',
};
