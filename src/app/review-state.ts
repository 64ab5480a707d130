import type {
  Analysis, Chart, Decision, NoteFindings, PreflightRow, ProposalFact, QueryChoice, QueryDraft, QueryFact, ServerProfile, SignedItem, SuggestionId, WritePlan, WriteReceipt,
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
  /** CDI specialists and coders: what they decide goes to a clinician as a proposal. */
  | {
    readonly kind: 'may-propose';
    /** By the site's policy: may verify the draft claim, too. */
    readonly mayVerify?: true;
  }
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
  /** The last countersigning or proposal of this encounter, while some of it has no end yet. */
  readonly unfinished: { readonly plan: WritePlan; readonly receipts: readonly WriteReceipt[] } | null;
  /** Signed items of other encounters of this user that wait in the outbox, by encounter id: opened from that patient's chart to be finished. */
  readonly waitingElsewhere: readonly { readonly encounter: string; readonly steps: number; readonly at: string }[];
  /** What another tab, or another person, decided meanwhile on an item that lies open here. */
  readonly elsewhere: ReadonlyMap<SuggestionId, Elsewhere>;
  /** Rejections signed before that still hold, since no new evidence has come; `returned` are items that came back because it has. */
  readonly remembered: ReadonlyMap<SuggestionId, SignedItem>;
  readonly returned: ReadonlySet<SuggestionId>;
  /** What was signed on this encounter, newest first, and the sources it rested on that changed since. */
  readonly signedBefore: readonly { readonly item: SignedItem; readonly changed: readonly string[]; readonly correctable: boolean }[];
  /** What this person proposed on this encounter before, and what became of it: newest first. */
  readonly ownProposals: readonly ProposalFact[];
  /** Where decisions are remembered: signed ones, and unsigned ones. */
  readonly remembering: { readonly signed: 'ehr' | 'companion' | 'device' | 'nowhere'; readonly unsigned: 'device' | 'tab' | 'nowhere' };
  /** What this EHR takes, and what will be handed over; null while the EHR is being asked. */
  readonly preflight: readonly PreflightRow[] | null;
  /** Left out: the site brings no measures. */
  readonly measuring?: Measuring;
  /** Things to know about this review: what was dropped on reload. */
  readonly notices: readonly string[];
}

/** How far the site's own measures are; what they found is among the gaps. */
export type Measuring =
  | { readonly is: 'running'; readonly words: string | null }
  | { readonly is: 'done' }
  | { readonly is: 'cancelled' }
  /** Their code did not arrive. */
  | { readonly is: 'not-brought' };

/** Somebody else's decision on an item that lies open here. */
export interface Elsewhere {
  readonly by: 'another-tab' | 'another-person';
  readonly who: string | null;
  readonly at: string | null;
  /** For a person: "accepted", "rejected", "I10 was added to this encounter". */
  readonly what: string;
}

/** A decision that is not signed because what it rests on is no longer what was seen, or cannot be checked. */
export interface Held {
  readonly suggestion: SuggestionId;
  readonly why: 'changed' | 'gone' | 'cannot-check' | 'decided-elsewhere';
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
/** A question to the clinicians that is about to be sent, or the answer to one. */
export type QueryMatter =
  | { readonly kind: 'send'; readonly draft: QueryDraft }
  | { readonly kind: 'answer'; readonly query: QueryFact; readonly choice: QueryChoice };
/** Before a question is sent, or an answer signed: what will be written, and under which name. */
export interface Asking {
  readonly phase: 'asking';
  readonly open: OpenReview;
  readonly matter: QueryMatter;
  /** As in `Countersigning`. */
  readonly profile: ServerProfile | null;
  readonly checking: boolean;
  /** Why nothing was sent or signed. */
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

/** After a time without a hand on it: nothing of the record is held or shown; what was decided is kept. */
export interface Locked { readonly phase: 'locked'; readonly userName: string; readonly resume: { readonly ehr: string; readonly where: Where } }
/** `cannot-tell`: the outbox could not be read. */
export interface SignedOut { readonly phase: 'signed-out'; readonly unsent: number | 'cannot-tell' }

/** Where the line stands. One phase at a time; each carries only what exists by then. */
export type ReviewState =
  | { readonly phase: 'launching' }
  | { readonly phase: 'picking'; readonly session: Session }
  | Reading
  | Analysing
  | { readonly phase: 'reviewing'; readonly open: OpenReview }
  | Countersigning
  | Asking
  | Writing
  | Done
  | Locked
  | SignedOut
  | Stopped;
