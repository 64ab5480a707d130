import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** `sha256:…` in hex over the UTF-8 bytes. */
export function hashOf(content: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(content)))}`;
}
