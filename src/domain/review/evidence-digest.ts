import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Evidence } from '../model/index.ts';

/**
 * Tells whether a piece of evidence is one that somebody has seen before: SHA-256 in hex over what it says, not over where it stands today.
 * The same words in a newer version of the document, the same result read again, and the same search on a later day are nothing new.
 */
export function evidenceDigest(evidence: Evidence): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(gist(evidence)))));
}

function gist(evidence: Evidence): readonly unknown[] {
  switch (evidence.kind) {
    case 'quote': return ['quote', evidence.document, evidence.quote.replaceAll(/\s+/g, ' ').trim()];
    case 'fact': return ['fact', kindOf(evidence.resource), evidence.code, evidence.value ?? null, evidence.unit ?? null, evidence.date];
    case 'searched': return ['searched', evidence.what.toSorted(), evidence.kinds.toSorted()];
  }
}

/** `Observation` of `Observation/1` and of `https://…/Observation/1` alike. */
function kindOf(reference: string): string {
  return reference.split('/').at(-2) ?? reference;
}
