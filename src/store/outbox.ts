import type { Outbox, OutboxEntry } from './contract.ts';
import { StoreFault } from './contract.ts';
import type { OneAtATime } from './exclusive.ts';
import type { Kept, Records } from './records.ts';
import type { Sealer } from './sealer.ts';
import type { Signals } from './signals.ts';

/** Signed plans until every step has an end. Nothing here goes by age. */
export function createOutbox({ records, sealer, signals, name, oneAtATime }: {
  readonly records: Records;
  readonly sealer: Sealer;
  readonly signals: Signals;
  readonly name: (id: string) => string;
  readonly oneAtATime: OneAtATime;
}): Outbox {
  return {
    async put(entry) {
      const id = name(entry.id);
      await records.put('outbox', id, await sealer.seal('outbox', id, entry, entry.at));
      signals.tell({ kind: 'outbox' });
    },
    async list() {
      const opened = await Promise.all((await records.list('outbox')).map((kept) => entryIn(kept, sealer)));
      const entries = opened.filter((entry) => entry !== null);
      return { entries: entries.toSorted(oldestFirst), damaged: opened.length - entries.length };
    },
    async remove(id) {
      await records.remove('outbox', [name(id)]);
      signals.tell({ kind: 'outbox' });
    },
    exclusively: (id, work) => oneAtATime.exclusively(name(id), work),
    whenFree: (id, work) => oneAtATime.whenFree(name(id), work),
    onChange: (heard) => signals.listen(({ kind }) => {
      if (kind === 'outbox') heard();
    }),
  };
}

/** Null for one that is damaged: it is counted, and kept. */
async function entryIn({ id, box }: Kept, sealer: Sealer): Promise<OutboxEntry | null> {
  try {
    return await sealer.open('outbox', id, box) as OutboxEntry;
  } catch (cause) {
    if (cause instanceof StoreFault && cause.kind === 'damaged') return null;
    throw cause;
  }
}

/** By time, not by text: instants may carry different offsets. */
function oldestFirst(one: OutboxEntry, other: OutboxEntry): number {
  return Date.parse(one.at) - Date.parse(other.at) || (one.id < other.id ? -1 : 1);
}
