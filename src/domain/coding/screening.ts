import { isUnderAny } from './hierarchy.ts';

/** Encounter for screening: special, malignant neoplasms, other diseases. */
const SCREENING = ['Z11', 'Z12', 'Z13'];

/** Words by which a sentence tells of a screening that is not part of this encounter. */
const ANOTHER_TIME = /\b(?:done|completed|up[ -]to[ -]date|utd|current|elsewhere|declin\w+|refus\w+|last|previous(?:ly)?|prior|not due|overdue|due in|next)\b/i;

export const SCREENED_ANOTHER_TIME = 'A screening at another time or place: its code belongs to the encounter for it (ICD-10-CM Guidelines I.C.21.c.5).';

/** A screening that the sentence puts at another time or place. */
export function isScreeningAnotherTime(code: string, sentence: string): boolean {
  return isUnderAny(code, SCREENING) && ANOTHER_TIME.test(sentence);
}
