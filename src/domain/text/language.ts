import type { Token } from '../model/mention.ts';
import type { Span } from '../model/primitives.ts';
import { ENGLISH_WORDS, FOREIGN_WORDS } from './language-words.ts';
import { lineEnd } from './sections.ts';

/** What a note is written in, and where an English note is not English: lines and quotations, as UTF-16 offsets. */
export interface LanguageRead {
  readonly language: 'english' | 'other';
  readonly foreign: readonly Span[];
}

/**
 * Another language only on positive evidence: a non-Latin script, or the function words of one language and hardly any English ones.
 * Shorthand, drug lists and fragments have no function words at all, and are English.
 * @param tokens all tokens of `text`
 */
export function readLanguage(text: string, tokens: readonly Token[]): LanguageRead {
  const note = evidence();
  const part = evidence();
  const foreign: Span[] = [];
  let start = 0;
  let last = 0;
  let end = -1;
  const close = (): void => {
    if (isForeign(part)) join(text, foreign, { start, end: last });
    add(part, note);
  };
  for (const token of tokens) {
    const isNextLine = token.start >= end;
    if (isNextLine || isQuoted(text, last, token.start)) {
      close();
      start = token.start;
    }
    if (isNextLine) end = lineEnd(text, start);
    weigh(token, part);
    last = token.end;
  }
  close();
  return isForeign(note) ? { language: 'other', foreign: [] } : { language: 'english', foreign };
}

interface Evidence {
  words: number;
  english: number;
  /** Letters of Latin and of other scripts. */
  latin: number;
  others: number;
  /** Words of any language of the table, and of each. */
  foreign: number;
  readonly byLanguage: Uint32Array;
}

function evidence(): Evidence {
  return { words: 0, english: 0, latin: 0, others: 0, foreign: 0, byLanguage: new Uint32Array(FOREIGN_WORDS.length) };
}

/** Each word with the languages it is counted for, as bits. English has none of them. */
const LANGUAGES_OF: ReadonlyMap<string, number> = languagesOf();

function languagesOf(): Map<string, number> {
  const languages = new Map<string, number>();
  FOREIGN_WORDS.forEach(({ words }, i) => {
    for (const word of words.split(' ')) languages.set(word, (languages.get(word) ?? 0) | (1 << i));
  });
  for (const word of ENGLISH_WORDS.split(' ')) languages.set(word, 0);
  return languages;
}

function weigh({ norm, start, end, caps }: Token, into: Evidence): void {
  const first = norm.charCodeAt(0);
  if (first >= 0x30 && first <= 0x39) return;
  into.words++;
  if (first < 0x370 || (first >= 0x1e00 && first < 0x1f00)) into.latin += end - start;
  else into.others += end - start;
  const languages = caps && norm.length < SHORTEST_IN_CAPITALS ? undefined : LANGUAGES_OF.get(norm);
  if (languages === undefined) return;
  if (languages === 0) {
    into.english++;
    return;
  }
  into.foreign++;
  for (let i = 0; i < into.byLanguage.length; i++) if (languages & (1 << i)) into.byLanguage[i]!++;
}

/** What a part shows goes to the note, and the part begins anew. */
function add(part: Evidence, note: Evidence): void {
  note.words += part.words;
  note.english += part.english;
  note.latin += part.latin;
  note.others += part.others;
  part.words = part.english = part.latin = part.others = 0;
  if (part.foreign === 0) return;
  note.foreign += part.foreign;
  for (let i = 0; i < part.byLanguage.length; i++) note.byLanguage[i]! += part.byLanguage[i]!;
  part.foreign = 0;
  part.byLanguage.fill(0);
}

/** Shorter words in capitals are abbreviations: DES, DEN, AK. */
const SHORTEST_IN_CAPITALS = 4;
const FEWEST_LETTERS = 6;
const FEWEST_WORDS = 3;
/** Function words make up a third of running text and more. */
const LEAST_SHARE = 0.15;
const MUCH_MORE = 3;

function isForeign({ words, english, latin, others, foreign, byLanguage }: Evidence): boolean {
  if (others > latin && others >= FEWEST_LETTERS) return true;
  if (foreign < FEWEST_WORDS) return false;
  const most = Math.max(...byLanguage);
  return most >= FEWEST_WORDS && most >= LEAST_SHARE * words && most > MUCH_MORE * english;
}

function isQuoted(text: string, from: number, to: number): boolean {
  if (to - from < 2) return false;
  for (let at = from; at < to && at < from + 4; at++) if ('"“”«»'.includes(text[at]!)) return true;
  return false;
}

/** Lines that follow one another are one stretch. */
function join(text: string, foreign: Span[], next: Span): void {
  const before = foreign.at(-1);
  if (before && next.start - before.end <= 8 && !/[^\s.,;:!?*•"-]/.test(text.slice(before.end, next.start))) foreign[foreign.length - 1] = { start: before.start, end: next.end };
  else foreign.push(next);
}
