import type { Mention, Note, NoteFindings, QuoteEvidence, Span } from '../model/index.ts';

/** A sentence longer than this (UTF-16 units) is quoted around the mention only. */
const LONGEST_QUOTE = 320;

/** The sentence around a mention, verbatim, with the mention and its cues marked. */
export function quote(note: Note, found: NoteFindings, mention: Mention): QuoteEvidence {
  const sentence = window(found.sentences[mention.sentence] ?? mention, mention);
  const { start, end } = trimmed(note.text, sentence);
  const marks = [mention, ...mention.assertion.cues]
    .filter((span) => span.start >= start && span.end <= end && span.end > span.start)
    .map((span) => ({ start: span.start, end: span.end }))
    .toSorted((a, b) => a.start - b.start);
  return {
    kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id,
    start, end, quote: note.text.slice(start, end), marks,
  };
}

function window(sentence: Span, mention: Span): Span {
  if (sentence.end - sentence.start <= LONGEST_QUOTE) return sentence;
  const room = Math.max(0, Math.floor((LONGEST_QUOTE - (mention.end - mention.start)) / 2));
  return { start: Math.max(sentence.start, mention.start - room), end: Math.min(sentence.end, mention.end + room) };
}

/** Never splits a surrogate pair, never begins or ends with white space. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  if (isLowSurrogate(text, start)) start += 1;
  if (isLowSurrogate(text, end)) end -= 1;
  while (start < end && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return { start, end };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
