import type { Brand, CalendarDate, Instant, Source } from './primitives.ts';
import type { AttestationId } from './attestation.ts';
import type { SignedHead } from './log-head.ts';
import type { Choice, ConditionTarget, RejectReason } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import type { ProposalId, ProposedItem } from './proposal.ts';
import type { AskedQuestion, QueryChoice, QueryClosing, QueryFollowUp } from './query.ts';
import type { RemovalReason, RuleCitation, SuggestionAction, SuggestionId } from './suggestion.ts';

export type StepId = Brand<string, 'StepId'>;

/** What one FHIR server lets an app do. */
export interface ServerAbilities {
  readonly transaction: boolean;
  readonly conditionalCreate: boolean;
  readonly ifMatch: boolean;
  /** Kinds that may be created, updated: what the server offers and the scopes grant. */
  readonly create: readonly string[];
  readonly update: readonly string[];
}

/** What this EHR lets an app do. From its CapabilityStatement, its known profile, and the granted scopes. */
export interface ServerProfile extends ServerAbilities {
  readonly name: 'generic' | 'epic' | 'oracle';
  /** The site's companion FHIR server; null where it has none, or it did not answer. */
  readonly companion: ServerAbilities | null;
  /** The EHR's own screens that it opens for an app over SMART Web Messaging: `problem-review`. Empty: none, or no messaging. */
  readonly activities: readonly string[];
}

/** Where a step goes. `hand`: no server takes it, so a person does it with what they are given. */
export type Destination = 'ehr' | 'companion' | 'hand';

/** How a step leaves the app where no server takes it. */
export interface HandOver {
  /** `activity`: the EHR's own screen is opened; `list`: words to copy; `file`: a FHIR JSON file to save. */
  readonly by: 'activity' | 'list' | 'file';
  /** For a person: "the EHR's problem list", "billing". */
  readonly to: string;
  /** Why no server takes it. */
  readonly why: string;
}

export interface DiagnosisCode {
  readonly code: string;
  readonly title: string;
}

/**
 * What a write does, in the domain's words; `fhir/encode` makes the resource.
 * A Provenance speaks of the versions that the steps in `of` wrote; an attestation of nothing written (rejected items) stands on the encounter.
 */
export type WriteAction =
  | { readonly kind: 'create-condition'; readonly diagnosis: DiagnosisCode; readonly target: ConditionTarget; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'recode-condition'; readonly condition: Source; readonly from: string; readonly diagnosis: DiagnosisCode; readonly evidence: readonly Evidence[] }
  | { readonly kind: 'withdraw-condition'; readonly condition: Source; readonly code: string; readonly reason: RemovalReason }
  /** Takes the encounter-diagnosis category from a Condition that also stands on the problem list, and leaves the rest; null: a newer code took its place. */
  | { readonly kind: 'release-condition'; readonly condition: Source; readonly code: string; readonly reason: RemovalReason | null }
  /** `coverage` is `Coverage/id`, or null where none is on record. `institutional`: of a stay without services; absent: professional. */
  | { readonly kind: 'create-claim'; readonly diagnoses: readonly ClaimDiagnosis[]; readonly services?: readonly ClaimService[]; readonly institutional?: true; readonly serviced: CalendarDate; readonly coverage: string | null }
  /** `services`: what joins the lines that stand; absent: nothing. */
  | { readonly kind: 'update-claim'; readonly claim: Source; readonly diagnoses: readonly ClaimDiagnosis[]; readonly services?: readonly ClaimService[]; readonly serviced: CalendarDate }
  | { readonly kind: 'update-encounter'; readonly encounter: Source; readonly add: readonly ConditionLink[]; readonly drop: readonly string[] }
  | { readonly kind: 'machine-provenance'; readonly of: readonly StepId[]; readonly rules: readonly RuleCitation[]; readonly evidence: readonly Evidence[]; readonly reason: RemovalReason | null }
  | { readonly kind: 'attestation-provenance'; readonly of: readonly StepId[]; readonly statement: string; readonly items: readonly AttestedItem[]; readonly seen: readonly Source[]; readonly corrects: readonly string[] }
  /** The unconfirmed, AI-marked Condition of a proposal. */
  | { readonly kind: 'propose-condition'; readonly diagnosis: DiagnosisCode; readonly evidence: readonly Evidence[] }
  /** A draft claim marked as proposed: it does not count as charted until a clinician countersigns. Only where no draft stands. */
  | { readonly kind: 'propose-claim'; readonly diagnoses: readonly ClaimDiagnosis[]; readonly serviced: CalendarDate; readonly coverage: string | null }
  /** The Task for the clinician: one for each proposed code. */
  | { readonly kind: 'propose-item'; readonly item: ProposedItem; readonly conditionStep: StepId | null; readonly claimStep: StepId | null; readonly owners: readonly string[] }
  | { readonly kind: 'answer-proposal'; readonly task: Source; readonly answer: 'accepted' | 'declined' | 'cancelled'; readonly reason: RejectReason | null; readonly text: string | null }
  /** The Task for the clinician, with the question in it. `until`: as long as an answer is sought; absent: without an end. */
  | { readonly kind: 'send-query'; readonly question: AskedQuestion; readonly owners: readonly string[]; readonly until?: Instant }
  /** A message that a question waits, to those who may answer it; it tells nothing of the question. `of`: the question that stands, or the step that sends it. */
  | { readonly kind: 'notify-query'; readonly of: { readonly task: string } | { readonly step: StepId }; readonly to: readonly string[]; readonly why: 'sent' | QueryFollowUp }
  /** On the question's Task: that its clinicians were reminded, or that somebody else has it now. */
  | { readonly kind: 'follow-query'; readonly task: Source; readonly how: 'remind' } | { readonly kind: 'follow-query'; readonly task: Source; readonly how: 'escalate'; readonly to: string }
  /** The clinician's answer as a QuestionnaireResponse. */
  | { readonly kind: 'answer-query'; readonly task: Source; readonly questionnaire: string | null; readonly question: AskedQuestion; readonly choice: QueryChoice }
  /** Closes the question's Task. `answer` null: its sender closes it, as `closing` says. `response`: the key of the step that writes the response, null where no server takes one. */
  | { readonly kind: 'close-query'; readonly task: Source; readonly answer: { readonly question: AskedQuestion; readonly choice: QueryChoice; readonly response: string | null } | null; readonly closing?: QueryClosing }
  /** A plain-text document for EHRs that take nothing better. Never read as evidence. `items`: what a proposal's asks for, to be remembered on the device. */
  | { readonly kind: 'file-note'; readonly purpose: 'attestation' | 'proposal' | 'query' | 'answer' | 'anchor'; readonly title: string; readonly text: string; readonly items?: readonly ProposedItem[] }
  | { readonly kind: 'anchor-log'; readonly head: SignedHead };

/** One decision as the attestation names it; rejected ones too, which write nothing else. */
export interface AttestedItem {
  readonly suggestion: SuggestionId;
  readonly action: SuggestionAction;
  readonly code: string;
  readonly from: string | null;
  readonly choice: Choice;
  /** `evidenceDigest` of each piece of evidence that was shown. */
  readonly evidence: readonly string[];
}

/** A Condition that exists, or the one that an earlier step writes. */
export type ConditionLink = { readonly condition: string } | { readonly step: StepId };

/** `sequence` is the diagnosis order on the claim, from 1. */
export interface ClaimDiagnosis {
  readonly sequence: number;
  /** The sequences it had on the claim before: none for a new one, several where two became one. Item pointers follow them. */
  readonly was: readonly number[];
  /** Null: kept as it stands, its code could not be read. */
  readonly diagnosis: DiagnosisCode | null;
  readonly link: ConditionLink | null;
}

/** A visit or service that a person accepted for the claim. */
export interface ClaimService {
  /** CPT number or HCPCS II code. */
  readonly code: string;
  readonly system: 'cpt' | 'hcpcs';
  /** Our own words. */
  readonly title: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Diagnosis sequences of the claim as planned. Empty: none of them is what it is done for. */
  readonly pointers: readonly number[];
  /** The code on the draft whose line it takes over; null: a line of its own. */
  readonly instead: string | null;
}

export interface WriteStep {
  readonly id: StepId;
  /** Repeating a step with this key must not double anything: it travels as an identifier or a tag. */
  readonly key: string;
  readonly action: WriteAction;
  readonly to: Destination;
  /** Set where `to` is `hand`. */
  readonly handOver: HandOver | null;
  /** Steps that must be written before this one. */
  readonly after: readonly StepId[];
  /** For a person: "Add I10 Essential (primary) hypertension to this encounter". Codes only, no PHI. */
  readonly says: string;
}

/** `verify-claim`: a coder's, of the draft claim alone. `anchor` writes the head of the log and nothing else. */
export type Purpose = 'countersign' | 'verify-claim' | 'propose' | 'cancel-proposal' | 'query' | 'answer-query' | 'follow-query' | 'cancel-query' | 'anchor';

export interface WritePlan {
  readonly purpose: Purpose;
  /** The attestation, proposal or log head that this plan carries out. */
  readonly event: AttestationId | ProposalId | string;
  readonly who: Person;
  readonly at: Instant;
  readonly patient: string;
  readonly encounter: Source;
  readonly mode: 'transaction' | 'single';
  readonly steps: readonly WriteStep[];
  /** What needs no write, or what nobody can do from here, and why: shown before signing. */
  readonly cannot: readonly { readonly says: string; readonly why: string }[];
}

export type ReceiptOutcome = 'written' | 'handed-over' | 'refused' | 'unknown' | 'skipped';

/** What became of one step. */
export interface WriteReceipt {
  readonly step: StepId;
  readonly outcome: ReceiptOutcome;
  /** The resource written, with its new version. Null beside `written`: a person found it in the EHR, where the app cannot look. */
  readonly resource: Source | null;
  /** The server's words on a refusal, or what to do. Held on screen only, never logged. */
  readonly why: string | null;
  /** Set on `handed-over`: what a person was given, for whom, and how. */
  readonly handed?: { readonly what: string; readonly to: string; readonly by: HandOver['by'] };
  /** Set on `unknown`: the server was asked, and has nothing to look it up by. Only a person who looks into the chart can tell. */
  readonly lookInChart?: true;
  /** Set when an update was stale (409 or 412): what stands there now against what was seen. */
  readonly conflict?: { readonly seen: string | null; readonly now: string | null; readonly difference: readonly string[] };
  readonly at: Instant;
}
