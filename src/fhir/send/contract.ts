import type { ReadStatus, ServerProfile, Source, WritePlan, WriteReceipt, WriteStep } from '../../domain/model/index.ts';

/** The current version of each source, or why it cannot be told. */
export type VersionCheck = Source & { readonly current: string | null; readonly state: 'same' | 'changed' | 'gone' | 'cannot-tell' };

/** Something that stands in the record now and did not when it was read. `code` of a diagnosis, with the dot. */
export interface Newcomer {
  /** An absolute reference where it stands on the companion server. */
  readonly source: Source;
  readonly kind: 'Condition' | 'Claim' | 'Task' | 'Provenance' | 'DocumentReference';
  /** A Condition's, a claim's diagnosis, a proposal's, a signed decision's; null where it speaks of none. One that speaks of several comes once for each. */
  readonly code: string | null;
  /** The suggestion that a signed decision (Provenance) was about. */
  readonly suggestion?: string;
  /** The rule of a question to the clinicians (Task) that waits for an answer. */
  readonly asks?: string;
  readonly who: string | null;
  readonly at: string | null;
}

/** A kind that could not be (wholly) asked for. `denied` and `not-asked` were so when the chart was read, too; after `failed` and `partial` nobody can tell. */
export interface Unchecked {
  readonly kind: Newcomer['kind'];
  readonly at: 'ehr' | 'companion';
  readonly status: Exclude<ReadStatus, 'read'>;
  /** For a person, never PHI. */
  readonly why: string;
}

export interface Since {
  readonly newcomers: readonly Newcomer[];
  readonly unchecked: readonly Unchecked[];
}

export interface Writer {
  readonly profile: ServerProfile;
  check(sources: readonly Source[], signal: AbortSignal): Promise<readonly VersionCheck[]>;
  /**
   * What came to this encounter since it was read: Conditions, draft Claims, proposals (Task), Provenances and notes that are not among
   * `known` (references as in the chart). A kind that could not be asked for stands in `unchecked`: it is not empty.
   * @throws FhirFault `cancelled`
   */
  since(where: { readonly patient: string; readonly encounter: string }, known: ReadonlySet<string>, signal: AbortSignal): Promise<Since>;
  /**
   * One receipt for each step that goes to a server, in the order of sending; steps `to: 'hand'` get theirs from a person. On a retry
   * `plan.steps` holds only the steps still to be written, and `already` the receipts so far: links to what stands are made from them,
   * and a step that is `unknown` in them is looked up, and sent again only where the look-up proves that it is not there.
   * Never rejects for what a server did.
   * @throws Error where the plan holds what its author's role may not write. Nothing was sent.
   */
  send(
    plan: WritePlan, onReceipt: (receipt: WriteReceipt) => void, signal: AbortSignal, already?: readonly WriteReceipt[],
  ): Promise<readonly WriteReceipt[]>;
  /** A new draft claim as a FHIR JSON file, for a person to take where no server does; null for every other step. */
  claimFile(plan: WritePlan, step: WriteStep): string | null;
  /** Looks for what an `unknown` step may have written, before anything is sent twice. */
  lookUp(plan: WritePlan, step: WriteStep, signal: AbortSignal): Promise<WriteReceipt>;
}
