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
}

/** Words that may divide the name of a part of the body: *lower end of right radius*. */
const SIDES: ReadonlySet<string> = new Set(['right', 'left', 'rt', 'lt', 'bilateral', 'unspecified']);

/** The longest phrase at each place, left to right; then those that a side divides, in place of what they hold. */
export function phrasesIn(words: Words, root: PhraseNode): readonly PhraseHit[] {
  const all = indexes(words.length);
  const plain = matchAll(words, all, root);
  const kept = all.filter((at) => !SIDES.has(words.form(at) ?? ''));
  if (kept.length === all.length || kept.length === 0) return plain;
  const divided = matchAll(words, kept, root).filter(({ from, to }) => {
    for (let at = from + 1; at < to; at++) if (SIDES.has(words.form(at) ?? '')) return !plain.some((hit) => hit.from < from && hit.to > from);
    return false;
  });
  if (divided.length === 0) return plain;
  const isSide = ({ from, to }: PhraseHit): boolean => to === from + 1 && SIDES.has(words.form(from) ?? '');
  return [...plain.filter((hit) => isSide(hit) || !divided.some(({ from, to }) => hit.from < to && from < hit.to)), ...divided].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

function indexes(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}

function matchAll(words: Words, places: readonly number[], root: PhraseNode): PhraseHit[] {
  const hits: PhraseHit[] = [];
  let at = 0;
  while (at < places.length) {
    const hit = longestAt(words, places, at, root);
    if (hit === undefined) {
      at++;
      continue;
    }
    hits.push({ from: places[at]!, to: places[hit.to - 1]! + 1, ends: hit.ends });
    at = hit.to;
  }
  return hits;
}

function longestAt(words: Words, places: readonly number[], first: number, root: PhraseNode): { to: number; ends: readonly PhraseEnd[] } | undefined {
  let node = root;
  let caps = true;
  let best: { to: number; ends: readonly PhraseEnd[] } | undefined;
  for (let at = first; at < places.length; at++) {
    const form = words.form(places[at]!);
    const next = form === null ? undefined : node.next.get(form);
    if (next === undefined) {
      if (at > first && form !== null && LITTLE_WORDS.has(form)) continue;
      return best;
    }
    node = next;
    caps &&= words.isCaps(places[at]!);
    const ends = node.ends.filter((end) => caps || !end.caps);
    if (ends.length > 0) best = { to: at + 1, ends };
  }
  return best;
}
