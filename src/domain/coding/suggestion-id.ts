import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Source, SuggestionAction, SuggestionId } from '../model/index.ts';

/**
 * The same for the same action, code, replaced code and charted Conditions, whoever found it: a decision on it is found again. A draft claim comes
 * and goes with what is countersigned beside it, so that it counts only where it alone carries the diagnosis.
 */
export function suggestionId(action: SuggestionAction, code: string, from: string | undefined, charted: readonly Source[]): SuggestionId {
  const references = charted.map((source) => source.reference);
  const conditions = references.filter((reference) => /(?:^|\/)Condition\//.test(reference));
  const key = [action, code, from ?? '', ...(conditions.length > 0 ? conditions : references).toSorted()].join('|');
  return bytesToHex(sha256(utf8ToBytes(key))).slice(0, 16) as SuggestionId;
}
