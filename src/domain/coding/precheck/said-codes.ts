import type { CodeSet, Mention } from '../../model/index.ts';
import type { Statement } from '../statements.ts';
import type { SaidCode } from './diagnosis.ts';

/** Sections whose words are no statement of this visit: a list that is carried along, results, what is only looked for. */
const NOT_STATED = new Set<Mention['section']>(['problem-list', 'results', 'family-history', 'screening', 'instructions', 'indication']);

/** What providers state in this visit's notes as present now, one entry a code. Authority: ICD-10-CM Guidelines I.A.19, I.B.14. */
export function saidCodes(said: readonly Statement[], codeSet: CodeSet): readonly SaidCode[] {
  const stated = said.filter((one) => isStated(one) && codeSet.entry(one.code)?.billable === true);
  return [...new Map(stated.toReversed().map(({ code, title, evidence }) => [code, { code, title, evidence }])).values()].toReversed();
}

function isStated({ unusable, mention: { assertion, section } }: Statement): boolean {
  return unusable === null && assertion.status === 'present' && assertion.recent && !NOT_STATED.has(section);
}
