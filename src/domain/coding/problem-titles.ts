import type { Mention } from '../model/index.ts';
import { isAtOrBelow } from './hierarchy.ts';

/** Longer lines are prose; a problem's title is short (UTF-16 units). */
const LONGEST_TITLE = 90;
/** The part of a title's letters that its condition makes up, at least. */
const MOSTLY = 0.45;
const SYMPTOMS = ['R', 'M25.5', 'M25.4', 'M25.6', 'M54.2', 'M54.5', 'M54.6', 'M54.9', 'M79.1', 'M79.6', 'H92.0', 'H57.1'];

/** A code of Chapter 18, or a pain that stands for no disease. */
export function isSymptom(code: string): boolean {
  return SYMPTOMS.some((ancestor) => isAtOrBelow(code, ancestor));
}

/**
 * For each mention the condition whose title stands above it: "2. Heart failure." heads the lines of reasoning and plan
 * that follow it, up to the next title of the same section. Null for a title itself.
 */
export function titlesAbove(text: string, mentions: readonly Mention[]): ReadonlyMap<Mention, Mention> {
  const above = new Map<Mention, Mention>();
  let title: Mention | null = null;
  for (const mention of mentions) {
    if (title !== null && (title.section !== mention.section || blankLines(text.slice(title.end, mention.start)))) title = null;
    if (isTitle(text, mention)) title = mention;
    else if (title !== null && text.slice(title.end, mention.start).includes('\n')) above.set(mention, title);
  }
  return above;
}

function isTitle(text: string, { start, end }: Mention): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const line = text.slice(from, to).trim();
  const letters = (words: string): number => words.replace(/[^a-z]/gi, '').length;
  return line.length <= LONGEST_TITLE && letters(text.slice(start, end)) >= MOSTLY * letters(line);
}

/** Two empty lines part what stands above from what follows. */
function blankLines(between: string): boolean {
  return /\n[ \t\r]*\n[ \t\r]*\n/.test(between);
}
