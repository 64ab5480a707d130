import type { Chart, Instant, Person, QueryClosing, QueryFact, QueryFollowUp, QueryPolicy, ReadStatus, SentQuery, ServerProfile, SignedAnswer, Source, WriteAction, WritePlan, WriteStep } from '../model/index.ts';
import { DEFAULT_POLICY, mayAttest, mayPropose } from '../model/index.ts';
import { soughtUntil } from '../queries/life.ts';
import { openQueries } from '../review/queries.ts';
import { reopenQuestion } from '../review/reopen-question.ts';
import { isShareable } from '../review/sensitive.ts';
import { refuseAnotherPatient, refuseAnotherRole } from './checks.ts';
import type { Ending } from './keys.ts';
import { stepFor } from './keys.ts';
import { modeOf } from './limits.ts';
import { notifying } from './notify-query.ts';
import { isSent } from './part.ts';
import { answerText, questionText } from './query-note.ts';
import { RECORD } from './record-note.ts';
import { routeOf } from './route.ts';

/**
 * What a question to the clinicians of this visit writes: one Task that holds it; where no server takes Tasks, a document, else words handed
 * to a clinician. Where the server takes messages, one beside it. Asks, and changes nothing that is charted.
 * @throws Error when it belongs to another patient or encounter than the chart, its role may not ask, or it did not pass `askQuestion`.
 */
export function planQuestion({ query, chart, profile, policy = DEFAULT_POLICY.queries }: { readonly query: SentQuery; readonly chart: Chart; readonly profile: ServerProfile; readonly policy?: QueryPolicy }): WritePlan {
  refuseAnotherRole(query.who, mayPropose, 'The question is not a CDI specialist\'s or coder\'s.');
  refuseAnotherPatient('The question', query, chart);
  if (!reopenQuestion(query).ok) throw new Error('The question was changed after its words were checked. Nothing was planned; send it again.');
  const { question, id: event, who, at } = query;
  const plan = { purpose: 'query', event, who, at, patient: chart.patient.source.reference, encounter: chart.encounter.source, mode: modeOf(profile) } as const;
  const says = `Ask the clinicians of this visit: ${question.title}`;
  const why = whyNot(query, chart);
  return why === null ? { ...plan, steps: asking(query, chart, { profile, policy, says }), cannot: [] } : { ...plan, steps: [], cannot: [{ says, why }] };
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

function asking(query: SentQuery, chart: Chart, { profile, policy, says }: { readonly profile: ServerProfile; readonly policy: QueryPolicy; readonly says: string }): readonly WriteStep[] {
  const owners = cliniciansOf(chart, query.who);
  const action: WriteAction = { kind: 'send-query', question: query.question, owners, ...soughtUntil(query.at, policy) };
  const route = routeOf(action, profile);
  if ((route.to === 'ehr' || route.to === 'companion') && route.as === 'resource') {
    const task = stepFor(query, query.question.rule, action, says, [], { to: route.to });
    return [task, ...notifying({ event: query, of: { step: task.id }, to: owners, why: 'sent', profile, beside: task })];
  }
  const note: WriteAction = { kind: 'file-note', purpose: 'query', title: `${RECORD}: question to the clinicians of this visit`, text: questionText(query) };
  return [stepFor(query, query.question.rule, note, says, [], endingOf(note, profile, 'a clinician of this visit'))];
}

function cliniciansOf({ encounter }: Chart, who: Person): readonly string[] {
  return encounter.practitioners.filter((reference) => reference !== who.reference);
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
  if (fact.status !== 'open') return { ...plan, steps: [], cannot: [{ says, why: OVER }] };
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

/** What its sender does with a question that waits: for whom, and on what. */
export interface OwnQuestion {
  readonly query: QueryFact;
  readonly who: Person;
  readonly at: Instant;
  readonly id: string;
  readonly chart: Chart;
  readonly profile: ServerProfile;
}

/**
 * Ends a question that nobody has answered: its sender takes it back and says why, or its time is over.
 * @throws Error when somebody else asked it, it belongs to another encounter, or it is taken back without a reason.
 */
export function planCancelQuery({ query, who, at, id, chart, profile, closing }: OwnQuestion & { readonly closing: QueryClosing }): WritePlan {
  const { plan, title, isOpen } = ofOwn({ query, who, at, id, chart, profile }, 'cancel-query');
  if (closing.how === 'withdrawn' && (closing.reason ?? '').trim() === '') throw new Error('A question is taken back with a reason. Nothing was planned.');
  const says = closing.how === 'expired' ? `Close your question, whose time is over: ${title}` : `Take back your question: ${title}`;
  if (!isOpen) return { ...plan, steps: [], cannot: [{ says, why: OVER }] };
  return { ...plan, steps: [closingStep({ id, encounter: plan.encounter }, 'query', profile, says, { kind: 'close-query', task: query.source, answer: null, closing })], cannot: [] };
}

/**
 * Reminds the clinicians of a question, once, or hands it on to whom the policy names, once. The question's own Task says so; a server that
 * takes messages gets one, too.
 * @throws Error as `planCancelQuery`.
 */
export function planFollowUp({ query, who, at, id, chart, profile, how, policy }: OwnQuestion & { readonly how: QueryFollowUp; readonly policy: QueryPolicy }): WritePlan {
  const { plan, title, isOpen, fact } = ofOwn({ query, who, at, id, chart, profile }, 'follow-query');
  const { escalateTo } = policy;
  const says = how === 'remind' ? `Remind the clinicians of this visit of your question: ${title}` : `Hand your question on${escalateTo === null ? '' : ` to ${escalateTo}`}: ${title}`;
  const why = whyNoFollowUp(fact, isOpen, how, policy);
  if (why !== null) return { ...plan, steps: [], cannot: [{ says, why }] };
  const event = { id, encounter: plan.encounter };
  const action: WriteAction = how === 'remind' ? { kind: 'follow-query', task: query.source, how } : { kind: 'follow-query', task: query.source, how, to: escalateTo ?? '' };
  const route = routeOf(action, profile);
  const ending: Ending = route.to === 'nowhere' || route.to === 'hand' ? { to: 'hand', handOver: { by: 'list', to: how === 'escalate' ? escalateTo ?? '' : 'the clinicians of this visit', why: route.to === 'hand' ? route.handOver.why : route.why } } : { to: route.to };
  const task = stepFor(event, 'query', action, says, [], ending);
  if (task.to === 'hand') return { ...plan, steps: [task], cannot: [] };
  const to = how === 'remind' ? cliniciansOf(chart, who) : [escalateTo ?? ''];
  return { ...plan, steps: [task, ...notifying({ event, of: { task: query.source.reference }, to, why: how, profile, beside: task })], cannot: [] };
}

/** Nobody is asked again and again: one reminder, one handing-on (AHIMA/ACDIS 2022). */
function whyNoFollowUp({ reminded, escalated }: QueryFact, isOpen: boolean, how: QueryFollowUp, { escalateTo }: QueryPolicy): string | null {
  if (!isOpen) return OVER;
  if (escalated != null) return 'It was handed on already.';
  if (how === 'remind') return reminded == null ? null : 'Its clinicians were reminded already.';
  return escalateTo === null ? 'The site names nobody to hand a question on to.' : null;
}

const OVER = 'It was answered or cancelled already.';

function ofOwn({ query, who, at, id, chart, profile }: OwnQuestion, purpose: 'cancel-query' | 'follow-query') {
  refuseAnotherRole(who, mayPropose, 'Only who may ask follows or takes back a question.');
  if (query.sender !== who.reference) throw new Error('Somebody else asked this question. Nothing was planned.');
  const fact = queryAt(query.source, chart);
  const { encounter: { source: encounter }, patient: { source: patient } } = chart;
  return { plan: { purpose, event: id, who, at, patient: patient.reference, encounter, mode: modeOf(profile) } as const, title: fact.question.title, isOpen: fact.status === 'open', fact };
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
