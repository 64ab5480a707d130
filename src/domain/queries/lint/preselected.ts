import { isDiagnosis } from './answers.ts';
import { tell } from './rules.ts';
import type { LintableQuery, Violation } from './types.ts';
import { OPTION_MARKS, PRESELECTED_IN_OPTION, PRESELECTED_IN_TEXT } from './words/preselected.ts';
import { tableFinder } from './words/phrases.ts';

/** An option marked, recommended or set apart, or words that say that one is. */
export function preselectedAnswer({ title, question, options, format }: LintableQuery): readonly Violation[] {
  const remarks = options.flatMap((option, index) => inOption(option).slice(0, 1).map((found) => tell('preselected-answer', { part: 'options', index, start: found.start, end: found.end }, found.text)));
  const marks = markedOptions(options).map((index) => tell('preselected-answer', { part: 'options', index, start: 0, end: options[index]?.length ?? 0 }));
  const texts = ([['question', question], ['title', title]] as const).flatMap(([part, text]) => inText(text).map((found) => tell('preselected-answer', { part, start: found.start, end: found.end }, found.text)));
  return (format === 'open' && options.length === 0 ? texts : [...remarks, ...marks, ...texts]).slice(0, 1);
}

const inOption = tableFinder(PRESELECTED_IN_OPTION);
const inText = tableFinder(PRESELECTED_IN_TEXT);

/** A mark on some options and not on the others; bullets stand before all. */
function markedOptions(options: readonly string[]): readonly number[] {
  const answers = options.map((text, index) => ({ text, index }));
  const marked = OPTION_MARKS.flatMap((mark) => {
    const carrying = answers.filter(({ text }) => mark.test(text));
    const isOnEach = carrying.length >= Math.max(2, answers.filter(({ text }) => isDiagnosis(text)).length);
    return isOnEach ? [] : carrying;
  });
  const shouted = answers.filter(({ text }) => isShouted(text));
  return [...marked, ...(shouted.length === 1 && answers.length > 2 ? shouted : [])].map(({ index }) => index);
}

/** All capitals over several words; "AKI due to ATN" is none. */
function isShouted(option: string): boolean {
  return (option.match(/\p{L}{4,}/gu) ?? []).length >= 2 && !/\p{Ll}/u.test(option);
}
