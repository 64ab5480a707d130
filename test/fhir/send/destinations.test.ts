import type { Condition, FhirResource, Task } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { AskedQuestion, Person, Purpose, WriteAction, WritePlan, WriteReceipt, WriteStep } from '../../../src/domain/model/index.ts';
import { RECORD } from '../../../src/fhir/encode/names.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { roundsOf } from '../../../src/fhir/send/rounds.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { PATIENT, SIGNED_AT, doctor, quote } from '../../support/writing.ts';
import { COMPANION, answerPlan, anchorPlan, everything, item, openTask, planOf, proposalPlan, specialist, makeStep } from './plans.ts';

const never = new AbortController().signal;
const nothing = (): void => undefined;
const single = { ...everything, transaction: false };
const diagnosis = { code: 'I10', title: 'Hypertension' };
const added = makeStep({ kind: 'create-condition', diagnosis, target: 'encounter-diagnosis', evidence: [quote] });

function writers(profile = single) {
  const ehr = new FakeFhir();
  const beside = new FakeFhir({ base: COMPANION });
  return { ehr, beside, writer: createWriter(ehr, profile, () => SIGNED_AT, beside) };
}

describe('steps for a person\'s hand', () => {
  const byHand: WriteStep = { ...added, to: 'hand', handOver: { by: 'list', to: 'the diagnosis activity', why: 'This EHR takes none.' } };
  const claim = makeStep({ kind: 'create-claim', diagnoses: [], serviced: '2026-11-20', coverage: null }, { after: [byHand.id] });

  it('get no receipt and send nothing, and nobody waits for them', async () => {
    const { ehr, writer } = writers();
    const receipts = await writer.send(planOf('countersign', doctor, [byHand, claim]), nothing, never);
    expect(receipts).toMatchObject([{ step: claim.id, outcome: 'written' }]);
    expect(ehr.all('Condition')).toEqual([]);
  });

  it('are not waited for after somebody took them over, either', async () => {
    const { writer } = writers();
    const handed: WriteReceipt = { step: byHand.id, outcome: 'handed-over', resource: null, why: null, at: SIGNED_AT };
    expect(await writer.send(planOf('countersign', doctor, [claim]), nothing, never, [handed])).toMatchObject([{ outcome: 'written' }]);
    expect(await writer.send(planOf('countersign', doctor, [claim]), nothing, never)).toMatchObject([{ outcome: 'skipped' }]);
  });

  it('cannot be looked up: nothing of them was sent', async () => {
    const { ehr, writer } = writers();
    expect(await writer.lookUp(planOf('countersign', doctor, [byHand]), byHand, never)).toMatchObject({ outcome: 'skipped' });
    expect(ehr.log).toEqual([]);
  });
});

describe('the companion server', () => {
  it('does not answer: its steps are refused in words, and the EHR\'s are written', async () => {
    const ehr = new FakeFhir();
    const writer = createWriter(ehr, { ...single, companion: null }, () => SIGNED_AT);
    const plan = proposalPlan('companion');
    const receipts = await writer.send(plan, nothing, never);
    for (const { id, to } of plan.steps) expect(receipts.find((r) => r.step === id)?.outcome).toMatch(to === 'ehr' ? 'written' : /refused|skipped/);
    expect(receipts.find((r) => r.step.startsWith('propose-claim'))?.why).toContain('companion server could not be reached');
    const task = plan.steps.find((s) => s.to === 'companion');
    expect(task === undefined ? null : await writer.lookUp(plan, task, never)).toMatchObject({ outcome: 'unknown' });
  });

  it('says no in its own name', async () => {
    const { beside, writer } = writers();
    beside.fail((r) => r.method === 'POST', { kind: 'status', status: 403, after: false });
    const receipts = await writer.send(anchorPlan('companion'), nothing, never);
    expect(receipts).toMatchObject([{ outcome: 'refused', why: expect.stringMatching(/^The companion server does not let you write this \(403\)/) }]);
  });

  it('holds a Task that somebody answered meanwhile: nothing is written over', async () => {
    const { beside, writer } = writers();
    const task = openTask('companion');
    beside.put(task);
    beside.put({ ...task, status: 'completed' });
    const receipts = await writer.send(answerPlan('companion'), nothing, never);
    expect(receipts.find((r) => r.step.startsWith('answer-proposal'))).toMatchObject({ outcome: 'refused', conflict: { seen: '1', now: '2', difference: ['status requested → completed'] } });
    expect(beside.current('Task/t1')).toMatchObject({ status: 'completed' });
  });

  it('holds a Task of another patient: it is not answered', async () => {
    const { beside, writer } = writers();
    beside.put({ ...openTask('companion'), for: { type: 'Patient', identifier: { system: 'https://ehr.test/fhir', value: 'Patient/p2' } } });
    const receipts = await writer.send(answerPlan('companion'), nothing, never);
    expect(receipts.find((r) => r.step.startsWith('answer-proposal'))).toMatchObject({ outcome: 'refused', why: expect.stringContaining('another patient\'s chart') });
  });

  it('keeps references to its own resources when a Task is answered', async () => {
    const { beside, writer } = writers();
    beside.put({ ...openTask('companion'), reasonReference: { reference: 'Claim/k1' } });
    await writer.send(answerPlan('companion'), nothing, never);
    const task = beside.current('Task/t1') as Task;
    expect(task).toMatchObject({ status: 'rejected', reasonReference: { reference: 'Claim/k1' }, for: { identifier: { value: 'Patient/p1' } } });
    expect(task.output?.find((o) => o.type.text === 'who')?.valueReference).toMatchObject({ type: 'Practitioner', identifier: { value: 'Practitioner/dr' } });
  });

  it('is asked for the versions of what stands there, the EHR for all else', async () => {
    const { ehr, beside, writer } = writers();
    beside.put(openTask('companion'));
    ehr.put({ resourceType: 'Condition', id: 'c1', subject: {} });
    const sources = [{ reference: `${COMPANION}/Task/t1`, version: '1' }, { reference: `${COMPANION}/Task/none`, version: '1' }, { reference: 'Condition/c1', version: '2' }, { reference: 'https://else.test/Task/t1', version: '1' }];
    expect((await writer.check(sources, never)).map((c) => [c.reference, c.state])).toEqual([
      [`${COMPANION}/Task/t1`, 'same'], [`${COMPANION}/Task/none`, 'gone'], ['Condition/c1', 'changed'], ['https://else.test/Task/t1', 'cannot-tell'],
    ]);
    expect([ehr.log.length, beside.log.length]).toEqual([1, 2]);
  });
});

describe('the order of sending', () => {
  const at = (to: WriteStep['to'], says: string, after: readonly WriteStep[] = []) => makeStep({ kind: 'create-claim', diagnoses: [], serviced: '2026-11-20', coverage: null }, { to, says, after: after.map((s) => s.id) });
  const shown = (steps: readonly WriteStep[]) => roundsOf(steps).map((r) => [r.to, ...r.steps.map((s) => s.says)]);

  it('is the EHR, then the companion, then what waits for it; what speaks of versions comes last', () => {
    const condition = at('ehr', 'condition');
    const claim = at('companion', 'claim', [condition]);
    const task = at('ehr', 'task', [claim]);
    const proof = makeStep({ kind: 'machine-provenance', of: [], rules: [], evidence: [], reason: null }, { says: 'proof', after: [condition.id] });
    expect(shown([proof, condition, claim, task, at('ehr', 'encounter', [condition])])).toEqual([['ehr', 'condition', 'encounter'], ['companion', 'claim'], ['ehr', 'task'], ['ehr', 'proof']]);
  });

  it('has a Task after the claim that it names, where that goes elsewhere', () => {
    const claim = at('companion', 'claim');
    const task = makeStep({ kind: 'propose-item', item, conditionStep: null, claimStep: claim.id, owners: [] }, { says: 'task' });
    expect(shown([task, claim])).toEqual([['companion', 'claim'], ['ehr', 'task']]);
  });

  it('of the EHR alone is one round, and nothing for nothing', () => {
    expect(shown([at('ehr', 'a'), at('ehr', 'b'), at('hand', 'c')])).toEqual([['ehr', 'a', 'b']]);
    expect(shown([])).toEqual([]);
  });

  it('ends for steps that wait for each other, too', () => {
    const [a, b] = [at('ehr', 'a'), at('companion', 'b')];
    expect(shown([{ ...a, after: [b.id] }, { ...b, after: [a.id] }])).toEqual([]);
  });
});

describe('a request to a clinician and the draft claim that it names', () => {
  const claim = makeStep({ kind: 'propose-claim', diagnoses: [], serviced: '2026-11-20', coverage: null });
  const task = makeStep({ kind: 'propose-item', item, conditionStep: null, claimStep: claim.id, owners: [] });
  const plan = planOf('propose', specialist, [claim, task]);
  const isClaim = ({ method, url }: { readonly method: string; readonly url: string }) => method === 'POST' && url === 'Claim';
  const named = (ehr: FakeFhir) => ehr.all<Task>('Task').map(({ reasonReference }) => reasonReference?.reference);

  it('written at the second try: the request waited for it, and names it', async () => {
    const { ehr, writer } = writers();
    ehr.fail(isClaim, { kind: 'status', status: 422, after: false });
    const first = await writer.send(plan, nothing, never);
    expect([first.map(({ outcome }) => outcome), named(ehr)]).toEqual([['refused', 'skipped'], []]);
    const next = await writer.send(plan, nothing, never, first);
    expect([next.map(({ outcome, why }) => [outcome, why]), named(ehr)]).toEqual([[['written', null], ['written', null]], [next[0]?.resource?.reference]]);
  });

  it('refused again: the request goes without it, and its receipt says so', async () => {
    const { ehr, writer } = writers();
    for (let tries = 0; tries < 2; tries += 1) ehr.fail(isClaim, { kind: 'status', status: 422, after: false });
    const next = await writer.send(plan, nothing, never, await writer.send(plan, nothing, never));
    expect([next.map(({ outcome }) => outcome), next[1]?.why, named(ehr)]).toEqual([['refused', 'written'], 'It went without the draft claim, which was not written.', [undefined]]);
  });

  it('not known whether it stands: the request waits, however often it was put off', async () => {
    const { ehr, writer } = writers();
    ehr.fail(isClaim, { kind: 'lost', fault: 'network', after: true });
    ehr.fail(({ method, url }) => method === 'GET' && url.startsWith('Claim'), { kind: 'status', status: 500, after: false });
    const first = await writer.send(plan, nothing, never, [{ step: task.id, outcome: 'skipped', resource: null, why: '', at: SIGNED_AT }]);
    expect([first.map(({ outcome }) => outcome), named(ehr)]).toEqual([['unknown', 'skipped'], []]);
    const next = await writer.send(plan, nothing, never, first);
    expect([next.map(({ outcome }) => outcome), named(ehr)]).toEqual([['written', 'written'], [next[0]?.resource?.reference]]);
  });
});

describe('the last gate: what a role may not write is not sent', () => {
  const by = (role: Person['role']): Person => ({ ...doctor, role });
  const question: AskedQuestion = { rule: 'r', topic: '', title: '', indicators: [], question: '', options: [], format: 'open' };
  const every: readonly WriteAction[] = [
    added.action,
    { kind: 'recode-condition', condition: { reference: 'Condition/c1', version: '1' }, from: 'I10', diagnosis, evidence: [] },
    { kind: 'withdraw-condition', condition: { reference: 'Condition/c1', version: '1' }, code: 'I10', reason: 'not-mentioned' },
    { kind: 'withdraw-condition', condition: { reference: 'Condition/c1', version: '1' }, code: 'I10', reason: 'proposal-declined' },
    { kind: 'release-condition', condition: { reference: 'Condition/c1', version: '1' }, code: 'I10', reason: null },
    { kind: 'create-claim', diagnoses: [], serviced: '2026-11-20', coverage: null },
    { kind: 'update-claim', claim: { reference: 'Claim/k1', version: '1' }, diagnoses: [], serviced: '2026-11-20' },
    { kind: 'update-encounter', encounter: { reference: 'Encounter/e1', version: '1' }, add: [], drop: [] },
    { kind: 'machine-provenance', of: [], rules: [], evidence: [], reason: null },
    { kind: 'attestation-provenance', of: [], statement: '', items: [], seen: [], corrects: [] },
    { kind: 'propose-condition', diagnosis, evidence: [] },
    { kind: 'propose-claim', diagnoses: [], serviced: '2026-11-20', coverage: null },
    { kind: 'propose-item', item, conditionStep: null, claimStep: null, owners: [] },
    { kind: 'answer-proposal', task: { reference: 'Task/t1', version: '1' }, answer: 'accepted', reason: null, text: null },
    { kind: 'answer-proposal', task: { reference: 'Task/t1', version: '1' }, answer: 'cancelled', reason: null, text: null },
    { kind: 'file-note', purpose: 'attestation', title: '', text: '' },
    { kind: 'file-note', purpose: 'proposal', title: '', text: '' },
    { kind: 'send-query', question, owners: [] },
    { kind: 'notify-query', of: { task: 'Task/t1' }, to: [], why: 'sent' },
    { kind: 'notify-query', of: { task: 'Task/t1' }, to: [], why: 'remind' },
    { kind: 'follow-query', task: { reference: 'Task/t1', version: '1' }, how: 'remind' },
    { kind: 'follow-query', task: { reference: 'Task/t1', version: '1' }, how: 'escalate', to: 'Physician advisor' },
    { kind: 'answer-query', task: { reference: 'Task/t1', version: '1' }, questionnaire: null, question, choice: { kind: 'undetermined' } },
    { kind: 'close-query', task: { reference: 'Task/t1', version: '1' }, answer: { question, choice: { kind: 'undetermined' }, response: null } },
    { kind: 'close-query', task: { reference: 'Task/t1', version: '1' }, answer: null },
    { kind: 'file-note', purpose: 'query', title: '', text: '' },
    { kind: 'file-note', purpose: 'answer', title: '', text: '' },
    { kind: 'file-note', purpose: 'anchor', title: '', text: '' },
    ...anchorPlan().steps.map((s) => s.action),
  ];
  const purposes: readonly Purpose[] = ['countersign', 'verify-claim', 'propose', 'cancel-proposal', 'query', 'answer-query', 'follow-query', 'cancel-query', 'anchor'];
  const roles: readonly Person['role'][] = ['clinician', 'cdi', 'coder', 'auditor', 'unknown'];
  const called = (action: WriteAction) => [action.kind, 'purpose' in action ? action.purpose : 'why' in action ? action.why : 'how' in action ? action.how : 'answer' in action ? (typeof action.answer === 'string' ? action.answer : action.answer === null ? 'cancelled' : 'answered') : action.kind === 'withdraw-condition' ? action.reason : ''].join(' ').trim();
  const proposing = ['machine-provenance', 'propose-condition', 'propose-claim', 'propose-item', 'file-note proposal'];
  /** A clinician, too, sends a colleague what the site wants two persons for. */
  const offers = (role: Person['role']): boolean => role === 'clinician' || role === 'cdi' || role === 'coder';
  const allowed: Readonly<Record<Purpose, (role: Person['role']) => readonly string[]>> = {
    countersign: (role) => (role === 'clinician' ? every.map(called).filter((name) => !/^(send|notify|follow|answer|close)-query/.test(name)) : []),
    'verify-claim': (role) => (role === 'coder' ? every.map(called).filter((name) => /^(create-claim|update-claim|machine-provenance|attestation-provenance|file-note attestation)/.test(name)) : []),
    propose: (role) => (offers(role) ? proposing : []),
    'cancel-proposal': (role) => (offers(role) ? ['withdraw-condition proposal-declined', 'answer-proposal cancelled'] : []),
    query: (role) => (role === 'cdi' || role === 'coder' ? ['send-query', 'notify-query sent', 'file-note query'] : []),
    'answer-query': (role) => (role === 'clinician' ? ['attestation-provenance', 'answer-query', 'close-query answered', 'file-note answer'] : []),
    'follow-query': (role) => (role === 'cdi' || role === 'coder' ? ['notify-query remind', 'follow-query remind', 'follow-query escalate'] : []),
    'cancel-query': (role) => (role === 'cdi' || role === 'coder' ? ['close-query cancelled'] : []),
    anchor: () => ['file-note anchor', 'anchor-log'],
  };

  it.each(purposes.flatMap((purpose) => roles.map((role) => [purpose, role] as const)))('%s by %s', async (purpose, role) => {
    const passed: string[] = [];
    for (const action of every) {
      const { ehr, beside, writer } = writers();
      const sent = await writer.send(planOf(purpose, by(role), [makeStep(action)]), nothing, never).then(() => true, (error: unknown) => {
        expect(String(error)).toContain('Nothing was sent');
        expect([ehr.log, beside.log]).toEqual([[], []]);
        return false;
      });
      if (sent) passed.push(called(action));
    }
    expect(passed).toEqual(allowed[purpose](role));
  });

  describe('who cancels a proposal', () => {
    const task = makeStep({ kind: 'answer-proposal', task: { reference: 'Task/t1', version: '1' }, answer: 'cancelled', reason: null, text: null });
    const withdraw = (version: string | null = '1') => makeStep({ kind: 'withdraw-condition', condition: { reference: 'Condition/c1', version }, code: 'I10', reason: 'proposal-declined' }, { after: [task.id] });
    const own: Condition = {
      resourceType: 'Condition', id: 'c1', subject: { reference: PATIENT }, recorder: { reference: specialist.reference },
      meta: { security: [{ code: 'AIAST' }], tag: [{ system: RECORD, code: 'proposal' }] }, verificationStatus: { coding: [{ code: 'unconfirmed' }] }, clinicalStatus: { coding: [{ code: 'active' }] },
    };
    async function cancel(stands: Condition, mode: WritePlan['mode'] = 'single') {
      const made = writers();
      for (const resource of [openTask(), stands]) made.ehr.put(resource);
      const receipts = await made.writer.send(planOf('cancel-proposal', specialist, [task, withdraw()], mode), nothing, never);
      return { ...made, receipts, status: made.ehr.all<Condition>('Condition')[0]?.verificationStatus?.coding?.[0]?.code };
    }

    it.each(['single', 'transaction'] as const)('withdraws their own unconfirmed diagnosis in the version that they saw (%s)', async (mode) => {
      const { receipts, status, ehr } = await cancel(own, mode);
      expect([receipts.map(({ outcome }) => outcome), status, ehr.all<Condition>('Condition')[0]?.clinicalStatus]).toEqual([['written', 'written'], 'entered-in-error', undefined]);
      expect(JSON.stringify(ehr.writes())).toMatch(/"(?:if-match|ifMatch)":"W\/\\"1\\""/);
    });

    it.each<[string, Partial<Condition>]>([
      ['that is confirmed', { verificationStatus: { coding: [{ code: 'confirmed' }] } }],
      ['that a clinician weighs', { verificationStatus: { coding: [{ code: 'differential' }] } }],
      ['that somebody else recorded', { recorder: { reference: 'Practitioner/dr' } }],
      ['of which nobody knows who recorded it', { recorder: {} }],
      ['that came with no proposal', { meta: {} }],
    ])('never one %s, though the plan says so', async (_, more) => {
      const { recorder: _recorder, ...rest } = own;
      const { receipts, status } = await cancel({ ...rest, ...(more.recorder === undefined ? { recorder: own.recorder! } : {}), ...more });
      expect([receipts.at(-1)?.outcome, receipts.at(-1)?.why]).toEqual(['refused', expect.stringContaining('not the unconfirmed diagnosis that you proposed')]);
      expect(status).toBe((more.verificationStatus ?? own.verificationStatus)?.coding?.[0]?.code);
    });

    it('never in another version than was seen, without a version, or two at once', async () => {
      const { ehr, writer } = writers();
      for (const resource of [openTask(), own, { ...own, onsetString: 'spring' }]) ehr.put(resource);
      const receipts = await writer.send(planOf('cancel-proposal', specialist, [task, withdraw()]), nothing, never);
      expect(receipts.map(({ outcome, conflict }) => [outcome, conflict?.now])).toEqual([['written', undefined], ['refused', '2']]);
      for (const steps of [[withdraw(null)], [withdraw(), makeStep(withdraw().action, { says: 'another' })]]) await expect(writer.send(planOf('cancel-proposal', specialist, steps), nothing, never)).rejects.toThrow('may not write');
    });
  });

  it('one step that may not be stops the whole plan', async () => {
    const { ehr, writer } = writers();
    await expect(writer.send(planOf('propose', specialist, [...proposalPlan().steps, added]), nothing, never)).rejects.toThrow('may not write');
    expect(ehr.log).toEqual([]);
  });
});

describe('a step that a person found in the EHR', () => {
  it('keeps nobody waiting, and what speaks of it names no resource', async () => {
    const record = makeStep({ kind: 'attestation-provenance', of: [added.id], statement: 'I reviewed this.', items: [], seen: [], corrects: [] }, { after: [added.id] });
    const { ehr, writer } = writers();
    const found: WriteReceipt = { step: added.id, outcome: 'written', resource: null, why: 'They found it in the EHR.', at: SIGNED_AT };
    const receipts = await writer.send(planOf('countersign', doctor, [record]), nothing, never, [found]);
    expect([receipts.map(({ outcome }) => outcome), ehr.all<FhirResource>('Condition')]).toEqual([['written'], []]);
  });

  it('was looked up before, and only a look into the chart can tell', async () => {
    const ehr = new FakeFhir({ refusesSearch: { Condition: 403 } });
    const writer = createWriter(ehr, { ...single, name: 'epic', conditionalCreate: false, companion: null }, () => SIGNED_AT);
    expect(await writer.lookUp(planOf('countersign', doctor, [added]), added, never)).toMatchObject({ outcome: 'unknown', lookInChart: true });
    ehr.fail(() => true, { kind: 'lost', fault: 'network', after: false });
    expect(await writer.lookUp(planOf('countersign', doctor, [added]), added, never)).not.toHaveProperty('lookInChart');
  });

  it('keeps that mark where the answer to its sending was lost', async () => {
    const ehr = new FakeFhir({ forgetsKeys: true, refusesSearch: {} });
    ehr.fail(({ method }) => method === 'POST', { kind: 'lost', fault: 'timeout', after: false });
    const writer = createWriter(ehr, { ...single, name: 'epic', conditionalCreate: false, companion: null }, () => SIGNED_AT);
    expect(await writer.send(planOf('countersign', doctor, [added]), nothing, never)).toMatchObject([{ outcome: 'unknown', lookInChart: true }]);
  });
});

describe('a step that an earlier try may have written', () => {
  const unknown: WriteReceipt = { step: added.id, outcome: 'unknown', resource: null, why: null, at: SIGNED_AT };
  const plan = planOf('countersign', doctor, [added, makeStep({ kind: 'create-claim', diagnoses: [], serviced: '2026-11-20', coverage: null }, { after: [added.id] })]);

  it.each([['in one transaction', 'transaction', everything], ['one by one', 'single', single]] as const)('%s: is not sent again while the look-up cannot tell, nor is what builds on it', async (_, mode, profile) => {
    const { ehr, writer } = writers(profile);
    ehr.fail((r) => r.method === 'GET', { kind: 'status', status: 500, after: false });
    const receipts = await writer.send({ ...plan, mode }, nothing, never, [unknown]);
    expect(receipts.map((r) => r.outcome)).toEqual(['unknown', 'skipped']);
    expect(ehr.writes()).toEqual([]);
    expect((await writer.send({ ...plan, mode }, nothing, never, receipts)).map((r) => r.outcome)).toEqual(['written', 'written']);
  });

  it('is not sent where it stands', async () => {
    const { ehr, writer } = writers();
    await writer.send(plan, nothing, never);
    const receipts = await writer.send(plan, nothing, never, [unknown]);
    expect(receipts.map((r) => r.outcome)).toEqual(['written', 'written']);
    expect(ehr.all<FhirResource>('Condition')).toHaveLength(1);
  });
});
