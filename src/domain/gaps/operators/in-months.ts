import type { Snapshot } from '../index-chart.ts';
import type { InMonthsExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { civilDate } from './time.ts';
import { no, yes } from './verdict.ts';

export function inMonths(from: number, through: number): InMonthsExpression {
  return { op: 'in-months', from, through };
}

/** By the day of the encounter, as every window is. */
export function evaluateInMonths({ from, through }: InMonthsExpression, { chart, asOf }: Snapshot): Verdict {
  const { month } = civilDate(asOf.day);
  const holds = from <= through ? month >= from && month <= through : month >= from || month <= through;
  const { source } = chart.encounter;
  const evidence = [{ kind: 'fact' as const, resource: source.reference, version: source.version, code: 'period', label: 'Day of the encounter', date: chart.asOf }];
  return holds ? yes(evidence) : no(evidence);
}
