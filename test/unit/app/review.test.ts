import { describe, expect, it } from 'vitest';
import type { Source } from '../../../src/domain/model/index.ts';
import type { VersionCheck } from '../../../src/app/parts.ts';
import { EngineFault } from '../../../src/app/parts.ts';
import {
  CLINICIAN, DIABETES, fakeAnalysis, fakeChart, fakeEngine, fakeNote, fakeReader, fakeSession, FakeWriter, HEART_FAILURE, OBESITY,
} from '../../support/app-fakes.ts';
import { settle, signObesity, start, TO_ENCOUNTER } from './start.ts';

describe('a review from launch to receipts', () => {
  it('goes through its phases in order', async () => {
    const { line, phases, until } = start();
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect([...new Set(phases())]).toEqual(['launching', 'reading', 'analysing', 'reviewing', 'countersigning', 'writing', 'done']);
  });

  it('passes on the progress of the reading and of each note', async () => {
    const chart = fakeChart({ notes: ['a', 'b', 'c'].map((id) => fakeNote(id, 'Note', 'Text.')) });
    const { states, until } = start({ engine: fakeEngine(chart), reader: () => fakeReader([{ done: 3, total: 9, stage: 'Reading notes' }]) });
    await until('reviewing');
    expect(states).toContainEqual(expect.objectContaining({ phase: 'reading', progress: { done: 3, total: 9, stage: 'Reading notes' } }));
    expect(states.flatMap((s) => (s.phase === 'analysing' ? [s.done] : []))).toEqual([0, 0, 1, 2, 3]);
  });

  it('asks for patient and encounter where the launch brought none', async () => {
    const read: unknown[] = [];
    const { line, until } = start({
      session: fakeSession({ mode: 'standalone', patient: null, encounter: null }),
      reader: (_session, where) => { read.push(where); return fakeReader(); },
    });
    await until('picking');
    line.pick({ patient: 'p7', encounter: 'e7' });
    await until('reviewing');
    expect(read).toEqual([{ patient: 'p7', encounter: 'e7' }]);
  });

  it.each([
    [{ encounter: null }, ['The EHR did not say which visit is open: you chose this one.']],
    [{ patient: null, encounter: null }, ['The EHR did not say whose chart is open: you chose this patient and visit.']],
    [{ mode: 'standalone', patient: null, encounter: null }, []],
  ] as const)('says what the person chose where the EHR should have said it: %o', async (launch, notices) => {
    const { line, until, open } = start({ session: fakeSession(launch) });
    await until('picking');
    line.pick({ patient: 'p7', encounter: 'e7' });
    await until('reviewing');
    expect(open().notices).toEqual(notices);
  });

  it('writes what was ticked, and nothing else', async () => {
    const writer = new FakeWriter();
    const { line, until } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    const kinds = writer.sent.flat().map((step) => step.action.kind);
    expect(kinds).toContain('create-condition');
    expect(kinds).not.toContain('recode-condition');
  });

  it('shows the plan that signing carries out, and sends nothing for showing it', async () => {
    const writer = new FakeWriter();
    const { line, until } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await settle();
    const shown = line.preview([OBESITY.id])?.steps.map((step) => step.says);
    expect(writer.sent).toEqual([]);
    await line.sign([OBESITY.id]);
    expect(writer.sent[0]?.map((step) => step.says)).toEqual(shown);
  });
});

describe('deciding', () => {
  it('does not accept an evidence-first item before its evidence was opened', async () => {
    const { line, until, open } = start();
    await until('reviewing');
    expect(line.decide(HEART_FAILURE.id, TO_ENCOUNTER)).toBe(false);
    line.open(HEART_FAILURE.id);
    expect(line.decide(HEART_FAILURE.id, TO_ENCOUNTER)).toBe(true);
    expect(open().decisions.get(HEART_FAILURE.id)?.choice).toEqual(TO_ENCOUNTER);
  });

  it('rejects an evidence-first item unopened: that adds nothing to the record', async () => {
    const { line, until } = start();
    await until('reviewing');
    expect(line.decide(HEART_FAILURE.id, { kind: 'reject', reason: 'evidence-misread' })).toBe(true);
  });

  it('takes a decision back until it is signed', async () => {
    const { line, until, open } = start();
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.undo(OBESITY.id);
    expect(open().decisions.size).toBe(0);
    line.decide(OBESITY.id, TO_ENCOUNTER);
  });

  it('leaves a signed item as it is: neither undone nor decided again', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
    const { line, until, open } = start({ writer: async () => writer });
    await signObesity({ line, until });
    line.toReview();
    line.undo(OBESITY.id);
    expect(line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(false);
    expect(open().decisions.size).toBe(1);
  });
});

describe('read-only', () => {
  it.each([
    ['no write scope', fakeSession({ canWrite: false }), /no permission to write/],
    ['an auditor', fakeSession({ user: { ...CLINICIAN, role: 'auditor' } }), /Only a clinician/],
    ['a role that the EHR does not name', fakeSession({ user: { ...CLINICIAN, role: 'unknown' } }), /did not say in which role/],
  ])('%s: looks, decides nothing, says why', async (_name, session, why) => {
    const { line, until, open } = start({ session });
    await until('reviewing');
    expect(open().permission).toEqual({ kind: 'read-only', why: expect.stringMatching(why) as string });
    expect(line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(false);
    line.toCountersign();
    expect(open().decisions.size).toBe(0);
  });

  it('where the visit itself was not read: nothing shows that it is this patient\'s', async () => {
    const chart = fakeChart();
    const encounter = { ...chart.encounter, status: 'unknown', classCode: null, start: null, end: null };
    const { until, open } = start({ engine: fakeEngine({ ...chart, encounter }) });
    await until('reviewing');
    expect(open().permission).toEqual({ kind: 'read-only', why: expect.stringContaining('visit itself could not be read') as string });
  });

  it('where the EHR does not say what it takes', async () => {
    const { until, open } = start({ writer: () => Promise.reject(new Error('500')) });
    await until('reviewing');
    expect(open().permission).toMatchObject({ kind: 'read-only' });
  });
});

describe('at the moment of countersigning', () => {
  it('says that nothing was signed where the writes cannot be planned, and keeps the decisions', async () => {
    const writer = new FakeWriter();
    let broken = false;
    const { create } = writer.profile;
    const profile = { ...writer.profile, get create(): readonly string[] { if (broken) throw new Error('broken'); return create; } };
    Object.defineProperty(writer, 'profile', { value: profile });
    const { line, until, now, open } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await settle();
    broken = true;
    expect(line.preview([OBESITY.id])).toBeNull();
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', checking: false, trouble: expect.stringContaining('Nothing was signed') as string });
    expect(open().decisions.has(OBESITY.id)).toBe(true);
    expect(open().ledger.signed).toEqual([]);
    expect(writer.sent).toEqual([]);
  });

  it('holds back an item whose note changed, says what changed, and signs nothing', async () => {
    const writer = new FakeWriter();
    writer.checks = (source) => (source.reference === 'DocumentReference/n1' ? { ...source, current: '2', state: 'changed' } : { ...source, current: source.version, state: 'same' });
    const { line, until, now } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({
      phase: 'countersigning', checking: false,
      held: [{ suggestion: OBESITY.id, why: 'changed', what: ['A note behind this item: you saw version 1, version 2 stands now'] }],
    });
    expect(writer.sent).toEqual([]);
  });

  it('holds back only the items that rest on what changed', async () => {
    const writer = new FakeWriter();
    writer.checks = (source) => (source.reference === 'Condition/dm' ? { ...source, current: null, state: 'gone' } : { ...source, current: source.version, state: 'same' });
    const { line, until, now } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id, DIABETES.id]);
    expect(now()).toMatchObject({ held: [{ suggestion: DIABETES.id, why: 'gone' }] });
    await line.sign([OBESITY.id]);
    expect(now().phase).toBe('done');
  });

  it('signs where the server keeps no versions: the write has its own precondition', async () => {
    const writer = new FakeWriter();
    writer.checks = (source) => ({ ...source, current: null, state: 'cannot-tell' });
    const note = { ...fakeNote('n1', 'Progress note', 'Class 1 obesity.'), document: { reference: 'DocumentReference/n1', version: null } };
    const { line, until, now } = start({ writer: async () => writer, engine: fakeEngine(fakeChart({ notes: [note] }), fakeAnalysis({ suggestions: [OBESITY] })) });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect(now().phase).toBe('done');
  });

  it('says so where the check itself fails, and keeps the decisions', async () => {
    const writer = new FakeWriter();
    writer.checks = () => { throw new Error('network'); };
    const { line, until, now } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', checking: false, trouble: expect.stringContaining('Nothing was signed') as string });
  });

  it('offers to read again, and keeps decisions whose evidence did not change', async () => {
    let note = fakeNote('n1', 'Progress note', 'Class 1 obesity.');
    const { line, until, open } = start({
      engine: { ...fakeEngine(), analyze: (...asked) => fakeEngine(fakeChart({ notes: [note] }), fakeAnalysis({ suggestions: [OBESITY] })).analyze(...asked) },
    });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.again();
    await until('reviewing');
    expect(open().decisions.size).toBe(1);
    note = { ...note, document: { ...note.document, version: '2' } };
    line.again();
    await until('reviewing');
    expect(open().decisions.size).toBe(0);
    expect(open().notices).toEqual([expect.stringContaining('One earlier decision was dropped')]);
  });
});

describe('a person who goes on while the versions are being checked', () => {
  it('signs nothing: the list they ticked is no longer the one before them', async () => {
    const writer = new SlowWriter();
    const { line, until, now, open } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.toCountersign();
    const signing = line.sign([OBESITY.id, DIABETES.id]);
    await settle();
    line.toReview();
    line.undo(DIABETES.id);
    line.toCountersign();
    await settle();
    writer.answer();
    await signing;
    expect(writer.sent).toEqual([]);
    expect(now().phase).toBe('countersigning');
    expect(open().decisions.has(DIABETES.id)).toBe(false);
  });

  it('keeps what they undid, where the check fails afterwards', async () => {
    const writer = new SlowWriter();
    const { line, until, now, open } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    const signing = line.sign([OBESITY.id]);
    await settle();
    line.toReview();
    line.undo(OBESITY.id);
    writer.answer(new Error('network'));
    await signing;
    expect(now().phase).toBe('reviewing');
    expect(open().decisions.size).toBe(0);
  });
});

describe('signing the rest after a first countersignature', () => {
  const whole = { reads: (['DocumentReference', 'Condition', 'Claim'] as const).map((kind) => ({ kind, query: '', status: 'read', count: 1, why: null } as const)) };

  it('reads the record again first, so that a second draft claim is not started beside the first', async () => {
    const writer = new FakeWriter();
    let reads = 0;
    const { line, until, open } = start({
      writer: async () => writer, reader: () => { reads += 1; return fakeReader(); }, engine: fakeEngine(fakeChart(whole)),
    });
    await until('reviewing');
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    expect(writer.sent.flat().filter((step) => step.action.kind === 'create-claim')).toHaveLength(1);
    line.toReview();
    await until('reviewing');
    expect(reads).toBe(2);
    expect([...open().decisions.keys()]).toEqual([DIABETES.id]);
  });

  it('keeps a decision that rests on what the person’s own countersignature just wrote', async () => {
    const charted = { ...DIABETES, charted: [{ reference: 'Condition/dm', version: '2' }, { reference: 'Claim/c', version: '7' }] };
    const suggestions = [OBESITY, charted];
    let chart = fakeChart(whole);
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    let first = true;
    writer.send = (plan, onReceipt, ...rest) => send(plan, (receipt) => {
      onReceipt(first ? { ...receipt, resource: { reference: 'Claim/c', version: '8' } } : receipt);
      first = false;
    }, ...rest);
    const { line, until, open } = start({
      writer: async () => writer, engine: { ...fakeEngine(), analyze: (...asked) => fakeEngine(chart, fakeAnalysis({ suggestions })).analyze(...asked) },
    });
    await until('reviewing');
    for (const { id } of suggestions) line.decide(id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id]);
    suggestions.splice(0, 2, { ...charted, charted: [{ reference: 'Condition/dm', version: '2' }, { reference: 'Claim/c', version: '8' }] });
    chart = fakeChart(whole);
    line.toReview();
    await until('reviewing');
    expect([...open().decisions.keys()]).toEqual([DIABETES.id]);
    expect(open().notices).toEqual([]);
  });

  it('waits until the first is wholly written or the record was read again, and says so', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    line.toReview();
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([DIABETES.id]);
    expect(now()).toMatchObject({ phase: 'countersigning', trouble: expect.stringContaining('finish what is not written yet') as string });
    expect(writer.sent).toHaveLength(1);
    expect(now()).toMatchObject({ open: { unfinished: expect.anything() as unknown } });
  });
});

class SlowWriter extends FakeWriter {
  answer: (error?: Error) => void = () => undefined;
  override check(sources: readonly Source[]): Promise<readonly VersionCheck[]> {
    return new Promise((resolve, reject) => {
      this.answer = (error) => { if (error === undefined) resolve(sources.map((source) => this.checks(source))); else reject(error); };
    });
  }
}

describe('a record that could be read only in part the second time', () => {
  it('does not claim that what a dropped decision rests on has changed', async () => {
    const suggestions = [OBESITY];
    let chart = fakeChart();
    const { line, until, open } = start({ engine: { ...fakeEngine(), analyze: (...asked) => fakeEngine(chart, fakeAnalysis({ suggestions })).analyze(...asked) } });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    suggestions.pop();
    chart = fakeChart({ notes: [], reads: [{ kind: 'DocumentReference', query: 'patient', status: 'failed', count: 0, why: 'The EHR failed (500).' }] });
    line.again();
    await until('reviewing');
    expect(open().notices).toEqual([expect.stringContaining('could not be read this time')]);
  });
});

describe('what was not written', () => {
  it('is sent again alone, with the receipts so far', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    const first = writer.sent[0] ?? [];
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: expect.anything() as unknown } });
    await line.retryFailed();
    expect(writer.sent[1]?.map((step) => step.action.kind)).toEqual(['update-encounter']);
    expect(writer.already[1]?.map(({ outcome }) => outcome).toSorted()).toEqual(['refused', ...first.slice(1).map(() => 'written')]);
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });

  it('is looked up before anything is sent twice: found there, it is not sent', async () => {
    const writer = new FakeWriter();
    writer.next.set('create-condition', { outcome: 'unknown', why: 'The reply was lost.' });
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    await line.retryFailed();
    expect(writer.lookedUp.map((step) => step.action.kind)).toEqual(['create-condition']);
    expect(writer.sent.slice(1).flat().map((step) => step.action.kind)).not.toContain('create-condition');
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });

  it('is not sent while the look-up still cannot tell, nor is what builds on it', async () => {
    const writer = new FakeWriter();
    writer.next.set('create-condition', { outcome: 'unknown', why: null });
    writer.next.set('update-encounter', { outcome: 'skipped', why: null });
    writer.next.set('recode-condition', { outcome: 'refused', why: 'Busy.' });
    writer.lookUpFinds = 'unknown';
    const { line, until, now } = start({ writer: async () => writer });
    await until('reviewing');
    line.decide(OBESITY.id, TO_ENCOUNTER);
    line.decide(DIABETES.id, TO_ENCOUNTER);
    line.toCountersign();
    await line.sign([OBESITY.id, DIABETES.id]);
    await line.retryFailed();
    expect(writer.sent.slice(1).flat().map((step) => step.action.kind)).toEqual(['recode-condition']);
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: expect.anything() as unknown } });
  });

  it('counts as unknown where the writer itself breaks off, and is looked up', async () => {
    const writer = new FakeWriter();
    const send = writer.send.bind(writer);
    let broken = true;
    writer.send = async (...asked) => { if (broken) { broken = false; throw new Error('broke off'); } return send(...asked); };
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    expect(now()).toMatchObject({ phase: 'done', receipts: expect.arrayContaining([expect.objectContaining({ outcome: 'unknown' })]) as unknown });
    await line.retryFailed();
    expect(writer.lookedUp.length).toBeGreaterThan(0);
    expect(writer.sent.flat()).toEqual([]);
    expect(now()).toMatchObject({ phase: 'done', open: { unfinished: null } });
  });

  it('can be come back to from the review', async () => {
    const writer = new FakeWriter();
    writer.next.set('update-encounter', { outcome: 'refused', why: 'The encounter is locked.' });
    const { line, until, now } = start({ writer: async () => writer });
    await signObesity({ line, until });
    line.toReview();
    expect(now().phase).toBe('reviewing');
    line.toReceipts();
    expect(now()).toMatchObject({ phase: 'done', receipts: expect.arrayContaining([expect.objectContaining({ outcome: 'refused' })]) as unknown });
  });
});

describe('a stop', () => {
  it('cancels between notes, and starts again on demand', async () => {
    const engine = fakeEngine();
    let waiting = true;
    const { line, until, now } = start({
      engine: {
        ...engine,
        analyze: (bundle, policy, listener, signal) => {
          if (!waiting) return engine.analyze(bundle, policy, listener, signal);
          return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError'))));
        },
      },
    });
    await until('analysing');
    line.cancel();
    await until('stopped');
    expect(now()).toMatchObject({ kind: 'cancelled', at: 'analysing' });
    waiting = false;
    line.again();
    await until('reviewing');
  });

  it('says what the engine says, and what to do', async () => {
    const { until, now } = start({ engine: { ...fakeEngine(), analyze: () => Promise.reject(new EngineFault('The code set could not be loaded.', 'Reload.')) } });
    await until('stopped');
    expect(now()).toMatchObject({ kind: 'failed', at: 'analysing', message: 'The code set could not be loaded.', whatToDo: 'Reload.' });
  });

  it('never quotes an error that is not ours: it could hold words of the record', async () => {
    const { until, now } = start({ reader: () => ({ read: () => Promise.reject(new Error('Rosa Example, born 1971')) }) });
    await until('stopped');
    expect(JSON.stringify({ ...now(), resume: null })).not.toContain('Rosa');
  });
});
