import type { Mention } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';
import type { Statement } from './statements.ts';

/** Encounters of their own kind: the reason for the visit is the code (ICD-10-CM Guidelines I.C.21.c.13, c.16, IV.G). */
const REASONS = ['Z00', 'Z01', 'Z02', 'Z08', 'Z09', 'Z30', 'Z34', 'Z39', 'Z48', 'Z51'];

const PRESENTS = /\b(?:presents?|presenting|here(?: today)?|seen(?: today)?|comes? in|came in|visit(?:s|ing)?|in (?:the )?(?:clinic|office)) (?:\w+ ){0,3}(?:for|to)\b/i;

/** The chief complaint, what the history says that the patient comes for, or the title of the note ("ANNUAL EXAM 45F"). */
export function isReasonForVisit(code: string, { section, start }: Mention, sentence: string): boolean {
  if (!isUnderAny(code, REASONS)) return false;
  if (section === 'other' && start < BEGINNING && !ANOTHER_TIME.test(sentence)) return true;
  return section === 'chief-complaint' || (section === 'hpi' && PRESENTS.test(sentence));
}

/** UTF-16 units with which a note begins: its title stands there. */
const BEGINNING = 24;
const ANOTHER_TIME = /\b(?:last|since|ago|after|before|missed|due|next)\b/i;

/** Words by which a sentence speaks of an encounter that is still to come. */
const TO_COME = /\b(?:will|should|if|schedul\w+|next|due|overdue|needs?|requires?|required|return|contact|refer(?:red)?|prior to|before)\b/i;

export const ANOTHER_ENCOUNTER = 'An examination or encounter still to come: its code belongs to that encounter.';

/** "In 10 to 12 days", "next week". */
const IN_A_WHILE = /\b(?:in|after|within) (?:a|an|\d{1,3}|one|two|three|four|six)(?:(?: to | or |-)\d{1,3})? ?(?:days?|weeks?|wks?|months?|mos?)\b/i;
/** What is done, fitted or filled in beside the care of a condition: the encounter is for the condition. */
const DONE_ALONG = ['Z46', 'Z48.0', 'Z02.7', 'Z02.8'];

/** An encounter of its own kind that the sentence puts at another time, or that is only part of the plan for a problem with a title. */
export function isAnotherEncounter(code: string, { words, at, mention, note, titled }: Pick<Statement, 'words' | 'at' | 'mention' | 'note' | 'titled'>): boolean {
  if (!isUnderAny(code, [...REASONS, ...DONE_ALONG])) return false;
  const isAssessing = ASSESSING.has(mention.section ?? 'other');
  if (isAssessing && IN_A_WHILE.test(words)) return true;
  if (isAssessing && isUnderAny(code, DONE_ALONG) && (!titled || BELOW.test(note.text.slice(Math.max(0, mention.start - at - LONGEST_BULLET), mention.start - at)))) return true;
  return !titled && TO_COME.test(isUnderAny(code, BEFORE_SURGERY) ? words.replace(AHEAD, ' ') : words);
}

/** Their own words name the operation that is still to come (ICD-10-CM Guidelines IV.M). */
const BEFORE_SURGERY = ['Z01.81'];
const AHEAD = /\b(?:before|prior to)\b/gi;

/** A bullet, or words that stand further in: part of the plan for the problem above. */
const BELOW = /\n[ \t]*(?:[•▪◦●*–-][ \t]*|[ \t])$/;
const LONGEST_BULLET = 12;
