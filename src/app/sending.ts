import type { SignedItem, StepId, WritePlan, WriteReceipt } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Carried } from './carry-out.ts';
import type { ReviewParts } from './review-line.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';
import { writeEvent } from '../domain/audit/index.ts';
import { reopen } from '../domain/review/index.ts';
import { anchor } from './anchoring.ts';
import { addReceipt, carryOut } from './carry-out.ts';
import { filedProposals } from './filed-proposals.ts';
import { foundBy, handOut } from './hand-out.ts';
import { keepReview, unfinishedOf, withLedger } from './open-review.ts';
import { isOver, receiptsOf } from './pending.ts';
import { followed } from './receipts.ts';
import { signedItems, withTargets } from './signed-items.ts';

/** Carries out what was signed, shows each receipt, and anchors the log after. Goes on where the screen is locked meanwhile. */
export class Sending {
  readonly #parts: Pick<ReviewParts, 'clock' | 'handOver'>;
  readonly #stage: Stage;
  #behind: Promise<void> = Promise.resolve();

  constructor(parts: Pick<ReviewParts, 'clock' | 'handOver'>, stage: Stage) {
    this.#parts = parts;
    this.#stage = stage;
  }

  /** Until nothing is under way any more: no request, no anchor. */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | null = null; seen !== this.#behind;) await (seen = this.#behind);
  }

  /** Runs beside the screen, in order, and never fails. */
  behind(work: () => Promise<void>): void {
    this.#behind = this.#behind.then(work).catch(() => undefined);
  }

  /** @param entry stands in the outbox */
  async send(visit: Visit, entry: OutboxEntry): Promise<void> {
    const done = this.#carry(visit, entry);
    this.behind(async () => { await done; });
    await done;
    this.behind(() => this.anchor(visit));
  }

  async handOver(visit: Visit, id: StepId): Promise<void> {
    const { state } = this.#stage;
    if (state.phase !== 'done') return;
    const entry = visit.here.find((one) => one.id === state.plan.event);
    const writer = await visit.writer;
    if (entry === undefined) return;
    await this.#end(visit, entry, await handOut({ ...entry, receipts: receiptsOf(entry) }, id, this.#parts, visit.session, writer));
  }

  async foundInEhr(visit: Visit, id: StepId): Promise<void> {
    const { state } = this.#stage;
    const entry = state.phase === 'done' ? visit.here.find((one) => one.id === state.plan.event) : undefined;
    if (entry !== undefined) await this.#end(visit, entry, foundBy({ ...entry, receipts: receiptsOf(entry) }, id, this.#parts.clock.now()));
  }

  /** A step's end by a person's word. */
  async #end(visit: Visit, entry: OutboxEntry, receipt: WriteReceipt | null): Promise<void> {
    if (receipt === null) return;
    this.#log(visit, entry.plan, receipt);
    const carried = await addReceipt(entry, receipt, { outbox: visit.vault.outbox, logged: () => visit.journal.settled() }).catch(() => null);
    this.#finish(visit, entry, carried ?? STUCK);
  }

  async anchor(visit: Visit): Promise<void> {
    const writer = await visit.writer.catch(() => null);
    if (writer !== null) await anchor(visit, writer, this.#parts.clock);
  }

  async #carry(visit: Visit, entry: OutboxEntry): Promise<void> {
    this.#show(visit, entry.plan, receiptsOf(entry));
    const writer = await visit.writer;
    const carried = await carryOut(entry, {
      outbox: visit.vault.outbox, writer, clock: this.#parts.clock,
      onReceipt: (plan, receipts, fresh) => {
        this.#log(visit, plan, fresh);
        this.#show(visit, plan, receipts);
      },
      logged: () => visit.journal.settled(),
    }).catch(() => null);
    this.#finish(visit, entry, carried ?? STUCK);
  }

  #show(visit: Visit, plan: WritePlan, receipts: readonly WriteReceipt[]): void {
    const open = this.#stage.open(visit);
    if (open !== null) this.#stage.go({ phase: 'writing', open, plan, receipts });
  }

  #log(visit: Visit, plan: WritePlan, receipt: WriteReceipt): void {
    const step = plan.steps.find(({ id }) => id === receipt.step);
    if (step !== undefined) visit.journal.tell(writeEvent(plan, step, receipt));
  }

  #finish(visit: Visit, before: OutboxEntry, carried: Carried | typeof STUCK): void {
    const now = carried.kind === 'carried' ? carried.entry : before;
    const receipts = receiptsOf(now);
    const isGone = carried.kind === 'gone' || isOver(now);
    visit.here = visit.here.flatMap((one) => (one.id !== now.id ? [one] : isGone ? [] : [now]));
    void visit.keeper.keepSigned(withTargets(signedIn(now), now.plan, receipts), filedProposals(now.plan, receipts));
    const open = this.#stage.open(visit);
    if (open === null) return;
    const notices = carried.kind === 'carried' ? open.notices : [...open.notices, NOTICES[carried.kind]];
    const next = { ...withLedger(open, followed(open.ledger, receipts)), unfinished: unfinishedOf(visit.here), notices };
    keepReview(visit, next);
    this.#stage.go({ phase: 'done', open: next, plan: now.plan, receipts });
  }
}

const STUCK = { kind: 'stuck' } as const;

const NOTICES: Readonly<Record<Exclude<Carried['kind'], 'carried'> | 'stuck', string>> = {
  busy: 'Another tab is sending what you signed here. Look there how it ends.',
  gone: 'Another tab finished what you signed here. Read the record again to see it.',
  stuck: 'What you signed could not be read from this device, so nothing was sent. It is kept. Try again.',
};

function signedIn({ plan, sealed }: OutboxEntry): readonly SignedItem[] {
  if (plan.purpose !== 'countersign') return [];
  const opened = reopen(sealed);
  return opened.ok ? signedItems(opened.attestation) : [];
}
