import type { Evidence, GapFinding, GapOutcome, Policy } from '../model/index.ts';
import type { Snapshot } from './index-chart.ts';
import type { GapRule } from './rule.ts';
import { CATALOGUE } from './catalogue.ts';
import { rulesOf } from './apply-policy.ts';
import { evaluate } from './operators/evaluate.ts';
import { distinct } from './operators/verdict.ts';

/** One finding a rule, whatever its outcome: of the catalogue as the site wants it, by the rules' `order`. */
export function findGaps(snapshot: Snapshot, policy: Policy, rules: readonly GapRule[] = CATALOGUE): readonly GapFinding[] {
  return rulesOf(policy, rules).map((rule) => find(rule, snapshot));
}

function find(rule: GapRule, snapshot: Snapshot): GapFinding {
  const { id, version, topic, kind, title, authority } = rule;
  return { rule: id, version, topic, kind, title, authority, ...conclude(rule, snapshot) };
}

interface Conclusion {
  readonly outcome: GapOutcome;
  readonly why: string;
  readonly evidence: readonly Evidence[];
}

/**
 * What is documented or done is met even where the rest cannot be told: whichever way that fell, nothing would be open.
 * Open only where scope, trigger and the missing answer are all certain. Where nothing triggers the rule, the notes need not be searched.
 */
function conclude(rule: GapRule, snapshot: Snapshot): Conclusion {
  const { says } = rule;
  const appliesTo = evaluate(rule.appliesTo, snapshot);
  if (appliesTo.answer === 'no') return { outcome: 'not-applicable', why: says.outOfScope, evidence: appliesTo.evidence };
  const trigger = evaluate(rule.trigger, snapshot);
  if (trigger.answer === 'no') return { outcome: 'not-applicable', why: says.notTriggered, evidence: trigger.evidence };
  const met = evaluate(rule.met, snapshot);
  const evidence = distinct([...trigger.evidence, ...met.evidence]);
  if (met.answer === 'yes') return { outcome: 'met', why: says.met, evidence };
  const doubts = new Set([...appliesTo.why, ...trigger.why, ...met.why]);
  if (doubts.size > 0) return { outcome: 'cannot-tell', why: `Cannot tell: ${[...doubts].join('; ')}.`, evidence };
  return { outcome: 'open', why: says.open, evidence };
}
