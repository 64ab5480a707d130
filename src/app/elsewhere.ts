import type { Choice, Decision, SignedItem, Suggestion, SuggestionId } from '../domain/model/index.ts';
import type { Newcomer, Since } from '../fhir/send/contract.ts';
import type { KeptDecision } from '../store/contract.ts';
import type { Elsewhere, Held } from './review-state.ts';
import { undotted } from '../domain/coding/tabular.ts';

/** Decisions that what came to the record since it was read speaks to: held back, never overwritten. So are those for which it could not be asked. */
export function heldByOthers(decisions: readonly Decision[], { newcomers, unchecked }: Since): readonly Held[] {
  /** Kinds that this EHR denies or does not offer were not part of what was read either. */
  const failed = unchecked.filter(({ status }) => status === 'failed' || status === 'partial');
  return decisions.flatMap((decision): Held[] => {
    const suggestion = decision.suggestion.id;
    const touches = newcomers.flatMap((newcomer) => touch(newcomer, decision.suggestion, decision.choice));
    if (touches.length > 0) {
      const why = touches.some((one) => one.why === 'decided-elsewhere') ? 'decided-elsewhere' : 'changed';
      return [{ suggestion, why, what: [...new Set(touches.map(({ what }) => what))] }];
    }
    const open = failed.filter(({ kind }) => matters(kind, decision.suggestion, decision.choice));
    return open.length === 0 ? [] : [{ suggestion, why: 'cannot-check', what: [...new Set(open.map(({ why }) => why))] }];
  });
}

/** What another person decided, by the items that lie open here. */
export function byOthers(suggestions: readonly Suggestion[], newcomers: readonly Newcomer[]): ReadonlyMap<SuggestionId, Elsewhere> {
  return new Map(suggestions.flatMap((suggestion): readonly (readonly [SuggestionId, Elsewhere])[] => {
    const newcomer = newcomers.find((one) => speaksOf(one, suggestion, null));
    return newcomer === undefined ? [] : [[suggestion.id, { by: 'another-person', who: newcomer.who, at: newcomer.at, what: wordsFor(newcomer) }]];
  }));
}

/** What another tab of this person decided or signed, by the items that lie open here. */
export function byOtherTab(suggestions: readonly Suggestion[], decided: readonly KeptDecision[], signed: readonly SignedItem[]): ReadonlyMap<SuggestionId, Elsewhere> {
  const open = new Set(suggestions.map(({ id }) => id));
  const entries: readonly (readonly [SuggestionId, Elsewhere])[] = [
    ...decided.map(({ suggestion, choice, at }) => [suggestion, { by: 'another-tab', who: null, at, what: CHOSEN[choice.kind] }] as const),
    ...signed.map(({ suggestion, choice, whoName, at }) => [suggestion, { by: 'another-tab', who: whoName, at, what: `signed as ${CHOSEN[choice.kind]}` }] as const),
  ];
  return new Map(entries.filter(([id]) => open.has(id)));
}

/** An item signed in another tab is not signed again here; and since that changed the record, the others wait until it is read again. */
export function heldByOtherTab(decisions: readonly Decision[], signed: readonly SignedItem[]): readonly Held[] {
  if (signed.length === 0) return [];
  return decisions.map(({ suggestion: { id } }): Held => {
    const same = signed.find((item) => item.suggestion === id);
    return same === undefined
      ? { suggestion: id, why: 'changed', what: ['Another tab signed on this visit since you read it here. Read the record again.'] }
      : { suggestion: id, why: 'decided-elsewhere', what: [`Another tab signed it as ${CHOSEN[same.choice.kind]}.`] };
  });
}

const CHOSEN: Readonly<Record<Choice['kind'], string>> = { accept: 'accepted', modify: 'modified', reject: 'rejected', defer: 'deferred' };

function touch(newcomer: Newcomer, suggestion: Suggestion, choice: Choice): readonly { readonly why: Held['why']; readonly what: string }[] {
  if (speaksOf(newcomer, suggestion, choice)) return [{ why: 'decided-elsewhere', what: `${wordsFor(newcomer)}${newcomer.who === null ? '' : ` by ${newcomer.who}`}` }];
  if (newcomer.kind === 'Claim' && writes(choice)) return [{ why: 'changed', what: 'A draft claim was started for this visit' }];
  if (newcomer.kind === 'DocumentReference' && restsOnAbsence(suggestion)) return [{ why: 'changed', what: 'A new note came to this visit: it may hold what was not found before' }];
  return [];
}

function speaksOf({ kind, code, suggestion: about }: Newcomer, suggestion: Suggestion, choice: Choice | null): boolean {
  if (kind === 'DocumentReference' || kind === 'Claim') return false;
  if (about !== undefined) return about === suggestion.id;
  if (code === null) return false;
  const codes = [suggestion.code, ...(suggestion.from === undefined ? [] : [suggestion.from]), ...(choice?.kind === 'modify' ? [choice.code] : [])];
  return codes.some((own) => undotted(own) === undotted(code));
}

function wordsFor({ kind, code }: Newcomer): string {
  const what = code ?? 'An item';
  switch (kind) {
    case 'Condition': return `${what} was added to this encounter`;
    case 'Task': return `${what} was proposed for this encounter`;
    case 'Provenance': return `${what} was signed for this encounter`;
    case 'Claim': return `${what} was put on a draft claim`;
    case 'DocumentReference': return 'A new note came';
  }
}

function matters(kind: Newcomer['kind'], suggestion: Suggestion, choice: Choice): boolean {
  switch (kind) {
    case 'Condition': case 'Provenance': case 'Task': return true;
    case 'Claim': return writes(choice);
    case 'DocumentReference': return restsOnAbsence(suggestion);
  }
}

function writes({ kind }: Choice): boolean {
  return kind === 'accept' || kind === 'modify';
}

/** As in `seenVersions`: where nothing was found, any new note may hold it. */
function restsOnAbsence({ action, evidence }: Suggestion): boolean {
  return action === 'remove' || evidence.some(({ kind }) => kind === 'searched');
}
