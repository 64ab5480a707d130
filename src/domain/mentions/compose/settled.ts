import type { Near } from './near.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * One value of each axis that has one at a time: the nearest, or what says more of the same ("stage 3" and "stage 3b"); of two that
 * stand equally near only what both have in common, so that two stages leave the stage open. Words of several axes add up.
 */
export function settled(near: readonly Near[], vocabulary: Vocabulary): readonly Near[] {
  const kept: Near[] = [];
  const rivals = new Map<string, Near[]>();
  for (const one of near) {
    const axis = vocabulary.axisOf(one.claim);
    if (axis?.one === true) rivals.set(axis.name, [...(rivals.get(axis.name) ?? []), one]);
    else if (!kept.some(({ claim }) => claim === one.claim)) kept.push(one);
  }
  for (const list of rivals.values()) kept.push(...winner(list, vocabulary));
  return kept.toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function winner(list: readonly Near[], { upwards }: Vocabulary): readonly Near[] {
  const least = Math.min(...list.map(({ distance }) => distance));
  const nearest = list.filter(({ distance }) => distance === least);
  const first = nearest[0]!;
  if (nearest.every(({ claim }) => claim === first.claim)) {
    const fuller = list.find(({ claim }) => claim !== first.claim && upwards(claim).includes(first.claim));
    return [fuller ?? first];
  }
  const fullest = nearest.find(({ claim }) => nearest.every((other) => upwards(claim).includes(other.claim)));
  if (fullest !== undefined) return [fullest];
  const shared = upwards(first.claim).find((above) => nearest.every(({ claim }) => upwards(claim).includes(above)));
  return shared === undefined ? [] : [{ ...first, claim: shared }];
}
