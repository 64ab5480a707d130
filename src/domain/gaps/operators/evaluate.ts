import type { Snapshot } from '../index-chart.ts';
import type { Expression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { evaluateAgeAtLeast } from './age-at-least.ts';
import { evaluateAgeBetween } from './age-between.ts';
import { evaluateAll } from './all.ts';
import { evaluateAny } from './any.ts';
import { evaluateAssessed } from './assessed.ts';
import { evaluateAtLeastOf } from './at-least-of.ts';
import { evaluateCannotTellWhere } from './cannot-tell-where.ts';
import { evaluateChange } from './change.ts';
import { evaluateCount } from './count.ts';
import { evaluateDeclined } from './declined.ts';
import { evaluateDocumentedInNotes } from './documented-in-notes.ts';
import { evaluateDone } from './done.ts';
import { evaluateDoses } from './doses.ts';
import { evaluateHasActive } from './has-active.ts';
import { evaluateInMonths } from './in-months.ts';
import { evaluateLatest } from './latest.ts';
import { evaluateLatestSays } from './latest-says.ts';
import { evaluateMeasuredThisVisit } from './measured-this-visit.ts';
import { evaluateNewestVisit } from './newest-visit.ts';
import { evaluateNot } from './not.ts';
import { evaluateNoteContradictsItself } from './note-contradicts-itself.ts';
import { evaluateNoted } from './noted.ts';
import { evaluateOrderedThisVisit } from './ordered-this-visit.ts';
import { evaluatePersistent } from './persistent.ts';
import { evaluateProvidersDisagree } from './providers-disagree.ts';
import { evaluateSettingIs } from './setting-is.ts';
import { evaluateSexIs } from './sex-is.ts';
import { evaluateStatedInNotes } from './stated-in-notes.ts';
import { evaluateTaking } from './taking.ts';
import { evaluateTwoVisits } from './two-visits.ts';

const KEPT = new WeakMap<Snapshot, Map<Expression, Verdict>>();

/** What the expression means for this chart: yes, no or cannot tell, with the evidence. Worked out once for a snapshot, however many rules ask it. */
export function evaluate(expression: Expression, snapshot: Snapshot): Verdict {
  const answers = KEPT.get(snapshot) ?? new Map<Expression, Verdict>();
  if (answers.size === 0) KEPT.set(snapshot, answers);
  const known = answers.get(expression);
  if (known) return known;
  const verdict = answer(expression, snapshot);
  answers.set(expression, verdict);
  return verdict;
}

function answer(expression: Expression, snapshot: Snapshot): Verdict {
  const part = (inner: Expression): Verdict => evaluate(inner, snapshot);
  switch (expression.op) {
    case 'all': return evaluateAll(expression, part);
    case 'any': return evaluateAny(expression, part);
    case 'not': return evaluateNot(part(expression.of));
    case 'at-least-of': return evaluateAtLeastOf(expression, part);
    case 'cannot-tell-where': return evaluateCannotTellWhere(expression, part);
    case 'age-at-least': return evaluateAgeAtLeast(expression, snapshot);
    case 'age-between': return evaluateAgeBetween(expression, snapshot);
    case 'sex-is': return evaluateSexIs(expression, snapshot);
    case 'setting-is': return evaluateSettingIs(expression, snapshot);
    case 'in-months': return evaluateInMonths(expression, snapshot);
    case 'has-active': return evaluateHasActive(expression, snapshot);
    case 'assessed': return evaluateAssessed(expression, snapshot);
    case 'latest': return evaluateLatest(expression, snapshot);
    case 'latest-says': return evaluateLatestSays(expression, snapshot);
    case 'persistent': return evaluatePersistent(expression, snapshot);
    case 'count': return evaluateCount(expression, snapshot);
    case 'measured-this-visit': return evaluateMeasuredThisVisit(expression, snapshot);
    case 'change': return evaluateChange(expression, snapshot);
    case 'newest-visit': return evaluateNewestVisit(expression, snapshot);
    case 'two-visits': return evaluateTwoVisits(expression, snapshot);
    case 'documented-in-notes': return evaluateDocumentedInNotes(expression, snapshot);
    case 'noted': return evaluateNoted(expression, snapshot);
    case 'stated-in-notes': return evaluateStatedInNotes(expression, snapshot);
    case 'taking': return evaluateTaking(expression, snapshot);
    case 'ordered-this-visit': return evaluateOrderedThisVisit(expression, snapshot);
    case 'done': return evaluateDone(expression, snapshot);
    case 'doses': return evaluateDoses(expression, snapshot);
    case 'declined': return evaluateDeclined(expression, snapshot);
    case 'providers-disagree': return evaluateProvidersDisagree(expression, snapshot);
    case 'note-contradicts-itself': return evaluateNoteContradictsItself(expression, snapshot);
  }
}
