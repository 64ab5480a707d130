import type { SexIsExpression } from './expression.ts';

export function sexIs(sex: 'female' | 'male'): SexIsExpression {
  return { op: 'sex-is', sex };
}
