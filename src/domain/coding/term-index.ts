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
  /** How much a word tells: the logarithm of all terms over the terms that have it. */
  readonly weights: Float32Array;
  /** Sum of the weights of a term's words. */
  readonly termWeights: Float32Array;
  /** Row of a title or inclusion term; -1 for a synonym. */
  rowOf(term: number): number;
  /** Codes of a synonym. */
  codesOf(term: number): readonly string[];
}

export function buildTermIndex(tabular: Pick<Tabular, 'titles' | 'inclusionTerms' | 'inclusionRows'>, synonyms: readonly Synonym[]): TermIndex {
  const wordings = [...tabular.titles, ...tabular.inclusionTerms, ...synonyms.flatMap((synonym) => synonym.says)];
  const codes = synonyms.flatMap((synonym) => synonym.says.map(() => synonym.codes));
  const firstTerm = tabular.titles.length;
  const firstSynonym = firstTerm + tabular.inclusionTerms.length;
  const numbers: WordNumbers = { forms: new Map(), spellings: new Map() };
  const lists = wordings.map((wording) => numbersOf(wording, numbers));
  const words = [...numbers.forms.keys()].toSorted();
  const places = new Int32Array(words.length);
  words.forEach((word, place) => (places[numbers.forms.get(word)!] = place));
  const { starts, terms } = postings(lists, places);
  const weights = Float32Array.from(words, (_, word) => Math.log(wordings.length / (starts[word + 1]! - starts[word]!)));
  return {
    size: wordings.length,
    words,
    starts,
    terms,
    lengths: Uint8Array.from(lists, (list) => Math.min(list.length, 255)),
    weights,
    termWeights: Float32Array.from(lists, (list) => list.reduce((sum, number) => sum + weights[places[number]!]!, 0)),
    rowOf: (term) => (term < firstTerm ? term : term < firstSynonym ? (tabular.inclusionRows[term - firstTerm] ?? -1) : -1),
    codesOf: (term) => codes[term - firstSynonym] ?? [],
  };
}

/** The word forms that count: without little words. */
export function formsOf(text: string): string[] {
  const norms = tokenize(text).map((token) => token.norm).filter((norm) => !LITTLE_WORDS.has(norm));
  return norms.map((norm, index) => wordForm(numeralForm(norm, norms[index - 1] ?? null)));
}

/** Place of the first of the sorted words that is not before `form`. */
export function firstFrom(words: readonly string[], form: string): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]! < form) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface WordNumbers {
  readonly forms: Map<string, number>;
  /** A form is worked out once for each spelling. */
  readonly spellings: Map<string, number>;
}

function numbersOf(wording: string, numbers: WordNumbers): number[] {
  const found: number[] = [];
  let previous: string | null = null;
  for (const { norm } of tokenize(wording)) {
    if (LITTLE_WORDS.has(norm)) continue;
    const written = numeralForm(norm, previous);
    previous = norm;
    let number = numbers.spellings.get(written);
    if (number === undefined) numbers.spellings.set(written, (number = formNumber(numbers.forms, wordForm(written))));
    if (!found.includes(number)) found.push(number);
  }
  return found;
}

function formNumber(forms: Map<string, number>, form: string): number {
  const known = forms.get(form) ?? forms.size;
  forms.set(form, known);
  return known;
}

function postings(lists: readonly (readonly number[])[], places: Int32Array): { starts: Int32Array; terms: Int32Array } {
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
