import type { Bundle, Condition, DocumentReference, FhirResource } from 'fhir/r4';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WritePlan, WriteReceipt } from '../../../src/domain/model/index.ts';
import { learnCompanion, openCompanion } from '../../../src/fhir/companion/index.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { profileServer } from '../../../src/fhir/profiles/index.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { wardResources, wardWithoutClaim } from '../../support/ward.ts';
import { SIGNED_AT, doctor, quote } from '../../support/writing.ts';
import { anchorPlan, answerPlan, makeStep, planOf, proposalPlan } from './plans.ts';

const SCOPE = 'user/*.cruds';
const never = new AbortController().signal;

const AROUND: readonly FhirResource[] = [
  { resourceType: 'Patient', id: 'p1' }, { resourceType: 'Practitioner', id: 'dr' }, { resourceType: 'Practitioner', id: 'cdi' },
  { resourceType: 'DocumentReference', id: 'n1', status: 'current', subject: { reference: 'Patient/p1' }, content: [{ attachment: { contentType: 'text/plain', data: 'Tm90ZQ==' } }] },
  { resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Systolic blood pressure' } },
  ...wardResources(wardWithoutClaim),
];

/** Over real HTTP; `lose` loses the answers of so many writes to the EHR after it has done them. */
async function connect(ehr: Sandbox, lose = 0) {
  let left = lose;
  const http = createGuardedHttp({
    base: ehr.fhirBase, token: () => ehr.accessToken({ scope: SCOPE }), refresh: () => Promise.reject(new Error('No refresh here.')),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method === 'GET' || left === 0) return response;
      left -= 1;
      await response.arrayBuffer();
      throw new TypeError('The connection was lost.');
    },
  });
  const companion = openCompanion({ fhir: ehr.companion?.fhirBase ?? '', access: 'open' }, ehr.fhirBase);
  const { capability } = await learnCompanion(companion, never);
  const { json } = await http.request({ method: 'GET', url: 'metadata' });
  const profile = profileServer({ capability: json, scopes: parseScopes(SCOPE), base: ehr.fhirBase, companion: capability });
  const all = async <T extends FhirResource>(type: T['resourceType']): Promise<readonly T[]> => {
    const found = await http.request({ method: 'GET', url: `${type}?patient=p1&_count=100` });
    return ((found.json as Bundle).entry ?? []).map((entry) => entry.resource as T);
  };
  const writer = createWriter(http, profile, () => SIGNED_AT, companion);
  return { profile, writer, all, send: async (plan: WritePlan, already: readonly WriteReceipt[] = []) => writer.send(plan, () => undefined, never, already) };
}

/** The Task without a Condition, as by a site's policy: Epic takes no diagnosis of an encounter from an app. */
function withoutCondition(plan: WritePlan): WritePlan {
  const gone = new Set(plan.steps.filter(({ action }) => action.kind === 'propose-condition' || action.kind === 'machine-provenance').map((s) => s.id));
  return { ...plan, steps: plan.steps.filter((s) => !gone.has(s.id)).map((s) => ({ ...s, after: s.after.filter((id) => !gone.has(id)) })) };
}

describe.each(['epic', 'oracle'] as const)('against the embedded EHR as %s, with a companion server', (ehrProfile) => {
  let ehr: Sandbox;
  beforeEach(async () => { ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, resources: [...AROUND] as FhirResource[], ehrProfile, companion: true }); });
  afterEach(() => ehr.close());

  const problem = makeStep({ kind: 'create-condition', diagnosis: { code: 'I10', title: 'Essential (primary) hypertension' }, target: ehrProfile === 'epic' ? 'problem-list-item' : 'encounter-diagnosis', evidence: [quote] });
  const note = makeStep({ kind: 'file-note', purpose: 'attestation', title: 'Countersign record', text: 'Countersign record\n\nI10' });

  it('is known by its statement: no transaction, no conditional create; what it does not take, the companion does', async () => {
    const { profile } = await connect(ehr);
    expect(profile).toMatchObject({ name: ehrProfile, transaction: false, conditionalCreate: false, create: ehrProfile === 'epic' ? ['Condition', 'DocumentReference'] : ['Condition', 'DocumentReference', 'Provenance'] });
    expect(profile.create).not.toContain('Task');
    expect(profile.companion?.create).toEqual(expect.arrayContaining(['Task', 'Claim', 'Provenance', 'DocumentReference']));
  });

  it('takes a countersigned diagnosis and a filed note, each once, as we encode them', async () => {
    const { send, all } = await connect(ehr);
    const plan = planOf('countersign', doctor, [problem, note]);
    const receipts = await send(plan);
    expect(receipts.map((r) => [r.outcome, r.why])).toEqual([['written', null], ['written', null]]);
    const [again] = [await send(plan)];
    expect(again.map((r) => r.resource?.reference)).toEqual(receipts.map((r) => r.resource?.reference));
    const conditions = (await all<Condition>('Condition')).filter((c) => c.code?.coding?.[0]?.code === 'I10');
    expect(conditions.map((c) => c.verificationStatus?.coding?.[0]?.code)).toEqual([ehrProfile === 'epic' ? 'provisional' : 'confirmed']);
    expect((await all<DocumentReference>('DocumentReference')).filter((d) => d.type?.text === 'Countersign record').map((d) => d.docStatus)).toEqual(['final']);
  });

  it('loses the answers: what was written is found by its content, and nothing is sent twice', async () => {
    const { send, all } = await connect(ehr, 2);
    const plan = planOf('countersign', doctor, [problem, note]);
    const receipts = await send(plan);
    expect(receipts.map((r) => r.outcome)).toEqual(['written', 'written']);
    await send(plan, receipts);
    expect((await all<Condition>('Condition')).filter((c) => c.code?.coding?.[0]?.code === 'I10')).toHaveLength(1);
    expect((await all<DocumentReference>('DocumentReference')).filter((d) => d.type?.text === 'Countersign record')).toHaveLength(1);
  });

  it('a proposal, its answer and the log\'s anchor end on the companion server, each once', async () => {
    const { send, writer } = await connect(ehr);
    for (const plan of [withoutCondition(proposalPlan('companion')), anchorPlan('companion')]) {
      const receipts = await send(plan);
      expect(receipts.map((r) => [r.outcome, r.why])).toEqual(plan.steps.map(() => ['written', null]));
      expect((await send(plan)).map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
    }
    const { newcomers, unchecked } = await writer.since({ patient: 'p1', encounter: 'e1' }, new Set(), never);
    const task = newcomers.find((n) => n.kind === 'Task');
    expect(task).toMatchObject({ code: 'I10', source: { reference: expect.stringContaining('/companion/fhir/Task/') } });
    expect(unchecked.map((u) => [u.kind, u.at, u.status]).toSorted(([a = ''], [b = '']) => a.localeCompare(b))).toEqual(ehrProfile === 'epic' ? [['Claim', 'ehr', 'not-asked']] : [['Claim', 'ehr', 'not-asked'], ['Task', 'ehr', 'not-asked']]);
    const answer = answerPlan('companion');
    const steps = answer.steps.map((s) => (s.action.kind === 'answer-proposal' && task !== undefined ? { ...s, action: { ...s.action, task: task.source } } : s));
    expect((await send({ ...answer, steps })).map((r) => [r.outcome, r.why])).toEqual(steps.map(() => ['written', null]));
    expect((await writer.check(task === undefined ? [] : [task.source], never)).map((c) => c.state)).toEqual(['changed']);
  });
});
