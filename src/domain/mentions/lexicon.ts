import type { ConceptId, Lexicon, LexiconMatch, Token } from '../model/index.ts';
import { tokenize } from '../text/tokens.ts';
import { LITTLE_WORDS, numeralForm, wordForm } from '../text/word-forms.ts';

export interface Phrase {
  /** As a person would write it. A word with `=` before it counts only where the note writes it in capitals: `=PAD`. */
  readonly words: string;
  readonly concept: ConceptId;
  /** Best first, with the dot. */
  readonly codes: readonly string[];
}

/** Longer phrases are not looked for: no one writes them, and the bound keeps hostile text linear. */
const LONGEST = 14;
/** Codes kept of all phrases that read alike. */
const MOST_CODES = 6;

/**
 * Phrases as a trie of word forms. Where two phrases read alike, the earlier one gives the concept, and the codes of
 * the later ones follow its own: they may belong to different releases, so take the first that the release in force has.
 * Spelling (British, American), plural, Roman numerals after *type*, *stage* and the like, and the little words
 * of and the make no difference.
 */
export function buildLexicon(phrases: Iterable<Phrase>): Lexicon {
  const words = wordNumbers();
  const edges = edgeTable();
  const senses: (Sense | undefined)[] = [];
  let count = 0;
  for (const phrase of phrases) {
    const tokens = tokenize(phrase.words);
    if (tokens.length > LONGEST) continue;
    let node = 0;
    let previous: string | null = null;
    for (const { norm } of tokens) {
      if (LITTLE_WORDS.has(norm)) continue;
      node = edges.add(node, words.make(norm, previous));
      previous = norm;
    }
    if (node > 0 && addSense(senses, node, phrase)) count++;
  }
  return { phrases: count, match: (tokens) => matchAll(tokens, words, edges, senses) };
}

interface Sense {
  readonly concept: ConceptId;
  codes: readonly string[];
  /** Must be written in capitals. */
  readonly caps: boolean;
}

/** True when the phrase reads like none before it. */
function addSense(senses: (Sense | undefined)[], node: number, phrase: Phrase): boolean {
  const known = senses[node];
  if (!known) {
    senses[node] = { concept: phrase.concept, codes: phrase.codes, caps: phrase.words.includes('=') };
    return true;
  }
  const more = known.codes.length < MOST_CODES ? phrase.codes.filter((code) => !known.codes.includes(code)) : [];
  if (more.length > 0) known.codes = [...known.codes, ...more].slice(0, MOST_CODES);
  return false;
}

function matchAll(tokens: readonly Token[], words: WordNumbers, edges: EdgeTable, senses: readonly (Sense | undefined)[]): LexiconMatch[] {
  const ids = new Int32Array(tokens.length);
  let previous: string | null = null;
  tokens.forEach(({ norm }, index) => {
    ids[index] = words.find(norm, previous);
    if (!LITTLE_WORDS.has(norm)) previous = norm;
  });
  const matches: LexiconMatch[] = [];
  let from = 0;
  while (from < tokens.length) {
    const found = longestAt(tokens, ids, from, edges, senses);
    if (!found) {
      from++;
      continue;
    }
    matches.push({ from, to: found.to, concept: found.sense.concept, codes: found.sense.codes });
    const partner = partnerRunningOn(tokens, ids, from, found.to, edges, senses);
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
function partnerRunningOn(
  tokens: readonly Token[], ids: Int32Array, from: number, to: number, edges: EdgeTable, senses: readonly (Sense | undefined)[],
): LexiconMatch | undefined {
  for (let start = from + 1; start < to; start++) {
    if (!CONNECTING.has(tokens[start - 1]!.norm)) continue;
    const found = longestAt(tokens, ids, start, edges, senses);
    if (found && found.to > to) return { from: start, to: found.to, concept: found.sense.concept, codes: found.sense.codes };
  }
  return undefined;
}

function longestAt(tokens: readonly Token[], ids: Int32Array, from: number, edges: EdgeTable, senses: readonly (Sense | undefined)[]): { to: number; sense: Sense } | undefined {
  let node = 0;
  let allCaps = true;
  let best: { to: number; sense: Sense } | undefined;
  let skipped = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]!;
    const next = edges.find(node, ids[at]!);
    if (next < 0) {
      if (at === from || !LITTLE_WORDS.has(token.norm) || ++skipped > 2) return best;
      continue;
    }
    skipped = 0;
    node = next;
    allCaps &&= token.caps === true || /^[0-9]/.test(token.norm);
    const sense = senses[node];
    if (sense && (allCaps || !sense.caps)) best = { to: at + 1, sense };
  }
  return best;
}

interface WordNumbers {
  /** The number of the word's form, given one if it is new. */
  make(norm: string, previous: string | null): number;
  /** The same, or 0. */
  find(norm: string, previous: string | null): number;
}

/** Forms are worked out once for each spelling; hostile text must not fill the memory with spellings. */
const MOST_SPELLINGS = 200_000;

function wordNumbers(): WordNumbers {
  const forms = new Map<string, number>();
  const spellings = new Map<string, number>();
  const find = (norm: string, previous: string | null): number => {
    const written = numeralForm(norm, previous);
    const known = spellings.get(written);
    if (known !== undefined) return known;
    const found = forms.get(wordForm(written)) ?? 0;
    if (spellings.size < MOST_SPELLINGS) spellings.set(written, found);
    return found;
  };
  return {
    find,
    make(norm, previous) {
      const found = find(norm, previous);
      if (found > 0) return found;
      const written = numeralForm(norm, previous);
      const made = forms.size + 1;
      forms.set(wordForm(written), made);
      spellings.set(written, made);
      return made;
    },
  };
}

interface EdgeTable {
  /** The node that `word` leads to from `node`, made if there is none. */
  add(node: number, word: number): number;
  /** The same, or -1. */
  find(node: number, word: number): number;
}

/** Open addressing over one typed array (node, word, target): a tenth of the memory and time of a Map for each node. */
function edgeTable(): EdgeTable {
  let mask = (1 << 19) - 1;
  let slots = new Int32Array((mask + 1) * 3);
  let size = 0;
  const slotOf = (node: number, word: number): number => {
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(word, 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = (hash & mask) * 3;
    while (slots[slot + 2] !== 0 && (slots[slot] !== node || slots[slot + 1] !== word)) slot = slot === mask * 3 ? 0 : slot + 3;
    return slot;
  };
  const put = (node: number, word: number, target: number): void => {
    const slot = slotOf(node, word);
    slots[slot] = node;
    slots[slot + 1] = word;
    slots[slot + 2] = target;
  };
  const grow = (): void => {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Int32Array((mask + 1) * 3);
    for (let slot = 0; slot < old.length; slot += 3) if (old[slot + 2] !== 0) put(old[slot]!, old[slot + 1]!, old[slot + 2]!);
  };
  return {
    add(node, word) {
      const known = slots[slotOf(node, word) + 2]!;
      if (known !== 0) return known;
      if (++size * 2 > mask) grow();
      put(node, word, size);
      return size;
    },
    find(node, word) {
      return word === 0 ? -1 : slots[slotOf(node, word) + 2]! || -1;
    },
  };
}
