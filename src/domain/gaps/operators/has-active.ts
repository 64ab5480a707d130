import type { ClaimFact, FactEvidence } from '../../model/index.ts';
import type { IndexedCondition, Snapshot } from '../index-chart.ts';
import type { CodeGroup, HasActiveExpression } from './expression.ts';
import type { Verdict } from './verdict.ts';
import { dotted, undotted } from '../../coding/tabular.ts';
import { searched } from './evidence.ts';
import { unread } from './read-status.ts';
import { holdsCode, holdsWords } from './terms.ts';
import { monthsBefore } from './time.ts';
import { cannotTell, no, yes } from './verdict.ts';

export function hasActive(group: CodeGroup, withinMonths: number | null = null): HasActiveExpression {
  return { op: 'has-active', group, withinMonths };
}

/**
 * A diagnosis anywhere in the chart: problem list, an encounter's diagnosis, a claim. It answers whether a provider has said so,
 * not whether it may be coded for this visit.
 */
export function evaluateHasActive({ group, withinMonths }: HasActiveExpression, snapshot: Snapshot): Verdict {
  const from = withinMonths === null ? null : monthsBefore(snapshot.asOf.day, withinMonths);
  const found = snapshot.conditions.find((condition) => isActive(condition) && isIn(condition, group) && !isBefore(condition, from));
  if (found) return yes([conditionFact(found)]);
  const claimed = withinMonths === null ? onClaim(snapshot.chart.claims, group) : null;
  if (claimed) return yes([claimed]);
  const missing = unread(snapshot, 'Condition', ['encounter-diagnosis', 'problem-list-item']);
  if (missing.length > 0) return cannotTell(missing);
  return no([searched(snapshot, group.icd10, ['Condition'], from)]);
}

/** The machine's own unconfirmed proposals are no provider's word. */
export function isActive({ fact }: IndexedCondition): boolean {
  if (fact.clinicalStatus === 'inactive' || fact.clinicalStatus === 'resolved') return false;
  if (fact.verificationStatus === 'refuted' || fact.verificationStatus === 'entered-in-error') return false;
  return !(fact.machineAsserted && fact.verificationStatus !== 'confirmed');
}

export function isIn({ icd10, words }: IndexedCondition, group: CodeGroup): boolean {
  return icd10.length > 0 ? holdsCode(icd10, group) : holdsWords(words, group);
}

function isBefore({ at }: IndexedCondition, from: number | null): boolean {
  return from !== null && at !== null && at.day < from;
}

export function conditionFact({ fact, icd10, words }: IndexedCondition): FactEvidence {
  return {
    kind: 'fact', resource: fact.source.reference, version: fact.source.version, code: icd10[0] ?? fact.codings[0]?.code ?? '',
    label: fact.text ?? fact.codings[0]?.display ?? words, date: fact.onset ?? fact.recorded,
  };
}

export function onClaim(claims: readonly ClaimFact[], group: CodeGroup): FactEvidence | null {
  for (const { source, status, diagnoses, created } of claims) {
    if (status === 'cancelled' || status === 'entered-in-error') continue;
    const coding = diagnoses.map((diagnosis) => diagnosis.coding).find((candidate) => candidate !== null && holdsCode([dotted(undotted(candidate.code))], group));
    if (coding) return { kind: 'fact', resource: source.reference, version: source.version, code: dotted(undotted(coding.code)), label: coding.display ?? group.name, date: created };
  }
  return null;
}
