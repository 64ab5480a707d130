import { describe, expect, it, vi } from 'vitest';
import type { FromWorker } from '../../../src/worker/messages.ts';
import type { Engine, EngineListener } from '../../../src/app/parts.ts';
import { EngineFault } from '../../../src/app/parts.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { serveEngine } from '../../../src/worker/serve.ts';
import { BUNDLE, fakeChart, fakeEngine, fakeNote } from '../../support/app-fakes.ts';
import { bridged as bridgeTo } from '../../support/bridge.ts';

const LIMITS = { cancelGrace: 20, silence: 60 };

describe('the engine behind the bridge', () => {
  it('streams the chart, each note and the result', async () => {
    const chart = fakeChart({ notes: [fakeNote('a', 'A', 'x'), fakeNote('b', 'B', 'y')] });
    const { engine } = bridged(fakeEngine(chart));
    const heard: string[] = [];
    const result = await engine.analyze(BUNDLE, DEFAULT_POLICY, listener((what) => heard.push(what)), new AbortController().signal);
    expect(heard).toEqual(['chart', 'note 1/2', 'note 2/2']);
    expect(result.chart.notes.length).toBe(2);
  });

  it('answers a search while an analysis runs', async () => {
    const { engine } = bridged({ ...fakeEngine(fakeChart(), undefined, [{ code: 'E66.811', title: 'Obesity, class 1', billable: true, parent: 'E66.81' }]), analyze: () => new Promise(() => undefined) });
    const control = new AbortController();
    const running = engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), control.signal);
    expect(await engine.search('obesity', null, 5)).toEqual([expect.objectContaining({ code: 'E66.811' })]);
    control.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('waits for knowledge that is still loading', async () => {
    const { engine } = bridgedTo(started().then(() => fakeEngine()));
    expect(await engine.search('x', null, 1)).toEqual([]);
  });

  it('says that knowledge did not load', async () => {
    const { engine } = bridgedTo(Promise.reject(new EngineFault('The code set could not be loaded.', 'Reload the app.')));
    await expect(engine.search('x', null, 1)).rejects.toMatchObject({ name: 'EngineFault', message: 'The code set could not be loaded.', whatToDo: 'Reload the app.' });
  });

  it('never lets the words of an unexpected error out: they could come from a note', async () => {
    const { engine } = bridged({ ...fakeEngine(), analyze: () => Promise.reject(new Error('Rosa Example')) });
    const error: unknown = await engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), new AbortController().signal).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(EngineFault);
    expect(String(error)).not.toContain('Rosa');
  });
});

describe('what may wait', () => {
  it('is done once, a moment after the first result', async () => {
    vi.useFakeTimers();
    try {
      const [later, answered] = [vi.fn<() => void>(), vi.fn<(message: FromWorker) => void>()];
      const serve = serveEngine(Promise.resolve(fakeEngine()), answered, later);
      serve({ kind: 'search', id: 1, words: 'x', serviceDate: null, limit: 1 });
      await vi.advanceTimersByTimeAsync(5_000);
      expect(later).not.toHaveBeenCalled();
      for (const id of [2, 3]) {
        serve({ kind: 'analyze', id, bundle: BUNDLE, policy: DEFAULT_POLICY });
        await vi.waitFor(() => expect(answered).toHaveBeenCalledWith(expect.objectContaining({ kind: 'analyzed', id })));
        await vi.advanceTimersByTimeAsync(5_000);
        expect(later).toHaveBeenCalledTimes(1);
      }
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a cancel', () => {
  it('is heard between notes, and the worker stays', async () => {
    const { engine, workers } = bridged({
      ...fakeEngine(),
      analyze: (_b, _p, _l, signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(new DOMException('Cancelled', 'AbortError')))),
    });
    const control = new AbortController();
    const running = engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), control.signal);
    control.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers.map((w) => w.ended)).toEqual([false]);
  });

  it('ends a worker that does not hear it, and the next request gets a fresh one', async () => {
    const { engine, workers } = bridged({ ...fakeEngine(), analyze: () => new Promise(() => undefined) });
    const control = new AbortController();
    const running = engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), control.signal);
    await started();
    control.abort();
    await expect(running).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers.map((w) => w.ended)).toEqual([true, false]);
    expect(await engine.search('x', null, 1)).toEqual([]);
  });

  it('before anything started, starts nothing', async () => {
    const analyze = vi.fn<Engine['analyze']>();
    const { engine } = bridged({ ...fakeEngine(), analyze });
    await expect(engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(analyze).not.toHaveBeenCalled();
  });
});

describe('a worker in trouble', () => {
  it('that falls silent in the middle of an analysis is ended, with words', async () => {
    const { engine, workers } = bridged({ ...fakeEngine(), analyze: (_b, _p, heard) => { heard.onChart(fakeChart()); return new Promise(() => undefined); } });
    await expect(engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), new AbortController().signal)).rejects.toMatchObject({ message: expect.stringContaining('too long') as string });
    expect(workers.map((w) => w.ended)).toEqual([true, false]);
  });

  it('that dies is told as a fault to everyone waiting, and replaced on the next request', async () => {
    const { engine, workers } = bridged({ ...fakeEngine(), analyze: () => new Promise(() => undefined) });
    const running = engine.analyze(BUNDLE, DEFAULT_POLICY, listener(), new AbortController().signal);
    workers[0]?.die();
    await expect(running).rejects.toBeInstanceOf(EngineFault);
    expect(await engine.search('x', null, 1)).toEqual([]);
    expect(workers.length).toBe(2);
  });
});

function bridged(engine: Engine): ReturnType<typeof bridgedTo> {
  return bridgedTo(Promise.resolve(engine));
}

function bridgedTo(engine: Promise<Engine>): ReturnType<typeof bridgeTo> {
  return bridgeTo(engine, LIMITS);
}

/** Long enough for messages to cross, shorter than every limit. */
function started(): Promise<void> {
  return new Promise((done) => { setTimeout(done, 0); });
}

function listener(hear: (what: string) => void = () => undefined): EngineListener {
  return { onChart: () => hear('chart'), onNote: (_findings, done, total) => hear(`note ${done}/${total}`) };
}
