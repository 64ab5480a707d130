import type { Chart, CodeSet, PresentOnAdmission, Suggestion } from '../../model/index.ts';
import { category, isAtOrBelow, saysMore } from '../hierarchy.ts';
import type { Statement } from '../statements.ts';
import { poaOf, type AdmissionStatement } from './present-on-admission.ts';

/**
 * The present-on-admission indicator of each code of the stay, from what its provider notes say of the code, of a less specific one, or
 * of what a suggestion rests on (a combination is made of several names). Each code is read once.
 */
export function readPresentOnAdmission(chart: Chart, said: readonly Statement[], suggestions: readonly Suggestion[], codeSet: CodeSet): (code: string) => PresentOnAdmission | null {
  if (chart.encounter.setting !== 'inpatient') return () => null;
  const usable = said.filter(({ unusable }) => unusable === null);
  const known = new Map<string, PresentOnAdmission | null>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const named = usable.filter((one) => category(one.code) === category(code) && (one.code === code || isAtOrBelow(code, one.code) || saysMore(code, one.code, codeSet)));
    const indicator = poaOf(code, [...named.map(({ note, words, mention }) => ({ note, words, status: mention.assertion.status })), ...suggestedOn(code, chart, suggestions)], chart);
    known.set(code, indicator);
    return indicator;
  };
}

function suggestedOn(code: string, { notes }: Chart, suggestions: readonly Suggestion[]): readonly AdmissionStatement[] {
  const evidence = suggestions.filter((one) => one.code === code && one.action !== 'remove').flatMap((one) => one.evidence);
  return evidence.flatMap((one) => {
    const note = one.kind === 'quote' ? notes.find(({ id }) => id === one.note) : undefined;
    return note === undefined || one.kind !== 'quote' ? [] : [{ note, words: one.quote, status: 'present' as const }];
  });
}
