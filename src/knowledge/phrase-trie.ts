import { senseOf } from '../domain/mentions/lexicon.ts';
import type { Meaning, PhraseTrie, Sense } from '../domain/mentions/match-phrases.ts';
import { readFrontCoded, readNumbers, type Planes } from './planes.ts';

/**
 * The compiled phrases (`scripts/icd10cm/write-trie.ts` writes them), straight into typed arrays. Nodes stand depth first, node 0
 * is where all phrases begin. `nodes` has a byte for each: bit 7 that the phrase must be in capitals, bits 3–6 how many levels
 * further up the next node hangs, bits 0–2 how many meanings the phrase that ends here has. `words` are the words that lead to the
 * nodes; `meanings` gives the first of a phrase by its distance from that of the phrase before, the others by theirs from the first.
 * @throws Error when the planes do not fit together.
 */
export function decodeTrie({ plane }: Planes, meaningOf: (number: number) => Meaning): PhraseTrie {
  const forms = readFrontCoded(plane('form-kept'), plane('form-rest'));
  const numbers = new Map(forms.map((form, index) => [form, index + 1]));
  const nodes = plane('nodes');
  const words = readNumbers(plane('words'));
  if (words.length !== nodes.length) throw unfit();
  const { starts, targets, labels } = edgesOf(parentsOf(nodes), words, forms.length);
  const first = new Int32Array(forms.length + 1).fill(-1);
  for (let edge = starts[0]!; edge < starts[1]!; edge++) first[labels[edge]!] = targets[edge]!;
  const { phrases, ends, meanings } = meaningsOf(nodes, readNumbers(plane('meanings')));
  const senses = new Map<number, Sense | undefined>();
  const make = (node: number): Sense | undefined => {
    const sense = senseOf(Array.from(meanings.subarray(ends[node - 1], ends[node]), meaningOf), nodes[node]! >= CAPS);
    senses.set(node, sense);
    return sense;
  };
  return {
    phrases,
    forms,
    wordOf: (form) => numbers.get(form) ?? 0,
    next: (node, word) => {
      if (node === 0) return first[word] ?? -1;
      const end = starts[node + 1]!;
      let [low, high] = [starts[node]!, end];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (labels[middle]! < word) low = middle + 1;
        else high = middle;
      }
      return low < end && labels[low] === word ? targets[low]! : -1;
    },
    sense: (node) => ((nodes[node]! & MEANINGS) === 0 ? undefined : (senses.get(node) ?? make(node))),
  };
}

const CAPS = 0x80;
const MEANINGS = 0x07;

function parentsOf(nodes: Uint8Array): Int32Array {
  const parents = new Int32Array(nodes.length);
  const path = new Int32Array(nodes.length + 1);
  let depth = 0;
  for (let node = 1; node < nodes.length; node++) {
    parents[node] = path[depth]!;
    path[++depth] = node;
    depth -= (nodes[node]! >> 3) & 0x0f;
  }
  if (depth !== 0) throw unfit();
  return parents;
}

/** Edges from node `n` stand at `starts[n]` to before `starts[n + 1]`, by ascending label. */
interface Edges {
  readonly starts: Int32Array;
  readonly labels: Int32Array;
  readonly targets: Int32Array;
}

/** Sorted by counting, first by word, then by parent: linear, and nothing is hashed. */
function edgesOf(parents: Int32Array, words: Int32Array, lastWord: number): Edges {
  const nodes = new Int32Array(parents.length - 1);
  for (let node = 1; node < parents.length; node++) nodes[node - 1] = node;
  const { placed: targets, starts } = sorted(sorted(nodes, words, lastWord).placed, parents, parents.length - 1);
  const labels = new Int32Array(targets.length);
  for (let edge = 0; edge < targets.length; edge++) labels[edge] = words[targets[edge]!]!;
  return { starts, targets, labels };
}

/** The items by ascending key, in their order where it is the same. */
function sorted(items: Int32Array, keys: Int32Array, lastKey: number): { placed: Int32Array; starts: Int32Array } {
  const starts = new Int32Array(lastKey + 2);
  for (let at = 0; at < items.length; at++) starts[keys[items[at]!]! + 1]!++;
  for (let key = 0; key <= lastKey; key++) starts[key + 1]! += starts[key]!;
  const next = starts.slice();
  const placed = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) {
    const item = items[at]!;
    placed[next[keys[item]!]!++] = item;
  }
  return { placed, starts };
}

/** Meanings of node `n` stand at `ends[n - 1]` to before `ends[n]`. */
function meaningsOf(nodes: Uint8Array, steps: Int32Array): { phrases: number; ends: Int32Array; meanings: Int32Array } {
  const ends = new Int32Array(nodes.length);
  const meanings = new Int32Array(steps.length);
  let [phrases, first, at] = [0, 0, 0];
  for (let node = 1; node < nodes.length; node++) {
    const end = at + (nodes[node]! & MEANINGS);
    if (end > at) {
      phrases++;
      first += signed(steps[at]!);
      meanings[at++] = first;
    }
    while (at < end) meanings[at] = first + signed(steps[at++]!);
    ends[node] = at;
  }
  if (at !== steps.length) throw unfit();
  return { phrases, ends, meanings };
}

/** 0, -1, 1, -2, 2 … for 0, 1, 2, 3, 4 … */
function signed(number: number): number {
  return number & 1 ? -((number + 1) >> 1) : number >> 1;
}

function unfit(): Error {
  return new Error('The compiled phrases do not fit together.');
}
