import type { AttestationId, Chart, Instant, Person, ServerProfile, WritePlan } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Clock, Ids } from './parts.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';

/** What every plan that takes back something of one's own is made for. */
export interface Cancelling {
  readonly who: Person;
  readonly at: Instant;
  readonly id: string;
  readonly chart: Chart;
  readonly profile: ServerProfile;
}

/** In the outbox before it is sent, as a signature is; no sealed event stands behind it. Null where there is nothing to send, or no log. */
export async function storeCancelling(
  visit: Visit, stage: Stage, { clock, ids }: { readonly clock: Clock; readonly ids: Ids }, planOf: (cancelling: Cancelling) => WritePlan,
): Promise<OutboxEntry | null> {
  const open = stage.open(visit);
  if (open === null || !await visit.journal.settled()) return null;
  const { profile } = await visit.writer;
  const id = ids.next() as AttestationId;
  const at = clock.now();
  const plan = planOf({ who: open.session.user, at, id, chart: open.chart, profile });
  if (plan.steps.length === 0) return null;
  const entry: OutboxEntry = { id, ...open.where, plan, receipts: [], begun: [], at, sealed: null };
  await visit.vault.outbox.put(entry);
  return entry;
}
