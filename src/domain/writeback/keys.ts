import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Attestation, StepId, WriteAction, WriteStep } from '../model/index.ts';

/**
 * A step with its idempotency key: SHA-256 over encounter, attestation, what it is about (a suggestion, the claim), and what it does.
 * The same countersignature always plans the same keys, so a repeat finds what it wrote before.
 */
export function stepFor(
  attestation: Attestation, subject: string, action: WriteAction, says: string, after: readonly StepId[] = [],
): WriteStep {
  const key = bytesToHex(sha256(utf8ToBytes(JSON.stringify([
    attestation.encounter.reference, subject, attestation.id, action.kind, target(action),
  ]))));
  return { id: `${action.kind}-${key.slice(0, 12)}` as StepId, key, action, to: 'ehr', handOver: null, after, says };
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
    case 'propose-item': return '';
    case 'answer-proposal': return action.task.reference;
    case 'file-note': return action.purpose;
    case 'anchor-log': return `${action.head.log} ${action.head.count}`;
  }
}
