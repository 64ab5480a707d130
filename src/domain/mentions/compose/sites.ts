import type { Near } from './near.ts';
import { claimOf, type Vocabulary } from './vocabulary.ts';

/**
 * What is said near a concept, apart for each part of the body that it names side by side: "laceration of the right hand and left
 * forearm" are two. A side holds for the parts after it, until another is said. One group where no parts are so joined.
 */
export function eachSite(near: readonly Near[], forms: readonly string[], vocabulary: Vocabulary): readonly (readonly Near[])[] {
  const joined = joinedSites(near, forms, vocabulary);
  if (joined.length < 2) return [near];
  const sides = near.filter(({ claim }) => isOn('laterality', claim, vocabulary));
  const rest = near.filter((one) => !joined.some((site) => overlap(one, site)) && !sides.includes(one));
  let last: readonly Near[] = sides.filter(({ to }) => to <= joined[0]!.from);
  return joined.map((site, place) => {
    const own = place === 0 ? [] : sides.filter(({ from, to }) => from >= joined[place - 1]!.to && to <= site.from);
    if (own.length > 0) last = own;
    return [...rest, ...last.slice(-1).map((side) => ({ ...side, distance: 0 })), ...near.filter((one) => isOn('site', one.claim, vocabulary) && overlap(one, site))];
  });
}

/** The run of parts that stand joined, each once, the longer name of two that begin alike. */
function joinedSites(near: readonly Near[], forms: readonly string[], vocabulary: Vocabulary): readonly Near[] {
  const sites = near.filter(({ claim }) => isOn('site', claim, vocabulary)).toSorted((a, b) => a.from - b.from || b.to - a.to);
  let run: Near[] = [];
  for (const site of sites) {
    const last = run.at(-1);
    if (last !== undefined && overlap(last, site)) continue;
    if (last !== undefined && areJoined(last, site, forms) && !areParts(last, site, vocabulary)) run.push(site);
    else if (run.length < 2) run = [site];
  }
  return run;
}

function isOn(axis: string, claim: string, { axisOf }: Vocabulary): boolean {
  return axisOf(claim)?.name === axis && claim !== claimOf('laterality', 'unilateral');
}

function overlap(one: Near, other: Near): boolean {
  return one.from < other.to && other.from < one.to;
}

const BETWEEN: ReadonlySet<string> = new Set(['and', 'of', 'the', 'on', 'in', 'to', 'his', 'her', 'right', 'left', 'rt', 'lt', 'r', 'l', 'both', 'bilateral']);

function areJoined(left: Near, right: Near, forms: readonly string[]): boolean {
  const between = forms.slice(left.to, right.from);
  return between.includes('and') && between.every((form) => BETWEEN.has(form));
}

/** A toe is no part of the body beside its foot. */
function areParts(one: Near, other: Near, { upwards }: Vocabulary): boolean {
  return upwards(one.claim).includes(other.claim) || upwards(other.claim).includes(one.claim);
}
