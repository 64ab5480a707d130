import type { Answered } from './answers.ts';
import { answerOf } from './answers.ts';
import { lineEnd, nextLine } from './sections.ts';

/**
 * Rows of a table whose columns are set with spaces: two or more lines, one right under the other, that answer in a column
 * ("Fever      No"), or whose mark stands under the "Yes" or "No" of a head. In order, not overlapping.
 */
export function alignedRows(text: string): Answered[] {
  if (!ALIGNED.test(text)) return [];
  const found: Answered[] = [];
  let head: readonly Cell[] | null = null;
  let run: Answered[] = [];
  const close = (): void => {
    if (run.length + (head ? 1 : 0) >= FEWEST_ROWS) found.push(...run);
    run = [];
    head = null;
  };
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const cells = cellsOf(text, at, end);
    const row = isHead(cells) ? null : rowOf(cells, head);
    if (row) run.push(row);
    else close();
    if (isHead(cells)) head = cells;
    at = nextLine(text, end);
  }
  close();
  return found;
}

/** One line alone is no table; a head counts. */
const FEWEST_ROWS = 2;
/** What a text must hold for any of it to be looked at line by line. */
const ALIGNED = /[^\s.:;,!?|] {2,}(?:yes|no|y|n|x|none|nil|denies|denied|absent|present|negative|positive|neg|pos|[-+✓✔])[ \t]*(?:$| )/im;
const LONGEST_ROW = 160;

interface Cell {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function cellsOf(text: string, from: number, end: number): Cell[] {
  if (end - from > LONGEST_ROW) return [];
  const line = text.slice(from, end);
  return [...line.matchAll(/\S+(?: \S+)*/g)].map(({ index, 0: words }) => ({ start: from + index, end: from + index + words.length, words }));
}

function rowOf(cells: readonly Cell[], head: readonly Cell[] | null): Answered | null {
  const [label, second] = cells;
  if (!label || !second || !/[A-Za-z]/.test(label.words) || /[.:!?]$/.test(label.words) || answerOf(label.words) !== null) return null;
  const by = head && cells.length === 2 && MARK.test(second.words) ? under(second, cells, head) : second;
  const says = by && answerOf(by.words);
  return by && says ? { start: label.start, end: cells.at(-1)!.end, says, by: { start: by.start, end: by.end }, cells: true } : null;
}

const MARK = /^(?:x|\[x\]|\(x\)|[✓✔☑☒■*])$/i;

/** The answer of the head that the mark stands nearest to, counted from the beginning of each line. */
function under(mark: Cell, [label]: readonly Cell[], head: readonly Cell[]): Cell | null {
  const column = mark.start - label!.start;
  const answers = head.filter(({ words }) => answerOf(words) !== null);
  return answers.reduce<Cell | null>((best, cell) => {
    const away = Math.abs(cell.start - head[0]!.start - column);
    return best === null || away < Math.abs(best.start - head[0]!.start - column) ? cell : best;
  }, null);
}

function isHead(cells: readonly Cell[]): boolean {
  const answers = cells.map(({ words }) => answerOf(words));
  return answers[0] === null && answers.includes('yes') && answers.includes('no') && answers.filter((answer) => answer === null).length === 1;
}
