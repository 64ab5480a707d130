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
