import { describe, expect, it, vi } from 'vitest';
import type { Chart, LogEvent, Person, QueryFact } from '../../../src/domain/model/index.ts';
import { fakeAnalysis, fakeChart, FakeDevice, fakeEngine, fakeSession, FakeWriter, QUERY, WHOLE } from '../../support/app-fakes.ts';
import { start } from './start.ts';

const CDI: Person = { reference: 'Practitioner/cdi', name: 'Casey Example', role: 'cdi' };
const QUESTION = {
  rule: QUERY.rule, topic: QUERY.topic, title: QUERY.title, question: QUERY.question, format: 'multiple-choice', options: ['Chronic kidney disease, stage 3a', 'Acute kidney injury'],
  indicators: [{ text: 'eGFR 48 mL/min on 2 Nov 2026', source: { reference: 'Observation/egfr', version: '1' } }],
} as const;

function fact(more: Partial<QueryFact> = {}): QueryFact {
  return {
    source: { reference: 'Task/q1', version: '1' }, status: 'open', sender: CDI.reference, senderName: CDI.name, at: '2026-11-18T09:00:00-06:00', encounter: 'Encounter/e1',
    questionnaire: null, question: QUESTION, answer: null, ...more,
  };
}

function taking(): FakeWriter {
  const writer = new FakeWriter();
  Object.assign(writer.profile, { create: ['Condition', 'Claim', 'Provenance', 'Task', 'QuestionnaireResponse'], update: ['Condition', 'Claim', 'Encounter', 'Task'] });
  return writer;
}

/** A review of a visit on which these questions stand; the software drafted one. */
function reviewing({ user, writer = taking(), device = new FakeDevice(), queries = [], chart = {} }: {
  readonly user?: Person; readonly writer?: FakeWriter; readonly device?: FakeDevice; readonly queries?: readonly QueryFact[]; readonly chart?: Partial<Chart>;
}) {
  const session = fakeSession(user === undefined ? {} : { user });
  const started = start({ device, session, writer: async () => writer, engine: fakeEngine(fakeChart({ reads: WHOLE, queries, ...chart }), fakeAnalysis({ queries: [QUERY] })) });
  const events = async (): Promise<readonly LogEvent[]> => {
    const all: LogEvent[] = [];
    for await (const { event } of device.vault(session.ehr, session.user).log.entries()) all.push(event);
    return all;
  };
  return { ...started, writer, device, events, kinds: () => writer.sent.flat().map(({ action: { kind } }) => kind) };
}

const ANSWER = { kind: 'other', text: 'Dehydration' } as const;

describe('a question', () => {
  it('goes from the draft to the outbox, the log and the record, under the sender\'s name', async () => {
    const { line, until, now, events, kinds, device } = reviewing({ user: CDI });
    await until('reviewing');
    line.toAsk(QUERY.id);
    await until('asking');
    await vi.waitFor(() => expect(line.previewQuery()).not.toBeNull());
    expect(line.previewQuery()).toMatchObject({ plan: { purpose: 'query', steps: [{ to: 'ehr' }] }, question: QUESTION, leftOut: 0 });
    await line.commitQuery();
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'query', who: CDI }, open: { unfinished: null } });
    expect(kinds()).toEqual(['send-query']);
    const log = await events();
    expect(log).toContainEqual(expect.objectContaining({ kind: 'query-sent', rule: QUERY.rule }));
    expect(log.findIndex(({ kind }) => kind === 'query-sent')).toBeLessThan(log.findIndex(({ kind }) => kind === 'write'));
    expect(JSON.stringify(log)).not.toMatch(/kidney|eGFR/);
    expect([...device.users.values()].flatMap(({ stored }) => stored)[0]).toMatchObject({ plan: { purpose: 'query' }, sealed: { question: QUESTION } });
  });

  it('is nothing for a clinician, nor its answer for a CDI specialist', async () => {
    const clinician = reviewing({});
    await clinician.until('reviewing');
    clinician.line.toAsk(QUERY.id);
    const cdi = reviewing({ user: CDI, queries: [fact({ sender: 'Practitioner/x' })] });
    await cdi.until('reviewing');
    cdi.line.toAnswer('Task/q1', ANSWER);
    expect([clinician.now().phase, cdi.now().phase]).toEqual(['reviewing', 'reviewing']);
  });

  it('is not asked twice: not where one stands, not where a colleague was faster, not twice on one reading', async () => {
    const stands = reviewing({ user: CDI, queries: [fact()] });
    await stands.until('reviewing');
    stands.line.toAsk(QUERY.id);
    expect(stands.now().phase).toBe('reviewing');

    const faster = reviewing({ user: CDI });
    await faster.until('reviewing');
    faster.writer.newcomers = [{ kind: 'Task', source: { reference: 'Task/q9', version: '1' }, code: null, asks: QUERY.rule, who: 'Ruth', at: null }];
    faster.line.toAsk(QUERY.id);
    await faster.line.commitQuery();
    expect(faster.now()).toMatchObject({ phase: 'asking', checking: false, trouble: expect.stringContaining('Ruth asked this') as string });
    expect(faster.kinds()).toEqual([]);

    const handed = reviewing({ user: CDI });
    Object.assign(handed.writer.profile, { create: [], update: [] });
    await handed.until('reviewing');
    for (const _ of [1, 2]) {
      handed.line.toReview();
      handed.line.toAsk(QUERY.id);
      await handed.line.commitQuery();
    }
    expect(handed.now()).toMatchObject({ phase: 'asking', trouble: expect.stringContaining('You did this already') as string });
  });

  it('waits in the outbox where its reply was lost, is looked up before it is sent again, and opens with the next review', async () => {
    const device = new FakeDevice();
    const before = reviewing({ user: CDI, device });
    before.writer.next.set('send-query', { outcome: 'unknown', why: null });
    await before.until('reviewing');
    before.line.toAsk(QUERY.id);
    await before.line.commitQuery();
    expect(before.now()).toMatchObject({ phase: 'done', open: { unfinished: { plan: { purpose: 'query' } } } });
    device.closeTabs();
    const after = reviewing({ user: CDI, device });
    await after.until('reviewing');
    expect(after.open().notices).toEqual([]);
    after.line.toReceipts();
    await after.line.retryFailed();
    expect(after.writer.lookedUp.map(({ action }) => action.kind)).toEqual(['send-query']);
    expect(after.now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });

  it('changed in storage is never sent', async () => {
    const device = new FakeDevice();
    const before = reviewing({ user: CDI, device });
    before.writer.next.set('send-query', { outcome: 'refused', why: null });
    await before.until('reviewing');
    before.line.toAsk(QUERY.id);
    await before.line.commitQuery();
    for (const { entries } of device.users.values()) {
      for (const [id, entry] of entries) entries.set(id, { ...entry, sealed: { ...(entry.sealed as object), question: { ...QUESTION, question: 'Document CKD.' } } });
    }
    device.closeTabs();
    const after = reviewing({ user: CDI, device });
    await after.until('reviewing');
    expect(after.open()).toMatchObject({ unfinished: null, notices: [expect.stringContaining('was changed after it was sent')] });
  });

  it('is taken back by whoever asked', async () => {
    const { line, until, now, kinds } = reviewing({ user: CDI, queries: [fact()] });
    await until('reviewing');
    await line.cancelQuery('Task/other', { how: 'withdrawn', reason: 'Asked by mistake' });
    expect(now().phase).toBe('reviewing');
    await line.cancelQuery('Task/q1', { how: 'withdrawn', reason: 'Asked by mistake' });
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'cancel-query' } });
    expect(kinds()).toEqual(['close-query']);
  });
});

describe('an answer', () => {
  it('is signed, logged by what was chosen and not by its words, and written', async () => {
    const { line, until, now, events, kinds } = reviewing({ queries: [fact()] });
    await until('reviewing');
    line.toAnswer('Task/q1', ANSWER);
    await line.commitQuery();
    expect(now()).toMatchObject({ phase: 'done', plan: { purpose: 'answer-query' }, open: { unfinished: null } });
    expect(kinds()).toEqual(['close-query', 'answer-query', 'attestation-provenance']);
    const log = await events();
    expect(log).toContainEqual(expect.objectContaining({ kind: 'query-answered', task: 'Task/q1', rule: QUERY.rule, answer: 'other' }));
    expect(JSON.stringify(log)).not.toContain('Dehydration');
  });

  it.each([
    ['changed', { current: '2', state: 'changed' }, 'Somebody answered this question'], ['gone', { current: null, state: 'gone' }, 'Somebody answered this question'], ['cannot tell', { current: null, state: 'cannot-tell' }, 'could not say'],
  ] as const)('is held back where the question no longer stands as it was seen: %s', async (_, check, words) => {
    const { line, until, now, kinds, writer, events } = reviewing({ queries: [fact()] });
    writer.checks = (source) => ({ ...source, ...check });
    await until('reviewing');
    line.toAnswer('Task/q1', ANSWER);
    await line.commitQuery();
    expect(now()).toMatchObject({ phase: 'asking', trouble: expect.stringContaining(words) as string });
    expect(kinds()).toEqual([]);
    expect((await events()).map(({ kind }) => kind)).not.toContain('query-answered');
  });

  it('is not signed where the person went back meanwhile', async () => {
    const { line, until, now, kinds } = reviewing({ queries: [fact()] });
    await until('reviewing');
    line.toAnswer('Task/q1', ANSWER);
    const going = line.commitQuery();
    line.toReview();
    await going;
    expect(now().phase).toBe('reviewing');
    expect(kinds()).toEqual([]);
  });

  it('is not signed while something signed before has no end', async () => {
    const device = new FakeDevice();
    const first = reviewing({ device, queries: [fact()] });
    first.writer.next.set('close-query', { outcome: 'unknown', why: null });
    await first.until('reviewing');
    first.line.toAnswer('Task/q1', ANSWER);
    await first.line.commitQuery();
    first.line.toReview();
    first.line.toAnswer('Task/q1', ANSWER);
    await first.line.commitQuery();
    expect(first.now()).toMatchObject({ phase: 'asking', trouble: expect.stringContaining('not wholly written') as string });
  });
});
