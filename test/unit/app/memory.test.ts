import { describe, expect, it } from 'vitest';
import type { Chart, SignedItem } from '../../../src/domain/model/index.ts';
import type { KeptReview } from '../../../src/store/contract.ts';
import { UNNAMED } from '../../../src/domain/model/index.ts';
import { StoreFault } from '../../../src/store/contract.ts';
import { evidenceDigest } from '../../../src/domain/review/index.ts';
import {
  CLINICIAN, DIABETES, fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeNote, fakeSession, fakeSuggestion, FakeWriter, MemoryStore, OBESITY, quoteOf, WHOLE,
} from '../../support/app-fakes.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

const REJECT = { kind: 'reject', reason: 'evidence-misread' } as const;
const EHR = fakeSession().ehr;

/** A record that a test can change between two readings. */
function record(chart: Chart = fakeChart({ reads: WHOLE })) {
  const now = { chart, suggestions: [OBESITY] };
  return { now, engine: { ...fakeEngine(), analyze: (...asked: Parameters<ReturnType<typeof fakeEngine>['analyze']>) => fakeEngine(now.chart, fakeAnalysis({ suggestions: now.suggestions })).analyze(...asked) } };
}

async function reject(review: ReturnType<typeof start>): Promise<void> {
  await review.until('reviewing');
  review.line.decide(OBESITY.id, REJECT);
  review.line.toCountersign();
  await review.line.sign([OBESITY.id]);
}

describe('decisions that are not signed', () => {
  it('come back to this user on this encounter, whatever became of the tab', async () => {
    const device = new FakeDevice();
    const before = start({ device });
    await before.until('reviewing');
    before.line.open(OBESITY.id);
    before.line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    device.closeTabs();
    const after = start({ device });
    await after.until('reviewing');
    expect([...after.open().decisions.keys()]).toEqual([OBESITY.id]);
    expect([...after.open().opened]).toEqual([OBESITY.id]);
    expect(after.open().remembering.unsigned).toBe('device');
    const another = start({ device, session: fakeSession({ user: { ...CLINICIAN, reference: 'Practitioner/other' } }) });
    await another.until('reviewing');
    expect(another.open().decisions.size).toBe(0);
  });

  it('come back after a reload in the very moment of deciding; after that the tab itself holds nothing', async () => {
    const [device, store] = [new FakeDevice(), new MemoryStore()];
    let slow = true;
    const vault = async (ehr: string, user: typeof CLINICIAN) => {
      const { memory, ...rest } = device.vault(ehr, user);
      const save: typeof memory.save = (...asked) => (slow ? new Promise(() => undefined) : memory.save(...asked));
      return { ...rest, kind: 'device' as const, close: () => undefined, memory: { ...memory, save } };
    };
    const key = `countersign.review|${EHR}|${CLINICIAN.reference}|e1`;
    const before = start({ store, vault });
    await before.until('reviewing');
    before.line.decide(OBESITY.id, TO_ENCOUNTER);
    expect(store.getItem(key)).toContain(OBESITY.id);
    await settle();
    slow = false;
    device.closeTabs();
    const after = start({ store, vault });
    await after.until('reviewing');
    expect([...after.open().decisions.keys()]).toEqual([OBESITY.id]);
    await settle();
    expect(store.getItem(key)).toBeNull();
    expect((await device.vault(EHR, CLINICIAN).memory.load('e1'))?.decisions).toHaveLength(1);
  });

  it('are kept in the tab where the browser blocks its database, and the app says so', async () => {
    const [store, device] = [new MemoryStore(), new FakeDevice()];
    const vault = async (ehr: string, user: typeof CLINICIAN) => ({ ...device.vault(ehr, user), kind: 'memory' as const, close: () => undefined });
    const before = start({ store, vault });
    await before.until('reviewing');
    before.line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    const after = start({ store, vault });
    await after.until('reviewing');
    expect([...after.open().decisions.keys()]).toEqual([OBESITY.id]);
    expect(after.open().remembering.unsigned).toBe('tab');
    const elsewhere = start({ store: new MemoryStore(), vault });
    await elsewhere.until('reviewing');
    expect(elsewhere.open().decisions.size).toBe(0);
  });

  it('keep no words of the record', async () => {
    const device = new FakeDevice();
    const { line, until } = start({ device });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    const kept = JSON.stringify(await device.vault(EHR, CLINICIAN).memory.load('e1'));
    expect(kept).toContain(OBESITY.id);
    expect(kept).toContain(evidenceDigest(quoteOf('Class 1 obesity')));
    expect(kept).not.toMatch(/counselled|obesity, class/i);
  });

  it('are said to be lost by a reload where the device cannot keep them', async () => {
    const device = new FakeDevice();
    const { line, until, open } = start({
      vault: async (ehr, user) => {
        const vault = device.vault(ehr, user);
        return { kind: 'device', outbox: vault.outbox, log: vault.log, close: () => vault.close(), memory: { ...vault.memory, save: () => Promise.reject(new StoreFault('full', 'No room.')) } };
      },
    });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    line.undo(OBESITY.id);
    await settle();
    expect(open()).toMatchObject({ remembering: { unsigned: 'nowhere' }, notices: [expect.stringContaining('a reload would lose them')] });
  });

  it('leave what another tab signed meanwhile, also where this one has not heard of it', async () => {
    const device = new FakeDevice();
    const deaf = start({
      device,
      vault: async (ehr, user) => {
        const { memory, outbox, log, ...rest } = device.vault(ehr, user);
        return { ...rest, kind: 'device', outbox, log, close: () => undefined, memory: { ...memory, onChange: () => () => undefined } };
      },
    });
    await deaf.until('reviewing');
    await reject(start({ device }));
    await settle();
    const signed = async () => (await device.vault(EHR, CLINICIAN).memory.load('e1'))?.signed.map(({ suggestion }) => suggestion);
    expect(await signed()).toEqual([OBESITY.id]);
    deaf.line.decide(DIABETES.id, TO_ENCOUNTER);
    await settle();
    expect((await device.vault(EHR, CLINICIAN).memory.load('e1'))?.decisions.map(({ suggestion }) => suggestion)).toContain(DIABETES.id);
    expect(await signed()).toEqual([OBESITY.id]);
  });

  it('are dropped with the note they rest on, named by title and versions', async () => {
    const note = fakeNote('n1', 'Progress note', 'Class 1 obesity.');
    const { now, engine } = record(fakeChart({ notes: [note] }));
    const { line, until, open } = start({ engine });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    now.chart = fakeChart({ notes: [{ ...note, document: { ...note.document, version: '2' }, hashes: { source: 'sha256:x', text: 'sha256:x' }, status: 'amended' }] });
    line.again();
    await until('reviewing');
    expect(open().decisions.size).toBe(0);
    expect(open().notices).toEqual(['One earlier decision was dropped: "Progress note" was amended (you saw version 1, version 2 stands now). Please decide again.']);
  });

  it('are not said to be dropped where they were signed and written before the rest failed', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    writer.next.set('recode-condition', { outcome: 'refused', why: 'Busy.' });
    const before = start({ device, writer: async () => writer });
    await before.until('reviewing');
    for (const { id } of [OBESITY, DIABETES]) before.line.decide(id, TO_ENCOUNTER);
    before.line.toCountersign();
    await before.line.sign([OBESITY.id, DIABETES.id]);
    const after = start({ device, engine: fakeEngine(fakeChart(), fakeAnalysis({ suggestions: [DIABETES] })) });
    await after.until('reviewing');
    expect([...after.open().decisions.keys()]).toEqual([DIABETES.id]);
    expect(after.open().ledger.signed).toHaveLength(1);
    expect(after.open().notices).toEqual([]);
  });

  it('do not come back once signed and written', async () => {
    const device = new FakeDevice();
    await signObesity(start({ device }));
    const after = start({ device });
    await after.until('reviewing');
    expect(after.open().decisions.size).toBe(0);
  });
});

describe('a signed rejection', () => {
  it('stays away until there is new evidence, however often the note is saved again', async () => {
    const { now, engine } = record();
    const review = start({ engine });
    await reject(review);
    review.line.toReview();
    await review.until('reviewing');
    expect(review.open().remembered.get(OBESITY.id)).toMatchObject({ whoName: 'Dr. Ada Example', choice: REJECT });
    expect(review.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(false);
    const [note] = now.chart.notes;
    if (note === undefined) throw new Error('No note.');
    now.chart = { ...now.chart, notes: [{ ...note, document: { ...note.document, version: '2' } }] };
    review.line.again();
    await review.until('reviewing');
    expect(review.open().remembered.has(OBESITY.id)).toBe(true);
    expect(review.open().notices).toEqual([]);
    now.suggestions = [{ ...OBESITY, evidence: [...OBESITY.evidence, quoteOf('Follow-up of blood sugar and weight')] }];
    review.line.again();
    await review.until('reviewing');
    expect(review.open().remembered.size).toBe(0);
    expect([...review.open().returned]).toEqual([OBESITY.id]);
    expect(review.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(true);
  });

  it('is remembered from the EHR, where another device signed it', async () => {
    const item: SignedItem = {
      source: { reference: 'Provenance/9', version: '1' }, who: 'Practitioner/other', whoName: 'Dr. Other', at: '2026-11-18T09:50:00-06:00', suggestion: OBESITY.id, action: 'add', code: 'E66.811',
      from: null, choice: REJECT, evidence: OBESITY.evidence.map(evidenceDigest), targets: [], seen: [{ reference: 'DocumentReference/n1', version: '1' }], corrects: null,
    };
    const { until, open } = start({ engine: fakeEngine(fakeChart({ signed: [item], reads: WHOLE })) });
    await until('reviewing');
    expect(open().remembered.get(OBESITY.id)).toEqual(item);
    expect(open().signedBefore).toEqual([{ item, changed: [], correctable: true }]);
  });

  it('is remembered once, where both the EHR and this device know of it', async () => {
    const device = new FakeDevice();
    const { now, engine } = record();
    const review = start({ device, engine });
    await reject(review);
    const [onDevice] = (await device.vault(EHR, CLINICIAN).memory.load('e1'))?.signed ?? [];
    if (onDevice === undefined) throw new Error('The device remembers nothing.');
    now.chart = { ...now.chart, signed: [{ ...onDevice, source: { reference: 'Provenance/9', version: '1' }, at: '2026-11-18T16:02:00Z' }] };
    review.line.toReview();
    await review.until('reviewing');
    expect(review.open().signedBefore.map(({ item }) => item.source.reference)).toEqual(['Provenance/9']);
  });

  it.each([
    ['the EHR', { create: ['Condition', 'Claim', 'Provenance'] }, 'ehr'],
    ['this device, where no server takes it', { create: ['Condition'] }, 'device'],
  ] as const)('the app says where it is remembered: %s', async (_name, profile, where) => {
    const writer = new FakeWriter();
    Object.assign(writer.profile, profile);
    const { until, open } = start({ writer: async () => writer });
    await until('reviewing');
    expect(open().remembering.signed).toBe(where);
    expect(open().preflight?.length).toBeGreaterThan(5);
  });
});

it('of somebody whom the EHR does not name nothing is kept, in the tab neither, and they are told', async () => {
  const [store, device] = [new MemoryStore(), new FakeDevice()];
  const set: string[] = [];
  store.setItem = (key) => { set.push(key); };
  const session = fakeSession({ user: { reference: UNNAMED, name: 'Name not known', role: 'unknown' } });
  const { until, open, line } = start({ store, session, vault: async (ehr, user) => ({ ...device.vault(ehr, user), kind: 'memory', close: () => undefined }) });
  await until('reviewing');
  line.open(OBESITY.id);
  await settle();
  expect(open().remembering).toMatchObject({ unsigned: 'nowhere' });
  expect(open().notices).toContainEqual(expect.stringContaining('does not say who you are'));
  expect(set).toEqual([]);
});

it('what was kept in another form is left alone', async () => {
  const store = new MemoryStore();
  const device = new FakeDevice();
  store.setItem(`countersign.review|${EHR}|${CLINICIAN.reference}|e1`, '{"format":1,"decisions":[{}]}');
  const { until, open } = start({ store, vault: async (ehr, user) => ({ ...device.vault(ehr, user), kind: 'memory', close: () => undefined }) });
  await until('reviewing');
  expect(open().decisions.size).toBe(0);
});

it('a decision of another encounter is never shown', async () => {
  const device = new FakeDevice();
  const kept: KeptReview = { decisions: [], opened: [fakeSuggestion('add', 'I10').id], signed: [] };
  await device.vault(EHR, CLINICIAN).memory.save('e2', kept);
  const { until, open } = start({ device });
  await until('reviewing');
  expect(open().opened.size).toBe(0);
});
