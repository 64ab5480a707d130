import type { Expression, NotExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function not(of: Expression): NotExpression {
  return { op: 'not', of };
}

/** Not of unknown is unknown (Kleene). */
export function evaluateNot(verdict: Verdict): Verdict {
  switch (verdict.answer) {
    case 'yes': return no(verdict.evidence);
    case 'no': return yes(verdict.evidence);
    case 'cannot-tell': return cannotTell(verdict.why, verdict.evidence);
  }
}
