import codes from 'virtual:codes';
import { tables } from 'virtual:tables';
import { tables as catalogue } from 'virtual:catalogue';
import type { ToWorker } from './messages.ts';
import { EngineFault } from '../app/parts.ts';
import { fetchKnowledge } from '../knowledge/index.ts';
import { serveEngine } from './serve.ts';

const scope = self as unknown as DedicatedWorkerGlobalScope;

/**
 * Everything is asked for with the worker's first lines, side by side: the code sets, the tables and the engine's code, which is
 * a part of its own, so that this one can listen meanwhile. What waits here is told of a failure by `loaded`.
 */
const bytes = fetchKnowledge({ imported: codes });
const loaded = Promise.all([import('./load-engine.ts'), bytes, tables]).then(([{ loadEngine }, knowledge]) => loadEngine(knowledge), () => {
  throw new EngineFault('The code set could not be loaded.', 'Reload the app. If it happens again, the installation is incomplete.');
});
/** Each request hears the failure for itself; this keeps it from also counting as unhandled. */
loaded.catch(() => undefined);
/** Begun here, waited for by what concludes, whose fault it is then. */
catalogue.catch(() => undefined);

// A worker answers its own page: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
const serve = serveEngine(loaded.then(({ engine }) => engine), (message) => scope.postMessage(message), prepareSearch);
scope.addEventListener('message', (event: MessageEvent<ToWorker>) => serve(event.data));

/** What the first search would wait for. */
function prepareSearch(): void {
  void loaded.then(({ terms }) => terms());
}
