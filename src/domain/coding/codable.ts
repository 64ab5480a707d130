import type { AssertionStatus, Chart } from '../model/index.ts';
import { ANOTHERS_WORD } from './attributed.ts';
import { isUnspecific } from '../mentions/unspecific.ts';
import { isUnderTreatment, wordsWithTold } from './cancer-history.ts';
import { ANOTHER_ENCOUNTER, isAnotherEncounter } from './encounter-reasons.ts';
import { isUnderAny } from './hierarchy.ts';
import { historyCode } from './history-codes.ts';
import { IN_PASSING, isToldInPassing } from './in-passing.ts';
import { ASSESSING } from './note-shape.ts';
import { isScreeningAnotherTime, SCREENED_ANOTHER_TIME } from './screening.ts';
import { spokenOf } from './spoken-of.ts';
import { isStandingStatus, isYetToBeDone } from './standing-status.ts';
import type { Statement } from './statements.ts';
import { isPastEvent } from './two-way/past-events.ts';
import { mayBeCodedUncertain, UNCERTAIN_OUTPATIENT } from './uncertain.ts';

/** Why what a note says of a condition does not support its code; null where it does. */
export function notCodableBecause(statement: Statement, chart: Chart): string | null {
  const { code, words, at, mention, note, unusable, restated, made, shape, titled, anothers } = statement;
  if (unusable !== null) return unusable;
  if (isNotTheReaders(statement)) return NOT_THE_READERS;
  if (restated === 'symptom' && shape !== 'told') return RESTATED;
  if (restated === 'advice') return NOT_CODED.hypothetical;
  if (shape !== 'told' && isUnspecific(mention.concept)) return WITHOUT_A_SITE;
  if (shape !== 'told' && isToldInPassing(code, titled)) return IN_PASSING;
  if (isAnotherEncounter(code, statement)) return ANOTHER_ENCOUNTER;
  if (isYetToBeDone(code, { before: words.slice(0, at), after: words.slice(at + mention.text.length) })) return YET_TO_COME;
  if (isScreeningAnotherTime(code, words, !titled && ASSESSING.has(mention.section ?? 'other'))) return SCREENED_ANOTHER_TIME;
  if (code === 'Z33.1' && !/\bincidental/i.test(words)) return NOT_INCIDENTAL;
  if (anothers) return ANOTHERS_WORD;
  const { status } = mention.assertion;
  if (shape !== 'told' && status === 'present' && isPastEvent(statement, code, chart)) return NOT_CODED.historical;
  const spoken = shape === 'told' || status !== 'present' ? null : spokenOf(code, { before: words.slice(0, at), after: words.slice(at + mention.text.length) });
  if (spoken !== null) return spoken;
  if (made === 'history' && status === 'historical') return null;
  if (isUnderTreatment(code, mention, wordsWithTold(words, statement.told, note))) return null;
  if (status === 'historical' && isStandingStatus(code, mention.section, words)) return null;
  if (namesItself(code, statement) || isInRemission(statement)) return null;
  if (status === 'present' || isResolvedInThisStay(statement, chart) || isPartOfTheCourse(statement)) return null;
  if (status !== 'possible') return NOT_CODED[status];
  return mayBeCodedUncertain(mention, note, chart) ? null : UNCERTAIN_OUTPATIENT;
}

export const NOT_CODED: Readonly<Record<Exclude<AssertionStatus, 'present' | 'possible'>, string>> = {
  absent: 'The note says it is not there.',
  historical: 'Past and over: a history code may apply, not this one.',
  family: 'A relative’s condition.',
  'other-person': 'Another person’s condition.',
  hypothetical: 'Not asserted: advice, screening, prevention or risk.',
};

const RESTATED = 'A symptom told under the title of the diagnosis that it belongs to (ICD-10-CM Guidelines IV.D, I.B.4).';

const WITHOUT_A_SITE = 'Names no condition until a site or cause is added.';

const YET_TO_COME = 'Not done yet: a status is of what the patient has (ICD-10-CM Guidelines I.C.21.c.3).';

const NOT_INCIDENTAL = 'A pregnancy is reported as incidental only where the provider says so (ICD-10-CM Guidelines I.C.15.a.1).';

/** Who reads a picture or a specimen says what it shows; what was asked, and how the patient lives, is not the reader's to say (IV.K). */
export function isNotTheReaders({ code, note, mention }: Statement): boolean {
  if (note.type !== 'radiology' && note.type !== 'pathology') return false;
  return mention.section === 'indication' || isUnderAny(code, ['F', 'Z', 'I10', 'E11', 'E78']);
}

const NOT_THE_READERS = 'Asked of the reader of a test, or told in passing, and no finding (ICD-10-CM Guidelines IV.K).';

/** "In remission since March": a disease of its own kind, with a code that says so (I.C.2.n, I.C.4.a.1.b, I.C.5.b.1). */
function isInRemission({ title, mention: { assertion } }: Statement): boolean {
  return assertion.status === 'historical' && /\bin (?:\w+ )?remission\b/i.test(title) && assertion.cues.every(({ kind }) => kind === 'history');
}

/** Follow-up and aftercare after what is over, and what a stroke left. */
const AFTER_THE_PAST = ['Z08', 'Z09', 'Z39', 'Z47', 'Z48', 'I69'];
/** What a relative had, and the screening for it. */
const OF_THE_FAMILY = ['Z80', 'Z81', 'Z82', 'Z83', 'Z84', 'Z11', 'Z12', 'Z13'];

/** The past and the relatives are what these codes are about: words of the past or of a relative beside them take nothing away (I.C.21.c.4, c.5, c.8). */
function namesItself(code: string, { mention: { assertion } }: Statement): boolean {
  if (assertion.cues.some(({ kind }) => kind === 'negation')) return false;
  return (assertion.status === 'historical' && isUnderAny(code, AFTER_THE_PAST)) || (assertion.status === 'family' && isUnderAny(code, OF_THE_FAMILY));
}

/**
 * "AKI, resolved with fluids" in a hospital course: it was treated during the stay, and is reported though it is over
 * when the summary is written (ICD-10-CM Guidelines III).
 */
function isResolvedInThisStay({ mention: { assertion, section }, note }: Statement, { encounter }: Chart): boolean {
  if (encounter.setting === 'office' || assertion.status !== 'historical') return false;
  const isOfCourse = section === 'hospital-course' || section === 'discharge-diagnosis' || section === 'assessment';
  // A terse note of the course has no headers; what it says of before the stay is not recent.
  const isTerse = assertion.recent && (section === null || section === 'other') && (note.type === 'discharge' || note.type === 'progress');
  return (isOfCourse || isTerse) && assertion.cues.filter((cue) => cue.kind === 'history').every((cue) => ENDED_HERE.test(cue.text));
}

const ENDED_HERE = /resolv|improv|correct|settl|gone|clear|subsid|recover|normal|revers|abat|convert/i;

/** Past, in a course that is told from its beginning: reported with the rest (ICD-10-CM Guidelines III), unless a history code stands for it. */
function isPartOfTheCourse({ code, shape, mention: { assertion } }: Statement): boolean {
  return shape === 'told' && assertion.status === 'historical' && historyCode(code) === null;
}
