import type { Choice, Suggestion, SuggestionId } from '../model/index.ts';

/** Evidence first: these may be rejected or deferred unread, but not taken over (Buçinca et al., 2021: only a forcing step cuts over-reliance). */
export function mustOpenFirst(suggestion: Suggestion, choice: Pick<Choice, 'kind'>, opened: ReadonlySet<SuggestionId>): boolean {
  return suggestion.evidenceFirst && (choice.kind === 'accept' || choice.kind === 'modify') && !opened.has(suggestion.id);
}
