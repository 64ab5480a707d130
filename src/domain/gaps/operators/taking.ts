import type { TakingExpression } from './expression.ts';

export function taking(name: string, drugs: readonly string[], of: Partial<Pick<TakingExpression, 'except' | 'forDays'>> = {}): TakingExpression {
  return { op: 'taking', name, drugs, except: [], forDays: null, ...of };
}
