import type { ConceptId, Lexicon, LexiconMatch, Token } from '../model/index.ts';
import { remembered } from '../text/remembered.ts';
import { buildSpelling } from '../text/spelling.ts';
import { LITTLE_WORDS, numeralForm, wordForm } from '../text/word-forms.ts';

/** Phrases by their word forms, from node 0: grown from wordings, or loaded as it was compiled. */
export interface PhraseTrie {
  /** Nodes at which a phrase ends. */
  readonly phrases: number;
  /** The word forms of all phrases. */
  readonly forms: readonly string[];
  /** The number of a word form; 0 where no phrase has it. */
  wordOf(form: string): number;
  /** The node that `word` leads to from `node`; -1 where no phrase goes on so. */
  next(node: number, word: number): number;
  /** What the phrase that ends there means. */
  sense(node: number): Sense | undefined;
}

export interface Meaning {
  readonly concept: ConceptId;
  /** Best first, with the dot. */
  readonly codes: readonly string[];
}

export interface Sense extends Meaning {
  /** Must be written in capitals. */
  readonly caps: boolean;
}

/**
 * The longest phrase wins, left to right; the one overlap that is allowed is `partnerRunningOn`.
 * @param known word forms that no phrase has and that are no slip of the pen
 */
export function matchPhrases(trie: PhraseTrie, known?: () => ReadonlySet<string>): Lexicon {
  const numberOf = wordNumbers(trie, known);
  return { phrases: trie.phrases, match: (tokens) => matchAll(tokens, numberOf, trie) };
}

function matchAll(tokens: readonly Token[], numberOf: WordNumber, trie: PhraseTrie): LexiconMatch[] {
  const words = new Int32Array(tokens.length);
  let previous: string | null = null;
  tokens.forEach(({ norm }, index) => {
    words[index] = numberOf(norm, previous);
    if (!LITTLE_WORDS.has(norm)) previous = norm;
  });
  const matches: LexiconMatch[] = [];
  let from = 0;
  while (from < tokens.length) {
    const found = longestAt(tokens, words, from, trie);
    if (!found) {
      from++;
      continue;
    }
    matches.push({ from, to: found.to, concept: found.sense.concept, codes: found.sense.codes });
    const partner = partnerRunningOn(tokens, words, from, found.to, trie);
    if (partner) matches.push(partner);
    from = partner?.to ?? found.to;
  }
  return matches;
}

const CONNECTING: ReadonlySet<string> = new Set(['with', 'and', 'due', 'to', 'in', 'from', 'secondary', 'w']);

/**
 * "Type 2 diabetes with CKD stage 3b": the combination ends at CKD, but the partner it names goes on. The one overlap
 * that is allowed: from after a connecting word inside the match to beyond its end.
 */
function partnerRunningOn(tokens: readonly Token[], words: Int32Array, from: number, to: number, trie: PhraseTrie): LexiconMatch | undefined {
  for (let start = from + 1; start < to; start++) {
    if (!CONNECTING.has(tokens[start - 1]!.norm)) continue;
    const found = longestAt(tokens, words, start, trie);
    if (found && found.to > to) return { from: start, to: found.to, concept: found.sense.concept, codes: found.sense.codes };
  }
  return undefined;
}

function longestAt(tokens: readonly Token[], words: Int32Array, from: number, trie: PhraseTrie): { to: number; sense: Sense } | undefined {
  let node = 0;
  let allCaps = true;
  let best: { to: number; sense: Sense } | undefined;
  let skipped = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    const word = words[at]!;
    const next = word === 0 ? -1 : trie.next(node, word);
    if (next < 0) {
      if (at === from || !LITTLE_WORDS.has(token.norm) || ++skipped > 2) return best;
      continue;
    }
    skipped = 0;
    node = next;
    allCaps &&= token.caps === true || /^[0-9]/.test(token.norm);
    const sense = trie.sense(node);
    if (sense && (allCaps || !sense.caps)) best = { to: at + 1, sense };
  }
  return best;
}

/** The number of the word's form as it reads after `previous`; 0 where no phrase has it. */
type WordNumber = (norm: string, previous: string | null) => number;

/** More than the words that notes are commonly made of. */
const MOST_SPELLINGS = 40_000;

function wordNumbers(trie: PhraseTrie, known: (() => ReadonlySet<string>) | undefined): WordNumber {
  let respell: ((written: string) => string | null) | undefined;
  const misspelled = (form: string): number => {
    respell ??= buildSpelling(trie.forms, known);
    const meant = respell(form);
    return meant === null ? 0 : trie.wordOf(meant);
  };
  const numberOf = remembered(MOST_SPELLINGS, (written) => {
    const form = wordForm(written);
    return trie.wordOf(form) || misspelled(form);
  });
  return (norm, previous) => numberOf(numeralForm(norm, previous));
}
