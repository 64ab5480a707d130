import type { AtLeastOfExpression, Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { cannotTell, distinct, no, yes } from './verdict.ts';

export function atLeastOf(count: number, ...of: readonly Expression[]): AtLeastOfExpression {
  return { op: 'at-least-of', count, of };
}

/** So many yes decide; what cannot be told counts where it could still make them so many (Kleene). */
export function evaluateAtLeastOf({ count, of }: AtLeastOfExpression, evaluate: (part: Expression) => Verdict): Verdict {
  const verdicts: Verdict[] = [];
  for (const [n, part] of of.entries()) {
    verdicts.push(evaluate(part));
    const inFavour = verdicts.filter(({ answer }) => answer === 'yes');
    if (inFavour.length >= count) return yes(distinct(inFavour.flatMap(({ evidence }) => evidence)));
    const possible = verdicts.filter(({ answer }) => answer !== 'no').length + of.length - n - 1;
    if (possible < count) return no(distinct(verdicts.filter(({ answer }) => answer === 'no').flatMap(({ evidence }) => evidence)));
  }
  return cannotTell(verdicts.flatMap(({ why }) => why), distinct(verdicts.flatMap(({ evidence }) => evidence)));
}
