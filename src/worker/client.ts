import type { CodeEntry } from '../domain/model/index.ts';
import type { Engine, EngineListener } from '../app/parts.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { EngineFault } from '../app/parts.ts';

/** The page's end of a worker: the part of `Worker` that the bridge uses. */
export interface EngineWorker {
  post(message: ToWorker): void;
  listen(onMessage: (message: FromWorker) => void, onDeath: () => void): void;
  end(): void;
}

export interface WorkerLimits {
  /** Milliseconds from a cancel to termination, where the cancel is not heard (one note is taking long). */
  readonly cancelGrace: number;
  /** Milliseconds without any sign from a started analysis before it is ended. */
  readonly silence: number;
}

/**
 * The engine in a module worker, started at once. A cancel is sent as a message; a worker that does not hear it,
 * or says nothing for too long, is ended and replaced by a fresh one.
 */
export function createWorkerEngine(
  spawn: () => EngineWorker = spawnWorker, limits: WorkerLimits = { cancelGrace: 1_000, silence: 60_000 },
): Engine {
  return new WorkerBridge(spawn, limits);
}

interface Waiting {
  onMessage(message: FromWorker): void;
  onLost(fault: EngineFault): void;
}

class WorkerBridge implements Engine {
  readonly #spawn: () => EngineWorker;
  readonly #limits: WorkerLimits;
  readonly #waiting = new Map<number, Waiting>();
  #worker: EngineWorker | null;
  #lastId = 0;

  constructor(spawn: () => EngineWorker, limits: WorkerLimits) {
    this.#spawn = spawn;
    this.#limits = limits;
    this.#worker = this.#start();
  }

  analyze: Engine['analyze'] = (bundle, policy, listener, signal) => {
    if (signal.aborted) return Promise.reject(cancelled());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      let watch: ReturnType<typeof setTimeout> | undefined;
      const end = (): void => {
        clearTimeout(watch);
        signal.removeEventListener('abort', onAbort);
        this.#waiting.delete(id);
      };
      const giveUpAfter = (milliseconds: number, fault: EngineFault): void => {
        clearTimeout(watch);
        watch = setTimeout(() => this.#replace(fault), milliseconds);
      };
      const onAbort = (): void => {
        this.#worker?.post({ kind: 'cancel', id });
        giveUpAfter(this.#limits.cancelGrace, LOST);
      };
      this.#waiting.set(id, {
        onMessage: (message) => {
          if (!signal.aborted) giveUpAfter(this.#limits.silence, TOO_LONG);
          if (message.kind === 'analyzed') { end(); resolve({ chart: message.chart, analysis: message.analysis }); return; }
          if (message.kind === 'cancelled') { end(); reject(cancelled()); return; }
          if (message.kind === 'fault') { end(); reject(new EngineFault(message.message, message.whatToDo)); return; }
          if (!signal.aborted) tell(listener, message);
        },
        onLost: (fault) => { end(); reject(signal.aborted ? cancelled() : fault); },
      });
      signal.addEventListener('abort', onAbort);
      this.#post({ kind: 'analyze', id, bundle, policy });
    });
  };

  search: Engine['search'] = (words, serviceDate, limit) => {
    const id = ++this.#lastId;
    return new Promise<readonly CodeEntry[]>((resolve, reject) => {
      this.#waiting.set(id, {
        onMessage: (message) => {
          this.#waiting.delete(id);
          if (message.kind === 'entries') resolve(message.entries);
          if (message.kind === 'fault') reject(new EngineFault(message.message, message.whatToDo));
        },
        onLost: (fault) => { this.#waiting.delete(id); reject(fault); },
      });
      this.#post({ kind: 'search', id, words, serviceDate, limit });
    });
  };

  close(): void {
    this.#end(LOST);
  }

  #post(message: ToWorker): void {
    this.#worker ??= this.#start();
    this.#worker.post(message);
  }

  #start(): EngineWorker {
    const worker = this.#spawn();
    worker.listen((message) => this.#waiting.get(message.id)?.onMessage(message), () => this.#end(LOST));
    return worker;
  }

  #replace(fault: EngineFault): void {
    this.#end(fault);
    this.#worker = this.#start();
  }

  #end(fault: EngineFault): void {
    this.#worker?.end();
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.onLost(fault);
  }
}

const LOST = new EngineFault('The analysis stopped unexpectedly.', 'Try again; nothing was written.');
const TOO_LONG = new EngineFault('The analysis took too long and was ended.', 'Try again. If it stops at the same note, review that note by hand.');

function tell(listener: EngineListener, message: FromWorker): void {
  if (message.kind === 'chart') listener.onChart(message.chart);
  if (message.kind === 'note') listener.onNote(message.findings, message.done, message.total);
}

function cancelled(): DOMException {
  return new DOMException('The analysis was cancelled.', 'AbortError');
}

function spawnWorker(): EngineWorker {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  return {
    // A worker has no origin to name: the rule means windows.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onDeath) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => onMessage(event.data));
      worker.addEventListener('error', (event) => { event.preventDefault(); onDeath(); });
      worker.addEventListener('messageerror', onDeath);
    },
    end: () => worker.terminate(),
  };
}
