import type { Questionnaire, QuestionnaireItem, Resource, Task, TaskInput, TaskOutput } from 'fhir/r4';
import { QUERY_FORMATS } from '../../domain/model/index.ts';
import type { AskedQuestion, QueryChoice, QueryClosing, QueryFact, QueryStatus } from '../../domain/model/index.ts';
import { answerWords } from '../../domain/review/index.ts';
import { EXTENSION, TASK } from '../encode/names.ts';
import { Undecodable, codings, list, oneOf, required, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

/** Never throws: whatever else a Task may be, it is not ours. */
export function isQuery(resource: Resource): resource is Task {
  if (resource.resourceType !== 'Task') return false;
  const coding: unknown = ((resource as Task).code as { coding?: unknown } | null | undefined)?.coding;
  return Array.isArray(coding) && coding.some((code: { system?: unknown; code?: unknown } | null) => code?.system === TASK && code.code === 'query');
}

/**
 * A question as encode/query.ts writes it, with what became of it.
 * @throws Undecodable where it is not as we write it: nobody answers half a question
 */
export function decodeQuery(task: Task, refs: References): QueryFact {
  const question = questionOf(task, refs);
  const answer = answerIn(task, question, refs);
  return {
    source: sourceOf(task),
    status: statusOf(task, answer),
    sender: refs.of(task.requester),
    senderName: text(task.requester?.display),
    at: text(task.authoredOn),
    encounter: refs.of(task.encounter),
    questionnaire: text(questionnaireIn(task).url),
    question,
    reminded: text(outputOf(task, 'reminded')?.valueDateTime),
    escalated: text(outputOf(task, 'escalated')?.valueDateTime),
    ownerName: text(task.owner?.display),
    closing: closingIn(task),
    answer,
  };
}

function questionOf(task: Task, refs: References): AskedQuestion {
  const form = questionnaireIn(task);
  const [indicators, answer] = ['indicators', 'answer'].map((linkId) => list(form.item).find((item) => item.linkId === linkId));
  return {
    rule: required(inputOf(task, 'rule')?.valueString, 'A question\'s rule'),
    topic: text(inputOf(task, 'topic')?.valueString) ?? '',
    title: required(form.title, 'A question\'s title'),
    indicators: list(indicators?.item).map((item) => ({ text: required(item.text, 'An indicator'), source: citedIn(item, refs) })),
    question: required(answer?.text, 'A question'),
    options: optionsOf(answer),
    format: oneOf(QUERY_FORMATS, inputOf(task, 'format')?.valueCode, 'A question\'s format'),
  };
}

function questionnaireIn({ contained }: Task): Questionnaire {
  const found = list(contained).find((resource): resource is Questionnaire => resource.resourceType === 'Questionnaire');
  if (found === undefined) throw new Undecodable('A question');
  return found;
}

function inputOf(task: Task, name: string): TaskInput | undefined {
  return list(task.input).find((input) => isNamed(input, name));
}

/** By its code, or by its words where a server keeps no codes of others. */
function isNamed({ type }: TaskInput | TaskOutput, name: string): boolean {
  return codings(type).some(({ code }) => code === name) || text(type?.text) === name;
}

function citedIn(item: QuestionnaireItem, refs: References): AskedQuestion['indicators'][number]['source'] {
  return refs.source(list(item.extension).find(({ url }) => url === EXTENSION.cites)?.valueReference);
}

/** Those of its own, by the numbers that an answer names them with. */
function optionsOf(answer: QuestionnaireItem | undefined): readonly string[] {
  const own = list(answer?.answerOption).map(({ valueCoding }) => valueCoding).filter((coding) => text(coding?.code)?.startsWith('option-'));
  return own.map((coding, index) => {
    if (coding?.code !== `option-${index + 1}`) throw new Undecodable('A question\'s answers');
    return required(coding.display, 'An answer');
  });
}

/** Without an answer of ours nobody answered: somebody ticked it off in the EHR's own list (see decode/proposal.ts). */
function statusOf({ status }: Task, answer: QueryFact['answer']): QueryStatus {
  switch (status) {
    case 'completed': return answer === null ? 'cancelled' : 'answered';
    case 'rejected': case 'cancelled': case 'failed': case 'entered-in-error': return 'cancelled';
    case 'draft': case 'requested': case 'received': case 'accepted': case 'ready': case 'in-progress': case 'on-hold': return 'open';
    default: throw new Undecodable('A question\'s status');
  }
}

function answerIn(task: Task, question: AskedQuestion, refs: References): QueryFact['answer'] {
  const code = text(outputOf(task, 'answer')?.valueCoding?.code);
  if (task.status !== 'completed' || code === null) return null;
  const choice = choiceOf(code, text(outputOf(task, 'words')?.valueString), question);
  const who = outputOf(task, 'who')?.valueReference;
  return { who: refs.of(who), whoName: text(who?.display), at: text(outputOf(task, 'at')?.valueDateTime) ?? text(task.lastModified), choice, words: answerWords(question, choice) };
}

function outputOf(task: Task, name: string): TaskOutput | undefined {
  return list(task.output).findLast((one) => isNamed(one, name));
}

/** Null where it was closed in the EHR's own list, which says nothing of ours. */
function closingIn({ status, businessStatus, statusReason }: Task): QueryClosing | null {
  if (status !== 'cancelled') return null;
  const how = CLOSINGS.find((one) => one === text(businessStatus?.text) || codings(businessStatus).some(({ code }) => code === one));
  return how === undefined ? null : { how, reason: text(statusReason?.text) };
}

const CLOSINGS = ['withdrawn', 'expired'] as const;

function choiceOf(code: string, words: string | null, { options }: AskedQuestion): QueryChoice {
  if (code === 'undetermined') return { kind: 'undetermined' };
  if (code === 'other') return { kind: 'other', text: required(words, 'An answer\'s words') };
  const index = Number(/^option-(\d{1,3})$/.exec(code)?.[1] ?? 0) - 1;
  if (options[index] === undefined) throw new Undecodable('An answer');
  return { kind: 'option', index, ...(words === null ? {} : { text: words }) };
}
