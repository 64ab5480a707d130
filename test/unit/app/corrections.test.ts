import { describe, expect, it } from 'vitest';
import type { SignedItem } from '../../../src/domain/model/index.ts';
import { evidenceDigest } from '../../../src/domain/review/index.ts';
import { fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeSession, FakeWriter, OBESITY, WHOLE, CLINICIAN } from '../../support/app-fakes.ts';
import { condition } from '../../support/writing.ts';
import { settle, start, TO_ENCOUNTER } from './start.ts';

const OBESE = condition('ob', 'E66.811');

function signed(more: Partial<SignedItem> = {}): SignedItem {
  return {
    source: { reference: 'Provenance/9', version: '1' }, who: CLINICIAN.reference, whoName: CLINICIAN.name, at: '2026-11-18T09:50:00-06:00', suggestion: OBESITY.id, action: 'add', code: 'E66.811',
    from: null, choice: { kind: 'accept', code: 'E66.811', target: 'encounter-diagnosis' }, evidence: OBESITY.evidence.map(evidenceDigest), targets: [OBESE.source],
    seen: [{ reference: 'DocumentReference/n1', version: '1' }], corrects: null, ...more,
  };
}

const written = (more: Partial<SignedItem> = {}) => fakeEngine(fakeChart({ conditions: [OBESE], signed: [signed(more)], reads: WHOLE }), fakeAnalysis({ suggestions: [] }));
const REJECTED = { choice: { kind: 'reject', reason: 'evidence-misread' }, targets: [] } as const;

async function sign(review: ReturnType<typeof start>): Promise<void> {
  review.line.toCountersign();
  await review.line.sign([...review.open().decisions.keys()]);
}

describe('what was signed', () => {
  it('is taken back by a new signed event that names the earlier one', async () => {
    const [device, writer] = [new FakeDevice(), new FakeWriter()];
    const review = start({ device, engine: written(), writer: async () => writer });
    await review.until('reviewing');
    expect(review.open().signedBefore).toMatchObject([{ correctable: true, changed: [] }]);
    expect(review.line.correct(signed(), { kind: 'withdraw' })).toBe(true);
    expect([...review.open().decisions.values()]).toMatchObject([{ choice: { kind: 'accept' }, suggestion: { action: 'remove', code: 'E66.811', reason: 'signed-in-error', corrects: { reference: 'Provenance/9' } } }]);
    await sign(review);
    const actions = writer.sent.flat().map(({ action }) => action);
    expect(actions).toContainEqual(expect.objectContaining({ kind: 'withdraw-condition', condition: OBESE.source, reason: 'signed-in-error' }));
    expect(actions).toContainEqual(expect.objectContaining({ kind: 'attestation-provenance', corrects: ['Provenance/9'] }));
    const events = [];
    for await (const { event } of device.vault(fakeSession().ehr, CLINICIAN).log.entries()) events.push(event);
    expect(events).toContainEqual(expect.objectContaining({ kind: 'attested', corrects: ['Provenance/9'] }));
  });

  it('gets another code the same way', async () => {
    const writer = new FakeWriter();
    const review = start({ engine: written(), writer: async () => writer });
    await review.until('reviewing');
    expect(review.line.correct(signed(), { kind: 'recode', code: 'E66.9', title: 'Obesity, unspecified' })).toBe(true);
    await sign(review);
    expect(writer.sent.flat().map(({ action }) => action)).toContainEqual(expect.objectContaining({ kind: 'recode-condition', from: 'E66.811', diagnosis: { code: 'E66.9', title: 'Obesity, unspecified' } }));
  });

  it('stays as it was where the correction is undone before it is signed', async () => {
    const review = start({ engine: written() });
    await review.until('reviewing');
    review.line.correct(signed(), { kind: 'withdraw' });
    const [id] = review.open().decisions.keys();
    if (id === undefined) throw new Error('Nothing was decided.');
    review.line.undo(id);
    expect(review.open().decisions.size).toBe(0);
    expect(review.open().analysis.suggestions).toEqual([]);
  });

  it('says where a note behind it was amended since', async () => {
    const review = start({ engine: written({ seen: [{ reference: 'DocumentReference/n1', version: '0' }] }) });
    await review.until('reviewing');
    expect(review.open().signedBefore[0]?.changed).toEqual(['A note behind this item: version 0 was seen, version 1 stands now']);
  });

  it('is not corrected by a colleague who may not attest, nor where nothing is left of it', async () => {
    const coder = start({ engine: written(), session: fakeSession({ user: { ...CLINICIAN, role: 'coder' } }) });
    await coder.until('reviewing');
    expect(coder.open().signedBefore[0]?.correctable).toBe(false);
    expect(coder.line.correct(signed(), { kind: 'withdraw' })).toBe(false);
    const gone = start({ engine: fakeEngine(fakeChart({ conditions: [], signed: [signed()], reads: WHOLE }), fakeAnalysis({ suggestions: [] })) });
    await gone.until('reviewing');
    expect(gone.open().signedBefore[0]?.correctable).toBe(false);
    expect(gone.line.correct(signed(), { kind: 'withdraw' })).toBe(false);
  });

  it('is not kept as a half-made correction over a reload: it is looked at again first', async () => {
    const device = new FakeDevice();
    const before = start({ device, engine: written() });
    await before.until('reviewing');
    before.line.correct(signed(), { kind: 'withdraw' });
    await settle();
    const after = start({ device, engine: written() });
    await after.until('reviewing');
    expect(after.open().decisions.size).toBe(0);
    expect(after.open().notices).toEqual([]);
  });
});

describe('a signed rejection', () => {
  const engine = () => fakeEngine(fakeChart({ signed: [signed(REJECTED)], reads: WHOLE }), fakeAnalysis({ suggestions: [OBESITY] }));

  it('is reconsidered: it becomes decidable, and what is signed then corrects it', async () => {
    const writer = new FakeWriter();
    const review = start({ engine: engine(), writer: async () => writer });
    await review.until('reviewing');
    expect(review.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(false);
    expect(review.line.correct(signed(REJECTED), { kind: 'reconsider' })).toBe(true);
    expect(review.open().remembered.size).toBe(0);
    expect(review.line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(true);
    await sign(review);
    expect(writer.sent.flat().map(({ action }) => action)).toContainEqual(expect.objectContaining({ kind: 'attestation-provenance', corrects: ['Provenance/9'] }));
  });

  it('holds again where the new decision is undone', async () => {
    const review = start({ engine: engine() });
    await review.until('reviewing');
    review.line.correct(signed(REJECTED), { kind: 'reconsider' });
    review.line.decide(OBESITY.id, TO_ENCOUNTER);
    review.line.undo(OBESITY.id);
    expect(review.open().remembered.has(OBESITY.id)).toBe(true);
    expect(review.open().analysis.suggestions).toEqual([OBESITY]);
  });

  it('stays reconsidered over a reload, once it was decided anew', async () => {
    const device = new FakeDevice();
    const before = start({ device, engine: engine() });
    await before.until('reviewing');
    before.line.correct(signed(REJECTED), { kind: 'reconsider' });
    before.line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    const after = start({ device, engine: engine() });
    await after.until('reviewing');
    expect(after.open().decisions.get(OBESITY.id)).toMatchObject({ choice: TO_ENCOUNTER, suggestion: { corrects: { reference: 'Provenance/9' } } });
    expect(after.open().remembered.size).toBe(0);
  });
});
