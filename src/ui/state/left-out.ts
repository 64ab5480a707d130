import type { Analysis, LeftOutCode, QuoteEvidence } from '../../domain/model/index.ts';

/** Letters that the context does not decide: what each of their senses would be coded as. */
export interface Undecided {
  readonly letters: string;
  readonly why: string;
  readonly codes: readonly LeftOutCode[];
  readonly evidence: readonly QuoteEvidence[];
}

/** What cannot be told, apart from what was left out for a reason. */
export function undecidedOf({ leftOut }: Analysis): readonly Undecided[] {
  const letters = [...new Set(leftOut.flatMap(({ undecided }) => undecided ?? []))];
  return letters.map((each) => {
    const codes = leftOut.filter(({ undecided }) => undecided === each);
    return { letters: each, why: codes[0]?.why ?? '', codes, evidence: codes[0]?.evidence ?? [] };
  });
}

/** How many of the quotes are the first so many passages, each with what completes it. */
export function inFirstPassages(quotes: readonly QuoteEvidence[], passages: number): number {
  let begun = 0;
  const next = quotes.findIndex(({ completes }) => completes !== true && ++begun > passages);
  return next < 0 ? quotes.length : next;
}
