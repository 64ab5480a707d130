import type { Measurement } from '../operators/expression.ts';
import { everyday, only } from './units.ts';

/** Pulse oximetry or arterial, on whatever the patient breathed. */
export const SPO2: Measurement = {
  name: 'Oxygen saturation', loinc: ['59408-5', '2708-6', '59410-1'], unit: '%', ...only({}), plausible: [30, 100], category: 'vital-signs',
};

/** Only where the result or the words say that the patient breathed room air. */
export const SPO2_ROOM_AIR: Measurement = {
  name: 'Oxygen saturation on room air', loinc: ['59410-1'], unit: '%', ...only({}), plausible: [30, 100], category: 'vital-signs',
};

export const OXYGEN_FLOW: Measurement = {
  name: 'Inhaled oxygen flow rate', loinc: ['3151-8'], unit: 'L/min', ...only({}), plausible: [0, 100], category: 'vital-signs',
};

const PRESSURE = everyday({ kPa: 1 / 0.133322 });

export const PAO2: Measurement = {
  name: 'Arterial oxygen pressure', loinc: ['2703-7'], unit: 'mm[Hg]', ...PRESSURE, plausible: [15, 700], category: 'laboratory',
};

export const PACO2: Measurement = {
  name: 'Arterial carbon dioxide pressure', loinc: ['2019-8'], unit: 'mm[Hg]', ...PRESSURE, plausible: [5, 200], category: 'laboratory',
};

export const ARTERIAL_PH: Measurement = {
  name: 'Arterial pH', loinc: ['2744-1'], unit: '[pH]', ...only({ 1: 1 }), plausible: [6.5, 8], category: 'laboratory',
};

/** PaO₂ in mmHg ÷ the fraction of inspired oxygen (Horowitz). */
export const PF_RATIO: Measurement = {
  name: 'PaO2/FiO2 ratio', loinc: ['50984-4'], unit: 'mm[Hg]', ...only({ 1: 1, kPa: 1 / 0.133322 }), plausible: [20, 700], category: 'laboratory',
};

/** As a fraction: 0.7, not 70. */
export const FEV1_FVC: Measurement = {
  name: 'FEV1/FVC', loinc: ['19926-5'], unit: '1', ...only({ '%': 0.01, '{ratio}': 1 }), plausible: [0.1, 1], category: 'procedure',
};

/** Only where the words say that it was measured after a bronchodilator. As a fraction. */
export const FEV1_FVC_POST: Measurement = {
  name: 'FEV1/FVC after a bronchodilator', loinc: [], unit: '1', ...only({ '%': 0.01, '{ratio}': 1 }), plausible: [0.1, 1], category: 'procedure',
};
