import type { LintableQuery, Violation } from '../types.ts';
import { foreignIndicators } from './other-record.ts';
import { singleOption } from './single.ts';
import { unsupportedOptions } from './unsupported.ts';

/** Whether the answers stand on what is cited, and whether what is cited is this patient's and of this encounter. An answer that rests on a foreign indicator is told once, there. */
export function lintSupport(query: LintableQuery): readonly Violation[] {
  const foreign = foreignIndicators(query);
  return [...foreign, ...(foreign.length > 0 ? [] : unsupportedOptions(query)), ...singleOption(query)];
}
