import type { Assertion, Span } from '../model/index.ts';
import { assertSpan } from './assertion/assert.ts';
import { readNote } from './read-note.ts';

/**
 * The assertion of any span of a note, whether or not the lexicon knows it. A target given as words is its first occurrence, in any case.
 * Offsets are UTF-16 into `text`.
 * @returns null when the words do not occur, or the span does not lie in the text
 */
export function assertTarget(text: string, target: Span | string): (Span & Assertion) | null {
  const span = typeof target === 'string' ? firstOccurrence(text, target) : target;
  if (!span || span.start < 0 || span.end > text.length || span.start >= span.end) return null;
  const read = readNote(text);
  const sentence = read.sentences.findIndex(({ end }) => end > span.start);
  if (sentence < 0) return null;
  return { start: span.start, end: span.end, ...assertSpan(span, read.frame(sentence)) };
}

/** Lower case may change the length of a text, so letters are compared one by one where it does. */
function firstOccurrence(text: string, words: string): Span | null {
  if (words === '') return null;
  const lower = text.toLowerCase();
  if (lower.length === text.length) {
    const start = lower.indexOf(words.toLowerCase());
    return start < 0 ? null : { start, end: start + words.length };
  }
  const start = text.search(new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`), 'iu'));
  return start < 0 ? null : { start, end: start + words.length };
}
