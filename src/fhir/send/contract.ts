import type { ServerProfile, Source, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';

/** The current version of each source, or why it cannot be told. */
export type VersionCheck = Source & { readonly current: string | null; readonly state: 'same' | 'changed' | 'gone' | 'cannot-tell' };

/** Something that stands in the record now and did not when it was read. `code` of a diagnosis, with the dot. */
export interface Newcomer {
  readonly source: Source;
  readonly kind: 'Condition' | 'Claim' | 'Task' | 'Provenance' | 'DocumentReference';
  readonly code: string | null;
  readonly who: string | null;
  readonly at: string | null;
}

export interface Writer {
  readonly profile: ServerProfile;
  check(sources: readonly Source[], signal: AbortSignal): Promise<readonly VersionCheck[]>;
  /** What came to this encounter since it was read: Conditions, draft Claims, Tasks, Provenances and notes that are not among `known` (`Type/id`). */
  since(where: { readonly patient: string; readonly encounter: string }, known: ReadonlySet<string>, signal: AbortSignal): Promise<readonly Newcomer[]>;
  /**
   * One receipt a step, in order; never throws for what a server did. On a retry `plan.steps` holds only the steps
   * still to be written, and `already` the receipts of those that stand, so that links to them can be made.
   */
  send(
    plan: WritePlan, onReceipt: (receipt: WriteReceipt) => void, signal: AbortSignal, already?: readonly WriteReceipt[],
  ): Promise<readonly WriteReceipt[]>;
  /** Looks for what an `unknown` step may have written, before anything is sent twice. */
  lookUp(plan: WritePlan, step: WriteStep, signal: AbortSignal): Promise<WriteReceipt>;
}
