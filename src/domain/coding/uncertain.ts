import type { Chart, Mention, Note } from '../model/index.ts';
import { isAtOrBelow } from './hierarchy.ts';

export const UNCERTAIN_OUTPATIENT =
  'Documented as uncertain (probable, suspected, rule out…): not coded in an outpatient visit or before discharge (ICD-10-CM Guidelines IV.H, II.H).';

/** Coded only when confirmed, even at inpatient discharge. */
const NEEDS_CONFIRMATION: readonly { readonly code: string; readonly authority: string }[] = [
  { code: 'B20', authority: 'ICD-10-CM Guidelines I.C.1.a.1 (HIV)' },
  { code: 'A92.5', authority: 'ICD-10-CM Guidelines I.C.1.f (Zika)' },
  { code: 'U07.1', authority: 'ICD-10-CM Guidelines I.C.1.g.1.a (COVID-19)' },
  { code: 'J09', authority: 'ICD-10-CM Guidelines I.C.10.c (certain influenzas)' },
  { code: 'J10', authority: 'ICD-10-CM Guidelines I.C.10.c (certain influenzas)' },
];

/**
 * An uncertain diagnosis is coded as if it existed only at inpatient discharge, from a discharge summary or final
 * note, when it is recent, and not for the conditions that need confirmation.
 */
export function mayBeCodedUncertain(mention: Mention, note: Note, chart: Chart): boolean {
  if (chart.encounter.setting !== 'inpatient' || note.type !== 'discharge') return false;
  if (!mention.assertion.recent) return false;
  return !mention.codes.some((code) => NEEDS_CONFIRMATION.some((row) => isAtOrBelow(code, row.code)));
}
