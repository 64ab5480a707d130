import type { QuoteEvidence, Span } from '../../domain/model/index.ts';

/** A run of text in one style. Offsets are UTF-16 into the note's text. */
export interface Piece extends Span {
  readonly text: string;
  /** `mark`: the words themselves, `mark` index counted over the note; `sentence`: around them. */
  readonly kind: 'plain' | 'sentence' | 'mark';
  readonly mark: number | null;
}

/**
 * A note cut into runs of about `size` characters at line ends (else at a space, else hard), so that a browser lays
 * out only what is in sight: 5 MB notes open as fast as short ones. Joined together they are the text again.
 */
export function chunksOf(text: string, size = 4_000): readonly Span[] {
  const chunks: Span[] = [];
  let start = 0;
  while (start < text.length) {
    const end = cutAfter(text, start, start + size);
    chunks.push({ start, end });
    start = end;
  }
  return chunks;
}

/** The words to mark in this note, ascending, none over another. */
export function marksOf(quotes: readonly QuoteEvidence[]): readonly Span[] {
  const marks = quotes.flatMap((quote) => (quote.marks.length > 0 ? quote.marks : [quote]));
  const apart: Span[] = [];
  for (const mark of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (mark.start >= (apart.at(-1)?.end ?? 0)) apart.push(mark);
  }
  return apart;
}

/** One chunk as styled runs. */
export function piecesOf(text: string, chunk: Span, sentences: readonly Span[], marks: readonly Span[]): readonly Piece[] {
  const inside = (span: Span): boolean => span.start < chunk.end && span.end > chunk.start;
  const near = [...sentences, ...marks].filter(inside);
  if (near.length === 0) return [{ ...chunk, text: text.slice(chunk.start, chunk.end), kind: 'plain', mark: null }];
  const edges = [...new Set([chunk.start, chunk.end, ...near.flatMap((span) => [span.start, span.end])])]
    .filter((edge) => edge >= chunk.start && edge <= chunk.end)
    .toSorted((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? chunk.end;
    const mark = marks.findIndex((m) => m.start <= start && m.end >= end);
    const kind = mark >= 0 ? 'mark' : sentences.some((s) => s.start <= start && s.end >= end) ? 'sentence' : 'plain';
    return { start, end, text: text.slice(start, end), kind, mark: mark >= 0 ? mark : null };
  });
}

/** The tabs that end a cell of a table, as offsets into `text`: all of a line that has one behind words. A line that only begins with tabs is indented. */
export function cellEnds(text: string): ReadonlySet<number> {
  const ends = new Set<number>();
  if (!text.includes('\t')) return ends;
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim().includes('\t')) for (let at = line.indexOf('\t'); at >= 0; at = line.indexOf('\t', at + 1)) ends.add(start + at);
    start += line.length + 1;
  }
  return ends;
}

function cutAfter(text: string, start: number, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const line = text.indexOf('\n', wanted);
  if (line >= 0 && line - start < 4 * (wanted - start)) return line + 1;
  const space = text.lastIndexOf(' ', wanted);
  if (space > start) return space + 1;
  /** Never between the halves of a surrogate pair. */
  return isHighSurrogate(text.charCodeAt(wanted - 1)) ? wanted + 1 : wanted;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
