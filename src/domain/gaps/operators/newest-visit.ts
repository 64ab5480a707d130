import type { Snapshot } from '../index-chart.ts';
import type { NewestVisitExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { compare } from './compare.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { monthsBefore } from './time.ts';
import { byVisit, lowestOf, officeReadings } from './two-visits.ts';
import { cannotTell, no, yes } from './verdict.ts';

/** Where pain and illness raise a reading, it does not count: emergency, observation and inpatient stays. */
export function atNewestOfficeVisit(withinMonths: number, ...allOf: NewestVisitExpression['allOf']): NewestVisitExpression {
  return { op: 'newest-visit', withinMonths, allOf };
}

/** A repeat after rest takes the first back. A reading in doubt counts only where it may be of this visit or a newer one. */
export function evaluateNewestVisit({ withinMonths, allOf }: NewestVisitExpression, snapshot: Snapshot): Verdict {
  const { readings, doubts } = officeReadings({ withinMonths, anyOf: allOf }, snapshot);
  const newest = byVisit(readings).map((visit) => lowestOf(visit, allOf)).find((lowest) => lowest.length === allOf.length);
  const evidence = newest?.flatMap(({ reading }) => reading.evidence) ?? [];
  const day = newest?.[0]?.reading.at.day ?? -Infinity;
  const missing = day === snapshot.asOf.day ? [] : unread(snapshot, 'Observation', [...new Set(allOf.map(({ measurement }) => measurement.category))]);
  if (missing.length > 0) return cannotTell(missing, evidence);
  const newer = doubts.find(({ at }) => at === null || at.day > day);
  const doubt = newer ?? doubts.find(({ at }) => at?.day === day);
  const answers = newest?.map(({ reading, part }) => compare(reading.value, reading.comparator, part.test)) ?? [];
  if (newest && answers.every((answer) => answer === 'yes') && !newer) return yes(evidence);
  if (doubt) return cannotTell([doubt.unusable], [...evidence, ...doubt.evidence]);
  if (!newest) return no([searched(snapshot, allOf.flatMap(({ measurement }) => measurement.loinc), ['Observation', 'DocumentReference'], monthsBefore(snapshot.asOf.day, withinMonths))]);
  return answers.includes('no') ? no(evidence) : cannotTell(['a reading is not exact'], evidence);
}
