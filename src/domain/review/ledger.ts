import type { Decision, DecisionId, SuggestionId } from '../model/index.ts';

/** Everything decided in one review, in order. Plain data: it may be stored and read back. */
export interface ReviewLedger {
  readonly decisions: readonly Decision[];
  /** Decisions that an attestation lists. They are no longer undone, only corrected by a new signed event. */
  readonly signed: readonly DecisionId[];
}

export const emptyLedger: ReviewLedger = { decisions: [], signed: [] };

/** The last decision on a suggestion is the one that counts; the former ones stay, so that undo finds them. */
export function record(ledger: ReviewLedger, decision: Decision): ReviewLedger {
  return { ...ledger, decisions: [...ledger.decisions, decision] };
}

/** Takes back the last decision on this suggestion, down to the one before it. What was signed stays. */
export function undo(ledger: ReviewLedger, suggestion: SuggestionId): ReviewLedger {
  const last = currentDecision(ledger, suggestion);
  if (last === undefined || ledger.signed.includes(last.id)) return ledger;
  return { ...ledger, decisions: ledger.decisions.filter((d) => d !== last) };
}

/** Closes these decisions for undo. */
export function sign(ledger: ReviewLedger, decisions: readonly DecisionId[]): ReviewLedger {
  return { ...ledger, signed: [...new Set([...ledger.signed, ...decisions])] };
}

export function currentDecision(ledger: ReviewLedger, suggestion: SuggestionId): Decision | undefined {
  return ledger.decisions.findLast((d) => d.suggestion.id === suggestion);
}

/** One decision a suggestion, in the order in which the suggestions were first decided. */
export function currentDecisions(ledger: ReviewLedger): readonly Decision[] {
  return [...new Map(ledger.decisions.map((d) => [d.suggestion.id, d])).values()];
}
