import { isUnderAny } from './hierarchy.ts';

/** Encounter for screening: special, malignant neoplasms, other diseases. */
const SCREENING = ['Z11', 'Z12', 'Z13'];

/** Words by which a sentence tells of a screening that is not part of this encounter. */
const ANOTHER_TIME = /\b(?:done|completed|up[ -]to[ -]date|utd|current|elsewhere|declin\w+|refus\w+|last|previous(?:ly)?|prior|not due|overdue|due in|next|yearly|annual(?:ly)?|every (?:other )?(?:\w+ )?(?:years?|months?)|(?:in|each|per|a) (?:a |one |two |three |five |ten |\d+ )?(?:years?|months?)|q ?\d+ ?(?:y|yrs?|years?|m|mo|months?))\b/i;

/** "Negative, PHQ-9 done today". */
const DONE_TODAY = /\b(?:done|completed|administered|performed|given) (?:\w+ ){0,2}today\b/i;

export const SCREENED_ANOTHER_TIME = 'A screening at another time or place: its code belongs to the encounter for it (ICD-10-CM Guidelines I.C.21.c.5).';

/** Words by which a plan has it done now. */
const NOW = /\b(?:today|perform\w*|obtain\w*|sent|here for)\b/i;

/** A screening that the sentence puts at another time or place, or names in passing: no title, and not ordered. */
export function isScreeningAnotherTime(code: string, sentence: string, isInPassing: boolean): boolean {
  return isUnderAny(code, SCREENING) && ((ANOTHER_TIME.test(sentence) && !DONE_TODAY.test(sentence)) || (isInPassing && !NOW.test(sentence)));
}
