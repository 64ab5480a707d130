import type { Brand, Instant, Source } from './primitives.ts';
import type { Decision, ConditionTarget, RejectReason } from './decision.ts';
import type { Evidence } from './evidence.ts';
import type { Person } from './person.ts';
import type { RuleCitation, SuggestionAction, RemovalReason } from './suggestion.ts';

declare const proposed: unique symbol;

/** A decision or question that somebody who may not attest sends to a clinician. Only `offer()` and `askQuestion()` in domain/review make one; only these can be sent. */
export type Proposed<T> = T & { readonly [proposed]: true };

export type ProposalId = Brand<string, 'ProposalId'>;

/** What a CDI specialist or coder asks a clinician to countersign. Confirms nothing. */
export interface Proposal {
  readonly id: ProposalId;
  readonly who: Person;
  readonly at: Instant;
  readonly patient: string;
  readonly encounter: Source;
  readonly decisions: readonly Proposed<Decision>[];
  /** SHA-256 in hex over everything above, as in an attestation. */
  readonly seal: string;
}

/** One proposed code as its Task carries it. Evidence goes as offsets and hashes, never as words; evidence from sensitive notes not at all. */
export interface ProposedItem {
  readonly action: SuggestionAction;
  readonly code: string;
  readonly title: string;
  readonly from: string | null;
  readonly target: ConditionTarget;
  /** For removals. */
  readonly reason: RemovalReason | null;
  /** The charted resources that a specification or removal would act on. */
  readonly charted: readonly Source[];
  readonly rules: readonly RuleCitation[];
  readonly evidence: readonly Evidence[];
}

export type ProposalStatus = 'open' | 'accepted' | 'declined' | 'cancelled';

/** Words of a note by their place; the reader takes them from the note again. Offsets are UTF-16 into the extracted text. */
export interface QuotePointer {
  readonly document: string;
  readonly attachment: number;
  readonly version: string | null;
  readonly start: number;
  readonly end: number;
  /** `sha256:…` over the quote's UTF-8 bytes. */
  readonly hash: string;
}

/** A proposal as it stands in the record (Task): who proposed what, and what became of it. */
export interface ProposalFact {
  /** The Task; an absolute reference where it stands on the companion server; `device:…` where it was filed. */
  readonly source: Source;
  /** Filed as a document, which no app reads back: only this device remembers it, and no answer comes. */
  readonly filed?: true;
  readonly status: ProposalStatus;
  /** `Practitioner/id`. */
  readonly proposer: string | null;
  readonly proposerName: string | null;
  readonly at: Instant | null;
  readonly encounter: string | null;
  readonly item: Omit<ProposedItem, 'evidence'>;
  readonly quotes: readonly QuotePointer[];
  readonly facts: readonly Source[];
  /** The unconfirmed Condition and the draft Claim that came with it, where there are any. */
  readonly condition: string | null;
  readonly claim: string | null;
  readonly answer: { readonly who: string | null; readonly at: Instant | null; readonly reason: RejectReason | null; readonly text: string | null } | null;
}
