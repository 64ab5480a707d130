import { describe, expect, it } from 'vitest';
import { StoreFault } from '../../../src/store/contract.ts';
import { CLINICIAN, DIABETES, fakeChart, FakeDevice, fakeEngine, fakeSession, FakeWriter, HEART_FAILURE, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

const EHR = fakeSession().ehr;

async function entriesOf(device: FakeDevice) {
  const entries = [];
  for await (const entry of device.vault(EHR, CLINICIAN).log.entries()) entries.push(entry);
  return entries;
}

const kindsOf = async (device: FakeDevice) => (await entriesOf(device)).map(({ event: { kind } }) => kind);

describe('the log', () => {
  it('is told what happened, in order, and each card once', async () => {
    const device = new FakeDevice();
    const { line, until } = start({ device });
    await until('reviewing');
    line.shown([HEART_FAILURE.id, OBESITY.id]);
    line.shown([OBESITY.id]);
    line.open(HEART_FAILURE.id);
    line.open(HEART_FAILURE.id);
    line.decide(HEART_FAILURE.id, { kind: 'reject', reason: 'evidence-misread', text: 'It was her mother.' });
    line.undo(HEART_FAILURE.id);
    line.undo(HEART_FAILURE.id);
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    await line.signOut();
    const kinds = await kindsOf(device);
    expect(kinds.slice(0, 8)).toEqual(['review-opened', 'suggestion-shown', 'suggestion-shown', 'evidence-opened', 'decided', 'undone', 'decided', 'attested']);
    expect(new Set(kinds.slice(8, -1))).toEqual(new Set(['write']));
    expect(kinds.at(-1)).toBe('review-closed');
    const text = JSON.stringify(await entriesOf(device));
    expect(text).not.toMatch(/mother|counselled|Rosa|Ada Example|Title of/);
  });

  it('is told what was held back, and why', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    writer.checks = (source) => ({ ...source, current: '9', state: 'changed' });
    await signObesity(start({ device, writer: async () => writer }));
    expect((await entriesOf(device)).at(-1)?.event).toEqual({ kind: 'held-back', suggestion: OBESITY.id, why: 'changed' });
  });

  it('names this patient, this encounter and this user in each entry', async () => {
    const device = new FakeDevice();
    await signObesity(start({ device }));
    expect(new Set((await entriesOf(device)).map(({ who, patient, encounter }) => `${who} ${patient} ${encounter}`))).toEqual(new Set(['Practitioner/dr p1 e1']));
  });

  it('keeps nobody waiting, and loses nothing, where the device fails for a while', async () => {
    const device = new FakeDevice();
    let full = true;
    const { line, until, open } = start({
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        return {
          kind: 'device', memory: vault.memory, outbox: vault.outbox, close: () => vault.close(),
          log: { ...vault.log, append: (...asked) => (full ? Promise.reject(new StoreFault('full', 'No room.')) : vault.log.append(...asked)) },
        };
      },
    });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    expect(open().decisions.size).toBe(1);
    await settle();
    expect(await kindsOf(device)).toEqual([]);
    full = false;
    line.decide(DIABETES.id, TO_ENCOUNTER);
    await settle();
    expect(await kindsOf(device)).toEqual(['review-opened', 'decided', 'decided']);
  });

  it('is given out whole, with what was told last', async () => {
    const device = new FakeDevice();
    const { line, until } = start({ device });
    expect(line.exportLog()).toBeNull();
    await until('reviewing');
    const lines: string[] = [];
    for await (const each of line.exportLog() ?? []) lines.push(each);
    expect(lines).toEqual(['{"format":"fake"}']);
  });
});

describe('the head of the log', () => {
  it('is anchored after each sending and when the review ends, never twice for the same head', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const { line, until } = start({ device, writer: async () => writer });
    await signObesity({ line, until });
    await settle();
    expect(writer.anchors).toHaveLength(1);
    line.toReview();
    await until('reviewing');
    await line.signOut();
    const counts = writer.anchors.flatMap(({ steps }) => steps.map(({ action }) => (action.kind === 'anchor-log' ? action.head.count : null)));
    expect(counts).toEqual([...new Set(counts)]);
    expect(counts).toHaveLength(2);
    expect(await device.vault(EHR, CLINICIAN).log.anchored()).toMatchObject({ count: counts[1] });
    const again = start({ device, writer: async () => writer, reader: () => ({ read: () => new Promise(() => undefined) }) });
    await again.until('reading');
    await again.line.signOut();
    expect(writer.anchors).toHaveLength(2);
  });

  it('stays on this device where nothing takes it, and anchoring that fails fails nothing else', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    writer.send = (plan, ...rest) => (plan.purpose === 'anchor' ? Promise.reject(new Error('500')) : send(plan, ...rest));
    const { line, until, now } = start({ device, writer: async () => writer });
    await signObesity({ line, until });
    await settle();
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
    expect(await device.vault(EHR, CLINICIAN).log.anchored()).toBeNull();
    const poor = new FakeWriter();
    Object.assign(poor.profile, { create: ['Condition', 'Claim'] });
    await signObesity(start({ device, writer: async () => poor }));
    await settle();
    expect(poor.anchors).toEqual([]);
    expect(await device.vault(EHR, CLINICIAN).log.anchored()).toBeNull();
  });

  it('whose reply was lost is looked up, and marked where it stands', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    writer.send = async (plan, ...rest) => (await send(plan, ...rest)).map((receipt) => (plan.purpose === 'anchor' ? { ...receipt, outcome: 'unknown' as const, resource: null } : receipt));
    await signObesity(start({ device, writer: async () => writer }));
    await settle();
    expect(writer.lookedUp.map(({ action }) => action.kind)).toEqual(['anchor-log']);
    expect(await device.vault(EHR, CLINICIAN).log.anchored()).not.toBeNull();
  });
});

describe('leaving', () => {
  it('by the lock: nothing of the record is held, what was decided is kept, the sign-in is over', async () => {
    const device = new FakeDevice();
    let signedOut = 0;
    const session = fakeSession({ signOut: async () => { signedOut += 1; } });
    const { line, until, now } = start({ device, session });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.lock();
    expect(now()).toEqual({ phase: 'locked', userName: 'Dr. Ada Example', resume: { ehr: EHR, where: { patient: 'p1', encounter: 'e1' } } });
    await settle();
    expect(signedOut).toBe(1);
    expect((await entriesOf(device)).at(-1)?.event).toEqual({ kind: 'review-closed', how: 'locked' });
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.again();
    await line.sign([OBESITY.id]);
    expect(now().phase).toBe('locked');
    const after = start({ device });
    await after.until('reviewing');
    expect([...after.open().decisions.keys()]).toEqual([OBESITY.id]);
  });

  it('by the lock while a patient is picked: there is no visit to come back to, so it is a sign-out', async () => {
    const { line, until, now } = start({ session: fakeSession({ mode: 'standalone', patient: null, encounter: null }) });
    await until('picking');
    line.lock();
    await until('signed-out');
    expect(now()).toEqual({ phase: 'signed-out', unsent: 0 });
  });

  it('by the lock while the record is read: the reading ends, and nothing comes after', async () => {
    let give: () => void = () => undefined;
    const { line, until, now } = start({ reader: () => ({ read: (_progress, signal) => new Promise((_, refuse) => { give = () => refuse(signal.reason); }) }) });
    await until('reading');
    line.lock();
    give();
    await settle();
    expect(now().phase).toBe('locked');
  });

  it('by the lock while it is sent: the sending goes on, its receipts are kept, the screen shows none', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const order: string[] = [];
    let go: () => void = () => undefined;
    const send = writer.send.bind(writer);
    writer.send = async (plan, ...rest) => {
      if (plan.purpose !== 'anchor') await new Promise<void>((done) => { go = done; });
      order.push(plan.purpose);
      return send(plan, ...rest);
    };
    const { line, until, now } = start({ device, writer: async () => writer, session: fakeSession({ signOut: async () => { order.push('signed out'); } }) });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    const signing = line.sign([OBESITY.id]);
    await until('writing');
    line.lock();
    expect(now().phase).toBe('locked');
    go();
    await signing;
    await settle();
    expect(now().phase).toBe('locked');
    expect(order).toEqual(['countersign', 'anchor', 'signed out']);
    expect((await device.vault(EHR, CLINICIAN).outbox.list()).entries).toEqual([]);
  });

  it('by the lock after the record could not be read: whoever is next must not read it with this sign-in', async () => {
    let signedOut = 0;
    const session = fakeSession({ signOut: async () => { signedOut += 1; } });
    const { line, until, now } = start({ session, reader: () => ({ read: async () => { throw new Error('down'); } }) });
    await until('stopped');
    line.lock();
    expect(now()).toEqual({ phase: 'locked', userName: 'Dr. Ada Example', resume: { ehr: EHR, where: { patient: 'p1', encounter: 'e1' } } });
    line.again();
    await settle();
    expect([now().phase, signedOut]).toEqual(['locked', 1]);
  });

  it('by signing out where the outbox cannot be read: that nothing waits is not said', async () => {
    const device = new FakeDevice();
    for (const list of [async () => { throw new StoreFault('blocked', 'No.'); }, async () => ({ entries: [], damaged: 1 })]) {
      const { line, until, now } = start({
        vault: async (ehr, user) => {
          const vault = device.vault(ehr, user);
          return { kind: 'device', memory: vault.memory, log: vault.log, close: () => vault.close(), outbox: { ...vault.outbox, list } };
        },
      });
      await until('reviewing');
      await line.signOut();
      expect(now()).toEqual({ phase: 'signed-out', unsent: 'cannot-tell' });
    }
  });

  it('by signing out: says how much is unsent, and keeps it', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'Locked.' });
    let signedOut = 0;
    const { line, until, now } = start({ device, writer: async () => writer, session: fakeSession({ signOut: async () => { signedOut += 1; } }), engine: fakeEngine(fakeChart({ reads: WHOLE })) });
    await signObesity({ line, until });
    expect(await line.unsent()).toBe(1);
    await line.signOut();
    expect(now()).toEqual({ phase: 'signed-out', unsent: 1 });
    expect(signedOut).toBe(1);
    expect((await device.vault(EHR, CLINICIAN).outbox.list()).entries).toHaveLength(1);
    expect((await entriesOf(device)).at(-1)?.event).toEqual({ kind: 'review-closed', how: 'signed-out' });
  });

  it('to read again closes one review in the log and opens another', async () => {
    const device = new FakeDevice();
    const { line, until } = start({ device });
    await until('reviewing');
    line.again();
    await until('reviewing');
    await settle();
    expect((await entriesOf(device)).map(({ event }) => (event.kind === 'review-closed' ? event.how : event.kind))).toEqual(['review-opened', 'left', 'review-opened']);
  });
});
