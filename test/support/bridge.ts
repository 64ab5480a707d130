import type { Engine } from '../../src/app/parts.ts';
import type { EngineWorker, WorkerLimits } from '../../src/worker/client.ts';
import { createWorkerEngine } from '../../src/worker/client.ts';
import type { FromWorker, ToWorker } from '../../src/worker/messages.ts';
import { serveEngine } from '../../src/worker/serve.ts';

export interface PlayedWorker extends EngineWorker { ended: boolean; die(): void }

/** The real client and the real worker side, with messages cloned between them as a worker would. */
export function bridged(engine: Engine | Promise<Engine>, limits: WorkerLimits): { engine: Engine; workers: PlayedWorker[] } {
  const served = Promise.resolve(engine);
  served.catch(() => undefined);
  const workers: PlayedWorker[] = [];
  const spawn = (): PlayedWorker => {
    let hear: ((message: FromWorker) => void) | null = null;
    const serve = serveEngine(served, (message) => queueMicrotask(() => { if (!worker.ended) hear?.(structuredClone(message)); }));
    const worker: PlayedWorker = {
      ended: false, die: () => undefined,
      post: (message: ToWorker) => { const cloned = structuredClone(message); queueMicrotask(() => { if (!worker.ended) serve(cloned); }); },
      listen: (onMessage, onDeath) => { hear = onMessage; worker.die = onDeath; },
      end: () => { worker.ended = true; },
    };
    workers.push(worker);
    return worker;
  };
  return { engine: createWorkerEngine(spawn, limits), workers };
}
