import type { Evidence } from './evidence.ts';

export type PrecheckKind =
  /** Not valid for the date of service: no such code, a header, a missing or wrong seventh character. */
  | 'invalid'
  /** Two codes that the tabular list excludes from each other (Excludes1): a question, never a deletion. */
  | 'conflict'
  /** A code that the tabular list asks for beside this one is missing. */
  | 'companion'
  /** The record says more than the code. */
  | 'specificity'
  /** The order, or the place of the first one, is not allowed. */
  | 'sequence'
  /** An age, sex or present-on-admission edit: informs, never blocks. */
  | 'edit';

/** What a person should know about the diagnoses before countersigning them, each with a way to mend it. */
export interface PrecheckFinding {
  readonly kind: PrecheckKind;
  /** The rule, for the site file: `excludes1`, `manifestation-first`. */
  readonly rule: string;
  /** The codes that it is about, with the dot. */
  readonly codes: readonly string[];
  /** One sentence: what is wrong. */
  readonly says: string;
  /** One sentence: what to do. */
  readonly fix: string;
  readonly authority: string;
  readonly evidence: readonly Evidence[];
  /** Suggested codes of this visit any of which mends it, once a person takes it over. Absent: none does. */
  readonly mendedBy?: readonly string[];
}

/** Present on admission (Appendix I of the Guidelines): Y, N, U, W; `exempt`; null where this cannot tell. */
export type PresentOnAdmission = 'Y' | 'N' | 'U' | 'W' | 'exempt';
