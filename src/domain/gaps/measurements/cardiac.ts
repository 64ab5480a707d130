import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

/** I or T; high-sensitivity assays in ng/L, older ones in ng/mL, all compared in ng/L. */
export const TROPONIN: Measurement = {
  name: 'Troponin', loinc: ['89579-7', '67151-1', '10839-9', '6598-7', '42757-5'], unit: 'ng/L',
  ...everyday({ 'pg/mL': 1, 'ng/mL': 1000, 'ug/L': 1000 }), plausible: [0, 1_000_000], category: 'laboratory',
};

export const BNP: Measurement = {
  name: 'BNP', loinc: ['30934-4', '42637-9'], unit: 'pg/mL', ...everyday({ 'ng/L': 1 }), plausible: [0, 100_000], category: 'laboratory',
};

/** 8,457 g/mol. */
export const NT_PRO_BNP: Measurement = {
  name: 'NT-proBNP', loinc: ['33762-6', '83107-3'], unit: 'pg/mL', ...everyday({ 'ng/L': 1, 'ng/mL': 1000, 'pmol/L': 8.457 }), plausible: [0, 500_000], category: 'laboratory',
};

/** Left ventricle, whichever way it was measured. */
export const EJECTION_FRACTION: Measurement = {
  name: 'Left ventricular ejection fraction', loinc: ['10230-1', '18043-0', '8806-2', '8807-0', '8808-8'], unit: '%', ...only({ 1: 100 }), plausible: [3, 95], category: 'imaging',
};
