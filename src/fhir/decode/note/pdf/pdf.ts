import type { Block, SourceSegment } from '../../../../domain/model/index.ts';
import type { Extraction } from '../extraction.ts';
import type { PdfPages } from './pages.ts';
import { rowsOf } from './rows.ts';
import type { Placed, Row } from './rows.ts';

/**
 * The text of a PDF, its lines put together by where the words stand: a PDF knows no paragraphs. Lines keep their ends and
 * hyphens as printed; words far apart in a line are set apart by a tabulator; larger gaps, larger letters and page breaks end a
 * block. Lines that repeat at the top or foot of the pages are left out, but for the first page's top.
 */
export function pdfText({ pages }: PdfPages): Extraction {
  const rows = withoutRunning(pages.map(rowsOf));
  const body = bodySize(rows.flat());
  const leading = leadingOf(rows);
  const out = createOutput();
  for (const [page, lines] of rows.entries()) {
    for (const [at, row] of lines.entries()) {
      const before = lines[at - 1] ?? null;
      const heading = isHeading(row, body);
      const apart = before === null ? page > 0 && !out.continuedBy(firstText(row)) : startsBlock(row, before, leading, heading !== isHeading(before, body));
      out.line(row, page + 1, { apart, heading });
    }
  }
  const empty = pages.flatMap((page, i) => (page.every(({ text }) => text.trim() === '') ? [i + 1] : []));
  return { ...out.end(), ...(empty.length === 0 ? {} : { missing: `Page ${empty.join(', ')} of the PDF has no text: it is empty or a picture. Open the document in the EHR.` }) };
}

/** How often the same line stands at the same height of a page before it is a running title: half of the pages, at least two. */
function withoutRunning(pages: readonly (readonly Row[])[]): readonly (readonly Row[])[] {
  if (pages.length < 2) return pages;
  const counts = new Map<string, number>();
  for (const rows of pages) for (const key of new Set(edgesOf(rows).map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const running = (row: Row): boolean => (counts.get(keyOf(row)) ?? 0) >= Math.max(2, pages.length / 2);
  return pages.map((rows, page) => {
    const edges = new Set(edgesOf(rows).filter(running));
    const top = page === 0 ? new Set(rows.slice(0, Math.min(EDGE, Math.floor(rows.length / 2)))) : new Set<Row>();
    return rows.filter((row) => !edges.has(row) || top.has(row));
  });
}

/** Rows from the top and from the foot of a page that a running title may take. */
const EDGE = 3;

function edgesOf(rows: readonly Row[]): readonly Row[] {
  return rows.length <= 2 * EDGE ? rows : [...rows.slice(0, EDGE), ...rows.slice(-EDGE)];
}

/** Page numbers count as the same. */
function keyOf(row: Row): string {
  return `${Math.round(row.y)}|${row.pieces.map(({ items }) => items.map(({ text }) => text).join('')).join('|').replace(/\d+/g, '#')}`;
}

/** The size that most letters have. */
function bodySize(rows: readonly Row[]): number {
  const letters = new Map<number, number>();
  for (const { pieces } of rows) {
    for (const { items } of pieces) for (const { size, text } of items) letters.set(Math.round(size), (letters.get(Math.round(size)) ?? 0) + text.length);
  }
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** In letters at least a sixth larger, and short. */
function isHeading(row: Row, body: number): boolean {
  return body > 0 && row.size >= body * 1.16 && row.pieces.reduce((sum, { items }) => sum + items.length, 0) <= 12;
}

function firstText(row: Row): string {
  return row.pieces[0]?.items[0]?.text ?? '';
}

/** From line to line within paragraphs, in points: a quarter of the gaps are no larger. A document may be set double-spaced. */
function leadingOf(pages: readonly (readonly Row[])[]): number {
  const gaps = pages.flatMap((rows) => rows.map((row, i) => row.y - (rows[i - 1]?.y ?? row.y))).filter((gap) => gap > 0).toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 4)] ?? 0;
}

/** Further below than lines of a paragraph are, or above: the next column. */
function startsBlock(row: Row, before: Row, leading: number, otherKind: boolean): boolean {
  const gap = row.y - before.y;
  return otherKind || gap < 0 || gap > Math.max(1.75 * Math.max(row.size, before.size), 1.35 * leading);
}

interface Output {
  line(row: Row, page: number, how: { readonly apart: boolean; readonly heading: boolean }): void;
  /** Whether a page that begins so goes on with the sentence that the page before it broke off. */
  continuedBy(text: string): boolean;
  end(): Extraction;
}

function createOutput(): Output {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const sourceMap: SourceSegment[] = [];
  let length = 0;
  let last = '';
  let open: { start: number; heading: boolean } | null = null;

  const append = (text: string): void => {
    parts.push(text);
    length += text.length;
    if (text.trim() !== '') last = text.trimEnd().slice(-1);
  };
  const close = (): void => {
    if (open !== null) blocks.push({ start: open.start, end: length, kind: open.heading ? 'heading' : 'paragraph' });
    open = null;
  };
  const item = ({ text, index }: Placed, page: number): void => {
    const from = text.length - text.trimStart().length;
    const to = text.trimEnd().length;
    sourceMap.push({ start: length, end: length + to - from, from, to, item: { page, index } });
    append(text.slice(from, to));
  };

  return {
    line(row, page, { apart, heading }) {
      if (apart) close();
      if (length > 0) append(apart ? '\n\n' : '\n');
      open ??= { start: length, heading };
      for (const [at, piece] of row.pieces.entries()) {
        if (at > 0) append('\t');
        for (const [i, each] of piece.items.entries()) {
          const before = piece.items[i - 1];
          if (before !== undefined && spaced(before, each)) append(' ');
          item(each, page);
        }
      }
    },
    continuedBy: (text) => !/[.:;!?]/.test(last) && /^\s*\p{Ll}/u.test(text),
    end() {
      close();
      return { text: parts.join(''), blocks, sourceMap };
    },
  };
}

/** A gap of a sixth of the letters' height is a space; what is drawn closer is one word. */
function spaced(before: Placed, next: Placed): boolean {
  return /\s$/.test(before.text) || /^\s/.test(next.text) || next.x - (before.x + before.width) > 0.16 * Math.max(before.size, next.size);
}
