import { describe, expect, it } from 'vitest';
import type { Person, ProposalFact } from '../../../src/domain/model/index.ts';
import { DIABETES, fakeChart, FakeDevice, fakeEngine, fakeSession, FakeWriter, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

const CODER: Person = { reference: 'Practitioner/coder', name: 'Cora Example', role: 'coder' };
const coding = (more: Parameters<typeof fakeSession>[0] = {}) => fakeSession({ user: CODER, ...more });

function proposal(more: Partial<ProposalFact> = {}): ProposalFact {
  return {
    source: { reference: 'Task/t1', version: '1' }, status: 'open', proposer: CODER.reference, proposerName: CODER.name, at: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1',
    item: { action: 'add', code: 'E66.811', title: 'Obesity, class 1', from: null, target: 'encounter-diagnosis', reason: null, charted: [], rules: [] },
    quotes: [], facts: [], condition: null, claim: null, answer: null, ...more,
  };
}

/** An EHR that takes Tasks. */
function taking(): FakeWriter {
  const writer = new FakeWriter();
  Object.assign(writer.profile, { create: ['Condition', 'Claim', 'Provenance', 'Task'], update: ['Condition', 'Claim', 'Encounter', 'Task'] });
  return writer;
}

async function logged(device: FakeDevice, user: Person) {
  const events = [];
  for await (const { event } of device.vault(fakeSession().ehr, user).log.entries()) events.push(event);
  return events;
}

describe('a coder', () => {
  it('proposes what they accepted; nothing of it is confirmed', async () => {
    const [device, writer] = [new FakeDevice(), taking()];
    const { line, until, now, open } = start({ device, session: coding(), writer: async () => writer });
    await until('reviewing');
    expect(open().permission).toEqual({ kind: 'may-propose' });
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.decide(DIABETES.id, { kind: 'reject', reason: 'evidence-misread' });
    line.toCountersign();
    await line.propose([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'propose' }, open: { unfinished: null } });
    const kinds = new Set(writer.sent.flat().map(({ action: { kind } }) => kind));
    expect(kinds).toContain('propose-item');
    expect([...kinds].filter((kind) => !kind.startsWith('propose-') && kind !== 'machine-provenance')).toEqual([]);
    expect((await logged(device, CODER)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['proposed', 'write']));
  });

  it('cannot countersign, and a clinician does not propose', async () => {
    const writer = taking();
    const coder = start({ session: coding(), writer: async () => writer });
    await signObesity(coder);
    expect(coder.now().phase).toBe('countersigning');
    const clinician = start({ writer: async () => writer });
    await clinician.until('reviewing');
    clinician.line.decide(OBESITY.id, TO_ENCOUNTER);
    clinician.line.toCountersign();
    await clinician.line.propose([OBESITY.id]);
    expect(clinician.now().phase).toBe('countersigning');
    expect(writer.sent).toEqual([]);
  });

  it('has nothing to send where everything was rejected', async () => {
    const { line, until, now } = start({ session: coding() });
    await until('reviewing');
    line.decide(OBESITY.id, { kind: 'reject', reason: 'evidence-misread' });
    line.toCountersign();
    expect(now().phase).toBe('reviewing');
  });

  it('is held back where a colleague proposed the same meanwhile', async () => {
    const writer = taking();
    writer.newcomers = [{ source: { reference: 'Task/t9', version: '1' }, kind: 'Task', code: 'E66.811', who: 'Colleague', at: null }];
    const { line, until, now } = start({ session: coding(), writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.propose([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', held: [{ why: 'decided-elsewhere', what: ['E66.811 was proposed for this encounter by Colleague'] }] });
  });

  it('sees what became of their own proposals, and gets no card for them', async () => {
    const declined = proposal({ source: { reference: 'Task/t0', version: '2' }, status: 'declined', at: '2026-11-18T08:00:00-06:00', item: { ...proposal().item, code: 'I10' }, answer: { who: 'Practitioner/dr', at: null, reason: 'not-clinically-valid', text: null } });
    const { until, open } = start({ session: coding(), engine: fakeEngine(fakeChart({ proposals: [declined, proposal()], reads: WHOLE })) });
    await until('reviewing');
    expect(open().ownProposals.map(({ source, status }) => [source.reference, status])).toEqual([['Task/t1', 'open'], ['Task/t0', 'declined']]);
    expect(open().analysis.suggestions.map(({ id }) => id)).not.toContain(OBESITY.id);
  });

  it('cancels a proposal that nobody answered, and no other', async () => {
    const [device, writer] = [new FakeDevice(), taking()];
    const others = proposal({ source: { reference: 'Task/t2', version: '1' }, proposer: 'Practitioner/else' });
    const { line, until, now } = start({ device, session: coding(), writer: async () => writer, engine: fakeEngine(fakeChart({ proposals: [proposal(), others], reads: WHOLE })) });
    await until('reviewing');
    await line.cancelProposal('Task/t2');
    expect(writer.sent).toEqual([]);
    await line.cancelProposal('Task/t1');
    expect(writer.sent.flat().map(({ action }) => action)).toEqual([expect.objectContaining({ kind: 'answer-proposal', answer: 'cancelled', task: { reference: 'Task/t1', version: '1' } })]);
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'cancel-proposal' } });
    expect((await device.vault(fakeSession().ehr, CODER).outbox.list()).entries).toEqual([]);
  });

  it.each([
    ['refused', false, ['propose-claim', 'propose-item', 'propose-claim', 'propose-item']],
    ['unknown', false, ['propose-claim', 'propose-item']],
    ['refused', true, ['propose-claim', 'propose-item']],
  ] as const)('where the draft claim is %s (in one transaction: %s), the request that waited for it goes once more in the same go, or not', async (outcome, transaction, sent) => {
    const writer = taking();
    Object.assign(writer.profile, { transaction });
    writer.next.set('propose-claim', { outcome, why: 'Of the claim.' });
    writer.next.set('propose-item', { outcome: 'skipped', why: 'Waits for the claim.' });
    const { line, until } = start({ session: coding(), writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.propose([OBESITY.id]);
    expect(writer.sent.flat().map(({ action }) => action.kind).filter((kind) => kind === 'propose-claim' || kind === 'propose-item')).toEqual(sent);
  });

  it('finds a proposal that was cut off in the outbox, and finishes it', async () => {
    const [device, writer] = [new FakeDevice(), taking()];
    writer.next.set('propose-item', { outcome: 'refused', why: 'Busy.' });
    const before = start({ device, session: coding(), writer: async () => writer });
    await before.until('reviewing');
    before.line.decide(OBESITY.id, TO_ENCOUNTER);
    before.line.toCountersign();
    await before.line.propose([OBESITY.id]);
    const after = start({ device, session: coding(), writer: async () => writer });
    await after.until('reviewing');
    expect(after.open().unfinished?.plan.purpose).toBe('propose');
    after.line.toReceipts();
    await after.line.retryFailed();
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });
});

describe('a proposal that could only be filed as a document', () => {
  const filing = (): FakeWriter => {
    const writer = new FakeWriter();
    Object.assign(writer.profile, { name: 'epic', transaction: false, create: ['Condition', 'DocumentReference'], update: [] });
    return writer;
  };
  const proposing = async (device: FakeDevice, writer = filing()) => {
    const review = start({ device, session: coding(), writer: async () => writer });
    await review.until('reviewing');
    review.line.decide(OBESITY.id, TO_ENCOUNTER);
    review.line.toCountersign();
    await review.line.propose([OBESITY.id]);
    return { ...review, writer };
  };

  it('is remembered on this device: listed with its day, no card a second time, and nothing that can be cancelled', async () => {
    const device = new FakeDevice();
    const { writer } = await proposing(device);
    expect(writer.sent.flat().map(({ action }) => action.kind)).toEqual(['file-note']);
    await settle();
    const after = start({ device, session: coding(), writer: async () => writer });
    await after.until('reviewing');
    expect(after.open().ownProposals).toMatchObject([{ filed: true, status: 'open', proposer: CODER.reference, at: '2026-11-18T10:02:00-06:00', item: { action: 'add', code: OBESITY.code } }]);
    expect(after.open().analysis.suggestions.map(({ id }) => id)).not.toContain(OBESITY.id);
    await after.line.cancelProposal(after.open().ownProposals[0]?.source.reference ?? '');
    expect([after.now().phase, writer.sent.length]).toEqual(['reviewing', 1]);
  });

  it('is not, where the document did not get there, or to anybody else', async () => {
    const [device, writer] = [new FakeDevice(), filing()];
    writer.next.set('file-note', { outcome: 'refused', why: 'Closed.' });
    await proposing(device, writer);
    await settle();
    expect((await device.vault(fakeSession().ehr, CODER).memory.load('e1'))?.filed ?? []).toEqual([]);
    await proposing(device);
    const other = start({ device, session: fakeSession({ user: { ...CODER, reference: 'Practitioner/second' } }), writer: async () => filing() });
    await other.until('reviewing');
    expect([other.open().ownProposals, other.open().analysis.suggestions.map(({ id }) => id).includes(OBESITY.id)]).toEqual([[], true]);
  });

  it('gives way to a request that stands in the record since', async () => {
    const device = new FakeDevice();
    await proposing(device);
    await settle();
    const since = proposal({ status: 'declined', at: '2026-11-19T09:00:00-06:00' });
    const { until, open } = start({ device, session: coding(), writer: async () => taking(), engine: fakeEngine(fakeChart({ proposals: [since], reads: WHOLE })) });
    await until('reviewing');
    expect(open().ownProposals.map(({ source }) => source.reference)).toEqual(['Task/t1']);
  });
});

describe('a clinician', () => {
  it('sees a colleague’s proposal on the card, and the signature answers it', async () => {
    const writer = taking();
    const { line, until, open, now } = start({ writer: async () => writer, engine: fakeEngine(fakeChart({ proposals: [proposal()], reads: WHOLE })) });
    await until('reviewing');
    expect(open().analysis.suggestions.find(({ id }) => id === OBESITY.id)?.proposal).toMatchObject({ whoName: 'Cora Example', task: { reference: 'Task/t1' } });
    await signObesity({ line, until });
    expect(now().phase).toBe('done');
    expect(writer.sent.flat().map(({ action }) => action)).toContainEqual(expect.objectContaining({ kind: 'answer-proposal', answer: 'accepted' }));
  });
});
