import type { Answer } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { Measurement, PersistentExpression, Test } from './expression.ts';
import type { Reading } from './series.ts';
import type { TestBuilder } from './testing.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, sortOut } from './series.ts';
import { testing } from './testing.ts';
import { daysApart, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

interface Persistence {
  readonly withinMonths: number;
  readonly results: number;
  readonly apartDays: number;
  readonly unbroken: boolean;
}

/** `persistent(EGFR, { withinMonths: 24, results: 2, apartDays: 90, unbroken: true }).below(60)`. */
export function persistent(measurement: Measurement, how: Persistence): TestBuilder<PersistentExpression> {
  return testing((test) => ({ op: 'persistent', measurement, ...how, test }));
}

/**
 * Missing pages can only add results: without `unbroken` they never take a yes away.
 * A result in doubt matters where it might complete what is found, or break the run.
 */
export function evaluatePersistent(expression: PersistentExpression, snapshot: Snapshot): Verdict {
  const { measurement, withinMonths, results, unbroken, test } = expression;
  const { readings, doubts } = sortOut(snapshot, measurement, chartedValues(snapshot, measurement, withinMonths));
  const judged = judge(readings, test);
  const missing = unread(snapshot, 'Observation', [measurement.category]);
  const found = run(judged, expression, ['yes']);
  if (isLong(found, expression) && !(unbroken && missing.length + doubts.length > 0)) return yes(citing(found));
  const evidence = citing(readings);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const possible = run(judged, expression, ['yes', 'cannot-tell']);
  if (doubts.length > 0 && possible.length + doubts.length >= results) return cannotTell([...new Set(doubts.map((doubt) => doubt.unusable))], evidence);
  if (isLong(possible, expression) && !isLong(found, expression)) return cannotTell([`${measurement.name}: a result is not exact`], evidence);
  return no(evidence.length > 0 ? evidence : [searched(snapshot, measurement.loinc.length > 0 ? measurement.loinc : [measurement.name], ['Observation', 'DocumentReference'], monthsBefore(snapshot.asOf.day, withinMonths))]);
}

/** The newest three and the oldest tell the course; a hospital stay may hold hundreds. */
function citing(readings: readonly Reading[]): Reading['evidence'] {
  return readings.filter((_, n) => n < 3 || n === readings.length - 1).flatMap((reading) => reading.evidence);
}

interface Judged {
  readonly reading: Reading;
  readonly passes: Answer;
}

function judge(readings: readonly Reading[], test: Test): readonly Judged[] {
  const ofDay = answersByDay(readings, test);
  return readings.map((reading) => ({ reading, passes: ofDay.get(reading.at.day) ?? 'cannot-tell' }));
}

/** A day counts only where all its results pass: a repeat on the same day, or a second formula, may take the first back. */
function answersByDay(readings: readonly Reading[], test: Test): ReadonlyMap<number, Answer> {
  const answers = new Map<number, Answer>();
  for (const { at, value, comparator } of readings) {
    const answer = compare(value, comparator, test);
    const before = answers.get(at.day) ?? 'yes';
    answers.set(at.day, answer === 'no' || before === 'no' ? 'no' : answer === 'yes' ? before : answer);
  }
  return answers;
}

/** The results that count, one an occasion, newest first. */
function run(judged: readonly Judged[], { unbroken }: PersistentExpression, counted: readonly Answer[]): readonly Reading[] {
  const broken = judged.findIndex(({ passes }) => !counted.includes(passes));
  const considered = unbroken && broken >= 0 ? judged.slice(0, broken) : judged.filter(({ passes }) => counted.includes(passes));
  const occasions: Reading[] = [];
  for (const { reading } of considered) {
    const last = occasions.at(-1);
    if (!last || daysApart(last.at, reading.at) > 0) occasions.push(reading);
  }
  return occasions;
}

function isLong(occasions: readonly Reading[], { results, apartDays }: PersistentExpression): boolean {
  const [newest] = occasions;
  const oldest = occasions.at(-1);
  return newest !== undefined && oldest !== undefined && occasions.length >= results && daysApart(newest.at, oldest.at) >= apartDays;
}
