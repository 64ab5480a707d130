import type { FromMeasures, ToMeasures } from './messages.ts';
import { PackError, type Pack } from './model.ts';
import { readPack } from './pack/read-pack.ts';
import { evaluatePack } from './run.ts';

/** The worker's side of the bridge. There is no cancel: the engine hears nothing while it calculates, so the page ends the worker. */
export function serveMeasures(answer: (message: FromMeasures) => void): (message: ToMeasures) => Promise<void> {
  let pack: Pack | null = null;
  return async (message) => {
    const { id } = message;
    try {
      if (message.kind === 'load') {
        pack = readPack(message.resources);
        answer({ kind: 'loaded', id, measures: pack.measures.map((measure) => ({ id: measure.id, title: measure.title, problem: measure.problem })), warnings: pack.warnings });
        return;
      }
      if (pack === null) throw new PackError('No measure pack is loaded.');
      const options = { period: message.period, now: new Date(message.now), ...(message.incomplete === null ? {} : { incomplete: message.incomplete }), ...(message.read === null ? {} : { read: message.read }) };
      const findings = await evaluatePack(pack, message.chart, options, new AbortController().signal, (done, total) => answer({ kind: 'progress', id, done, total }));
      answer({ kind: 'findings', id, findings });
    } catch (failure) {
      // Any other message could hold the patient's data.
      answer({ kind: 'fault', id, message: failure instanceof PackError ? failure.message : 'The measures stopped on something they did not expect.' });
    }
  };
}
