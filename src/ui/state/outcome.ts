import type { Choice, Decision, SignedItem } from '../../domain/model/index.ts';
import type { Elsewhere, OpenReview } from '../../app/review-state.ts';
import { dayOf, DEFER_WORDS, REJECT_WORDS, targetWords } from './words.ts';

export const CHOICE_WORDS: Readonly<Record<Choice['kind'], string>> = {
  accept: 'Accepted', modify: 'Modified', reject: 'Rejected', defer: 'Deferred',
};

export function outcomeWord({ choice, suggestion }: Decision): string {
  if (choice.kind === 'reject' && suggestion.proposal !== undefined) return 'Declined';
  return suggestion.action === 'remove' && choice.kind === 'accept' ? 'Removal accepted' : CHOICE_WORDS[choice.kind];
}

/** What follows from a decision, or its reason, and whether it has gone out under a name. */
export function outcomeDetail(open: OpenReview, decision: Decision): string {
  const { choice, suggestion } = decision;
  const stands = standingWords(open, decision);
  switch (choice.kind) {
    case 'accept':
      if (suggestion.action === 'remove') return upper(stands);
      if (suggestion.action === 'add' && suggestion.instead !== undefined) return `Replaces ${suggestion.instead} on the draft claim · ${stands}`;
      return suggestion.action === 'specify' ? `Replaces ${suggestion.from ?? 'the charted code'} · ${stands}` : `${targetWords(suggestion, choice.target)} · ${stands}`;
    case 'modify': return `Suggested was ${suggestion.code} · ${stands}`;
    case 'reject': return [REJECT_WORDS[choice.reason], choice.text].filter((part) => part !== undefined).join(': ');
    case 'defer': return [DEFER_WORDS[choice.reason], choice.text].filter((part) => part !== undefined).join(': ');
  }
}

function standingWords(open: OpenReview, decision: Decision): string {
  const word = open.permission.kind === 'may-propose' ? 'proposed' : 'signed';
  return isSigned(open, decision) ? word : `not ${word} yet`;
}

function upper(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** What somebody signed before, in a few words: "Accepted", "Removal accepted", "Rejected: The evidence was misread". */
export function signedWords({ action, choice }: SignedItem): string {
  switch (choice.kind) {
    case 'accept': return action === 'remove' ? 'Removal accepted' : CHOICE_WORDS.accept;
    case 'modify': return CHOICE_WORDS.modify;
    case 'reject': return `${CHOICE_WORDS.reject}: ${REJECT_WORDS[choice.reason]}`;
    case 'defer': return `${CHOICE_WORDS.defer}: ${DEFER_WORDS[choice.reason]}`;
  }
}

/** "Dr. Ada Example, 18 Nov 2026": who and when, as far as the record says. */
export function byLine(name: string | null, reference: string | null, at: string | null): string {
  return [name ?? reference ?? 'somebody the record does not name', at === null ? null : dayOf(at)].filter((part) => part !== null).join(', ');
}

/** "Decided meanwhile by Dr. Berg, 18 Nov 2026: I10 was added to this encounter." */
export function elsewhereWords({ by, who, at, what }: Elsewhere): string {
  const whose = by === 'another-tab' ? 'in another tab' : `by ${byLine(who, null, at)}`;
  return `Decided meanwhile ${whose}: ${what.replace(/\.$/, '')}.`;
}

/** An attestation, or a proposal, lists it: it is no longer undone, only corrected by a new signed event. */
export function isSigned(open: OpenReview, decision: Decision): boolean {
  return open.ledger.signed.includes(decision.id);
}
