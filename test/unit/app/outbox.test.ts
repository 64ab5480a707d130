import { describe, expect, it } from 'vitest';
import type { StepId, WriteReceipt } from '../../../src/domain/model/index.ts';
import { StoreFault } from '../../../src/store/contract.ts';
import { CLINICIAN, DIABETES, fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeSession, FakeWriter, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { Ehr, EhrWriter, gatedVault } from './ehr.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

const EHR = fakeSession().ehr;
const entriesOf = async (device: FakeDevice) => (await device.vault(EHR, CLINICIAN).outbox.list()).entries;

describe('what is signed', () => {
  it('is stored before the first request, and goes when every step has its end', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    let stored: unknown = null;
    writer.send = async (...asked) => { stored ??= await entriesOf(device); return send(...asked); };
    const review = start({ device, writer: async () => writer });
    await signObesity(review);
    expect(stored).toMatchObject([{ patient: 'p1', encounter: 'e1', receipts: [], begun: expect.arrayContaining([expect.stringContaining('create-condition') as string]) as unknown }]);
    expect(await entriesOf(device)).toEqual([]);
  });

  it.each(['full', 'damaged'] as const)('is not sent where the device cannot store it (%s), and the person is told', async (kind) => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const { line, until, now, open } = start({
      writer: async () => writer,
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        return { kind: 'device', memory: vault.memory, log: vault.log, close: () => vault.close(), outbox: { ...vault.outbox, put: () => Promise.reject(new StoreFault(kind, 'No room.')) } };
      },
    });
    await signObesity({ line, until });
    expect(now()).toMatchObject({ phase: 'countersigning', checking: false, trouble: expect.stringContaining('Nothing was signed') as string });
    expect(writer.sent).toEqual([]);
    expect(open().ledger.signed).toEqual([]);
  });

  it('is not signed without its log entry', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    let full = false;
    const { line, until, now } = start({
      writer: async () => writer,
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        const append: typeof vault.log.append = (...asked) => (full ? Promise.reject(new StoreFault('full', 'No room.')) : vault.log.append(...asked));
        return { kind: 'device', memory: vault.memory, outbox: vault.outbox, close: () => vault.close(), log: { ...vault.log, append } };
      },
    });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    full = true;
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('log on this device') as string });
    expect(writer.sent).toEqual([]);
    expect(await entriesOf(device)).toEqual([]);
    full = false;
    await line.sign([OBESITY.id]);
    expect(now().phase).toBe('done');
    const kinds = (await logOf(device)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'attested')).toHaveLength(1);
    expect(kinds.indexOf('attested')).toBeLessThan(kinds.indexOf('write'));
  });

  it('is kept where the token was lost on the way, and finished after a new sign-in', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    for (const kind of ['create-condition', 'create-claim', 'update-encounter', 'machine-provenance', 'attestation-provenance'] as const) writer.next.set(kind, { outcome: 'refused', why: 'Your sign-in has ended. Open the app again from the EHR.' });
    const before = start({ device, writer: async () => writer });
    await signObesity(before);
    expect(before.now()).toMatchObject({ phase: 'done', receipts: expect.arrayContaining([expect.objectContaining({ why: expect.stringContaining('Open the app again') as string })]) as unknown });
    expect(await entriesOf(device)).toHaveLength(1);
    const after = start({ device });
    await finish(after);
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
    expect(await entriesOf(device)).toEqual([]);
  });

  it.each(['2025-01-01T00:00:00Z', '2030-01-01T00:00:00Z'])('is finished where the clock was moved meanwhile (%s)', async (now) => {
    const device = new FakeDevice();
    await leaveUnfinished(device);
    const after = start({ device, clock: { now: () => now } });
    await finish(after);
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
    expect(await entriesOf(device)).toEqual([]);
  });

  it('ends as unknown where the server fails on the way, and is looked up before it is sent again', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    for (const kind of ['create-condition', 'create-claim'] as const) writer.next.set(kind, { outcome: 'unknown', why: 'The EHR failed (503).' });
    await signObesity(start({ device, writer: async () => writer }));
    const after = start({ device, writer: async () => writer });
    await after.until('reviewing');
    expect(after.open().unfinished?.receipts.filter(({ outcome }) => outcome === 'unknown')).toHaveLength(2);
    expect(after.open().ledger.signed).toHaveLength(1);
    await finish(after);
    expect(writer.lookedUp.map(({ action }) => action.kind)).toEqual(['create-condition', 'create-claim']);
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });

  it('waits for the chart of its own patient', async () => {
    const device = new FakeDevice();
    await leaveUnfinished(device);
    const other = fakeChart({ patient: { ...fakeChart().patient, source: { reference: 'Patient/p2', version: '1' } }, encounter: { ...fakeChart().encounter, source: { reference: 'Encounter/e2', version: '1' } } });
    const { until, open, line } = start({ device, session: fakeSession({ patient: 'p2', encounter: 'e2' }), engine: fakeEngine(other) });
    await until('reviewing');
    expect(open().unfinished).toBeNull();
    expect(open().waitingElsewhere).toEqual([{ encounter: 'e1', steps: 1, at: expect.any(String) as string }]);
    expect(await line.unsent()).toBe(1);
  });

  it('is shown and never sent where its seal no longer fits', async () => {
    const device = new FakeDevice();
    await leaveUnfinished(device);
    const [entry] = await entriesOf(device);
    if (entry === undefined) throw new Error('Nothing waits.');
    await device.vault(EHR, CLINICIAN).outbox.put({ ...entry, sealed: { ...(entry.sealed as object), at: '2020-01-01T00:00:00Z' } });
    const writer = new FakeWriter();
    const { until, open, line, now } = start({ device, writer: async () => writer });
    await until('reviewing');
    expect(open()).toMatchObject({ unfinished: null, notices: [expect.stringContaining('changed after signing')] });
    line.toReceipts();
    await line.retryFailed();
    expect(now().phase).toBe('reviewing');
    expect(writer.sent).toEqual([]);
    expect(await entriesOf(device)).toHaveLength(1);
  });

  it('is not sent under another patient’s name, whatever was stored', async () => {
    const device = new FakeDevice();
    await leaveUnfinished(device);
    const [entry] = await entriesOf(device);
    if (entry === undefined) throw new Error('Nothing waits.');
    await device.vault(EHR, CLINICIAN).outbox.put({ ...entry, plan: { ...entry.plan, patient: 'Patient/p9' } });
    const { until, open } = start({ device });
    await until('reviewing');
    expect(open()).toMatchObject({ unfinished: null, notices: [expect.stringContaining('does not belong together')] });
  });

  it('is not sent where the device cannot store that it is about to be: after a crash nobody would look it up', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    let full = true;
    const review = start({
      device, writer: async () => writer,
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        const put: typeof vault.outbox.put = async (entry) => { if (full && entry.begun.length > 0) throw new StoreFault('full', 'No room.'); await vault.outbox.put(entry); };
        return { kind: 'device', memory: vault.memory, log: vault.log, close: () => vault.close(), outbox: { ...vault.outbox, put } };
      },
    });
    await signObesity(review);
    await review.until('done');
    expect(writer.sent.flat().filter(({ action }) => action.kind !== 'anchor-log')).toEqual([]);
    expect(review.now()).toMatchObject({ receipts: expect.arrayContaining([expect.objectContaining({ outcome: 'skipped', why: expect.stringContaining('could not store') as string })]) as unknown });
    expect(await entriesOf(device)).toHaveLength(1);
    full = false;
    await review.line.retryFailed();
    expect(review.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
    expect(await entriesOf(device)).toEqual([]);
  });

  it('is not sent by two tabs at once', async () => {
    const device = new FakeDevice();
    const ehr = new Ehr();
    await leaveUnfinished(device);
    const [one, two] = [start({ device, writer: async () => new EhrWriter(ehr) }), start({ device, writer: async () => new EhrWriter(ehr) })];
    await Promise.all([one.until('reviewing'), two.until('reviewing')]);
    one.line.toReceipts();
    two.line.toReceipts();
    await Promise.all([one.line.retryFailed(), two.line.retryFailed()]);
    expect([...ehr.writes.values()].filter(({ plan }) => plan.purpose === 'countersign').map(({ times }) => times)).toEqual([1]);
    expect(two.open().notices).toEqual([expect.stringMatching(/Another tab (is sending|finished)/)]);
  });

  it('that another hand overtook is decided anew on what stands now, and the old step ends with that', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    writer.send = (plan, onReceipt, ...rest) => send(plan, (receipt) => onReceipt(stale(receipt)), ...rest);
    const before = start({ device, writer: async () => writer });
    await before.until('reviewing');
    before.line.decide(DIABETES.id, TO_ENCOUNTER);
    before.line.toCountersign();
    await before.line.sign([DIABETES.id]);
    expect(before.open().unfinished).not.toBeNull();
    const charted = { ...DIABETES, charted: [{ reference: 'Condition/dm', version: '3' }] };
    const after = start({ device, engine: fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ suggestions: [charted] })) });
    await after.until('reviewing');
    expect(after.open().decisions.size).toBe(0);
    after.line.decide(DIABETES.id, TO_ENCOUNTER);
    after.line.toCountersign();
    await after.line.sign([DIABETES.id]);
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
    expect(await entriesOf(device)).toEqual([]);
  });

  it('must not look like nothing: a storage that cannot be opened stops the review with words, until it can', async () => {
    const device = new FakeDevice();
    let held = true;
    const { line, until, now } = start({ vault: async (ehr, user) => { if (held) throw new StoreFault('locked-elsewhere', 'Another tab holds the storage.'); return device.vault(ehr, user); } });
    await until('stopped');
    expect(now()).toMatchObject({ kind: 'failed', message: 'Another tab holds the storage.', whatToDo: expect.stringContaining('is kept') as string });
    held = false;
    line.again();
    await until('reviewing');
  });

  it('that cannot be listed is said to wait, and nothing is signed beside it', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const review = start({
      writer: async () => writer,
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        return { kind: 'device', memory: vault.memory, log: vault.log, close: () => vault.close(), outbox: { ...vault.outbox, list: () => Promise.reject(new StoreFault('damaged', 'It cannot be read.')) } };
      },
    });
    await signObesity(review);
    expect(review.now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('Nothing was signed') as string, open: { notices: [expect.stringContaining('could not be read')] } });
    expect(writer.sent).toEqual([]);
  });

  it('counts a damaged entry, and says so', async () => {
    const device = new FakeDevice();
    const { until, open } = start({
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        return { kind: 'device', memory: vault.memory, log: vault.log, close: () => vault.close(), outbox: { ...vault.outbox, list: async () => ({ entries: [], damaged: 2 }) } };
      },
    });
    await until('reviewing');
    expect(open().notices).toEqual([expect.stringContaining('2 signed items on this device cannot be read')]);
  });
});

describe('a step that no server takes', () => {
  it('counts as open until a person has taken it over; then it has a receipt of its own', async () => {
    const device = new FakeDevice();
    const given: string[] = [];
    const writer = new FakeWriter();
    Object.assign(writer.profile, { create: ['Condition', 'Provenance'] });
    const { line, until, now } = start({ device, writer: async () => writer, handOver: async (_session, _step, words) => { given.push(words); return true; } });
    await signObesity({ line, until });
    const state = now();
    if (state.phase !== 'done') throw new Error('It is not done.');
    const step = state.plan.steps.find(({ to }) => to === 'hand');
    if (step === undefined) throw new Error('Nothing is handed over.');
    expect(state.open.unfinished).not.toBeNull();
    expect(await line.unsent()).toBe(1);
    await line.handOver(step.id);
    expect(now()).toMatchObject({
      phase: 'done', open: { unfinished: null },
      receipts: expect.arrayContaining([expect.objectContaining({ step: step.id, outcome: 'handed-over', handed: { what: step.says, to: 'billing', by: 'file' } })]) as unknown,
    });
    expect(given).toEqual([expect.stringContaining('"resourceType": "Claim"')]);
    expect(await entriesOf(device)).toEqual([]);
    expect((await logOf(device)).at(-1)).toMatchObject({ kind: 'write', outcome: 'handed-over', step: step.id });
  });

  it('keeps its receipt where another tab holds the entry in that moment', async () => {
    const [device, writer] = [new FakeDevice(), new FakeWriter()];
    Object.assign(writer.profile, { create: ['Condition', 'Provenance'] });
    const { line, until, now } = start({ device, writer: async () => writer });
    await signObesity({ line, until });
    const state = now();
    const step = state.phase === 'done' ? state.plan.steps.find(({ to }) => to === 'hand') : undefined;
    const [entry] = await entriesOf(device);
    if (step === undefined || entry === undefined) throw new Error('Nothing is handed over.');
    let letGo = (): void => undefined;
    void device.vault(EHR, CLINICIAN).outbox.exclusively(entry.id, () => new Promise<void>((done) => { letGo = done; }));
    const handed = line.handOver(step.id);
    await settle();
    letGo();
    await handed;
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null }, receipts: expect.arrayContaining([expect.objectContaining({ step: step.id, outcome: 'handed-over' })]) as unknown });
    expect(await entriesOf(device)).toEqual([]);
  });

  it('is told in words where the EHR does not open its screen', async () => {
    const ways: unknown[] = [];
    const writer = new FakeWriter();
    Object.assign(writer.profile, { create: ['Claim', 'Provenance'], activities: ['problem-review'] });
    const { line, until, now } = start({ writer: async () => writer, handOver: async (_session, { handOver }, words) => { ways.push([handOver?.by, words.includes('E66.811')]); return handOver?.by === 'list'; } });
    await signObesity({ line, until });
    const state = now();
    if (state.phase !== 'done') throw new Error('It is not done.');
    const step = state.plan.steps.find(({ handOver }) => handOver?.by === 'activity');
    if (step === undefined) throw new Error('Nothing is opened in the EHR.');
    await line.handOver(step.id);
    expect(ways).toEqual([['activity', true], ['list', true]]);
    expect(now()).toMatchObject({ receipts: expect.arrayContaining([expect.objectContaining({ step: step.id, handed: expect.objectContaining({ by: 'list' }) as unknown })]) as unknown });
  });

  it('stays open where it did not arrive', async () => {
    const { line, until, now } = start({ engine: fakeEngine(fakeChart()), handOver: async () => false });
    await signObesity({ line, until });
    const state = now();
    if (state.phase !== 'done') throw new Error('It is not done.');
    for (const { id, to } of state.plan.steps) if (to === 'hand') await line.handOver(id);
    expect(now()).toMatchObject({ open: { unfinished: expect.anything() as unknown } });
  });

  it('is what a refused one can become, so that nothing ends nowhere', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    const state = now();
    if (state.phase !== 'done') throw new Error('It is not done.');
    const refused = state.receipts.find(({ outcome }) => outcome === 'refused');
    if (refused === undefined) throw new Error('Nothing was refused.');
    await line.handOver(refused.step);
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });
});

describe('a step that the EHR was asked about and cannot tell of', () => {
  async function unknown(lookInChart: boolean) {
    const [device, writer] = [new FakeDevice(), new FakeWriter()];
    writer.next.set('create-condition', { outcome: 'unknown', why: 'Lost.' });
    writer.lookUp = async (_plan, { id }) => ({ step: id, outcome: 'unknown', resource: null, why: 'Look in the chart.', ...(lookInChart ? { lookInChart } : {}), at: '2026-11-18T10:03:00-06:00' });
    const review = start({ device, writer: async () => writer });
    await signObesity(review);
    await review.line.retryFailed();
    const state = review.now();
    const asked = state.phase === 'done' ? state.receipts.find(({ outcome }) => outcome === 'unknown') : undefined;
    if (asked === undefined) throw new Error('Everything is known.');
    return { ...review, device, writer, step: asked.step };
  }

  it('ends where a person found it: written by their word, told to the log, and never sent again', async () => {
    const { line, now, device, writer, step } = await unknown(true);
    const sent = writer.sent.length;
    await line.foundInEhr(step);
    expect(now()).toMatchObject({ receipts: expect.arrayContaining([{ step, outcome: 'written', resource: null, why: `${CLINICIAN.name} found it in the EHR.`, at: expect.any(String) as unknown }]) as unknown });
    expect((await logOf(device)).at(-1)).toMatchObject({ kind: 'write', outcome: 'written', resource: null, step });
    await line.retryFailed();
    expect(writer.sent.slice(sent).flat().map(({ id }) => id)).not.toContain(step);
    expect([now().phase, await entriesOf(device)]).toEqual(['done', []]);
  });

  it('is the only one that ends so', async () => {
    const { line, now, step } = await unknown(false);
    const before = now();
    for (const id of [step, 'another' as StepId]) await line.foundInEhr(id);
    expect(now()).toBe(before);
  });
});

describe('a tab that is closed on the way', () => {
  it.each(['transaction', 'single'] as const)('at any point loses and doubles nothing (%s)', async (mode) => {
    let closedAt = 0;
    let committed = 0;
    for (let whole = false; !whole; closedAt++) {
      const device = new FakeDevice();
      const ehr = new Ehr();
      let passed = 0;
      let signing = false;
      const gate = async (): Promise<void> => { if (signing && passed++ >= closedAt) await new Promise(() => undefined); };
      const before = start({ vault: gatedVault(device, gate), writer: async () => new EhrWriter(ehr, gate, mode) });
      await before.until('reviewing');
      before.line.decide(OBESITY.id, TO_ENCOUNTER);
      before.line.toCountersign();
      await settle();
      signing = true;
      const signed = before.line.sign([OBESITY.id]).then(() => true);
      whole = await Promise.race([signed, settle().then(settle).then(() => false)]);
      device.closeTabs();
      const after = start({ device, writer: async () => new EhrWriter(ehr, undefined, mode) });
      await finish(after);
      const writes = [...ehr.writes.values()].filter(({ plan }) => plan.purpose === 'countersign');
      expect([closedAt, writes.filter(({ times }) => times !== 1)]).toEqual([closedAt, []]);
      expect(await entriesOf(device)).toEqual([]);
      if (writes.length === 0) {
        expect(after.open().decisions.get(OBESITY.id)?.choice).toEqual(TO_ENCOUNTER);
      } else {
        committed += 1;
        expect(writes.map(({ step }) => step.action.kind)).toContain('attestation-provenance');
        const told = new Set((await logOf(device)).flatMap((event) => (event.kind === 'write' && event.outcome === 'written' ? [event.key] : [])));
        expect([closedAt, writes.filter(({ step }) => !told.has(step.key))]).toEqual([closedAt, []]);
      }
    }
    expect(closedAt).toBeGreaterThan(20);
    expect(committed).toBeGreaterThan(10);
  });
});

async function logOf(device: FakeDevice) {
  const events = [];
  for await (const { event } of device.vault(EHR, CLINICIAN).log.entries()) events.push(event);
  return events;
}

/** Signs, and leaves one step refused. */
async function leaveUnfinished(device: FakeDevice): Promise<void> {
  const writer = new FakeWriter();
  writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
  await signObesity(start({ device, writer: async () => writer }));
}

/** Opens the visit again and finishes what waits. */
async function finish({ until, line, open, now }: ReturnType<typeof start>): Promise<void> {
  await until('reviewing');
  for (let tries = 0; tries < 3 && open().unfinished !== null; tries++) {
    if (now().phase === 'reviewing') line.toReceipts();
    await line.retryFailed();
  }
}

function stale(receipt: WriteReceipt): WriteReceipt {
  return { ...receipt, outcome: 'refused', resource: null, why: 'Somebody changed it.', conflict: { seen: '2', now: '3', difference: [] } };
}
