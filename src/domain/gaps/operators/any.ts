import type { AnyExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, distinct, no, yes } from './verdict.ts';

export function any(...of: readonly Expression[]): AnyExpression {
  return { op: 'any', of };
}

/** One yes decides; else one cannot-tell does (Kleene). */
export function evaluateAny(verdicts: readonly Verdict[]): Verdict {
  const inFavour = verdicts.find((verdict) => verdict.answer === 'yes');
  if (inFavour) return yes(inFavour.evidence);
  const evidence = distinct(verdicts.flatMap((verdict) => verdict.evidence));
  const unknown = verdicts.filter((verdict) => verdict.answer === 'cannot-tell');
  return unknown.length > 0 ? cannotTell(unknown.flatMap((verdict) => verdict.why), evidence) : no(evidence);
}
