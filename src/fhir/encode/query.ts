import type { CodeableConcept, Coding, Questionnaire, QuestionnaireItem, QuestionnaireResponse, QuestionnaireResponseItem, Task, TaskOutput } from 'fhir/r4';
import type { AskedQuestion, QueryChoice, WriteAction } from '../../domain/model/index.ts';
import { UNDETERMINED, asksForWords } from '../../domain/review/index.ts';
import type { EncodeContext } from './context.ts';
import { EXTENSION, QUERY_ANSWER, QUERY_INPUT, QUERY_OUTPUT, QUESTIONNAIRE, STEP_SYSTEM, TASK } from './names.ts';
import { tagged, versioned, withoutStaleNarrative } from './parts.ts';
import { requestToClinicians } from './request.ts';

type Action<K extends WriteAction['kind']> = Extract<WriteAction, { kind: K }>;

/**
 * A question, put before a clinician. Its Questionnaire is contained: it tells of one patient, and a Questionnaire of its own is a definition
 * that servers keep in nobody's record and show to everybody (FHIR R4 questionnaire.html, compartmentdefinition-patient.html).
 */
export function queryTask({ question, owners }: Action<'send-query'>, key: string, { plan }: EncodeContext): Task {
  return {
    ...requestToClinicians(plan, key, owners),
    contained: [questionnaire(question, key)],
    code: { coding: [{ system: TASK, code: 'query' }], text: 'Question to the clinician' },
    description: `Question: ${question.title}`,
    focus: { reference: `#${CONTAINED}` },
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
export function closedQuery({ answer }: Action<'close-query'>, key: string, current: Task, { plan }: EncodeContext): Task {
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
    lastModified: plan.at,
    output: [...(current.output ?? []), ...output],
  };
}

function named(system: string, code: string): CodeableConcept {
  return { coding: [{ system, code }], text: code };
}
