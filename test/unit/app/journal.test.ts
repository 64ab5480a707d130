import { expect, it } from 'vitest';
import type { LogEvent } from '../../../src/domain/model/index.ts';
import type { AuditLog } from '../../../src/store/contract.ts';
import { Journal } from '../../../src/app/journal.ts';
import { settle } from './start.ts';

const opened = (suggestion: string): LogEvent => ({ kind: 'evidence-opened', suggestion });

/** Fails once, and lets somebody tell something else so many turns of the microtask queue later. */
function logThatFailsOnce(turns: number, then: () => void) {
  const stored: string[] = [];
  let failed = false;
  const append: AuditLog['append'] = async (_about, events) => {
    if (!failed) {
      failed = true;
      void (async () => { for (let turn = 0; turn < turns; turn += 1) await Promise.resolve(); then(); })();
      throw new Error('No room.');
    }
    await settle();
    stored.push(...events.map((event) => (event.kind === 'evidence-opened' ? event.suggestion : event.kind)));
    return [];
  };
  return { stored, log: { append } as unknown as AuditLog };
}

it.each(Array.from({ length: 12 }, (_, turns) => turns))('what must stand in the log first is said to stand there only where it does, whoever tries again meanwhile (%d turns later)', async (turns) => {
  const { stored, log } = logThatFailsOnce(turns, () => { journal.tell(opened('other')); });
  const journal: Journal = new Journal(log, { who: 'Practitioner/p1', patient: 'p1', encounter: 'e1' }, { now: () => '2026-11-20T12:00:00Z' });
  const stands = await journal.first(opened('signed'));
  await settle();
  await journal.settled();
  expect(stored.filter((one) => one === 'signed')).toHaveLength(stands ? 1 : 0);
  expect(stored.filter((one) => one === 'other')).toHaveLength(1);
});
