import type { Section, Sentence } from '../model/mention.ts';
import type { Block } from '../model/note.ts';
import { ABBREVIATIONS, NEVER_LAST } from './abbreviations.ts';
import type { Answered } from './answers.ts';
import { answerOf } from './answers.ts';
import { lineEnd, nextLine, startsItem } from './sections.ts';

/**
 * The sentences of a note in order, without the white space and list marks around them; UTF-16 offsets into `text`.
 * A list item, a table cell, a header and a question with its answer ("Chest pain? No") are sentences of their own;
 * a semicolon ends none, a line end only where the line does not wrap. None is longer than `LONGEST_SENTENCE`.
 * @param whole lines of forms and rows of tables, in order: each is one sentence, but for a header in it
 */
export function splitSentences(text: string, sections: readonly Section[], blocks: readonly Block[] = [], whole: readonly Answered[] = []): Sentence[] {
  const breaks = edges(text, sections, blocks, whole);
  const wrap = wrapWidth(text);
  const sentences: Sentence[] = [];
  let next = 0;
  for (let i = 0; i + 1 < breaks.length; i++) {
    const [from, to] = [breaks[i]!, breaks[i + 1]!];
    while (next < whole.length && whole[next]!.end <= from) next++;
    const unit = whole[next];
    if (unit && unit.start <= from && to <= unit.end) push(text, from, to, sentences);
    else splitPart(text, from, to, wrap, sentences);
  }
  return sentences;
}

/** Keeps the work on hostile text linear: what follows looks at one sentence at a time. */
const LONGEST_SENTENCE = 1500;

/** Offsets where a sentence cannot run across: ends of headers, of sections and of layout blocks, but for the cells within a row. */
function edges(text: string, sections: readonly Section[], blocks: readonly Block[], whole: readonly Answered[]): number[] {
  const at = new Set<number>([0, text.length]);
  for (const section of sections) {
    at.add(section.start).add(section.header.end);
    if (section.kind === 'discharge-diagnosis') for (const line of linesOfList(text, section)) at.add(line);
  }
  const layout = blocks.flatMap(({ start, end }) => [start, end]).toSorted((a, b) => a - b);
  let next = 0;
  for (const offset of layout) {
    while (next < whole.length && whole[next]!.end <= offset) next++;
    if (!(next < whole.length && whole[next]!.start < offset)) at.add(offset);
  }
  for (const { start, end } of whole) at.add(start).add(end);
  return [...at].filter((offset) => offset <= text.length).toSorted((a, b) => a - b);
}

/** A summary lists its diagnoses, a line each: one that begins with a capital goes on with no other, however long that is, unless it breaks off. */
function linesOfList(text: string, { header, end }: Section): readonly number[] {
  const starts: number[] = [];
  for (let at = nextLine(text, lineEnd(text, header.end)); at < end; at = nextLine(text, lineEnd(text, at))) {
    const before = text.slice(Math.max(header.end, at - LONGEST_JOINT), at).trimEnd();
    if (isCapital(text, at) && isLower(text, at + 1) && !BREAKS_OFF.test(before)) starts.push(at);
  }
  return starts;
}

/** UTF-16 units before a line that tell whether the one above breaks off. */
const LONGEST_JOINT = 24;
const BREAKS_OFF = /(?:,|[-–—/&+(]|(?<![\w])(?:and|or|of|with|without|by|due to|to|from|for|in|on|at|the|a|an|no|not|dr|mr|mrs|ms|status post|s\/p))$/i;

/** Lines near this width are taken to wrap; short lines end what they say. */
function wrapWidth(text: string): number {
  let longest = 0;
  for (let at = 0; at < text.length;) {
    const end = lineEnd(text, at);
    const width = end - at;
    if (width > LONGEST_LINE) return Infinity;
    longest = Math.max(longest, width);
    at = nextLine(text, end);
  }
  return longest >= 60 ? longest - 16 : Infinity;
}

function splitPart(text: string, from: number, to: number, wrap: number, sentences: Sentence[]): void {
  let start = from;
  let at = from;
  while (at < to) {
    const unit = text.charCodeAt(at);
    if (unit === NEWLINE || (unit === RETURN && text.charCodeAt(at + 1) !== NEWLINE)) {
      if (endsAtLine(text, at, to, wrap)) {
        push(text, start, at, sentences);
        start = at + 1;
      }
    } else if (unit === POINT || unit === BANG) {
      if (endsAtPoint(text, start, at, to)) {
        push(text, start, at + 1, sentences);
        start = at + 1;
      }
    } else if (unit === QUESTION) {
      const end = questionEnd(text, start, at, to);
      if (end > at) {
        push(text, start, end, sentences);
        start = end;
        at = end;
        continue;
      }
    } else if (at > start && opensBox(text, at, to)) {
      push(text, start, at, sentences);
      start = at;
    }
    if (at - start >= LONGEST_SENTENCE && isSpace(unit)) {
      push(text, start, at, sentences);
      start = at;
    } else if (at - start >= LONGEST_SENTENCE * 2) {
      push(text, start, at, sentences);
      start = at;
    }
    at++;
  }
  push(text, start, to, sentences);
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const POINT = 0x2e;
const BANG = 0x21;
const QUESTION = 0x3f;

function endsAtLine(text: string, feed: number, to: number, wrap: number): boolean {
  const next = skipBlanks(text, feed + 1, to);
  if (next >= to || text.charCodeAt(next) === NEWLINE || text.charCodeAt(next) === RETURN) return true;
  const end = lineEnd(text, next);
  if (startsItem(text, next, end)) return true;
  const lineStop = text.charCodeAt(feed) === NEWLINE && text.charCodeAt(feed - 1) === RETURN ? feed - 1 : feed;
  const lineStart = startOfLine(text, lineStop);
  const width = lineStop - lineStart;
  const last = lastOf(text, lineStart, lineStop);
  if (last === '.' || last === ':' || last === '!' || last === '?' || last === ';') return true;
  if (isLower(text, next)) return !(last === ',' || continuesPhrase(text, next) || width >= 40);
  return width < wrap && last !== ',';
}

/** No line that wraps is longer. */
const LONGEST_LINE = 140;

function startOfLine(text: string, feed: number): number {
  let at = feed;
  while (at > 0 && feed - at <= LONGEST_LINE && text.charCodeAt(at - 1) !== NEWLINE && text.charCodeAt(at - 1) !== RETURN) at--;
  return at;
}

/** A line that begins with one of these goes on with the one before. */
function continuesPhrase(text: string, at: number): boolean {
  return /^(?:and|or|but|with|without|of|in|on|to|for|from|by|the|a|an|which|who|that|as|at|due|secondary|nor|than|is|was|are|were|has|had)\b/.test(text.slice(at, at + 12));
}

function endsAtPoint(text: string, start: number, at: number, to: number): boolean {
  const unit = text.charCodeAt(at);
  let next = at + 1;
  if (text.charCodeAt(next) === POINT || text.charCodeAt(next) === BANG) return false;
  while (next < to && '.!")\'’”]'.includes(text[next]!)) next++;
  if (next < to && !isSpace(text.charCodeAt(next))) {
    return unit === POINT && isCapital(text, next) && isLower(text, at - 1) && isLower(text, at - 2) && isLower(text, at - 3) && isLower(text, next + 1);
  }
  if (unit === BANG) return true;
  const word = wordBefore(text, start, at);
  if (word === '') return true;
  const following = skipSpaces(text, next, to);
  if (following >= to) return true;
  if (isListNumber(text, start, at, word)) return false;
  const known = word.toLowerCase();
  if (NEVER_LAST.has(known)) return known === 'no' ? !isDigit(text, following) : known === 'st' && text[at + 1] === '\n';
  const lower = isLower(text, following);
  if (ABBREVIATIONS.has(known)) return !lower && !isDigit(text, following) && (known.length > 1 || isUnitOfNumber(text, at - word.length)) && !isInitial(word);
  if (isInitial(word)) return !lower && !isCapital(text, following);
  return true;
}

/** "Gap closed in 14 h. He …": a letter behind a number is its unit. */
function isUnitOfNumber(text: string, letter: number): boolean {
  return text[letter - 1] === ' ' && isDigit(text, letter - 2);
}

/** "1." or "a." where a line or a sentence begins is a list mark. */
function isListNumber(text: string, start: number, at: number, word: string): boolean {
  return word.length <= 2 && /^\d+$/.test(word) && skipSpaces(text, start, at) === at - word.length;
}

function isInitial(word: string): boolean {
  return word.length === 1 && word >= 'A' && word <= 'Z';
}

/** Where the unit ends that this question mark closes; its own offset where it closes none ("? PE", "?PE"). */
function questionEnd(text: string, start: number, at: number, to: number): number {
  if (text.charCodeAt(at + 1) === QUESTION || at === start || isSpace(text.charCodeAt(at - 1)) || '?([/,;:'.includes(text[at - 1]!)) return at;
  if (at + 1 < to && !isSpace(text.charCodeAt(at + 1))) return at;
  let next = at + 1;
  while (next < to && (text[next] === ' ' || text[next] === '\t')) next++;
  const below = skipSpaces(text, next, Math.min(to, next + 40));
  if (below > next && answerOf(text.slice(below, Math.min(to, lineEnd(text, below))).trim()) !== null) return Math.min(to, lineEnd(text, below));
  const answer = ANSWER.exec(text.slice(next, next + 12))?.[0];
  if (answer === undefined) return isCapital(text, next) || next >= to || text.charCodeAt(next) === NEWLINE ? at + 1 : at;
  const end = next + answer.length;
  const rest = text.slice(end, Math.min(end + 60, to));
  const another = rest.indexOf('?');
  const stop = rest.search(/[.;,\n]/);
  if (stop === 0) return end + (text[end] === '.' ? 1 : 0);
  return another > 0 && (stop < 0 || another < stop) && isCapital(text, skipSpaces(text, end, to)) ? end : at;
}

const ANSWER = /^(?:no|yes|none|never|nope|nil|denies|denied|y|n|neg|negative|positive|unknown|absent|present)(?![A-Za-z])/i;

/** "[x] Cough  [ ] Fever": each box opens a unit. */
function opensBox(text: string, at: number, to: number): boolean {
  const char = text[at]!;
  if (char === '☐' || char === '☑' || char === '☒' || char === '□') return true;
  return char === '[' && at + 2 < to && text[at + 2] === ']' && ' xX_-'.includes(text[at + 1]!);
}

function push(text: string, from: number, to: number, sentences: Sentence[]): void {
  const start = skipMark(text, from, to);
  let end = to;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  if (end > start) sentences.push({ start, end });
}

function skipMark(text: string, from: number, to: number): number {
  let at = skipSpaces(text, from, to);
  for (let marks = 0; marks < 2; marks++) {
    const char = text[at] ?? '';
    if ('•·▪◦●'.includes(char) && char !== '') at = skipSpaces(text, at + 1, to);
    else if ('-*–—'.includes(char) && char !== '' && isSpace(text.charCodeAt(at + 1))) at = skipSpaces(text, at + 1, to);
    else if (isDigit(text, at)) {
      let stop = at;
      while (stop < to && stop - at < 3 && isDigit(text, stop)) stop++;
      if (stop - at > 2 || !(text[stop] === '.' || text[stop] === ')') || !isSpace(text.charCodeAt(stop + 1))) return at;
      at = skipSpaces(text, stop + 1, to);
    } else return at;
  }
  return at;
}

function wordBefore(text: string, start: number, at: number): string {
  let from = at;
  while (from > start && at - from < 16 && (isWord(text, from - 1) || text[from - 1] === '.')) from--;
  return text.slice(from, at);
}

function lastOf(text: string, from: number, to: number): string {
  let at = to - 1;
  while (at >= from && isSpace(text.charCodeAt(at))) at--;
  return at >= from ? text[at]! : '';
}

function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] === ' ' || text[at] === '\t')) at++;
  return at;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 160 || unit === 0xfeff;
}

function isLower(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 97 && unit <= 122;
}

function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 65 && unit <= 90;
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 48 && unit <= 57;
}

function isWord(text: string, at: number): boolean {
  return isLower(text, at) || isCapital(text, at) || isDigit(text, at);
}
