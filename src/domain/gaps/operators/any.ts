import type { AnyExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, distinct, no, yes } from './verdict.ts';

export function any(...of: readonly Expression[]): AnyExpression {
  return { op: 'any', of };
}

/** One yes decides, and what stands after it is not asked; else one cannot-tell does (Kleene). */
export function evaluateAny({ of }: AnyExpression, evaluate: (part: Expression) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  for (const part of of) {
    const verdict = evaluate(part);
    if (verdict.answer === 'yes') return yes(verdict.evidence);
    verdicts.push(verdict);
  }
  const evidence = distinct(verdicts.flatMap((verdict) => verdict.evidence));
  const unknown = verdicts.filter((verdict) => verdict.answer === 'cannot-tell');
  return unknown.length > 0 ? cannotTell(unknown.flatMap((verdict) => verdict.why), evidence) : no(evidence);
}
