import type { Chart, ConditionFact, DiagnosisCode } from '../model/index.ts';
import { icdCoding } from '../coding/charted.ts';
import { sameCode } from './codes.ts';

export function isOnEncounter(condition: ConditionFact): boolean {
  return condition.categories.includes('encounter-diagnosis');
}

/** Carries another category beside encounter-diagnosis: changing it would change the problem list by implication. */
export function isShared(condition: ConditionFact): boolean {
  return condition.categories.some((c) => c !== 'encounter-diagnosis');
}

/** A Condition that names no encounter counts where the encounter names it. */
export function isOfThisEncounter(condition: ConditionFact, chart: Chart): boolean {
  if (condition.encounter !== null) return condition.encounter === chart.encounter.source.reference;
  return chart.encounter.diagnoses.includes(condition.source.reference);
}

/** A diagnosis that counts: not refuted, not an error, not waiting for confirmation. */
export function stands(condition: ConditionFact, code: string): boolean {
  return isSettled(condition) && hasCode(condition, code);
}

export function isSettled(condition: ConditionFact): boolean {
  return condition.verificationStatus === null || condition.verificationStatus === 'confirmed';
}

/** Proposed or provisional for this encounter alone: the countersignature confirms it in place, instead of doubling it. */
export function awaitsConfirmation(condition: ConditionFact, chart: Chart, code: string): boolean {
  return isUnconfirmedHere(condition, chart) && hasCode(condition, code);
}

export function isUnconfirmedHere(condition: ConditionFact, chart: Chart): boolean {
  return isOnEncounter(condition) && !isShared(condition) && isOfThisEncounter(condition, chart)
    && ['unconfirmed', 'provisional', 'differential'].includes(condition.verificationStatus ?? '');
}

/** The ICD-10-CM code; null where there is none. */
export function codeOf(condition: ConditionFact): string | null {
  return icdCoding(condition.codings)?.code ?? null;
}

export function titled({ code, title }: DiagnosisCode): string {
  return `${code} ${title}`.trim();
}

function hasCode(condition: ConditionFact, code: string): boolean {
  const coding = icdCoding(condition.codings);
  return coding !== undefined && sameCode(coding.code, code);
}
