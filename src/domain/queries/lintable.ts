import type { AskedQuestion } from '../model/index.ts';
import type { LintableQuery } from './lint/types.ts';

/** A question as its reader sees it: with the answers that every question but an open one offers. */
export function lintable({ title, indicators, question, options, format }: AskedQuestion): LintableQuery {
  return { title, question, format, indicators: indicators.map(({ text }) => text), options: format === 'open' ? [] : [...options, ...ALWAYS_OFFERED] };
}

/** One of the two, so no option of a question's own. "Other anemia" is one of its own. */
export function isAlwaysOffered(option: string): boolean {
  return /^\s*(?:other(?:\s{0,3}\(.{0,60}\))?|unable to (?:clinically )?determine)\s*$/i.test(option);
}

/** Both, on every multiple choice and yes/no (AHIMA/ACDIS 2022). */
export const ALWAYS_OFFERED: readonly string[] = ['Other (please specify)', 'Unable to determine'];
