import type { AtLeastOfExpression, Expression } from './expression.ts';

export function atLeastOf(count: number, ...of: readonly Expression[]): AtLeastOfExpression {
  return { op: 'at-least-of', count, of };
}
