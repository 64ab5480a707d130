import type { Token } from '../../model/index.ts';
import { tokenize } from '../../text/tokens.ts';
import type { AbbreviationRow } from './table.ts';

/** An abbreviation of the tables in a text: its span, and the places of its tokens, `from` to before `to`. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly written: string;
  readonly rows: readonly AbbreviationRow[];
}

export interface Spellings {
  /** Left to right, the longest at each place; linear in the number of tokens. Offsets are UTF-16 into `text`. */
  find(text: string, tokens: readonly Token[], script: Script): readonly Found[];
  /** What the tables have for these words, in any case. */
  rowsOf(written: string, script: Script): readonly AbbreviationRow[];
}

/** Whether capitals tell anything in this note. */
export type Script = 'mixed' | 'lower' | 'upper';

export function scriptOf(text: string): Script {
  if (!/\p{Lu}/u.test(text)) return 'lower';
  return /\p{Ll}/u.test(text) ? 'mixed' : 'upper';
}

/**
 * Capitals decide between rows that one spelling has in different cases ("Pt", "PT"), and tell "AS" from "as", "GAVE" from "gave":
 * letters that the table has in capitals are looked for in capitals.
 */
export function buildSpellings(rows: readonly AbbreviationRow[]): Spellings {
  const all = new Map<string, Spelled[]>();
  const starts = new Map<string, Start[]>();
  for (const row of rows) for (const spelling of row.spellings) add(spelling, row, all, starts);
  for (const list of starts.values()) list.sort((a, b) => b.lower.length - a.lower.length);

  const at = (text: string, tokens: readonly Token[], from: number, script: Script): Found | null => {
    const { norm } = tokens[from]!;
    for (const { lower, offset } of [...(starts.get(norm) ?? []), ...(norm.endsWith('s') ? (starts.get(norm.slice(0, -1)) ?? []) : [])]) {
      const start = tokens[from]!.start - offset;
      const end = ends(text, start, lower);
      if (end < 0) continue;
      const written = text.slice(start, start + lower.length);
      const found = chosen(written, all.get(lower)!, script, false);
      if (found.length === 0 || isShouted(tokens, from, written)) continue;
      let to = from + 1;
      while (to < tokens.length && tokens[to]!.start < end) to++;
      return { start, end, from, to, written, rows: found };
    }
    return null;
  };

  return {
    find(text, tokens, script) {
      const found: Found[] = [];
      for (let from = 0; from < tokens.length; from++) {
        if (!starts.has(tokens[from]!.norm) && !tokens[from]!.norm.endsWith('s')) continue;
        const one = at(text, tokens, from, script);
        if (one === null) continue;
        found.push(one);
        from = one.to - 1;
      }
      return found;
    },
    rowsOf(written, script) {
      const plain = written.trim().replace(/\s+/g, ' ');
      for (const form of [plain, plain.replace(/[.:,;]+$/, ''), `${plain}.`, plain.replace(/\./g, ''), plain.replace(/'?s$/, ''), plain.replace(/[\s-]/g, ''), plain.replace(/-/g, ' ')]) {
        const known = all.get(form.toLowerCase());
        if (known) return chosen(form, known, script, true);
      }
      return [];
    },
  };
}

interface Spelled {
  readonly spelling: string;
  readonly row: AbbreviationRow;
}

interface Start {
  readonly lower: string;
  /** Of the first token in the spelling. */
  readonly offset: number;
}

function add(spelling: string, row: AbbreviationRow, all: Map<string, Spelled[]>, starts: Map<string, Start[]>): void {
  const lower = spelling.toLowerCase();
  const known = all.get(lower);
  if (known) {
    known.push({ spelling, row });
    return;
  }
  all.set(lower, [{ spelling, row }]);
  const [first] = tokenize(spelling);
  if (first === undefined) return;
  const list = starts.get(first.norm);
  if (list) list.push({ lower, offset: first.start });
  else starts.set(first.norm, [{ lower, offset: first.start }]);
}

/** Where the spelling ends that begins there, with the small s of a plural; -1 where it stands in a longer word, or not at all. */
function ends(text: string, start: number, lower: string): number {
  const end = start + lower.length;
  if (start < 0 || DIGIT_JOINED.test(text.slice(end, end + 2)) || JOINED_DIGIT.test(text.slice(Math.max(0, start - 2), start)) || text.slice(start, end).toLowerCase() !== lower) return -1;
  if (isWord(text, start) && isWord(text, start - 1)) return -1;
  if (!isWord(text, end - 1) || !isWord(text, end)) return end;
  return text[end] === 's' && !isWord(text, end + 1) && /^[A-Z]/.test(text.slice(start, end)) ? end + 1 : -1;
}

/** "HMB-45", "25-OH": the name of something else. */
const DIGIT_JOINED = /^-\d/;
const JOINED_DIGIT = /\d-$/;

/** Among words in capitals a common word is one: "EXAM AT DISCHARGE". */
function isShouted(tokens: readonly Token[], at: number, written: string): boolean {
  return COMMON_WORDS.has(written.toLowerCase()) && [tokens[at - 1], tokens[at + 1]].some((beside) => beside?.caps === true && beside.norm.length > 3);
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text[at]!);
}

function chosen(written: string, known: readonly Spelled[], script: Script, asked: boolean): readonly AbbreviationRow[] {
  const exact = known.filter(({ spelling }) => spelling === written);
  if (script !== 'mixed' && (asked || !COMMON_WORDS.has(written.toLowerCase()))) return rowsOnce(known);
  if (exact.length > 0 && (asked || script === 'mixed')) return rowsOnce(exact);
  return rowsOnce(asked ? known : known.filter(({ spelling }) => !CAPITALS.test(spelling) && !(COMMON_WORDS.has(written.toLowerCase()) && MIXED.test(spelling))));
}

const CAPITALS = /^[A-Z]+$/;
/** "PrEP" is no "prep". */
const MIXED = /[a-z][A-Z]/;

/** In a note that is all small letters, or all capitals, these are words. */
const COMMON_WORDS: ReadonlySet<string> = new Set([
  'a', 'i', 'ad', 'am', 'an', 'as', 'at', 'be', 'by', 'do', 'go', 'ha', 'he', 'hi', 'if', 'in', 'is', 'it', 'ma', 'me', 'my', 'no', 'of', 'oh', 'on', 'or', 'pa', 'so', 'to', 'up', 'us', 'we', 'aid', 'air', 'all',
  'and', 'any', 'are', 'arm', 'bad', 'bed', 'bid', 'can', 'cap', 'cut', 'dad', 'day', 'did', 'dip', 'ear', 'eat', 'far', 'fat', 'few', 'fit', 'for', 'gas', 'get', 'had', 'has', 'her', 'him', 'his', 'hip', 'hot',
  'how', 'ill', 'its', 'jaw', 'lap', 'led', 'leg', 'let', 'lid', 'lip', 'low', 'mad', 'man', 'map', 'may', 'men', 'met', 'mom', 'nap', 'not', 'now', 'off', 'old', 'one', 'our', 'out', 'own', 'pad', 'pan', 'per',
  'care', 'cast', 'clap', 'cold', 'crest', 'dash', 'fast', 'gave', 'head', 'hear', 'iris', 'left', 'mass', 'mild', 'move', 'past', 'peak', 'pets', 'pots', 'prep', 'rice', 'scan', 'scar', 'soap', 'star', 'tips',
  'pet', 'pop', 'put', 'ran', 'red', 'rib', 'sad', 'saw', 'say', 'see', 'set', 'she', 'sit', 'six', 'tab', 'tap', 'ten', 'the', 'tip', 'toe', 'too', 'try', 'two', 'use', 'was', 'way', 'who', 'why', 'yes', 'yet', 'you',
]);

function rowsOnce(known: readonly Spelled[]): readonly AbbreviationRow[] {
  return known.length === 1 ? [known[0]!.row] : [...new Set(known.map(({ row }) => row))];
}
