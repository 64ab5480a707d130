import type { Measurement } from '../operators/expression.ts';
import { only } from './units.ts';

/** Told in notes only: unintended loss, in percent of the weight before; the words give its span of time. */
export const WEIGHT_LOSS_PERCENT: Measurement = {
  name: 'Weight loss', loinc: [], unit: '%', ...only({}), plausible: [0.1, 80], category: 'survey',
};

/** Told in notes only: share of meals or of the estimated need that the patient takes. */
export const INTAKE_PERCENT: Measurement = {
  name: 'Food intake', loinc: [], unit: '%', ...only({}), plausible: [0, 150], category: 'survey',
};
