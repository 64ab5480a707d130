/** Releases whose counts CMS has published and this product has checked code by code (docs/code-set.md). */
const KNOWN: readonly KnownRelease[] = [
  { year: 2026, edition: 'April 2026', billable: 74_719, headers: 23_467, byRule: { made: 74_795, takenAway: 76 } },
  { year: 2027, edition: 'October 2026', billable: 74_879, headers: 23_524, byRule: null },
];

interface KnownRelease {
  readonly year: number;
  readonly edition: string;
  readonly billable: number;
  readonly headers: number;
  /** Codes that the rule of seventh characters makes of the tabular list, and those that notes take away again. */
  readonly byRule: ByRule | null;
}

export interface ByRule {
  readonly made: number;
  readonly takenAway: number;
}

export interface Counts {
  readonly billable: number;
  readonly headers: number;
}

export type Verdict =
  | { readonly says: 'match'; readonly why: string }
  | { readonly says: 'differs' | 'cannot-tell'; readonly why: string };

/** Whether what was parsed is as much as CMS published. @param byRule null where there was no tabular list */
export function oracle(year: number, counts: Counts, byRule: ByRule | null): Verdict {
  const known = KNOWN.find((release) => release.year === year);
  if (known === undefined) return { says: 'cannot-tell', why: `No counts of FY${year} are known here. Compare ${said(counts)} with what CMS published.` };
  const differences = [
    ...differing('billable codes', counts.billable, known.billable),
    ...differing('headers', counts.headers, known.headers),
    ...(byRule === null || known.byRule === null ? [] : [...differing('codes by rule', byRule.made, known.byRule.made), ...differing('codes taken away by notes', byRule.takenAway, known.byRule.takenAway)]),
  ];
  if (differences.length === 0) return { says: 'match', why: `FY${year} has ${said(counts)}, as published (${known.edition}).` };
  return { says: 'differs', why: `FY${year} (${known.edition}) should have other counts: ${differences.join('; ')}. The files are not whole, not of that release, or of another edition of it.` };
}

function differing(what: string, found: number, published: number): string[] {
  return found === published ? [] : [`${found.toLocaleString('en')} ${what} instead of ${published.toLocaleString('en')}`];
}

function said({ billable, headers }: Counts): string {
  return `${billable.toLocaleString('en')} billable codes and ${headers.toLocaleString('en')} headers`;
}
