import type { Instant, Source } from './primitives.ts';
import type { Choice } from './decision.ts';
import type { ReceiptOutcome, WriteAction, Destination } from './write.ts';
import type { SuggestionAction } from './suggestion.ts';

/** A piece of evidence as the log holds it: where it stands and a salted hash, never its words. Offsets are UTF-16 into the extracted text. */
export type LoggedEvidence =
  | { readonly kind: 'quote'; readonly document: string; readonly version: string | null; readonly attachment: number; readonly start: number; readonly end: number; readonly hash: string }
  | { readonly kind: 'fact'; readonly resource: string; readonly version: string | null; readonly code: string }
  | { readonly kind: 'searched'; readonly what: readonly string[]; readonly kinds: readonly string[]; readonly from: string | null; readonly through: string };

/** What happened. Ids, versions, offsets, codes, rules and hashes only: no words of the record, no names, no free text. */
export type LogEvent =
  | { readonly kind: 'review-opened'; readonly release: string | null; readonly notes: readonly Source[]; readonly unread: readonly string[] }
  | {
    readonly kind: 'suggestion-shown'; readonly suggestion: string; readonly action: SuggestionAction; readonly system: string; readonly code: string; readonly from: string | null;
    readonly rules: readonly { readonly id: string; readonly version: string }[]; readonly confidence: number; readonly evidence: readonly LoggedEvidence[];
  }
  | { readonly kind: 'evidence-opened'; readonly suggestion: string }
  | { readonly kind: 'decided'; readonly decision: string; readonly suggestion: string; readonly choice: Choice['kind']; readonly code: string; readonly reason: string | null; readonly target: string | null }
  | { readonly kind: 'undone'; readonly suggestion: string }
  | { readonly kind: 'held-back'; readonly suggestion: string; readonly why: string }
  | { readonly kind: 'attested' | 'proposed'; readonly id: string; readonly decisions: readonly string[]; readonly seal: string; readonly corrects: readonly string[] }
  | { readonly kind: 'query-sent'; readonly id: string; readonly rule: string; readonly seal: string }
  /** `answer`: `option-1` is the first of those offered. Never the words. */
  | { readonly kind: 'query-answered'; readonly id: string; readonly task: string; readonly rule: string; readonly answer: string; readonly seal: string }
  | {
    readonly kind: 'write'; readonly event: string; readonly step: string; readonly key: string; readonly action: WriteAction['kind']; readonly to: Destination;
    readonly outcome: ReceiptOutcome; readonly resource: Source | null;
  }
  | { readonly kind: 'review-closed'; readonly how: 'signed-out' | 'locked' | 'left' };

/** One line of the log. `hash` is SHA-256 in hex over the RFC 8785 form of all the other fields; `prev` is the hash of the entry before, 64 zeros for the first. */
export interface AuditEntry {
  /** From 1. */
  readonly seq: number;
  readonly at: Instant;
  /** `Practitioner/id`. */
  readonly who: string;
  readonly patient: string;
  readonly encounter: string;
  readonly event: LogEvent;
  readonly prev: string;
  readonly hash: string;
}
