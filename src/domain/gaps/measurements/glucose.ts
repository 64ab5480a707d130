import type { Measurement } from '../operators/expression.ts';
import { everyday } from './units.ts';

/** IFCC to NGSP by the master equation (Hoelzel 2004; NGSP 2010): NGSP % = 0.0915 × IFCC mmol/mol + 2.15. UCUM alone would make 53 mmol/mol 5.3 %. */
export const A1C: Measurement = {
  name: 'Hemoglobin A1c', loinc: ['4548-4', '4549-2', '17856-6', '59261-8'], unit: '%', units: 'listed',
  conversions: [{ from: 'mmol/mol', times: 0.0915, plus: 2.15 }], plausible: [2.5, 25], category: 'laboratory',
};

/** Glucose: 180.16 g/mol. */
const GLUCOSE_UNITS = everyday({ 'mmol/L': 18.016, 'g/L': 100, 'mg/L': 0.1, 'g/dL': 1000 });

/** Fasting plasma or serum only. */
export const FASTING_GLUCOSE: Measurement = {
  name: 'Fasting glucose', loinc: ['1558-6', '10450-5', '14771-0'], unit: 'mg/dL', ...GLUCOSE_UNITS, plausible: [10, 2000], category: 'laboratory',
};

/** At any time, in serum, plasma or blood, from the laboratory or a meter. */
export const GLUCOSE: Measurement = {
  name: 'Glucose', loinc: ['2345-7', '2339-0', '2340-8', '41653-7', '14749-6', '15074-8'], unit: 'mg/dL', ...GLUCOSE_UNITS, plausible: [5, 2500], category: 'laboratory',
};
