import type { Decision, Person, Policy, Suggestion } from '../model/index.ts';
import { undotted } from '../coding/tabular.ts';
import { UNNAMED } from '../model/index.ts';

/**
 * Of these decisions, those that the signer does not sign alone under the site's policy, each with why in words. What a colleague proposed
 * has its two persons as soon as it is signed as proposed: the same person never counts twice, nor does one whom the record does not name.
 */
export function needsSecondPerson(decisions: readonly Decision[], who: Person, { confidence, escalate }: Pick<Policy, 'confidence' | 'escalate'>): ReadonlyMap<Decision, string> {
  const alone = decisions.filter((decision) => isChange(decision) && !isSecondAlready(decision, who));
  const { moreChangesThan } = escalate;
  const many = moreChangesThan !== null && alone.length > moreChangesThan ? `more than ${moreChangesThan} changes are signed at once` : null;
  return new Map(alone.flatMap((decision): readonly (readonly [Decision, string])[] => {
    const why = ofHighRisk(decision, escalate.highRiskCodes) ?? ofClaim(decision, escalate.claimedRemovals) ?? ofDoubt(decision.suggestion, confidence.secondPersonBelow) ?? many;
    return why === null ? [] : [[decision, why]];
  }));
}

/** For a person who would sign it alone. */
export function secondPersonWords(needing: ReadonlyMap<Decision, string>): string {
  return [...needing].map(([{ suggestion: { code } }, why]) => `${code} takes a second person here: ${why}.`).join(' ');
}

/** Diagnoses alone: a service is verified on the claim. Whoever takes back what was signed only undoes. */
function isChange({ choice, suggestion: { system, corrects, action } }: Decision): boolean {
  return system === 'icd-10-cm' && (choice.kind === 'accept' || choice.kind === 'modify') && !(corrects !== undefined && action === 'remove');
}

/** Another code than the proposed one is a new idea, which nobody else has looked at. */
function isSecondAlready({ choice, suggestion: { proposal } }: Decision, who: Person): boolean {
  return choice.kind === 'accept' && typeof proposal?.who === 'string' && proposal.who !== who.reference && proposal.who !== UNNAMED && who.reference !== UNNAMED;
}

function ofHighRisk({ choice, suggestion: { code, from } }: Decision, highRisk: readonly string[]): string | null {
  const codes = [code, from ?? '', choice.kind === 'modify' ? choice.code : ''].map((one) => undotted(one).toUpperCase());
  const listed = highRisk.find((start) => codes.some((one) => one.startsWith(undotted(start).toUpperCase())));
  return listed === undefined ? null : `${listed} is on the site's list of high-risk codes`;
}

function ofClaim({ suggestion: { action, charted, billed } }: Decision, claimedRemovals: boolean): string | null {
  const isClaimed = billed === true || charted.some(({ reference }) => /(?:^|\/)Claim\//.test(reference));
  return claimedRemovals && action !== 'add' && isClaimed ? 'it takes a diagnosis off a claim' : null;
}

function ofDoubt({ confidence }: Suggestion, below: number): string | null {
  return confidence < below ? `its confidence of ${Math.round(confidence * 100)} of 100 is below the ${Math.round(below * 100)} from which one person signs alone` : null;
}
