import type { Source, StepId, SuggestionId, WritePlan, WriteReceipt, WriteStep } from '../domain/model/index.ts';
import type { ReviewLedger } from '../domain/review/index.ts';

/** Nothing is left to do for this step: it stands in the EHR, or was handed to a person. */
export function finished(receipt: WriteReceipt): boolean {
  return receipt.outcome === 'written' || receipt.outcome === 'handed-over';
}

/** The newest receipt of each step, in the order of their first appearance. */
export function merge(earlier: readonly WriteReceipt[], later: readonly WriteReceipt[]): readonly WriteReceipt[] {
  return [...new Map([...earlier, ...later].map((receipt) => [receipt.step, receipt])).values()];
}

/**
 * What may be sent now: not what stands, not what a person does by hand, not a step whose outcome is still unknown (it could be
 * written twice), and not a step that builds on such a one or names it.
 */
export function sendable(plan: WritePlan, receipts: readonly WriteReceipt[]): readonly WriteStep[] {
  const waits = new Set(receipts.filter((receipt) => receipt.outcome === 'unknown').map((receipt) => receipt.step));
  for (const step of plan.steps) if ([...step.after, ...claimOf(step)].some((id) => waits.has(id))) waits.add(step.id);
  return remaining(plan, receipts).filter((step) => step.to !== 'hand' && !waits.has(step.id));
}

/**
 * A proposal's requests that waited for its draft claim, which no server took: they are sent once more, with the claim or without. Not where the
 * EHR takes both as one, all or nothing.
 */
export function putOffForClaim(plan: WritePlan, receipts: readonly WriteReceipt[]): readonly StepId[] {
  const outcomes = new Map(receipts.map(({ step, outcome }) => [step, outcome]));
  const isIn = (id: StepId, ...these: readonly WriteReceipt['outcome'][]): boolean => these.some((outcome) => outcomes.get(id) === outcome);
  const waiting = plan.steps.filter((step) => isIn(step.id, 'skipped') && claimOf(step).some((id) => isIn(id, 'refused', 'skipped')) && step.after.every((id) => isIn(id, 'written', 'handed-over')));
  const claims = plan.steps.filter(({ id }) => waiting.some((step) => claimOf(step).includes(id)));
  if (plan.mode === 'transaction' && [...waiting, ...claims].every(({ to }) => to === 'ehr')) return [];
  return [...claims, ...waiting].map(({ id }) => id);
}

function claimOf({ action }: WriteStep): readonly StepId[] {
  return action.kind === 'propose-item' && action.claimStep !== null ? [action.claimStep] : [];
}

/** Steps of the plan that no finished receipt covers. */
export function remaining(plan: WritePlan, receipts: readonly WriteReceipt[]): readonly WriteStep[] {
  const standing = new Set(receipts.filter(finished).map((receipt) => receipt.step));
  return plan.steps.filter((step) => !standing.has(step.id));
}

/** Which steps carry out which signed items. Where the EHR takes no Provenance no step names its item. */
export function recordsOf(plan: WritePlan): readonly { readonly steps: readonly StepId[]; readonly items: readonly SuggestionId[] }[] {
  return plan.steps.flatMap(({ id, action }) => (action.kind === 'attestation-provenance' ? [{ steps: [id, ...action.of], items: action.items.map((item) => item.suggestion) }] : []));
}

/** What is not signed yet follows the versions that the signed writes made: the person knows of those, they are their own. */
export function followed(ledger: ReviewLedger, receipts: readonly WriteReceipt[]): ReviewLedger {
  const written = new Map(receipts.flatMap(({ outcome, resource }) => (outcome === 'written' && resource !== null && resource.version !== null ? [[resource.reference, resource] as const] : [])));
  const now = (source: Source): Source => written.get(source.reference) ?? source;
  return {
    ...ledger,
    decisions: ledger.decisions.map((decision) => (ledger.signed.includes(decision.id) ? decision : { ...decision, seen: { ...decision.seen, charted: decision.seen.charted.map(now) } })),
  };
}
