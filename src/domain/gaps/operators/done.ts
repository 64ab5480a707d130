import type { DoneExpression } from './expression.ts';

export function done(name: string, of: Pick<DoneExpression, 'codes' | 'words' | 'kinds' | 'withinMonths'> & Partial<Pick<DoneExpression, 'except' | 'times'>>): DoneExpression {
  return { op: 'done', name, except: [], times: 1, ...of };
}
