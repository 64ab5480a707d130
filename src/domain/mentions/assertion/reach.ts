import type { CueKind } from '../../model/index.ts';
import type { CueMatch } from './match-cues.ts';
import type { CueRow } from './cue-row.ts';
import { DETERMINERS } from './persons.ts';
import type { Word } from './words.ts';

/** What stands in a sentence beside one cue, by word: scope ends, where other cues begin, and where cues that look back end. */
export interface Surroundings {
  readonly ends: readonly (readonly End[] | undefined)[];
  readonly begins: ReadonlyMap<number, readonly CueRow[]>;
  readonly closes: ReadonlyMap<number, readonly CueKind[]>;
}

interface End {
  readonly from: number;
  readonly to: number;
  readonly ends: 'all' | readonly CueKind[];
  readonly consequence: boolean;
}

type Match = CueMatch & { readonly row: CueRow };

export function surroundings(scopeEnds: readonly CueMatch[], cues: readonly Match[]): Surroundings {
  const ends: End[][] = [];
  for (const { row, from, to } of scopeEnds) {
    if (row.kind === 'scope-end') for (let at = from; at < to; at++) (ends[at] ??= []).push({ from, to, ends: row.ends, consequence: row.consequence === true });
  }
  const begins = new Map<number, CueRow[]>();
  const closes = new Map<number, CueKind[]>();
  for (const { row, from, to } of cues) {
    begins.set(from, [...(begins.get(from) ?? []), row]);
    if (row.looks !== 'ahead') closes.set(to, [...(closes.get(to) ?? []), row.kind]);
  }
  return { ends, begins, closes };
}

/** Words within `near`. */
const NEAR = 4;

/** One past the last word that the cue governs after it, and the scope end that cut it off. */
export function reachAhead(words: readonly Word[], cue: Match, around: Surroundings): { readonly ahead: number; readonly cut: { readonly from: number; readonly to: number } | null } {
  const { row: { reach }, to } = cue;
  let depth = 0;
  for (let at = to; at < words.length; at++) {
    const { norm } = words[at]!;
    if (norm === ';') return { ahead: at, cut: { from: at, to: at + 1 } };
    if (isOpening(norm)) depth++;
    if (isClosing(norm) && --depth < 0) return { ahead: at, cut: null };
    if (reach === 'near' && at - to >= NEAR) return { ahead: at, cut: null };
    const end = around.ends[at]?.find((candidate) => candidate.from === at && isEndOf(cue.row, candidate) && !goesOnWith(cue.row, candidate, words[candidate.to]?.norm));
    if (end) return { ahead: at, cut: end };
    if (norm === '-' && at > to && isPerson(cue.row) && isSet(words, at) && around.begins.get(at + 1)?.some(({ kind }) => kind === 'uncertainty')) return { ahead: at, cut: null };
    if (norm !== ',' || depth !== 0) continue;
    if (at === to && isPerson(cue.row) && RELATIVE.has(words[at + 1]?.norm ?? '')) {
      at = afterClause(words, at);
      continue;
    }
    if (at === to && (cue.row.kind === 'negation' || cue.row.kind === 'hypothetical')) return { ahead: at, cut: null };
    if (endsAtComma(cue.row, words[at + 1]?.norm, around.begins.get(at + 1))) return { ahead: at, cut: null };
    const affirmed = cue.row.kind === 'negation' ? affirmationAfter(words, at + 1) : -1;
    if (affirmed > 0) return { ahead: at, cut: { from: affirmed, to: affirmed + 1 } };
  }
  return { ahead: words.length, cut: null };
}

/** The first word that the cue governs before it. */
export function reachBack(words: readonly Word[], cue: Match, around: Surroundings): number {
  const { row: { kind, reach, dated }, from } = cue;
  if (reach === 'sentence') return 0;
  const last = beforeLinks(words, from, kind);
  const limit = reach === 'near' ? beforeSlashes(words, Math.max(last - NEAR, -1)) : -1;
  const sharesSubject = words[last]?.norm === 'and';
  let joined = false;
  let depth = 0;
  let at = last;
  for (; at > limit; at--) {
    const { norm } = words[at]!;
    if (norm === ';' || norm === '?') break;
    if (isClosing(norm)) depth++;
    if (isOpening(norm) && --depth < 0) break;
    if (around.ends[at]?.some((end) => end.to <= from && isEndOf(cue.row, end))) break;
    if (JOINS.has(norm)) joined = true;
    if (norm === ',' && reach !== 'list' && !joined && depth === 0) break;
    if (reach !== 'list' && at < last && BEGINS_STATEMENT.has(norm) && !(sharesSubject && AUXILIARIES.has(norm)) && !(dated && norm === 'with')) break;
    if (kind !== 'history' && around.closes.get(at + 1)?.includes(kind)) break;
  }
  return at + 1;
}

/** "Flu/COVID/RSV negative": what slashes join is one item, however many words it has. */
function beforeSlashes(words: readonly Word[], limit: number): number {
  let at = limit;
  while (at >= 0 && (words[at]!.norm === '/' || words[at + 1]?.norm === '/')) at--;
  return at;
}

function isEndOf({ kind, reach, dated }: CueRow, end: End): boolean {
  return reach !== 'sentence' && !(dated && end.consequence) && (end.ends === 'all' || end.ends.includes(kind));
}

const RELATIVE: ReadonlySet<string> = new Set(['who', 'whom', 'whose', 'which', 'that']);

/** "Friend's baby, *whom she held yesterday,* now has chickenpox": the word after the comma that closes the clause, where one does. */
function afterClause(words: readonly Word[], comma: number): number {
  const close = words.findIndex(({ norm }, at) => at > comma && norm === ',');
  return close < 0 ? comma : close + 1;
}

/** "Brother healthy *but has* asthma": still the brother. */
function goesOnWith(row: CueRow, { ends }: End, next: string | undefined): boolean {
  return ends === 'all' && isPerson(row) && next !== undefined && CARRIES_ON.has(next);
}

const CARRIES_ON: ReadonlySet<string> = new Set(['has', 'had', 'have', 'with', 'is', 'was', 'also', 'did', 'does', 'takes', 'later', 'developed', 'overweight', 'died', 'carries']);

function isPerson({ kind }: CueRow): boolean {
  return kind === 'family' || kind === 'other-person';
}

/** A dash between words, and not within one. */
function isSet(words: readonly Word[], at: number): boolean {
  return words[at - 1]!.end < words[at]!.start && words[at]!.end < (words[at + 1]?.start ?? 0);
}

function endsAtComma({ kind, reach }: CueRow, next: string | undefined, begins: readonly CueRow[] | undefined): boolean {
  if ((reach === 'phrase' || reach === 'near') && next !== 'or' && next !== 'nor' && next !== '/') return true;
  return begins !== undefined && begins.some((row) => row.looks !== 'back' && takesOver(kind, row));
}

/** "No fever, sore throat *persists*": after the comma something is said to go on. At most a few words are looked at. */
function affirmationAfter(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length && at < from + 5; at++) {
    const { norm } = words[at]!;
    if (norm === ',' || norm === ';' || norm === 'or' || norm === 'nor' || norm === 'and') return -1;
    if (at > from && GOES_ON.has(norm)) return at;
  }
  return -1;
}

const GOES_ON: ReadonlySet<string> = new Set(['persists', 'persist', 'persisting', 'persisted', 'continues', 'continue', 'continuing', 'remains', 'remain', 'worsening', 'worsened', 'worse', 'improving', 'improved', 'better', 'ongoing', 'unchanged', 'recurred', 'started', 'began', 'controlled']);

/** "No fever, likely viral", "likely viral, no rash": after the comma another cue speaks. */
function takesOver(kind: CueKind, { kind: next, reach }: CueRow): boolean {
  if (kind === 'negation') return next === 'uncertainty' || next === 'hypothetical' || next === 'family' || (next === 'other-person' && reach !== 'phrase');
  return (kind === 'uncertainty' || kind === 'history') && next === 'negation';
}

/** "PE, ACS, *and* dissection ruled out": a comma before does not end what the list's end says. */
const JOINS: ReadonlySet<string> = new Set(['or', 'and', '/', '&', 'nor', 'vs']);

/** Between a finding and the cue that closes it: "PE *was completely* ruled out", "DVT *(US)* negative". */
const LINKS: ReadonlySet<string> = new Set([
  'is', 'was', 'were', 'are', 'has', 'have', 'had', 'been', 'be', 'being', 'not', 'to', 'in', 'on', 'x', 'x2', 'x3', '(', '-', ':', "'", 'd', 'now', 'also', 'since', 'later', 'then', 'again', 'today', 'last', 'over', 'about', 'previously', 'still', 'already', 'completely', 'fully', 'successfully',
  '¦', 'essentially', 'effectively', 'largely', 'definitively', 'therefore', 'thus', 'all', 'felt', 'thought', 'seems', 'appears', 'remains', 'highly', 'very', 'much', 'quite', 'less', 'more', 'came', 'returned', 'test', 'testing', 'screen', 'pcr', 'culture', 'symptoms', 'sx', 'status', 'workup', 'admission', 'ct', 'mri', 'cxr',
  'us', 'exam', 'serology', 'serologies', 'antigen', 'antibody', 'ab', 'ag', 'titers', 'diagnosed', 'dx', 'treated', 'flare', 'cannot',
]);

function beforeLinks(words: readonly Word[], from: number, kind: CueKind): number {
  let at = kind === 'history' && words[from - 1]?.norm === ',' ? from - 2 : from - 1;
  while (at >= 0 && (LINKS.has(words[at]!.norm) || DETERMINERS.has(words[at]!.norm))) at--;
  return at;
}

/** A statement began here: what lies before it is not what the cue closes. */
const BEGINS_STATEMENT: ReadonlySet<string> = new Set(['has', 'have', 'had', 'is', 'was', 'were', 'are', 'with', 'showed', 'shows', 'started', 'given', 'presents', 'reports', 'denies', 'because']);

/** "Pneumonia *was* considered and ruled out": one subject for both. */
const AUXILIARIES: ReadonlySet<string> = new Set(['is', 'was', 'were', 'are', 'has', 'have']);

function isOpening(norm: string): boolean {
  return norm === '(' || norm === '[';
}

function isClosing(norm: string): boolean {
  return norm === ')' || norm === ']';
}
