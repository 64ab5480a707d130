import type { Attested, AttestationId, Instant, Person, QueryAnswer, QueryChoice, QueryFact, SignedAnswer, Source } from '../model/index.ts';
import { mayAttest } from '../model/index.ts';
import { sealOf } from './seal.ts';
import { isAnswerTo, isSignedAnswerShape } from './query-shape.ts';

/** What the signer states of an answer. */
export const ANSWER_STATEMENT =
  'I answered this question myself, from my own clinical judgement, after looking at the indicators listed with it. '
  + 'The question was drafted by software from the record and sent by a colleague. '
  + 'This answer enters no diagnosis and no code. It is not a signature on a note or on the chart.';

export type AnswerResult =
  | { readonly ok: true; readonly signed: SignedAnswer }
  | { readonly ok: false; readonly why: string };

/** The one gate to an answer: a clinician's choice on an open question, under their name (rule of trust 4). */
export function answerQuestion({ query, choice, who, at, id, patient, encounter }: {
  readonly query: QueryFact;
  readonly choice: QueryChoice;
  readonly who: Person;
  readonly at: Instant;
  readonly id: AttestationId;
  readonly patient: string;
  readonly encounter: Source;
}): AnswerResult {
  if (!mayAttest(who.role)) return { ok: false, why: 'Only a clinician answers a question.' };
  if (query.status !== 'open') return { ok: false, why: 'It was answered or cancelled already.' };
  const said: QueryChoice = 'text' in choice && choice.text !== undefined ? { ...choice, text: choice.text.trim() } : choice;
  const isOwnWords = choice.kind === 'other' || (choice.kind === 'option' && query.question.options[choice.index] !== undefined);
  if (!isAnswerTo(query.question, said)) return { ok: false, why: isOwnWords ? 'Write your answer in a few words.' : 'Choose one of the answers that the question offers.' };
  const answer = branded({ task: query.source, question: query.question, choice: said });
  const unsealed = { id, who, at, statement: ANSWER_STATEMENT, patient, encounter, answer };
  return { ok: true, signed: { ...unsealed, seal: sealOf(unsealed) } };
}

/** An answer as it comes back from storage, checked as `reopen` checks a countersignature. */
export function reopenAnswer(stored: unknown): { readonly ok: true; readonly signed: SignedAnswer } | { readonly ok: false; readonly why: string } {
  if (!isSignedAnswerShape(stored)) return { ok: false, why: 'The stored answer cannot be read. Nothing of it is written; answer again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored answer was changed after signing. Nothing of it is written; answer again.' };
  if (!mayAttest(stored.who.role)) return { ok: false, why: 'The stored answer is not a clinician\'s. Nothing of it is written.' };
  if (stored.statement !== ANSWER_STATEMENT) return { ok: false, why: 'The stored answer was signed under another statement. Answer again.' };
  return { ok: true, signed: { ...stored, answer: branded(stored.answer) } };
}

function branded(answer: QueryAnswer): Attested<QueryAnswer> {
  return answer as Attested<QueryAnswer>;
}
