import { undecidedLetters } from '../mentions/abbreviations/settle.ts';
import type { Chart, CodeSet, Knowledge, LeftOutCode, NoteFindings, QuoteEvidence } from '../model/index.ts';
import { MOST_PASSAGES, quotes } from './evidence.ts';
import { visitNotes } from './whose-words.ts';

/**
 * Codes that an abbreviation of the visit's notes may mean where the context does not decide: they are not suggested, and said to be so.
 * A code on which the notes do tell is not among them.
 * @param told codes that are suggested, or left out for a reason of their own
 */
export function undecidedAbbreviations(chart: Chart, found: readonly NoteFindings[], told: ReadonlySet<string>, { abbreviations }: Knowledge, codeSet: CodeSet): readonly LeftOutCode[] {
  const leftOut = new Map<string, LeftOutCode>();
  for (const [undecided, evidence] of placesOf(chart, found)) {
    const candidates = abbreviations.candidates(undecided).filter(({ seldom }) => !seldom);
    const why = `“${undecided}” could stand for ${listed(candidates.map(({ expansion }) => expansion))}: the context does not decide.`;
    for (const { codes } of candidates) {
      const entry = codes.map((one) => codeSet.entry(one)).find((one) => one !== undefined);
      if (entry !== undefined && !told.has(entry.code) && !leftOut.has(entry.code)) leftOut.set(entry.code, { code: entry.code, title: entry.title, why, evidence, undecided });
    }
  }
  return [...leftOut.values()];
}

/** The letters that nothing decides, and where the visit's notes say them of this patient. */
function placesOf(chart: Chart, found: readonly NoteFindings[]): ReadonlyMap<string, readonly QuoteEvidence[]> {
  const notes = new Map(visitNotes(chart).usable.map((note) => [note.id, note]));
  const places = new Map<string, QuoteEvidence[]>();
  for (const findings of found) {
    const note = notes.get(findings.note);
    if (note === undefined) continue;
    for (const mention of findings.mentions) {
      const letters = undecidedLetters(mention.concept);
      const { status } = mention.assertion;
      if (letters === null || (status !== 'present' && status !== 'possible')) continue;
      const known = places.get(letters) ?? [];
      if (known.length < MOST_PASSAGES) places.set(letters, [...known, ...quotes(note, findings, mention)]);
    }
  }
  return places;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
