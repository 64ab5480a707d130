import { describe, expect, it } from 'vitest';
import type { Claim, Condition, Encounter, FhirResource, Provenance } from 'fhir/r4';
import type { Writer } from '../../../src/app/parts.ts';
import type { Chart, ServerProfile, WritePlan, WriteReceipt } from '../../../src/domain/model/index.ts';
import { hashOf } from '../../../src/fhir/decode/note/text-hash.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import type { FakeOptions } from '../../support/fake-fhir.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { CHARTED, fill, planFor, wardWithClaim } from '../../support/ward.ts';
import { SIGNED_AT, generic, removal, stepOf, suggestion } from '../../support/writing.ts';

const never = new AbortController().signal;
const nothing = (): void => undefined;
const single: ServerProfile = { ...generic, transaction: false };

function setUp(profile: ServerProfile = generic, options: FakeOptions = {}, chart: Chart = wardWithClaim, suggestions?: Parameters<typeof planFor>[2]) {
  const server = new FakeFhir(options);
  fill(server, chart);
  const writer: Writer = createWriter(server, profile, () => SIGNED_AT);
  return { server, writer, plan: planFor(chart, profile, suggestions) };
}

const refute = (condition: Condition): Condition => ({ ...condition, verificationStatus: { coding: [{ code: 'refuted' }] } });
const source = (reference: string, version: string | null = '1') => ({ reference, version });
const outcomes = (receipts: readonly WriteReceipt[]) => receipts.map((r) => r.outcome);
const of = (receipts: readonly WriteReceipt[], plan: WritePlan, kind: Parameters<typeof stepOf>[1]) => receipts.find((r) => r.step === stepOf(plan, kind));

describe('what is read back after writing', () => {
  it('the claim keeps its lines and their pointers, renumbered', async () => {
    const { server, writer, plan } = setUp();
    const receipts = await writer.send(plan, nothing, never);
    const claim = server.current('Claim/k1') as Claim;
    expect(claim.diagnosis?.map((d) => [d.sequence, d.diagnosisCodeableConcept?.coding?.[0]?.code])).toEqual([[1, 'E11.22'], [2, 'I10']]);
    expect(claim.diagnosis?.[0]?.onAdmission).toEqual({ text: 'kept' });
    expect(claim.item?.map((i) => i.diagnosisSequence)).toEqual([[1], undefined]);
    expect(claim.item?.[1]?.modifier).toEqual([{ text: 'kept' }]);
    expect(of(receipts, plan, 'update-claim')?.why).toBe('One service line points to no diagnosis now: complete before submitting.');
  });

  it('the encounter names the new Condition and no longer those that left', async () => {
    const { server, writer, plan } = setUp();
    await writer.send(plan, nothing, never);
    expect((server.current('Encounter/e1') as Encounter).diagnosis?.map((d) => d.condition.reference)).toEqual(['Condition/new1']);
  });

  it.each(['status', 'lost'] as const)('the encounter is not taken for up to date while the Condition that it should name stands nowhere (%s)', async (kind) => {
    const { server, writer, plan } = setUp(generic, {}, wardWithClaim, [suggestion('add', 'I10')]);
    server.fail((request) => request.method === 'POST', kind === 'status' ? { kind, status: 500, after: false } : { kind, fault: 'network', after: false });
    const receipts = await writer.send(plan, nothing, never);
    expect(of(receipts, plan, 'update-encounter')?.outcome).toBe(kind === 'status' ? 'refused' : 'unknown');
    await writer.send(plan, nothing, never, receipts);
    expect((server.current('Encounter/e1') as Encounter).diagnosis?.map((d) => d.condition.reference)).toContain('Condition/new1');
  });

  it('each provenance names the version that was written', async () => {
    const { server, writer, plan } = setUp();
    await writer.send(plan, nothing, never);
    const targets = server.all<Provenance>('Provenance').flatMap((p) => p.target.map((t) => t.reference));
    expect(new Set(targets)).toEqual(new Set([
      'Claim/k1/_history/2', 'Condition/c1/_history/2', 'Condition/c2/_history/2', 'Condition/c3/_history/2', 'Condition/new1/_history/1', 'Encounter/e1/_history/2',
    ]));
  });

  it.each([[generic, 2], [single, 16]])('one transaction and one for its provenance, or one write a step (%#)', async (profile, writes) => {
    const { server, writer, plan } = setUp(profile);
    await writer.send(plan, nothing, never);
    expect(server.writes()).toHaveLength(writes);
    expect(plan.steps).toHaveLength(16);
  });

  it('every update is sent on the condition of the version that was seen', async () => {
    const { server, writer, plan } = setUp(single);
    await writer.send(plan, nothing, never);
    const puts = server.writes().filter((r) => r.method === 'PUT');
    expect(puts.map((r) => r.headers?.['if-match'])).toEqual(['W/"1"', 'W/"1"', 'W/"1"', 'W/"1"', 'W/"1"']);
  });
});

describe('somebody else was faster', () => {
  it.each([409, 412] as const)('between signing and sending: nothing is written, and the difference is shown (%d)', async (staleStatus) => {
    const { server, writer, plan } = setUp(single, { staleStatus });
    server.put(refute(server.current('Condition/c2') as Condition));
    const receipts = await writer.send(plan, nothing, never);
    expect(of(receipts, plan, 'withdraw-condition')).toMatchObject({
      outcome: 'refused', why: expect.stringContaining('changed after you saw it'),
      conflict: { seen: '1', now: '2', difference: ['verificationStatus confirmed → refuted'] },
    });
    expect(server.versions('Condition/c2')).toBe(2);
    expect(of(receipts, plan, 'update-claim')).toMatchObject({ outcome: 'skipped', why: expect.stringContaining('builds on what is not written: Withdraw J44.9') });
    expect(of(receipts, plan, 'create-condition')?.outcome).toBe('written');
  });

  it.each([409, 412] as const)('between our reading and our writing: the server refuses (%d), and the difference is shown', async (staleStatus) => {
    for (const profile of [single, generic]) {
      const { server, writer, plan } = setUp(profile, { staleStatus });
      let changed = false;
      server.fail((request) => {
        if (!changed && request.method !== 'GET' && JSON.stringify(request.body).includes('"refuted"')) {
          changed = true;
          server.put(refute(server.current('Condition/c2') as Condition));
        }
        return false;
      }, { kind: 'status', status: 500, after: false });
      const receipts = await writer.send(plan, nothing, never);
      expect(of(receipts, plan, 'withdraw-condition')?.conflict).toEqual({ seen: '1', now: '2', difference: ['verificationStatus confirmed → refuted'] });
      expect(server.versions('Condition/c2')).toBe(2);
    }
  });

  it('in a transaction nothing else is written either', async () => {
    const { server, writer, plan } = setUp();
    server.put(refute(server.current('Condition/c2') as Condition));
    const receipts = await writer.send(plan, nothing, never);
    expect(of(receipts, plan, 'create-condition')).toMatchObject({ outcome: 'skipped', why: expect.stringContaining('all is written or nothing') });
    expect(server.writes()).toEqual([]);
    expect(new Set(outcomes(receipts))).toEqual(new Set(['refused', 'skipped']));
  });

  it('an encounter that moved on takes the change all the same, on the condition of the version just read', async () => {
    for (const profile of [single, generic]) {
      const { server, writer, plan } = setUp(profile);
      server.put({ ...(server.current('Encounter/e1') as Encounter), status: 'finished' });
      const receipts = await writer.send(plan, nothing, never);
      expect(of(receipts, plan, 'update-encounter')).toMatchObject({ outcome: 'written', resource: { reference: 'Encounter/e1', version: '3' } });
      expect(server.current('Encounter/e1')).toMatchObject({ status: 'finished', diagnosis: [{ condition: { reference: 'Condition/new1' } }] });
    }
  });

  it('a Condition that was deleted is refused in words', async () => {
    const { server, writer, plan } = setUp(single);
    server.remove('Condition/c2');
    expect(of(await writer.send(plan, nothing, never), plan, 'withdraw-condition')).toMatchObject({ outcome: 'refused', why: expect.stringContaining('not in the EHR any more (404)') });
  });

  it('what they did is what we meant: it stands, and nothing is sent', async () => {
    const unsupported = [removal('J44.9', 'only-negated', CHARTED.unsupported)];
    const { server, writer, plan } = setUp(single, {}, wardWithClaim, unsupported);
    const withdrawn = { ...(server.current('Condition/c2') as Condition), verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'refuted' }] } };
    delete withdrawn.text;
    server.put(withdrawn);
    expect(of(await writer.send(plan, nothing, never), plan, 'withdraw-condition')).toMatchObject({ outcome: 'written', why: 'It stands so already.' });
    expect(server.versions('Condition/c2')).toBe(2);
  });

  it('a repeat after somebody changed what we wrote leaves their change alone', async () => {
    const { server, writer, plan } = setUp(single);
    await writer.send(plan, nothing, never);
    const ours = server.current('Condition/new1') as Condition;
    server.put({ ...ours, note: [{ text: 'theirs' }], clinicalStatus: { coding: [{ code: 'inactive' }] } });
    server.put(refute(server.current('Condition/c1') as Condition));
    const again = await writer.send(plan, nothing, never);
    expect(new Set(outcomes(again))).toEqual(new Set(['written']));
    expect(of(again, plan, 'create-condition')).toMatchObject({ resource: { reference: 'Condition/new1', version: null }, why: expect.stringContaining('looks different now') });
    expect(of(again, plan, 'recode-condition')).toMatchObject({ resource: { reference: 'Condition/c1', version: null }, why: expect.stringContaining('changed since') });
    expect(server.versions('Condition/c1')).toBe(3);
  });
});

describe('servers that are not like the book', () => {
  it.each(['location', 'nothing'] as const)('a write that answers with %s alone is found by its key', async (answers) => {
    const { server, writer, plan } = setUp(single, { answers });
    expect(new Set(outcomes(await writer.send(plan, nothing, never)))).toEqual(new Set(['written']));
    expect(server.all('Condition')).toHaveLength(4);
  });

  it('one that ignores the search for our key: nothing is created blindly', async () => {
    const { server, writer, plan } = setUp({ ...single, conditionalCreate: false }, { ignoresSearch: true });
    expect(of(await writer.send(plan, nothing, never), plan, 'create-condition')).toMatchObject({ outcome: 'refused', why: expect.stringContaining('could not be seen whether it was written before') });
    expect(server.all('Condition')).toHaveLength(3);
  });

  it('one that keeps no keys, and loses an answer: a change is known by what stands there', async () => {
    const { server, writer, plan } = setUp(single, { forgetsKeys: true }, wardWithClaim, [removal('J44.9', 'only-negated', CHARTED.unsupported)]);
    server.fail((r) => r.url === 'Condition/c2' && r.method === 'PUT', { kind: 'lost', fault: 'timeout', after: true });
    expect(of(await writer.send(plan, nothing, never), plan, 'withdraw-condition')?.outcome).toBe('written');
    expect(server.versions('Condition/c2')).toBe(2);
  });

  it('Oracle Health keeps no keys: a lost create stays unknown, and says to look in the chart', async () => {
    const oracle: ServerProfile = { ...single, name: 'oracle', conditionalCreate: false, create: ['Condition'], update: [] };
    const { server, writer, plan } = setUp(oracle, { forgetsKeys: true, rewritesDates: true }, wardWithClaim, [suggestion('add', 'I10')]);
    server.fail((r) => r.method === 'POST', { kind: 'lost', fault: 'timeout', after: true });
    const receipts = await writer.send(plan, nothing, never);
    expect(receipts).toMatchObject([{ outcome: 'unknown', why: expect.stringContaining('Look in the chart before you send it again') }]);
    expect(server.log[0]?.url).toBe('Condition?patient=p1&category=encounter-diagnosis');
  });

  it('one without versions is written and checked as far as it goes', async () => {
    const { writer, plan } = setUp({ ...single, ifMatch: false }, { versionless: true });
    const receipts = await writer.send({ ...plan, steps: plan.steps.filter((s) => s.action.kind === 'create-condition') }, nothing, never);
    expect(receipts).toMatchObject([{ outcome: 'written', resource: { reference: 'Condition/new1', version: null } }]);
  });

  it('a transaction answered with fewer entries than were sent is looked up', async () => {
    const { server, writer, plan } = setUp();
    server.fail((r) => r.url === '', { kind: 'status', status: 200, after: true });
    expect(new Set(outcomes(await writer.send(plan, nothing, never)))).toEqual(new Set(['written']));
    expect(server.all('Condition')).toHaveLength(4);
  });
});

describe('a visit that was moved to another patient meanwhile', () => {
  it.each([['transaction', generic], ['single', single]])('is not written to (%s)', async (_mode, profile) => {
    const { server, writer, plan } = setUp(profile);
    const before = server.current('Encounter/e1') as Encounter;
    server.put({ ...before, subject: { reference: 'Patient/p2' } });
    const receipts = await writer.send(plan, nothing, never);
    expect(of(receipts, plan, 'update-encounter')).toMatchObject({ outcome: 'refused', why: expect.stringContaining('another patient\'s chart') });
    expect((server.current('Encounter/e1') as Encounter).diagnosis).toEqual(before.diagnosis);
  });
});

describe('a busy server', () => {
  it.each([
    [{ retryAfter: 30 }, 'It asks to wait 30 seconds before it is sent again: the server\'s own words'],
    [{ retryAfter: 600 }, 'It asks to wait 10 minutes'],
    [{}, 'Send it again in a few minutes'],
  ])('says how long it asks to wait (%j)', async (more, words) => {
    const { server, writer, plan } = setUp(single);
    server.fail((r) => r.method === 'POST', { kind: 'status', status: 429, after: false, ...more });
    expect(of(await writer.send(plan, nothing, never), plan, 'create-condition')).toMatchObject({ outcome: 'refused', why: expect.stringContaining(words) });
  });
});

describe('cancelling', () => {
  it('before anything is sent: all is skipped', async () => {
    for (const profile of [single, generic]) {
      const { server, writer, plan } = setUp(profile);
      expect(outcomes(await writer.send(plan, nothing, AbortSignal.abort()))).toEqual(plan.steps.map(() => 'skipped'));
      expect(server.log).toEqual([]);
    }
  });

  it('while a write is under way: it is unknown, later ones are skipped, and a later look-up finds it', async () => {
    const { server, writer, plan } = setUp(single);
    const control = new AbortController();
    server.fail((r) => {
      if (r.method === 'POST') control.abort();
      return r.method === 'POST';
    }, { kind: 'lost', fault: 'cancelled', after: true });
    const receipts = await writer.send(plan, nothing, control.signal);
    expect(outcomes(receipts)).toEqual(['unknown', ...plan.steps.slice(1).map(() => 'skipped')]);
    const [first] = plan.steps;
    if (first === undefined) throw new Error('An empty plan.');
    expect(await writer.lookUp(plan, first, never)).toMatchObject({ outcome: 'written', resource: { reference: 'Condition/new1', version: '1' } });
  });
});

describe('looking up in a later session', () => {
  it('finds what was written, without knowing any receipt', async () => {
    const { writer, plan } = setUp();
    await writer.send(plan, nothing, never);
    const found = await Promise.all(plan.steps.map((step) => writer.lookUp(plan, step, never)));
    expect(new Set(outcomes(found))).toEqual(new Set(['written']));
  });

  it('finds that nothing was written: safe to send', async () => {
    const { writer, plan } = setUp();
    const found = await Promise.all(plan.steps.map((step) => writer.lookUp(plan, step, never)));
    expect(new Set(outcomes(found))).toEqual(new Set(['skipped']));
  });

  it('cannot tell where the search fails', async () => {
    const { server, writer, plan } = setUp();
    server.fail(() => true, { kind: 'status', status: 503, after: false });
    const [first] = plan.steps;
    if (first === undefined) throw new Error('An empty plan.');
    expect(await writer.lookUp(plan, first, never)).toMatchObject({ outcome: 'unknown', why: expect.stringContaining('(503)') });
  });
});

describe('checking versions before the signature', () => {
  it('same, changed, gone, cannot tell', async () => {
    const { server, writer } = setUp();
    server.put(refute(server.current('Condition/c2') as Condition));
    server.remove('Condition/c3');
    const checks = await writer.check([
      source('Condition/c1'), source('Condition/c2'), source('Condition/c3'), source('urn:uuid:1'), source('Encounter/e1', null), source('Claim/k1', 'sha256:aa'),
    ], never);
    expect(checks.map((c) => [c.reference, c.state, c.current])).toEqual([
      ['Condition/c1', 'same', '1'], ['Condition/c2', 'changed', '2'], ['Condition/c3', 'gone', null], ['urn:uuid:1', 'cannot-tell', null],
      ['Encounter/e1', 'cannot-tell', '1'], ['Claim/k1', 'cannot-tell', '1'],
    ]);
  });

  it.each([403, 500])('a read that ends in %d cannot tell', async (status) => {
    const { server, writer } = setUp();
    server.fail(() => true, { kind: 'status', status, after: false });
    expect(await writer.check([source('Condition/c1')], never)).toMatchObject([{ state: 'cannot-tell' }]);
  });

  it('a lost answer cannot tell', async () => {
    const { server, writer } = setUp();
    server.fail(() => true, { kind: 'lost', fault: 'network', after: false });
    expect(await writer.check([source('Condition/c1')], never)).toMatchObject([{ state: 'cannot-tell' }]);
  });

  it('asks for meta alone, each source once, and plainly where the server does not know how', async () => {
    const { server, writer } = setUp();
    await writer.check([source('Condition/c1'), source('Condition/c1')], never);
    expect(server.log.map((r) => r.url)).toEqual(['Condition/c1?_elements=meta']);
    const old = setUp(generic, { refusesElements: true });
    expect(await old.writer.check([source('Condition/c1')], never)).toMatchObject([{ state: 'same' }]);
  });

  it('a server without versions cannot tell', async () => {
    const { writer } = setUp(generic, { versionless: true });
    expect(await writer.check([source('Condition/c1')], never)).toMatchObject([{ state: 'cannot-tell', current: null }]);
  });

  it('a note of a server without versions is the same while its text is, changed when it is not, and gone when it was taken back', async () => {
    const { server, writer } = setUp(generic, { versionless: true });
    const document = (text: string, status = 'current') => ({
      resourceType: 'DocumentReference', id: 'd1', status, content: [{ attachment: { contentType: 'text/plain', data: btoa(text) } }],
    }) as unknown as FhirResource;
    const seen = source('DocumentReference/d1', hashOf('Asthma, stable.'));
    for (const [now, state] of [[document('Asthma, stable.'), 'same'], [document('No asthma.'), 'changed'], [document('Asthma, stable.', 'entered-in-error'), 'gone']] as const) {
      server.put(now);
      expect(await writer.check([seen], never)).toMatchObject([{ state }]);
    }
    server.fail(() => true, { kind: 'lost', fault: 'network', after: false });
    expect(await writer.check([seen], never)).toMatchObject([{ state: 'cannot-tell' }]);
  });

  it('is cancelled with the signal\'s reason', async () => {
    const { writer } = setUp();
    await expect(writer.check([source('Condition/c1')], AbortSignal.abort())).rejects.toThrow('abort');
  });
});
