import type { Attribute, Mention, Note, NoteFindings, QuoteEvidence, Span } from '../model/index.ts';

/** A passage longer than this (UTF-16 units) is quoted around its words only. */
const LONGEST_QUOTE = 320;

/** Passages that are kept of what is left out: enough to see why, however often a note says it. */
export const MOST_PASSAGES = 20;

/**
 * The sentence around a mention, verbatim, with the words marked that decided: the mention, what makes its code specific, the cues of
 * its assertion. What of these stands in a sentence next to it is quoted with it; what stands farther away (a header, the head of a
 * column, a sentence below) follows as a quote of its own that completes the first.
 * @param attributes those said of it, wherever they stand; `reported` ones are marked
 */
export function quotes(note: Note, found: NoteFindings, mention: Mention, attributes: readonly Attribute[] = mention.attributes): readonly [QuoteEvidence, ...QuoteEvidence[]] {
  const words = [...attributes.filter(({ reported }) => reported), ...mention.assertion.cues].filter(({ start, end }) => end > start);
  const own = found.sentences[mention.sentence] ?? mention;
  const beside = words.filter((span) => !isWithin(span, own)).map((span) => ({ span, passage: passageOf(span, found.sentences, note.text) })).toSorted((a, b) => a.span.start - b.span.start);
  let first: Span = own;
  for (const { passage } of [...beside.filter(({ span }) => span.start > own.start), ...beside.filter(({ span }) => span.start < own.start).toReversed()]) first = joined(first, passage, note.text) ?? first;
  const apart = new Map(beside.filter(({ span }) => !isWithin(span, first)).map((one) => [one.passage.start, one]));
  const marks = [mention, ...words];
  return [
    quoteOf(note, aroundWords(first, mention), marks),
    ...[...apart.values()].map(({ span, passage }): QuoteEvidence => ({ ...quoteOf(note, aroundWords(passage, span), words), completes: true })),
  ];
}

/** The sentence that holds the words, of a table the whole row; the words themselves where they stand in none, as a header does. */
function passageOf(span: Span, sentences: readonly Span[], text: string): Span {
  let [low, high] = [0, sentences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.end > span.start) high = middle;
    else low = middle + 1;
  }
  const sentence = sentences[low];
  return rowOf(sentence !== undefined && isWithin(span, sentence) ? sentence : span, text);
}

function rowOf(cell: Span, text: string): Span {
  const near = { start: Math.max(0, cell.start - LONGEST_QUOTE), end: Math.min(text.length, cell.end + LONGEST_QUOTE) };
  const before = text.slice(near.start, cell.start);
  const after = text.slice(cell.end, near.end);
  const row = { start: near.start + before.lastIndexOf('\n') + 1, end: cell.end + (after.includes('\n') ? after.indexOf('\n') : after.length) };
  return row.end - row.start <= LONGEST_QUOTE && /[\t|]/.test(text.slice(row.start, row.end)) ? row : cell;
}

/** Both as one passage, where nothing but white space stands between them and it is short enough. */
function joined(one: Span, other: Span, text: string): Span | null {
  const both = { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
  if (both.end - both.start > LONGEST_QUOTE) return null;
  return text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)).trim() === '' ? both : null;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function quoteOf(note: Note, passage: Span, marked: readonly Span[]): QuoteEvidence {
  const { start, end } = trimmed(note.text, passage);
  return {
    kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id,
    start, end, quote: note.text.slice(start, end), marks: withoutOverlap(marked.filter((span) => isWithin(span, { start, end })), note.text),
  };
}

/** Ascending; what overlaps, or has only blanks between, is one mark. */
function withoutOverlap(spans: readonly Span[], text: string): readonly Span[] {
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = marks.at(-1);
    if (last !== undefined && (start <= last.end || /^ *$/.test(text.slice(last.end, start)))) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}

function aroundWords(passage: Span, words: Span): Span {
  if (passage.end - passage.start <= LONGEST_QUOTE) return passage;
  const room = Math.max(0, Math.floor((LONGEST_QUOTE - (words.end - words.start)) / 2));
  return { start: Math.max(passage.start, words.start - room), end: Math.min(passage.end, words.end + room) };
}

/** Never splits a surrogate pair; begins and ends with no white space but a tab at its beginning, which is an empty first cell. */
function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  if (isLowSurrogate(text, start)) start += 1;
  if (isLowSurrogate(text, end)) end -= 1;
  while (start < end && text[start] !== '\t' && /\s/.test(text[start]!)) start += 1;
  while (end > start && /\s/.test(text[end - 1]!)) end -= 1;
  return { start, end };
}

function isLowSurrogate(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
