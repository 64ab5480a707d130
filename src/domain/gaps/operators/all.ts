import type { AllExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, distinct, no, yes } from './verdict.ts';

export function all(...of: readonly Expression[]): AllExpression {
  return { op: 'all', of };
}

/** One no decides; else one cannot-tell does (Kleene). */
export function evaluateAll(verdicts: readonly Verdict[]): Verdict {
  const against = verdicts.find((verdict) => verdict.answer === 'no');
  if (against) return no(against.evidence);
  const evidence = distinct(verdicts.flatMap((verdict) => verdict.evidence));
  const unknown = verdicts.filter((verdict) => verdict.answer === 'cannot-tell');
  return unknown.length > 0 ? cannotTell(unknown.flatMap((verdict) => verdict.why), evidence) : yes(evidence);
}
