import type { FromMeasures, ToMeasures } from './messages.ts';
import { serveMeasures } from './serve.ts';

interface WorkerScope {
  postMessage(message: FromMeasures): void;
  addEventListener(type: 'message', listen: (event: MessageEvent<ToMeasures>) => void): void;
}

const scope = self as unknown as WorkerScope;
// A worker answers its own page: there is no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- see above
const serve = serveMeasures((message) => scope.postMessage(message));
scope.addEventListener('message', (event) => void serve(event.data));
