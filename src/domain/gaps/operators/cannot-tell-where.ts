import type { CannotTellWhereExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell } from './verdict.ts';

export function cannotTellWhere(why: string, of: Expression): CannotTellWhereExpression {
  return { op: 'cannot-tell-where', why, of };
}

/** "Hysterectomy" without the cervix, "smoker" without pack-years: the record says something, and not enough. */
export function evaluateCannotTellWhere({ why, of }: CannotTellWhereExpression, evaluate: (part: Expression) => Verdict): Verdict {
  const verdict = evaluate(of);
  return verdict.answer === 'yes' ? cannotTell([why], verdict.evidence) : verdict;
}
