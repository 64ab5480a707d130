import type { CountExpression, Measurement } from './expression.ts';
import type { TestBuilder } from './testing.ts';
import { testing } from './testing.ts';

export function count(measurement: Measurement, of: Pick<CountExpression, 'withinMonths' | 'results'> & Partial<Pick<CountExpression, 'ofLast' | 'apartDays'>>): TestBuilder<CountExpression> {
  return testing((test) => ({ op: 'count', measurement, ofLast: null, apartDays: 1, ...of, test }));
}
