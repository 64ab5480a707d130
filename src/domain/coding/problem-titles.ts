import type { Mention } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';

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
}

/** "2. Heart failure." heads the lines of reasoning and plan that follow it, up to the next title of the same section. */
export function problemTitles(text: string, mentions: readonly Mention[]): ProblemTitles {
  const above = new Map<Mention, Mention>();
  const titles = new Set<Mention>();
  const lines = byLine(text, mentions);
  let title: Mention | null = null;
  let looked = 0;
  for (const [from, onLine] of lines) {
    const [first] = onLine;
    if (first === undefined) continue;
    if (title !== null && (title.section !== first.section || blankLines(text.slice(looked, first.start)))) title = null;
    looked = first.start;
    if (isTitle(text, from, onLine)) {
      title = first;
      looked = first.end;
      titles.add(first);
    } else if (title !== null) for (const mention of onLine) above.set(mention, title);
  }
  return { above, titles };
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

/** A short line that is mostly the names of conditions. */
function isTitle(text: string, from: number, onLine: readonly Mention[]): boolean {
  const end = text.indexOf('\n', from);
  const line = text.slice(from, end < 0 ? text.length : end).trim();
  const named = onLine.reduce((sum, mention) => sum + letters(text.slice(mention.start, mention.end)), 0);
  return line.length <= LONGEST_TITLE && !TELLS.test(line) && named >= MOSTLY * letters(line);
}

/** Lines that are looked at above a bullet for what heads it. */
const MOST_BULLETS = 12;
const BULLET = /^[ \t]*(?:[•▪◦●*–-]|o(?=[ \t]))[ \t]*\S/;

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
