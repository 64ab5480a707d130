import type { ConditionLink, DiagnosisCode, StepId, WritePlan, WriteStep } from '../model/index.ts';

export type Cannot = WritePlan['cannot'][number];

/** A share of the plan. */
export interface PlanPart {
  readonly steps: readonly WriteStep[];
  readonly cannot: readonly Cannot[];
}

/**
 * What a decision changes among this encounter's diagnoses: the claim and Encounter.diagnosis follow it. `step` writes the Condition, where a
 * server takes one; `byHand` where a person does.
 */
export type DiagnosisChange = { readonly step: StepId | null; readonly byHand: boolean } & (
  | { readonly kind: 'added'; readonly diagnosis: DiagnosisCode; readonly link: ConditionLink | null }
  | {
    readonly kind: 'replaced'; readonly from: string; readonly diagnosis: DiagnosisCode;
    /** The Conditions that stood for `from`, and those of them that leave the encounter. */
    readonly conditions: readonly string[]; readonly leaving: readonly string[];
    readonly link: ConditionLink | null;
  }
  | { readonly kind: 'dropped'; readonly code: string; readonly conditions: readonly string[]; readonly leaving: readonly string[] }
  /** Proposed and not countersigned: it leaves what came with the proposal, and nothing else. */
  | { readonly kind: 'declined'; readonly code: string; readonly conditions: readonly string[]; readonly leaving: readonly string[] }
);

export const NOTHING: PlanPart = { steps: [], cannot: [] };

/** A step that a server is sent, and others may build on. */
export function isSent(step: WriteStep): boolean {
  return step.to !== 'hand';
}
