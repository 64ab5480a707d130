import { formsOf } from '../coding/term-index.ts';
import type { Lexicon } from '../model/index.ts';
import { tokenize } from '../text/tokens.ts';
import { matchPhrases, type Meaning, type PhraseTrie, type Sense } from './match-phrases.ts';

export interface Phrase extends Meaning {
  /** As a person would write it. A word with `=` before it counts only where the note writes it in capitals: `=PAD`. */
  readonly words: string;
}

/** Longer phrases are not looked for: no one writes them, and the bound keeps hostile text linear. */
const LONGEST = 14;
/** Codes kept of all phrases that read alike. */
const MOST_CODES = 6;

/**
 * A lexicon of these phrases. Spelling (British, American), plural, Roman numerals after *type*, *stage* and the like,
 * and the little words of and the make no difference. The app loads one that was compiled from `growTrie`.
 */
export function buildLexicon(phrases: readonly Phrase[]): Lexicon {
  return matchPhrases(trieOf(phrases));
}

/** The phrases as a trie to match by, grown in memory. */
export function trieOf(phrases: readonly Phrase[]): PhraseTrie {
  const { nodes, forms } = growTrie(phrases);
  const numbers = new Map(forms.map((form, index) => [form, index + 1]));
  const leadsTo = nodes.map(() => new Map<number, number>());
  nodes.forEach(({ parent, word }, node) => leadsTo[parent]?.set(word, node));
  const senses = nodes.map(({ ends }) => senseOf(ends.map((place) => phrases[place]!), needsCaps(phrases[ends[0] ?? -1])));
  return {
    phrases: senses.filter((sense) => sense !== undefined).length,
    forms,
    wordOf: (form) => numbers.get(form) ?? 0,
    next: (node, word) => leadsTo[node]?.get(word) ?? -1,
    sense: (node) => senses[node],
  };
}

/**
 * What phrases that read alike mean together: the first gives the concept, and the codes of the later ones follow its own.
 * They may belong to different releases, so take the first that the release in force has.
 */
export function senseOf(alike: readonly Meaning[], caps: boolean): Sense | undefined {
  const [first, ...later] = alike;
  return first && { concept: first.concept, codes: later.reduce((codes, meaning) => withMore(codes, meaning.codes), first.codes), caps };
}

export function needsCaps(phrase: Phrase | undefined): boolean {
  return phrase?.words.includes('=') === true;
}

function withMore(codes: readonly string[], others: readonly string[]): readonly string[] {
  const more = codes.length < MOST_CODES ? others.filter((code) => !codes.includes(code)) : [];
  return more.length > 0 ? [...codes, ...more].slice(0, MOST_CODES) : codes;
}

/** Phrases as a trie of word forms, as they come; every phrase begins at node 0. */
export interface GrownTrie {
  /** The number of a form is its place counted from 1. */
  readonly forms: readonly string[];
  readonly nodes: readonly TrieNode[];
}

export interface TrieNode {
  /** -1 for node 0. */
  readonly parent: number;
  readonly word: number;
  /** Places of the phrases that end here, the earliest first, but for those that add no code. */
  readonly ends: number[];
}

export function growTrie(phrases: readonly Phrase[]): GrownTrie {
  const numbers = new Map<string, number>();
  const nodes: TrieNode[] = [{ parent: -1, word: 0, ends: [] }];
  const leadsTo = [new Map<number, number>()];
  phrases.forEach((phrase, place) => {
    let node = 0;
    for (const form of formsOfPhrase(phrase)) {
      const word = numbers.get(form) ?? numbers.size + 1;
      numbers.set(form, word);
      let next = leadsTo[node]!.get(word);
      if (next === undefined) {
        next = nodes.push({ parent: node, word, ends: [] }) - 1;
        leadsTo.push(new Map());
        leadsTo[node]!.set(word, next);
      }
      node = next;
    }
    if (node > 0 && adds(phrase, nodes[node]!.ends, phrases)) nodes[node]!.ends.push(place);
  });
  return { forms: [...numbers.keys()], nodes };
}

function formsOfPhrase({ words }: Phrase): string[] {
  return tokenize(words).length > LONGEST ? [] : formsOf(words);
}

/** True when the phrase reads like none before it, or has a code that those do not have. */
function adds(phrase: Phrase, ends: readonly number[], phrases: readonly Phrase[]): boolean {
  const known = senseOf(ends.map((place) => phrases[place]!), false);
  return known === undefined || withMore(known.codes, phrase.codes) !== known.codes;
}
