import { undecidedLetters } from '../mentions/abbreviations/settle.ts';
import type { Chart, CodeSet, Knowledge, NoteFindings } from '../model/index.ts';
import type { LeftOut } from './supported.ts';
import { visitNotes } from './whose-words.ts';

/**
 * Codes that an abbreviation of the visit's notes may mean where the context does not decide: they are not suggested, and said to be so.
 * A code on which the notes do tell is not among them.
 * @param told codes that are suggested, or left out for a reason of their own
 */
export function undecidedAbbreviations(chart: Chart, found: readonly NoteFindings[], told: ReadonlySet<string>, { abbreviations }: Knowledge, codeSet: CodeSet): readonly LeftOut[] {
  const notes = new Set(visitNotes(chart).usable.map(({ id }) => id));
  const letters = found.flatMap(({ note, mentions }) => (notes.has(note) ? mentions : [])).flatMap(({ concept, assertion }) =>
    (assertion.status === 'present' || assertion.status === 'possible' ? (undecidedLetters(concept) ?? []) : []));
  const leftOut = new Map<string, string>();
  for (const written of new Set(letters)) {
    const candidates = abbreviations.candidates(written).filter(({ seldom }) => !seldom);
    const why = `“${written}” could stand for ${listed(candidates.map(({ expansion }) => expansion))}: the context does not decide.`;
    for (const { codes } of candidates) {
      const code = codes.find((one) => codeSet.entry(one) !== undefined);
      if (code !== undefined && !told.has(code) && !leftOut.has(code)) leftOut.set(code, why);
    }
  }
  return [...leftOut].map(([code, why]) => ({ code, why }));
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
