import { alignedRows } from './aligned-rows.ts';
import type { Answered } from './answers.ts';
import { answerOf } from './answers.ts';
import { lineEnd, nextLine } from './sections.ts';

/**
 * Rows of tables, cells parted by tabs (as table cells of HTML are in extracted text) or pipes, each as one unit:
 * "Diabetes | No". A row of several pairs is as many units. Under a head with a column for yes and one for no, the column that
 * holds the mark answers. In order, not overlapping; a line with long cells is no row.
 */
export function tableRows(text: string): Answered[] {
  if (!text.includes('\t') && !text.includes('|')) return alignedRows(text);
  const found: Answered[] = [];
  let head: readonly Cell[] | null = null;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const cells = cellsOf(text, at, end);
    if (cells.length < 2) head = isRuler(text, at, end) ? head : null;
    else if (isHead(cells)) head = cells;
    else if (LETTER.test(cells[0]!.words) && !isRuler(text, at, end)) found.push(...unitsOf(cells, head));
    at = nextLine(text, end);
  }
  return found;
}

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** The first cell of a row names what is answered; that of a head may be empty. */
const LETTER = /[A-Za-z]/;
const LONGEST_CELL = 80;
const LONGEST_ROW = 400;

/** Cells without white space around them; none where the line is no row. An empty cell keeps its place. */
function cellsOf(text: string, from: number, end: number): Cell[] {
  if (end - from > LONGEST_ROW) return [];
  let line = text.slice(from, end);
  const sign = line.includes('|') ? '|' : '\t';
  if (!line.includes(sign)) return [];
  let at = from;
  const opening = /^\s*\|/.exec(line)?.[0].length ?? 0;
  at += opening;
  line = line.slice(opening);
  const cells = line.split(sign).map((piece) => {
    const words = piece.trim();
    const start = at + (words === '' ? 0 : piece.indexOf(words));
    at += piece.length + 1;
    return { start, end: start + words.length, words };
  });
  const first = cells[0]!.words;
  const isRow = (first === '' || LETTER.test(first)) && !first.endsWith(':') && cells.every(({ words }) => words.length <= LONGEST_CELL && !/[.!?]\s/.test(words));
  return isRow ? cells : [];
}

/** "|---|:--:|" */
function isRuler(text: string, from: number, end: number): boolean {
  return end - from <= LONGEST_ROW && /^[\s|:+=-]+$/.test(text.slice(from, end)) && end > from;
}

function isHead(cells: readonly Cell[]): boolean {
  const answers = cells.map(({ words }) => answerOf(words));
  return answers[0] === null && answers.includes('yes') && answers.includes('no') && answers.filter((answer) => answer === null).length <= cells.length - 2 && !hasLaterLabel(cells);
}

/** "A | yes | B | no" is two pairs and no head. */
function hasLaterLabel(cells: readonly Cell[]): boolean {
  const answered = cells.findIndex(({ words }) => answerOf(words) !== null);
  const later = cells.findLastIndex(({ words }) => answerOf(words) !== null);
  return cells.slice(answered, later).some(({ words }) => words !== '' && answerOf(words) === null);
}

const MARK = /^(?:x|\[x\]|\(x\)|[✓✔☑☒■*•]|yes|y)$/i;

function unitsOf(cells: readonly Cell[], head: readonly Cell[] | null): Answered[] {
  const first = cells[0]!;
  const last = cells.findLast(({ words }) => words !== '')!;
  const column = head === null ? -1 : cells.findIndex(({ words }, i) => i > 0 && MARK.test(words) && answerOf(head[i]?.words ?? '?') !== null);
  const by = head?.[column];
  if (by) return [{ start: first.start, end: last.end, says: answerOf(by.words), by: { start: by.start, end: by.end }, cells: true }];

  const units: Answered[] = [];
  let from = 0;
  for (let i = 1; i <= cells.length; i++) {
    const afterAnswer = i > from + 1 && answerOf(cells[i - 1]!.words) !== null && cells[i] !== undefined && cells[i]!.words !== '' && answerOf(cells[i]!.words) === null;
    if (i < cells.length && !afterAnswer) continue;
    const row = cells.slice(from, i).filter(({ words }) => words !== '');
    const second = row[1];
    if (second) units.push({ start: row[0]!.start, end: row.at(-1)!.end, says: row.length > 2 && /^(?:none|nil)/i.test(second.words) ? null : answerOf(second.words), by: { start: second.start, end: second.end }, cells: true });
    from = i;
  }
  return units;
}
