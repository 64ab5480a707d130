import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

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

/** In serum, plasma or blood. 113.12 g/mol. */
export const CREATININE: Measurement = {
  name: 'Creatinine', loinc: ['2160-0', '38483-4', '14682-9'], unit: 'mg/dL', ...everyday({ 'umol/L': 1 / 88.42, 'mmol/L': 1000 / 88.42, 'mg/L': 0.1 }),
  plausible: [0.1, 40], category: 'laboratory',
};

/** Urea in mmol/L is urea nitrogen (28.01 g/mol of it) ×2.801 mg/dL. */
export const BUN: Measurement = {
  name: 'Blood urea nitrogen', loinc: ['3094-0', '6299-2'], unit: 'mg/dL', ...everyday({ 'mmol/L': 2.801 }), plausible: [1, 400], category: 'laboratory',
};

/** 1 mg/mmol of creatinine (113.12 g/mol) is 8.84 mg/g. */
export const UACR: Measurement = {
  name: 'Urine albumin-to-creatinine ratio', loinc: ['9318-7', '14959-1', '13705-9', '32294-1', '30000-4'], unit: 'mg/g',
  ...only({ 'mg/g{creat}': 1, 'ug/mg': 1, 'ug/mg{creat}': 1, 'mg/mmol': 8.84, 'mg/mmol{creat}': 8.84 }), plausible: [0, 30000], category: 'laboratory',
};
