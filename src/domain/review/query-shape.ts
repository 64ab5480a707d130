import type { AskedQuestion, QueryAnswer, QueryChoice, SentQuery, SignedAnswer } from '../model/index.ts';
import { QUERY_FORMATS } from '../model/index.ts';
import { asksForWords } from './queries.ts';
import { areStrings, isRecord, isSource } from './shape.ts';

/** What storage gave back, once its form is known; nothing of it is branded until its seal is checked. */
export type StoredQuery = Omit<SentQuery, 'question'> & { readonly question: AskedQuestion };
export type StoredAnswer = Omit<SignedAnswer, 'answer'> & { readonly answer: QueryAnswer };

/** Looks only at form, as in shape.ts. */
export function isSentQueryShape(value: unknown): value is StoredQuery {
  return isEvent(value) && isQuestion(value['question']);
}

/** Looks only at form, and that the question offers what was chosen. */
export function isSignedAnswerShape(value: unknown): value is StoredAnswer {
  if (!isEvent(value) || typeof value['statement'] !== 'string' || !isRecord(value['answer'])) return false;
  const { task, question, choice } = value['answer'];
  return isSource(task) && isQuestion(question) && isAnswerTo(question, choice);
}

export function isAnswerTo({ options }: AskedQuestion, choice: unknown): choice is QueryChoice {
  if (!isRecord(choice)) return false;
  switch (choice['kind'] as QueryChoice['kind']) {
    case 'option': {
      const option = Number.isSafeInteger(choice['index']) ? options[Number(choice['index'])] : undefined;
      return option !== undefined && (asksForWords(option) ? hasWords(choice) : choice['text'] === undefined);
    }
    case 'other': return hasWords(choice);
    case 'undetermined': return true;
    default: return false;
  }
}

function hasWords({ text }: Record<string, unknown>): boolean {
  return typeof text === 'string' && text.trim() !== '';
}

function isEvent(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && areStrings(value, ['id', 'at', 'patient', 'seal'])
    && isRecord(value['who']) && areStrings(value['who'], ['reference', 'name', 'role']) && isSource(value['encounter']);
}

function isQuestion(value: unknown): value is AskedQuestion {
  return isRecord(value) && areStrings(value, ['rule', 'topic', 'title', 'question'])
    && QUERY_FORMATS.some((format) => format === value['format'])
    && Array.isArray(value['options']) && value['options'].every((option) => typeof option === 'string')
    && Array.isArray(value['indicators']) && value['indicators'].every((one) => isRecord(one) && typeof one['text'] === 'string' && (one['source'] === null || isSource(one['source'])));
}
