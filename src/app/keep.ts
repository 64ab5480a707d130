import type { Choice, Decision, DecisionId, SeenVersions, Suggestion, SuggestionId } from '../domain/model/index.ts';

/** Storage that lives as long as the tab: sessionStorage in the browser. */
export interface TabStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** What is kept of a decision: ids, versions, the choice. The suggestion with its quotes is worked out anew. */
interface KeptDecision {
  readonly id: string;
  readonly suggestion: SuggestionId;
  readonly choice: Choice;
  readonly seen: SeenVersions;
  readonly at: string;
  /** `pending`: not known to be written; where the suggestion is gone after a reload, it was. `written`: a rejection, which stays. */
  readonly signed?: 'pending' | 'written';
}

interface Kept {
  readonly format: 1;
  readonly decisions: readonly KeptDecision[];
  readonly opened: readonly SuggestionId[];
}

/** One key for each EHR, user and encounter, so that a shared workstation never mixes two people's work. */
export function keepKey(ehr: string, user: string, encounter: string): string {
  return `countersign.review|${ehr}|${user}|${encounter}`;
}

/** A decision to keep, and how far its signing came; null: not signed. */
export interface Keeping {
  readonly decision: Decision;
  readonly signed: 'pending' | 'written' | null;
}

export function keep(store: TabStore, key: string, decisions: readonly Keeping[], opened: Iterable<SuggestionId>): void {
  const kept: Kept = {
    format: 1,
    decisions: decisions.map(({ decision: { id, suggestion, choice, seen, at }, signed }) => ({ id, suggestion: suggestion.id, choice, seen, at, ...(signed === null ? {} : { signed }) })),
    opened: [...opened],
  };
  store.setItem(key, JSON.stringify(kept));
}

/**
 * Decisions of this tab that still stand: the same suggestion exists, on the same versions. The others are counted,
 * so that the person is told; they are not carried over to evidence nobody looked at. `signed` names rejections that were signed:
 * they come back only on new evidence (rule of trust 11).
 */
export function restore(
  store: TabStore, key: string, suggestions: readonly Suggestion[], seenNow: (suggestion: Suggestion) => SeenVersions,
): { readonly decisions: readonly Decision[]; readonly signed: readonly DecisionId[]; readonly opened: readonly SuggestionId[]; readonly dropped: number } {
  const kept = parse(store.getItem(key));
  const known = new Map(suggestions.map((s) => [s.id, s]));
  const decisions = kept.decisions.flatMap((decision): Decision[] => {
    const suggestion = known.get(decision.suggestion);
    if (suggestion === undefined || !sameVersions(decision.seen, seenNow(suggestion))) return [];
    const { id, choice, seen, at } = decision;
    return [{ id: id as DecisionId, suggestion, choice, seen, at }];
  });
  const stands = new Set(decisions.map((d) => d.suggestion.id));
  return {
    decisions,
    opened: kept.opened.filter((id) => stands.has(id)),
    signed: kept.decisions.filter((d) => d.signed === 'written' && stands.has(d.suggestion)).map((d) => d.id as DecisionId),
    dropped: kept.decisions.filter((d) => !stands.has(d.suggestion) && (d.signed === undefined || (d.signed === 'pending' && known.has(d.suggestion)))).length,
  };
}

function parse(text: string | null): Kept {
  if (text === null) return EMPTY;
  try {
    const value = JSON.parse(text) as Partial<Kept>;
    if (value.format !== 1 || !Array.isArray(value.decisions) || !Array.isArray(value.opened)) return EMPTY;
    return value as Kept;
  } catch {
    return EMPTY;
  }
}

const EMPTY: Kept = { format: 1, decisions: [], opened: [] };

function sameVersions(one: SeenVersions, other: SeenVersions): boolean {
  return canonical(one) === canonical(other);
}

function canonical(seen: SeenVersions): string {
  const notes = seen.notes.map((n) => `${n.note}|${n.document.version ?? ''}|${n.textHash}`).toSorted();
  const charted = seen.charted.map((s) => `${s.reference}|${s.version ?? ''}`).toSorted();
  return JSON.stringify([notes, charted]);
}
