/** The age range outside of which the Medicare Code Editor questions a diagnosis. */
export type AgeEdit = 'newborn' | 'pediatric' | 'maternity' | 'adult';

/**
 * What the Medicare Code Editor of CMS says of diagnoses. Codes are taken with or without the dot, in any case. A code that is newer than its
 * tables, and a header, has the edit that every code beside it has. An edit informs and never blocks.
 * Authority: CMS, Definitions of Medicare Code Edits, version 44: age conflict, manifestation code as principal diagnosis, unacceptable principal
 * diagnosis, external causes of morbidity as principal diagnosis.
 */
export interface CodeEdits {
  /** Newborn 0 years, pediatric 0 to 17, maternity 9 to 64, adult 15 to 124; null where any age is allowed. */
  age(code: string): AgeEdit | null;
  /** Describes the manifestation of an underlying disease, never the disease: not first. */
  isManifestation(code: string): boolean;
  /** A circumstance that influences health, or an external cause, and no current illness or injury: not the principal diagnosis of an inpatient stay. */
  isUnacceptablePrincipal(code: string): boolean;
}
