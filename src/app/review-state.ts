import type {
  Analysis, Chart, Decision, NoteFindings, ServerProfile, SuggestionId, WritePlan, WriteReceipt,
} from '../domain/model/index.ts';
import type { ReviewLedger } from '../domain/review/index.ts';
import type { ReadProgress } from '../fhir/read/contract.ts';
import type { Session } from '../fhir/session/contract.ts';

/** Logical ids of what is reviewed. */
export interface Where {
  readonly patient: string;
  readonly encounter: string;
}

/** Who may do what here. Read-only always says why. */
export type Permission =
  | { readonly kind: 'may-countersign' }
  | { readonly kind: 'read-only'; readonly why: string };

/** The review as it lies open: everything the person sees and has chosen so far. */
export interface OpenReview {
  readonly session: Session;
  readonly where: Where;
  readonly chart: Chart;
  readonly analysis: Analysis;
  readonly permission: Permission;
  readonly ledger: ReviewLedger;
  /** The decision that counts for each suggestion; from the ledger. */
  readonly decisions: ReadonlyMap<SuggestionId, Decision>;
  /** Suggestions whose evidence the person has opened. */
  readonly opened: ReadonlySet<SuggestionId>;
  /** The last countersigning, while some of it is not written yet. */
  readonly unfinished: { readonly plan: WritePlan; readonly receipts: readonly WriteReceipt[] } | null;
  /** Things to know about this review: what was dropped on reload. */
  readonly notices: readonly string[];
}

/** A decision that is not signed because what it rests on is no longer what was seen, or cannot be checked. */
export interface Held {
  readonly suggestion: SuggestionId;
  readonly why: 'changed' | 'gone' | 'cannot-check';
  /** For a person, without PHI: "Progress note (version 3, you saw 2)". */
  readonly what: readonly string[];
}

export interface Reading { readonly phase: 'reading'; readonly session: Session; readonly where: Where; readonly progress: ReadProgress | null }
export interface Analysing {
  readonly phase: 'analysing'; readonly session: Session; readonly where: Where; readonly chart: Chart | null;
  readonly done: number; readonly total: number; readonly findings: readonly NoteFindings[];
}
export interface Countersigning {
  readonly phase: 'countersigning';
  readonly open: OpenReview;
  /** What this EHR lets an app do; null while that is being asked. */
  readonly profile: ServerProfile | null;
  /** The versions are being asked for again. */
  readonly checking: boolean;
  readonly held: readonly Held[];
  /** The check itself could not be done. Nothing was signed. */
  readonly trouble: string | null;
}
export interface Writing { readonly phase: 'writing'; readonly open: OpenReview; readonly plan: WritePlan; readonly receipts: readonly WriteReceipt[] }
export interface Done { readonly phase: 'done'; readonly open: OpenReview; readonly plan: WritePlan; readonly receipts: readonly WriteReceipt[] }
export interface Stopped {
  readonly phase: 'stopped';
  readonly at: 'launching' | 'reading' | 'analysing';
  readonly kind: 'cancelled' | 'failed';
  readonly message: string;
  readonly whatToDo: string;
  /** The kind of a launch that failed; decides what the screen can offer. */
  readonly launch: string | null;
  /** Set where the launch is done: trying again reads this again. */
  readonly resume: { readonly session: Session; readonly where: Where } | null;
}

/** Where the line stands. One phase at a time; each carries only what exists by then. */
export type ReviewState =
  | { readonly phase: 'launching' }
  | { readonly phase: 'picking'; readonly session: Session }
  | Reading
  | Analysing
  | { readonly phase: 'reviewing'; readonly open: OpenReview }
  | Countersigning
  | Writing
  | Done
  | Stopped;
