import type { Evidence } from '../../model/index.ts';

/** A diagnosis that a person is about to countersign. */
export interface Countersigned {
  /** With the dot. */
  readonly code: string;
  readonly evidence: readonly Evidence[];
}

/** A code that a provider's words in this visit name, as present now. */
export interface SaidCode {
  /** With the dot; billable in the release in force. */
  readonly code: string;
  readonly title: string;
  readonly evidence: readonly Evidence[];
}
