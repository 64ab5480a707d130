import type { ProvidersDisagreeExpression } from './expression.ts';

export function providersDisagree(): ProvidersDisagreeExpression {
  return { op: 'providers-disagree' };
}
