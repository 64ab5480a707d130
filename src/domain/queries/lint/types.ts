/**
 * What a documentation query is, and what can be wrong with one.
 *
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update).
 */

export type QueryFormat = 'multiple-choice' | 'yes-no' | 'open';

export interface LintableQuery {
  readonly title: string;
  /** The clinical indicators, one fact or quoted line each. */
  readonly indicators: readonly string[];
  readonly question: string;
  readonly options: readonly string[];
  readonly format: QueryFormat;
}

export const LINT_CODES = [
  'leading-title',
  'leading-question',
  'preselected-answer',
  'mentions-reimbursement',
  'mentions-quality-or-severity-score',
  'introduces-new-diagnosis-yes-no',
  'no-other-option',
  'no-undetermined-option',
  'unsupported-option',
  'missing-indicators',
  'undated-indicators',
  'indicator-not-from-this-record',
  'not-patient-specific',
  'single-option',
] as const;

export type LintCode = (typeof LINT_CODES)[number];

export type QueryPart = 'title' | 'indicators' | 'question' | 'options';

/** Where a fault stands. Offsets are UTF-16 offsets within the title, the question, or the one indicator or option that `index` names. */
export interface Place {
  readonly part: QueryPart;
  readonly index?: number;
  readonly start?: number;
  readonly end?: number;
}

export interface Violation {
  readonly code: LintCode;
  /** For a person: what is wrong, the rule, and what to do. */
  readonly message: string;
  readonly where: Place;
}
