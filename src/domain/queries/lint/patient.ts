import { tell } from './rules.ts';
import type { LintableQuery, QueryPart, Violation } from './types.ts';
import { GENERAL_UNLESS_ONE_PATIENT, GENERAL_WORDS, ONE_PATIENT, PLACEHOLDER } from './words/general.ts';
import { speaksOfPaymentOrRanking } from './mentions.ts';
import { finderOf, sentencesOf, tableFinder } from './words/phrases.ts';

/** A reminder, a lesson, a form with blanks, or a question about patients at large. */
export function notPatientSpecific({ title, question, indicators }: LintableQuery): readonly Violation[] {
  const parts: readonly (readonly [QueryPart, string])[] = [['title', title], ['question', question]];
  const isOnOne = onePatient(question).length > 0;
  const general = parts.flatMap(([part, text]) => generalWords(withoutRemarks(text)).filter(({ start, end }) => !(/^a patient\b/iu.test(text.slice(start, end)) && isOnOne)).map(({ start, end }) => tell('not-patient-specific', { part, start, end })));
  if (general.length > 0) return general.slice(0, 1);
  const blanks = [...parts.map(([part, text]) => ({ part, text })), ...indicators.map((text, index) => ({ part: 'indicators' as const, index, text }))]
    .flatMap(({ text, ...where }) => [...text.matchAll(PLACEHOLDER)].map((match) => tell('not-patient-specific', { ...where, start: match.index, end: match.index + match[0].length })));
  if (blanks.length > 0) return blanks.slice(0, 1);
  if (onePatient(question).length > 0 || onePatient(title).length > 0 || NAMED.test(question) || NAMED.test(title)) return [];
  return parts.flatMap(([part, text]) => reminders(text).map(({ start, end }) => tell('not-patient-specific', { part, start, end }))).slice(0, 1);
}

/** "Cases like hers lack an MCC": remarks on ranking beside a question on one patient tell nothing of whom it concerns. Blanked, so that offsets hold. */
function withoutRemarks(text: string): string {
  const sentences = sentencesOf(text);
  const remarks = sentences.map((sentence) => speaksOfPaymentOrRanking(sentence.text));
  if (!sentences.some((sentence, n) => remarks[n] === false && onePatient(sentence.text).length > 0)) return text;
  return sentences.map((sentence, n) => (remarks[n] === true ? ' '.repeat(sentence.text.length) : sentence.text)).join('');
}

export function hasPlaceholder(text: string): boolean {
  return text.search(PLACEHOLDER) >= 0;
}

const generalWords = tableFinder(GENERAL_WORDS);
const reminders = tableFinder(GENERAL_UNLESS_ONE_PATIENT);
const onePatient = finderOf(ONE_PATIENT);

/** "Dr. Nwosu" is asked by name. */
const NAMED = /\b(?:Dr|Mr|Mrs|Ms|Doctor)\.?\s\p{Lu}/u;
