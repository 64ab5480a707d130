import type { Bundle, Communication, FhirResource, Provenance, QuestionnaireResponse, Task } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chart, QueryChoice, QueryFact, ServerProfile, WritePlan } from '../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { planAnswer, planCancelQuery, planFollowUp, planQuestion } from '../../../src/domain/writeback/index.ts';
import { decode } from '../../../src/fhir/decode/index.ts';
import { fromCompanion } from '../../../src/fhir/encode/index.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { profileServer } from '../../../src/fhir/profiles/index.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { answered, answering, beside, sent } from '../../support/queries.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, chart, coder, epic } from '../../support/writing.ts';
import { COMPANION } from './plans.ts';

const never = new AbortController().signal;
const nothing = (): void => undefined;
const outcomes = (receipts: readonly { readonly outcome: string }[]) => receipts.map((r) => r.outcome);

/** What the app reads of the question afterwards. */
function readBack(tasks: readonly Task[], base: string): readonly QueryFact[] {
  return decode({ base, patient: PATIENT, encounter: ENCOUNTER, resources: [...tasks], attachments: [], reads: [], readAt: SIGNED_AT }).queries ?? [];
}

const ask = (profile: ServerProfile, on: Chart = chart()): WritePlan => planQuestion({ query: sent(on), chart: on, profile });
const answer = (profile: ServerProfile, query: QueryFact, choice: QueryChoice = { kind: 'option', index: 0 }, id = 'w1'): WritePlan =>
  planAnswer({ signed: answered(choice, { query, id }), chart: chart({ queries: [query] }), profile });

const PLACES: readonly (readonly [string, ServerProfile])[] = [
  ['in the EHR, as one transaction', answering],
  ['in the EHR, one by one', { ...answering, transaction: false }],
  ['in the EHR, one by one, without conditional create', { ...answering, transaction: false, conditionalCreate: false }],
  ['on the companion server of Epic', { ...epic, companion: beside }],
];

describe.each(PLACES)('%s', (_, profile) => {
  const world = () => {
    const ehr = new FakeFhir();
    const other = new FakeFhir({ base: COMPANION });
    const here = profile.name === 'epic' ? other : ehr;
    const open = async (): Promise<QueryFact> => {
      await writer.send(ask(profile), nothing, never);
      return fact();
    };
    const fact = (): QueryFact => {
      const tasks = here.all<Task>('Task').map((task) => (here === ehr ? task : { ...fromCompanion(task, { ehr: ehr.base, companion: COMPANION }), id: `${COMPANION}/Task/${task.id}` }));
      const [found] = readBack(tasks, ehr.base);
      if (found === undefined) throw new Error('No question stands there.');
      return found;
    };
    const writer = createWriter(ehr, profile, () => SIGNED_AT, other);
    return { ehr, other, here, writer, open, fact };
  };

  it('sent, answered, and read back', async () => {
    const { here, writer, open, fact } = world();
    const query = await open();
    expect(query).toMatchObject({ status: 'open', question: sent().question });
    const receipts = await writer.send(answer(profile, query), nothing, never);
    expect(outcomes(receipts)).toEqual(['written', 'written', 'written']);
    expect(fact()).toMatchObject({ status: 'answered', answer: { words: 'Chronic kidney disease, stage 3a' } });
    const [response, ...more] = here.all<QuestionnaireResponse>('QuestionnaireResponse');
    expect(more).toEqual([]);
    expect(here.all<Provenance>('Provenance').map(({ target }) => target[0]?.reference?.split('/_history')[0])).toEqual([`QuestionnaireResponse/${response?.id}`]);
  });

  it('a repeat of the question, and of the answer, writes nothing again', async () => {
    const { here, writer, open } = world();
    const query = await open();
    expect(outcomes(await writer.send(ask(profile), nothing, never))).toEqual(['written']);
    const plan = answer(profile, query);
    await writer.send(plan, nothing, never);
    expect(outcomes(await writer.send(plan, nothing, never))).toEqual(['written', 'written', 'written']);
    expect([here.all('Task').length, here.all('QuestionnaireResponse').length, here.all('Provenance').length]).toEqual([1, 1, 1]);
  });

  it('lost replies are looked up: each is written once', async () => {
    const { here, writer, open, fact } = world();
    const lose = (): void => { here.fail((r) => r.method !== 'GET', { kind: 'lost', fault: 'network', after: true }); };
    lose();
    const query = await open();
    for (let i = 0; i < 3; i += 1) lose();
    const plan = answer(profile, query);
    let receipts = await writer.send(plan, nothing, never);
    if (outcomes(receipts).some((outcome) => outcome !== 'written')) receipts = await writer.send(plan, nothing, never, receipts);
    expect(outcomes(receipts)).toEqual(['written', 'written', 'written']);
    expect(fact().status).toBe('answered');
    expect([here.all('Task').length, here.all('QuestionnaireResponse').length, here.all('Provenance').length]).toEqual([1, 1, 1]);
  });

  it('of two clinicians one answers: the other\'s is refused with what stands there, and leaves no response', async () => {
    const { here, writer, open, fact } = world();
    const query = await open();
    await writer.send(answer(profile, query, { kind: 'other', text: 'Dehydration' }), nothing, never);
    const [closing, ...rest] = await writer.send(answer(profile, query, { kind: 'undetermined' }, 'w2'), nothing, never);
    expect(closing).toMatchObject({ outcome: 'refused', conflict: { seen: query.source.version } });
    expect(outcomes(rest)).not.toContain('written');
    expect(fact()).toMatchObject({ answer: { words: 'Dehydration' } });
    expect(here.all('QuestionnaireResponse')).toHaveLength(1);
  });

  it('reminded, then handed on: still the one question, and each step once', async () => {
    const { here, writer, open, fact } = world();
    const policy = { ...DEFAULT_POLICY.queries, escalateTo: 'Physician advisor' };
    const follow = (how: 'remind' | 'escalate', query: QueryFact) => planFollowUp({ query, who: coder, at: SIGNED_AT, id: how, chart: chart({ queries: [query] }), profile, how, policy });
    const reminding = follow('remind', await open());
    for (const sending of [reminding, reminding]) expect(outcomes(await writer.send(sending, nothing, never))).toEqual(['written']);
    expect(fact()).toMatchObject({ status: 'open', reminded: SIGNED_AT, escalated: null });
    expect(outcomes(await writer.send(follow('escalate', fact()), nothing, never))).toEqual(['written']);
    expect(fact()).toMatchObject({ status: 'open', reminded: SIGNED_AT, escalated: SIGNED_AT, ownerName: 'Physician advisor' });
    const [task, ...others] = here.all<Task>('Task');
    expect(others).toEqual([]);
    expect(task).toMatchObject({ restriction: { period: { end: '2026-12-04T16:15:00Z' } }, businessStatus: { coding: [{ code: 'escalated' }] }, note: [{ time: SIGNED_AT }, { time: SIGNED_AT }] });
    expect(outcomes(await writer.send(answer(profile, fact()), nothing, never))).toEqual(['written', 'written', 'written']);
  });

  it('told by a message that says nothing of the patient\'s health', async () => {
    const { here, writer } = world();
    const taking = profile.companion === null ? { ...profile, create: [...profile.create, 'Communication'] } : { ...profile, companion: { ...profile.companion, create: [...profile.companion.create, 'Communication'] } };
    const plan = ask(taking);
    for (const sending of [plan, plan]) expect(outcomes(await writer.send(sending, nothing, never))).toEqual(['written', 'written']);
    const [message, ...others] = here.all<Communication>('Communication');
    expect(others).toEqual([]);
    expect(message).toMatchObject({ status: 'completed', about: [{ reference: `Task/${here.all<Task>('Task')[0]?.id}` }] });
    expect(JSON.stringify(message)).not.toMatch(/kidney|eGFR|\d mL|reimburs|payment|severity/i);
  });

  it('taken back: closed without an answer', async () => {
    const { writer, open, fact } = world();
    const query = await open();
    const plan = planCancelQuery({ query, who: coder, at: SIGNED_AT, id: 'c1', chart: chart({ queries: [query] }), profile, closing: { how: 'withdrawn', reason: 'Documented meanwhile' } });
    expect(outcomes(await writer.send(plan, nothing, never))).toEqual(['written']);
    expect(fact()).toMatchObject({ status: 'cancelled', answer: null, closing: { how: 'withdrawn', reason: 'Documented meanwhile' } });
  });

  it('a colleague\'s question is seen as new by its rule, until it is closed', async () => {
    const { writer, open } = world();
    const query = await open();
    const asks = async () => (await writer.since({ patient: PATIENT, encounter: ENCOUNTER }, new Set(), never)).newcomers.flatMap(({ asks: rule }) => (rule === undefined ? [] : [rule]));
    expect(await asks()).toEqual([sent().question.rule]);
    await writer.send(answer(profile, query), nothing, never);
    expect(await asks()).toEqual([]);
  });
});

describe('against the embedded EHR', () => {
  let ehr: Sandbox;
  beforeAll(async () => {
    ehr = await startSandbox({
      port: 0, dataFile: ':memory:', appDir: null, resources: ([
        { resourceType: 'Patient', id: 'p1' }, { resourceType: 'Practitioner', id: 'dr' }, { resourceType: 'Practitioner', id: 'coder' },
        { resourceType: 'Encounter', id: 'e1', status: 'in-progress', class: { code: 'AMB' }, subject: { reference: PATIENT } },
        ...['egfr1', 'egfr2'].map((id) => ({ resourceType: 'Observation' as const, id, status: 'final' as const, code: { text: 'eGFR' }, subject: { reference: PATIENT } })),
      ] satisfies FhirResource[]) as FhirResource[],
    });
  });
  afterAll(() => ehr.close());

  const SCOPES = 'user/*.rs user/Task.cruds user/QuestionnaireResponse.crs user/Provenance.crs';

  async function connect(scope: string) {
    const http = createGuardedHttp({ base: ehr.fhirBase, token: () => ehr.accessToken({ scope }), refresh: () => Promise.reject(new Error('No refresh here.')) });
    const { json } = await http.request({ method: 'GET', url: 'metadata' });
    const profile = profileServer({ capability: json, scopes: parseScopes(scope), base: ehr.fhirBase });
    const tasks = async (): Promise<readonly Task[]> => ((await http.request({ method: 'GET', url: `Task?patient=${PATIENT}` })).json as Bundle<Task>).entry?.flatMap(({ resource }) => resource ?? []) ?? [];
    return { profile, tasks, writer: createWriter(http, profile, () => SIGNED_AT) };
  }

  it('all of it is valid FHIR R4 there, with the scopes of site.json and no more', async () => {
    const { profile, tasks, writer } = await connect(SCOPES);
    expect(outcomes(await writer.send(ask(profile), nothing, never))).toEqual(['written']);
    const [query] = readBack(await tasks(), ehr.fhirBase);
    if (query === undefined) throw new Error('No question stands there.');
    expect(outcomes(await writer.send(answer(profile, query, { kind: 'other', text: 'Dehydration' }), nothing, never))).toEqual(['written', 'written', 'written']);
    expect(readBack(await tasks(), ehr.fhirBase)).toMatchObject([{ status: 'answered', answer: { words: 'Dehydration' } }]);
  });

  it('without the scopes it is planned otherwise: nothing is sent that would be refused', async () => {
    const { profile } = await connect('user/*.rs user/Task.cruds');
    expect(profile.create).toEqual(['Task']);
    expect(answer(profile, { ...readBackOne, source: { reference: 'Task/t', version: '1' } }).steps.map(({ action, to }) => [action.kind, to])).toEqual([['close-query', 'ehr'], ['file-note', 'hand']]);
  });
});

const readBackOne: QueryFact = { source: { reference: 'Task/t', version: '1' }, status: 'open', sender: coder.reference, senderName: null, at: null, encounter: ENCOUNTER, questionnaire: null, question: sent().question, answer: null };
