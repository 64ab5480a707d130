import type { Brand, CalendarDate, Instant, Source } from './primitives.ts';
import type { AttestationId } from './attestation.ts';
import type { Choice, ConditionTarget } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import type { RemovalReason, RuleCitation, SuggestionAction, SuggestionId } from './suggestion.ts';

export type StepId = Brand<string, 'StepId'>;

/** What this EHR lets an app do. From its CapabilityStatement, its known profile, and the granted scopes. */
export interface ServerProfile {
  readonly name: 'generic' | 'epic' | 'oracle';
  readonly transaction: boolean;
  readonly conditionalCreate: boolean;
  readonly ifMatch: boolean;
  /** Kinds that may be created, updated: what the server offers and the scopes grant. */
  readonly create: readonly string[];
  readonly update: readonly string[];
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
  /** `coverage` is `Coverage/id`, or null where none is on record. */
  | { readonly kind: 'create-claim'; readonly diagnoses: readonly ClaimDiagnosis[]; readonly serviced: CalendarDate; readonly coverage: string | null }
  | { readonly kind: 'update-claim'; readonly claim: Source; readonly diagnoses: readonly ClaimDiagnosis[]; readonly serviced: CalendarDate }
  | { readonly kind: 'update-encounter'; readonly encounter: Source; readonly add: readonly ConditionLink[]; readonly drop: readonly string[] }
  | { readonly kind: 'machine-provenance'; readonly of: readonly StepId[]; readonly rules: readonly RuleCitation[]; readonly evidence: readonly Evidence[]; readonly reason: RemovalReason | null }
  | { readonly kind: 'attestation-provenance'; readonly of: readonly StepId[]; readonly statement: string; readonly items: readonly AttestedItem[]; readonly seen: readonly Source[] };

/** One decision as the attestation names it; rejected ones too, which write nothing else. */
export interface AttestedItem {
  readonly suggestion: SuggestionId;
  readonly action: SuggestionAction;
  readonly code: string;
  readonly choice: Choice;
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

export interface WriteStep {
  readonly id: StepId;
  /** Repeating a step with this key must not double anything: it travels as an identifier or a tag. */
  readonly key: string;
  readonly action: WriteAction;
  /** Steps that must be written before this one. */
  readonly after: readonly StepId[];
  /** For a person: "Add I10 Essential (primary) hypertension to this encounter". Codes only, no PHI. */
  readonly says: string;
}

export interface WritePlan {
  readonly attestation: AttestationId;
  readonly who: Person;
  readonly at: Instant;
  readonly patient: string;
  readonly encounter: Source;
  readonly mode: 'transaction' | 'single';
  readonly steps: readonly WriteStep[];
  /** What this EHR does not take, and why: shown before signing, receipted as handed over or skipped. */
  readonly cannot: readonly { readonly says: string; readonly why: string }[];
}

export type ReceiptOutcome = 'written' | 'handed-over' | 'refused' | 'unknown' | 'skipped';

/** What became of one step. */
export interface WriteReceipt {
  readonly step: StepId;
  readonly outcome: ReceiptOutcome;
  /** The resource written, with its new version. */
  readonly resource: Source | null;
  /** The server's words on a refusal, or what to do. Held on screen only, never logged. */
  readonly why: string | null;
  /** Set when an update was stale (409 or 412): what stands there now against what was seen. */
  readonly conflict?: { readonly seen: string | null; readonly now: string | null; readonly difference: readonly string[] };
  readonly at: Instant;
}
