import { tokenize } from '../../text/tokens.ts';
import type { AnyRow } from './cue-row.ts';
import { FILLERS } from './cue-row.ts';
import type { Word } from './words.ts';
import { wordsIn } from './words.ts';

/** A row of the tables found in a sentence; `from` and `to` count words. */
export interface CueMatch {
  readonly row: AnyRow;
  readonly from: number;
  readonly to: number;
}

interface CueTrie {
  readonly rows: readonly AnyRow[];
  readonly next: ReadonlyMap<string, CueTrie>;
}

/**
 * One trie over all tables. Written out, the ways to say the rows are some 37,000; a branch is grown when a text first comes to it,
 * so that starting costs nothing and notes pay only for the words that they have.
 */
export function compileCues(tables: readonly (readonly AnyRow[])[]): CueTrie {
  return node(tables.flat().flatMap((row) => row.say.map((way) => ({ row, rest: restOf(way) }))));
}

/** What the tables find, left to right; the longest row wins, and what it covers is taken. Several rows may say the same words. */
export function matchCues(trie: CueTrie, words: readonly Word[]): CueMatch[] {
  const found: CueMatch[] = [];
  const { next } = trie;
  for (let at = 0; at < words.length;) {
    if (at > 0 && !next.has(words[at]!.norm)) {
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
/** A cue with its fillers is no longer than this. */
const LONGEST_CUE = 14;

function longestAt(trie: CueTrie, words: readonly Word[], at: number): Found {
  const start = at === 0 ? trie.next.get(SENTENCE_START) : undefined;
  if (!start && !trie.next.has(words[at]!.norm)) return { rows: [], to: at + 1 };
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
  let longest = best;
  const child = here.next.get(norm);
  if (child) {
    const rows = child.rows.length > 0 ? child.rows.filter((row) => fits(row, words, from, at + 1)) : [];
    if (rows.length > 0 && at + 1 >= longest.to) longest = { rows, to: at + 1 };
    longest = follow(child, words, from, at + 1, longest);
  }
  return at > from && here.next.size > 0 && FILLERS.has(norm) ? follow(here, words, from, at + 1, longest) : longest;
}

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
  return word.end - word.start === 1 && '.,;:!?()[]/|-+<>=*#'.includes(word.norm);
}

/** What may follow in a way to say a row: words, each with what follows it, or the end. */
interface Rest {
  readonly words: readonly { readonly word: string; readonly rest: Rest }[];
  readonly ends: boolean;
}

const END: Rest = { words: [], ends: true };

interface Reading {
  readonly row: AnyRow;
  readonly rest: Rest;
}

function node(readings: readonly Reading[]): CueTrie {
  let next: ReadonlyMap<string, CueTrie> | undefined;
  return {
    rows: [...new Set(readings.filter(({ rest }) => rest.ends).map(({ row }) => row))],
    get next() {
      return (next ??= grow(readings));
    },
  };
}

function grow(readings: readonly Reading[]): Map<string, CueTrie> {
  const byWord = new Map<string, Reading[]>();
  for (const { row, rest: { words } } of readings) {
    for (const { word, rest } of words) {
      const alike = byWord.get(word);
      if (alike) alike.push({ row, rest });
      else byWord.set(word, [{ row, rest }]);
    }
  }
  return new Map([...byWord].map(([word, alike]) => [word, node(alike)]));
}

/** `<a|b> c`: a or b, then c; `<a>? c`: also c alone. A choice is made of whole words. */
function restOf(way: string): Rest {
  return way.split(/(<[^<>]*>\??)/).filter((part) => part !== '').reduceRight((after, part) => {
    const choices = part.startsWith('<') ? part.replace(/^<|>\??$/g, '').split('|').concat(part.endsWith('?') ? [''] : []) : [part];
    const rests = choices.map((choice) => wordsOf(choice).reduceRight<Rest>((rest, word) => ({ words: [{ word, rest }], ends: false }), after));
    return { words: rests.flatMap(({ words }) => words), ends: rests.some(({ ends }) => ends) };
  }, END);
}

function wordsOf(way: string): string[] {
  return wordsIn(way, { start: 0, end: way.length }, tokenize(way)).map((word) => word.norm);
}
