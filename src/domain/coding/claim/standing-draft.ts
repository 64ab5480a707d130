import type { Chart, ClaimFact } from '../../model/index.ts';
import { draftClaims } from '../charted.ts';

/** The draft claim that this encounter has; of several, one that names the encounter. Undefined: none, or only a proposed one. */
export function standingDraft(chart: Chart): ClaimFact | undefined {
  return draftClaims(chart).filter(({ proposed }) => !proposed).toSorted((a, b) => b.encounters.length - a.encounters.length)[0];
}
