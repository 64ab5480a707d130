import type { MeasuredThisVisitExpression, Measurement } from './expression.ts';
import type { TestBuilder } from './testing.ts';
import { testing } from './testing.ts';

export function measuredThisVisit(measurement: Measurement, results = 1): TestBuilder<MeasuredThisVisitExpression> {
  return testing((test) => ({ op: 'measured-this-visit', measurement, results, test }));
}
