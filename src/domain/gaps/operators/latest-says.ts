import type { Snapshot } from '../index-chart.ts';
import type { LatestSaysExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { chartEvents, eventFact } from '../lookup/chart-events.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { holdsTerm } from './terms.ts';
import { daysOf, monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function latestSays(name: string, of: Pick<LatestSaysExpression, 'loinc' | 'answers' | 'withinMonths'>): LatestSaysExpression {
  return { op: 'latest-says', name, ...of };
}

/** Newest by its day; one without a day is not the newest of anything, and is not forgotten. */
export function evaluateLatestSays({ name, loinc, answers, withinMonths }: LatestSaysExpression, snapshot: Snapshot): Verdict {
  const { asOf, zone } = snapshot;
  const from = monthsBefore(asOf.day, withinMonths);
  const events = chartEvents(snapshot, 'Observation');
  const results = [...new Set(loinc.flatMap((code) => events.withCode(code)))]
    .filter(({ value, notDone }) => value !== null && !notDone)
    .map((event) => ({ event, day: event.date === null ? null : daysOf(event.date, zone) }));
  const [newest] = results.filter(({ day }) => day !== null && day.through >= from && day.from <= asOf.day)
    .toSorted((a, b) => (b.day?.from ?? 0) - (a.day?.from ?? 0) || ((a.event.date ?? '') < (b.event.date ?? '') ? 1 : -1));
  const missing = unread(snapshot, 'Observation');
  if (missing.length > 0) return cannotTell(missing, newest ? [eventFact(newest.event)] : []);
  if (newest) return holdsTerm(newest.event.value ?? '', answers) ? yes([eventFact(newest.event)]) : no([eventFact(newest.event)]);
  const undated = results.find(({ day }) => day === null);
  if (undated) return cannotTell([`${name}: the result has no date`], [eventFact(undated.event)]);
  return no([searched(snapshot, [name, ...loinc], ['Observation'], from)]);
}
