import codes from 'virtual:codes';
import type { ToWorker } from './messages.ts';
import { createDirectEngine } from '../app/engine.ts';
import { EngineFault } from '../app/parts.ts';
import { loadKnowledge } from '../knowledge/index.ts';
import { serveEngine } from './serve.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/** Loading begins with the worker, so that it runs while the launch completes. */
const knowledge = loadKnowledge({ imported: codes });
const engine = knowledge.then(createDirectEngine, () => {
  throw new EngineFault('The code set could not be loaded.', 'Reload the app. If it happens again, the installation is incomplete.');
});
/** Each request hears the failure for itself; this keeps it from also counting as unhandled. */
engine.catch(() => undefined);

// A worker answers its own page: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
const serve = serveEngine(engine, (message) => scope.postMessage(message), prepareSearch);
scope.addEventListener('message', (event: MessageEvent<ToWorker>) => serve(event.data));

/** What the first search would wait for. */
function prepareSearch(): void {
  void knowledge.then(({ terms }) => terms());
}
