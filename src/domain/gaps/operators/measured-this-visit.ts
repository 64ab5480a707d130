import type { IndexedValue, Snapshot } from '../index-chart.ts';
import type { MeasuredThisVisitExpression, Measurement } from './expression.ts';
import type { TestBuilder } from './testing.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, sortOut } from './series.ts';
import { testing } from './testing.ts';
import { firstDayOf } from './this-visit.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function measuredThisVisit(measurement: Measurement, results = 1): TestBuilder<MeasuredThisVisitExpression> {
  return testing((test) => ({ op: 'measured-this-visit', measurement, results, test }));
}

/**
 * Results of the encounter's days. Blood is often drawn before an office visit that speaks of it: where its own day has no laboratory result of this name,
 * those of the newest day of the month before stand for it, unless another encounter took them.
 * Missing pages can only add results, so they never take a yes away.
 */
export function evaluateMeasuredThisVisit({ measurement, results, test }: MeasuredThisVisitExpression, snapshot: Snapshot): Verdict {
  const firstDay = firstDayOf(snapshot);
  const values = ofThisVisit(snapshot, measurement, firstDay);
  const { readings, doubts } = sortOut(snapshot, measurement, values);
  const answers = readings.map((reading) => ({ reading, passes: compare(reading.value, reading.comparator, test) }));
  const passing = answers.filter(({ passes }) => passes === 'yes');
  if (passing.length >= results) return yes(passing.slice(0, Math.max(results, CITED)).flatMap(({ reading }) => reading.evidence));
  const evidence = readings.slice(0, CITED).flatMap((reading) => reading.evidence);
  const missing = unread(snapshot, 'Observation', [measurement.category]);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const possible = answers.filter(({ passes }) => passes !== 'no').length + doubts.length;
  if (possible >= results) {
    return cannotTell([...new Set([...doubts.map((doubt) => doubt.unusable), ...(doubts.length === 0 ? [`${measurement.name}: a result is not exact`] : [])])], evidence);
  }
  return no(evidence.length > 0 ? evidence : [searched(snapshot, measurement.loinc.length > 0 ? measurement.loinc : [measurement.name], ['Observation', 'DocumentReference'], firstDay)]);
}

function ofThisVisit(snapshot: Snapshot, measurement: Measurement, firstDay: number): readonly IndexedValue[] {
  const { encounter } = snapshot.chart;
  const values = chartedValues(snapshot, measurement, null);
  const own = values.filter(({ at }) => at !== null && at.day >= firstDay);
  if (own.length > 0 || encounter.setting !== 'office' || measurement.category !== 'laboratory') return own;
  const newest = values.find(({ at }) => at !== null)?.at?.day ?? -Infinity;
  if (newest < firstDay - DRAWN_BEFORE) return [];
  return values.filter(({ at, fact }) => at?.day === newest && (fact === null || fact.encounter === null || fact.encounter === encounter.source.reference));
}

/** Days. */
const DRAWN_BEFORE = 31;

/** The newest, so that a long stay's hundreds are not all shown. */
const CITED = 3;
