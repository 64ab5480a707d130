import type { NotedExpression } from './expression.ts';

export function noted(name: string, words: readonly string[], of: Partial<Omit<NotedExpression, 'op' | 'name' | 'words'>> = {}): NotedExpression {
  return { op: 'noted', name, words, beside: [], except: [], by: 'anyone', visit: 'this', is: 'affirmed', ...of };
}
