import { senseOf } from './lexicon.ts';
import type { PhraseTrie } from './match-phrases.ts';

/** Both tries as one: the longest phrase of either wins, and what both know means what the first says, then what the second adds. */
export function unionTrie(first: PhraseTrie, second: PhraseTrie): PhraseTrie {
  const words = pairs();
  const nodes = pairs();
  nodes.numberOf(0, 0);
  return {
    phrases: first.phrases + second.phrases,
    forms: [...new Set([...first.forms, ...second.forms])],
    wordOf: (form) => {
      const [one, two] = [first.wordOf(form), second.wordOf(form)];
      return one === 0 && two === 0 ? 0 : words.numberOf(one, two) + 1;
    },
    next: (node, word) => {
      const [atOne, atTwo] = nodes.pair(node);
      const [one, two] = words.pair(word - 1);
      const to: Pair = [atOne < 0 || one === 0 ? -1 : first.next(atOne, one), atTwo < 0 || two === 0 ? -1 : second.next(atTwo, two)];
      return to[0] < 0 && to[1] < 0 ? -1 : nodes.numberOf(...to);
    },
    sense: (node) => {
      const [one, two] = nodes.pair(node);
      const senses = [one < 0 ? undefined : first.sense(one), two < 0 ? undefined : second.sense(two)].filter((sense) => sense !== undefined);
      return senseOf(senses, senses.length > 0 && senses.every(({ caps }) => caps));
    },
  };
}

type Pair = readonly [one: number, two: number];

/** Pairs by the order in which they are met; as many as phrases and words of texts lead to. */
function pairs() {
  const numbers = new Map<number, Map<number, number>>();
  const all: Pair[] = [];
  return {
    pair: (number: number): Pair => all[number] ?? [-1, -1],
    numberOf: (one: number, two: number): number => {
      const withOne = numbers.get(one) ?? new Map<number, number>();
      numbers.set(one, withOne);
      const number = withOne.get(two) ?? all.push([one, two]) - 1;
      withOne.set(two, number);
      return number;
    },
  };
}
