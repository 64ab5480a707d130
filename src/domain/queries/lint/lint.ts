import { missingAnswers } from './answers.ts';
import { missingIndicators, undatedIndicators } from './indicators.ts';
import { introducesDiagnosis } from './yes-no.ts';
import { leadingQuestion, leadingTitle } from './leading.ts';
import { mentions } from './mentions.ts';
import { notPatientSpecific } from './patient.ts';
import { preselectedAnswer } from './preselected.ts';
import { lintSupport } from './support/index.ts';
import { LINT_CODES, type LintCode, type LintableQuery, type Violation } from './types.ts';

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
  return all.filter(({ code }) => !(SUPERSEDED_BY[code] ?? []).some((stronger) => found.has(stronger)))
    .toSorted((a, b) => LINT_CODES.indexOf(a.code) - LINT_CODES.indexOf(b.code));
}

/** A code is not told where one of these tells the same fault more exactly. */
const SUPERSEDED_BY: Readonly<Partial<Record<LintCode, readonly LintCode[]>>> = {
  'leading-question': ['introduces-new-diagnosis-yes-no', 'not-patient-specific'],
  'single-option': ['introduces-new-diagnosis-yes-no', 'preselected-answer'],
  'unsupported-option': ['missing-indicators', 'indicator-not-from-this-record'],
  'undated-indicators': ['missing-indicators'],
};
