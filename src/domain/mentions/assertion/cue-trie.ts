import { tokenize } from '../../text/tokens.ts';
import type { AnyRow } from './cue-row.ts';
import { wordsIn } from './words.ts';

/** What the ways to say the rows have in common from their first word on. */
export interface CueTrie {
  /** Rows whose words end here. */
  readonly rows: readonly AnyRow[];
  /** Nothing follows. */
  readonly isEnd: boolean;
  readonly next: ReadonlyMap<string, CueTrie>;
  /** What follows a number, and what follows words left open; known once `next` was asked for. */
  readonly count: CueTrie | undefined;
  readonly gap: CueTrie | undefined;
}

/**
 * One trie over all tables. Written out, the ways to say the rows are many thousands; a branch is grown when a text first comes to it,
 * so that starting costs nothing and notes pay only for the words that they have.
 */
export function compileCues(tables: readonly (readonly AnyRow[])[]): CueTrie {
  return new Branch(tables.flat().flatMap((row) => row.say.map((way) => ({ row, rest: restOf(way) }))));
}

/** Stands for a number, in digits or in words. */
const COUNT = '#';
/** Stands for up to four words of any kind. */
const GAP = '…';

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

/** A branch; `next` is grown when a text first comes to it. */
class Branch implements CueTrie {
  readonly rows: readonly AnyRow[];
  readonly isEnd: boolean;
  readonly #readings: readonly Reading[];
  #next: ReadonlyMap<string, CueTrie> | undefined;
  #count: CueTrie | undefined;
  #gap: CueTrie | undefined;

  constructor(readings: readonly Reading[]) {
    this.#readings = readings;
    this.rows = [...new Set(readings.filter(({ rest }) => rest.ends).map(({ row }) => row))];
    this.isEnd = readings.every(({ rest }) => rest.words.length === 0);
  }

  get next(): ReadonlyMap<string, CueTrie> {
    return this.#next ?? this.#grow();
  }

  get count(): CueTrie | undefined {
    return this.#count;
  }

  get gap(): CueTrie | undefined {
    return this.#gap;
  }

  #grow(): ReadonlyMap<string, CueTrie> {
    this.#next = grow(this.#readings);
    this.#count = this.#next.get(COUNT);
    this.#gap = this.#next.get(GAP);
    return this.#next;
  }
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
  return new Map([...byWord].map(([word, alike]) => [word, new Branch(alike)]));
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
