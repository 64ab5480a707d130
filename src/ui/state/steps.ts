import type { Destination, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';
import { remaining } from '../../app/receipts.ts';

/** A write as a person thinks of it: the change, and the records of evidence and countersignature that go with it to the same place. */
export interface StepGroup {
  readonly step: WriteStep;
  readonly records: readonly WriteStep[];
}

export function groupSteps(plan: WritePlan): readonly StepGroup[] {
  const owner = (step: WriteStep): WriteStep | undefined => plan.steps.find((other) => other.id === ofOf(step)[0] && other.to === step.to && step.to !== 'hand');
  const main = plan.steps.filter((step) => owner(step) === undefined);
  return main.map((step) => ({ step, records: plan.steps.filter((other) => owner(other) === step) }));
}

const PLACES: readonly Destination[] = ['ehr', 'companion', 'hand'];

export function placesOf(groups: readonly StepGroup[]): readonly { readonly place: Destination; readonly groups: readonly StepGroup[] }[] {
  return PLACES.map((place) => ({ place, groups: groups.filter(({ step }) => step.to === place) })).filter((each) => each.groups.length > 0);
}

/** What has no end yet: writes, each with its records counted once, and what a person does. */
export function leftOf(plan: WritePlan, receipts: readonly WriteReceipt[]): { readonly writes: number; readonly byHand: number } {
  const open = new Set(remaining(plan, receipts).map((step) => step.id));
  const left = groupSteps(plan).filter(({ step, records }) => [step, ...records].some(({ id }) => open.has(id)));
  const byHand = left.filter(({ step }) => step.to === 'hand').length;
  return { writes: left.length - byHand, byHand };
}

/** As a document only: no Task can be read back, so it waits in nobody's list and its answer does not come here. */
export function isFiled({ steps }: WritePlan): boolean {
  return steps.some(({ action, to }) => action.kind === 'file-note' && (action.purpose === 'proposal' || action.purpose === 'query') && to !== 'hand');
}

export const FILED_WORDS = 'It is filed as a document of this visit. The app alerts nobody to it, and no answer comes back here: tell them yourself.';

/** "the software's evidence", "your countersignature". */
export function recordName(step: WriteStep): string {
  return step.action.kind === 'machine-provenance' ? 'The software’s evidence' : 'Your countersignature';
}

function ofOf({ action }: WriteStep): readonly string[] {
  return action.kind === 'machine-provenance' || action.kind === 'attestation-provenance' ? action.of : [];
}
