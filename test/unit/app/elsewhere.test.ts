import { describe, expect, it } from 'vitest';
import type { Newcomer, Unchecked } from '../../../src/fhir/send/contract.ts';
import { DIABETES, fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeSuggestion, FakeWriter, HEART_FAILURE, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

const newcomer = (kind: Newcomer['kind'], more: Partial<Newcomer> = {}): Newcomer => ({ source: { reference: `${kind}/new`, version: '1' }, kind, code: null, who: 'Dr. Other', at: '2026-11-18T10:01:00-06:00', ...more });
const REJECT = { kind: 'reject', reason: 'evidence-misread' } as const;
const SEARCHED = fakeSuggestion('add', 'Z68.34', { evidence: [{ kind: 'searched', what: ['E66'], kinds: ['Condition'], from: null, through: '2026-11-18', found: 0 }] });

async function signWith(writer: FakeWriter, choices: readonly (readonly [typeof OBESITY, typeof TO_ENCOUNTER | typeof REJECT])[]) {
  const review = start({ writer: async () => writer, engine: fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ suggestions: [HEART_FAILURE, DIABETES, OBESITY, SEARCHED] })) });
  await review.until('reviewing');
  for (const [{ id }, choice] of choices) { review.line.open(id); review.line.decide(id, choice); }
  review.line.toCountersign();
  await review.line.sign(choices.map(([{ id }]) => id));
  return review;
}

describe('what came to the record since it was read', () => {
  it.each([
    ['the same diagnosis', OBESITY, TO_ENCOUNTER, newcomer('Condition', { code: 'E66.811' }), 'decided-elsewhere', 'E66.811 was added to this encounter by Dr. Other'],
    ['the same diagnosis, without its dot', OBESITY, TO_ENCOUNTER, newcomer('Condition', { code: 'E66811' }), 'decided-elsewhere', 'E66811 was added to this encounter by Dr. Other'],
    ['the code that is being replaced', DIABETES, TO_ENCOUNTER, newcomer('Condition', { code: 'E11.9' }), 'decided-elsewhere', 'E11.9 was added to this encounter by Dr. Other'],
    ['somebody’s signature on the same suggestion', OBESITY, REJECT, newcomer('Provenance', { code: 'E66.811', suggestion: OBESITY.id }), 'decided-elsewhere', 'E66.811 was signed for this encounter by Dr. Other'],
    ['a colleague’s proposal of the same code', OBESITY, TO_ENCOUNTER, newcomer('Task', { code: 'E66.811' }), 'decided-elsewhere', 'E66.811 was proposed for this encounter by Dr. Other'],
    ['a draft claim', OBESITY, TO_ENCOUNTER, newcomer('Claim', { code: 'I10' }), 'changed', 'A draft claim was started for this visit'],
    ['a note, for a removal', HEART_FAILURE, TO_ENCOUNTER, newcomer('DocumentReference'), 'changed', 'A new note came to this visit: it may hold what was not found before'],
    ['a note, for what was searched in vain', SEARCHED, TO_ENCOUNTER, newcomer('DocumentReference'), 'changed', 'A new note came to this visit: it may hold what was not found before'],
  ] as const)('holds back: %s', async (_name, suggestion, choice, came, why, what) => {
    const writer = new FakeWriter();
    writer.newcomers = [came];
    const { now } = await signWith(writer, [[suggestion, choice]]);
    expect(now()).toMatchObject({ phase: 'countersigning', checking: false, held: [{ suggestion: suggestion.id, why, what: [what] }] });
    expect(writer.sent).toEqual([]);
  });

  it.each([
    ['another diagnosis', OBESITY, TO_ENCOUNTER, newcomer('Condition', { code: 'I10' })],
    ['a code that only begins alike', OBESITY, TO_ENCOUNTER, newcomer('Condition', { code: 'E66.81' })],
    ['somebody’s signature on another suggestion of that code', OBESITY, TO_ENCOUNTER, newcomer('Provenance', { code: 'E66.811', suggestion: 'another' })],
    ['a note, for what the read notes say', OBESITY, TO_ENCOUNTER, newcomer('DocumentReference')],
    ['a draft claim, for a rejection', OBESITY, REJECT, newcomer('Claim', { code: 'E66.811' })],
    ['the anchor of the log', OBESITY, TO_ENCOUNTER, newcomer('Provenance')],
  ] as const)('does not hold back: %s', async (_name, suggestion, choice, came) => {
    const writer = new FakeWriter();
    writer.newcomers = [came];
    const { now } = await signWith(writer, [[suggestion, choice]]);
    expect(now().phase).toBe('done');
  });

  it('shows on the card who did what, and holds back that item alone', async () => {
    const writer = new FakeWriter();
    writer.newcomers = [newcomer('Condition', { code: 'E66.811' })];
    const { open, line, now } = await signWith(writer, [[OBESITY, TO_ENCOUNTER], [DIABETES, TO_ENCOUNTER]]);
    expect([...open().elsewhere]).toEqual([[OBESITY.id, { by: 'another-person', who: 'Dr. Other', at: '2026-11-18T10:01:00-06:00', what: 'E66.811 was added to this encounter' }]]);
    expect(now()).toMatchObject({ held: [{ suggestion: OBESITY.id }] });
    await line.sign([DIABETES.id]);
    expect(now().phase).toBe('done');
  });

  it.each([
    ['the diagnoses', 'Condition', OBESITY, TO_ENCOUNTER, true], ['what was signed', 'Provenance', OBESITY, REJECT, true], ['the claims', 'Claim', OBESITY, TO_ENCOUNTER, true],
    ['the claims, for a rejection', 'Claim', OBESITY, REJECT, false], ['the notes', 'DocumentReference', OBESITY, TO_ENCOUNTER, false], ['the notes, for a removal', 'DocumentReference', HEART_FAILURE, TO_ENCOUNTER, true],
  ] as const)('that could not be asked for holds back what it matters to: %s', async (_name, kind, suggestion, choice, holds) => {
    const writer = new FakeWriter();
    const unchecked: Unchecked = { kind, at: 'ehr', status: 'failed', why: 'The EHR failed (500).' };
    writer.since = async () => ({ newcomers: [], unchecked: [unchecked] });
    const { now } = await signWith(writer, [[suggestion, choice]]);
    if (holds) expect(now()).toMatchObject({ phase: 'countersigning', held: [{ suggestion: suggestion.id, why: 'cannot-check', what: ['The EHR failed (500).'] }] });
    else expect(now().phase).toBe('done');
  });

  it('is not missed where this EHR denies a kind: it was not part of what was read, either', async () => {
    const writer = new FakeWriter();
    writer.since = async () => ({ newcomers: [], unchecked: [{ kind: 'Task', at: 'ehr', status: 'denied', why: 'The sign-in does not include tasks.' }] });
    const { now } = await signWith(writer, [[OBESITY, TO_ENCOUNTER]]);
    expect(now().phase).toBe('done');
  });

  it('holds all back where nothing could be asked', async () => {
    const writer = new FakeWriter();
    writer.since = () => Promise.reject(new Error('network'));
    const { now } = await signWith(writer, [[OBESITY, TO_ENCOUNTER]]);
    expect(now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('could not be asked') as string });
    expect(writer.sent).toEqual([]);
  });

  it('is told apart from what was read: those references are handed to the writer as known', async () => {
    const writer = new FakeWriter();
    let known: ReadonlySet<string> = new Set();
    writer.since = async (...asked: unknown[]) => { known = asked[1] as ReadonlySet<string>; return { newcomers: [], unchecked: [] }; };
    await signWith(writer, [[OBESITY, TO_ENCOUNTER]]);
    expect([...known]).toEqual(expect.arrayContaining(['Condition/dm', 'Condition/hf', 'DocumentReference/n1']));
  });
});

describe('another tab of the same person', () => {
  it('shows its decisions here, and forgets them when they are undone', async () => {
    const device = new FakeDevice();
    const [one, two] = [start({ device }), start({ device })];
    await Promise.all([one.until('reviewing'), two.until('reviewing')]);
    one.line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    expect(two.open().elsewhere.get(OBESITY.id)).toMatchObject({ by: 'another-tab', what: 'accepted' });
    expect(two.open().decisions.size).toBe(0);
    one.line.undo(OBESITY.id);
    await settle();
    expect(two.open().elsewhere.size).toBe(0);
  });

  it('keeps its decisions when this one saves its own', async () => {
    const device = new FakeDevice();
    const [one, two] = [start({ device }), start({ device })];
    await Promise.all([one.until('reviewing'), two.until('reviewing')]);
    one.line.decide(OBESITY.id, TO_ENCOUNTER);
    await settle();
    two.line.decide(DIABETES.id, TO_ENCOUNTER);
    await settle();
    const again = start({ device });
    await again.until('reviewing');
    expect([...again.open().decisions.keys()].toSorted()).toEqual([OBESITY.id, DIABETES.id].toSorted());
  });

  it('that signed an item keeps it from being signed again here, and the rest until the record is read again', async () => {
    const device = new FakeDevice();
    const writer = new FakeWriter();
    const [one, two] = [start({ device }), start({ device, writer: async () => writer })];
    await Promise.all([one.until('reviewing'), two.until('reviewing')]);
    for (const { id } of [OBESITY, DIABETES]) two.line.decide(id, TO_ENCOUNTER);
    await signObesity(one);
    await settle();
    expect(two.open().elsewhere.get(OBESITY.id)).toMatchObject({ by: 'another-tab', what: 'signed as accepted' });
    two.line.toCountersign();
    await two.line.sign([OBESITY.id, DIABETES.id]);
    expect(two.now()).toMatchObject({ phase: 'countersigning', held: [{ suggestion: OBESITY.id, why: 'decided-elsewhere' }, { suggestion: DIABETES.id, why: 'changed' }] });
    expect(writer.sent).toEqual([]);
  });

  it('that has not finished writing holds up a second signature on this visit', async () => {
    const device = new FakeDevice();
    const stuck = new FakeWriter();
    stuck.send = () => new Promise(() => undefined);
    const writer = new FakeWriter();
    const [one, two] = [start({ device, writer: async () => stuck }), start({ device, writer: async () => writer })];
    await Promise.all([one.until('reviewing'), two.until('reviewing')]);
    one.line.decide(OBESITY.id, TO_ENCOUNTER);
    one.line.toCountersign();
    void one.line.sign([OBESITY.id]);
    await one.until('writing');
    two.line.decide(DIABETES.id, TO_ENCOUNTER);
    two.line.toCountersign();
    await two.line.sign([DIABETES.id]);
    expect(two.now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('not wholly written yet') as string });
    expect(writer.sent).toEqual([]);
  });
});
