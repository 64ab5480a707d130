import type { WritePlan, WriteReceipt, WriteStep } from '../domain/model/index.ts';
import type { Outbox, OutboxEntry } from '../store/contract.ts';
import type { Clock, Writer } from './parts.ts';
import { doubtful, isOver, receiptsOf, unknown } from './pending.ts';
import { merge, putOffForClaim, sendable } from './receipts.ts';

/** How one sending of an entry ended. */
export type Carried =
  | { readonly kind: 'carried'; readonly entry: OutboxEntry }
  /** Another tab is sending it. */
  | { readonly kind: 'busy' }
  /** Another tab finished it. */
  | { readonly kind: 'gone' };

export interface Errand {
  readonly outbox: Outbox;
  readonly writer: Writer;
  readonly clock: Clock;
  /** Each receipt as it comes, with all that are known by then. */
  readonly onReceipt: (plan: WritePlan, receipts: readonly WriteReceipt[], fresh: WriteReceipt) => void;
  /** Until the log was told of the receipts so far: a receipt that is stored is one that was logged, unless the log itself fails. */
  readonly logged: () => Promise<unknown>;
}

/**
 * Sends what an outbox entry still has to send, so that it may be cut off at any point: what is handed to the network is marked as begun
 * before, each receipt is stored as it comes, what may be written is looked up before it is sent, and the entry goes when every step has its end.
 */
export async function carryOut(entry: OutboxEntry, errand: Errand): Promise<Carried> {
  const { outbox } = errand;
  const carried = await outbox.exclusively(entry.id, async (): Promise<Carried> => {
    const stored = (await outbox.list()).entries.find(({ id }) => id === entry.id);
    if (stored === undefined) return { kind: 'gone' };
    return { kind: 'carried', entry: await settle(await send(await lookUp(stored, errand), errand), outbox) };
  });
  return carried ?? { kind: 'busy' };
}

/** Adds the receipt that a person's hand gave, once no other tab works on the entry: nobody else knows of it. */
export async function addReceipt(entry: OutboxEntry, receipt: WriteReceipt, { outbox, logged }: Pick<Errand, 'outbox' | 'logged'>): Promise<Carried> {
  await logged();
  return outbox.whenFree(entry.id, async (): Promise<Carried> => {
    const stored = (await outbox.list()).entries.find(({ id }) => id === entry.id);
    if (stored === undefined) return { kind: 'gone' };
    const next = withReceipt(stored, receipt);
    if (!isOver(next)) await outbox.put(next);
    return { kind: 'carried', entry: await settle(next, outbox) };
  });
}

async function lookUp(entry: OutboxEntry, errand: Errand): Promise<OutboxEntry> {
  let current: OutboxEntry = { ...entry, receipts: receiptsOf(entry) };
  for (const step of doubtful(entry)) {
    const receipt = await lookUpStep(entry.plan, step, errand);
    current = withReceipt(current, receipt);
    errand.onReceipt(current.plan, current.receipts, receipt);
    await errand.logged();
    await keep(current, errand.outbox);
  }
  return current;
}

async function lookUpStep(plan: WritePlan, step: WriteStep, { writer, clock }: Errand): Promise<WriteReceipt> {
  try {
    return await writer.lookUp(plan, step, NEVER);
  } catch {
    return unknown(step.id, clock.now());
  }
}

async function send(entry: OutboxEntry, errand: Errand): Promise<OutboxEntry> {
  const sent = await sendAll(entry, sendable(entry.plan, entry.receipts), errand);
  const again = putOffForClaim(sent.plan, sent.receipts);
  return sendAll(sent, sendable(sent.plan, sent.receipts).filter(({ id }) => again.includes(id)), errand);
}

async function sendAll(entry: OutboxEntry, steps: readonly WriteStep[], errand: Errand): Promise<OutboxEntry> {
  /** One by one where the server takes no transactions: then only the step under way is in doubt after a cut. */
  const groups = entry.plan.mode === 'transaction' ? [steps] : steps.map((step) => [step]);
  let current = entry;
  for (const group of groups) {
    if (group.length === 0) continue;
    const begun: OutboxEntry = { ...current, begun: [...new Set([...current.begun, ...group.map(({ id }) => id)])] };
    if (!await keep(begun, errand.outbox)) return withUnkept(current, steps, errand);
    current = await sendGroup(begun, group, errand);
  }
  return current;
}

async function sendGroup(entry: OutboxEntry, group: readonly WriteStep[], errand: Errand): Promise<OutboxEntry> {
  let current = entry;
  let kept = Promise.resolve(true);
  const answered = new Set<string>();
  const note = (receipt: WriteReceipt): void => {
    if (answered.has(receipt.step)) return;
    answered.add(receipt.step);
    current = withReceipt(current, receipt);
    errand.onReceipt(current.plan, current.receipts, receipt);
    const next = current;
    /** In order, and not awaited: the step is marked as begun, so a receipt that is lost here is looked up. */
    kept = keepAfter(kept, next, errand);
  };
  try {
    const sent = await errand.writer.send({ ...entry.plan, steps: group }, note, NEVER, entry.receipts);
    for (const receipt of sent) note(receipt);
  } catch {
    /** It may have gone through: what has no receipt is looked up before it is sent again. */
    for (const { id } of group) if (!answered.has(id)) note(unknown(id, errand.clock.now()));
  }
  await kept;
  return current;
}

async function keepAfter(before: Promise<unknown>, entry: OutboxEntry, { logged, outbox }: Errand): Promise<boolean> {
  await before;
  await logged();
  return keep(entry, outbox);
}

/** An entry with an end for every step has served; a removal that fails is made good when the next review opens. */
async function settle(entry: OutboxEntry, outbox: Outbox): Promise<OutboxEntry> {
  if (isOver(entry)) await outbox.remove(entry.id).catch(() => undefined);
  return entry;
}

function withReceipt(entry: OutboxEntry, receipt: WriteReceipt): OutboxEntry {
  return {
    ...entry, receipts: merge(entry.receipts, [receipt]),
    begun: receipt.outcome === 'unknown' ? [...new Set([...entry.begun, receipt.step])] : entry.begun.filter((id) => id !== receipt.step),
  };
}

function withUnkept(entry: OutboxEntry, steps: readonly WriteStep[], { clock, onReceipt }: Errand): OutboxEntry {
  return steps.filter(({ id }) => !entry.receipts.some(({ step, outcome }) => step === id && outcome !== 'skipped')).reduce((current, { id }) => {
    const receipt: WriteReceipt = { step: id, outcome: 'skipped', resource: null, why: UNKEPT, at: clock.now() };
    const next = withReceipt(current, receipt);
    onReceipt(next.plan, next.receipts, receipt);
    return next;
  }, entry);
}

const UNKEPT = 'Not sent: this device could not store that it was about to be sent. Make room on this device, then finish.';

async function keep(entry: OutboxEntry, outbox: Outbox): Promise<boolean> {
  try {
    await outbox.put(entry);
    return true;
  } catch {
    return false;
  }
}

/** Signing and writing are not cancelled half-way: what became of a step is always waited for. */
export const NEVER = new AbortController().signal;
