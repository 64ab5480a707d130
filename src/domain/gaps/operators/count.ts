import type { Answer } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { CountExpression, Measurement } from './expression.ts';
import type { Reading } from './series.ts';
import type { TestBuilder } from './testing.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, sortOut } from './series.ts';
import { testing } from './testing.ts';
import { monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function count(measurement: Measurement, of: Pick<CountExpression, 'withinMonths' | 'results'> & Partial<Pick<CountExpression, 'ofLast' | 'apartDays'>>): TestBuilder<CountExpression> {
  return testing((test) => ({ op: 'count', measurement, ofLast: null, apartDays: 1, ...of, test }));
}

/** A day counts once, and only where all its results pass: a repeat on the same day takes the first back. */
export function evaluateCount(expression: CountExpression, snapshot: Snapshot): Verdict {
  const { measurement, withinMonths, results, ofLast } = expression;
  const { readings, doubts } = sortOut(snapshot, measurement, chartedValues(snapshot, measurement, withinMonths));
  const days = byDay(readings, expression).slice(0, ofLast ?? undefined);
  const missing = unread(snapshot, 'Observation', [measurement.category]);
  const unsure = ofLast !== null && missing.length + doubts.length > 0;
  const found = apart(days.filter(({ passes }) => passes === 'yes'), expression);
  if (found.length >= results && !unsure) return yes(found.slice(0, Math.max(results, CITED)).flatMap(({ evidence }) => evidence));
  const evidence = days.slice(0, CITED).flatMap((day) => day.evidence);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const possible = apart(days.filter(({ passes }) => passes !== 'no'), expression).length;
  if (doubts.length > 0 && possible + doubts.length >= results) return cannotTell([...new Set(doubts.map((doubt) => doubt.unusable))], evidence);
  if (possible >= results && found.length < results) return cannotTell([`${measurement.name}: a result is not exact`], evidence);
  if (found.length >= results) return yes(found.slice(0, Math.max(results, CITED)).flatMap((day) => day.evidence));
  return no(evidence.length > 0 ? evidence : [searched(snapshot, measurement.loinc.length > 0 ? measurement.loinc : [measurement.name], ['Observation', 'DocumentReference'], monthsBefore(snapshot.asOf.day, withinMonths))]);
}

const CITED = 3;

interface Day {
  readonly day: number;
  readonly passes: Answer;
  readonly evidence: Reading['evidence'];
}

/** Newest first. */
function byDay(readings: readonly Reading[], { test }: CountExpression): readonly Day[] {
  const days = new Map<number, Day>();
  for (const { at, value, comparator, evidence } of readings) {
    const answer = compare(value, comparator, test);
    const before = days.get(at.day);
    const passes = answer === 'no' || before?.passes === 'no' ? 'no' : before?.passes === 'cannot-tell' ? 'cannot-tell' : answer;
    days.set(at.day, { day: at.day, passes, evidence: before ? before.evidence : evidence });
  }
  return [...days.values()].toSorted((a, b) => b.day - a.day);
}

/** As many as stand at least `apartDays` from the one counted before, from the newest back: no other choice gives more. */
function apart(days: readonly Day[], { apartDays }: CountExpression): readonly Day[] {
  const counted: Day[] = [];
  for (const day of days) {
    const last = counted.at(-1);
    if (!last || last.day - day.day >= apartDays) counted.push(day);
  }
  return counted;
}
