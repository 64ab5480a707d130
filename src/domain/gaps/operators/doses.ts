import type { DosesExpression } from './expression.ts';

export function doses(name: string, of: Pick<DosesExpression, 'cvx' | 'words' | 'atLeast'> & Partial<Pick<DosesExpression, 'fromAgeDays' | 'withinMonths'>>): DosesExpression {
  return { op: 'doses', name, fromAgeDays: null, withinMonths: null, ...of };
}
