import type { Snapshot } from '../index-chart.ts';
import type { AgeBetweenExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { ageOn, monthsOn } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function ageBetween(atLeast: number | null, below: number | null, unit: 'years' | 'months' = 'years'): AgeBetweenExpression {
  return { op: 'age-between', unit, atLeast, below };
}

/** Completed years or months as of the encounter; a birth date of which only the year is known may leave it open. */
export function evaluateAgeBetween({ unit, atLeast, below }: AgeBetweenExpression, { chart, asOf }: Snapshot): Verdict {
  const { birthDate, source } = chart.patient;
  const age = birthDate === null ? null : unit === 'years' ? ageOn(asOf.day, birthDate) : monthsOn(asOf.day, birthDate);
  if (age === null || birthDate === null) return cannotTell(['the date of birth is not known']);
  const evidence = [{
    kind: 'fact' as const, resource: source.reference, version: source.version, code: 'birthDate', label: `Age in ${unit}`,
    value: age.least === age.most ? age.least : `${age.least}–${age.most}`, date: chart.asOf,
  }];
  const least = atLeast ?? -Infinity;
  const limit = below ?? Infinity;
  if (age.least >= least && age.most < limit) return yes(evidence);
  if (age.most < least || age.least >= limit) return no(evidence);
  return cannotTell([`the date of birth (${birthDate}) is not exact enough`], evidence);
}
