import type { Chart, ClaimFact, Suggestion } from '../../model/index.ts';

/**
 * The claim of this encounter that was sent already; undefined where none is known. A claim that was sent is corrected (837P, CLM05-3), never
 * billed a second time.
 */
export function submittedClaim({ claims, encounter }: Pick<Chart, 'claims' | 'encounter'>): ClaimFact | undefined {
  return claims.find(({ status, use, encounters }) => status === 'active' && use === 'claim' && encounters.includes(encounter.source.reference));
}

/** Of an encounter that was billed, what takes away or changes a code goes to compliance. */
export function routedToCompliance(suggestions: readonly Suggestion[], chart: Pick<Chart, 'claims' | 'encounter'>): readonly Suggestion[] {
  if (submittedClaim(chart) === undefined) return suggestions;
  return suggestions.map((one) => (one.action === 'add' ? one : { ...one, billed: true }));
}
