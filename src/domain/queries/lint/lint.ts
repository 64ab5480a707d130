import { missingAnswers } from './answers.ts';
import { diagnosesIn } from './documented.ts';
import { missingIndicators, undatedIndicators } from './indicators.ts';
import { introducesDiagnosis } from './yes-no.ts';
import { leadingQuestion, leadingTitle } from './leading.ts';
import { mentions } from './mentions.ts';
import { hasPlaceholder, notPatientSpecific } from './patient.ts';
import { preselectedAnswer } from './preselected.ts';
import { lintSupport } from './support/index.ts';
import { sentencesOf } from './words/phrases.ts';
import { LINT_CODES, type LintCode, type LintableQuery, type Place, type Violation } from './types.ts';

/**
 * What stands against a query, in the order of the codes; empty where it is compliant. One fault has one code, the most specific.
 * Never throws; linear in the text.
 *
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update).
 */
export function lintQuery(query: LintableQuery): readonly Violation[] {
  const all = [
    ...leadingTitle(query), ...leadingQuestion(query), ...preselectedAnswer(query), ...mentions(query), ...introducesDiagnosis(query),
    ...missingAnswers(query), ...missingIndicators(query), ...undatedIndicators(query), ...notPatientSpecific(query), ...lintSupport(query),
  ];
  const found = new Set(all.map(({ code }) => code));
  return all.filter((one) => !(SUPERSEDED_BY[one.code] ?? []).some((stronger) => found.has(stronger)) && !isToldBeside(one, all, query))
    .toSorted((a, b) => LINT_CODES.indexOf(a.code) - LINT_CODES.indexOf(b.code));
}

/** A code is not told where one of these tells the same fault more exactly. */
const SUPERSEDED_BY: Readonly<Partial<Record<LintCode, readonly LintCode[]>>> = {
  'leading-title': ['not-patient-specific'],
  'leading-question': ['introduces-new-diagnosis-yes-no', 'not-patient-specific'],
  'single-option': ['introduces-new-diagnosis-yes-no', 'preselected-answer'],
  'unsupported-option': ['missing-indicators', 'indicator-not-from-this-record'],
  'undated-indicators': ['missing-indicators', 'not-patient-specific'],
};

/** A title with the very diagnosis that the yes/no introduces, blanks where facts belong, and a steering remark that is the marked answer itself. */
function isToldBeside({ code, where }: Violation, all: readonly Violation[], { title, question, indicators }: LintableQuery): boolean {
  if (code === 'leading-title') {
    const asked = all.find((other) => other.code === 'introduces-new-diagnosis-yes-no')?.where;
    return asked !== undefined && isSameDiagnosis(title.slice(where.start, where.end), question.slice(asked.start, asked.end));
  }
  // A form with blanks is that fault alone; words to a group beside blanks are another.
  if (code === 'missing-indicators') return indicators.length > 0 && all.some((other) => other.code === 'not-patient-specific' && isBlank(other.where, title, question));
  if (code !== 'leading-question') return false;
  const sentence = sentencesOf(question).find(({ start, text }) => (where.start ?? 0) >= start && (where.start ?? 0) < start + text.length);
  return sentence !== undefined && all.some((other) => other.code === 'preselected-answer' && other.where.part === 'question' && (other.where.start ?? 0) >= sentence.start && (other.where.start ?? 0) < sentence.start + sentence.text.length);
}

function isBlank({ part, start, end }: Place, title: string, question: string): boolean {
  return part === 'indicators' || hasPlaceholder((part === 'title' ? title : question).slice(start, end));
}

function isSameDiagnosis(one: string, other: string): boolean {
  const rows = new Set(diagnosesIn(one).map(({ row }) => row));
  if (diagnosesIn(other).some(({ row }) => rows.has(row))) return true;
  const words = new Set(one.toLowerCase().match(/\p{L}{5,}/gu));
  return (other.toLowerCase().match(/\p{L}{5,}/gu) ?? []).some((word) => words.has(word));
}
