import type { IndexedValue, Snapshot } from '../index-chart.ts';
import type { LatestExpression, Measurement, Test } from './expression.ts';
import type { Reading, UnusableReading } from './series.ts';
import type { TestBuilder } from './testing.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { evidenceOf, searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, computedReading, readingOf, unsignedValues } from './series.ts';
import { testing } from './testing.ts';
import { monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function latest(measurement: Measurement, withinMonths: number): TestBuilder<LatestExpression> {
  return testing((test) => ({ op: 'latest', measurement, withinMonths, test }));
}

/**
 * The newest result of the window; it is only the newest when all were read. Several at the same time must all pass.
 * An earlier result that passes too is cited beside it, as the trend.
 */
export function evaluateLatest({ measurement, withinMonths, test }: LatestExpression, snapshot: Snapshot): Verdict {
  const values = chartedValues(snapshot, measurement, withinMonths);
  const newest = values.filter((value) => sameTime(value, values[0])).map((value) => readingOf(snapshot, measurement, value));
  const readings = newest.length > 0 ? newest : [computedReading(snapshot, measurement, withinMonths)].filter((reading) => reading !== null);
  const evidence = readings.flatMap((reading) => reading.evidence);
  const missing = readings.some((reading) => isOfToday(reading, snapshot)) ? [] : unread(snapshot, 'Observation', [measurement.category]);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const unsigned = readings.length === 0 ? unsignedValues(snapshot, measurement, withinMonths) : [];
  if (unsigned.length > 0) return cannotTell([`${measurement.name}: only a note that is not signed yet tells it`], unsigned.map((value) => evidenceOf(value, measurement.name)));
  if (readings.length === 0) return no([searched(snapshot, whatOf(measurement), ['Observation', 'DocumentReference'], monthsBefore(snapshot.asOf.day, withinMonths))]);
  const answers = readings.map((reading) => ('unusable' in reading ? 'cannot-tell' : compare(reading.value, reading.comparator, test)));
  if (answers.includes('no')) return no(evidence);
  if (answers.includes('cannot-tell')) return cannotTell(readings.map((reading) => whyNot(reading, measurement)), evidence);
  return yes([...evidence, ...trend(snapshot, values.slice(newest.length), measurement, test)]);
}

/** Told by this visit's note as of its own day: nothing that was not read can be newer. */
function isOfToday(reading: Reading | UnusableReading, { asOf }: Snapshot): boolean {
  return 'told' in reading && reading.told !== null && !reading.told.approximate && reading.at.day === asOf.day;
}

function sameTime(value: IndexedValue, newest: IndexedValue | undefined): boolean {
  if (!newest || value.at?.day !== newest.at?.day) return false;
  return value.at === null || value.at.minute === null || newest.at === null || value.at.minute === newest.at.minute;
}

function whatOf({ name, loinc, computedFrom }: Measurement): readonly string[] {
  if (loinc.length === 0) return [name];
  return computedFrom ? [...loinc, ...computedFrom.weight.loinc, ...computedFrom.height.loinc] : loinc;
}

function whyNot(reading: Reading | UnusableReading, { name }: Measurement): string {
  return 'unusable' in reading ? reading.unusable : `${name}: the result is only known to be ${reading.comparator}${reading.value}`;
}

function trend(snapshot: Snapshot, earlier: readonly IndexedValue[], measurement: Measurement, test: Test): Reading['evidence'] {
  const [before] = earlier;
  if (!before) return [];
  const reading = readingOf(snapshot, measurement, before);
  return !('unusable' in reading) && compare(reading.value, reading.comparator, test) === 'yes' ? reading.evidence : [];
}
