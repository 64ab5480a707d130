import type { WritePlan, WriteStep } from '../../domain/model/index.ts';

/** A write as a person thinks of it: the change, and the records of evidence and countersignature that go with it. */
export interface StepGroup {
  readonly step: WriteStep;
  readonly records: readonly WriteStep[];
}

export function groupSteps(plan: WritePlan): readonly StepGroup[] {
  const main = plan.steps.filter((step) => ofOf(step).length === 0);
  return main.map((step) => ({ step, records: plan.steps.filter((other) => ofOf(other)[0] === step.id) }));
}

/** "the software's evidence", "your countersignature". */
export function recordName(step: WriteStep): string {
  return step.action.kind === 'machine-provenance' ? 'The software’s evidence' : 'Your countersignature';
}

function ofOf({ action }: WriteStep): readonly string[] {
  return action.kind === 'machine-provenance' || action.kind === 'attestation-provenance' ? action.of : [];
}
