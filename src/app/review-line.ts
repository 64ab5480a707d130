import type { Choice, Policy, SuggestionId, WritePlan } from '../domain/model/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { TabStore } from './keep.ts';
import type { Clock, Engine, Ids, Reader, Writer } from './parts.ts';
import type { Where } from './review-state.ts';

/** What the review is given from outside: a browser's parts, or a test's. */
export interface ReviewParts {
  connect(signal: AbortSignal): Promise<Session>;
  reader(session: Session, where: Where): Reader;
  /** Learns what this EHR allows. Runs beside the reading. */
  writer(session: Session, signal: AbortSignal): Promise<Writer>;
  readonly engine: Engine;
  readonly store: TabStore;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** What a person does to the review. Each does nothing in a phase where it has no meaning. */
export interface ReviewLine {
  /** Standalone launch: the patient and encounter that the person picked. */
  pick(where: Where): void;
  /** Leaves off reading or analysing. */
  cancel(): void;
  /** From a stop: launches or reads again. From a review: reads again, decisions on unchanged evidence are kept. */
  again(): void;
  open(suggestion: SuggestionId): void;
  /** False where it may not be: read-only, or accepting before the evidence was opened. */
  decide(suggestion: SuggestionId, choice: Choice): boolean;
  undo(suggestion: SuggestionId): void;
  toCountersign(): void;
  /** From whole receipts: reads again, since what was written changed the record. */
  toReview(): void;
  /** Back to the receipts of a countersigning that is not wholly written. */
  toReceipts(): void;
  /** Checks versions; where all stand, signs and writes. Held-back items stop the signing of all, so that nobody signs another list than they ticked. */
  sign(suggestions: readonly SuggestionId[]): Promise<void>;
  /** What would be written for these, without signing; null while the EHR is still asked what it takes, or where no plan can be made. */
  preview(suggestions: readonly SuggestionId[]): WritePlan | null;
  /** Sends what was not written. Unknown steps are looked up first, so that nothing is sent twice. */
  retryFailed(): Promise<void>;
}
