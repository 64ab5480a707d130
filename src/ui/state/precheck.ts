import type { Decision, PrecheckFinding, Suggestion, SuggestionId } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { groupsOf, openSuggestions, type Item } from './items.ts';

/** A finding that still holds with what the person has decided, and the cards that would mend it. */
export interface LeftFinding {
  readonly finding: PrecheckFinding;
  readonly cards: readonly { readonly group: string; readonly item: Item & { readonly kind: 'suggestion' } }[];
}

/** What is to be known before signing: moot once a code that it is about will not stand. What is not valid comes first. */
export function findingsLeft(open: OpenReview): readonly LeftFinding[] {
  const taken = new Set([...open.decisions.values()].map(written));
  const held = open.analysis.precheck.filter((finding) => !subjectsOf(finding).some((code) => isGone(code, open)) && finding.mendedBy?.some((code) => taken.has(code)) !== true);
  const sorted = [...held.filter(isInvalid), ...held.filter((finding) => !isInvalid(finding))];
  return sorted.map((finding) => ({ finding, cards: cardsOf(finding, open) }));
}

/** Ticked items that would write a code which is not valid on the day of service: these alone may not be signed. */
export function notValid(open: OpenReview, items: readonly Decision[], ticked: readonly SuggestionId[]): readonly Decision[] {
  const codes = new Set(open.analysis.precheck.filter(isInvalid).flatMap((finding) => finding.codes));
  return items.filter((decision) => ticked.includes(decision.suggestion.id) && codes.has(written(decision) ?? ''));
}

function isInvalid({ kind }: PrecheckFinding): boolean {
  return kind === 'invalid';
}

/** A conflict is between all of its codes; of the others the first is the one that is wrong. */
function subjectsOf({ kind, codes }: PrecheckFinding): readonly string[] {
  return kind === 'conflict' ? codes : codes.slice(0, 1);
}

/** Taken off or replaced by a decision; or suggested only, and not taken over. */
function isGone(code: string, open: OpenReview): boolean {
  const suggestions = openSuggestions(open);
  if (suggestions.some((s) => leaves(s) === code && isTaken(s, open))) return true;
  const bring = suggestions.filter((s) => s.action !== 'remove' && s.code === code);
  return bring.length > 0 && bring.every((s) => written(open.decisions.get(s.id)) !== code);
}

function leaves({ action, code, from }: Suggestion): string | undefined {
  return action === 'remove' ? code : from;
}

function isTaken({ id }: Suggestion, open: OpenReview): boolean {
  const kind = open.decisions.get(id)?.choice.kind;
  return kind === 'accept' || kind === 'modify';
}

/** The code that a decision brings. */
function written(decision: Decision | undefined): string | null {
  if (decision === undefined) return null;
  const { choice, suggestion } = decision;
  if (choice.kind === 'modify') return choice.code;
  return choice.kind === 'accept' && suggestion.action !== 'remove' ? suggestion.code : null;
}

function cardsOf({ codes }: PrecheckFinding, open: OpenReview): LeftFinding['cards'] {
  return groupsOf(open).flatMap(({ id, items }) => items.flatMap((item) =>
    (item.kind === 'suggestion' && [item.suggestion.code, item.suggestion.from].some((code) => code !== undefined && codes.includes(code)) ? [{ group: id, item }] : [])));
}
