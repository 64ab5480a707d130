import type { CueKind, Section, Span, Token } from '../../model/index.ts';
import type { CueMatch } from './compile.ts';
import { compileCues, matchCues, matchEach } from './compile.ts';
import type { CueRow } from './cue-row.ts';
import { HISTORY } from './cues/history.ts';
import { HYPOTHETICAL } from './cues/hypothetical.ts';
import { NEGATION } from './cues/negation.ts';
import { INFORMANT, PEOPLE } from './cues/people.ts';
import { ANSWERS, SCOPE_ENDS } from './cues/scope-ends.ts';
import { UNCERTAINTY } from './cues/uncertainty.ts';
import { pastTimes } from './past-time.ts';
import type { Word } from './words.ts';
import { wordsIn } from './words.ts';

/** One cue of a sentence with the words that it governs: `[back, from)` before it, `[to, ahead)` after it. */
export interface Edge {
  readonly row: CueRow;
  readonly from: number;
  readonly to: number;
  readonly back: number;
  readonly ahead: number;
  /** The scope end that cut it off ahead, in words. */
  readonly cut: { readonly from: number; readonly to: number } | null;
}

/** A sentence made ready for `assertSpan`: its words, its cues with their reach, and what stands above it. */
export interface Frame {
  readonly text: string;
  readonly words: readonly Word[];
  readonly edges: readonly Edge[];
  readonly section: Section | null;
  /** Cues of the line that introduces this one ("Return precautions:"), which reach it whole. */
  readonly lead: readonly (Span & { readonly row: CueRow })[];
}

/** @param tokens all tokens of the sentence, in order, offsets into `text` */
export function frameSentence(text: string, sentence: Span, tokens: readonly Token[], section: Section | null, lead: Frame['lead'], thisYear: number | null): Frame {
  const words = wordsIn(text, sentence, tokens);
  return { text, words, edges: edgesOf(words, thisYear), section, lead };
}

/** Apart, so that the end of one cue may be the beginning of the next: ", no". */
const CUES = compileCues([NEGATION, UNCERTAINTY, HISTORY, HYPOTHETICAL, PEOPLE, ANSWERS]);
const ENDS = compileCues([SCOPE_ENDS]);

function edgesOf(words: readonly Word[], thisYear: number | null): Edge[] {
  const matches = matchCues(CUES, words);
  const cues = [...matches, ...pastTimes(words, thisYear)].filter((match): match is CueMatch & { row: CueRow } => match.row.kind !== 'scope-end' && match.row.kind !== 'pseudo' && !isInformed(match, words, matches) && !isDuration(match, words)).toSorted((a, b) => a.from - b.from);
  const endAt = indexEnds(words.length, matchEach(ENDS, words));
  const cueAt = new Map<number, CueRow[]>();
  const closedAt = new Map<number, CueKind[]>();
  for (const { row, from, to } of cues) {
    cueAt.set(from, [...(cueAt.get(from) ?? []), row]);
    if (row.looks !== 'ahead') closedAt.set(to, [...(closedAt.get(to) ?? []), row.kind]);
  }
  return cues.map((cue) => {
    const { ahead, cut } = cue.row.looks === 'back' ? { ahead: cue.to, cut: null } : reachAhead(words, cue, endAt, cueAt);
    const back = looksBack(cue, words) ? reachBack(words, cue, endAt, closedAt) : cue.from;
    return { row: cue.row, from: cue.from, to: cue.to, back, ahead, cut };
  });
}

type End = { readonly from: number; readonly to: number; readonly ends: 'all' | readonly CueKind[] };

/** Scope ends by the words that they cover. */
function indexEnds(length: number, matches: readonly CueMatch[]): (readonly End[] | undefined)[] {
  const at: End[][] = Array.from({ length });
  for (const { row, from, to } of matches) {
    if (row.kind !== 'scope-end') continue;
    for (let i = from; i < to; i++) (at[i] ??= []).push({ from, to, ends: row.ends });
  }
  return at;
}

const NEAR = 4;

function reachAhead(words: readonly Word[], cue: CueMatch & { row: CueRow }, endAt: ReturnType<typeof indexEnds>, cueAt: ReadonlyMap<number, readonly CueRow[]>): Pick<Edge, 'ahead' | 'cut'> {
  const { kind, reach } = cue.row;
  let depth = 0;
  for (let at = cue.to; at < words.length; at++) {
    const norm = words[at]!.norm;
    if (norm === '(' || norm === '[') depth++;
    if ((norm === ')' || norm === ']') && --depth < 0) return { ahead: at, cut: null };
    if (norm === ';') return { ahead: at, cut: { from: at, to: at + 1 } };
    if (reach === 'near' && at - cue.to >= NEAR) return { ahead: at, cut: null };
    const end = endAt[at]?.find((candidate) => candidate.from === at && endsKind(candidate, kind, reach));
    if (end && at >= cue.to) return { ahead: at, cut: end };
    if (norm === ',' && depth === 0) {
      if ((reach === 'phrase' || reach === 'near') && !joins(words[at + 1]?.norm)) return { ahead: at, cut: null };
      if (cutsAfterComma(kind, cueAt.get(at + 1))) return { ahead: at, cut: null };
    }
  }
  return { ahead: words.length, cut: null };
}

function endsKind(end: End, kind: CueKind, reach: CueRow['reach']): boolean {
  if (reach === 'sentence') return false;
  return end.ends === 'all' || end.ends.includes(kind);
}

function joins(norm: string | undefined): boolean {
  return norm === 'or' || norm === 'nor' || norm === '/';
}

/** "No fever, likely viral": after the comma another kind of cue takes over. */
function cutsAfterComma(kind: CueKind, rows: readonly CueRow[] | undefined): boolean {
  if (!rows) return false;
  if (kind === 'negation') return rows.some((row) => row.looks !== 'back' && (row.kind === 'uncertainty' || row.kind === 'hypothetical' || row.kind === 'family' || (row.kind === 'other-person' && row.reach !== 'phrase')));
  if (kind === 'uncertainty' || kind === 'history') return rows.some((row) => row.looks !== 'back' && row.kind === 'negation');
  return false;
}

/** Between a finding and the cue that closes it: "PE *was completely* ruled out". */
const BETWEEN: ReadonlySet<string> = new Set(['is', 'was', 'were', 'are', 'has', 'have', 'had', 'been', 'be', 'being', 'now', 'also', 'since', 'completely', 'fully', 'already', 'successfully', 'essentially', 'effectively', 'largely', 'therefore', 'thus', 'later', 'then', 'again', 'not', 'definitively', 'both', 'all', 'came', 'returned', 'test', 'testing', 'screen', 'pcr', 'culture', 'x2', 'x3', 'is also', 'felt', 'thought', 'to', 'highly', 'very', 'seems', 'appears', 'remains', 'much', 'quite', 'still', 'cannot', 'symptoms', 'sx', 'status', 'workup', 'less', 'more', 'x', '(', '-', ':', 'on', 'today', 'admission', 'ct', 'mri', 'cxr', 'us', 'exam', 'previously', 'serologies', 'serology', 'antigen', 'antibody', 'ab', 'ag', 'titers', 'diagnosed', 'dx', "'", 'd', 'treated', 'last', 'over', 'about', 'flare', 'fully']);
/** A new statement began here: what lies before it is not what the cue closes. */
const BEGINS_STATEMENT: ReadonlySet<string> = new Set(['has', 'have', 'had', 'is', 'was', 'were', 'are', 'with', 'showed', 'shows', 'started', 'given', 'presents', 'reports', 'denies', 'because']);

function looksBack(cue: CueMatch & { row: CueRow }, words: readonly Word[]): boolean {
  if (cue.row.looks !== 'ahead') return true;
  return (cue.row.kind === 'family' || cue.row.kind === 'other-person') && followsItsDisease(words, cue);
}

/** "Hemochromatosis in a sibling", "VTE (sis)", "melanoma - father", "Hypertension: mother". */
function followsItsDisease(words: readonly Word[], cue: CueMatch): boolean {
  let at = cue.from - 1;
  while (at >= 0 && DETERMINERS.has(words[at]!.norm)) at--;
  return at >= 0 && ['in', '(', '-', ':', '/', '=', 'of'].includes(words[at]!.norm) && !(words[at]!.norm === 'of' && words[at - 1]?.norm !== 'hx' && words[at - 1]?.norm !== 'history');
}

const DETERMINERS: ReadonlySet<string> = new Set(['a', 'an', 'his', 'her', 'their', 'the', 'pt', 'patient', 'both', 'one', 'two', 'three', 'multiple', 'several', 'many', 'other', 'maternal', 'paternal', 'mat', 'pat', 'older', 'younger', 'his', 'own', '1', '2', '3', 'first', '1st', 'half']);

function reachBack(words: readonly Word[], cue: CueMatch & { row: CueRow }, endAt: ReturnType<typeof indexEnds>, closedAt: ReadonlyMap<number, readonly CueKind[]>): number {
  const { kind, reach } = cue.row;
  if (reach === 'sentence') return 0;
  let at = cue.from - 1;
  let joined = false;
  while (at >= 0 && (BETWEEN.has(words[at]!.norm) || DETERMINERS.has(words[at]!.norm) || words[at]!.norm === 'in' || (words[at]!.norm === ',' && at === cue.from - 1))) at--;
  const first = at;
  const limit = reach === 'near' ? Math.max(at - NEAR, -1) : -1;
  let depth = 0;
  for (; at > limit; at--) {
    const norm = words[at]!.norm;
    if (norm === ')' || norm === ']') depth++;
    if ((norm === '(' || norm === '[') && --depth < 0) break;
    if (norm === ';' || norm === '?') break;
    if (endAt[at]?.some((end) => end.to <= cue.from && endsKind(end, kind, reach))) break;
    if (norm === 'or' || norm === 'and' || norm === '/' || norm === '&' || norm === 'nor' || norm === 'vs') joined = true;
    if (norm === ',' && reach !== 'list' && !joined && depth === 0) break;
    if (reach !== 'list' && at < first && BEGINS_STATEMENT.has(norm)) break;
    if (closedAt.get(at + 1)?.includes(kind)) break;
  }
  return Math.max(at + 1, 0);
}

/** "Two-day history of fever", "3/7 hx of diarrhoea": how long, not how long ago. */
function isDuration(match: CueMatch, words: readonly Word[]): boolean {
  if (match.row.kind !== 'history' || match.from === 0 || !words[match.from]!.norm.startsWith('h')) return false;
  let at = match.from - 1;
  if (LASTING.has(words[at]!.norm)) at--;
  const unit = words[at]?.norm ?? '';
  return DURATIONS.has(unit) || /^\d+(?:d|h|hr|wk|w|mo|m|y|yr)s?$/.test(unit) || (words[at - 1]?.norm === '/' && (unit === '7' || unit === '52' || unit === '12' || unit === '24'));
}

const LASTING: ReadonlySet<string> = new Set(['long', 'plus', '+', 'or', 'so', 'old', 'progressive', 'worsening']);
const DURATIONS: ReadonlySet<string> = new Set(['day', 'days', 'week', 'weeks', 'month', 'months', 'hour', 'hours', 'year', 'years', 'd', 'wk', 'wks', 'mo', 'mos', 'yr', 'yrs', 'hr', 'hrs', 'h', 'w', 'm', 'y', 'night', 'nights', 'recent']);

/** A relative who tells, or who came along: "Mom reports fever", "lives with wife". Unless what follows is their own disease: "lives with wife who has TB". */
function isInformed(match: CueMatch, words: readonly Word[], matches: readonly CueMatch[]): boolean {
  if ((match.row.kind !== 'family' && match.row.kind !== 'other-person') || match.row.looks !== 'ahead') return false;
  let next = match.to;
  while (next < words.length && next < match.to + 4 && SKIPPED.has(words[next]!.norm)) next++;
  const word = words[next]?.norm ?? '';
  const second = words[next + 1]?.norm ?? '';
  if (INFORMANT.has(word) || (word === 'at' && second === 'bedside')) return true;
  if ((word === 'does' || word === 'did') && second === 'not' && INFORMANT.has(words[next + 2]?.norm ?? '')) return true;
  if ((word === 'has' || word === 'have' || word === 'had' || word === 'is' || word === 'was' || word === 'been' || word === 'also' || word === 'does' || word === 'did' || word === 'in') && (INFORMANT.has(second) || second === 'room' || second === 'agreement')) return true;
  if ((word === 'has' || word === 'have') && second === 'been' && /ing$|noted|told|asked/.test(words[next + 2]?.norm ?? '') && words[next + 2]?.norm !== 'having') return true;
  let before = match.from - 1;
  while (before >= 0 && DETERMINERS.has(words[before]!.norm)) before--;
  const companion = matches.some((other) => other.row.kind === 'pseudo' && other.row.disarms === 'person' && other.to === before + 1);
  return companion && !['with', 'w', 'who', 'has', 'had'].includes(word);
}

const SKIPPED: ReadonlySet<string> = new Set(['and', '&', 'father', 'dad', 'mother', 'mom', 'parents', '(', ')', 'wife', 'husband', 'also', 'then', 'who', 'that', 'she', 'daughter', 'son', 'sister', 'brother', 'both']);
