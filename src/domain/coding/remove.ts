import type { Chart, CodeEntry, CodeSet, Knowledge, NoteFindings, RemovalReason, RuleCitation, SearchedEvidence } from '../model/index.ts';
import type { ChartedDiagnosis } from './charted.ts';
import { correctedStatements } from './corrected.ts';
import type { Statement } from './statements.ts';
import { judge } from './two-way/judge.ts';
import { silenceOf } from './two-way/silence.ts';
import { visitNotes } from './whose-words.ts';

export interface Unsupported {
  readonly charted: ChartedDiagnosis;
  readonly reason: RemovalReason;
  readonly statements: readonly Statement[];
  /** Where nothing is said: what was looked for. */
  readonly searched: readonly SearchedEvidence[];
  /** The one code of the past that the notes support in its place; null where there is none, or several. */
  readonly to: CodeEntry | null;
  readonly rule: RuleCitation;
}

/**
 * What is charted for this encounter and not supported by the visit's provider notes. Every note of the visit must have been read: an unread note might
 * support it, and then this cannot tell.
 */
export function unsupportedByNotes(charted: readonly ChartedDiagnosis[], said: readonly Statement[], chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, codeSet: CodeSet): readonly Unsupported[] {
  if (charted.length === 0 || someNoteUnread(chart)) return [];
  const visit = { chart, said, corrected: correctedStatements(said), codeSet, isSilent: silenceOf(chart, found, said, charted, knowledge, codeSet) };
  return charted.flatMap((diagnosis): Unsupported[] => {
    const verdict = judge(diagnosis, visit);
    if (verdict.kind === 'stands') return [];
    const { reason, statements, to } = verdict;
    return [{ charted: diagnosis, reason, statements, to, searched: statements.length > 0 ? [] : [searched(diagnosis, chart, codeSet)], rule: citation(reason, codeSet) }];
  });
}

/** Why a charted code goes, for a person, and by which section. */
const RULES: Readonly<Record<Exclude<RemovalReason, 'signed-in-error' | 'proposal-declined'>, { readonly id: string; readonly authority: string; readonly because: string }>> = {
  'only-negated': { id: 'charted-only-denied', authority: 'I.A.19, IV.J; III (reporting additional diagnoses)', because: 'This visit’s notes mention it only to say that it is not there.' },
  'only-family': { id: 'charted-only-denied', authority: 'I.A.19, I.C.21.c.4', because: 'This visit’s notes mention it only of a relative.' },
  'only-other-person': { id: 'charted-only-denied', authority: 'I.A.19', because: 'This visit’s notes mention it only of another person.' },
  'ruled-out': { id: 'charted-ruled-out', authority: 'I.A.19, IV.H', because: 'It was considered, and the same provider’s assessment says that it is not so.' },
  withdrawn: { id: 'charted-withdrawn', authority: 'I.A.19; CMS Program Integrity Manual, chapter 3, 3.3.2.5 (amendments)', because: 'Its author took the statement back.' },
  resolved: { id: 'charted-over', authority: 'IV.J, I.C.21.c.4; III', because: 'This visit’s notes tell of it as past: it was not treated and did not affect care now.' },
  'uncertain-outpatient': { id: 'charted-uncertain', authority: 'IV.H, II.H, III.C', because: 'It is left uncertain, and an uncertain diagnosis is coded only where an inpatient stay ends with it: the symptom or finding is.' },
  'not-mentioned': { id: 'charted-not-mentioned', authority: 'IV.J, I.A.19; III', because: 'No provider states it of this patient in this encounter; a problem list alone does not support it.' },
  'superseded-note': { id: 'charted-superseded', authority: 'I.A.19', because: 'Only a note that was replaced or entered in error says it.' },
  'symptom-explained': { id: 'charted-symptom', authority: 'I.B.5, IV.D', because: 'A diagnosis of this visit explains the symptom, which is not coded beside it.' },
  'said-by-another': { id: 'charted-twice', authority: 'I.B.2, I.B.9', because: 'Another code of this visit says it, and more.' },
};

export function citation(reason: keyof typeof RULES | RemovalReason, { release }: CodeSet): RuleCitation {
  const { id, authority, because } = RULES[reason as keyof typeof RULES];
  return { id, version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} ${authority}`, because };
}

function searched({ code, text }: ChartedDiagnosis, chart: Chart, codeSet: CodeSet): SearchedEvidence {
  const days = visitNotes(chart).usable.flatMap(({ date }) => (date === null ? [] : [date.slice(0, 10)])).toSorted();
  return { kind: 'searched', what: [code, codeSet.entry(code)?.title ?? text ?? code], kinds: ['DocumentReference'], from: days[0] ?? null, through: days.at(-1) ?? chart.asOf.slice(0, 10), found: 0 };
}

/** A document of the visit that could not be read, or documents that were not all received. */
function someNoteUnread(chart: Chart): boolean {
  const here = chart.encounter.source.reference;
  if (chart.unreadable.some((document) => document.encounter === here || document.encounter === null)) return true;
  return chart.reads.some((report) => report.kind === 'DocumentReference' && report.status !== 'read');
}
