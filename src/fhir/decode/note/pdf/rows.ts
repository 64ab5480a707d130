import type { PdfItem } from './pages.ts';

/** An item with its place among the page's items. */
export interface Placed extends PdfItem {
  readonly index: number;
}

/** Items on one baseline, from left to right, in pieces where a wide gap stands between them. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly items: readonly Placed[];
  readonly left: number;
  readonly right: number;
}

/** A gap this much wider than the letters are high is no space between words. */
const WIDE = 1.6;

/** The rows of a page in reading order: from the top, and where text stands in columns, one column after the other. */
export function rowsOf(page: readonly PdfItem[]): readonly Row[] {
  const placed = page.map((item, index) => ({ ...item, index })).filter(({ text, x, y, size, width }) => text.trim() !== '' && [x, y, size, width].every(Number.isFinite));
  const upright = placed.filter((item) => item.upright).toSorted((a, b) => a.y - b.y || a.x - b.x);
  return [...inColumns(baselines(upright)), ...placed.filter((item) => !item.upright).map((item) => rowFrom([item]))];
}

/** Items whose baselines are less than half a letter apart share a row: raised and lowered letters stand in it. */
function baselines(sorted: readonly Placed[]): readonly Row[] {
  const rows: Row[] = [];
  let current: Placed[] = [];
  let y = 0;
  let size = 0;
  for (const item of sorted) {
    if (current.length > 0 && item.y - y > Math.max(size, item.size) * 0.5) {
      rows.push(rowFrom(current));
      current = [];
    }
    if (current.length === 0 || item.size > size) {
      if (current.length === 0) y = item.y;
      size = item.size;
    }
    current.push(item);
  }
  if (current.length > 0) rows.push(rowFrom(current));
  return rows;
}

function rowFrom(items: readonly Placed[]): Row {
  const sorted = items.toSorted((a, b) => a.x - b.x || a.index - b.index);
  const size = sorted.reduce((largest, item) => Math.max(largest, item.size), 0);
  const pieces: { items: Placed[]; left: number; right: number }[] = [];
  for (const item of sorted) {
    const last = pieces.at(-1);
    if (last !== undefined && item.x - last.right <= WIDE * size) {
      last.items.push(item);
      last.right = Math.max(last.right, item.x + item.width);
    } else pieces.push({ items: [item], left: item.x, right: item.x + item.width });
  }
  return { y: sorted[0]?.y ?? 0, size, pieces };
}

/** Fewer rows than this on one side, or shorter ones, are a table: its rows are read across. */
const COLUMN_ROWS = 4;
const COLUMN_LETTERS = 20;

function inColumns(rows: readonly Row[]): readonly Row[] {
  const found: Row[] = [];
  for (let at = 0; at < rows.length;) {
    const columns = columnsFrom(rows, at);
    found.push(...columns.rows);
    at += columns.taken;
  }
  return found;
}

/** The rows from `at` that leave one gutter free, a column after the other where they are columns of text. */
function columnsFrom(rows: readonly Row[], at: number): { readonly rows: readonly Row[]; readonly taken: number } {
  const first = rows[at];
  if (first === undefined) return { rows: [], taken: 1 };
  if (first.pieces.length !== 2) return { rows: [first], taken: 1 };
  let left = first.pieces[0]?.right ?? 0;
  let right = first.pieces[1]?.left ?? 0;
  let end = at + 1;
  let paired = end;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    if (row === undefined || row.pieces.length > 2 || row.y - (rows[end - 1]?.y ?? row.y) > 4 * row.size) break;
    const middle = (left + right) / 2;
    const nextLeft = Math.max(left, ...row.pieces.filter((piece) => piece.left < middle).map((piece) => piece.right));
    const nextRight = Math.min(right, ...row.pieces.filter((piece) => piece.left >= middle).map((piece) => piece.left));
    if (nextRight - nextLeft < row.size) break;
    left = nextLeft;
    right = nextRight;
    if (row.pieces.length === 2) paired = end + 1;
  }
  const run = rows.slice(at, paired);
  const middle = (left + right) / 2;
  const sides = [side(run, (piece) => piece.left < middle), side(run, (piece) => piece.left >= middle)];
  const columns = sides.every((rowsOfSide) => rowsOfSide.length >= COLUMN_ROWS && letters(rowsOfSide) >= COLUMN_LETTERS);
  return { rows: columns ? sides.flat() : run, taken: run.length };
}

function side(rows: readonly Row[], isOf: (piece: Piece) => boolean): readonly Row[] {
  return rows.map((row) => ({ ...row, pieces: row.pieces.filter(isOf) })).filter((row) => row.pieces.length > 0);
}

/** Of the row in the middle, by length. */
function letters(rows: readonly Row[]): number {
  const lengths = rows.map(({ pieces }) => pieces.reduce((sum, { items }) => sum + items.reduce((length, { text }) => length + text.length, 0), 0)).toSorted((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}
