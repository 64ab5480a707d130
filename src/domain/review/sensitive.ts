import type { Chart, Evidence } from '../model/index.ts';

/**
 * Whether this evidence may be shown to somebody else than its reader: not the words of a note under a sensitive label
 * (42 CFR Part 2, adolescent, restricted …), and not those of a note that the chart does not hold, since its label cannot be told.
 */
export function mayBeShared(evidence: Evidence, chart: Chart): boolean {
  if (evidence.kind !== 'quote') return true;
  const note = chart.notes.find((n) => n.id === evidence.note);
  return note !== undefined && note.sensitivity.length === 0;
}
