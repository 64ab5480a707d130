import { LITTLE_WORDS } from '../../text/word-forms.ts';
import type { PhraseEnd, PhraseNode } from './vocabulary.ts';

/** A stretch of words that says attributes. */
export interface PhraseHit {
  /** Index of the first word, and one past the last. */
  readonly from: number;
  readonly to: number;
  readonly ends: readonly PhraseEnd[];
}

/** Words to look for phrases in; `form` is null where the word is none that counts. */
export interface Words {
  readonly length: number;
  form(at: number): string | null;
  isCaps(at: number): boolean;
  isPlural(at: number): boolean;
}

/** Words that may divide the name of a part of the body: *lower end of right radius*. */
const SIDES: ReadonlySet<string> = new Set(['right', 'left', 'rt', 'lt', 'bilateral', 'unspecified']);

/** The longest phrase at each place, left to right; then those that a side divides, in place of what they hold. */
export function phrasesIn(words: Words, root: PhraseNode): readonly PhraseHit[] {
  const plain = matchAll(words, null, root);
  if (plain.length === 0 || !hasSide(words)) return plain;
  const kept: number[] = [];
  for (let at = 0; at < words.length; at++) if (!SIDES.has(words.form(at) ?? '')) kept.push(at);
  const divided = matchAll(words, kept, root).filter(({ from, to }) => {
    for (let at = from + 1; at < to; at++) if (SIDES.has(words.form(at) ?? '')) return !plain.some((hit) => hit.from < from && hit.to > from);
    return false;
  });
  if (divided.length === 0) return plain;
  const isSide = ({ from, to }: PhraseHit): boolean => to === from + 1 && SIDES.has(words.form(from) ?? '');
  return [...plain.filter((hit) => isSide(hit) || !divided.some(({ from, to }) => hit.from < to && from < hit.to)), ...divided].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function hasSide(words: Words): boolean {
  for (let at = 0; at < words.length; at++) if (SIDES.has(words.form(at) ?? '')) return true;
  return false;
}

/** @param places of the words that count; null: all */
function matchAll(words: Words, places: readonly number[] | null, root: PhraseNode): PhraseHit[] {
  const hits: PhraseHit[] = [];
  const length = places?.length ?? words.length;
  let at = 0;
  while (at < length) {
    const hit = longestAt(words, places, length, at, root);
    if (hit === undefined) {
      at++;
      continue;
    }
    hits.push({ from: places?.[at] ?? at, to: (places?.[hit.to - 1] ?? hit.to - 1) + 1, ends: hit.ends });
    at = hit.to;
  }
  return hits;
}

function longestAt(words: Words, places: readonly number[] | null, length: number, first: number, root: PhraseNode): { to: number; ends: readonly PhraseEnd[] } | undefined {
  let node = root;
  let caps = true;
  let plural = false;
  let best: { to: number; ends: readonly PhraseEnd[] } | undefined;
  for (let at = first; at < length; at++) {
    const place = places?.[at] ?? at;
    const form = words.form(place);
    const next = form === null ? undefined : node.next.get(form);
    if (next === undefined) {
      if (at > first && form !== null && LITTLE_WORDS.has(form)) continue;
      return best;
    }
    node = next;
    caps &&= words.isCaps(place);
    plural ||= words.isPlural(place);
    const ends = node.asWritten && !(caps && plural) ? node.ends.filter((end) => (caps || !end.caps) && (plural || !end.several)) : node.ends;
    if (ends.length > 0) best = { to: at + 1, ends };
  }
  return best;
}
