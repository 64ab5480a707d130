import type { LogEvent } from '../domain/model/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { Vault } from '../store/contract.ts';
import type { ReadRecord } from './reading.ts';
import type { ReviewParts } from './review-line.ts';
import type { Stopped, Where } from './review-state.ts';
import type { Sending } from './sending.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';
import type { Writer } from './parts.ts';
import { UNNAMED } from '../domain/model/index.ts';
import { reviewClosedEvent, reviewOpenedEvent } from '../domain/audit/index.ts';
import { byOtherTab } from './elsewhere.ts';
import { Journal } from './journal.ts';
import { Keeper } from './keeper.ts';
import { keptBefore, openReview, unfinishedOf } from './open-review.ts';
import { sortOut } from './pending.ts';
import { startMeasuring } from './measuring.ts';
import { readRecord } from './reading.ts';
import { remaining } from './receipts.ts';
import { stopped } from './trouble.ts';
import { bringPlans } from './planning.ts';
import { StoreFault } from '../store/contract.ts';

/** Into a review and out of it: launching, reading, opening, locking, signing out. */
export class Entering {
  readonly #parts: ReviewParts;
  readonly #stage: Stage;
  readonly #sending: Sending;
  #control = new AbortController();
  #session: Session | null = null;
  #vault: { readonly session: Session; readonly vault: Promise<Vault> } | null = null;

  constructor(parts: ReviewParts, stage: Stage, sending: Sending) {
    this.#parts = parts;
    this.#stage = stage;
    this.#sending = sending;
  }

  async launch(): Promise<void> {
    const { signal } = this.#control = new AbortController();
    this.#stage.go({ phase: 'launching' });
    try {
      const session = await this.#parts.connect(signal);
      if (signal !== this.#control.signal) return;
      this.#session = session;
      const { patient, encounter } = session;
      if (patient === null || encounter === null) { this.#stage.go({ phase: 'picking', session }); return; }
      await this.read(session, { patient, encounter });
    } catch (error) {
      this.#stop('launching', error, signal);
    }
  }

  cancel(): void {
    const { phase } = this.#stage.state;
    if (phase === 'reading' || phase === 'analysing') this.#control.abort();
  }

  again(): void {
    const { state } = this.#stage;
    if (state.phase === 'stopped') void (state.resume === null ? this.launch() : this.read(state.resume.session, state.resume.where));
    if (state.phase === 'reviewing' || state.phase === 'countersigning' || state.phase === 'asking' || state.phase === 'done') void this.read(state.open.session, state.open.where);
  }

  async read(session: Session, where: Where): Promise<void> {
    const before = this.#stage.visit;
    this.#leave('left');
    const { signal } = this.#control = new AbortController();
    const writer = this.#writerOf(session, signal);
    /** Heard again when the review opens; this keeps a failure during the reading from counting as unhandled. */
    writer.catch(() => undefined);
    try {
      this.#stage.go({ phase: 'reading', session, where, progress: null });
      await before?.keeper.settled();
      const vault = await this.#vaultOf(session);
      /** Before the record: what another tab signs while it is read is news then, whether the record shows it or not. */
      const keeper = this.#keeperOf(session, where, vault);
      const kept = await keptBefore(keeper);
      signal.throwIfAborted();
      const record = await readRecord(this.#parts, session, where, (state) => this.#stage.go(state), signal);
      const visit = this.#visitOf(session, where, vault, writer, keeper, record);
      const open = await openReview(visit, { ...record, kept, writer: await writer.catch(() => null), policy: this.#parts.policy });
      signal.throwIfAborted();
      this.#stage.enter(visit);
      this.#stage.go({ phase: 'reviewing', open });
      visit.journal.tell(reviewOpenedEvent(record.chart, record.analysis));
      this.#listen(visit);
      visit.measuring = startMeasuring(visit, record, this.#parts, this.#stage);
    } catch (error) {
      this.#stop(this.#stage.state.phase === 'reading' ? 'reading' : 'analysing', error, signal, { session, where });
    }
  }

  async #writerOf(session: Session, signal: AbortSignal): Promise<Writer> {
    const [writer] = await Promise.all([this.#parts.writer(session, signal), bringPlans()]);
    return writer;
  }

  /** The record goes from memory and screen at once; what is being sent is waited for, then the token goes, too. With no visit to come back to, it is a sign-out. */
  lock(): void {
    const { state } = this.#stage;
    if (state.phase === 'picking') { void this.signOut(); return; }
    const resume = 'open' in state ? state.open : 'where' in state ? state : state.phase === 'stopped' ? state.resume : null;
    if (resume === null) return;
    const { session, where } = resume;
    this.#end('locked', session);
    this.#stage.go({ phase: 'locked', userName: session.user.name, resume: { ehr: session.ehr, where } });
  }

  async signOut(): Promise<void> {
    const session = this.#session;
    if (session === null) return;
    const unsent = await this.unsent().catch((): 'cannot-tell' => 'cannot-tell');
    this.#end('signed-out', session);
    this.#stage.go({ phase: 'signed-out', unsent });
    await this.#sending.settled();
  }

  /** @throws StoreFault where the outbox, or an entry of it, cannot be read */
  async unsent(): Promise<number> {
    const vault = await this.#vault?.vault;
    const { entries, damaged } = await vault?.outbox.list() ?? { entries: [], damaged: 0 };
    if (damaged > 0) throw new StoreFault('damaged', 'Something signed on this device cannot be read, so nobody can tell whether it has its end.');
    return entries.reduce((sum, { plan, receipts }) => sum + remaining(plan, receipts).length, 0);
  }

  exportLog(): AsyncIterable<string> | null {
    const vault = this.#vault?.vault;
    return vault === undefined ? null : exported(vault, this.#stage.visit, this.#parts.clock.now());
  }

  #end(how: 'locked' | 'signed-out', session: Session): void {
    const { visit } = this.#stage;
    const held = this.#vault;
    this.#leave(how);
    this.#control.abort();
    this.#control = new AbortController();
    this.#session = null;
    this.#vault = null;
    if (visit !== null) this.#sending.behind(() => this.#sending.anchor(visit));
    this.#sending.behind(async () => {
      await visit?.keeper.settled();
      await visit?.journal.settled();
      await session.signOut();
    });
    this.#sending.behind(async () => (await held?.vault)?.close());
  }

  #leave(how: Extract<LogEvent, { kind: 'review-closed' }>['how']): void {
    this.#stage.visit?.journal.tell(reviewClosedEvent(how));
    this.#stage.leave();
  }

  /** One vault a session: it tells one tab's changes from another's. */
  #vaultOf(session: Session): Promise<Vault> {
    if (this.#vault?.session === session) return this.#vault.vault;
    const vault = this.#parts.vault(session.ehr, session.user);
    this.#vault = { session, vault };
    /** The next reading tries again. */
    vault.catch(() => { if (this.#vault?.vault === vault) this.#vault = null; });
    return vault;
  }

  #keeperOf({ ehr, user }: Session, where: Where, vault: Vault): Keeper {
    const keeper: Keeper = new Keeper({
      vault, store: user.reference === UNNAMED ? null : this.#parts.store, ehr, user: user.reference, encounter: where.encounter,
      onTrouble: () => {
        const { visit } = this.#stage;
        if (visit?.keeper === keeper) this.#stage.update(visit, (open) => ({ ...open, notices: [...open.notices, NOT_KEPT], remembering: { ...open.remembering, unsigned: 'nowhere' } }));
      },
    });
    return keeper;
  }

  #visitOf(session: Session, where: Where, vault: Vault, writer: Promise<Writer>, keeper: Keeper, { chart, known }: ReadRecord): Visit {
    const about = { who: session.user.reference, patient: where.patient, encounter: where.encounter };
    return {
      session, where, vault, writer, keeper, known, about: { patient: chart.patient.source.reference, encounter: { ...chart.encounter.source, version: null } },
      journal: new Journal(vault.log, about, this.#parts.clock), shown: new Set(), here: [], signedOn: false, asked: new Set(), measuring: null, end: () => undefined,
    };
  }

  /** Hears what other tabs of this person do, as long as the review lies open. */
  #listen(visit: Visit): void {
    const ends = [
      visit.keeper.onChange((decided, signed) => this.#stage.update(visit, (open) => {
        const others = [...open.elsewhere].filter(([, { by }]) => by === 'another-person');
        return { ...open, elsewhere: new Map([...others, ...byOtherTab(open.analysis.suggestions, decided, signed)]) };
      })),
      visit.vault.outbox.onChange(() => void this.#lookIntoOutbox(visit)),
      () => visit.measuring?.end(),
    ];
    visit.end = () => { for (const end of ends) end(); };
  }

  async #lookIntoOutbox(visit: Visit): Promise<void> {
    const listed = await visit.vault.outbox.list().catch(() => null);
    const { phase } = this.#stage.state;
    if (listed === null || phase === 'writing' || !this.#stage.isOpen(visit)) return;
    const { here, elsewhere } = sortOut(listed, visit.where, visit.session.user, this.#parts.policy);
    visit.here = here;
    this.#stage.update(visit, (open) => ({ ...open, unfinished: unfinishedOf(here), waitingElsewhere: elsewhere }));
  }

  #stop(at: Stopped['at'], error: unknown, signal: AbortSignal, resume: Stopped['resume'] = null): void {
    if (signal === this.#control.signal) this.#stage.go({ ...stopped(at, error, signal.aborted), resume });
  }
}

async function* exported(vault: Promise<Vault>, visit: Visit | null, at: string): AsyncIterable<string> {
  await visit?.journal.settled();
  yield* (await vault).log.export(at);
}

const NOT_KEPT = 'This device could not keep your decisions: a reload would lose them.';
