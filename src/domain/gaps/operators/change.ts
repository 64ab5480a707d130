import type { ChangeExpression, Measurement } from './expression.ts';

export function change(measurement: Measurement, direction: ChangeExpression['direction'], of: Pick<ChangeExpression, 'withinDays'> & Partial<Pick<ChangeExpression, 'by' | 'times' | 'baseline'>>): ChangeExpression {
  return { op: 'change', measurement, direction, by: null, times: null, baseline: true, ...of };
}
