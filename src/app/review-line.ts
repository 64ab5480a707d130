import type { AskedQuestion, Choice, Person, Policy, QueryChoice, QueryClosing, QueryDraft, QueryFollowUp, QueryId, SignedItem, StepId, SuggestionId, WritePlan, WriteStep } from '../domain/model/index.ts';
import type { Violation } from '../domain/queries/lint/types.ts';
import type { Vault } from '../store/contract.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { TabStore } from './tab-store.ts';
import type { Clock, Engine, Ids, Reader, SiteMeasures, Writer } from './parts.ts';
import type { Where } from './review-state.ts';

/** What the review is given from outside: a browser's parts, or a test's. */
export interface ReviewParts {
  connect(signal: AbortSignal): Promise<Session>;
  reader(session: Session, where: Where): Reader;
  /** Learns what this EHR allows. Runs beside the reading. */
  writer(session: Session, signal: AbortSignal): Promise<Writer>;
  readonly engine: Engine;
  /** Asked only where the policy names a pack. */
  readonly measures?: SiteMeasures;
  /**
   * What this device keeps for one EHR and one user. Where storage is blocked it keeps in memory, and says so.
   * @throws StoreFault where there is a storage that may hold signed items and cannot be opened: it must not look empty
   */
  vault(ehr: string, user: Person): Promise<Vault>;
  /** Opens the EHR's own screen, saves a file, or copies words. False where it could not be done. */
  handOver(session: Session, step: WriteStep, words: string): Promise<boolean>;
  readonly store: TabStore;
  readonly policy: Policy;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** The question as it would be sent: `leftOut` of its indicators stay out, since they rest on sensitive sources. `why`: nothing would be written, and why; `violations`: each rule of a compliant query that it breaks, in the places of `asked`, the question as it would be sent. */
export type QueryPreview = { readonly plan: WritePlan; readonly question: AskedQuestion; readonly leftOut: number } | { readonly why: string; readonly violations: readonly Violation[]; readonly asked: AskedQuestion | null };

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
  /** What would be written for these, without signing (`verifies`: by a coder's verification of the claim); null while the EHR is still asked what it takes, or where no plan can be made. */
  preview(suggestions: readonly SuggestionId[], verifies?: boolean): WritePlan | null;
  /** As `sign`, for those who may not attest: the chosen items become proposals to a clinician. */
  propose(suggestions: readonly SuggestionId[]): Promise<void>;
  /** For a coder whom the site lets finalise claims: the chosen items go on the draft claim, and no Condition is written. */
  verify(suggestions: readonly SuggestionId[]): Promise<void>;
  /** Cancels a proposal of one's own that nobody has answered. */
  cancelProposal(task: string): Promise<void>;
  /** To the screen on which a question is composed and sent under one's own name, from the software's draft or (null) from nothing; for those who may propose. */
  toAsk(query: QueryId | null): void;
  /** What was typed or picked there. */
  revise(draft: QueryDraft): void;
  /** To the screen before a clinician signs this answer to an open question. */
  toAnswer(task: string, choice: QueryChoice): void;
  /** What would be written for the question or answer on that screen; null as in `preview`. */
  previewQuery(): QueryPreview | null;
  /** Sends that question, or signs that answer: checks that nobody was faster, tells the log, stores it, writes. */
  commitQuery(): Promise<void>;
  /** Takes back a question of one's own that nobody has answered, with the reason, or closes one whose time is over. */
  cancelQuery(task: string, closing: QueryClosing): Promise<void>;
  /** Reminds the clinicians of a question of one's own, or hands it on to whom the policy names; each once. */
  followUpQuery(task: string, how: QueryFollowUp): Promise<void>;
  /** Puts a signed item back on the table as a correction: to take it back, or to another code. A rejected one becomes decidable again. False where it may not be. */
  correct(signed: SignedItem, to: { readonly kind: 'withdraw' } | { readonly kind: 'recode'; readonly code: string; readonly title: string } | { readonly kind: 'reconsider' }): boolean;
  /** Leaves off the site's measures. */
  cancelMeasures(): void;
  /** Calculates them (again), where they were left off or did not arrive. */
  measureAgain(): void;
  /** These cards were on the screen: told to the log once each. */
  shown(suggestions: readonly SuggestionId[]): void;
  /** Hands a person a step that no server takes, or that the server refused or will not say of: copied, saved or opened in the EHR. Its receipt is `handed-over`. */
  handOver(step: StepId): Promise<void>;
  /** Ends a step that the EHR was asked about and cannot tell of, since this person looked and found it there. Its receipt is `written`. */
  foundInEhr(step: StepId): Promise<void>;
  /** Clears the record from memory and screen, waits for what is being sent, then ends the sign-in; what was decided is kept. */
  lock(): void;
  /** How many signed steps have no end yet, over all encounters of this user. @throws StoreFault where that cannot be told */
  unsent(): Promise<number>;
  /** Ends the session of review: closes the log, forgets the token. What is not sent stays in the outbox. */
  signOut(): Promise<void>;
  /** The log of this device for this user, line by line, as a file to save; null before the launch is done. */
  exportLog(): AsyncIterable<string> | null;
  /** Sends what was not written. Unknown steps are looked up first, so that nothing is sent twice. */
  retryFailed(): Promise<void>;
}
