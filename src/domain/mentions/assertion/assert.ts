import type { Assertion, AssertionStatus, Cue, CueKind, Span } from '../../model/index.ts';
import { CHRONIC, EPISODE, HABITS } from './chronic.ts';
import type { CueRow } from './cue-row.ts';
import type { Edge, Frame } from './frame.ts';
import { compilePhrases } from './phrases.ts';

/**
 * What the author says of `text[span)`, and the words that decided.
 * Spans are UTF-16 offsets; each cue's `text` is `frame.text.slice(start, end)`.
 * `named`: the span is the name of a concept, so that words in it ("former smoker", "old myocardial infarction") are no cues of their own;
 * where they tell of the past ("history of breast cancer"), it is true that this is over ("no recurrence"), and no less so.
 * Method: ConText (Harkema et al., 2009) with list-wide negation, clause ends and sections; the words are defined in docs/assertion.md.
 */
export function assertSpan(span: Span, frame: Frame, { named = false }: { readonly named?: boolean } = {}): Assertion {
  const target = targetWords(span, frame);
  const saysPast = named && frame.edges.some(({ row, from, to }) => row.kind === 'history' && target.from <= from && to <= target.to);
  const edges = governing(target, frame, named).filter(({ row }) => !(saysPast && row.kind === 'history')).map((edge) => hold(edge, frame));
  const leads = frame.lead.map(({ row, start, end }) => ({ row, cue: cueOf(frame.text, { start, end }, row) }));
  const held = [...edges, ...leads, ...sectionCues(frame)].map((one) => weighed(one, frame));
  const status = decide(held, target, frame);
  const recent = !HABIT_PHRASES(normsOf(target, frame)) && !held.some(({ row }) => row.kind === 'history' && !row.lately) && frame.section?.kind !== 'social-history' && !isListedAlone(target, frame);
  const cues = held.map(({ cue }) => cue);
  if (status === 'present') cues.push(...cutCues(target, frame), ...undoing(target, frame, edges));
  if (frame.section?.kind === 'social-history' && !recent && cues.length === 0) cues.push(headerCue(frame));
  return { status, recent, cues: unique(cues) };
}

interface Held {
  readonly row: CueRow;
  readonly cue: Cue;
}

const CHRONIC_PHRASES = compilePhrases(CHRONIC);
const HABIT_PHRASES = compilePhrases(HABITS);

/** Family and other people before all; then absent, hypothetical, possible, historical, present: what keeps a wrong code out wins. */
function decide(held: readonly Held[], target: Target, frame: Frame): AssertionStatus {
  const person = nearestPerson(held, target);
  if (person) return person;
  const kinds = new Set<CueKind>(held.map(({ row }) => row.kind));
  if (kinds.has('negation') && !isWished(held, target, frame)) return 'absent';
  if (kinds.has('hypothetical')) return 'hypothetical';
  if (kinds.has('uncertainty')) return 'possible';
  const past = isStillThere(target, frame) ? [] : held.filter(({ row }) => row.kind === 'history');
  if (past.some(({ row }) => row.over) || (past.length > 0 && !isChronic(target, frame))) return 'historical';
  return 'present';
}

/** "Goal: remains free of infection", "return if no better": the negation lies in what is only supposed, with no comma between. */
function isWished(held: readonly Held[], target: Target, { text }: Frame): boolean {
  const supposed = held.filter(({ row, cue }) => row.kind === 'hypothetical' && row.looks === 'ahead' && cue.end <= target.start);
  return held.every(({ row, cue }) => row.kind !== 'negation' || (cue.end <= target.start && supposed.some(({ cue: { end } }) => end <= cue.start && !/[,.;]|\b(?:and|but)\b/.test(text.slice(end, cue.start)))));
}

function nearestPerson(held: readonly Held[], target: Target): 'family' | 'other-person' | null {
  if (held.some(({ row, cue }) => row.household && cue.end <= target.start)) return 'other-person';
  let best: 'family' | 'other-person' | null = null;
  let distance = Infinity;
  for (const { row, cue } of held) {
    if (row.kind !== 'family' && row.kind !== 'other-person') continue;
    const away = cue.kind === 'section' ? 1e9 : Math.min(Math.abs(target.start - cue.end), Math.abs(cue.start - target.end));
    if (away >= distance) continue;
    best = row.kind;
    distance = away;
  }
  return best;
}

interface Target extends Span {
  /** Words that the span touches: `[from, to)`. */
  readonly from: number;
  readonly to: number;
}

function targetWords(span: Span, frame: Frame): Target {
  const { words } = frame;
  let from = 0;
  while (from < words.length && words[from]!.end <= span.start) from++;
  let to = from;
  while (to < words.length && words[to]!.start < span.end) to++;
  return { start: span.start, end: span.end, from, to: Math.max(to, from) };
}

function governing(target: Target, frame: Frame, named: boolean): Edge[] {
  return frame.edges.filter((edge) => {
    if (edge.to <= target.from) return target.from < edge.ahead && !isItemOfAList(edge, target, frame) && !(edge.row.notTheirs && THEIRS.has(frame.words[edge.to]!.norm));
    if (edge.from >= target.to) return target.to > edge.back && !(edge.row.dated && isOngoing(target, frame));
    if (edge.from < target.from && edge.to >= target.to) return edge.row.kind === 'hypothetical';
    // "Not on insulin", where the name is "on insulin": the cue's last word is the first of the name.
    if (edge.from < target.from && edge.row.kind === 'negation') return true;
    return !named && edge.from <= target.from && edge.to < target.to && ((edge.row.kind === 'history' && edge.row.over === true) || edge.row.kind === 'uncertainty');
  });
}

const THEIRS: ReadonlySet<string> = new Set(['his', 'her', 'their']);

/** "*Ongoing* back pain after a fall in 2019": the year is that of something else. */
function isOngoing(target: Target, { words }: Frame): boolean {
  return words.slice(Math.max(0, target.from - 2), target.from).some(({ norm }) => STILL.has(norm));
}

const STILL: ReadonlySet<string> = new Set(['ongoing', 'persistent', 'persisting', 'continued', 'continuing', 'residual', 'current', 'worsening', 'still', 'lifelong', 'longstanding', 'chronic', 'now', 'presently']);

/** "Denies sick contacts, fever": the contact is one of the things denied, and the next is not theirs. */
function isItemOfAList(edge: Edge, target: Target, frame: Frame): boolean {
  return edge.row.kind === 'other-person' && frame.words.slice(edge.to, target.from).some((word) => word.norm === ',')
    && frame.edges.some((other) => other.row.kind === 'negation' && other.to <= edge.from && target.from < other.ahead);
}

function hold(edge: Edge, frame: Frame): Held {
  const span = { start: frame.words[edge.from]!.start, end: frame.words[edge.to - 1]!.end };
  return { row: edge.row, cue: cueOf(frame.text, span, edge.row) };
}

function cueOf(text: string, { start, end }: Span, row: CueRow): Cue {
  const words = text.slice(start, end);
  const answers = row.kind === 'negation' && row.looks === 'back' && words.startsWith('?');
  return { start, end, text: words, kind: answers ? 'question' : row.kind };
}

const IN_FAMILY_SECTION: CueRow = { kind: 'family', looks: 'ahead', reach: 'sentence', say: [] };
const IN_PAST_SECTION: CueRow = { kind: 'history', looks: 'ahead', reach: 'sentence', say: [] };
const IN_SCREENING: CueRow = { kind: 'hypothetical', looks: 'ahead', reach: 'sentence', say: [] };

function sectionCues(frame: Frame): Held[] {
  switch (frame.section?.kind) {
    case 'family-history': return [{ row: IN_FAMILY_SECTION, cue: headerCue(frame) }];
    case 'past-history':
    case 'surgical-history':
    case 'allergies': return [{ row: IN_PAST_SECTION, cue: headerCue(frame) }];
    case 'screening': return [{ row: IN_SCREENING, cue: headerCue(frame) }];
    case 'chief-complaint': case 'hpi': case 'social-history': case 'medications': case 'problem-list': case 'ros': case 'vitals': case 'exam': case 'results':
    case 'assessment': case 'plan': case 'hospital-course': case 'instructions': case 'indication': case 'impression': case 'discharge-diagnosis': case 'addendum': case 'other': case undefined:
      return [];
  }
}

function headerCue(frame: Frame): Cue {
  const { start, end } = frame.section!.header;
  return { start, end, text: frame.text.slice(start, end), kind: 'section' };
}

/** Why a cue nearby does not count: the words that ended its reach before the target. */
function cutCues(target: Target, frame: Frame): Cue[] {
  return frame.edges.flatMap(({ cut, to }) => {
    if (!cut || to > target.from || cut.to > target.from) return [];
    const span = { start: frame.words[cut.from]!.start, end: frame.words[cut.to - 1]!.end };
    return [{ ...span, text: frame.text.slice(span.start, span.end), kind: 'scope-end' as const }];
  });
}

/** "Childhood asthma, *still needs* an inhaler": what was said to be over, is not; up to a semicolon. */
function isStillThere(target: Target, { goesOn, words }: Frame): boolean {
  return goesOn.some(({ from }) => from >= target.to && !words.slice(target.to, from).some(({ norm }) => norm === ';'));
}

function undoing(target: Target, frame: Frame, edges: readonly Held[]): Cue[] {
  if (!edges.some(({ row }) => row.kind === 'history') || !isStillThere(target, frame)) return [];
  return frame.goesOn.filter(({ from }) => from >= target.to).map(({ from, to }) => {
    const [start, end] = [frame.words[from]!.start, frame.words[to - 1]!.end];
    return { start, end, text: frame.text.slice(start, end), kind: 'scope-end' };
  });
}

function isChronic(target: Target, frame: Frame): boolean {
  const norms = normsOf(target, frame);
  return CHRONIC_PHRASES(norms) && !norms.some((norm) => EPISODE.has(norm));
}

/** "HYPERTENSION." in a note without headers: an entry of a list of what the patient has long had. */
function isListedAlone(target: Target, frame: Frame): boolean {
  const { section, words, edges } = frame;
  if (section?.kind !== 'other' || section.header.end > section.header.start || edges.length > 0) return false;
  const rest = [...words.slice(0, target.from), ...words.slice(target.to)];
  return rest.every(({ norm }) => norm === '.') && isChronic(target, frame) && !normsOf(target, frame).some((norm) => GRADES.has(norm));
}

/** A finding is graded, an entry of a history is not. */
const GRADES: ReadonlySet<string> = new Set(['mild', 'moderate', 'severe', 'borderline', 'minimal', 'trace', 'mildly', 'moderately', 'severely', 'thickened', 'left', 'right']);

function normsOf(target: Target, frame: Frame): string[] {
  return frame.words.slice(target.from, target.to).map((word) => word.norm);
}

/** Words that tell of a negative work-up, without which "unlikely" stays a possibility. */
const WORK_UP: ReadonlySet<string> = new Set(['neg', 'negative', 'normal', 'nl', 'wnl', 'unremarkable', 'clear', 'reassuring', 'flat', 'benign', 'no', 'without', 'given', 'low', 'perc', 'undetectable', 'nonreactive', 'afebrile', 'against', 'intact', 'stable', 'absent']);

function weighed(one: Held, frame: Frame): Held {
  if (!one.row.needsWorkUp || frame.workedUp === true || frame.words.some((word) => WORK_UP.has(word.norm) && (word.end <= one.cue.start || one.cue.end <= word.start))) return one;
  return { row: { ...one.row, kind: 'uncertainty' }, cue: { ...one.cue, kind: 'uncertainty' } };
}

function unique(cues: readonly Cue[]): Cue[] {
  const seen = new Set<string>();
  return cues
    .filter((cue) => {
      const key = `${cue.start} ${cue.end} ${cue.kind}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}
