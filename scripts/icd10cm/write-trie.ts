import type { GrownTrie } from '../../src/domain/mentions/lexicon.ts';
import { writeFrontCoded, writeNumbers } from '../../src/knowledge/import/write-planes.ts';

/** What a phrase means, as a number, and whether it must be in capitals. */
export interface PhraseEnd {
  readonly meaning: number;
  readonly caps: boolean;
}

/** The planes that `src/knowledge/phrase-trie.ts` reads; `ends` speaks of the phrases that the trie was grown from, by place. */
export function writeTrie({ forms, nodes }: GrownTrie, ends: readonly PhraseEnd[]): [string, Uint8Array][] {
  const renumbered = oftenFirst(forms, nodes.map(({ word }) => word));
  const { kept, rest } = writeFrontCoded(renumbered.map((word) => forms[word - 1]!));
  const numbers = new Map(renumbered.map((word, index) => [word, index + 1]));
  const bytes: number[] = [0];
  const words: number[] = [0];
  const meanings: number[] = [];
  let first = 0;
  const order = depthFirst(nodes, ends);
  order.forEach(({ node, depth }, place) => {
    const here = nodes[node]!.ends.map((phrase) => ends[phrase]!);
    const up = depth + 1 - (order[place + 1]?.depth ?? 1);
    if (up > 15 || here.length > 7) throw new Error('A phrase is longer than the lexicon holds, or too many read alike.');
    bytes.push((here[0]?.caps ? 0x80 : 0) | (up << 3) | here.length);
    words.push(numbers.get(nodes[node]!.word)!);
    here.forEach(({ meaning }, index) => {
      meanings.push(unsigned(meaning - first));
      if (index === 0) first = meaning;
    });
  });
  return [['form-kept', kept], ['form-rest', rest], ['nodes', Uint8Array.from(bytes)], ['words', writeNumbers(words)], ['meanings', writeNumbers(meanings)]];
}

/** As many as a number of one byte can name. */
const OFTEN = 127;

/** The words that lead to most nodes, so that most numbers are one byte; then the others. Each part sorted, which packs well. */
function oftenFirst(forms: readonly string[], words: readonly number[]): number[] {
  const uses = new Map<number, number>();
  for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const byForm = forms.map((_, index) => index + 1).toSorted((a, b) => (forms[a - 1]! < forms[b - 1]! ? -1 : 1));
  const often = new Set(byForm.toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0)).slice(0, OFTEN));
  return [...byForm.filter((word) => often.has(word)), ...byForm.filter((word) => !often.has(word))];
}

/** Below each node first what has the lowest meaning: so the meanings mostly ascend by small steps, as the tabular list does. */
function depthFirst(nodes: GrownTrie['nodes'], ends: readonly PhraseEnd[]): { node: number; depth: number }[] {
  const lowest = nodes.map((node) => Math.min(...node.ends.map((phrase) => ends[phrase]!.meaning)));
  const below: number[][] = nodes.map(() => []);
  for (let node = nodes.length - 1; node > 0; node--) {
    const { parent } = nodes[node]!;
    lowest[parent] = Math.min(lowest[parent]!, lowest[node]!);
    below[parent]!.push(node);
  }
  const order: { node: number; depth: number }[] = [];
  const visit = (node: number, depth: number): void => {
    if (node > 0) order.push({ node, depth });
    for (const child of below[node]!.toReversed().toSorted((a, b) => lowest[a]! - lowest[b]!)) visit(child, depth + 1);
  };
  visit(0, 0);
  return order;
}

/** 0, 1, 2, 3, 4 … for 0, -1, 1, -2, 2 … */
function unsigned(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}
