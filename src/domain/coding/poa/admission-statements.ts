import type { Chart, CodeSet, NoteFindings, PresentOnAdmission, Suggestion } from '../../model/index.ts';
import { category, isAtOrBelow, saysMore } from '../hierarchy.ts';
import { visitNotes } from '../whose-words.ts';
import { poaOf, type AdmissionStatement } from './present-on-admission.ts';

/**
 * The present-on-admission indicator of each code of the stay, from what its provider notes say of the code, of a less specific one, or
 * of what a suggestion rests on (a combination is made of several names). Asked of a code once.
 */
export function readPresentOnAdmission(chart: Chart, found: readonly NoteFindings[], suggestions: readonly Suggestion[], codeSet: CodeSet): (code: string) => PresentOnAdmission | null {
  if (chart.encounter.setting !== 'inpatient') return () => null;
  const named = namedByCategory(chart, found);
  const known = new Map<string, PresentOnAdmission | null>();
  return (code) => {
    const before = known.get(code);
    if (before !== undefined) return before;
    const ofName = (named.get(category(code)) ?? []).filter((one) => one.code === code || isAtOrBelow(code, one.code) || saysMore(code, one.code, codeSet));
    const indicator = poaOf(code, [...ofName, ...suggestedOn(code, chart, suggestions)], chart);
    known.set(code, indicator);
    return indicator;
  };
}

type Named = AdmissionStatement & { readonly code: string };

function namedByCategory(chart: Chart, found: readonly NoteFindings[]): ReadonlyMap<string, readonly Named[]> {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const byCategory = new Map<string, Named[]>();
  for (const note of visitNotes(chart).usable) {
    const findings = byNote.get(note.id);
    for (const { codes: [code], sentence, text, assertion: { status } } of findings?.mentions ?? []) {
      if (code === undefined) continue;
      const span = findings?.sentences[sentence];
      const one = { code, note, status, words: span === undefined ? text : note.text.slice(span.start, span.end) };
      const others = byCategory.get(category(code));
      if (others === undefined) byCategory.set(category(code), [one]);
      else others.push(one);
    }
  }
  return byCategory;
}

function suggestedOn(code: string, { notes }: Chart, suggestions: readonly Suggestion[]): readonly AdmissionStatement[] {
  const evidence = suggestions.filter((one) => one.code === code && one.action !== 'remove').flatMap((one) => one.evidence);
  return evidence.flatMap((one) => {
    const note = one.kind === 'quote' ? notes.find(({ id }) => id === one.note) : undefined;
    return note === undefined || one.kind !== 'quote' ? [] : [{ note, words: one.quote, status: 'present' as const }];
  });
}
