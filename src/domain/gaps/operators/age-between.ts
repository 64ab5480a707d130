import type { AgeBetweenExpression } from './expression.ts';

export function ageBetween(atLeast: number | null, below: number | null, unit: 'years' | 'months' = 'years'): AgeBetweenExpression {
  return { op: 'age-between', unit, atLeast, below };
}
