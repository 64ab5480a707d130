import type { LogEvent, SuggestionId } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Visit } from './visit.ts';
import { heldBackEvent } from '../domain/audit/index.ts';

/**
 * What was signed stands in the log, then in the outbox, before anything of it may be sent. Where it could not be stored, the log is told of
 * each of `subjects` that it was held back.
 */
export async function secure({ vault, journal }: Visit, event: LogEvent, entry: OutboxEntry, subjects: readonly string[]): Promise<'secured' | 'not-logged' | 'not-stored'> {
  if (!await journal.settled() || !await journal.first(event)) return 'not-logged';
  try {
    await vault.outbox.put(entry);
    return 'secured';
  } catch {
    journal.tell(...subjects.map((subject) => heldBackEvent(subject as SuggestionId, 'not-stored')));
    return 'not-stored';
  }
}
