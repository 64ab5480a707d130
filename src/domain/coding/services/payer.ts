import type { Chart } from '../../model/index.ts';

export type Payer = 'medicare' | 'medicaid' | 'commercial' | 'unknown';

/** Who pays, from the words of a card or a command line. Medicare Advantage follows Medicare's codes. */
export function payerNamed(words: string | null | undefined): Payer {
  const said = (words ?? '').toLowerCase();
  if (said.trim() === '') return 'unknown';
  if (/\bmedicare\b/.test(said)) return 'medicare';
  if (/\b(?:medicaid|medi-cal|chip)\b/.test(said)) return 'medicaid';
  return 'commercial';
}

/** Of the active coverages the first that says it. */
export function payerOf({ coverages }: Pick<Chart, 'coverages'>): Payer {
  return coverages.filter(({ status }) => status === 'active').map(({ kind, name, payor }) => payerNamed([name, kind, payor].filter(isSaid).join(' '))).find((payer) => payer !== 'unknown') ?? 'unknown';
}

function isSaid(words: string | null | undefined): words is string {
  return words !== null && words !== undefined;
}
