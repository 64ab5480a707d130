import type { AssessedExpression, CodeGroup } from './expression.ts';

/** Statuses of notes that count; charted codes of this encounter always do. */
export function assessed(group: CodeGroup, statuses: AssessedExpression['statuses'] = ['present']): AssessedExpression {
  return { op: 'assessed', group, statuses };
}
