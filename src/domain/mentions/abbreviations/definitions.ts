import type { Span } from '../../model/index.ts';
import { wordForm } from '../../text/word-forms.ts';
import type { Sense } from './senses.ts';
import type { Surroundings } from './surroundings.ts';
import type { Occurrence } from './weigh.ts';

/** Where the note itself says what an abbreviation stands for: "multiple sclerosis (MS)", "MS (multiple sclerosis)". */
export interface Definition extends Span {
  /** The sense of the tables that these words name; null where they name another. */
  readonly sense: Sense | null;
}

/**
 * The first definition of these occurrences of one abbreviation. Words that the tables do not have count where its letters begin them
 * (Schwartz and Hearst, 2003).
 */
export function definitionOf(written: string, occurrences: readonly Occurrence[], senses: readonly Sense[], note: Surroundings): Definition | null {
  for (const at of occurrences) {
    const found = before(written, at, senses, note) ?? behind(written, at, senses, note);
    if (found !== null) return found;
  }
  return null;
}

/** "multiple sclerosis (MS)" */
function before(written: string, { start, end, from }: Occurrence, senses: readonly Sense[], note: Surroundings): Definition | null {
  const { text, tokens } = note;
  if (text[start - 1] !== '(' || !CLOSES.test(text[end] ?? '')) return null;
  const last = tokens[from - 1];
  if (last === undefined || text.slice(last.end, start - 1).trim() !== '') return null;
  const named = senses.find(({ forms }) => forms.length > 0 && isAt(forms, from - forms.length, note));
  if (named !== undefined) return { start: tokens[from - named.forms.length]!.start, end: last.end, sense: named };
  const words = initialsIn(written, Math.max(0, from - longest(written)), from, note);
  return words === null ? null : { start: words, end: last.end, sense: null };
}

/** "MS (multiple sclerosis)" */
function behind(written: string, { end, to }: Occurrence, senses: readonly Sense[], note: Surroundings): Definition | null {
  const { text, tokens } = note;
  const open = text[end] === ' ' ? end + 1 : end;
  const first = tokens[to];
  if (text[open] !== '(' || first?.start !== open + 1) return null;
  let last = to;
  while (last - to < MOST_WORDS && tokens[last + 1] !== undefined && !text.slice(tokens[last]!.end, tokens[last + 1]!.start).includes(')')) last++;
  if (text[tokens[last]!.end] !== ')') return null;
  const named = senses.find(({ forms }) => forms.length === last + 1 - to && isAt(forms, to, note));
  if (named !== undefined) return { start: first.start, end: tokens[last]!.end, sense: named };
  return initialsIn(written, to, last + 1, note) === first.start ? { start: first.start, end: tokens[last]!.end, sense: null } : null;
}

const CLOSES = /[),;/]/;
const MOST_WORDS = 10;

/** Words that a definition of so many letters may have. */
function longest(written: string): number {
  return Math.min(written.length + 5, written.length * 2, MOST_WORDS);
}

function isAt(forms: readonly string[], place: number, { tokens }: Surroundings): boolean {
  return place >= 0 && forms.every((form, at) => tokens[place + at] !== undefined && wordForm(tokens[place + at]!.norm) === form);
}

/**
 * Where the words begin that the letters stand for: each word that matters gives one letter, in order, and the first gives the first.
 * @returns null where the letters are not those of the words
 */
function initialsIn(written: string, from: number, to: number, { tokens }: Surroundings): number | null {
  const letters = written.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length < 2 || !/^[A-Z]/.test(written)) return null;
  let letter = letters.length - 1;
  for (let place = to - 1; place >= from; place--) {
    const { norm, start } = tokens[place]!;
    if (norm[0] === letters[letter]) letter--;
    else if (!JOINING.has(norm)) return null;
    if (letter < 0) return start;
  }
  return null;
}

const JOINING: ReadonlySet<string> = new Set(['of', 'the', 'and', 'in', 'to', 'with', 'for', 'by', 'on', 'due', 'a', 'an']);
