/** The age range outside of which the Medicare Code Editor questions a diagnosis. */
export type AgeEdit = 'newborn' | 'pediatric' | 'maternity' | 'adult';

/**
 * What the Medicare Code Editor of CMS says of diagnoses. Codes are taken with or without the dot, in any case. A code that its tables do not have
 * (newer than they are) has no edit here: an edit informs and never blocks, so that nothing is lost by it.
 * Authority: CMS, Definitions of Medicare Code Edits, version 44: edits 3 (age conflict), 7 (manifestation as principal), 9 (unacceptable principal).
 */
export interface CodeEdits {
  /** Newborn 0 years, pediatric 0 to 17, maternity 9 to 64, adult 15 to 124; null where any age is allowed. */
  age(code: string): AgeEdit | null;
  /** Describes the manifestation of an underlying disease, never the disease: not first. */
  isManifestation(code: string): boolean;
  /** A circumstance that influences health and is no current illness or injury: not the principal diagnosis of an inpatient stay. */
  isUnacceptablePrincipal(code: string): boolean;
}
