import type { LintableQuery, Violation } from '../types.ts';
import type { Reading } from './reading.ts';
import { isSupported, offeredIn } from './standing.ts';
import { needsNoSupport } from './answers.ts';
import { read } from './reading.ts';

/**
 * Answers that nothing cited makes reasonable. An answer whose diagnosis the tables do not know is left alone: cannot tell.
 * Authority: AHIMA/ACDIS 2022: a multiple choice lists clinically significant and reasonable options as supported by the indicators.
 */
export function unsupportedOptions(query: LintableQuery): readonly Violation[] {
  const indicators = query.indicators.map(read);
  if (query.format === 'open' || !indicators.some(saysSomething)) return [];
  const cited = [read(query.title), read(query.question), ...indicators];
  return query.options.flatMap((text, index) => {
    const option = read(text);
    if (needsNoSupport(option) || offeredIn(option).every((family) => isSupported(family, cited))) return [];
    return [{ code: 'unsupported-option' as const, message: MESSAGE, where: { part: 'options' as const, index, start: 0, end: text.length } }];
  });
}

const MESSAGE = 'Nothing cited supports this answer. Offer only diagnoses that the indicators make reasonable, or cite what supports it (AHIMA/ACDIS 2022).';

function saysSomething({ words }: Reading): boolean {
  return words.length >= 2;
}
