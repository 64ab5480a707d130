import { isUnderAny } from './hierarchy.ts';

/** What a past condition is reported as, beside the conditions that it bears on. */
const HISTORY_CODES: readonly { readonly of: readonly string[]; readonly code: string; readonly beside: readonly string[]; readonly authority: string }[] = [
  { of: ['I21', 'I22'], code: 'I25.2', beside: ['I20', 'I24', 'I25.1', 'I25.5', 'I25.7', 'I25.8', 'I25.9', 'I50', 'I11.0', 'I13', 'I42', 'Z95.1', 'Z95.5'], authority: 'ICD-10-CM Guidelines I.C.9.e.4; tabular I25.2' },
];

/** The code of the history of a condition that is over; null where the table has none. */
export function historyCode(code: string): string | null {
  return HISTORY_CODES.find(({ of }) => isUnderAny(code, of))?.code ?? null;
}

/** Where a history code made from a past condition may stand; null where anywhere. */
export function historyBeside(code: string): readonly string[] | null {
  return HISTORY_CODES.find((row) => row.code === code)?.beside ?? null;
}
