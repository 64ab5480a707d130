import type { Choice, Decision } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { DEFER_WORDS, REJECT_WORDS, TARGET_WORDS } from './words.ts';

export const CHOICE_WORDS: Readonly<Record<Choice['kind'], string>> = {
  accept: 'Accepted', modify: 'Modified', reject: 'Rejected', defer: 'Deferred',
};

export function outcomeWord({ choice, suggestion }: Decision): string {
  return suggestion.action === 'remove' && choice.kind === 'accept' ? 'Removal accepted' : CHOICE_WORDS[choice.kind];
}

/** What follows from a decision, or its reason, and whether a name stands under it. */
export function outcomeDetail(decision: Decision, signed: boolean): string {
  const { choice, suggestion } = decision;
  const stands = signed ? 'signed' : 'not signed yet';
  switch (choice.kind) {
    case 'accept':
      if (suggestion.action === 'remove') return signed ? 'Signed' : 'Not signed yet';
      return suggestion.action === 'specify' ? `Replaces ${suggestion.from ?? 'the charted code'} · ${stands}` : `${TARGET_WORDS[choice.target]} · ${stands}`;
    case 'modify': return `Suggested was ${suggestion.code} · ${stands}`;
    case 'reject': return [REJECT_WORDS[choice.reason], choice.text].filter((part) => part !== undefined).join(': ');
    case 'defer': return [DEFER_WORDS[choice.reason], choice.text].filter((part) => part !== undefined).join(': ');
  }
}

/** An attestation lists it: it is no longer undone, only corrected by a new signed event. */
export function isSigned(open: OpenReview, decision: Decision): boolean {
  return open.ledger.signed.includes(decision.id);
}
