import type { Claim, Condition, Provenance } from 'fhir/r4';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Chart } from '../../src/domain/model/index.ts';
import { CHARTED, planFor, wardResources, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { removal, suggestion } from '../support/writing.ts';
import { proposalPlan } from '../fhir/send/plans.ts';
import { AROUND_THE_WARD, connect, emptyHapi, load, never } from './hapi.ts';

const PROVISIONAL = { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'provisional' }] };

async function ward(chart: Chart): Promise<void> {
  await emptyHapi();
  await load([...AROUND_THE_WARD, ...wardResources(chart)]);
}

describe('a change that comes too late', () => {
  beforeEach(() => ward(wardWithClaim));

  it('gets 409 from HAPI for a stale If-Match, alone and in a transaction', async () => {
    const hapi = await connect();
    const { http } = hapi;
    const stale = await hapi.get<Condition>('Condition/c2');
    await hapi.put({ ...stale, verificationStatus: PROVISIONAL });
    const alone = await http.request({ method: 'PUT', url: 'Condition/c2', body: stale, headers: { 'if-match': 'W/"1"' } });
    const entry = [{ resource: stale, request: { method: 'PUT', url: 'Condition/c2', ifMatch: 'W/"1"' } }];
    const together = await http.request({ method: 'POST', url: '', body: { resourceType: 'Bundle', type: 'transaction', entry } });
    expect([alone.status, together.status]).toEqual([409, 409]);
    expect(await hapi.get<Condition>('Condition/c2')).toMatchObject({ meta: { versionId: '2' } });
  });

  it.each([['in one transaction', true], ['one by one', false]] as const)('%s: is refused with the difference, and what another wrote stays', async (_, transaction) => {
    const hapi = await connect();
    const profile = { ...hapi.profile, transaction };
    await hapi.put({ ...await hapi.get<Condition>('Condition/c2'), verificationStatus: PROVISIONAL });
    const receipts = await hapi.writer(profile).send(planFor(wardWithClaim, profile), () => undefined, never);
    expect(receipts.find((r) => r.conflict !== undefined)).toMatchObject({
      outcome: 'refused', conflict: { seen: '1', now: '2', difference: ['verificationStatus confirmed → provisional'] },
    });
    expect(await hapi.get<Condition>('Condition/c2')).toMatchObject({ meta: { versionId: '2' }, verificationStatus: PROVISIONAL });
    if (transaction) expect(await hapi.all('Condition')).toHaveLength(3);
  });

  it.each([['in one transaction', true], ['one by one', false]] as const)('%s: another hand writes between our look and our write; HAPI\'s 409 becomes a conflict', async (_, transaction) => {
    const hapi = await connect();
    const profile = { ...hapi.profile, transaction };
    const late = await connect({ beforeWrite: async () => hapi.put({ ...await hapi.get<Condition>('Condition/c2'), verificationStatus: PROVISIONAL }) });
    const receipts = await late.writer(profile).send(planFor(wardWithClaim, profile, [removal('J44.9', 'only-negated', CHARTED.unsupported)]), () => undefined, never);
    expect(late.writeStatuses[0]).toBe(409);
    expect(receipts.find((r) => r.conflict !== undefined)).toMatchObject({ outcome: 'refused', conflict: { seen: '1', now: '2' } });
    expect(receipts.filter((r) => r.outcome === 'unknown')).toEqual([]);
    expect(await hapi.get<Condition>('Condition/c2')).toMatchObject({ meta: { versionId: '2' }, verificationStatus: PROVISIONAL });
  });

  it('is seen beforehand: same, changed, gone', async () => {
    const hapi = await connect();
    await hapi.put({ ...await hapi.get<Condition>('Condition/c2'), verificationStatus: PROVISIONAL });
    const sources = ['Condition/c2', 'DocumentReference/n1', 'Condition/none'].map((reference) => ({ reference, version: '1' }));
    expect(await hapi.writer().check(sources, never)).toMatchObject([{ state: 'changed', current: '2' }, { state: 'same' }, { state: 'gone' }]);
  });
});

describe('one countersignature, sent by many at the same moment', () => {
  beforeEach(() => ward(wardWithoutClaim));

  it('HAPI lets one conditional create through and answers the others with 409 or the one that stands', async () => {
    const hapi = await connect();
    const body: Condition = { resourceType: 'Condition', subject: { reference: 'Patient/p1' }, identifier: [{ system: 'https://ehr.test/key', value: 'k' }] };
    const headers = { 'if-none-exist': 'identifier=https://ehr.test/key|k' };
    const replies = await Promise.all(Array.from({ length: 12 }, () => hapi.http.request({ method: 'POST', url: 'Condition', body, headers })));
    expect(replies.filter((r) => r.status === 201)).toHaveLength(1);
    expect(replies.filter((r) => ![200, 201, 409].includes(r.status))).toEqual([]);
    expect((await hapi.all<Condition>('Condition')).filter((c) => c.identifier?.[0]?.value === 'k')).toHaveLength(1);
  });

  it.each([['in one transaction', true], ['one by one', false]] as const)('%s: each thing is written once, and every sender is told where it stands', async (_, transaction) => {
    const senders = await Promise.all(Array.from({ length: 6 }, () => connect()));
    const plans = senders.map(({ profile }) => planFor(wardWithoutClaim, { ...profile, transaction }, [suggestion('add', 'I10')]));
    const sent = await Promise.all(senders.map((sender, index) => sender.writer({ ...sender.profile, transaction }).send(plans[index]!, () => undefined, never)));
    const [hapi] = senders;
    if (hapi === undefined) throw new Error('There is no sender.');
    expect((await hapi.all<Condition>('Condition')).filter((c) => c.code?.coding?.[0]?.code === 'I10')).toHaveLength(1);
    expect(await hapi.all<Claim>('Claim')).toHaveLength(1);
    const kinds = plans[0]?.steps.filter((s) => s.action.kind.endsWith('provenance')) ?? [];
    expect(await hapi.all<Provenance>('Provenance')).toHaveLength(kinds.length);

    const settled = await Promise.all(senders.map((sender, index) => sender.writer({ ...sender.profile, transaction }).send(plans[index]!, () => undefined, never)));
    expect(new Set(settled.map((receipts) => JSON.stringify(receipts.map((r) => [r.outcome, r.resource?.reference])))).size).toBe(1);
    expect(settled[0]?.filter((r) => r.outcome !== 'written')).toEqual([]);
    expect(sent.flat().filter((r) => r.outcome !== 'written')).toEqual([]);
  });
});

describe('one proposal, sent by twenty at the same moment', () => {
  it.each([['in one transaction', 'transaction'], ['one by one', 'single']] as const)('%s: each thing is written once, and every sender is told where it stands', async (_, mode) => {
    await ward(wardWithoutClaim);
    await load([{ resourceType: 'Practitioner', id: 'cdi' }, { resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Systolic blood pressure' } }]);
    const hapi = await connect();
    const plan = proposalPlan('ehr', mode);
    const send = async () => hapi.writer().send(plan, () => undefined, never);
    const sent = await Promise.all(Array.from({ length: 20 }, send));
    expect([(await hapi.all('Condition')).length, (await hapi.all('Claim')).length, (await hapi.all('Task')).length, (await hapi.all('Provenance')).length]).toEqual([4, 1, 1, 1]);
    const settled = await send();
    expect(settled.map((r) => r.outcome)).toEqual(plan.steps.map(() => 'written'));
    expect(sent.flat().filter((r) => r.outcome !== 'written')).toEqual([]);
    expect(new Set(sent.map((receipts) => JSON.stringify(receipts.map((r) => r.resource?.reference)))).size).toBe(1);
  });
});
