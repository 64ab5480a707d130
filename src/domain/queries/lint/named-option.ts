import { isDiagnosis } from './answers.ts';
import type { Found } from './words/phrases.ts';
import { COMMON_WORDS, FINDING_WORDS } from './words/findings.ts';

/**
 * An answer of the query that a text names though no indicator does: a title or an instruction that names it gives the answer away,
 * whether or not the table of diagnoses knows it. Words that tell a finding ("rash", "low sodium") give nothing away.
 */
export function namedOptionFinder(options: readonly string[], indicators: readonly string[]): (text: string) => Found | null {
  const record = stemsOf(indicators.join(' '));
  const offered = options.filter(isDiagnosis).map(coreOf).filter((core) => core.length > 0);
  return (text) => {
    if (/\b(?:labs?|panel)\b/iu.test(text)) return null;
    const said = stemsOf(text);
    const isNamed = (core: readonly string[]): boolean => core.every((word) => said.has(stem(word)));
    const core = offered.find((one) => isTelling(one) && isNamed(one));
    if (core === undefined || offered.every(isNamed) || core.every((word) => record.has(stem(word)))) return null;
    const start = Math.max(0, text.toLowerCase().indexOf(stem(core[0] ?? '')));
    return { start, end: text.length, text: text.slice(start).trim() };
  };
}

/** What an answer names before its cause, site or circumstance, without degrees. */
function coreOf(option: string): readonly string[] {
  const [head = ''] = option.split(/\b(?:due to|secondary to|with|without|from|caused by|related to|of|in)\b|[,;(:/]/iu);
  return wordsOf(head).filter((word) => !COMMON_WORDS.has(word));
}

/** Two words, or one that can only be a disease. */
function isTelling(core: readonly string[]): boolean {
  return !core.every((word) => FINDING_WORDS.has(word)) && (core.length > 1 || core.some((word) => /(?:itis|osis|oma|pathy|emia|enia|plegia|paresis|lysis|stenosis|ectasia|oedema)$/u.test(word)));
}

const STEM = 7;

function stem(word: string): string {
  return word.slice(0, STEM);
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map(stem));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
}
