import type { Mention, Span } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';

/** Longer lines are prose; a problem's title is short (UTF-16 units). */
const LONGEST_TITLE = 90;
/** The part of a title's letters that its condition makes up, at least. */
const MOSTLY = 0.45;
/** A line that tells what the patient says, or begins as a sentence of its own, heads nothing. */
const TELLS = /\b(?:reports?|reported|endorses?|complains?|complaining|denies|states|feels|describes|c\/o)\b|^\W*(?:this|it|these|he|she|they|we|I|(?:the )?(?:patient|pt)|(?:his|her) \w+)\b/i;
const SYMPTOMS = ['R', 'M25.5', 'M25.4', 'M25.6', 'M54.2', 'M54.5', 'M54.6', 'M54.9', 'M79.1', 'M79.6', 'M79.89', 'H92.0', 'H57.1', 'L53.9', 'L29.9'];

/** A code of Chapter 18, or a pain that stands for no disease. */
export function isSymptom(code: string): boolean {
  return isUnderAny(code, SYMPTOMS);
}

export interface ProblemTitles {
  /** For each mention the condition whose title stands above it; none for a title itself. */
  readonly above: ReadonlyMap<Mention, Mention>;
  /** The conditions that a title names first. */
  readonly titles: ReadonlySet<Mention>;
  /** What is told of the problem with this title where it is assessed, up to the next; UTF-16 offsets. */
  readonly blocks: ReadonlyMap<Mention, Span>;
}

/**
 * "2. Heart failure." heads the lines of reasoning and plan that follow it, up to the next title of the same section; so does the
 * first sentence of "2. Heart failure. It is compensated."
 */
export function problemTitles(text: string, mentions: readonly Mention[]): ProblemTitles {
  const above = new Map<Mention, Mention>();
  const titles = new Set<Mention>();
  const blocks = new Map<Mention, Span>();
  let title: { readonly mention: Mention; readonly isBullet: boolean; readonly isNumbered: boolean } | null = null;
  let looked = 0;
  for (const [from, onLine] of byLine(text, mentions)) {
    const [first] = onLine;
    if (first === undefined) continue;
    if (title !== null && (title.mention.section !== first.section || blankLines(text.slice(looked, first.start)))) title = null;
    looked = first.start;
    const [isBullet, isNumbered] = [BULLET.test(text.slice(from, from + 20)), NUMBERED.test(text.slice(from, from + MARKED))];
    const isBelow = title !== null && !isNumbered && (title.isNumbered || (isBullet && !title.isBullet));
    const found = isBelow && isCounseling(title!.mention) ? null : titleEnd(text, from, onLine, isBelow);
    const end = found?.end ?? null;
    if (found !== null) {
      title = { mention: first, isBullet, isNumbered };
      looked = Math.min(found.end, first.end);
      titles.add(first);
      if (isAssessing(first)) blocks.set(first, { start: found.told, end: blockEnd(text, found.told) });
    } else if (title !== null && isAssessing(first) && isNumbered) title = null;
    if (title !== null) for (const mention of onLine) if (mention !== title.mention && (end === null || mention.start >= end)) above.set(mention, title.mention);
  }
  return { above, titles, blocks: cutAtTheNext(blocks) };
}

function byLine(text: string, mentions: readonly Mention[]): ReadonlyMap<number, readonly Mention[]> {
  const lines = new Map<number, Mention[]>();
  let [from, looked] = [0, 0];
  for (const mention of mentions) {
    const end = text.slice(looked, mention.start).lastIndexOf('\n');
    if (end >= 0) from = looked + end + 1;
    looked = Math.max(looked, mention.start);
    const line = lines.get(from);
    if (line === undefined) lines.set(from, [mention]);
    else line.push(mention);
  }
  return lines;
}

interface TitleEnd {
  readonly end: number;
  /** Where it begins to be told of: after the first sentence, though the whole line may be a title. */
  readonly told: number;
}

/** Where the title ends that this line is or begins with; null where it has none. */
function titleEnd(text: string, from: number, onLine: readonly Mention[], isBelow: boolean): TitleEnd | null {
  const found = text.indexOf('\n', from);
  const end = found < 0 ? text.length : found;
  const [first] = onLine;
  const marker = NUMBERED.exec(text.slice(from, from + MARKED))?.[0].length ?? 0;
  if (first === undefined || (isShort(from, first.start) && SENTENCE_END.test(text.slice(from + marker, first.start)))) return null;
  const lead = !isAssessing(first) ? null : leadEnd(text, from, first.end, end);
  if (isShort(from, end) && isMostlyNames(text, from, end, onLine)) {
    return { end: lead !== null && !isMostlyNames(text, lead, end, onLine) ? lead : end, told: lead ?? end };
  }
  if (isBelow || lead === null) return null;
  if (marker > 0 && first.start <= from + marker && !TELLS.test(text.slice(from, lead))) return { end: lead, told: lead };
  return isMostlyNames(text, from, lead, onLine) ? { end: lead, told: lead } : null;
}

/** Advice before a journey, dietary counseling: what is named beneath it may come, or is to be avoided. */
export function isCounseling({ codes }: Mention): boolean {
  return isUnderAny(codes[0] ?? '', ['Z71']);
}

function isAssessing({ section }: Mention): boolean {
  return section !== null && ASSESSING.has(section);
}

/** The first full stop, colon or dash after the name with which the line begins; null where it is none, or is long. */
function leadEnd(text: string, from: number, after: number, lineEnd: number): number | null {
  const near = Math.min(lineEnd, from + LONGEST_TITLE + LONGEST_MARKER);
  const stop = /[.:;](?=\s|$)|\s[-–—]\s/.exec(text.slice(after, near));
  if (stop !== null) return after + stop.index + 1;
  return near === lineEnd && after <= lineEnd ? lineEnd : null;
}

const LONGEST_MARKER = 4;
const MARKED = 12;
const SENTENCE_END = /[.;!?]\s/;
const MOST_BLANKS = 20;

function isShort(from: number, end: number): boolean {
  return end - from <= LONGEST_TITLE + MOST_BLANKS;
}

/** A short line or sentence that is mostly the names of conditions. */
function isMostlyNames(text: string, from: number, end: number, onLine: readonly Mention[]): boolean {
  const words = text.slice(from, end).trim();
  const named = onLine.reduce((sum, mention) => sum + (mention.start >= from && mention.start < end ? letters(text.slice(mention.start, Math.min(mention.end, end))) : 0), 0);
  return words.length <= LONGEST_TITLE && !TELLS.test(words) && named >= MOSTLY * letters(words);
}

/** The end of the lines below a title: at an empty line before words that are no bullet and do not stand further in. */
function blockEnd(text: string, from: number): number {
  const most = Math.min(text.length, from + LONGEST_BLOCK);
  let hasWords = false;
  for (let at = from; at < most;) {
    const found = text.indexOf('\n', at);
    const end = found < 0 || found > most ? most : found;
    const isEmpty = text.slice(at, end).trim() === '';
    if (isEmpty && hasWords && at > from && !/[ \t\n•▪◦●*–-]/.test(text.charAt(end + 1))) return at;
    hasWords ||= !isEmpty && /\w/.test(text.slice(at, end));
    at = end + 1;
  }
  return most;
}

/** A block goes no further than the next title, and no further than any problem does. */
function cutAtTheNext(blocks: ReadonlyMap<Mention, Span>): ReadonlyMap<Mention, Span> {
  const cut = new Map<Mention, Span>();
  let next = Infinity;
  for (const [mention, { start, end }] of [...blocks].toReversed()) {
    cut.set(mention, { start, end: Math.min(end, Math.max(start, next)) });
    next = mention.start;
  }
  return cut;
}

/** UTF-16 units. */
const LONGEST_BLOCK = 4000;

/** Lines that are looked at above a bullet for what heads it. */
const MOST_BULLETS = 12;
const BULLET = /^[ \t]*(?:[•▪◦●*–-]|o(?=[ \t]))[ \t]*\S/;
const NUMBERED = /^[ \t]*#?\d{1,2}[.)][ \t]+/;

/**
 * Where the heading above a bullet begins: a short line that is no bullet and no section's header, the title of a problem in words that
 * may not be understood ("Lung field abnormal finding on examination."). Null for what is no bullet or has none. `headers`: where section headers begin.
 */
export function headingAbove(text: string, at: number, headers: ReadonlySet<number>): number | null {
  let from = lineStart(text, at);
  if (from === null || !BULLET.test(text.slice(from, from + 20))) return null;
  for (let lines = 0; lines < MOST_BULLETS && from !== null && from > 0; lines++) {
    const end = from - 1;
    from = lineStart(text, end);
    if (from === null) return null;
    const line = text.slice(from, end).trim();
    if (line === '') return null;
    if (!BULLET.test(line)) return line.length <= LONGEST_TITLE && !headers.has(from) ? from : null;
  }
  return null;
}

/** Null where the line is longer than any that heads or tells of a problem. */
function lineStart(text: string, at: number): number | null {
  const low = Math.max(0, at - LONGEST_LINE);
  const found = text.slice(low, at).lastIndexOf('\n');
  return found < 0 && low > 0 ? null : low + found + 1;
}

const LONGEST_LINE = 2000;

function letters(words: string): number {
  return words.replace(/[^a-z]/gi, '').length;
}

/** Two empty lines part what stands above from what follows. */
function blankLines(between: string): boolean {
  return /\n[ \t\r]*\n[ \t\r]*\n/.test(between);
}
