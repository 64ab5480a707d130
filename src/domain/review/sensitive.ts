import type { Chart, Evidence, Source } from '../model/index.ts';

/**
 * Whether this evidence may be shown to somebody else than its reader: not the words of a note under a sensitive label
 * (42 CFR Part 2, adolescent, restricted …), not those of a note that the chart does not hold, since its label cannot be told, and
 * no entry that the EHR keeps under such a label.
 */
export function mayBeShared(evidence: Evidence, chart: Chart): boolean {
  if (evidence.kind === 'searched') return true;
  if (evidence.kind === 'fact') return chart.labelled?.every(({ reference }) => reference !== evidence.resource) ?? true;
  const note = chart.notes.find((n) => n.id === evidence.note);
  return note !== undefined && note.sensitivity.length === 0;
}

/** The same of what is only named: a note, or an entry of the chart. */
export function isShareable({ reference }: Source, chart: Chart): boolean {
  if (!reference.startsWith('DocumentReference/')) return chart.labelled?.every((one) => one.reference !== reference) ?? true;
  const notes = chart.notes.filter((n) => n.document.reference === reference);
  return notes.length > 0 && notes.every((n) => n.sensitivity.length === 0);
}
