import type { SignedItem, Suggestion, SuggestionId } from '../model/index.ts';
import { evidenceDigest } from './evidence-digest.ts';

export interface Remembered {
  /** Rejections that still hold, by the suggestion they keep away. */
  readonly remembered: ReadonlyMap<SuggestionId, SignedItem>;
  /** Rejected before, and back because they hold evidence that the signer had not seen. */
  readonly returned: ReadonlySet<SuggestionId>;
}

/**
 * A rejected item returns only on new evidence (rule of trust 11). One that carries an open proposal is a card whatever was decided before:
 * a colleague waits for the answer. (What was rejected on the same evidence is not proposed again: see `planProposal`.)
 * @param signed newest first; the newest one of a suggestion counts, unless a later one for the same suggestion corrects it.
 */
export function rememberedRejections(signed: readonly SignedItem[], suggestions: readonly Suggestion[]): Remembered {
  const remembered = new Map<SuggestionId, SignedItem>();
  const returned = new Set<SuggestionId>();
  for (const { id, evidence, proposal } of suggestions) {
    if (proposal !== undefined) continue;
    const item = standingItem(signed.filter((one) => one.suggestion === id));
    if (item?.choice.kind !== 'reject') continue;
    if (evidence.every((piece) => item.evidence.includes(evidenceDigest(piece)))) remembered.set(id, item);
    else returned.add(id);
  }
  return { remembered, returned };
}

/** Clocks of several devices may disagree, so what was corrected is left out before the newest is taken. */
function standingItem(items: readonly SignedItem[]): SignedItem | undefined {
  return items.find((item) => !items.some((later) => later !== item && later.corrects === item.source.reference));
}
