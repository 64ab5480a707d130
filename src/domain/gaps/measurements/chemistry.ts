import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

/** Univalent ions: one equivalent is one mole. */
const UNIVALENT = everyday({ 'meq/L': 1 });

export const SODIUM: Measurement = {
  name: 'Sodium', loinc: ['2951-2', '2947-0'], unit: 'mmol/L', ...UNIVALENT, plausible: [90, 210], category: 'laboratory',
};

export const POTASSIUM: Measurement = {
  name: 'Potassium', loinc: ['2823-3', '6298-4'], unit: 'mmol/L', ...UNIVALENT, plausible: [1, 12], category: 'laboratory',
};

/** Bicarbonate, or total carbon dioxide of a basic panel, which clinicians use alike. */
export const BICARBONATE: Measurement = {
  name: 'Bicarbonate', loinc: ['1963-8', '2028-9', '1959-6'], unit: 'mmol/L', ...UNIVALENT, plausible: [1, 70], category: 'laboratory',
};

export const ALBUMIN: Measurement = {
  name: 'Albumin', loinc: ['1751-7'], unit: 'g/dL', ...everyday({ 'g/L': 0.1 }), plausible: [0.5, 8], category: 'laboratory',
};

/** Total. 584.7 g/mol. */
export const BILIRUBIN: Measurement = {
  name: 'Total bilirubin', loinc: ['1975-2', '14631-6'], unit: 'mg/dL', ...everyday({ 'umol/L': 1 / 17.1 }), plausible: [0, 80], category: 'laboratory',
};

/** 90.08 g/mol. */
export const LACTATE: Measurement = {
  name: 'Lactate', loinc: ['2524-7', '32693-4', '2518-9'], unit: 'mmol/L', ...everyday({ 'mg/dL': 0.111, 'meq/L': 1 }), plausible: [0.1, 40], category: 'laboratory',
};

export const PROCALCITONIN: Measurement = {
  name: 'Procalcitonin', loinc: ['33959-8'], unit: 'ng/mL', ...everyday({ 'ug/L': 1 }), plausible: [0, 1000], category: 'laboratory',
};

/** 17.03 g/mol. */
export const AMMONIA: Measurement = {
  name: 'Ammonia', loinc: ['16362-6', '22763-7'], unit: 'umol/L', ...everyday({ 'ug/dL': 0.5872, 'ug/L': 0.05872 }), plausible: [1, 2000], category: 'laboratory',
};

export const CREATINE_KINASE: Measurement = {
  name: 'Creatine kinase', loinc: ['2157-6'], unit: 'U/L', ...only({ '[IU]/L': 1 }), plausible: [1, 2_000_000], category: 'laboratory',
};

/** Cholesterol: 386.7 g/mol. Calculated and direct. */
export const LDL: Measurement = {
  name: 'LDL cholesterol', loinc: ['2089-1', '13457-7', '18262-6', '22748-8'], unit: 'mg/dL', ...everyday({ 'mmol/L': 38.67 }), plausible: [1, 1000], category: 'laboratory',
};

export const TSH: Measurement = {
  name: 'Thyrotropin (TSH)', loinc: ['3016-3', '11580-8', '11579-0'], unit: 'm[IU]/L', ...only({ 'u[IU]/mL': 1, 'mU/L': 1, 'uU/mL': 1 }), plausible: [0, 1000], category: 'laboratory',
};

/** Venous, capillary, or not said. 207.2 g/mol. */
export const LEAD: Measurement = {
  name: 'Blood lead', loinc: ['77307-7', '10368-9', '5671-3'], unit: 'ug/dL', ...everyday({ 'umol/L': 20.72, 'ug/L': 0.1 }), plausible: [0, 300], category: 'laboratory',
};
