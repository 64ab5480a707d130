import type { Span } from '../../model/index.ts';
import type { Clue, Word } from './clue.ts';
import type { Sense } from './senses.ts';
import type { Surroundings } from './surroundings.ts';

/** An abbreviation where it stands: its span, and the places of its tokens, `from` to before `to`. */
export interface Occurrence extends Span {
  readonly from: number;
  readonly to: number;
}

/** Something in the note that speaks for a sense, or against it where the weight is below zero. */
export interface Hit {
  readonly weight: number;
  /** Places of the words; null where it is no word: the section, the patient, a number. */
  readonly words: readonly [from: number, to: number] | null;
  /** Said of the section, the patient, the shape: "it stands where a header does". */
  readonly says: string | null;
  /** In the same sentence. */
  readonly near: boolean;
}

export interface Weighed {
  readonly sense: Sense;
  /** All hits together, without what the sense is worth by itself. */
  readonly evidence: number;
  /** Of these what the same sentence gives. */
  readonly near: number;
  readonly score: number;
  /** The strongest first. */
  readonly hits: readonly Hit[];
}

/** What the note says for and against one sense at one place. */
export function weigh(sense: Sense, at: Occurrence, note: Surroundings): Weighed {
  const taken = new Set<number>();
  const fresh = (hit: Hit): boolean => {
    if (hit.words === null) return true;
    if (taken.has(hit.words[0])) return false;
    taken.add(hit.words[0]);
    return true;
  };
  const forIt = sense.evidence.flatMap((clue) => hitOf(clue, WORTH.evidence, at, note) ?? []).filter(fresh);
  const contradicted = sense.evidence.flatMap((clue) => contradiction(clue, note) ?? []);
  const field = sense.words.flatMap(({ word, worth }) => hitOf({ kind: 'words', words: word }, worth, at, note) ?? []).filter(fresh);
  const against = sense.against.flatMap((clue) => hitOf(clue, WORTH.evidence, at, note) ?? []).map((hit) => ({ ...hit, weight: -hit.weight }));
  const all = [...forIt, ...field];
  const valued = sense.codes.length > 0 && !sense.evidence.some(({ kind }) => kind === 'number-after') && isMeasured(at, note) ? [plainly(-WORTH.value, 'a value stands right after it')] : [];
  const negative = [...against, ...contradicted, ...valued];
  const evidence = sum(all) + sum(negative);
  return {
    sense, evidence, near: sum(all.filter(({ near }) => near)) + sum(negative.filter(({ near }) => near)), score: evidence + WORTH[sense.how === '' ? 'known' : sense.how],
    hits: [...all, ...negative].toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
  };
}

/**
 * In the weight of one word of the evidence in the same sentence, times three. What a sense is worth by itself: a usual one is
 * overturned by one word of another's evidence, a rare one needs more than one word of its field.
 */
const WORTH = { 'usual': 1.5, 'known': 0, 'rare': -1, 'never-alone': 0, 'evidence': 3, 'touching': 4, 'number': 3, 'value': 2, 'sign': 3, 'signNear': 1.5, 'header': 4, 'opening': 0.7, 'section': 1.5, 'patient': 1 } as const;

/** The second word of the same kind adds less than the first. */
const FADING = 0.8;

function sum(hits: readonly Hit[]): number {
  return hits.toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).reduce((total, { weight }, place) => total + weight * FADING ** place, 0);
}

function hitOf(clue: Clue, worth: number, at: Occurrence, note: Surroundings): Hit | null {
  switch (clue.kind) {
    case 'words': return nearest(clue.words, worth, at, note);
    case 'before': return touches(clue.words, at.from - clue.words.length, at, note);
    case 'after': return touches(clue.words, at.to, at, note);
    case 'number-before': return numberBefore(at, note) ? plainly(WORTH.number, 'a number stands right before it') : null;
    case 'number-after': return numberAfter(at, note) ? plainly(WORTH.number, 'a number stands right after it') : null;
    case 'sign-before': return note.text.slice(Math.max(0, at.start - SIGN_REACH), at.start).trimEnd().endsWith(clue.sign) ? plainly(WORTH.sign, `“${clue.sign}” stands right before it`) : null;
    case 'sign-after': return note.text.slice(at.end, at.end + SIGN_REACH).trimStart().startsWith(clue.sign) ? plainly(WORTH.sign, `“${clue.sign}” stands right after it`) : null;
    case 'sign-near': return isNear(clue.sign, at, note) ? plainly(WORTH.signNear, `“${clue.sign}” stands near it`) : null;
    case 'section': return note.sectionOf(at.from) === clue.section ? plainly(WORTH.section, `it stands in the section “${clue.section}”`) : null;
    case 'header': return headerLike(at, note);
    case 'sex': return note.patient.sex === clue.sex ? plainly(WORTH.patient, `the patient is ${clue.sex}`, false) : null;
    case 'age': return note.patient.years !== null && isAged(clue, note.patient.years) ? plainly(WORTH.patient, 'of the patient’s age', false) : null;
  }
}

const SIGN_REACH = 6;
/** UTF-16 units to either side, on the same line. */
const SIGN_NEAR = 24;

function isNear(sign: string, { start, end }: Occurrence, { text }: Surroundings): boolean {
  const before = text.slice(Math.max(0, start - SIGN_NEAR), start).replace(/^.*[\r\n]/s, '');
  const after = text.slice(end, end + SIGN_NEAR).replace(/[\r\n].*$/s, '');
  return before.includes(sign) || after.includes(sign);
}

/** A sense of one sex or age is hardly meant of a patient of another. */
function contradiction(clue: Clue, { patient }: Surroundings): Hit | null {
  if (clue.kind === 'sex' && patient.sex !== null && patient.sex !== clue.sex) return plainly(-4, `the patient is ${patient.sex}`, false);
  if (clue.kind === 'age' && patient.years !== null && !isAged(clue, patient.years)) return plainly(-3, 'of the patient’s age', false);
  return null;
}

function isAged({ from, below }: { readonly from: number; readonly below: number }, years: number): boolean {
  return from <= years && years < below;
}

function plainly(weight: number, says: string, near = true): Hit {
  return { weight, words: null, says, near };
}

/** The nearest place of these words; the farther, the less they tell. */
function nearest(words: readonly Word[], worth: number, at: Occurrence, note: Surroundings): Hit | null {
  const places = note.find(words);
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < at.from) low = middle + 1;
    else high = middle;
  }
  let best: Hit | null = null;
  for (let index = Math.max(0, low - 2); index < Math.min(places.length, low + 3); index++) {
    const from = places[index]!;
    const to = from + words.length;
    if (from >= at.from && to <= at.to) continue;
    const overlaps = from < at.to && to > at.from;
    const weight = overlaps ? WORTH.touching : worth * nearness(from, to, at, note);
    if (best === null || weight > best.weight) best = { weight, words: [from, to], says: null, near: overlaps || note.sentenceOf(from) === note.sentenceOf(at.from) };
  }
  return best;
}

function nearness(from: number, to: number, at: Occurrence, note: Surroundings): number {
  if (note.sentenceOf(from) === note.sentenceOf(at.from)) return 1;
  const distance = from >= at.to ? from - at.to : at.from - to;
  if (distance <= 25) return 0.8;
  if (distance <= 80) return 0.6;
  return note.sectionOf(from) === note.sectionOf(at.from) ? 0.45 : 0.35;
}

const TOUCHING = /^[ \t\u00a0/&+,:()[\]#='"“”‘’–-]{0,4}$/u;

function touches(words: readonly Word[], from: number, at: Occurrence, note: Surroundings): Hit | null {
  if (from < 0 || !words.every((word, place) => note.is(from + place, word))) return null;
  const to = from + words.length;
  const between = from < at.from ? note.text.slice(note.tokens[to - 1]!.end, at.start) : note.text.slice(at.end, note.tokens[from]!.start);
  return TOUCHING.test(between) ? { weight: WORTH.touching, words: [from, to], says: null, near: true } : null;
}

const BEFORE_NUMBER = /^[ \t\u00a0:=#~<>≤≥(–-]{0,4}$/u;
const LEADS_TO_NUMBER: ReadonlySet<string> = new Set(['of', 'is', 'was', 'at', 'now', 'down', 'up', 'to']);

function numberAfter(at: Occurrence, { text, tokens }: Surroundings): boolean {
  const next = tokens[at.to];
  if (next === undefined || !BEFORE_NUMBER.test(text.slice(at.end, next.start))) return false;
  if (isNumber(next.norm)) return true;
  const following = tokens[at.to + 1];
  return LEADS_TO_NUMBER.has(next.norm) && following !== undefined && isNumber(following.norm) && BEFORE_NUMBER.test(text.slice(next.end, following.start));
}

/** A value follows, as behind something that was measured: "TA 120 mmHg"; no year, day, stage or length of time, as behind a condition. */
export function isMeasured(at: Pick<Occurrence, 'end' | 'to'>, { text, tokens }: Pick<Surroundings, 'text' | 'tokens'>): boolean {
  const next = tokens[at.to];
  if (next === undefined || !/^\d+(?:\.\d+)?$/.test(next.norm) || !BEFORE_NUMBER.test(text.slice(at.end, next.start))) return false;
  const value = Number(next.norm);
  if (next.norm.includes('.')) return true;
  if (value < 10 || (value >= 1900 && value < 2100)) return false;
  if (/[-/+x]/.test(text[next.end] ?? '') && value <= 31) return false;
  return !TIMES.test(tokens[at.to + 1]?.norm ?? '');
}

const TIMES = /^(?:y|yr|yrs|yo|year|years|mo|mos|month|months|w|wk|wks|week|weeks|d|day|days|h|hr|hrs|hour|hours|min|minute|minutes|pm|am|x|pk|pack|py|ppd)$/;

function numberBefore(at: Occurrence, { text, tokens }: Surroundings): boolean {
  const last = tokens[at.from - 1];
  return last !== undefined && isNumber(last.norm) && BEFORE_NUMBER.test(text.slice(last.end, at.start));
}

function isNumber(norm: string): boolean {
  const unit = norm.charCodeAt(0);
  return unit >= 48 && unit <= 57;
}

/** At the beginning of a line or sentence with a colon behind it; before a dash a problem may stand ("AF - rate ok"), at the beginning of a line anything. */
function headerLike({ start, end }: Occurrence, { text }: Surroundings): Hit | null {
  let before = start - 1;
  while (before >= 0 && start - before < 8 && ' \t*#•->'.includes(text[before]!)) before--;
  const opensLine = before < 0 || text[before] === '\n' || text[before] === '\r';
  const opens = opensLine || '.;|!?'.includes(text[before]!);
  if (opens && /^[ \t*]{0,3}[:\t]/.test(text.slice(end, end + 4))) return plainly(WORTH.header, 'it stands where a header does');
  return opensLine || (opens && /^[ \t*]{0,3}[-–—][ \t]/.test(text.slice(end, end + 5))) ? plainly(WORTH.opening, 'it opens the line or sentence') : null;
}
