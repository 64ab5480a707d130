import type { Instant } from '../domain/model/index.ts';
import type { KeptReview, ReviewMemory } from './contract.ts';
import type { Records } from './records.ts';
import type { Sealer } from './sealer.ts';
import type { Signals } from './signals.ts';

/** What was decided and not signed, by encounter. */
export function createReviewMemory({ records, sealer, signals, name, now }: {
  readonly records: Records;
  readonly sealer: Sealer;
  readonly signals: Signals;
  readonly name: (id: string) => string;
  readonly now: () => Instant;
}): ReviewMemory {
  async function load(encounter: string): Promise<KeptReview | null> {
    const id = name(encounter);
    const box = await records.get('review', id);
    return box === undefined ? null : await sealer.open('review', id, box) as KeptReview;
  }
  async function tell(encounter: string, heard: (kept: KeptReview) => void): Promise<void> {
    /** Where it cannot be read, whoever loads it next is told; here nobody has asked. */
    const kept = await load(encounter).catch(() => null);
    if (kept !== null) heard(kept);
  }
  return {
    load,
    async save(encounter, kept) {
      const id = name(encounter);
      await records.put('review', id, await sealer.seal('review', id, kept, now()));
      signals.tell({ kind: 'review', name: id });
    },
    onChange: (encounter, heard) => signals.listen((signal) => {
      if (signal.kind === 'review' && signal.name === name(encounter)) void tell(encounter, heard);
    }),
  };
}

/** Reviews last saved more than so many days ago: their encounters are long coded. The outbox and the log do not go by age. */
export async function forgetOldReviews(records: Records, now: Instant, days: number): Promise<void> {
  const before = Date.parse(now) - days * 24 * 60 * 60 * 1000;
  const old = (await records.list('review')).filter(({ box }) => Date.parse(box.at) < before);
  if (old.length > 0) await records.remove('review', old.map(({ id }) => id));
}
