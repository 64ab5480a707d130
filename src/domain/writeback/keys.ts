import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { HandOver, Source, StepId, WriteAction, WriteStep } from '../model/index.ts';

/** What a plan carries out: an attestation, a proposal, the cancelling of one, the head of a log. */
export interface SignedEvent {
  readonly id: string;
  readonly encounter: Source;
}

/** Where a step goes; the EHR unless told. */
export type Ending =
  | { readonly to: 'ehr' | 'companion' }
  | { readonly to: 'hand'; readonly handOver: HandOver };

/**
 * A step with its idempotency key: SHA-256 over encounter, event, what it is about (a suggestion, the claim), and what it does.
 * The same event always plans the same keys, wherever a step goes, so a repeat finds what it wrote before.
 */
export function stepFor(
  event: SignedEvent, subject: string, action: WriteAction, says: string, after: readonly StepId[] = [], ending: Ending = { to: 'ehr' },
): WriteStep {
  const key = bytesToHex(sha256(utf8ToBytes(JSON.stringify([
    event.encounter.reference, subject, event.id, action.kind, target(action),
  ]))));
  const handOver = ending.to === 'hand' ? ending.handOver : null;
  return { id: `${action.kind}-${key.slice(0, 12)}` as StepId, key, action, to: ending.to, handOver, after, says };
}

function target(action: WriteAction): string {
  switch (action.kind) {
    case 'create-condition': return action.target;
    case 'recode-condition':
    case 'withdraw-condition':
    case 'release-condition': return action.condition.reference;
    case 'update-claim': return action.claim.reference;
    case 'update-encounter': return action.encounter.reference;
    case 'machine-provenance':
    case 'attestation-provenance': return action.of.join(' ');
    case 'create-claim':
    case 'propose-claim':
    case 'propose-condition':
    case 'propose-item':
    case 'send-query': return '';
    case 'answer-proposal':
    case 'answer-query':
    case 'close-query': return action.task.reference;
    case 'follow-query': return `${action.task.reference} ${action.how}`;
    case 'notify-query': return action.why;
    case 'file-note': return action.purpose;
    case 'anchor-log': return `${action.head.log} ${action.head.count}`;
  }
}
