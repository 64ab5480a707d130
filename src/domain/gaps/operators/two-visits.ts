import type { Answer } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';
import type { TwoVisitsExpression } from './expression.ts';
import type { Reading, UnusableReading } from './series.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { chartedValues, sortOut } from './series.ts';
import { daysApart, momentOf, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

/** Readings of emergency, observation and inpatient stays do not count: pain and illness raise them. */
export function atTwoOfficeVisits(withinMonths: number, ...anyOf: TwoVisitsExpression['anyOf']): TwoVisitsExpression {
  return { op: 'two-visits', withinMonths, anyOf };
}

/**
 * At each visit the lowest reading of a kind counts, since a repeat after rest takes the first back.
 * The newest visit must pass, so that a matter since resolved is not asked about.
 */
export function evaluateTwoVisits(expression: TwoVisitsExpression, snapshot: Snapshot): Verdict {
  const { withinMonths, anyOf } = expression;
  const { readings, doubts } = officeReadings(expression, snapshot);
  const visits = byVisit(readings).map((visit) => judge(visit, expression));
  const evidence = visits.slice(0, NEWEST).flatMap((visit) => visit.evidence);
  const missing = unread(snapshot, 'Observation', [...new Set(anyOf.map(({ measurement }) => measurement.category))]);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const sure = twoOf(visits, ['yes']);
  if (sure && !doubts.some((doubt) => mightTakeBack(doubt, sure))) return yes(sure.flatMap((visit) => visit.evidence));
  const possible = visits.filter((visit) => visit.passes !== 'no').length;
  if (doubts.length > 0 && possible + doubts.length >= 2) return cannotTell([...new Set(doubts.map((doubt) => doubt.unusable))], evidence);
  if (!sure && twoOf(visits, ['yes', 'cannot-tell'])) return cannotTell(['a reading is not exact'], evidence);
  if (visits.length > 0) return no(evidence);
  return no([searched(snapshot, anyOf.flatMap(({ measurement }) => measurement.loinc), ['Observation'], monthsBefore(snapshot.asOf.day, withinMonths))]);
}

/** Visits that are cited where the answer is not yes. */
const NEWEST = 3;

export interface VisitReading {
  readonly reading: Reading;
  readonly part: TwoVisitsExpression['anyOf'][number];
}

interface Visit {
  readonly at: Reading['at'];
  readonly passes: Answer;
  readonly evidence: Reading['evidence'];
}

/** Readings of office visits within the window, and what is in doubt; both newest first for each kind. */
export function officeReadings({ anyOf, withinMonths }: Pick<TwoVisitsExpression, 'anyOf' | 'withinMonths'>, snapshot: Snapshot): { readonly readings: readonly VisitReading[]; readonly doubts: readonly UnusableReading[] } {
  const stays = otherStays(snapshot);
  const readings: VisitReading[] = [];
  const doubts: UnusableReading[] = [];
  for (const part of anyOf) {
    const sorted = sortOut(snapshot, part.measurement, chartedValues(snapshot, part.measurement, withinMonths));
    doubts.push(...sorted.doubts);
    for (const reading of sorted.readings) {
      if (reading.told?.atHome) continue;
      const place = placeOf(reading, snapshot, stays);
      if (place === 'office') readings.push({ reading, part });
      if (place === 'unknown') doubts.push({ unusable: 'the encounter of a reading was not read, so its setting is not known', at: reading.at, evidence: reading.evidence });
    }
  }
  return { readings, doubts };
}

interface Stay {
  readonly from: number;
  readonly through: number;
}

function otherStays({ encounters, zone }: Snapshot): readonly Stay[] {
  return [...encounters.values()].filter((encounter) => encounter.setting !== 'office' && encounter.start !== null).flatMap((encounter) => {
    const from = momentOf(encounter.start ?? '', zone);
    const through = encounter.end === null ? null : momentOf(encounter.end, zone);
    return from ? [{ from: from.day, through: through?.day ?? Infinity }] : [];
  });
}

/** A reading that names no encounter counts as the office's, unless it falls on the days of another stay. */
function placeOf({ encounter, at }: Reading, { encounters }: Snapshot, stays: readonly Stay[]): 'office' | 'elsewhere' | 'unknown' {
  if (encounter === null) return stays.some((stay) => stay.from <= at.day && at.day <= stay.through) ? 'elsewhere' : 'office';
  const known = encounters.get(encounter);
  if (!known) return 'unknown';
  return known.setting === 'office' ? 'office' : 'elsewhere';
}

/** Newest visit first. One calendar day is one visit. */
export function byVisit(readings: readonly VisitReading[]): readonly (readonly VisitReading[])[] {
  const visits = new Map<number, VisitReading[]>();
  for (const entry of readings) {
    const visit = visits.get(entry.reading.at.day);
    if (visit) visit.push(entry);
    else visits.set(entry.reading.at.day, [entry]);
  }
  return [...visits.entries()].toSorted(([a], [b]) => b - a).map(([, visit]) => visit);
}

function judge(visit: readonly VisitReading[], { anyOf }: TwoVisitsExpression): Visit {
  const lowest = lowestOf(visit, anyOf);
  const answers = lowest.map(({ part, reading }) => compare(reading.value, reading.comparator, part.test));
  return {
    at: visit[0]?.reading.at ?? { day: 0, minute: null },
    passes: answers.includes('yes') ? 'yes' : answers.includes('cannot-tell') ? 'cannot-tell' : 'no',
    evidence: lowest.flatMap(({ reading }) => reading.evidence),
  };
}

/** The lowest reading of each kind that the visit has. */
export function lowestOf(visit: readonly VisitReading[], parts: TwoVisitsExpression['anyOf']): readonly VisitReading[] {
  return parts.flatMap((part) => {
    const [first, ...rest] = visit.filter((entry) => entry.part === part).map((entry) => entry.reading);
    return first ? [{ part, reading: rest.reduce((low, next) => (next.value < low.value ? next : low), first) }] : [];
  });
}

function twoOf(visits: readonly Visit[], counted: readonly Answer[]): readonly [Visit, Visit] | null {
  const [newest, ...earlier] = visits;
  if (!newest || !counted.includes(newest.passes)) return null;
  const other = earlier.find((visit) => counted.includes(visit.passes) && daysApart(visit.at, newest.at) > 0);
  return other ? [newest, other] : null;
}

/** A reading in doubt may be a lower one of the same visit, or a newer visit's. */
function mightTakeBack({ at }: UnusableReading, [newest, earlier]: readonly [Visit, Visit]): boolean {
  return at === null || at.day >= newest.at.day || at.day === earlier.at.day;
}
