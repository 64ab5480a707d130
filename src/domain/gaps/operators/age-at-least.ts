import type { AgeAtLeastExpression } from './expression.ts';
import type { Snapshot } from '../index-chart.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, no, yes } from './verdict.ts';
import { ageOn } from './time.ts';

export function ageAtLeast(years: number): AgeAtLeastExpression {
  return { op: 'age-at-least', years };
}

/** Completed years as of the encounter; a birth date of which only the year is known may leave it open. */
export function evaluateAgeAtLeast({ years }: AgeAtLeastExpression, { chart, asOf }: Snapshot): Verdict {
  const { birthDate, source } = chart.patient;
  const age = birthDate === null ? null : ageOn(asOf.day, birthDate);
  if (age === null || birthDate === null) return cannotTell(['the date of birth is not known']);
  const evidence = [{
    kind: 'fact' as const, resource: source.reference, version: source.version, code: 'birthDate', label: 'Age in years',
    value: age.least === age.most ? age.least : `${age.least}–${age.most}`, date: chart.asOf,
  }];
  if (age.least >= years) return yes(evidence);
  if (age.most < years) return no(evidence);
  return cannotTell([`the date of birth (${birthDate}) is not exact enough`], evidence);
}
