import { formsOf } from '../../coding/term-index.ts';
import { ASSUMED, type AttributeTables, type Axis } from './tables.ts';

/** The attribute words of notes and of titles as claims: a claim is `axis:value`, `+n` for the nth refinement, or the form of any other word. */
export interface Vocabulary {
  readonly said: PhraseNode;
  /** The wordings of `+` rows, which may hold those of other attributes: *both eyes*. */
  readonly refining: PhraseNode;
  readonly titled: PhraseNode;
  readonly axisOf: (claim: string) => Axis | undefined;
  /** The claim, then what it is part of, nearest first. */
  readonly upwards: (claim: string) => readonly string[];
  /** Parts that are meant where the whole is named that has no code. */
  readonly usualOf: (claim: string) => readonly string[];
  readonly assumed: ReadonlySet<string>;
  readonly tables: AttributeTables;
  /** Places of the `+` rows: those of a concept, and those whose concept has a code of a category. */
  readonly rows: { readonly ofConcept: (name: string) => readonly number[]; readonly ofCategory: (category: string) => readonly number[] };
}

/** Phrases by their word forms. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  readonly ends: PhraseEnd[];
  /** One of its ends counts only as it is written: in capitals, in the plural. */
  asWritten: boolean;
}

export interface PhraseEnd {
  readonly claim: string;
  /** Must be written in capitals. */
  readonly caps: boolean;
  /** One of its words must be written in the plural: "ribs". */
  readonly several: boolean;
  /** Counts only beside the name of the condition. */
  readonly touching: boolean;
}

export function claimOf(axis: string, value: string): string {
  return `${axis}:${value}`;
}

/** A wording that counts only in the plural. */
export const SEVERAL = '*';

/** How nearly a title says it that names the whole of which it is a part, so many steps up. */
export function nearness(steps: number): number {
  return 0.9 ** steps;
}

/** Where the list has no code for both sides, each has its own (ICD-10-CM Guidelines I.B.13). */
export const BOTH_SIDES = claimOf('laterality', 'bilateral');
export const RIGHT_SIDE = claimOf('laterality', 'right');
export const LEFT_SIDE = claimOf('laterality', 'left');

export function claimOfRefinement(index: number): string {
  return `+${index}`;
}

export function buildVocabulary(tables: AttributeTables): Vocabulary {
  const [said, refining, titled] = [emptyNode(), emptyNode(), emptyNode()];
  const parents = new Map<string, string>();
  const usual = new Map<string, readonly string[]>();
  const assumed = new Set<string>();
  for (const { axis, value, says, titles, within, assumed: unsaid, usual: isUsual } of tables.values) {
    const claim = claimOf(axis, value);
    for (const words of new Set([value, ...titles, ...says])) addPhrase(said, words, claim);
    for (const words of titles) addPhrase(titled, words, claim);
    if (within !== null) parents.set(claim, claimOf(axis, within));
    if (isUsual && within !== null) usual.set(claimOf(axis, within), [...(usual.get(claimOf(axis, within)) ?? []), claim]);
    if (unsaid) assumed.add(claim);
  }
  tables.refinements.forEach(({ says }, index) => {
    for (const words of says) if (words !== ASSUMED) addPhrase(refining, words, claimOfRefinement(index));
  });
  const axes = new Map(tables.axes.map((axis) => [axis.name, axis]));
  const paths = new Map<string, readonly string[]>();
  return {
    said, refining, titled, assumed, tables,
    rows: placesOfRows(tables),
    axisOf: (claim) => axes.get(claim.slice(0, Math.max(0, claim.indexOf(':')))),
    usualOf: (claim) => usual.get(claim) ?? NONE,
    upwards: (claim) => {
      const known = paths.get(claim);
      if (known) return known;
      const path = [claim];
      for (let above = parents.get(claim); above !== undefined && !path.includes(above); above = parents.get(above)) path.push(above);
      if (path.length > 1) paths.set(claim, path);
      return path;
    },
  };
}

const NONE: readonly never[] = [];

function placesOfRows({ refinements }: AttributeTables): Vocabulary['rows'] {
  const [concepts, categories] = [new Map<string, number[]>(), new Map<string, number[]>()];
  refinements.forEach(({ concept, codes }, row) => {
    addRow(concepts, concept, row);
    for (const category of new Set(codes.map((code) => code.slice(0, 3)))) addRow(categories, category, row);
  });
  return { ofConcept: (name) => concepts.get(name) ?? NONE, ofCategory: (category) => categories.get(category) ?? NONE };
}

function addRow(places: Map<string, number[]>, key: string, row: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [row]);
  else known.push(row);
}

function emptyNode(): PhraseNode {
  return { next: new Map(), ends: [], asWritten: false };
}

function addPhrase(root: PhraseNode, wording: string, claim: string): void {
  const [caps, touching, several] = ['=', '~', SEVERAL].map((mark) => wording.startsWith(mark)) as [boolean, boolean, boolean];
  let node = root;
  for (const form of formsOf(caps || touching || several ? wording.slice(1) : wording)) {
    let next = node.next.get(form);
    if (next === undefined) node.next.set(form, (next = emptyNode()));
    node = next;
  }
  if (node === root || node.ends.some((end) => end.claim === claim)) return;
  node.ends.push({ claim, caps, touching, several });
  node.asWritten ||= caps || several;
}
