import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

/** Cell counts: 10⁹/L is 10³/µL. */
const COUNTS = only({ '10*9/L': 1, '/uL': 0.001, '{cells}/uL': 0.001, '/mm3': 0.001 });

export const WBC: Measurement = {
  name: 'White blood cells', loinc: ['6690-2', '26464-8', '804-5'], unit: '10*3/uL', ...COUNTS, plausible: [0, 1000], category: 'laboratory',
};

/** Absolute neutrophil count. */
export const ANC: Measurement = {
  name: 'Neutrophils', loinc: ['751-8', '26499-4', '753-4'], unit: '10*3/uL', ...COUNTS, plausible: [0, 500], category: 'laboratory',
};

export const PLATELETS: Measurement = {
  name: 'Platelets', loinc: ['777-3', '26515-7', '778-1'], unit: '10*3/uL', ...COUNTS, plausible: [0, 5000], category: 'laboratory',
};

/** mmol/L of the monomer, 16.11 g/mol. */
export const HEMOGLOBIN: Measurement = {
  name: 'Hemoglobin', loinc: ['718-7', '20509-6', '30313-1', '59260-0'], unit: 'g/dL', ...everyday({ 'g/L': 0.1, 'mmol/L': 1.611 }), plausible: [1, 26], category: 'laboratory',
};

export const MCV: Measurement = {
  name: 'Mean corpuscular volume', loinc: ['787-2', '30428-7'], unit: 'fL', ...only({ 'um3': 1 }), plausible: [40, 160], category: 'laboratory',
};

export const FERRITIN: Measurement = {
  name: 'Ferritin', loinc: ['2276-4'], unit: 'ng/mL', ...everyday({ 'ug/L': 1 }), plausible: [0, 200_000], category: 'laboratory',
};

export const INR: Measurement = {
  name: 'INR', loinc: ['6301-6', '34714-6'], unit: '{INR}', ...only({ 1: 1, '{ratio}': 1 }), plausible: [0.5, 30], category: 'laboratory',
};

/** Helper T cells. */
export const CD4: Measurement = {
  name: 'CD4 count', loinc: ['24467-3'], unit: '/uL', ...only({ '{cells}/uL': 1, '/mm3': 1, '10*3/uL': 1000, '10*9/L': 1000 }), plausible: [0, 5000], category: 'laboratory',
};

/** Told in notes only: estimated, of an operation or a birth. */
export const BLOOD_LOSS: Measurement = {
  name: 'Blood loss', loinc: [], unit: 'mL', ...only({ L: 1000, cc: 1 }), plausible: [0, 20_000], category: 'procedure',
};
