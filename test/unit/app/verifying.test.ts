import { describe, expect, it } from 'vitest';
import type { Person, Policy } from '../../../src/domain/model/index.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { sortOut } from '../../../src/app/pending.ts';
import { HEART_FAILURE, FakeDevice, fakeSession, FakeWriter, OBESITY } from '../../support/app-fakes.ts';
import { start, TO_ENCOUNTER } from './start.ts';

const CODER: Person = { reference: 'Practitioner/coder', name: 'Cora Example', role: 'coder' };
const policy: Policy = { ...DEFAULT_POLICY, codersFinaliseClaims: true };
const coding = () => ({ session: fakeSession({ user: CODER }), policy });

async function ready(more: Parameters<typeof start>[0] = {}) {
  const writer = new FakeWriter();
  const started = start({ ...coding(), writer: async () => writer, ...more });
  await started.until('reviewing');
  started.line.decide(OBESITY.id, TO_ENCOUNTER);
  started.line.toCountersign();
  await started.until('countersigning');
  return { ...started, writer };
}

describe('a coder whom the site lets finalise claims', () => {
  it('verifies the draft claim: no Condition is sent', async () => {
    const { line, now, open, writer } = await ready();
    expect(open().permission).toEqual({ kind: 'may-propose', mayVerify: true });
    await line.verify([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'verify-claim', who: CODER } });
    expect([...new Set(writer.sent.flat().map(({ action: { kind } }) => kind))].toSorted()).toEqual(['attestation-provenance', 'create-claim', 'machine-provenance']);
  });

  it('sees what the claim would take, and why not the rest', async () => {
    const { line, until } = await ready();
    line.toReview();
    await until('reviewing');
    line.open(HEART_FAILURE.id);
    line.decide(HEART_FAILURE.id, TO_ENCOUNTER);
    line.toCountersign();
    await until('countersigning');
    const plan = await planOf(() => line.preview([OBESITY.id, HEART_FAILURE.id], true));
    expect(plan?.cannot).toContainEqual({ says: 'Put I50.9 on the claim', why: expect.stringContaining('clinician') as string });
    expect(line.preview([HEART_FAILURE.id], true)).toBeNull();
  });

  it('may propose as before', async () => {
    const { line, now } = await ready();
    await line.propose([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'propose' } });
  });
});

it('without that policy a coder verifies nothing', async () => {
  const { line, now, open, writer } = await ready({ policy: DEFAULT_POLICY });
  expect(open().permission).toEqual({ kind: 'may-propose' });
  await line.verify([OBESITY.id]);
  expect(now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('policy') as string });
  expect(writer.sent).toEqual([]);
});

it('a clinician signs, and does not verify', async () => {
  const { line, now, writer } = await ready({ session: fakeSession() });
  await line.verify([OBESITY.id]);
  expect(now().phase).toBe('countersigning');
  expect(writer.sent).toEqual([]);
});

it('what waits in the outbox is not taken up again once the policy changed', async () => {
  const device = new FakeDevice();
  const refusing = new FakeWriter();
  refusing.send = async () => { throw new Error('The network is gone.'); };
  const { line, until } = await ready({ device, writer: async () => refusing });
  await line.verify([OBESITY.id]);
  await until('done');
  const listed = await device.vault(fakeSession().ehr, CODER).outbox.list();
  const where = { patient: 'p1', encounter: 'e1' };
  expect(listed.entries).toHaveLength(1);
  expect(sortOut(listed, where, CODER, policy)).toMatchObject({ here: [{ plan: { purpose: 'verify-claim' } }], notices: [] });
  expect(sortOut(listed, where, CODER, DEFAULT_POLICY)).toMatchObject({ here: [], notices: [expect.stringContaining('policy') as string] });
});

async function planOf<T>(preview: () => T | null): Promise<T | null> {
  for (let turn = 0; turn < 100; turn++) {
    const plan = preview();
    if (plan !== null) return plan;
    await new Promise((done) => { setTimeout(done, 0); });
  }
  return null;
}
