import type { AllExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, distinct, no, yes } from './verdict.ts';

export function all(...of: readonly Expression[]): AllExpression {
  return { op: 'all', of };
}

/** One no decides, and what stands after it is not asked; else one cannot-tell does (Kleene). */
export function evaluateAll({ of }: AllExpression, evaluate: (part: Expression) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  for (const part of of) {
    const verdict = evaluate(part);
    if (verdict.answer === 'no') return no(verdict.evidence);
    verdicts.push(verdict);
  }
  const evidence = distinct(verdicts.flatMap((verdict) => verdict.evidence));
  const unknown = verdicts.filter((verdict) => verdict.answer === 'cannot-tell');
  return unknown.length > 0 ? cannotTell(unknown.flatMap((verdict) => verdict.why), evidence) : yes(evidence);
}
