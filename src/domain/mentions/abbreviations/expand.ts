import type { CodeSet, Knowledge, Span } from '../../model/index.ts';
import { tokenize } from '../../text/tokens.ts';
import { readNote } from '../read-note.ts';

export interface Expansion {
  /** Null where the context does not decide, or nobody knows the abbreviation. */
  readonly expansion: string | null;
  /** Best first, with the dot, of this release. */
  readonly codes: readonly string[];
  readonly why: string;
}

/**
 * What the abbreviation at `span` stands for in this text. Offsets are UTF-16 into `text`.
 * @returns null when the span does not lie in the text
 */
export function expandAbbreviation(text: string, { start, end }: Span, knowledge: Knowledge, codeSet: CodeSet = knowledge.codeSets.newest): Expansion | null {
  if (start < 0 || end > text.length || start >= end) return null;
  const written = text.slice(start, end).trim();
  const read = knowledge.abbreviations.readAt(readNote(text), { start, end });
  const known = (codes: readonly string[]): readonly string[] => codes.filter((code) => codeSet.entry(code) !== undefined);
  if (read === null) return named(written, knowledge, known, codeSet) ?? { expansion: null, codes: [], why: `“${written}” is in no table of abbreviations, and the note does not say what it stands for.` };
  if (read.definedAs !== null) {
    const words = text.slice(read.definedAs.start, read.definedAs.end);
    return { expansion: words, codes: known(codesNamed(words, knowledge)?.codes ?? []), why: read.why };
  }
  return { expansion: read.meaning?.expansion ?? null, codes: known(read.meaning?.codes ?? []), why: read.why };
}

/** What the lexicon has for these words alone. */
function named(written: string, knowledge: Knowledge, known: (codes: readonly string[]) => readonly string[], codeSet: CodeSet): Expansion | null {
  const match = codesNamed(written, knowledge);
  const codes = known(match?.codes ?? []);
  if (match === null || codes.length === 0) return null;
  const expansion = match.concept.startsWith('syn:') ? match.concept.slice('syn:'.length) : (codeSet.entry(codes[0]!)?.title ?? written);
  return { expansion, codes, why: `“${written}” names one condition: ${expansion}.` };
}

function codesNamed(words: string, { lexicon }: Knowledge): { readonly concept: string; readonly codes: readonly string[] } | null {
  const tokens = tokenize(words);
  return lexicon.match(tokens).find(({ from, to }) => from === 0 && to === tokens.length) ?? null;
}
