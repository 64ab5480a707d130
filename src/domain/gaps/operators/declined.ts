import type { DeclinedExpression } from './expression.ts';

export function declined(name: string, words: readonly string[], withinMonths = 12): DeclinedExpression {
  return { op: 'declined', name, words, withinMonths };
}
