import type { LintableQuery, Violation } from '../types.ts';
import type { Reading } from './reading.ts';
import { isSupported, offeredIn } from './standing.ts';
import { needsNoSupport } from './answers.ts';
import { read } from './reading.ts';
import { sentencesOf } from '../words/phrases.ts';

/**
 * Answers that nothing cited makes reasonable. An answer whose diagnosis the tables do not know is left alone: cannot tell.
 * Authority: AHIMA/ACDIS 2022: a multiple choice lists clinically significant and reasonable options as supported by the indicators.
 */
export function unsupportedOptions(query: LintableQuery): readonly Violation[] {
  const indicators = query.indicators.map(read);
  if (query.format === 'open' || !indicators.some(saysSomething)) return [];
  const cited = [read(query.title), ...toldIn(query.question), ...indicators];
  return query.options.flatMap((text, index) => {
    const option = read(inFull(text.replace(REMARK, ' '), query));
    if (needsNoSupport(option) || offeredIn(option).every((family) => isSupported(family, cited))) return [];
    return [{ code: 'unsupported-option' as const, message: MESSAGE, where: { part: 'options' as const, index, start: 0, end: text.length } }];
  });
}

/** "(please specify the infection)", "such as moisture": asks for more and offers nothing of its own. */
const REMARK = /\((?:please|specify|e\.g\.|such as)[^)]{0,120}\)|\bsuch as [^,;(]{0,80}/giu;

/** What the question tells of the record; "hyperglycemia or hypoglycemia" is a choice that it asks for. */
function toldIn(question: string): readonly Reading[] {
  return sentencesOf(question).filter(({ text }) => !/\b(?:or|whether|versus|vs)\b/iu.test(text)).map(({ text }) => read(text));
}

/** A bare "Stage 4" is a stage of what the query asks about. */
function inFull(option: string, { title, question }: LintableQuery): string {
  if (!BARE_STAGE.test(option)) return option;
  const asked = `${title} ${question}`;
  if (/\bpressure\b|\bdecub/iu.test(asked)) return option.replace(BARE_STAGE, 'stage $1 pressure injury ').replace(/\biv\b/iu, '4').replace(/\biii\b/iu, '3');
  return /\b(?:ckd|kidney|renal)\b/iu.test(asked) ? option.replace(BARE_STAGE, 'ckd stage $1 ') : option;
}

const BARE_STAGE = /^\s{0,3}stage\s(\d[ab]?|iv|iii|ii|i)\b(?!\s(?:pressure|ckd|chronic|decub))/iu;

const MESSAGE = 'Nothing cited supports this answer. Offer only diagnoses that the indicators make reasonable, or cite what supports it (AHIMA/ACDIS 2022).';

function saysSomething({ words }: Reading): boolean {
  return words.length >= 2;
}
