import type { GapFinding } from '../domain/model/index.ts';
import type { FromMeasures, ToMeasures } from './messages.ts';
import { PackError, type FhirResource, type MeasurementPeriod } from './model.ts';

/** The page's end of the measures' worker: the part of `Worker` that the bridge uses. */
export interface MeasuresWorker {
  post(message: ToMeasures): void;
  listen(onMessage: (message: FromMeasures) => void, onDeath: () => void): void;
  end(): void;
}

export interface ChartToMeasure {
  readonly resources: readonly FhirResource[];
  readonly period: MeasurementPeriod;
  /** ISO moment that `Now()` and `Today()` mean. */
  readonly now: string;
  /** Why the chart may not be whole; null where it is. Then no gap is called open. */
  readonly incomplete: string | null;
  /** The kinds of resource that were read whole: a measure that asks for another cannot tell. Null: all. */
  readonly read: readonly string[] | null;
}

export interface MeasuresEngine {
  /**
   * The care gaps of one chart by the measures of the pack. The worker (some 220 kB) is fetched at the first call. An abort ends the worker;
   * the next call starts a fresh one.
   * @throws PackError where the pack cannot be used · DOMException AbortError
   */
  evaluate(chart: ChartToMeasure, signal: AbortSignal, onProgress?: (done: number, total: number) => void): Promise<readonly GapFinding[]>;
  close(): void;
}

/** @param pack Measure, Library and ValueSet resources, single or in Bundles */
export function createMeasuresEngine(pack: readonly FhirResource[], spawn: () => MeasuresWorker = spawnWorker): MeasuresEngine {
  let worker: MeasuresWorker | null = null;
  let lastId = 0;
  const waiting = new Map<number, { onMessage(message: FromMeasures): void; onLost(fault: Error): void }>();
  const close = (fault: Error = new PackError(LOST)): void => {
    worker?.end();
    worker = null;
    const lost = [...waiting.values()];
    waiting.clear();
    for (const each of lost) each.onLost(fault);
  };
  const started = (): MeasuresWorker => {
    if (worker !== null) return worker;
    worker = spawn();
    worker.listen((message) => waiting.get(message.id)?.onMessage(message), () => close());
    const loading = lastId += 1;
    waiting.set(loading, { onMessage: (message) => { waiting.delete(loading); if (message.kind === 'fault') close(new PackError(message.message)); }, onLost: () => undefined });
    worker.post({ kind: 'load', id: loading, resources: pack });
    return worker;
  };
  const onAbort = (): void => close(cancelled());
  return {
    evaluate: ({ resources, ...about }, signal, onProgress = () => undefined) => new Promise((resolve, reject) => {
      if (signal.aborted) { reject(cancelled()); return; }
      const running = started();
      const id = lastId += 1;
      const end = (): void => { waiting.delete(id); signal.removeEventListener('abort', onAbort); };
      waiting.set(id, {
        onMessage: (message) => {
          if (message.kind === 'progress') onProgress(message.done, message.total);
          if (message.kind === 'findings') { end(); resolve(message.findings); }
          if (message.kind === 'fault') { end(); reject(new PackError(message.message)); }
        },
        onLost: (fault) => { end(); reject(fault); },
      });
      signal.addEventListener('abort', onAbort);
      running.post({ kind: 'evaluate', id, chart: resources, ...about });
    }),
    close: () => close(),
  };
}

const LOST = 'The measures stopped unexpectedly. Try again; nothing was written.';

function cancelled(): DOMException {
  return new DOMException('The measures were cancelled.', 'AbortError');
}

function spawnWorker(): MeasuresWorker {
  const worker = new Worker(new URL('./measure.worker.ts', import.meta.url), { type: 'module', name: 'measures' });
  return {
    // A worker has no origin to name: the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onDeath) => {
      worker.addEventListener('message', (event: MessageEvent<FromMeasures>) => onMessage(event.data));
      worker.addEventListener('error', (event) => { event.preventDefault(); onDeath(); });
      worker.addEventListener('messageerror', onDeath);
    },
    end: () => worker.terminate(),
  };
}
