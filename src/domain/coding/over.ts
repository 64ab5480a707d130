import type { Chart } from '../model/index.ts';
import { NOT_CODED } from './codable.ts';
import { isSymptom } from './problem-titles.ts';
import type { Statement } from './statements.ts';

/** Symptoms of which the assessment of an office visit says that they are over. */
export function saidToBeOver(said: readonly Statement[], { encounter }: Chart): ReadonlySet<string> {
  if (encounter.setting === 'inpatient') return new Set();
  return new Set(said.filter(({ code, assessed, shape, mention: { assertion } }) =>
    assessed && shape === 'assessed' && isSymptom(code) && assertion.status === 'historical' && assertion.cues.some(({ kind, text }) => kind === 'history' && /resolv|subsid|gone/i.test(text))).map(({ code }) => code));
}

/** What an earlier sentence says of a symptom that is over, unless it is a problem with a title of its own. */
export function isOver({ code, titled }: Statement, over: ReadonlySet<string>, leftOut: Map<string, string>): boolean {
  if (titled || !over.has(code)) return false;
  leftOut.set(code, NOT_CODED.historical);
  return true;
}
