import type { CodeEntry } from '../../model/index.ts';
import { OTHER_PART, type Claims } from './claims.ts';
import type { Family, Kin, Member } from './family.ts';
import { nearness, type Vocabulary } from './vocabulary.ts';

/** An attribute found near a concept. */
export interface Said {
  readonly claim: string;
  /** Said not to be so: "without aura". */
  readonly denied: boolean;
  /** How many of the same axis stand nearer. */
  readonly rank: number;
}

export interface Choice {
  readonly entry: CodeEntry;
  /** Places in what was said that the code's title reports. */
  readonly used: ReadonlySet<number>;
}

/**
 * The code whose title claims nothing that nobody said, and of those the one that reports most of what was said; then the one nearest
 * to the concept's own code, then the one that assumes least. Null where none reports anything of it, or two fit alike.
 * Authority: ICD-10-CM Guidelines I.B.2.
 */
export function choose(kin: Kin, said: readonly Said[], vocabulary: Vocabulary): Choice | null {
  const context = contextOf(kin, said, vocabulary);
  let best: Fit | null = null;
  let tied = false;
  for (const member of kin.family.members) {
    const fit = keepsOwn(member, kin, context) ? fitOf(member, context) : null;
    if (fit === null) continue;
    const order = best === null ? 1 : compare(fit, best);
    if (order > 0) best = fit;
      if (order !== 0) tied = false;
    else tied = true;
  }
  return best === null || best.used.size === 0 || tied ? null : { entry: best.entry, used: best.used };
}

interface Context {
  readonly family: Family;
  readonly own: string | null;
  readonly ownClaims: ReadonlyMap<string, number>;
  /** Claim → the place that says it, and how nearly: 1 itself, less what it is part of. */
  readonly strong: ReadonlyMap<string, { readonly place: number; readonly weight: number }>;
  readonly denied: ReadonlyMap<string, number>;
  /** Axis → the claims said on it, where a case has one value at a time. */
  readonly taken: ReadonlyMap<string, readonly string[]>;
  readonly implied: ReadonlySet<string>;
  readonly called: readonly { readonly place: number; readonly codes: ReadonlySet<string> }[];
  readonly vocabulary: Vocabulary;
}

/** Of two parts of the body the nearer one is meant. */
const FARTHER = 0.001;

/** Where the list has a code for the whole, that is meant: an arm is an upper limb, then an upper arm. */
const USUAL_STEPS = 2;

function contextOf({ family, own, ownClaims }: Kin, said: readonly Said[], vocabulary: Vocabulary): Context {
  const strong = new Map<string, { place: number; weight: number }>();
  const denied = new Map<string, number>();
  const taken = new Map<string, string[]>();
  said.forEach(({ claim, denied: isDenied, rank }, place) => {
    if (isDenied) {
      denied.set(claim, place);
      return;
    }
    vocabulary.upwards(claim).forEach((above, steps) => {
      const weight = nearness(steps) - rank * FARTHER;
      if (weight > (strong.get(above)?.weight ?? 0)) strong.set(above, { place, weight });
    });
    for (const part of vocabulary.usualOf(claim)) if (!strong.has(part)) strong.set(part, { place, weight: nearness(USUAL_STEPS) - rank * FARTHER });
    const axis = vocabulary.axisOf(claim);
    if (axis?.one === true) taken.set(axis.name, [...(taken.get(axis.name) ?? []), ...vocabulary.upwards(claim)]);
  });
  const narrowings = family.narrowings.flatMap(({ triggers, codes, implied }) => {
    const place = said.findIndex(({ claim, denied: isDenied }) => !isDenied && vocabulary.upwards(claim).some((above) => triggers.has(above)));
    return place < 0 ? [] : [{ place, codes, implied }];
  });
  return {
    family, own: own?.code ?? null, ownClaims, strong, denied, taken, vocabulary,
    implied: new Set(narrowings.flatMap(({ implied }) => implied)), called: narrowings,
  };
}

/**
 * What the concept's own title claims is not given up for something said near it: precordial pain beside the word *chest* stays
 * precordial. Given up may be what nobody said, another value of an axis that is said, and the whole of which a part is said.
 */
function keepsOwn({ entry, claims }: Member, { own, keeps, family }: Kin, context: Context): boolean {
  if (entry.code === own?.code || context.called.some(({ codes }) => codes.has(entry.code))) return true;
  return keeps.every((group) => group.some((claim) => family.assumed.has(claim) || mayGo(claim, context) || claims.asked.some((asked) => asked.some((alternative) => alternative.includes(claim)))));
}

function mayGo(claim: string, { strong, taken, vocabulary }: Context): boolean {
  const said = strong.get(claim.startsWith(OTHER_PART) ? claim.slice(OTHER_PART.length) : claim);
  return said === undefined ? taken.has(vocabulary.axisOf(claim)?.name ?? '') : said.weight <= nearness(1);
}

interface Fit {
  readonly entry: CodeEntry;
  readonly used: ReadonlySet<number>;
  readonly reported: number;
  readonly kept: number;
  readonly supposed: number;
  readonly unspecified: number;
  readonly isOwn: boolean;
}

const SAME = 1e-6;

function compare(a: Fit, b: Fit): number {
  if (Math.abs(a.reported - b.reported) > SAME) return a.reported - b.reported;
  if (Math.abs(a.kept - b.kept) > SAME) return a.kept - b.kept;
  return Number(a.isOwn) - Number(b.isOwn) || b.supposed - a.supposed || a.unspecified - b.unspecified;
}

function fitOf(member: Member, context: Context): Fit | null {
  const whole = weigh(member.claims, context);
  if (whole === null) return null;
  const { extensions, entry } = member;
  for (const { place, codes } of context.called) if (codes.has(entry.code)) report(whole, place, 1);
  if (extensions.length === 0) return asFit(entry, whole, context);
  let best: Fit | null = null;
  for (const extension of extensions) {
    const added = weigh(extension.claims, context);
    if (added === null) continue;
    const fit = asFit(extension.entry, joined(whole, added), context);
    if (best === null || compare(fit, best) > 0) best = fit;
  }
  return best;
}

interface Weighed {
  /** Place → how nearly the title says it. */
  readonly reported: Map<number, number>;
  kept: number;
  supposed: number;
  unspecified: number;
}

/** Null where the title claims what nobody said, or denies what somebody did. */
function weigh({ asked, denied, unspecified }: Claims, context: Context): Weighed | null {
  const weighed: Weighed = { reported: new Map(), kept: 0, supposed: 0, unspecified };
  for (const group of asked) if (!holdsOne(group, context, weighed)) return null;
  for (const claim of denied) {
    if (context.strong.has(claim) || context.ownClaims.has(claim)) return null;
    const place = context.denied.get(claim);
    if (place === undefined) weighed.supposed++;
    else report(weighed, place, 1);
  }
  return weighed;
}

/** One alternative of the group; all that hold are reported. */
function holdsOne(group: Claims['asked'][number], context: Context, weighed: Weighed): boolean {
  let found = false;
  for (const alternative of group) {
    const trial: Weighed = { reported: new Map(), kept: 0, supposed: 0, unspecified: 0 };
    if (!alternative.every((claim) => holds(claim, context, trial))) continue;
    for (const [place, weight] of trial.reported) report(weighed, place, weight);
    if (found) continue;
    weighed.kept += trial.kept;
    weighed.supposed += trial.supposed;
    found = true;
  }
  return found;
}

function holds(claim: string, context: Context, weighed: Weighed): boolean {
  const { strong, ownClaims, implied, family, taken, vocabulary } = context;
  const said = strong.get(claim);
  if (said !== undefined) {
    if (!ownClaims.has(claim) || vocabulary.axisOf(claim)?.one === true) report(weighed, said.place, said.weight);
    else report(weighed, said.place, 0);
    weighed.kept += ownClaims.get(claim) ?? 0;
    return true;
  }
  if (context.denied.has(claim)) return false;
  if (claim.startsWith(OTHER_PART) && isPartSaid(claim.slice(OTHER_PART.length), context, weighed)) return true;
  const axis = vocabulary.axisOf(claim);
  if (axis?.one === true && taken.has(axis.name) && !(family.assumed.has(claim) && vocabulary.upwards(claim).some((above) => strong.has(above)))) return false;
  const own = ownClaims.get(claim);
  if (own !== undefined) {
    weighed.kept += own;
    return true;
  }
  if (implied.has(claim)) return true;
  if (!family.assumed.has(claim)) return false;
  weighed.supposed++;
  return true;
}

/** *Other part of foot* holds for the sole, and for no foot of which no part is named. */
function isPartSaid(whole: string, { strong }: Context, weighed: Weighed): boolean {
  const said = strong.get(whole);
  if (said === undefined || said.weight > nearness(1)) return false;
  report(weighed, said.place, said.weight * nearness(1));
  return true;
}

function report(weighed: Weighed, place: number, weight: number): void {
  weighed.reported.set(place, Math.max(weight, weighed.reported.get(place) ?? 0));
}

function joined(a: Weighed, b: Weighed): Weighed {
  const reported = new Map(a.reported);
  for (const [place, weight] of b.reported) reported.set(place, Math.max(weight, reported.get(place) ?? 0));
  return { reported, kept: a.kept + b.kept, supposed: a.supposed + b.supposed, unspecified: a.unspecified + b.unspecified };
}

function asFit(entry: CodeEntry, { reported, kept, supposed, unspecified }: Weighed, { own }: Context): Fit {
  let sum = 0;
  for (const weight of reported.values()) sum += weight;
  return { entry, used: new Set(reported.keys()), reported: sum, kept, supposed, unspecified, isOwn: entry.code === own };
}
