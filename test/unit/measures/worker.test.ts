import { beforeAll, describe, expect, it } from 'vitest';
import { createMeasuresEngine, type MeasuresWorker } from '../../../src/measures/client.ts';
import type { FromMeasures, ToMeasures } from '../../../src/measures/messages.ts';
import { readPack } from '../../../src/measures/pack/read-pack.ts';
import { evaluatePack } from '../../../src/measures/run.ts';
import { serveMeasures } from '../../../src/measures/serve.ts';
import { NOW, packResources, PERIOD } from '../../measures/packs.ts';
import { generatedChart } from '../../measures/patients.ts';
import { buildMeasuresWorker } from '../../measures/worker-build.ts';

const never = new AbortController().signal;
const chart = (seed: number) => ({ resources: generatedChart(seed), period: PERIOD, now: NOW.toISOString(), incomplete: null, read: null });

/** The serving half in this process; messages are cloned as between page and worker. */
function inProcess(): MeasuresWorker & { ended: boolean } {
  let listen: (message: FromMeasures) => void = () => undefined;
  const serve = serveMeasures((message) => { if (!worker.ended) listen(structuredClone(message)); });
  const worker = { ended: false, post: (message: ToMeasures) => { setTimeout(() => void serve(structuredClone(message))); }, listen: (onMessage: (message: FromMeasures) => void) => { listen = onMessage; }, end: () => { worker.ended = true; } };
  return worker;
}

describe('the measures in their worker', () => {
  it('answer as they do without it, and tell how far they are', async () => {
    const engine = createMeasuresEngine(packResources('diabetes'), inProcess);
    const told: string[] = [];
    const findings = await engine.evaluate(chart(7), never, (done, total) => told.push(`${done}/${total}`));
    expect(findings).toEqual(await evaluatePack(readPack(packResources('diabetes')), generatedChart(7), { period: PERIOD, now: NOW }, never));
    expect(told).toEqual(['1/1']);
  });

  it('end with an abort, and start anew for the next chart', async () => {
    const workers: ReturnType<typeof inProcess>[] = [];
    const engine = createMeasuresEngine(packResources('values'), () => { const worker = inProcess(); workers.push(worker); return worker; });
    const control = new AbortController();
    const cancelled = engine.evaluate(chart(3), control.signal);
    control.abort();
    await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
    await expect(engine.evaluate(chart(3), never)).resolves.toHaveLength(2);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('say what is wrong with a pack', async () => {
    const engine = createMeasuresEngine([{ resourceType: 'ValueSet' }], inProcess);
    await expect(engine.evaluate(chart(1), never)).rejects.toMatchObject({ name: 'PackError', message: expect.stringContaining('no Measure resource') });
  });

  it('do not wait for a worker that died', async () => {
    let die = (): void => undefined;
    const engine = createMeasuresEngine(packResources('values'), () => ({ post: () => undefined, listen: (_, onDeath) => { die = onDeath; }, end: () => undefined }));
    const waiting = engine.evaluate(chart(1), never);
    die();
    await expect(waiting).rejects.toThrow('stopped unexpectedly');
  });
});

describe('the worker as it ships', () => {
  let built: { readonly gzip: number; readonly code: string };
  beforeAll(async () => { built = await buildMeasuresWorker(); }, 60_000);

  it('is not larger than 230 kB after gzip', () => {
    expect(built.gzip).toBeLessThanOrEqual(230_000);
  });

  it('runs without Node and without a DOM, with the answers of the source', async () => {
    const answers: FromMeasures[] = [];
    let hear: (event: { readonly data: ToMeasures }) => void = () => undefined;
    const answered = async (count: number) => { await expect.poll(() => answers.filter(({ kind }) => kind !== 'progress').length, { timeout: 10_000 }).toBe(count); };
    // oxlint-disable-next-line no-implied-eval -- the chunk is run as a worker would run it: with a scope of its own and nothing of Node's
    new Function('self', 'require', 'process', 'Buffer', 'window', 'document', built.code)({ postMessage: (message: FromMeasures) => answers.push(message), addEventListener: (_: string, listen: typeof hear) => { hear = listen; } });
    hear({ data: { kind: 'load', id: 1, resources: packResources('stays') } });
    await answered(1);
    hear({ data: { kind: 'evaluate', id: 2, chart: generatedChart(11), period: PERIOD, now: NOW.toISOString(), incomplete: null, read: null } });
    await answered(2);
    const findings = answers.flatMap((message) => (message.kind === 'findings' ? message.findings : []));
    expect(findings).toEqual(await evaluatePack(readPack(packResources('stays')), generatedChart(11), { period: PERIOD, now: NOW }, never));
  });
});
