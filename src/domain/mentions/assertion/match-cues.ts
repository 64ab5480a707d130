import type { AnyRow } from './cue-row.ts';
import { FILLERS } from './cue-row.ts';
import type { CueTrie } from './cue-trie.ts';
import type { Word } from './words.ts';

/** A row of the tables found in a sentence; `from` and `to` count words. */
export interface CueMatch {
  readonly row: AnyRow;
  readonly from: number;
  readonly to: number;
}

/** What the tables find, left to right; the longest row wins, and what it covers is taken. Several rows may say the same words. */
export function matchCues(trie: CueTrie, words: readonly Word[]): CueMatch[] {
  const found: CueMatch[] = [];
  const { next } = trie;
  for (let at = 0; at < words.length;) {
    if (at > 0 && !next.has(words[at]!.norm) && !isNumber(words[at]!.norm)) {
      at++;
      continue;
    }
    const best = longestAt(trie, words, at);
    for (const row of best.rows) found.push({ row, from: at, to: best.to });
    at = best.to;
  }
  return found;
}

/** Like `matchCues`, but of each row: what one row covers is free for the others. */
export function matchEach(trie: CueTrie, words: readonly Word[]): CueMatch[] {
  const found: CueMatch[] = [];
  for (let from = 0; from < words.length; from++) {
    let here = trie.next.get(words[from]!.norm);
    for (let to = from + 1; here; to++) {
      for (const row of here.rows) found.push({ row, from, to });
      here = to < words.length ? here.next.get(words[to]!.norm) : undefined;
    }
  }
  return found;
}

const SENTENCE_START = '^';
/** The words that `…` may stand for, not across punctuation. */
const LONGEST_GAP = 4;
/** A cue with its fillers is no longer than this. */
const LONGEST_CUE = 14;

function longestAt(trie: CueTrie, words: readonly Word[], at: number): Found {
  const start = at === 0 ? trie.next.get(SENTENCE_START) : undefined;
  if (!start && !trie.next.has(words[at]!.norm) && !isNumber(words[at]!.norm)) return { rows: [], to: at + 1 };
  const plain = longestFrom(trie, words, at);
  if (!start) return plain;
  const anchored = longestFrom(start, words, at);
  return anchored.rows.length > 0 && anchored.to >= plain.to ? anchored : plain;
}

type Found = { rows: readonly AnyRow[]; to: number };

function longestFrom(trie: CueTrie, words: readonly Word[], from: number): Found {
  return follow(trie, words, from, from, { rows: [], to: from + 1 });
}

/** A filler is tried both ways: as a word of the cue and as one to step over. */
function follow(here: CueTrie, words: readonly Word[], from: number, at: number, best: Found): Found {
  if (at >= words.length || at - from >= LONGEST_CUE) return best;
  const { norm } = words[at]!;
  const { next, count, gap } = here;
  const child = next.get(norm);
  let longest = child ? take(child, words, from, at, best) : best;
  if (count && isCount(norm)) longest = take(count, words, from, at, longest);
  if (gap) longest = stepOver(gap, words, from, at, longest);
  return at > from && FILLERS.has(norm) ? follow(here, words, from, at + 1, longest) : longest;
}

function take(child: CueTrie, words: readonly Word[], from: number, at: number, best: Found): Found {
  const rows = child.rows.length > 0 ? child.rows.filter((row) => fits(row, words, from, at + 1)) : child.rows;
  const found = rows.length > 0 && at + 1 >= best.to ? { rows, to: at + 1 } : best;
  return child.isEnd ? found : follow(child, words, from, at + 1, found);
}

function stepOver(gap: CueTrie, words: readonly Word[], from: number, at: number, best: Found): Found {
  let longest = best;
  const end = Math.min(words.length, at + LONGEST_GAP);
  for (let to = at; to <= end; to++) {
    longest = follow(gap, words, from, to, longest);
    if (to < end && isMark(words[to]!) && words[to]!.norm !== '/') break;
  }
  return longest;
}

function isCount(norm: string): boolean {
  return isNumber(norm) || COUNTS.has(norm);
}

function isNumber(norm: string): boolean {
  const first = norm.charCodeAt(0);
  return first >= 0x30 && first <= 0x39 && /^\d{1,4}$/.test(norm);
}

const COUNTS: ReadonlySet<string> = new Set(['a', 'an', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'few', 'several', 'many', 'couple', 'some']);

function fits(row: AnyRow, words: readonly Word[], from: number, to: number): boolean {
  if (row.kind === 'scope-end' || row.kind === 'pseudo') return true;
  if (row.alone && to < words.length && !isMark(words[to]!)) return false;
  if (row.looks === 'back' && words[from]!.norm === '?' && to - from <= 3 && words[to - 1]!.norm === '?' && !follows(words, from)) return false;
  if (row.attached) {
    const touchesNext = to < words.length && words[to]!.start === words[to - 1]!.end && !isMark(words[to]!);
    const openBefore = from === 0 || words[from - 1]!.end < words[from]!.start || '(,;:/'.includes(words[from - 1]!.norm);
    return openBefore && (touchesNext || (words[from]!.norm === '?' && to < words.length));
  }
  return true;
}

/** Written onto the word before it: "PNA?", not "/ ? PNA". */
function follows(words: readonly Word[], at: number): boolean {
  return at > 0 && words[at - 1]!.end === words[at]!.start && !'/(,;:['.includes(words[at - 1]!.norm);
}

function isMark(word: Word): boolean {
  return word.end - word.start === 1 && '.,;:!?()[]/|¦-+<>=*#'.includes(word.norm);
}
