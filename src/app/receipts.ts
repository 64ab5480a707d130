import type { WritePlan, WriteReceipt, WriteStep } from '../domain/model/index.ts';

/** Nothing is left to do for this step: it stands in the EHR, or was handed to a person. */
export function finished(receipt: WriteReceipt): boolean {
  return receipt.outcome === 'written' || receipt.outcome === 'handed-over';
}

/** The newest receipt of each step, in the order of their first appearance. */
export function merge(earlier: readonly WriteReceipt[], later: readonly WriteReceipt[]): readonly WriteReceipt[] {
  return [...new Map([...earlier, ...later].map((receipt) => [receipt.step, receipt])).values()];
}

/** Steps of the plan that no finished receipt covers. */
export function remaining(plan: WritePlan, receipts: readonly WriteReceipt[]): readonly WriteStep[] {
  const standing = new Set(receipts.filter(finished).map((receipt) => receipt.step));
  return plan.steps.filter((step) => !standing.has(step.id));
}
