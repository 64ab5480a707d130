import type { Chart } from '../../model/index.ts';
import { isUnderAny } from '../hierarchy.ts';
import type { Statement } from '../statements.ts';
import { daysBefore } from './when.ts';

/**
 * Acute events whose code holds for a time only: after it, the same words tell of the past.
 * Authority: Guidelines I.C.9.e.1 (myocardial infarction: four weeks), I.C.9.d.1 and tabular I60–I69 (stroke: the initial episode of care).
 */
const EVENTS: readonly { readonly of: readonly string[]; readonly days: number }[] = [
  { of: ['I21', 'I22'], days: 28 },
  { of: ['I60', 'I61', 'I62', 'I63'], days: 7 },
];

/** True where the sentence dates such an event longer ago than its code holds. In a stay the stroke that brought the patient counts from admission. */
export function isPastEvent({ words, at, mention }: Statement, code: string, { encounter, asOf }: Chart): boolean {
  const row = EVENTS.find(({ of }) => isUnderAny(code, of));
  if (row === undefined) return false;
  const day = (encounter.start ?? asOf).slice(0, 10);
  const ago = daysBefore(words, at + mention.text.length, day);
  return ago !== null && ago > row.days;
}
