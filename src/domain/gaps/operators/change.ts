import type { IndexedValue, Snapshot } from '../index-chart.ts';
import type { ChangeExpression, Measurement } from './expression.ts';
import type { Reading } from './series.ts';
import type { Verdict } from './verdict.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, sortOut } from './series.ts';
import { firstDayOf } from './this-visit.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function change(measurement: Measurement, direction: ChangeExpression['direction'], of: Pick<ChangeExpression, 'withinDays'> & Partial<Pick<ChangeExpression, 'by' | 'times' | 'baseline'>>): ChangeExpression {
  return { op: 'change', measurement, direction, by: null, times: null, baseline: true, ...of };
}

/**
 * An earlier and a later result, the later one of this encounter: at an office visit that is a dated earlier value.
 * Missing pages can only add results, so they never take a yes away.
 */
export function evaluateChange(expression: ChangeExpression, snapshot: Snapshot): Verdict {
  const { measurement, direction, withinDays } = expression;
  const firstDay = firstDayOf(snapshot);
  const window = chartedValues(snapshot, measurement, null, expression.baseline)
    .filter((value) => value.at === null || value.at.day >= firstDay - withinDays || isBaseline(value));
  const { readings, doubts } = sortOut(snapshot, measurement, window);
  const series = oldestFirst(readings);
  const pair = direction === 'either'
    ? furthest(series, firstDay, expression, 'rise') ?? furthest(series, firstDay, expression, 'fall')
    : furthest(series, firstDay, expression, direction);
  if (pair) return yes(pair.flatMap(({ evidence }) => evidence));
  const evidence = readings.slice(0, CITED).flatMap((reading) => reading.evidence);
  const missing = unread(snapshot, 'Observation', [measurement.category]);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const ofThisVisit = doubts.filter(({ at }) => at === null || at.day >= firstDay);
  if (doubts.length > 0 && readings.length + doubts.length >= 2 && (ofThisVisit.length > 0 || readings.some(({ at }) => at.day >= firstDay))) {
    return cannotTell([...new Set(doubts.map((doubt) => doubt.unusable))], evidence);
  }
  return no(evidence.length > 0 ? evidence : [searched(snapshot, measurement.loinc.length > 0 ? measurement.loinc : [measurement.name], ['Observation', 'DocumentReference'], firstDay - withinDays)]);
}

const CITED = 3;

function isBaseline(value: IndexedValue): boolean {
  return value.fact === null && value.baseline;
}

/** On one day, as the series orders them: newest first. */
function oldestFirst(readings: readonly Reading[]): readonly Reading[] {
  return readings.toReversed();
}

/**
 * The first later result of this encounter that is far enough from the lowest (for a fall: highest) before it, and that one.
 * One pass: those that a later, lower one outdoes can never be it.
 */
function furthest(series: readonly Reading[], firstDay: number, { withinDays, baseline, by, times }: ChangeExpression, direction: 'rise' | 'fall'): readonly [Reading, Reading] | null {
  const usual = baseline ? series.filter((reading) => reading.baseline) : [];
  const before: Reading[] = [];
  let first = 0;
  const isFurther = (a: Reading, b: Reading): boolean => (direction === 'rise' ? a.value <= b.value : a.value >= b.value);
  for (const later of series) {
    while (first < before.length && later.at.day - before[first]!.at.day > withinDays) first++;
    if (later.at.day >= firstDay && isKnownOf(later, direction === 'rise' ? '>' : '<')) {
      const earlier = [before[first], ...usual].find((one) => one !== undefined && one !== later && differs(one, later, direction, by, times));
      if (earlier) return [later, earlier];
    }
    if (!isKnownOf(later, direction === 'rise' ? '<' : '>')) continue;
    while (before.length > first && isFurther(later, before.at(-1)!)) before.pop();
    before.push(later);
  }
  return null;
}

/** ">5" is at least 5: enough for the higher of two, and nothing for the lower. */
function isKnownOf({ comparator }: Reading, side: '<' | '>'): boolean {
  return comparator === null || comparator.startsWith(side);
}

function differs(earlier: Reading, later: Reading, direction: 'rise' | 'fall', by: number | null, times: number | null): boolean {
  const [low, high] = direction === 'rise' ? [earlier.value, later.value] : [later.value, earlier.value];
  if (by !== null && sixDecimals(high - low) >= by) return true;
  return times !== null && high >= sixDecimals(low * times) && high > low;
}

/** 1.3 − 1.0 is 0.30000000000000004 to a machine, and 1.2 − 0.9 less than 0.3. */
function sixDecimals(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
