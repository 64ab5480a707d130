import type { Block, SourceSegment } from '../../../domain/model/index.ts';
import type { Extraction } from './extraction.ts';

/**
 * Collects the text of a marked-up note: collapses white space as a browser shows it, sets line breaks between blocks and
 * tabs between table cells, and keeps for every copied piece where it came from. Layout that the writer adds has no segment.
 * An empty cell keeps its tab: under "Yes | No" it is the column that answers.
 */
export interface TextWriter {
  /** `from`, `to`: where the text stands in the source. Lengths differ for a character reference (`&amp;`). */
  text(data: string, from: number, to: number, style: { readonly keepsSpace: boolean; readonly bold: boolean }): void;
  /** A sign that the page shows without text, such as a ticked box. */
  sign(data: string): void;
  /** A sign that the page shows before the next text: the number of a list item. Without text, none. */
  marker(data: string): void;
  /** A tabulator between words. */
  tab(from: number, to: number): void;
  lineBreak(): void;
  /** One block ends, another may begin. `lines`: line breaks between them. */
  boundary(lines: number): void;
  /** A row of a table begins, or ends. */
  row(): void;
  /** A cell ends. */
  cell(): void;
  /** What the next text belongs to, until changed. */
  within(kind: Block['kind']): void;
  /** The next block begins a section that the document marks: see `Block.section`. */
  section(code: string | null): void;
  end(): Extraction;
}

export function createTextWriter(): TextWriter {
  const parts: string[] = [];
  const blocks: Block[] = [];
  const segments: { start: number; end: number; from: number; to: number }[] = [];
  let length = 0;
  let lines = 0;
  /** Ends of cells of this row since its last text. */
  let tabs = 0;
  let space: { readonly from: number; readonly to: number; readonly sign: ' ' | '\t' } | null = null;
  let rowStart = 0;
  let marker = '';
  let kind: Block['kind'] = 'paragraph';
  let section: string | null | undefined;
  let open: { start: number; kind: Block['kind']; section: string | null | undefined; plain: number; broken: boolean } | null = null;

  const append = (data: string): void => { parts.push(data); length += data.length; };

  const copy = (data: string, from: number, to: number): void => {
    const last = segments.at(-1);
    const exact = data.length === to - from;
    if (exact && last !== undefined && last.end === length && last.to === from && last.end - last.start === last.to - last.from) {
      last.end += data.length;
      last.to = to;
    } else {
      segments.push({ start: length, end: length + data.length, from, to });
    }
    append(data);
  };

  const settle = (): void => {
    if (length > 0) {
      if (lines > 0) {
        append('\n'.repeat(Math.min(lines, 3)));
        if (open !== null) open.broken = true;
      } else if (space !== null && tabs === 0) copy(space.sign, space.from, space.to);
    }
    if (tabs > 0) append('\t'.repeat(tabs));
    lines = 0;
    tabs = 0;
    space = null;
    if (open === null) {
      open = { start: length, kind, section, plain: 0, broken: false };
      section = undefined;
    }
    if (marker === '') return;
    append(marker);
    marker = '';
  };

  const closeBlock = (): void => {
    if (open === null) return;
    const heading = open.kind === 'paragraph' && open.plain === 0 && !open.broken && length - open.start <= LONGEST_HEADING;
    const block = { start: open.start, end: length, kind: heading ? 'heading' as const : open.kind };
    blocks.push(open.section === undefined ? block : { ...block, section: open.section });
    open = null;
  };

  const word = (data: string, from: number, to: number, bold: boolean): void => {
    settle();
    copy(data, from, to);
    if (!bold && open !== null) open.plain += 1;
  };

  return {
    text(data, from, to, { keepsSpace, bold }) {
      const exact = data.length === to - from;
      for (const { 0: run, index } of data.matchAll(keepsSpace ? LINES : WORDS)) {
        const start = exact ? from + index : from;
        const stop = exact ? start + run.length : to;
        if (INVISIBLE.test(run)) continue;
        if (keepsSpace && LINE_END.test(run)) lines += 1;
        else if (keepsSpace || !BLANK.test(run)) word(run, start, stop, bold);
        else if (open !== null && lines === 0) space ??= { from: start, to: stop, sign: ' ' };
      }
    },
    sign(data) {
      settle();
      append(data);
      if (open !== null) open.plain += 1;
      space = null;
    },
    marker(data) { marker = data; },
    tab(from, to) {
      if (open !== null && lines === 0) space = { from, to, sign: '\t' };
    },
    lineBreak() { lines += 1; },
    boundary(count) {
      closeBlock();
      space = null;
      if (tabs === 0) lines = Math.max(lines, count);
    },
    row() {
      closeBlock();
      tabs = 0;
      lines = Math.max(lines, 1);
      rowStart = length;
    },
    cell() {
      closeBlock();
      space = null;
      tabs += 1;
      if (length > rowStart) lines = 0;
    },
    within(next) { kind = next; },
    section(code) { section = code; },
    end() {
      closeBlock();
      return { text: parts.join(''), blocks, sourceMap: segments satisfies SourceSegment[] };
    },
  };
}

/** A paragraph all in bold and no longer than this is a heading that was not marked up as one. In UTF-16 units. */
const LONGEST_HEADING = 80;

const WORDS = /[\u00ad\u200b\u2060]+|\s+|[^\s\u00ad\u200b\u2060]+/g;
const LINES = /[\u00ad\u200b\u2060]+|\r\n|\r|\n|[^\r\n\u00ad\u200b\u2060]+/g;
/** Soft hyphens and zero-width joints: shown as nothing, and a word would not be found with them inside. */
const INVISIBLE = /^[\u00ad\u200b\u2060]/;
const LINE_END = /^[\r\n]/;
const BLANK = /^\s/;
