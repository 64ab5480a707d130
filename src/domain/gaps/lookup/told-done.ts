import type { SectionKind, Span } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { NoteHit } from './note-words.ts';
import type { ToldDate } from './dates-told.ts';
import { holdsTerm } from '../operators/terms.ts';
import { momentOf } from '../operators/time.ts';
import { datesTold } from './dates-told.ts';
import { isRelativesOwn } from './relatives-own.ts';

/** What a sentence says of something that is done once or at intervals: done, when, and how often it says so. */
export interface ToldDone {
  /** Null where it was done and nothing tells when. */
  readonly when: { readonly from: number; readonly through: number } | null;
  /** "Tdap x2", "3 doses"; 1 where nothing is counted. */
  readonly times: number;
  /** The whole course: "series complete". */
  readonly complete: boolean;
}

/**
 * Is it done, in the words around it? Null: planned, ordered, due, declined, a relative's, or named only.
 * The words between two commas are asked first, then those between two semicolons: "Colonoscopy 2021, repeat in 10 years; mammogram due".
 */
export function toldDone(hit: NoteHit, snapshot: Snapshot): ToldDone | null {
  const { indexed: { note, thisVisit }, sentence, start, end, section } = hit;
  if (!isOfThePatient(hit)) return null;
  if (section !== null && NOT_REPORTING.has(section)) return null;
  if (isRelativesOwn(note.text.slice(sentence.start, end))) return null;
  const written = (note.date === null ? null : momentOf(note.date, snapshot.zone))?.day ?? snapshot.asOf.day;
  const narrow = clause(note.text, sentence, { start, end }, /[,;]/);
  const wide = clause(note.text, sentence, { start, end }, /;/);
  const dates = datesTold(note.text.slice(wide.start, wide.end), written, snapshot.chart.patient.birthDate).filter(({ from }) => from <= snapshot.asOf.day);
  // A name that holds such a word says nothing by it: "postpartum check", "developmental screening".
  const words = (span: Span): string => `${note.text.slice(span.start, start)} ${note.text.slice(end, span.end)}`;
  const following = datesInARow(note.text.slice(wide.start, wide.end), dates, end - wide.start);
  const own = following.length > 1 ? following.reduce((a, b) => (b.from > a.from ? b : a)) : nearest(dates, start - wide.start, end - wide.start);
  const course = courseOf(words(wide), following.length);
  const told = (): ToldDone => ({ when: own ?? writtenToday(words(wide), hit, written), ...course });
  if (holdsTerm(words(narrow), NOT_DONE_YET)) return null;
  if (holdsTerm(words(narrow), DONE) || dates.some((date) => date.start + wide.start >= narrow.start && date.end + wide.start <= narrow.end)) return told();
  if (holdsTerm(words(wide), NOT_DONE_YET)) return null;
  if (holdsTerm(words(wide), DONE) || dates.length > 0 || course.times > 1 || course.complete) return told();
  if (section !== null && HISTORIES.has(section)) return { when: null, ...course };
  return thisVisit && section !== null && SHOWN.has(section) ? { when: { from: written, through: written }, ...course } : null;
}

/** A list of what is due and done ("Health maintenance") is no supposition of its own: its words decide, line by line. */
function isOfThePatient({ asserted, section }: NoteHit): boolean {
  const { status, cues } = asserted();
  if (status === 'absent') return cues.every(({ kind, text }) => kind === 'history' || (kind === 'negation' && NEGATIVE.test(text)));
  if (status === 'hypothetical') return cues.every(({ kind, text }) => (kind === 'hypothetical' ? SCREENED.test(text) : true)) && (section === 'screening' || cues.some(({ kind }) => kind === 'hypothetical'));
  return status === 'present' || status === 'historical' || status === 'possible';
}

/** "Cologuard negative" denies the disease, not the test. */
const NEGATIVE = /^(?:: ?)?(?:(?:screen(?:ing)?|test(?:ing|s)?|antibod(?:y|ies)|results?|(?:(?:4th|fourth) )?(?:gen(?:eration)?|combo|assay)):? )?(?:(?:is|are|was|were|tested|came back|returned) )?(?:neg|negative|non|non-?reactive)$/i;

/** It supposes the disease, and tells that the test was done. */
const SCREENED = /^(?:screened|tested) for$/i;

/** Advice, an order's reason or what a relative had reports nothing as done. */
const NOT_REPORTING: ReadonlySet<SectionKind> = new Set(['instructions', 'family-history', 'allergies', 'indication']);

/** What stands in these was looked at on the day of the note. */
const SHOWN: ReadonlySet<SectionKind> = new Set(['exam', 'vitals']);

/** What is listed in these was done, nobody says when. */
const HISTORIES: ReadonlySet<SectionKind> = new Set(['surgical-history', 'past-history']);

const NOT_DONE_YET = [
  'due', 'overdue', 'schedul*', 'order', 'orders', 'ordered', 'ordering', 'plan', 'plans', 'planned', 'planning', 'refer', 'referral', 'referred', 'recommend*', 'will', 'needs', 'need', 'needed',
  'should', 'offer', 'offered', 'discuss*', 'declin*', 'refus*', 'defer*', 'never', 'no prior', 'no record', 'not on file', 'not done', 'not given', 'not had', 'not yet', 'not been', 'has not', 'have not', "hasn't",
  'pending', 'next', 'consider*', 'upcoming', 'eligible', 'overdue for', 'obtain', 'advise*', 'encourage*', 'counsel*', 'arrange*', 'request*', 'to be done', 'unknown', 'unsure', 'cannot recall',
  'does not recall', 'not interested', 'hesitan*', 'candidate', 'awaiting', 'missed', 'cancel*', 'no show', 'to schedule', 'return for', 'postpone*', 'check', 'recheck', 'repeat', 'begin', 'initiate', 'contraindicat*', 'would like',
];

const DONE = [
  'done', 'completed', 'complete', 'performed', 'had', 'has had', 's/p', 'status post', 'underwent', 'received', 'given', 'administered', 'got', 'normal', 'abnormal', 'negative', 'positive', 'nonreactive', 'non-reactive',
  'showed', 'shows', 'showing', 'revealed', 'result', 'results', 'resulted', 'up to date', 'utd', 'current', 'last', 'most recent', 'history of', 'hx of', 'h/o', 'prior', 'previous', 'benign', 'bi-rads', 'birads', 'score', 'scored',
  'found', 'with', 'unremarkable', 'reviewed', 'clear', 'intact', 'reduced', 'absent', 'immune', 'immunized', 'vaccinated', 'today', 'yesterday', 'removed', 'surgery', 'in place', 'cologuard negative', 'screened', 'assessed', 'examined', 'documented',
];

/** Between the marks around the words, within the sentence; where no mark stands, "but" and "however" part as a semicolon does. */
function clause(text: string, sentence: Span, { start, end }: Span, mark: RegExp): Span {
  const inner = text.slice(sentence.start, sentence.end);
  let from = 0;
  let to = inner.length;
  const marks = new RegExp(String.raw`${mark.source}(?!\d)|\b(?:but|however)\b|\n`, 'gi');
  for (const match of inner.matchAll(marks)) {
    if (match.index + match[0].length <= start - sentence.start) from = match.index + match[0].length;
    if (match.index >= end - sentence.start) {
      to = match.index;
      break;
    }
  }
  return { start: sentence.start + from, end: sentence.start + to };
}

/** The date that follows the words most closely; else the one before them. */
function nearest(dates: readonly ToldDate[], start: number, end: number): ToldDone['when'] {
  const found = dates.find((date) => date.start >= end) ?? dates.findLast((date) => date.end <= start) ?? dates[0];
  return found ? { from: found.from, through: found.through } : null;
}

/** "Up to date" says that it is not due; "given today" needs no date of its own. */
function writtenToday(words: string, { section }: NoteHit, written: number): ToldDone['when'] {
  if (holdsTerm(words, ['up to date', 'utd', 'current', 'administered', 'this season', 'in clinic', 'in office', 'at this visit'])) return { from: written, through: written };
  return section !== null && SHOWN.has(section) ? { from: written, through: written } : null;
}

/** "Shingrix: 2/1/2024, 5/3/2024": dates that follow the name and one another with nothing but commas between. */
function datesInARow(text: string, dates: readonly ToldDate[], end: number): readonly ToldDate[] {
  const row: ToldDate[] = [];
  for (const date of dates) {
    if (date.start < end) continue;
    if (!BETWEEN_DATES.test(text.slice(row.at(-1)?.end ?? end, date.start))) break;
    row.push(date);
  }
  return row;
}

const BETWEEN_DATES = /^[\s,:()&/-]*(?:and|on)?[\s,:(]*$/;

/** "x2", "x 3 doses", "2 doses", "dose #2", "both doses", "2/2", "series complete", "completed the Shingrix series"; or as many as there are dates. */
function courseOf(words: string, dates: number): Pick<ToldDone, 'times' | 'complete'> {
  const count = /\b(?:x|×) ?(\d{1,2})\b|\b(\d{1,2}) doses?\b|\bdoses? ?#? ?(?:\d(?:, ?| and | ?& ?))*(\d)\b|(?<![\d/])([2-4])\/\4(?![\d/])/i.exec(words);
  const counted = Number(count?.[1] ?? count?.[2] ?? count?.[3] ?? count?.[4] ?? (holdsTerm(words, ['both']) ? 2 : 1));
  return { times: Math.max(1, counted, dates), complete: holdsTerm(words, COMPLETE) || /\bcompleted? +(?:\S+ +){0,3}series\b/i.test(words) };
}

const COMPLETE = ['series complete', 'series completed', 'completed series', 'completed the series', 'full series', 'fully vaccinated', 'series done', 'series is complete'];
