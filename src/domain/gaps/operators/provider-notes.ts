import type { NoteFindings, UnreadableNote } from '../../model/index.ts';
import type { IndexedNote, Snapshot } from '../index-chart.ts';
import { unread } from './read-status.ts';

export type AnalysedNote = IndexedNote & { readonly findings: NoteFindings };

/** Notes in which a provider may have said it (ICD-10-CM guidelines I.A.19, I.B.14): final or amended, not a nurse's, student's or patient's own. */
export function providerNotes(snapshot: Snapshot): readonly AnalysedNote[] {
  const known = KEPT.get(snapshot) ?? snapshot.notes.flatMap((indexed) => (indexed.findings && isBy(indexed, 'provider') ? [{ ...indexed, findings: indexed.findings }] : []));
  KEPT.set(snapshot, known);
  return known;
}

const KEPT = new WeakMap<Snapshot, readonly AnalysedNote[]>();

/** Whose words are asked for: a provider's, those of nurses and other clinicians, or anybody's who writes in the chart. */
export type Writer = 'provider' | 'other-clinician' | 'anyone';

/** Why there may be words that were not seen; empty when all notes of the visit were read and analysed. */
export function unseenNotes(snapshot: Snapshot, by: Writer = 'provider'): readonly string[] {
  const reasons = UNSEEN.get(snapshot) ?? {};
  UNSEEN.set(snapshot, reasons);
  return (reasons[by] ??= whyUnseen(snapshot, by));
}

const UNSEEN = new WeakMap<Snapshot, Partial<Record<Writer, readonly string[]>>>();

function whyUnseen(snapshot: Snapshot, by: Writer): readonly string[] {
  const { chart, notes } = snapshot;
  const unreadable = chart.unreadable.filter((note) => mayHoldWords(note, snapshot)).length;
  const waiting = notes.filter((indexed) => indexed.findings === null && indexed.thisVisit && isBy(indexed, by)).length;
  return [
    ...unread(snapshot, 'DocumentReference'),
    ...(unreadable > 0 ? [`${unreadable} ${unreadable === 1 ? 'note' : 'notes'} could not be read`] : []),
    ...(waiting > 0 ? [`${waiting} ${waiting === 1 ? 'note was' : 'notes were'} not analysed`] : []),
  ];
}

/**
 * Not another visit's, not a second form of a note that was read (the same document as HTML and as RTF),
 * and not a picture: a scan brings other people's papers, not what this visit's provider wrote.
 */
function mayHoldWords({ encounter, document, contentType }: UnreadableNote, { chart }: Snapshot): boolean {
  if (encounter !== null && encounter !== chart.encounter.source.reference) return false;
  if (/^(?:image|audio|video)\//i.test(contentType)) return false;
  return !chart.notes.some((note) => note.document.reference === document.reference);
}

export function isBy({ note }: Pick<IndexedNote, 'note'>, by: Writer): boolean {
  if (note.status === 'superseded' || note.status === 'entered-in-error') return false;
  if (by === 'anyone') return true;
  const { role } = note.author;
  const isOther = role === 'nurse' || role === 'ancillary' || (note.type === 'nursing' && role !== 'student' && role !== 'patient');
  return by === 'other-clinician' ? isOther : !isOther && role !== 'student' && role !== 'patient';
}
