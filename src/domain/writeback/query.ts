import type { Chart, Instant, Person, QueryFact, ReadStatus, SentQuery, ServerProfile, SignedAnswer, Source, WriteAction, WritePlan, WriteStep } from '../model/index.ts';
import { mayAttest, mayPropose } from '../model/index.ts';
import { openQueries } from '../review/queries.ts';
import { isShareable } from '../review/sensitive.ts';
import { refuseAnotherPatient, refuseAnotherRole } from './checks.ts';
import type { Ending } from './keys.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import { isSent } from './part.ts';
import { answerText, questionText } from './query-note.ts';
import { RECORD } from './record-note.ts';
import { routeOf } from './route.ts';

/**
 * What a question to the clinicians of this visit writes: one Task that holds it; where no server takes Tasks, a document, else words handed
 * to a clinician. Asks, and changes nothing that is charted.
 * @throws Error when it belongs to another patient or encounter than the chart, or its role may not ask.
 */
export function planQuestion({ query, chart, profile }: { readonly query: SentQuery; readonly chart: Chart; readonly profile: ServerProfile }): WritePlan {
  refuseAnotherRole(query.who, mayPropose, 'The question is not a CDI specialist\'s or coder\'s.');
  refuseAnotherPatient('The question', query, chart);
  const { question, id: event, who, at } = query;
  const plan = { purpose: 'query', event, who, at, patient: chart.patient.source.reference, encounter: chart.encounter.source, mode: modeOf(profile) } as const;
  const says = `Ask the clinicians of this visit: ${question.title}`;
  const why = whyNot(query, chart);
  return why === null ? { ...plan, steps: [asking(query, chart, profile, says)], cannot: [] } : { ...plan, steps: [], cannot: [{ says, why }] };
}

/** Nothing doubled, and unread is not empty; nothing of sensitive sources, whoever made the question. */
function whyNot({ question }: SentQuery, chart: Chart): string | null {
  if (question.indicators.some(({ source }) => source !== null && !isShareable(source, chart))) return 'It tells of sensitive notes or entries, of which nobody else is told. Read the record again, then send it again.';
  const open = openQueries(chart).find((fact) => fact.question.rule === question.rule);
  if (open !== undefined) return `It was asked already${open.senderName === null ? '' : `, by ${open.senderName}`}, and waits for a clinician.`;
  return chart.reads.some(({ kind, status }) => kind === 'Task' && UNREAD.includes(status)) ? 'The tasks of this visit could not all be read, so nobody can tell whether it was asked already. Read the record again to retry.' : null;
}

/** A server that does not offer Tasks, or shows none to this person, holds none that would be doubled. */
const UNREAD: readonly ReadStatus[] = ['failed', 'partial'];

function asking(query: SentQuery, chart: Chart, profile: ServerProfile, says: string): WriteStep {
  const owners = chart.encounter.practitioners.filter((reference) => reference !== query.who.reference);
  const action: WriteAction = { kind: 'send-query', question: query.question, owners };
  const route = routeOf(action, profile);
  if ((route.to === 'ehr' || route.to === 'companion') && route.as === 'resource') return stepFor(query, query.question.rule, action, says, [], { to: route.to });
  const note: WriteAction = { kind: 'file-note', purpose: 'query', title: `${RECORD}: question to the clinicians of this visit`, text: questionText(query) };
  return stepFor(query, query.question.rule, note, says, [], endingOf(note, profile, 'a clinician of this visit'));
}

/**
 * What a clinician's answer writes: the question's Task is closed on the version that was seen, so that of two who answer one comes first; then
 * the QuestionnaireResponse, which the Task names by its key; then who answered. No diagnosis.
 * @throws Error when it belongs to another patient or encounter than the chart, or is not a clinician's.
 */
export function planAnswer({ signed, chart, profile }: { readonly signed: SignedAnswer; readonly chart: Chart; readonly profile: ServerProfile }): WritePlan {
  refuseAnotherRole(signed.who, mayAttest, 'The answer is not a clinician\'s.');
  refuseAnotherPatient('The answer', signed, chart);
  const { answer: { task, question, choice }, id: event, who, at } = signed;
  const fact = queryAt(task, chart);
  const plan = { purpose: 'answer-query', event, who, at, patient: chart.patient.source.reference, encounter: chart.encounter.source, mode: modeOf(profile) } as const;
  const says = `Answer the question: ${question.title}`;
  if (fact.status !== 'open') return { ...plan, steps: [], cannot: [{ says, why: 'It was answered or cancelled already.' }] };
  const action: WriteAction = { kind: 'answer-query', task, questionnaire: fact.questionnaire, question, choice };
  const route = routeOf(action, profile);
  const response = (route.to === 'ehr' || route.to === 'companion') && route.as === 'resource' ? stepFor(signed, 'answer', action, says, [], { to: route.to }) : null;
  const closing = closingStep(signed, 'answer', profile, `Close the question: ${question.title}`, { kind: 'close-query', task, answer: { question, choice, response: response?.key ?? null } });
  if (response === null) return { ...plan, steps: [closing, filedAnswer(signed, profile, says)], cannot: [] };
  const written: WriteStep = { ...response, after: isSent(closing) ? [closing.id] : [] };
  return { ...plan, steps: [closing, written, attestation(signed, profile, written)], cannot: [] };
}

/** Beside the answer; where its server takes no Provenance, as a document. */
function attestation(signed: SignedAnswer, profile: ServerProfile, response: WriteStep): WriteStep {
  const { statement, answer: { task, question } } = signed;
  const seen = [task, ...question.indicators.flatMap(({ source }) => (source === null ? [] : [source]))];
  const action: WriteAction = { kind: 'attestation-provenance', of: [response.id], statement, items: [], seen, corrects: [] };
  const route = routeOf(action, profile);
  const says = `Record your name for: ${response.says}`;
  if (response.to === 'companion' && profile.companion?.create.includes('Provenance')) return stepFor(signed, 'answer', action, says, [response.id], { to: 'companion' });
  if (response.to === 'ehr' && route.to === 'ehr' && route.as === 'resource') return stepFor(signed, 'answer', action, says, [response.id]);
  return filedAnswer(signed, profile, says);
}

function filedAnswer(signed: SignedAnswer, profile: ServerProfile, says: string): WriteStep {
  const note: WriteAction = { kind: 'file-note', purpose: 'answer', title: `${RECORD}: answer to a question`, text: answerText(signed) };
  return stepFor(signed, 'answer', note, says, [], endingOf(note, profile, 'the colleague who asked'));
}

/**
 * Takes back a question that nobody has answered.
 * @throws Error when somebody else asked it, or it belongs to another encounter.
 */
export function planCancelQuery({ query, who, at, id, chart, profile }: {
  readonly query: QueryFact;
  readonly who: Person;
  readonly at: Instant;
  readonly id: string;
  readonly chart: Chart;
  readonly profile: ServerProfile;
}): WritePlan {
  refuseAnotherRole(who, mayPropose, 'Only who may ask cancels a question.');
  if (query.sender !== who.reference) throw new Error('Somebody else asked this question. Nothing was planned.');
  const { status, question: { title } } = queryAt(query.source, chart);
  const { encounter: { source: encounter }, patient: { source: patient } } = chart;
  const plan = { purpose: 'cancel-query', event: id, who, at, patient: patient.reference, encounter, mode: modeOf(profile) } as const;
  const says = `Cancel your question: ${title}`;
  if (status !== 'open') return { ...plan, steps: [], cannot: [{ says, why: 'It was answered or cancelled already.' }] };
  return { ...plan, steps: [closingStep({ id, encounter }, 'query', profile, says, { kind: 'close-query', task: query.source, answer: null })], cannot: [] };
}

function queryAt({ reference }: Source, chart: Chart): QueryFact {
  const fact = chart.queries?.find(({ source }) => source.reference === reference);
  const isHere = fact !== undefined && (fact.encounter === null || fact.encounter === chart.encounter.source.reference);
  if (!isHere) throw new Error('The question belongs to another encounter than the open chart. Nothing was planned; open the review again.');
  return fact;
}

function closingStep(event: Parameters<typeof stepFor>[0], subject: string, profile: ServerProfile, says: string, action: Extract<WriteAction, { kind: 'close-query' }>): WriteStep {
  const route = routeOf(action, profile);
  const ending: Ending = route.to === 'nowhere' ? { to: 'hand', handOver: { by: 'list', to: OTHER[action.answer === null ? 'cancelled' : 'answered'], why: route.why } } : route;
  return stepFor(event, subject, action, says, [], ending);
}

const OTHER = { answered: 'the colleague who asked', cancelled: 'the clinicians of this visit' } as const;

function endingOf(note: WriteAction, profile: ServerProfile, to: string): Ending {
  const route = routeOf(note, profile);
  return route.to === 'ehr' || route.to === 'companion' ? { to: route.to } : { to: 'hand', handOver: { by: 'list', to, why: 'No server here takes tasks or documents from this app.' } };
}
