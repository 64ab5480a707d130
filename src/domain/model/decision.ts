import type { Brand, Instant, Source } from './primitives.ts';
import type { NoteId } from './note.ts';
import type { Suggestion } from './suggestion.ts';

export type DecisionId = Brand<string, 'DecisionId'>;

export const REJECT_REASONS = [
  'not-clinically-valid', 'not-addressed-this-visit', 'evidence-misread', 'already-documented', 'other',
] as const;
export type RejectReason = (typeof REJECT_REASONS)[number];

export const DEFER_REASONS = ['need-more-information', 'ask-colleague', 'later'] as const;
export type DeferReason = (typeof DEFER_REASONS)[number];

/** Where an added or changed diagnosis goes. */
export type ConditionTarget = 'encounter-diagnosis' | 'problem-list-item';

export type Choice =
  | { readonly kind: 'accept'; readonly target: ConditionTarget }
  | { readonly kind: 'modify'; readonly code: string; readonly title: string; readonly target: ConditionTarget }
  | { readonly kind: 'reject'; readonly reason: RejectReason; readonly text?: string }
  | { readonly kind: 'defer'; readonly reason: DeferReason; readonly text?: string };

/** The versions of notes and chart that a person looked at when deciding; checked again when countersigning. */
export interface SeenVersions {
  readonly notes: readonly { readonly note: NoteId; readonly document: Source; readonly textHash: string }[];
  readonly charted: readonly Source[];
}

/** What one person chose for one suggestion, on which versions. */
export interface Decision {
  readonly id: DecisionId;
  readonly suggestion: Suggestion;
  readonly choice: Choice;
  readonly seen: SeenVersions;
  readonly at: Instant;
}
