import type { Snapshot } from '../index-chart.ts';
import type { ProvidersDisagreeExpression } from './expression.ts';
import type { AnalysedNote } from './provider-notes.ts';
import type { Verdict } from './verdict.ts';
import type { Matter } from './conflicts/matters.ts';
import type { Said, SaidCode, SaidKind } from './conflicts/said.ts';
import { isSameAuthor } from '../../coding/corrected.ts';
import { denies } from './conflicts/denials.ts';
import { MATTERS } from './conflicts/matters.ts';
import { diagnosesSaid, isOwnDenial, kindsSaid, namesAStem } from './conflicts/said.ts';
import { attendingOf, dateOf, isByAnother, isSuperseded, signedNotes, takesUpAnother } from './conflicts/standing.ts';
import { quoteOf, searched } from './evidence.ts';
import { unseenNotes } from './provider-notes.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function providersDisagree(): ProvidersDisagreeExpression {
  return { op: 'providers-disagree' };
}

/**
 * ICD-10-CM Guidelines I.B.14 and III.B, UHDDS: where documentation conflicts, the attending is asked. Each author's last word counts; a first impression that
 * the attending has replaced, a possibility that the other has settled, and a note that takes up what the other says are no conflict.
 */
export function evaluateProvidersDisagree(_: ProvidersDisagreeExpression, snapshot: Snapshot): Verdict {
  const notes = signedNotes(snapshot);
  const pair = notes.length < 2 ? null : kindsInConflict(notes, snapshot) ?? deniedByAnother(notes, snapshot);
  const evidence = (pair ?? []).map((said) => quoteOf(said.in, said.sentence, [{ start: said.start, end: said.end }]));
  const unseen = unseenNotes(snapshot);
  if (unseen.length > 0) return cannotTell(unseen, evidence);
  return pair === null ? no([searched(snapshot, ['two providers who contradict each other'], ['DocumentReference'], null)]) : yes(evidence);
}

type Pair = readonly [Said, Said];

function kindsInConflict(notes: readonly AnalysedNote[], snapshot: Snapshot): Pair | null {
  const texts = notes.map(({ note }) => note.text.toLowerCase());
  for (const matter of MATTERS) {
    if (matter.kinds.filter((kind) => texts.some((text) => namesAStem(text, kind))).length < 2) continue;
    const pair = disagreeing(lastWords(matter, notes, snapshot));
    if (pair !== null) return pair;
  }
  return null;
}

/** Of each author what the last note that says anything certain of the matter says of it. */
function lastWords(matter: Matter, notes: readonly AnalysedNote[], snapshot: Snapshot): readonly (readonly SaidKind[])[] {
  const byAuthor: SaidKind[][] = [];
  for (const note of notes.toReversed()) {
    const said = kindsSaid(matter, note).filter((one) => (one.judged || isOwnDenial(one)) && isCertain(one, snapshot));
    if (said.length === 0 || byAuthor.some(([first]) => first !== undefined && isSameAuthor(first.in.note.author, note.note.author))) continue;
    if (said.every((one) => !isSuperseded(one, notes, snapshot))) byAuthor.push([...said]);
  }
  return byAuthor;
}

/** An uncertain diagnosis at discharge counts as if it existed (II.H, III.C). */
function isCertain({ says, in: { note } }: Said, { chart }: Snapshot): boolean {
  return says !== 'supposed' || (note.type === 'discharge' && chart.encounter.setting === 'inpatient');
}

function disagreeing(byAuthor: readonly (readonly SaidKind[])[]): Pair | null {
  for (const [n, own] of byAuthor.entries()) {
    for (const others of byAuthor.slice(n + 1)) {
      if (own.some(takesUpAnother)) continue;
      const stated = own.filter(({ says }) => says !== 'denied');
      const otherwise = others.filter(({ says }) => says !== 'denied');
      if (stated.some(({ kind }) => otherwise.some((other) => other.kind === kind))) continue;
      const [one] = stated;
      const [other] = otherwise;
      if (one !== undefined && other !== undefined && isByAnother(one, other)) return [other, one];
      const denied = [...pairs(stated, others), ...pairs(otherwise, own)].find(([is, isNot]) => isNot.says === 'denied' && is.kind === isNot.kind && isByAnother(is, isNot));
      if (denied !== undefined) return denied;
    }
  }
  return null;
}

function pairs(one: readonly SaidKind[], other: readonly SaidKind[]): readonly (readonly [SaidKind, SaidKind])[] {
  return one.flatMap((a) => other.map((b): readonly [SaidKind, SaidKind] => [a, b]));
}

/** Stated by one, and another says that it is not so. */
function deniedByAnother(notes: readonly AnalysedNote[], snapshot: Snapshot): Pair | null {
  const said = notes.flatMap(diagnosesSaid);
  const denials = said.filter((one) => one.says === 'denied' && one.judged && !takesUpAnother(one));
  if (denials.length === 0) return null;
  const stated = said.filter((one) => one.says !== 'denied' && one.judged && isCertain(one, snapshot) && !isSuperseded(one, notes, snapshot));
  for (const denial of denials) {
    if (isSuperseded(denial, notes, snapshot)) continue;
    const one = stated.find((candidate) => contradicts(candidate, denial) && isByAnother(candidate, denial) && isUpheld(candidate, denial, said, notes));
    if (one !== undefined) return [one, denial];
  }
  return null;
}

/** The same condition, and not of the other side. */
export function contradicts(stated: SaidCode, denial: SaidCode): boolean {
  if (!denies(denial.code, stated.code)) return false;
  const side = sideOf(denial.words);
  const other = sideOf(stated.words);
  return side === null || other === null || side === other;
}

function sideOf(words: string): string | null {
  const sides = [...new Set([...words.matchAll(/\b(?:left|right)\b/gi)].map(([side]) => side.toLowerCase()))];
  return sides.length === 1 ? sides[0]! : null;
}

/**
 * Neither takes it back: no later word of the one denies or drops it, none of the other states it. What is denied first and stated later for the first time is news,
 * unless the summary says so of the whole stay.
 */
function isUpheld(one: SaidCode, denial: SaidCode, said: readonly SaidCode[], notes: readonly AnalysedNote[]): boolean {
  if (takesUpAnother(one)) return false;
  const own = said.filter((other) => isSameAuthor(other.in.note.author, one.in.note.author));
  if (own.some((other) => other.says === 'denied' && contradicts(one, other))) return false;
  const theirs = said.filter((other) => isSameAuthor(other.in.note.author, denial.in.note.author) && other.says === 'stated' && other.judged);
  if (theirs.some((other) => contradicts(other, denial) && dateOf(other.in) >= dateOf(denial.in))) return false;
  if (dateOf(one.in) <= dateOf(denial.in)) return !isDropped(one, denial, own, notes);
  const before = own.some((other) => other.says !== 'denied' && contradicts(other, denial) && dateOf(other.in) <= dateOf(denial.in));
  return before || (one.in.note.type === 'discharge' && !NEWS.test(one.words));
}

const NEWS = /\b(?:develop\w{0,3}|then|later|subsequent\w{0,2}|new|hospital day|day \d|on \d{1,2}\/\d)/i;

/** Its author writes again after the denial, and says no more of it; the attending who is contradicted by a consultant may have thought better of it. */
function isDropped(one: SaidCode, denial: SaidCode, own: readonly SaidCode[], notes: readonly AnalysedNote[]): boolean {
  const later = notes.filter(({ note }) => isSameAuthor(note.author, one.in.note.author)).filter((note) => dateOf(note) > dateOf(denial.in));
  if (later.length > 0) return !own.some((other) => contradicts(other, denial) && later.some(({ note }) => note.id === other.in.note.id));
  const attending = attendingOf(notes);
  return attending !== null && !isSameAuthor(one.in.note.author, attending) && !isSameAuthor(denial.in.note.author, attending);
}
