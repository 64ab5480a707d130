import type { Span } from '../../model/index.ts';
import type { NotedValue } from './noted-value.ts';
import type { NoteTime, ToldTime } from './when.ts';
import type { Wording } from './wording.ts';
import { withKinds } from './kinds.ts';
import { lexemesOf, numberOf } from './lexemes.ts';
import { nameAt } from './names.ts';
import { unitAfter } from './units.ts';
import { toldTime } from './when.ts';

export interface TableValues {
  readonly values: readonly NotedValue[];
  /** Whether the sentence stands in a table that was read. */
  holds(sentence: Span): boolean;
}

const NOTHING: TableValues = { values: [], holds: () => false };

/** Tables whose head names the measurements or the dates of its columns; cells are parted by tabs (as cells of HTML are) or by pipes. */
export function tableValues(text: string, time: NoteTime): TableValues {
  if (!text.includes('|') && !text.includes('\t')) return NOTHING;
  const values: NotedValue[] = [];
  const rows: Span[] = [];
  let head: Head | null = null;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const cells = cellsOf(text, start, end);
    if (cells.length < 2) head = null;
    else if (!RULER.test(text.slice(start, Math.min(end, start + 200)))) {
      const as = headOf(text, cells, time);
      if (as) head = as;
      else if (head) {
        rows.push({ start, end });
        values.push(...rowValues(text, cells, head, time, { start, end }, values.length));
      }
      if (as) rows.push({ start, end });
    }
    start = end + 1;
  }
  return { values, holds: inTurn(rows) };
}

const RULER = /^[\s|:+=-]+$/;
const LONGEST_ROW = 600;

function cellsOf(text: string, start: number, end: number): readonly Span[] {
  if (end - start > LONGEST_ROW) return [];
  const sign = text.slice(start, end).includes('|') ? '|' : '\t';
  const cells: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && text[at] !== sign) continue;
    cells.push({ start: from, end: at });
    from = at + 1;
  }
  if (sign === '|' && text.slice(cells[0]!.start, cells[0]!.end).trim() === '' && cells.length > 1) cells.shift();
  return cells;
}

interface Head {
  readonly wordings: readonly (Wording | null)[];
  readonly dates: readonly (ToldTime | null)[];
}

/** At least two columns that are named or dated, and no number that is a value. */
function headOf(text: string, cells: readonly Span[], time: NoteTime): Head | null {
  const wordings = cells.map((cell) => nameOf(text, cell));
  const dates = cells.map((cell) => {
    const words = lexemesOf(text, cell.start, cell.end);
    const told = words.length > 0 && words.length <= 8 ? toldTime(words, 0, time) : null;
    return told && words.slice(told.next).every(({ kind, norm }) => kind === 'time' || norm === ',') ? told : null;
  });
  const named = wordings.filter((wording) => wording !== null).length;
  const dated = dates.filter((date) => date !== null).length;
  if (named >= 2 && named + 1 >= cells.filter(({ start, end }) => text.slice(start, end).trim() !== '').length - dated) return { wordings, dates: cells.map(() => null) };
  return dated >= 2 && named === 0 ? { wordings: cells.map(() => null), dates } : null;
}

/** The name that a cell consists of, but for a unit in brackets. */
function nameOf(text: string, { start, end }: Span): Wording | null {
  const words = lexemesOf(text, start, end);
  const named = words.length === 0 ? null : nameAt(text, words, 0);
  if (!named) return null;
  const rest = words.slice(named.next);
  return rest.length === 0 || rest[0]!.raw === '(' || rest[0]!.raw === ',' || rest[0]!.raw === '%' ? named.wording : null;
}

function rowValues(text: string, cells: readonly Span[], head: Head, time: NoteTime, row: Span, place: number): readonly NotedValue[] {
  const own = cells[0] ? nameOf(text, cells[0]) : null;
  const rowDate = cells[0] ? dateOf(text, cells[0], time) : null;
  return cells.flatMap((cell, n) => {
    const wording = head.wordings[n] ?? (n > 0 && head.dates[n] ? own : null);
    const at = head.dates[n] ?? rowDate;
    return wording ? cellValues(text, cell, wording, at, time, row, place + n) : [];
  });
}

function dateOf(text: string, { start, end }: Span, time: NoteTime): ToldTime | null {
  const words = lexemesOf(text, start, end);
  return words.length === 0 ? null : toldTime(words, 0, time);
}

function cellValues(text: string, cell: Span, wording: Wording, at: ToldTime | null, { written }: NoteTime, sentence: Span, place: number): readonly NotedValue[] {
  const words = lexemesOf(text, cell.start, cell.end);
  const first = words.findIndex(({ kind }) => kind === 'number');
  const number = words[first];
  if (!number || first > 1) return [];
  const value = numberOf(number);
  const unit = unitAfter(text, number.end, wording.measurement);
  if (unit === 'other') return [];
  const said = text.slice(cell.start, cell.end);
  const comparator = words[first - 1]?.raw === '<' ? '<' : words[first - 1]?.raw === '>' ? '>' : null;
  const base = {
    measurement: wording.measurement, value, comparator, unit: unit?.unit ?? wording.bare?.find(({ below }) => value < below)?.unit ?? wording.measurement.unit,
    mark: { start: number.start, end: number.end }, sentence, when: at?.at ?? written, approximate: at?.approximate ?? false, dated: at !== null, earlier: false, baseline: false,
    onRoomAir: /\b(?:RA|room air)\b/i.test(said) ? true : null, onOxygen: null, postBronchodilator: false, atHome: false, place,
  } satisfies NotedValue;
  const under = words[first + 1]?.raw === '/' ? words[first + 2] : undefined;
  const below = wording.over && under?.kind === 'number'
    ? withKinds({ ...base, measurement: wording.over, unit: wording.over.unit, value: numberOf(under), mark: { start: under.start, end: under.end } }) : [];
  return [...withKinds(base), ...below];
}

/** Sentences are asked in order. */
function inTurn(rows: readonly Span[]): (sentence: Span) => boolean {
  let at = 0;
  return ({ start }) => {
    while (at < rows.length && rows[at]!.end <= start) at++;
    const row = rows[at];
    return row !== undefined && row.start <= start;
  };
}
