import type { Instant, Source } from './primitives.ts';
import type { ConditionTarget, DeferReason, RejectReason } from './decision.ts';
import type { SuggestionAction, SuggestionId } from './suggestion.ts';

export type SignedChoice =
  | { readonly kind: 'accept' | 'modify'; readonly code: string; readonly target: ConditionTarget }
  | { readonly kind: 'reject'; readonly reason: RejectReason }
  | { readonly kind: 'defer'; readonly reason: DeferReason };

/** One decision that somebody signed on this encounter, as its Provenance tells (or this device's memory, where no server takes one). */
export interface SignedItem {
  /** The attestation's Provenance; an absolute reference where it stands on the companion server; `device:<attestation id>` where only this device remembers. */
  readonly source: Source;
  readonly who: string | null;
  readonly whoName: string | null;
  readonly at: Instant | null;
  readonly suggestion: SuggestionId;
  readonly action: SuggestionAction;
  readonly code: string;
  readonly from: string | null;
  readonly choice: SignedChoice;
  /** `evidenceDigest` of each piece of evidence that the signer had before them; a rejected item returns only on another one. */
  readonly evidence: readonly string[];
  /** What was written, in the versions that were written. */
  readonly targets: readonly Source[];
  /** The versions of notes and chart that the signer had seen. */
  readonly seen: readonly Source[];
  /** The signed event that this one corrects or withdraws. */
  readonly corrects: string | null;
}
