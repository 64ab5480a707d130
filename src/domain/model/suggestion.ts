import type { Brand, CodeSystem, Instant, Source } from './primitives.ts';
import type { Evidence } from './evidence.ts';

export type SuggestionId = Brand<string, 'SuggestionId'>;

export type SuggestionAction = 'add' | 'specify' | 'remove';

/** Why a charted diagnosis is not supported; decides the status it is given (docs/writing-back.md). */
export type RemovalReason =
  | 'only-negated' | 'only-family' | 'only-other-person' | 'resolved' | 'uncertain-outpatient' | 'not-mentioned' | 'superseded-note'
  /** Named as the question, and the visit's assessment says that it is not so. */
  | 'ruled-out'
  /** Its author took it back in a later note or an addendum. */
  | 'withdrawn'
  /** A symptom that a diagnosis of this visit explains (Guidelines I.B.5). */
  | 'symptom-explained'
  /** Another code of this visit says it, and more. */
  | 'said-by-another'
  /** Of what was signed here: the signer, or another clinician, takes it back. */
  | 'signed-in-error'
  /** Of an unconfirmed Condition that came with a proposal. */
  | 'proposal-declined';

export interface RuleCitation {
  readonly id: string;
  readonly version: string;
  /** Guideline section, tabular note, edit; with the release. */
  readonly authority: string;
  /** One sentence for a person: what the rule says here. */
  readonly because: string;
}

export type ConfidenceLevel = 'high' | 'moderate' | 'low';

/** What the machine proposes for one code of this encounter. Never a write by itself. */
export interface Suggestion {
  /** Stable for the same action, code, `from` and charted condition. */
  readonly id: SuggestionId;
  readonly action: SuggestionAction;
  readonly system: CodeSystem;
  readonly code: string;
  readonly title: string;
  /** Of a service: billing units, and modifiers in the order in which they are billed. */
  readonly units?: number;
  readonly modifiers?: readonly string[];
  /** The charted code that `specify` replaces. */
  readonly from?: string;
  /** The charted resources that `specify` and `remove` act on: Condition and Claim. */
  readonly charted: readonly Source[];
  readonly reason?: RemovalReason;
  readonly evidence: readonly Evidence[];
  readonly rules: readonly RuleCitation[];
  /** 0–1. */
  readonly confidence: number;
  readonly level: ConfidenceLevel;
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
  /** The quote must be opened before accept is enabled (HCC-relevant, low confidence, removal of a chronic disease). */
  readonly evidenceFirst: boolean;
  /** `specify` and `remove` of an encounter whose claim has been submitted: compliance decides, nothing is written. */
  readonly billed?: true;
  /** A colleague proposed it; the Task closes with the decision. */
  readonly proposal?: { readonly task: Source; readonly who: string | null; readonly whoName: string | null; readonly at: Instant | null; readonly condition: string | null; readonly claim: string | null };
  /** The signed event that this one corrects or withdraws. */
  readonly corrects?: Source;
  /** Of a visit or service: the code on the draft claim whose place it takes once a person accepts it. */
  readonly instead?: string;
}
