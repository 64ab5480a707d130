import type { CodeEntry, CodeSet } from '../../model/index.ts';
import { claimsOf, OTHER, OTHER_PART, type Claims } from './claims.ts';
import { formsOf } from '../../coding/term-index.ts';
import { fits, headOf, withoutSeventh } from './patterns.ts';
import { ASSUMED, type Refinement } from './tables.ts';
import { claimOfRefinement, LEFT_SIDE, nearness, RIGHT_SIDE, SEVERAL, type Vocabulary } from './vocabulary.ts';

/** A code that can be reported, or that lacks only its seventh character. */
export interface Member {
  readonly entry: CodeEntry;
  readonly claims: Claims;
  /** With each seventh character that applies; the claims are what the character adds. */
  readonly extensions: readonly { readonly entry: CodeEntry; readonly claims: Claims }[];
}

/** A `+` row as it applies to a family. */
export interface Narrowing {
  /** Claims of notes that call for it. */
  readonly triggers: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
  /** What the titles of all its codes claim: said with it. */
  readonly implied: readonly string[];
}

/** The codes among which what is said near a concept decides. */
export interface Family {
  readonly key: string;
  readonly members: readonly Member[];
  readonly narrowings: readonly Narrowing[];
  /** Claims that tell its members apart, and what calls for a narrowing. */
  readonly knows: ReadonlySet<string>;
  /** Axes with one value at a time of which it knows some: any other value of these rules members out. */
  readonly axes: ReadonlySet<string>;
  /** What its titles may claim though nobody says it. */
  readonly assumed: ReadonlySet<string>;
}

/** The family of one concept: what the concept's own code and name say needs no saying again. */
export interface Kin {
  readonly family: Family;
  /** The concept's own code of this release; null where it names none by itself. */
  readonly own: CodeEntry | null;
  /** What the title of its own code claims, and what that is part of; how nearly: 1 itself. */
  readonly ownClaims: ReadonlyMap<string, number>;
  /** Of these what a more specific code must claim too. */
  readonly keeps: readonly (readonly string[])[];
}

/** Families of one release, made when first asked for. */
export function familiesOf(codeSet: CodeSet, vocabulary: Vocabulary): (concept: string, codes: readonly string[]) => Kin | null {
  const parsed = new Map<string, Claims>();
  const families = new Map<string, Family | null>();
  const kins = new Map<string, Kin | null>();
  const met = new WeakMap<readonly string[], Kin | null>();
  const claims = (title: string): Claims => {
    const known = parsed.get(title) ?? claimsOf(title, vocabulary);
    parsed.set(title, known);
    return known;
  };
  const claimsOfEntry = ({ code, title, parent }: CodeEntry): Claims => {
    const above = parent === null || code.length !== 8 ? undefined : codeSet.entry(parent);
    return above !== undefined && title.startsWith(`${above.title}, `) ? claims(above.title) : claims(title);
  };
  const rootOfRow = rootsOfRows(vocabulary, (row) => rootOf(row, '', codeSet, claimsOfEntry, vocabulary));
  const { ofConcept, ofCategory } = vocabulary.rows;

  return (concept, codes) => {
    const last = met.get(codes);
    if (last !== undefined) return last;
    const key = `${concept} ${codes.join(' ')}`;
    const known = kins.get(key);
    const kin = known === undefined ? kinOf(concept, codes) : known;
    kins.set(key, kin);
    met.set(codes, kin);
    return kin;
  };

  function kinOf(concept: string, codes: readonly string[]): Kin | null {
    const name = concept.startsWith('syn:') ? concept.slice(4) : '';
    const found = rootOf(codes, name, codeSet, claimsOfEntry, vocabulary);
    const named = claimsOfName(name, vocabulary);
    const isKindOf = (row: Root): boolean => keptOf(row).every((group) => group.some((claim) => named.has(claim) || found?.claims.has(claim) === true));
    const under = (root: string): readonly number[] => ofCategory(root.slice(0, 3)).filter((row) => {
      const above = rootOfRow(row);
      return above !== null && above.root === root && isKindOf(above);
    });
    const rows = [...new Set([...ofConcept(name), ...(found === null ? [] : under(found.root))])];
    if (found === null && rows.length === 0) return null;
    const roots = [...new Set([...(found === null ? [] : [found.root]), ...rows.flatMap((row) => vocabulary.tables.refinements[row]!.patterns.map((pattern) => codeSet.entry(headOf(pattern))?.code ?? pattern))])].toSorted();
    const kept = roots.filter((root) => !roots.some((other) => other !== root && root.startsWith(other)));
    const all = [...new Set([...rows, ...(rows.length === 0 ? [] : kept.flatMap(under))])].toSorted((a, b) => a - b);
    const key = `${kept.join(' ')}|${all.join(' ')}`;
    let family = families.get(key);
    if (family === undefined) families.set(key, (family = makeFamily(key, kept, all)));
    if (family === null) return null;
    return found === null ? { family, own: null, ownClaims: named, keeps: [] } : { family, own: found.own, ownClaims: found.claims, keeps: found.keeps.filter((group) => !group.some((claim) => found.vague.includes(claim)) || tellsSidesApart(group, family)) };
  }

  function makeFamily(key: string, roots: readonly string[], rows: readonly number[]): Family | null {
    const members = roots.flatMap((root) => membersOf(root, codeSet, claims));
    if (members.length < 2) return null;
    const assumed = new Set(vocabulary.assumed);
    const narrowings = rows.flatMap((index): Narrowing[] => {
      const row = vocabulary.tables.refinements[index]!;
      const within = members.filter(({ entry }) => row.patterns.some((pattern) => fits(entry.code, pattern) || fits(entry.code, withoutSeventh(pattern))));
      if (row.says.includes(ASSUMED)) for (const claim of titleClaims(row.attribute, vocabulary)) assumed.add(claim);
      if (within.length === 0 || row.says.includes(ASSUMED)) return [];
      const claimSets = within.map((member) => new Set(member.claims.asked.flat(2)));
      const [first, ...others] = claimSets.some((set) => !set.has(OTHER)) ? claimSets.filter((set) => !set.has(OTHER)) : claimSets;
      const implied = [...first!].filter((claim) => others.every((other) => other.has(claim))).concat(titleClaims(row.attribute, vocabulary));
      return [{ triggers: triggersOf(row, index, vocabulary), codes: new Set(within.map(({ entry }) => entry.code)), implied }];
    });
    const knows = knowsOf(members, narrowings);
    const axes = new Set([...knows].flatMap((claim) => {
      const axis = vocabulary.axisOf(claim);
      return axis?.one === true ? [axis.name] : [];
    }));
    return { key, members, narrowings, knows, axes, assumed };
  }
}

/** Where each `+` row stands, found when first asked for; rows of one concept together. */
function rootsOfRows({ tables }: Vocabulary, find: (codes: readonly string[]) => Root | null): (row: number) => Root | null {
  const known = new Map<string, Root | null>();
  return (row) => {
    const { codes } = tables.refinements[row]!;
    const key = codes.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const root = find(codes);
    known.set(key, root);
    return root;
  };
}

function claimsOfName(name: string, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  return new Map(titleClaims(name, vocabulary).map((claim) => [claim, 1]));
}

/** The claims that a wording of a refinement stands for: `knee` of a `+` row is said by whatever says the knee. */
function triggersOf({ says }: Refinement, index: number, vocabulary: Vocabulary): ReadonlySet<string> {
  return new Set([claimOfRefinement(index), ...says.flatMap((words) => {
    if (words.startsWith(SEVERAL)) return [];
    const claims = titleClaims(words, vocabulary);
    return claims.length === 1 && vocabulary.axisOf(claims[0]!) !== undefined ? claims : [];
  })]);
}

function titleClaims(words: string, vocabulary: Vocabulary): readonly string[] {
  return claimsOf(words, vocabulary).asked.flat(2);
}

function knowsOf(members: readonly Member[], narrowings: readonly Narrowing[]): ReadonlySet<string> {
  const knows = new Set<string>();
  const learn = ({ asked, denied }: Claims): void => {
    for (const claim of [...asked.flat(2), ...denied]) knows.add(claim.startsWith(OTHER_PART) ? claim.slice(OTHER_PART.length) : claim);
  };
  for (const { claims, extensions } of members) {
    learn(claims);
    for (const extension of extensions) learn(extension.claims);
  }
  for (const { triggers } of narrowings) for (const trigger of triggers) knows.add(trigger);
  return knows;
}

function membersOf(root: string, codeSet: CodeSet, claims: (title: string) => Claims): Member[] {
  const entry = codeSet.entry(root);
  if (entry === undefined) return [];
  const below = codeSet.children(entry.code);
  const [first] = below;
  if (first === undefined) return [{ entry, claims: claims(entry.title), extensions: [] }];
  const prefix = `${entry.title}, `;
  if (first.code.length === 8 && first.title.startsWith(prefix)) {
    return [{ entry, claims: claims(entry.title), extensions: below.map((extended) => ({ entry: extended, claims: withoutSites(claims(extended.title.slice(prefix.length))) })) }];
  }
  return below.flatMap(({ code }) => membersOf(code, codeSet, claims));
}

/** *Right eye* as a seventh character asks for the side: that it is an eye, the disease tells. */
function withoutSites(claims: Claims): Claims {
  const asked = claims.asked.filter((group) => !group.every((alternative) => alternative.every((claim) => claim.startsWith('site:'))));
  return asked.length === claims.asked.length ? claims : { ...claims, asked };
}

interface Root {
  readonly root: string;
  readonly own: CodeEntry | null;
  readonly claims: ReadonlyMap<string, number>;
  readonly keeps: readonly (readonly string[])[];
  readonly vague: readonly string[];
}

/** What the concept's own title claims, but for what it leaves unspecified. */
function keptOf({ keeps, vague }: Root): readonly (readonly string[])[] {
  return keeps.filter((group) => !group.some((claim) => vague.includes(claim)));
}

/** *Unspecified femoral vein* is one of two femoral veins, and there are other veins with sides; the *unspecified eye* of a cataract is any eye. */
function tellsSidesApart(group: readonly string[], { members }: Family): boolean {
  const sided = members.map(({ claims: { asked } }) => asked.flat(2)).filter((claims) => claims.includes(RIGHT_SIDE) || claims.includes(LEFT_SIDE));
  return sided.some((claims) => group.every((claim) => claims.includes(claim))) && sided.some((claims) => !group.some((claim) => claims.includes(claim)));
}

/**
 * Climbs from the concept's code to the highest header whose title claims nothing that the code's title or the concept's name do
 * not: from J45.909 to *Asthma*, not from *Pain in knee* to *Pain in joint*. From *Other …* only to a header of others.
 */
function rootOf(codes: readonly string[], name: string, codeSet: CodeSet, claimsOfEntry: (entry: CodeEntry) => Claims, vocabulary: Vocabulary): Root | null {
  const known = codes.flatMap((code) => codeSet.entry(code) ?? []);
  const own = known.find(({ billable }) => billable) ?? known[0];
  if (own === undefined) return null;
  const { asked, denied, vague } = claimsOfEntry(own);
  const claims = new Map<string, number>();
  for (const claim of asked.flat(2)) {
    const isPart = claim.startsWith(OTHER_PART);
    if (isPart) claims.set(claim, 1);
    vocabulary.upwards(isPart ? claim.slice(OTHER_PART.length) : claim).forEach((above, steps) => claims.set(above, Math.max(claims.get(above) ?? 0, nearness(steps + (isPart ? 1 : 0)))));
  }
  const isOther = claims.delete(OTHER);
  const claimed = new Set([...claims.keys(), ...titleClaims(name, vocabulary), ...formsOf(name), ...formsOf(own.title)]);
  let root = own;
  for (let at = own; at.parent !== null;) {
    const above = codeSet.entry(at.parent);
    if (above === undefined) break;
    at = above;
    const says = claimsOfEntry(above);
    const ofOthers = says.asked.some((group) => group.some((alternative) => alternative.includes(OTHER)));
    if (isOther && !ofOthers) break;
    if (!says.denied.every((claim) => denied.includes(claim))) continue;
    if (says.asked.every((group) => group.some((alternative) => alternative.every((claim) => claim === OTHER || claimed.has(claim))))) root = above;
  }
  if (isOther) claims.set(OTHER, 1);
  return { root: root.code, own, claims, keeps: asked.map((group) => group.flat()), vague };
}
