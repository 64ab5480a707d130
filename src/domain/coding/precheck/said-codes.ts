import type { Chart, CodeSet, Mention, NoteFindings } from '../../model/index.ts';
import { quotes } from '../evidence.ts';
import { visitNotes } from '../whose-words.ts';
import type { SaidCode } from './diagnosis.ts';

/** Sections whose words are no statement of this visit: a list that is carried along, results, what is only looked for. */
const NOT_STATED = new Set<Mention['section']>(['problem-list', 'results', 'family-history', 'screening', 'instructions', 'indication']);

/** What providers state in this visit's notes as present now, one entry a code. Authority: ICD-10-CM Guidelines I.A.19, I.B.14. */
export function saidCodes(chart: Chart, found: readonly NoteFindings[], codeSet: CodeSet): readonly SaidCode[] {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const byCode = new Map<string, SaidCode>();
  for (const note of visitNotes(chart).usable) {
    const findings = byNote.get(note.id);
    for (const mention of findings?.mentions ?? []) {
      const entry = codeSet.entry(mention.codes[0] ?? '');
      if (findings === undefined || entry?.billable !== true || !isStated(mention)) continue;
      const known = byCode.get(entry.code);
      if (known === undefined) byCode.set(entry.code, { code: entry.code, title: entry.title, evidence: quotes(note, findings, mention) });
    }
  }
  return [...byCode.values()];
}

function isStated({ assertion, section }: Mention): boolean {
  return assertion.status === 'present' && assertion.recent && !NOT_STATED.has(section);
}
