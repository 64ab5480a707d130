import type { Measurement } from '../operators/expression.ts';
import { only } from './units.ts';

/** A sum of points has no unit; servers write these. */
const POINTS = only({ 1: 1, '{#}': 1, '{points}': 1 });

const score = (name: string, loinc: readonly string[], most: number, least = 0): Measurement =>
  ({ name, loinc, unit: '{score}', ...POINTS, plausible: [least, most], category: 'survey' });

export const GCS: Measurement = { ...score('Glasgow Coma Scale', ['9269-2'], 15, 3), category: 'vital-signs' };
export const PHQ9: Measurement = score('PHQ-9 total score', ['44261-6'], 27);
export const PHQ2: Measurement = score('PHQ-2 total score', ['55758-7'], 6);
/** PHQ-9 modified for teens. */
export const PHQA: Measurement = score('PHQ-A total score', ['89204-2'], 27);
export const GAD7: Measurement = score('GAD-7 total score', ['70274-6'], 21);
/** Edinburgh Postnatal Depression Scale. */
export const EPDS: Measurement = score('EPDS total score', ['71354-5', '99046-5'], 30);
export const MOCA: Measurement = score('Montreal Cognitive Assessment', ['72172-0'], 30);
export const NIHSS: Measurement = score('NIH Stroke Scale', ['70184-7'], 42);
export const AUDIT_C: Measurement = score('AUDIT-C total score', ['75626-2'], 12);
export const ASTHMA_CONTROL_TEST: Measurement = score('Asthma Control Test', ['82674-3'], 25, 5);

/** Standard deviations from a young adult's bone density; the lowest site counts. */
export const T_SCORE: Measurement = {
  name: 'Bone density T-score', loinc: ['38263-0', '38264-8', '38267-1'], unit: '{T-score}', ...only({ 1: 1, '{score}': 1, '{SD}': 1 }), plausible: [-8, 8], category: 'imaging',
};
