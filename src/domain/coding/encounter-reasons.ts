import type { Mention } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';

/** Encounters of their own kind: the reason for the visit is the code (ICD-10-CM Guidelines I.C.21.c.13, c.16, IV.G). */
const REASONS = ['Z00', 'Z01', 'Z02', 'Z08', 'Z09', 'Z30', 'Z34', 'Z39', 'Z48', 'Z51'];

const PRESENTS = /\b(?:presents?|presenting|here(?: today)?|seen(?: today)?|comes? in|came in|visit(?:s|ing)?|in (?:the )?(?:clinic|office)) (?:\w+ ){0,3}(?:for|to)\b/i;

/** The chief complaint, or what the history says that the patient comes for. */
export function isReasonForVisit(code: string, { section }: Mention, sentence: string): boolean {
  if (!isUnderAny(code, REASONS)) return false;
  return section === 'chief-complaint' || (section === 'hpi' && PRESENTS.test(sentence));
}

/** Words by which a sentence speaks of an encounter that is still to come. */
const TO_COME = /\b(?:will|should|if|schedul\w+|next|due|overdue|needs?|requires?|required|return|contact|refer(?:red)?|prior to|before)\b/i;

export const ANOTHER_ENCOUNTER = 'An examination or encounter still to come: its code belongs to that encounter.';

/** An encounter of its own kind that the sentence puts at another time, and that is no problem with a title here. */
export function isAnotherEncounter(code: string, sentence: string, titled: boolean): boolean {
  return !titled && isUnderAny(code, REASONS) && TO_COME.test(sentence);
}
