import type { Attribute, CodeSet, Composer, ConceptId, LexiconMatch, Passage, Span, Token } from '../../model/index.ts';
import { remembered } from '../../text/remembered.ts';
import { isPlural, numeralForm, wordForm } from '../../text/word-forms.ts';
import { choose, type Choice, type Said } from './choose.ts';
import { familiesOf, type Kin } from './family.ts';
import { knows, nearEach, type Clause, type Near } from './near.ts';
import { phrasesIn, type PhraseHit } from './phrases.ts';
import { eachSite } from './sites.ts';
import { settled } from './settled.ts';
import type { AttributeTables } from './tables.ts';
import { BOTH_SIDES, buildVocabulary, claimOf, claimOfRefinement, LEFT_SIDE, RIGHT_SIDE, type Vocabulary } from './vocabulary.ts';
import { widened } from './widen.ts';

/**
 * A concept and the attributes near it → the code that the tabular list allows, as the official Index leads from a main term
 * through its subterms. The tables are read when a concept is first met, families from the titles of the release when first asked for.
 */
export function buildComposer(tables: AttributeTables): Composer {
  let read: Composer | undefined;
  const composer = (): Composer => (read ??= composerOf(buildVocabulary(tables)));
  return {
    compose: (passage, codeSet) => (passage.matches.length === 0 ? NONE : composer().compose(passage, codeSet)),
    refine: (...asked) => composer().refine(...asked),
    attributesIn: (...asked) => composer().attributesIn(...asked),
  };
}

function composerOf(vocabulary: Vocabulary): Composer {
  const releases = new WeakMap<CodeSet, ReturnType<typeof familiesOf>>();
  const chosen = new WeakMap<Kin, Map<string, Choice | null>>();
  const formOf = wordForms();
  const kinsIn = (codeSet: CodeSet): ReturnType<typeof familiesOf> => {
    const known = releases.get(codeSet) ?? familiesOf(codeSet, vocabulary);
    releases.set(codeSet, known);
    return known;
  };
  const choice = (kin: Kin, said: readonly Said[]): Choice | null => {
    const known = chosen.get(kin) ?? new Map<string, Choice | null>();
    chosen.set(kin, known);
    const key = said.map(({ claim, denied, rank }) => `${denied ? '!' : ''}${claim}${rank > 0 ? rank : ''}`).join('|');
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = choose(kin, said, vocabulary);
    if (known.size < MOST_CHOICES) known.set(key, made);
    return made;
  };

  return {
    compose(passage, codeSet) {
      const kinOf = kinsIn(codeSet);
      const kins = passage.matches.map(({ concept, codes }) => kinOf(concept, codes));
      if (kins.every((kin) => kin === null)) return passage.matches.map((match) => ({ codes: match.codes, together: 1, ...spanOf(match, passage), attributes: NONE }));
      const clause = clauseOf(passage, kins, formOf, vocabulary);
      const near = nearEach(clause, vocabulary);
      const found = passage.matches.map((match, index) => composeEach(match, clause.kins[index] ?? null, eachSite(near[index]!, clause.forms, vocabulary).map((group) => saidOf(group, index, clause, passage, vocabulary)), choice, vocabulary));
      return found.map(({ codes, together, attributes }, index) => ({
        codes, together,
        ...widened(passage.matches[index]!, attributes, clause),
        attributes: attributesOf(attributes, clause, vocabulary),
      }));
    },
    refine(code, attributes, codeSet, concept = `icd:${code}` as ConceptId) {
      const kin = kinsIn(codeSet)(concept, [code]);
      if (kin === null) return [code];
      const said = attributes.flatMap(({ axis, value }): SaidNear[] => {
        const denied = value.startsWith(DENIED);
        return claimsNamed(axis, denied ? value.slice(DENIED.length) : value, vocabulary).map((claim) => ({ claim, denied, rank: 0, from: 0, to: 0 }));
      });
      const found = composeOne({ from: 0, to: 0, concept, codes: [code] }, kin, said, choice, vocabulary);
      return found.codes.slice(0, found.together);
    },
    attributesIn({ text, tokens, concept, code }, codeSet) {
      const kin = kinsIn(codeSet)(concept, [code]);
      if (kin === null) return NONE;
      const forms = formsOf(tokens, formOf);
      return attributesIn(wordsOf(text, tokens, forms), vocabulary).flatMap(({ from, to, ends }) => ends.flatMap(({ claim, touching }): readonly Attribute[] => {
        if (touching || !knows(kin, claim, vocabulary)) return NONE;
        const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
        const [axis, value] = nameOf(claim, vocabulary);
        return [{ start, end, text: text.slice(start, end), axis, value, reported: false }];
      }));
    },
  };
}

const NONE: readonly never[] = [];

function spanOf(match: LexiconMatch, { tokens }: Passage): Span {
  const { from, to } = match.quote ?? match;
  return { start: tokens[from]!.start, end: tokens[to - 1]!.end };
}

/** Hostile text must not fill the memory. */
const MOST_CHOICES = 2_000;
const MOST_SPELLINGS = 40_000;

function wordForms(): (norm: string, previous: string | null) => string {
  const formOf = remembered(MOST_SPELLINGS, wordForm);
  return (norm, previous) => formOf(numeralForm(norm, previous));
}

function clauseOf({ text, tokens: own, after, matches }: Passage, kins: readonly (Kin | null)[], formOf: ReturnType<typeof wordForms>, vocabulary: Vocabulary): Clause {
  const withAfter = after.length > 0 && after.length <= LONGEST_FRAGMENT && matches.length > 0 && saysOnlyAttributes(text, after, formOf, vocabulary) ? [...own, ...after] : own;
  const forms = formsOf(withAfter, formOf);
  return { text, tokens: withAfter, forms, matches, kins, hits: attributesIn(wordsOf(text, withAfter, forms), vocabulary) };
}

function attributesIn(words: Parameters<typeof phrasesIn>[0], { said, refining }: Vocabulary): readonly PhraseHit[] {
  const [plain, refined] = [phrasesIn(words, said), phrasesIn(words, refining)];
  if (refined.length === 0) return plain;
  return [...plain, ...refined].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function formsOf(tokens: readonly Token[], formOf: ReturnType<typeof wordForms>): string[] {
  return tokens.map(({ norm }, at) => formOf(norm, tokens[at - 1]?.norm ?? null));
}

function wordsOf(text: string, tokens: readonly Token[], forms: readonly string[]): Parameters<typeof phrasesIn>[0] {
  return {
    length: tokens.length,
    form: (at) => forms[at] ?? null,
    isCaps: (at) => {
      const { caps, start, end } = tokens[at]!;
      return caps === true || (end === start + 1 && text.charCodeAt(start) >= 65 && text.charCodeAt(start) <= 90) || /^\d/.test(forms[at]!);
    },
    isPlural: (at) => isPlural(tokens[at]!.norm),
  };
}

const LONGEST_FRAGMENT = 12;
const IN_FRAGMENTS: ReadonlySet<string> = new Set(['and', 'in', 'with', 'without', 'no', 'not', 'currently', 'now', 'of', 'the', 'on', 'to', 'due', 'is', 'a', 'an']);

function saysOnlyAttributes(text: string, tokens: readonly Token[], formOf: ReturnType<typeof wordForms>, vocabulary: Vocabulary): boolean {
  const forms = formsOf(tokens, formOf);
  const hits = attributesIn(wordsOf(text, tokens, forms), vocabulary);
  return hits.length > 0 && forms.every((form, at) => IN_FRAGMENTS.has(form) || hits.some(({ from, to }) => from <= at && at < to));
}

/** What is said of the concept, the nearest value of each axis; last what the whole note says. */
interface SaidNear extends Said {
  readonly from: number;
  /** 0 where the whole note says it. */
  readonly to: number;
}

function saidOf(near: readonly Near[], match: number, clause: Clause, { matches, ofNote, isSaid }: Passage, vocabulary: Vocabulary): readonly SaidNear[] {
  const { tokens, kins } = clause;
  const kin = kins[match];
  if (kin === null || kin === undefined) return [];
  const own = matches[match]!;
  const kept = settled(withoutSettledInName(near, own, kin, vocabulary), clause.forms, vocabulary);
  const said = kept.flatMap(({ from, to, claim, distance }): SaidNear[] => {
    const one = { from, to, claim, denied: false, rank: rankOf(claim, distance, kept, vocabulary) };
    if (isDeniedBefore(from, clause)) return [{ ...one, denied: true }];
    if (from >= own.from && to <= own.to) return [one];
    const answer = isSaid({ start: tokens[from]!.start, end: tokens[to - 1]!.end }, match);
    if (answer === 'denied-in-list') return [{ ...one, denied: vocabulary.axisOf(claim)?.one !== true }];
    return answer === 'open' ? [] : [{ ...one, denied: answer === 'denied' }];
  });
  const axes = new Set(said.map(({ claim }) => vocabulary.axisOf(claim)?.name));
  return [...said, ...ofNote.filter((claim) => !axes.has(vocabulary.axisOf(claim)?.name)).map((claim) => ({ from: 0, to: 0, claim, denied: false, rank: 0 }))];
}

/** "*Right* heart failure due to *left* heart failure": the concept's own code says both. */
function withoutSettledInName(near: readonly Near[], { from, to }: LexiconMatch, { ownClaims }: Kin, { axisOf }: Vocabulary): readonly Near[] {
  const inName = near.filter((one) => one.from >= from && one.to <= to && axisOf(one.claim)?.one === true && ownClaims.get(one.claim) === 1);
  const settledAxes = new Set(inName.flatMap((one) => (inName.some((other) => other.claim !== one.claim && axisOf(other.claim) === axisOf(one.claim)) ? [axisOf(one.claim)] : [])));
  return settledAxes.size === 0 ? near : near.filter((one) => !inName.includes(one) || !settledAxes.has(axisOf(one.claim)));
}

function rankOf(claim: string, distance: number, near: readonly Near[], { axisOf }: Vocabulary): number {
  const axis = axisOf(claim);
  return axis === undefined || axis.one ? 0 : near.filter((other) => other.distance < distance && axisOf(other.claim) === axis).length;
}

const DENYING: ReadonlySet<string> = new Set(['without', 'not', 'no', 'non', 'w/o']);
const BETWEEN: ReadonlySet<string> = new Set(['any', 'a', 'an', 'the', 'currently', 'acute', 'significant', 'evidence', 'of']);

/** "Without dysplasia", "not intractable": in the name of the condition no cue speaks. */
function isDeniedBefore(from: number, { forms }: Clause): boolean {
  let at = from - 1;
  while (at >= 0 && from - at < 4 && BETWEEN.has(forms[at]!)) at--;
  return at >= 0 && DENYING.has(forms[at]!);
}

interface Found {
  readonly codes: readonly string[];
  readonly together: number;
  readonly attributes: readonly (SaidNear & { readonly reported: boolean })[];
}

type Choosing = (kin: Kin, said: readonly Said[]) => Choice | null;

/** A code for each of several parts of the body where each has its own; else the nearest says which it is. */
function composeEach(match: LexiconMatch, kin: Kin | null, groups: readonly (readonly SaidNear[])[], choice: Choosing, vocabulary: Vocabulary): Found {
  if (kin === null) return { codes: match.codes, together: 1, attributes: [] };
  const [first, ...others] = groups.map((said) => composeOne(match, kin, said, choice, vocabulary));
  const all = [first!, ...others];
  const codes = all.flatMap((one) => one.codes.slice(0, one.together));
  if (others.length === 0 || !all.every(({ attributes }) => attributes.some(({ claim, reported }) => reported && vocabulary.axisOf(claim)?.name === 'site'))) return first!;
  const attributes = all.flatMap((one) => one.attributes);
  return {
    codes: [...new Set(codes)], together: new Set(codes).size,
    attributes: attributes.filter((one, place) => attributes.findIndex(({ from, to, claim }) => from === one.from && to === one.to && claim === one.claim) === place),
  };
}

/** Two codes where both sides are said and the list has none for both (ICD-10-CM Guidelines I.B.13). */
function composeOne(match: LexiconMatch, kin: Kin, said: readonly SaidNear[], choice: Choosing, vocabulary: Vocabulary): Found {
  const found = said.length === 0 ? null : choice(kin, said);
  const both = said.findIndex(({ claim, denied }) => claim === BOTH_SIDES && !denied);
  if (both >= 0 && found?.used.has(both) !== true) {
    const sided = [RIGHT_SIDE, LEFT_SIDE].map((side) => choice(kin, said.map((one, place) => (place === both ? { ...one, claim: side } : one))));
    if (sided.every((one) => one?.used.has(both) === true)) return asFound(match, kin, sided.map((one) => one!.entry.code), said, sided[0]!.used, vocabulary);
  }
  return asFound(match, kin, found === null ? [] : [found.entry.code], said, found?.used ?? new Set(), vocabulary);
}

function asFound(match: LexiconMatch, { own, ownClaims, family }: Kin, chosen: readonly string[], said: readonly SaidNear[], used: ReadonlySet<number>, vocabulary: Vocabulary): Found {
  const isOwn = chosen.length === 0 || (chosen.length === 1 && chosen[0] === own?.code);
  const codes = isOwn ? match.codes : [...chosen, ...match.codes.filter((code) => code !== own?.code && !chosen.includes(code))];
  const attributes = said.flatMap((one, place) => {
    const reported = used.has(place);
    const inName = one.from >= match.from && one.to <= match.to;
    const axis = vocabulary.axisOf(one.claim);
    const counts = axis === undefined ? reported && !inName : reported || family.knows.has(one.claim) || family.axes.has(axis.name);
    return one.to > 0 && counts && !(inName && axis?.one !== true && ownClaims.has(one.claim)) ? [{ ...one, reported }] : [];
  });
  return { codes, together: Math.max(1, chosen.length), attributes };
}

function attributesOf(found: Found['attributes'], { text, tokens }: Clause, vocabulary: Vocabulary): Attribute[] {
  const told = found.filter((one) => !one.claim.startsWith('+') || !found.some((other) => other !== one && other.from <= one.from && other.to >= one.to && !other.claim.startsWith('+')));
  return told.map(({ from, to, claim, denied, reported }) => {
    const [start, end] = [tokens[from]!.start, tokens[to - 1]!.end];
    const [axis, value] = nameOf(claim, vocabulary);
    return { start, end, text: text.slice(start, end), axis, value: denied ? `${DENIED}${value}` : value, reported };
  }).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** A refinement goes by its own name; a word of a title is a kind. */
function nameOf(claim: string, { axisOf, tables }: Vocabulary): readonly [axis: string, value: string] {
  const axis = axisOf(claim);
  if (axis !== undefined) return [axis.name, claim.slice(axis.name.length + 1)];
  return ['kind', claim.startsWith('+') ? (tables.refinements[Number(claim.slice(1))]?.attribute ?? claim) : claim];
}

const DENIED = 'not ';

/** The claims that go by this name: of a kind, those of every refinement of the name. */
function claimsNamed(axis: string, value: string, { tables, axisOf }: Vocabulary): readonly string[] {
  const claim = claimOf(axis, value);
  if (axisOf(claim) !== undefined) return [claim];
  const rows = tables.refinements.flatMap(({ attribute }, index) => (attribute === value ? [claimOfRefinement(index)] : []));
  return rows.length > 0 ? rows : [value];
}
