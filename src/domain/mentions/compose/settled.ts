import type { Near } from './near.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * One value of each axis that has one at a time: the nearest, or what says more of the same ("stage 3" and "stage 3b"); of two that
 * stand equally near, or are joined ("moderate to severe"), only what both have in common, so that two stages leave the stage open.
 * Words of several axes add up.
 */
export function settled(near: readonly Near[], forms: readonly string[], vocabulary: Vocabulary): readonly Near[] {
  const kept: Near[] = [];
  const rivals = new Map<string, Near[]>();
  for (const one of near) {
    const axis = vocabulary.axisOf(one.claim);
    if (axis?.one === true) rivals.set(axis.name, [...(rivals.get(axis.name) ?? []), one]);
    else if (!kept.some(({ claim }) => claim === one.claim)) kept.push(one);
  }
  for (const list of rivals.values()) kept.push(...winner(list, forms, vocabulary));
  return kept.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function winner(list: readonly Near[], forms: readonly string[], { upwards }: Vocabulary): readonly Near[] {
  const least = Math.min(...list.map(({ distance }) => distance));
  const first = list.find(({ distance }) => distance === least)!;
  const nearest = list.filter((one) => one.distance === least || list.some((other) => other.distance === least && areJoined(one, other, forms)));
  if (nearest.every(({ claim }) => claim === first.claim)) {
    const fuller = list.find(({ claim }) => claim !== first.claim && upwards(claim).includes(first.claim));
    return [fuller ?? first];
  }
  const fullest = nearest.find(({ claim }) => nearest.every((other) => upwards(claim).includes(other.claim)));
  if (fullest !== undefined) return [fullest];
  const shared = upwards(first.claim).find((above) => nearest.every(({ claim }) => upwards(claim).includes(above)));
  return shared === undefined ? [] : [{ ...first, claim: shared }];
}

const JOINING: ReadonlySet<string> = new Set(['or', 'and', 'to', 'vs', 'versus']);

function areJoined(one: Near, other: Near, forms: readonly string[]): boolean {
  const [left, right] = one.from < other.from ? [one, other] : [other, one];
  return right.from === left.to + 1 && JOINING.has(forms[left.to]!);
}
