import type { Engine } from '../app/parts.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { EngineFault } from '../app/parts.ts';

/** Milliseconds from the first result to what may wait: the page has it on the screen by then. */
const CALM = 300;

/**
 * The worker's side of the bridge. `engine` may still be loading: requests wait for it, a cancel is heard meanwhile.
 * `later` is called once, a moment after the first result: for what would have delayed it.
 */
export function serveEngine(engine: Promise<Engine>, answer: (message: FromWorker) => void, later: () => void = () => undefined): (message: ToWorker) => void {
  const running = new Map<number, AbortController>();
  let analysed = false;
  const answerAnalysis = (message: FromWorker): void => {
    answer(message);
    if (message.kind !== 'analyzed' || analysed) return;
    analysed = true;
    setTimeout(later, CALM);
  };
  return (message) => {
    switch (message.kind) {
      case 'cancel':
        running.get(message.id)?.abort();
        return;
      case 'search':
        void search(engine, message, answer);
        return;
      case 'analyze': {
        const control = new AbortController();
        running.set(message.id, control);
        void analyze(engine, message, answerAnalysis, control.signal).finally(() => running.delete(message.id));
      }
    }
  };
}

async function analyze(
  engine: Promise<Engine>, { id, bundle, policy }: ToWorker & { kind: 'analyze' }, answer: (message: FromWorker) => void, signal: AbortSignal,
): Promise<void> {
  try {
    const ready = await engine;
    signal.throwIfAborted();
    answer({ kind: 'started', id });
    const { chart, analysis } = await ready.analyze(bundle, policy, {
      onChart: (read) => answer({ kind: 'chart', id, chart: read }),
      onNote: (findings, done, total) => answer({ kind: 'note', id, findings, done, total }),
    }, signal);
    answer({ kind: 'analyzed', id, chart, analysis });
  } catch (error) {
    answer(signal.aborted ? { kind: 'cancelled', id } : fault(id, error));
  }
}

async function search(
  engine: Promise<Engine>, { id, words, serviceDate, limit }: ToWorker & { kind: 'search' }, answer: (message: FromWorker) => void,
): Promise<void> {
  try {
    const ready = await engine;
    answer({ kind: 'entries', id, entries: await ready.search(words, serviceDate, limit) });
  } catch (error) {
    answer(fault(id, error));
  }
}

/** Only our own faults travel in words: any other message could hold text of a note. */
function fault(id: number, error: unknown): FromWorker {
  if (error instanceof EngineFault) return { kind: 'fault', id, message: error.message, whatToDo: error.whatToDo };
  return { kind: 'fault', id, message: 'The analysis stopped on something it did not expect.', whatToDo: 'Try again. What was read is kept by the EHR; nothing was written.' };
}
