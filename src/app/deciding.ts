import type { Choice, Decision, DecisionId, LogEvent, SignedItem, Suggestion, SuggestionId } from '../domain/model/index.ts';
import type { Correction } from '../domain/review/index.ts';
import type { Clock, Ids } from './parts.ts';
import type { OpenReview } from './review-state.ts';
import { decidedEvent, undoneEvent } from '../domain/audit/index.ts';
import { correctionOf, decide, mustOpenFirst, record, undo } from '../domain/review/index.ts';
import { withLedger } from './open-review.ts';

/** What a person's choice makes of the review, and what the log is told; null where it may not be. */
export type Decided = { readonly open: OpenReview; readonly event: LogEvent | null } | null;

export interface At { readonly clock: Clock; readonly ids: Ids }

export function decideOn(open: OpenReview, id: SuggestionId, choice: Choice, at: At): Decided {
  if (open.permission.kind === 'read-only' || open.remembered.has(id)) return null;
  const suggestion = open.analysis.suggestions.find((s) => s.id === id);
  if (suggestion === undefined || isSigned(open, id) || mustOpenFirst(suggestion, choice, open.opened)) return null;
  return decided(open, suggestion, choice, at);
}

/** Takes a decision back, and with it the correction that it began. */
export function undoOn(open: OpenReview, id: SuggestionId): Decided {
  const ledger = undo(open.ledger, id);
  if (ledger === open.ledger) return null;
  const undone = withLedger(open, ledger);
  const event = undoneEvent(id);
  const corrects = open.decisions.get(id)?.suggestion.corrects;
  if (corrects === undefined || undone.decisions.has(id)) return { open: undone, event };
  const rejected = open.signedBefore.find(({ item }) => item.suggestion === id && item.source.reference === corrects.reference);
  const suggestions = open.analysis.suggestions;
  if (rejected === undefined) return { open: withSuggestions(undone, suggestions.filter((one) => one.id !== id)), event };
  const put = suggestions.map((one) => (one.id === id ? withoutCorrects(one) : one));
  return { open: withSuggestions({ ...undone, remembered: new Map([...undone.remembered, [id, rejected.item]]) }, put), event };
}

/**
 * Puts a signed item back on the table: a rejection becomes decidable again; what was written gets a card of its own that takes it back
 * or recodes it, decided already. Both become a new signed event that names the earlier one.
 */
export function correctOn(open: OpenReview, signed: SignedItem, to: Correction | { readonly kind: 'reconsider' }, at: At): Decided {
  if (open.permission.kind !== 'may-countersign') return null;
  return to.kind === 'reconsider' ? reconsidered(open, signed) : corrected(open, signed, to, at);
}

/** Accepted, modified and rejected items that are not signed yet. A deferral stays open and asks for no name; a proposal asks for what is accepted. */
export function signableOf(open: OpenReview): readonly Decision[] {
  return [...open.decisions.values()].filter(({ id, choice: { kind } }) =>
    kind !== 'defer' && (kind !== 'reject' || open.permission.kind !== 'may-propose') && !open.ledger.signed.includes(id));
}

function reconsidered(open: OpenReview, signed: SignedItem): Decided {
  const id = signed.suggestion;
  const suggestions = open.analysis.suggestions;
  if (signed.choice.kind !== 'reject' || !suggestions.some((one) => one.id === id) || isSigned(open, id)) return null;
  const put = suggestions.map((one) => (one.id === id ? { ...one, corrects: signed.source } : one));
  return { open: withSuggestions({ ...open, remembered: new Map([...open.remembered].filter(([other]) => other !== id)) }, put), event: null };
}

function corrected(open: OpenReview, signed: SignedItem, to: Correction, at: At): Decided {
  const made = correctionOf(signed, { ...open.chart, signed: open.signedBefore.map(({ item }) => item) }, to);
  if (!made.ok || isSigned(open, made.suggestion.id)) return null;
  const others = open.analysis.suggestions.filter(({ id }) => id !== made.suggestion.id);
  const target = signed.choice.kind === 'accept' || signed.choice.kind === 'modify' ? signed.choice.target : 'encounter-diagnosis';
  return decided(withSuggestions(open, [...others, made.suggestion]), made.suggestion, { kind: 'accept', target }, at);
}

function decided(open: OpenReview, suggestion: Suggestion, choice: Choice, { clock, ids }: At): Decided {
  const decision = decide({ suggestion, choice, chart: open.chart, at: clock.now(), id: ids.next() as DecisionId });
  return { open: withLedger(open, record(open.ledger, decision)), event: decidedEvent(decision) };
}

function withSuggestions(open: OpenReview, suggestions: readonly Suggestion[]): OpenReview {
  return { ...open, analysis: { ...open.analysis, suggestions } };
}

function withoutCorrects({ corrects: _corrects, ...suggestion }: Suggestion): Suggestion {
  return suggestion;
}

function isSigned(open: OpenReview, id: SuggestionId): boolean {
  const decision = open.decisions.get(id);
  return decision !== undefined && open.ledger.signed.includes(decision.id);
}
