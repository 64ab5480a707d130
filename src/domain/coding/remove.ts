import type { AssertionStatus, Chart, CodeSet, RemovalReason, RuleCitation } from '../model/index.ts';
import type { ChartedDiagnosis } from './charted.ts';
import { category, isAtOrBelow, isGeneral, saysMore } from './hierarchy.ts';
import type { Statement } from './statements.ts';

export interface Unsupported {
  readonly charted: ChartedDiagnosis;
  readonly reason: RemovalReason;
  readonly statements: readonly Statement[];
  readonly rule: RuleCitation;
}

/**
 * Charted for this encounter, while the visit's provider notes only negate it or only attribute it to a relative or
 * another person. Every note of the visit must have been read: an unread note might support it, and then this cannot
 * tell. A single statement that it exists, existed or may exist keeps it (guideline I.A.19), in a draft or a nurse's
 * note too: that is for a person to weigh.
 */
export function unsupportedByNotes(
  charted: ChartedDiagnosis, said: readonly Statement[], chart: Chart, codeSet: CodeSet,
): Unsupported | null {
  if (someNoteUnread(chart)) return null;
  const answers = said.filter((statement) => !isQuestion(statement));
  const about = answers.filter((statement) => statement.unusable === null && concerns(statement, charted.code, codeSet));
  const reason = onlyReason(about.map((statement) => statement.mention.assertion.status));
  if (reason === null || answers.some((statement) => mightSupport(statement, charted.code, codeSet))) return null;
  return {
    charted, reason, statements: about,
    rule: {
      id: 'charted-only-denied', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.A.19, IV.J; III (reporting additional diagnoses)`,
      because: BECAUSE[reason],
    },
  };
}

const BECAUSE = {
  'only-negated': 'This visit’s notes mention it only to say that it is not there.',
  'only-family': 'This visit’s notes mention it only of a relative.',
  'only-other-person': 'This visit’s notes mention it only of another person.',
} as const;

/** Negated and of a relative together: negated, the stronger statement about this patient. */
function onlyReason(statuses: readonly AssertionStatus[]): keyof typeof BECAUSE | null {
  const against: readonly AssertionStatus[] = ['absent', 'family', 'other-person'];
  if (statuses.length === 0 || !statuses.every((status) => against.includes(status))) return null;
  if (statuses.includes('absent')) return 'only-negated';
  return statuses.includes('family') ? 'only-family' : 'only-other-person';
}

/** The same condition: the same code, one above or beneath the other, or one the unspecified form of the other. */
function concerns(statement: Statement, code: string, codeSet: CodeSet): boolean {
  return [statement.code, ...statement.mention.codes].some((named) =>
    isAtOrBelow(named, code) || isAtOrBelow(code, named)
    || (isGeneral(named, codeSet) && saysMore(code, named, codeSet))
    || (isGeneral(code, codeSet) && saysMore(named, code, codeSet)));
}

/** The indication of a test asks: its findings answer. */
function isQuestion({ mention }: Statement): boolean {
  return mention.section === 'indication' && mention.assertion.status === 'possible';
}

/** Wider than `concerns`: anything of the category that is not denied may be what the charted code stands for. */
function mightSupport(statement: Statement, code: string, codeSet: CodeSet): boolean {
  const { status } = statement.mention.assertion;
  if (status === 'absent' || status === 'family' || status === 'other-person' || status === 'hypothetical') return false;
  return category(statement.code) === category(code) || concerns(statement, code, codeSet);
}

/** A document of the visit that could not be read, or documents that were not all received. */
function someNoteUnread(chart: Chart): boolean {
  const here = chart.encounter.source.reference;
  if (chart.unreadable.some((document) => document.encounter === here || document.encounter === null)) return true;
  return chart.reads.some((report) => report.kind === 'DocumentReference' && report.status !== 'read');
}
