import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Source, SuggestionAction, SuggestionId } from '../model/index.ts';

/** The same for the same action, code, replaced code and charted resources, whoever found it: a decision on it is found again. */
export function suggestionId(action: SuggestionAction, code: string, from: string | undefined, charted: readonly Source[]): SuggestionId {
  const key = [action, code, from ?? '', ...charted.map((source) => source.reference).toSorted()].join('|');
  return bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16) as SuggestionId;
}
