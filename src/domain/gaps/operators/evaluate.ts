import type { Snapshot } from '../index-chart.ts';
import type { Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { evaluateAgeAtLeast } from './age-at-least.ts';
import { evaluateAll } from './all.ts';
import { evaluateAny } from './any.ts';
import { evaluateDocumentedInNotes } from './documented-in-notes.ts';
import { evaluateHasActive } from './has-active.ts';
import { evaluateLatest } from './latest.ts';
import { evaluateNot } from './not.ts';
import { evaluateOrderedThisVisit } from './ordered-this-visit.ts';
import { evaluatePersistent } from './persistent.ts';
import { evaluateSettingIs } from './setting-is.ts';
import { evaluateStatedInNotes } from './stated-in-notes.ts';
import { evaluateTwoVisits } from './two-visits.ts';

/** What the expression means for this chart: yes, no or cannot tell, with the evidence. */
export function evaluate(expression: Expression, snapshot: Snapshot): Verdict {
  switch (expression.op) {
    case 'all': return evaluateAll(expression.of.map((part) => evaluate(part, snapshot)));
    case 'any': return evaluateAny(expression.of.map((part) => evaluate(part, snapshot)));
    case 'not': return evaluateNot(evaluate(expression.of, snapshot));
    case 'age-at-least': return evaluateAgeAtLeast(expression, snapshot);
    case 'setting-is': return evaluateSettingIs(expression, snapshot);
    case 'has-active': return evaluateHasActive(expression, snapshot);
    case 'latest': return evaluateLatest(expression, snapshot);
    case 'persistent': return evaluatePersistent(expression, snapshot);
    case 'two-visits': return evaluateTwoVisits(expression, snapshot);
    case 'documented-in-notes': return evaluateDocumentedInNotes(expression, snapshot);
    case 'stated-in-notes': return evaluateStatedInNotes(expression, snapshot);
    case 'ordered-this-visit': return evaluateOrderedThisVisit(expression, snapshot);
  }
}
