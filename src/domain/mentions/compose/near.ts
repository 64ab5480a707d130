import type { LexiconMatch, Token } from '../../model/index.ts';
import type { Kin } from './family.ts';
import type { PhraseHit } from './phrases.ts';
import type { Reach } from './tables.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A clause in which attributes are looked for: the words of one sentence, and the concepts that it names, in order. */
export interface Clause {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly forms: readonly string[];
  readonly matches: readonly LexiconMatch[];
  readonly kins: readonly (Kin | null)[];
  readonly hits: readonly PhraseHit[];
}

/** An attribute that belongs to a concept by where it stands. */
export interface Near {
  readonly from: number;
  readonly to: number;
  readonly claim: string;
  /** 0: in the concept's own words, or touching them. */
  readonly distance: number;
}

/** For each concept of the clause what is said near it. Each word belongs to one concept: the nearest of those that it can tell apart. */
export function nearEach(clause: Clause, vocabulary: Vocabulary): readonly (readonly Near[])[] {
  const near: Near[][] = clause.matches.map(() => []);
  const hitAt = new Uint8Array(clause.tokens.length);
  for (const { from, to } of clause.hits) hitAt.fill(1, from, to);
  const matchAt = placesOf(clause);
  for (const hit of clause.hits) {
    if (placeInSentence(hit, clause, near, vocabulary)) continue;
    if (!placeInside(hit, clause, near, vocabulary)) placeOutside(hit, clause, near, hitAt, matchAt, vocabulary);
  }
  clause.matches.forEach((match, index) => addPartner(match, index, clause, near, vocabulary));
  const inSite = new Uint8Array(clause.tokens.length);
  for (const { from, to, ends } of clause.hits) if (ends.some(({ claim }) => vocabulary.axisOf(claim)?.name === 'site')) inSite.fill(1, from, to);
  clause.matches.forEach((match, index) => addWords(match, index, clause, near, hitAt, matchAt, inSite));
  return near;
}

/** "Overdose of acetaminophen, *suicide attempt*": said of every condition of the sentence that it tells apart, and itself the name of one. */
function placeInSentence({ from, to, ends }: PhraseHit, { matches, kins }: Clause, near: Near[][], vocabulary: Vocabulary): boolean {
  const claims = ends.filter(({ claim }) => vocabulary.axisOf(claim)?.reach === 'sentence').map(({ claim }) => claim);
  if (claims.length === 0) return false;
  matches.forEach((match, index) => {
    const distance = Math.max(0, match.from - to, from - match.to);
    for (const claim of claims) if (knows(kins[index], claim, vocabulary)) near[index]!.push({ from, to, claim, distance });
  });
  return true;
}

/** For each word the concept that it names, counted from 1. */
function placesOf({ tokens, matches }: Clause): Int32Array {
  const places = new Int32Array(tokens.length);
  matches.forEach(({ from, to }, index) => places.fill(index + 1, from, to));
  return places;
}

/** In the words of a concept, or half in them: "*lower back* pain". */
function placeInside(hit: PhraseHit, clause: Clause, near: Near[][], vocabulary: Vocabulary): boolean {
  let inside = false;
  clause.matches.forEach((match, index) => {
    const isInside = hit.from < match.to && hit.to > match.from;
    inside ||= isInside;
    if (!isInside && !isSideOf(hit, match, clause, vocabulary)) return;
    for (const { claim } of hit.ends) if (knows(clause.kins[index], claim, vocabulary)) near[index]!.push({ from: hit.from, to: hit.to, claim, distance: 0 });
  });
  return inside;
}

/** "Pain in *left* knee and shoulder": of names that share a word, a side holds for those after it, until another is said. */
function isSideOf(hit: PhraseHit, { quote, from, to }: LexiconMatch, { hits }: Clause, { axisOf }: Vocabulary): boolean {
  if (quote === undefined || hit.from < quote.from || hit.to > from) return false;
  const isSide = ({ ends }: PhraseHit): boolean => ends.some(({ claim }) => axisOf(claim)?.name === 'laterality');
  return isSide(hit) && !hits.some((other) => other.from >= hit.to && other.to <= to && isSide(other));
}

function placeOutside(hit: PhraseHit, clause: Clause, near: Near[][], hitAt: Uint8Array, matchAt: Int32Array, vocabulary: Vocabulary): void {
  for (const { claim, touching } of hit.ends) {
    const reach = vocabulary.axisOf(claim)?.reach ?? 'near';
    let best: { index: number; distance: number } | null = null;
    for (const index of candidates(hit, clause, claim, vocabulary)) {
      const distance = distanceOf(hit, clause, index, reach, hitAt, matchAt);
      if (distance === null || (touching && distance > BESIDE)) continue;
      const isAfter = clause.matches[index]!.from >= hit.to;
      if (best === null || distance < best.distance || (isAfter && distance === 0 && best.distance === 0)) best = { index, distance };
    }
    if (best !== null) near[best.index]!.push({ from: hit.from, to: hit.to, claim, distance: best.distance });
  }
}

/** A bracket or dash between: "CKD (3b)". */
const BESIDE = 0.25;
/** Concepts tried on either side. */
const TRIED = 2;

/** The nearest concepts on either side that the attribute tells apart; past one that it does not, no more than one. */
function candidates(hit: PhraseHit, { matches, kins }: Clause, claim: string, vocabulary: Vocabulary): readonly number[] {
  const found: number[] = [];
  let left = matches.length - 1;
  while (left >= 0 && matches[left]!.to > hit.from) left--;
  for (let at = left, tried = 0; at >= 0 && tried < TRIED; at--, tried++) {
    if (!knows(kins[at], claim, vocabulary)) continue;
    found.push(at);
    break;
  }
  let right = left + 1;
  while (right < matches.length && matches[right]!.from < hit.to) right++;
  for (let at = right, tried = 0; at < matches.length && tried < TRIED; at++, tried++) {
    if (!knows(kins[at], claim, vocabulary)) continue;
    found.push(at);
    break;
  }
  return found;
}

/** True where an attribute tells the codes of the family apart. */
export function knows(kin: Kin | null | undefined, claim: string, vocabulary: Vocabulary): boolean {
  if (kin === null || kin === undefined) return false;
  return kin.family.axes.has(vocabulary.axisOf(claim)?.name ?? '') || vocabulary.upwards(claim).some((above) => kin.family.knows.has(above)) || vocabulary.usualOf(claim).some((part) => kin.family.knows.has(part));
}

const LONGEST_WALK = 40;
const MOST_COST = 6;

/** How far the attribute stands from the concept's words; null where something stands between that parts them. */
function distanceOf(hit: PhraseHit, clause: Clause, index: number, reach: Reach, hitAt: Uint8Array, matchAt: Int32Array): number | null {
  const match = clause.matches[index]!;
  const isAfter = hit.from >= match.to;
  const [from, to] = isAfter ? [match.to, hit.from] : [hit.to, match.from];
  if (to - from > LONGEST_WALK) return null;
  let cost = 0;
  let strange = 0;
  let passed = 0;
  for (let at = from; at <= to; at++) {
    cost += gapCost(clause, at);
    if (at === to) break;
    const other = matchAt[at]!;
    if (other > 0 && other - 1 !== index) {
      if (reach !== 'near') return null;
      if (other !== passed) cost += PASSING;
      passed = other;
      continue;
    }
    if (hitAt[at] === 1) continue;
    const form = clause.forms[at]!;
    if (PARTING.has(form)) return null;
    if (reach !== 'near' && SETTING_APART.has(form)) return null;
    if (reach === 'near' && !isAfter && LEADING_ON.has(form)) return null;
    if (form === 'and') cost += 1;
    else if (LITTLE.has(form)) cost += LITTLE_COST;
    else {
      cost += 1;
      strange++;
    }
    if (reach === 'near' && strange > (isAfter ? 2 : 1)) return null;
  }
  if (cost === Infinity || (reach === 'near' && cost > MOST_COST)) return null;
  return cost;
}

const PASSING = 2;
const LITTLE_COST = 0.3;

/** The cost of what stands between the word there and the one before. */
function gapCost({ text, tokens }: Clause, at: number): number {
  const [before, after] = [tokens[at - 1], tokens[at]];
  if (before === undefined || after === undefined) return 0;
  let cost = 0;
  for (let place = before.end; place < after.start; place++) {
    const unit = text[place]!;
    if (unit === ';') return Infinity;
    if (unit === ',' || unit === ':') cost += 0.5;
    else if (unit !== ' ' && unit !== '-' && unit !== '\n' && unit !== '\r') cost += BESIDE;
  }
  return cost;
}

/** After these the words speak of something else. */
const PARTING: ReadonlySet<string> = new Set(['but', 'however', 'although', 'though', 'denies', 'denied', 'versus', 'vs', 'except', 'whereas', 'while', 'because', 'until', 'unless']);
/** What is said here to be missing has a side of its own: "pain, no swelling of the left foot". */
const SETTING_APART: ReadonlySet<string> = new Set(['without', 'no', 'not']);
/** What stands before these is said of something else: "bleeding *secondary to* varices". */
const LEADING_ON: ReadonlySet<string> = new Set(['to', 'due', 'from', 'by', 'for', 'with', 'w']);
const LITTLE: ReadonlySet<string> = new Set([
  'of', 'the', 'a', 'an', 'in', 'on', 'at', 'with', 'w', 'to', 'is', 'was', 'are', 'were', 'be', 'been', 'being', 'has', 'have', 'had', 'his', 'her', 'their', 'my', 'both', 'side', 'sided', 'current', 'currently', 'now', 'today', 'also', 'which', 'this', 'that', 'due',
  'secondary', 'type', 'stage', 'grade', 'class', 'known', 'very', 'without', 'no', 'not', 'by', 'for', 'from', 'as', 'involving', 'affecting', 'complicated', 'status', 'area', 'region', 'or',
]);

const MOST_LINKING = 8;
const LINKS: ReadonlySet<string> = new Set(['with', 'w', 'due', 'to', 'secondary', 'from', 'complicated', 'by', 'associated', 'caused']);

/** "Cirrhosis *with ascites*", "sepsis *due to E. coli pyelonephritis*": the partner's words are said of the first as well. */
function addPartner({ to }: LexiconMatch, index: number, clause: Clause, near: Near[][], vocabulary: Vocabulary): void {
  const [kin, partner] = [clause.kins[index], clause.matches[index + 1]];
  if (kin === null || kin === undefined || partner === undefined || partner.from <= to || partner.from - to > MOST_LINKING) return;
  const isAttribute = (at: number): boolean => clause.hits.some((hit) => hit.from <= at && at < hit.to);
  let links = 0;
  for (let at = to; at < partner.from; at++) {
    if (LINKS.has(clause.forms[at]!)) links++;
    else if (!isAttribute(at)) return;
  }
  if (links === 0) return;
  for (const { from, to: end, ends } of clause.hits) {
    if (from < to || end <= partner.from || end > partner.to) continue;
    for (const { claim } of ends) if (knows(kin, claim, vocabulary) && vocabulary.axisOf(claim)?.reach === 'near') near[index]!.push({ from, to: end, claim, distance: 1 });
  }
  for (let at = partner.from; at < partner.to; at++) addWord(at, clause, kin, near[index]!, 1);
}

/** Words of the family's titles that no table names: "*nodular* sclerosis Hodgkin lymphoma". In the name of a part of the body a word is no other: a middle finger has three phalanges. */
function addWords({ from, to }: LexiconMatch, index: number, clause: Clause, near: Near[][], hitAt: Uint8Array, matchAt: Int32Array, inSite: Uint8Array): void {
  const kin = clause.kins[index];
  if (kin === null || kin === undefined) return;
  for (let at = from; at < to; at++) if (inSite[at] === 0) addWord(at, clause, kin, near[index]!, 0);
  for (const [first, step, most] of [[from - 1, -1, 1], [to, 1, 2]] as const) {
    let strange = 0;
    let cost = 0;
    for (let at = first; at >= 0 && at < clause.tokens.length && strange <= most && cost <= MOST_COST; at += step) {
      const form = clause.forms[at]!;
      cost += gapCost(clause, step < 0 ? at + 1 : at);
      if (matchAt[at]! > 0 || PARTING.has(form) || cost > MOST_COST) break;
      if (hitAt[at] === 1 || addWord(at, clause, kin, near[index]!, cost)) continue;
      if (!LITTLE.has(form)) strange++;
      cost += form === 'and' ? 1 : LITTLE_COST;
    }
  }
}

const SHORTEST_WORD = 4;
/** Words of titles that say nothing by themselves. */
const EMPTY: ReadonlySet<string> = new Set(['drug', 'medication', 'agent', 'therapy', 'disease', 'disorder', 'syndrome', 'other', 'elsewhere', 'classified', 'condition', 'symptom', 'sign', 'finding', 'encounter', 'history', 'multiple', 'following', 'during', 'part', 'site', 'with', 'without', 'which', 'involving']);

function addWord(at: number, { forms }: Clause, { family }: Kin, near: Near[], distance: number): boolean {
  const form = forms[at]!;
  if (form.length < SHORTEST_WORD || EMPTY.has(form) || !family.knows.has(form)) return false;
  near.push({ from: at, to: at + 1, claim: form, distance });
  return true;
}
