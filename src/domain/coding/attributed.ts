import type { Mention } from '../model/index.ts';
import { ASSESSING } from './note-shape.ts';
import { isSymptom } from './problem-titles.ts';

/**
 * Words that an author repeats and does not say: a diagnosis in quotation marks (urgent care told her “gout”), which another person used, and what
 * a list carries ("the list still carries BPH"). A problem list or another's word supports no code by itself (ICD-10-CM Guidelines I.A.19,
 * IV.J); what is assessed is the author's own.
 * @param at UTF-16 offset of the mention in its sentence
 */
export function isAnothersWord(code: string, { text, section }: Mention, sentence: string, at: number): boolean {
  if (section !== null && ASSESSING.has(section)) return false;
  const before = sentence.slice(Math.max(0, at - NEAR), at);
  const after = sentence.slice(at + text.length, at + text.length + NEAR);
  return (!isSymptom(code) && OPENED.test(before) && CLOSED.test(after)) || LIST_BEFORE.test(before) || LIST_AFTER.test(after);
}

/** UTF-16 units on either side that are looked at. */
const NEAR = 60;
/** A quotation of a name and a word or two: what is quoted at length is told, not named. */
const OPENED = /(?:^|[\s(:,])["“](?:[\w-]{1,14} ){0,2}$/;
const CLOSED = /^(?: [\w-]{1,14}){0,2}[.,?]?["”]/;
const LIST_BEFORE = /\b(?:lists?|chart|record) (?:still )?(?:carr(?:y|ies|ied)|shows?|says?|said|reads?|has|had|lists?|holds?)\b[^.;:]{0,24}$|\b(?:carried (?:forward )?as|carries a label of|labell?ed (?:as|with)|mis-?labell?ed)(?: (?:a|an|having))? (?:\w+ )?$/i;
const LIST_AFTER = /^["”]?(?: \w+){0,2} (?:(?:was|is|were|got|had been) (?:still )?)?(?:put|placed|entered|carried|left|listed|added|still|remains) on (?:(?:his|her|the|their) )?(?:problem )?lists?\b/i;

export const ANOTHERS_WORD = 'Repeated from a list or in another’s words, and not said by the author (ICD-10-CM Guidelines I.A.19).';
