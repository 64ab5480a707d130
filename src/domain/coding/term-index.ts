import { tokenize } from '../text/tokens.ts';
import { LITTLE_WORDS, numeralForm, wordForm } from '../text/word-forms.ts';
import type { Tabular } from './tabular.ts';

/** A row of the synonym tables: what people say, and the codes that it means, best first, with the dot. */
export interface Synonym {
  readonly concept: string;
  readonly says: readonly string[];
  readonly codes: readonly string[];
}

/**
 * Every wording of every code, by word: first the titles (term = row of the tabular list), then the inclusion terms,
 * then the synonyms.
 */
export interface TermIndex {
  readonly size: number;
  /** Distinct word forms, sorted; a word's number is its place. */
  readonly words: readonly string[];
  /** Terms of word `w`: `terms[starts[w] … starts[w + 1])`. */
  readonly starts: Int32Array;
  readonly terms: Int32Array;
  /** Distinct words of each term. */
  readonly lengths: Uint8Array;
  /** Row of a title or inclusion term; -1 for a synonym. */
  rowOf(term: number): number;
  /** Codes of a synonym. */
  codesOf(term: number): readonly string[];
}

export function buildTermIndex(tabular: Tabular, synonyms: readonly Synonym[]): TermIndex {
  const wordings = [...tabular.titles, ...tabular.inclusionTerms, ...synonyms.flatMap((synonym) => synonym.says)];
  const codes = synonyms.flatMap((synonym) => synonym.says.map(() => synonym.codes));
  const firstTerm = tabular.titles.length;
  const firstSynonym = firstTerm + tabular.inclusionTerms.length;
  const numbers = new Map<string, number>();
  const lists = wordings.map((wording) => Int32Array.from(new Set(formsOf(wording).map((form) => numberOf(numbers, form)))));
  const words = [...numbers.keys()].toSorted();
  const places = new Int32Array(words.length);
  words.forEach((word, place) => (places[numbers.get(word)!] = place));
  return {
    size: wordings.length,
    words,
    ...postings(lists, places),
    lengths: Uint8Array.from(lists, (list) => Math.min(list.length, 255)),
    rowOf: (term) => (term < firstTerm ? term : term < firstSynonym ? (tabular.inclusionRows[term - firstTerm] ?? -1) : -1),
    codesOf: (term) => codes[term - firstSynonym] ?? [],
  };
}

/** The word forms that count: without little words. */
export function formsOf(text: string): string[] {
  const tokens = tokenize(text);
  return tokens.filter((token) => !LITTLE_WORDS.has(token.norm)).map((token, index) => wordForm(numeralForm(token.norm, tokens[index - 1]?.norm ?? null)));
}

function numberOf(numbers: Map<string, number>, form: string): number {
  const known = numbers.get(form);
  if (known !== undefined) return known;
  numbers.set(form, numbers.size);
  return numbers.size - 1;
}

function postings(lists: readonly Int32Array[], places: Int32Array): { starts: Int32Array; terms: Int32Array } {
  const starts = new Int32Array(places.length + 1);
  for (const list of lists) for (const number of list) starts[places[number]! + 1]!++;
  for (let word = 0; word < places.length; word++) starts[word + 1]! += starts[word]!;
  const next = starts.slice();
  const terms = new Int32Array(starts[places.length] ?? 0);
  lists.forEach((list, term) => {
    for (const number of list) terms[next[places[number]!]!++] = term;
  });
  return { starts, terms };
}
