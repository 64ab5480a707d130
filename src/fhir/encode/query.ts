import type { CodeableConcept, Coding, Communication, Questionnaire, QuestionnaireItem, QuestionnaireResponse, QuestionnaireResponseItem, Reference, Task, TaskOutput } from 'fhir/r4';
import type { AskedQuestion, QueryChoice, WriteAction } from '../../domain/model/index.ts';
import { UNDETERMINED, asksForWords } from '../../domain/review/index.ts';
import type { EncodeContext } from './context.ts';
import { EXTENSION, QUERY_ANSWER, QUERY_INPUT, QUERY_OUTPUT, QUERY_STATUS, QUESTIONNAIRE, STEP_SYSTEM, TASK } from './names.ts';
import { tagged, versioned, withoutStaleNarrative } from './parts.ts';
import { requestToClinicians } from './request.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * A question, put before a clinician. Its Questionnaire is contained: it tells of one patient, and a Questionnaire of its own is a definition
 * that servers keep in nobody's record and show to everybody (FHIR R4 questionnaire.html, compartmentdefinition-patient.html).
 */
export function queryTask({ question, owners, until }: Action<'send-query'>, key: string, { plan }: EncodeContext): Task {
  return {
    ...requestToClinicians(plan, key, owners),
    contained: [questionnaire(question, key)],
    code: { coding: [{ system: TASK, code: 'query' }], text: 'Question to the clinician' },
    description: `Question: ${question.title}`,
    focus: { reference: `#${CONTAINED}` },
    ...(until === undefined ? {} : { restriction: { period: { end: until } } }),
    input: [
      { type: named(QUERY_INPUT, 'rule'), valueString: question.rule },
      { type: named(QUERY_INPUT, 'topic'), valueString: question.topic },
      { type: named(QUERY_INPUT, 'format'), valueCode: question.format },
    ],
  };
}

const CONTAINED = 'question';

/** Indicators to read, each with where it comes from; then one answer, with words where it is another one. */
function questionnaire({ title, indicators, question, options }: AskedQuestion, key: string): Questionnaire {
  return {
    resourceType: 'Questionnaire',
    id: CONTAINED,
    url: `${QUESTIONNAIRE}/${key}`,
    title,
    status: 'active',
    subjectType: ['Patient'],
    item: [
      { linkId: 'indicators', text: 'Clinical indicators', type: 'group', item: indicators.map(indicator) },
      { linkId: 'answer', text: question, type: 'choice', required: true, answerOption: offered(options).map((valueCoding) => ({ valueCoding })) },
      {
        linkId: 'other', text: OWN_WORDS, type: 'text', required: true,
        enableWhen: [...options.flatMap((option, index) => (asksForWords(option) ? [`option-${index + 1}`] : [])), 'other'].map((code) => ({ question: 'answer', operator: '=', answerCoding: { system: QUERY_ANSWER, code } })),
        enableBehavior: 'any',
      },
    ],
  };
}

const OWN_WORDS = 'In your own words';

function indicator({ text, source }: AskedQuestion['indicators'][number], index: number): QuestionnaireItem {
  return { ...(source === null ? {} : { extension: [{ url: EXTENSION.cites, valueReference: versioned(source) }] }), linkId: `indicator-${index + 1}`, text, type: 'display' };
}

/** Never one of them preselected (AHIMA/ACDIS 2022). */
function offered(options: readonly string[]): readonly Coding[] {
  return [
    ...options.map((display, index) => ({ system: QUERY_ANSWER, code: `option-${index + 1}`, display })),
    { system: QUERY_ANSWER, code: 'other', display: options.length === 0 ? OWN_WORDS : 'Other (please specify)' },
    { system: QUERY_ANSWER, code: 'undetermined', display: UNDETERMINED },
  ];
}

/** Reads by itself: each item carries its question. R4 lets it be based on no Task, so an extension names that. */
export function queryResponse({ task, questionnaire: of, question, choice }: Action<'answer-query'>, key: string, { plan }: EncodeContext): QuestionnaireResponse {
  const words = ownWords(choice);
  const other: readonly QuestionnaireResponseItem[] = words === null ? [] : [{ linkId: 'other', text: OWN_WORDS, answer: [{ valueString: words }] }];
  return {
    resourceType: 'QuestionnaireResponse',
    meta: tagged(undefined, key),
    extension: [{ url: EXTENSION.query, valueReference: { reference: task.reference } }],
    identifier: { system: STEP_SYSTEM, value: key },
    ...(of === null ? {} : { questionnaire: of }),
    status: 'completed',
    subject: { reference: plan.patient },
    encounter: { reference: plan.encounter.reference },
    authored: plan.at,
    author: { reference: plan.who.reference, display: plan.who.name },
    item: [
      { linkId: 'answer', text: question.question, answer: [{ valueCoding: chosen(question, choice) }] },
      ...other,
    ],
  };
}

/** What was typed beside the choice. */
function ownWords(choice: QueryChoice): string | null {
  return choice.kind === 'undetermined' ? null : choice.text ?? null;
}

function chosen({ options }: AskedQuestion, choice: QueryChoice): Coding {
  const code = choice.kind === 'option' ? `option-${choice.index + 1}` : choice.kind;
  return offered(options).find((coding) => coding.code === code) ?? { system: QUERY_ANSWER, code };
}

/**
 * The question answered or taken back, by whom and when. The answer stands here too, so that whoever asked reads it with the question; the
 * response is named by its identifier, since it is written after this.
 */
export function closedQuery({ answer, closing }: Action<'close-query'>, key: string, current: Task, { plan }: EncodeContext): Task {
  const words = answer === null ? null : ownWords(answer.choice);
  const output: TaskOutput[] = [
    ...(answer === null ? [] : [{ type: named(QUERY_OUTPUT, 'answer'), valueCoding: chosen(answer.question, answer.choice) }]),
    ...(answer === null || words === null ? [] : [{ type: named(QUERY_OUTPUT, 'words'), valueString: words }]),
    { type: named(QUERY_OUTPUT, 'who'), valueReference: { reference: plan.who.reference, display: plan.who.name } },
    { type: named(QUERY_OUTPUT, 'at'), valueDateTime: plan.at },
    ...(answer?.response == null ? [] : [{ type: named(QUERY_OUTPUT, 'response'), valueReference: { type: 'QuestionnaireResponse', identifier: { system: STEP_SYSTEM, value: answer.response } } }]),
  ];
  return {
    ...withoutStaleNarrative(current),
    meta: tagged(current.meta, key),
    status: answer === null ? 'cancelled' : 'completed',
    ...(closing === undefined ? {} : { businessStatus: named(QUERY_STATUS, closing.how) }),
    ...(closing?.reason == null ? {} : { statusReason: { text: closing.reason } }),
    lastModified: plan.at,
    output: [...(current.output ?? []), ...output],
  };
}

/**
 * Reminded, or handed on: the Task says so to whoever lists it, with the day, and has its new owner. It stays the one question, so nobody is
 * asked twice. Whom a site names in words stands there in words (FHIR R4: a reference may hold a display alone).
 */
export function followedQuery(action: Action<'follow-query'>, key: string, current: Task, { plan: { who, at } }: EncodeContext): Task {
  const code = FOLLOWED[action.how];
  const text = action.how === 'remind' ? 'Reminder: this question still waits for an answer.' : `Handed on to ${action.to}: this question waited without an answer.`;
  return {
    ...withoutStaleNarrative(current),
    meta: tagged(current.meta, key),
    businessStatus: named(QUERY_STATUS, code),
    lastModified: at,
    ...(action.how === 'escalate' ? { owner: recipient(action.to) } : {}),
    note: [...(current.note ?? []), { authorReference: { reference: who.reference, display: who.name }, time: at, text }],
    output: [...(current.output ?? []), { type: named(QUERY_OUTPUT, code), valueDateTime: at }],
  };
}

/** Of `TaskOutput.type` and `businessStatus`; decode/query.ts reads them. */
const FOLLOWED = { remind: 'reminded', escalate: 'escalated' } as const;

/** Says that a question waits, and where; nothing of what it asks. */
export function queryNotice({ of, to, why }: Action<'notify-query'>, key: string, context: EncodeContext): Communication {
  const { plan } = context;
  const task = 'task' in of ? of.task : context.written(of.step)?.reference ?? null;
  return {
    resourceType: 'Communication',
    meta: tagged(undefined, key),
    identifier: [{ system: STEP_SYSTEM, value: key }],
    status: 'completed',
    category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/communication-category', code: why === 'remind' ? 'reminder' : 'notification' }] }],
    priority: 'routine',
    subject: { reference: plan.patient },
    encounter: { reference: plan.encounter.reference },
    topic: named(QUERY_STATUS, why === 'sent' ? 'waits' : FOLLOWED[why]),
    ...(task === null ? {} : { about: [{ reference: task }] }),
    sent: plan.at,
    sender: { reference: plan.who.reference, display: plan.who.name },
    recipient: to.map(recipient),
    payload: [{ contentString: NOTICE[why] }],
  };
}

const NOTICE = {
  sent: 'A question about the documentation of a visit waits for your answer.',
  remind: 'A question about the documentation of a visit still waits for your answer.',
  escalate: 'A question about the documentation of a visit was handed on to you and waits for your answer.',
} as const;

function recipient(to: string): Reference {
  return /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(to) ? { reference: to } : { display: to };
}

function named(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }], text: code };
}
