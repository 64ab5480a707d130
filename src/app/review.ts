import type {
  Attestation, AttestationId, Chart, Choice, Decision, DecisionId, ServerProfile, StepId, Suggestion, SuggestionId, WritePlan, WriteReceipt, WriteStep,
} from '../domain/model/index.ts';
import type { Vault } from '../store/contract.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { Writer } from './parts.ts';
import type { ReviewLine, ReviewParts } from './review-line.ts';
import type { Countersigning, Held, OpenReview, ReviewState, Stopped, Where } from './review-state.ts';
import { attest, decide, record, sign, undo } from '../domain/review/index.ts';
import { planWrites } from '../domain/writeback/index.ts';
import { keepReview, openReview, permissionOf, withLedger } from './open-review.ts';
import { finished, followed, merge, remaining, sendable } from './receipts.ts';
import { stopped } from './trouble.ts';
import { held, sourcesOf } from './version-check.ts';

/** The whole line: launching → reading → analysing → reviewing → countersigning → writing → done. Every change goes to `onState`. */
export function startReview(parts: ReviewParts, onState: (state: ReviewState) => void): ReviewLine {
  const line = new Line(parts, onState);
  void line.launch();
  return line;
}

class Line implements ReviewLine {
  readonly #parts: ReviewParts;
  readonly #onState: (state: ReviewState) => void;
  #state: ReviewState = { phase: 'launching' };
  #control = new AbortController();
  #writer: Promise<Writer> | null = null;

  constructor(parts: ReviewParts, onState: (state: ReviewState) => void) {
    this.#parts = parts;
    this.#onState = onState;
  }

  async launch(): Promise<void> {
    const { signal } = this.#control = new AbortController();
    this.#go({ phase: 'launching' });
    try {
      const session = await this.#parts.connect(signal);
      const { patient, encounter } = session;
      if (patient === null || encounter === null) { this.#go({ phase: 'picking', session }); return; }
      await this.#run(session, { patient, encounter });
    } catch (error) {
      this.#stop('launching', error, signal);
    }
  }

  pick(where: Where): void {
    if (this.#state.phase === 'picking') void this.#run(this.#state.session, where);
  }

  cancel(): void {
    if (this.#state.phase === 'reading' || this.#state.phase === 'analysing') this.#control.abort();
  }

  again(): void {
    const state = this.#state;
    if (state.phase === 'stopped') void (state.resume === null ? this.launch() : this.#run(state.resume.session, state.resume.where));
    if (state.phase === 'reviewing' || state.phase === 'countersigning' || state.phase === 'done') void this.#run(state.open.session, state.open.where);
  }

  open(id: SuggestionId): void {
    if (this.#state.phase !== 'reviewing' || this.#state.open.opened.has(id)) return;
    this.#review({ ...this.#state.open, opened: new Set([...this.#state.open.opened, id]) });
  }

  decide(id: SuggestionId, choice: Choice): boolean {
    if (this.#state.phase !== 'reviewing' || this.#state.open.permission.kind === 'read-only') return false;
    const { open } = this.#state;
    const suggestion = open.analysis.suggestions.find((s) => s.id === id);
    if (suggestion === undefined || isSigned(open, id) || mustOpenFirst(suggestion, choice, open.opened)) return false;
    const { ids, clock } = this.#parts;
    const decision = decide({ suggestion, choice, chart: open.chart, at: clock.now(), id: ids.next() as DecisionId });
    this.#review(withLedger(open, record(open.ledger, decision)));
    return true;
  }

  undo(id: SuggestionId): void {
    if (this.#state.phase === 'reviewing') this.#review(withLedger(this.#state.open, undo(this.#state.open.ledger, id)));
  }

  toCountersign(): void {
    const state = this.#state;
    if (state.phase !== 'reviewing' || state.open.permission.kind === 'read-only' || signableOf(state.open).length === 0) return;
    this.#go({ phase: 'countersigning', open: state.open, profile: null, checking: false, held: [], trouble: null });
    void this.#learnProfile();
  }

  toReview(): void {
    const state = this.#state;
    if (state.phase === 'done' && state.open.unfinished === null) { this.again(); return; }
    if (state.phase === 'countersigning' || state.phase === 'done') this.#go({ phase: 'reviewing', open: state.open });
  }

  toReceipts(): void {
    if (this.#state.phase === 'reviewing' && this.#state.open.unfinished !== null) this.#go({ phase: 'done', open: this.#state.open, ...this.#state.open.unfinished });
  }

  preview(ids: readonly SuggestionId[]): WritePlan | null {
    const state = this.#state;
    if (state.phase !== 'countersigning' || state.profile === null) return null;
    const signed = this.#attest(state.open, ids, 'preview');
    return signed.ok ? planOf(signed.attestation, state.open.chart, state.profile) : null;
  }

  async sign(ids: readonly SuggestionId[]): Promise<void> {
    if (this.#writer === null) return;
    const writer = await this.#writer;
    const state = this.#state;
    if (state.phase !== 'countersigning' || state.checking) return;
    const { open } = state;
    if (open.unfinished !== null) { this.#go({ ...state, trouble: SIGNED_BEFORE }); return; }
    const checked = await this.#check({ ...state, profile: writer.profile }, writer, signableOf(open).filter((d) => ids.includes(d.suggestion.id)));
    if (checked === null) return;
    if (checked.length > 0) { this.#go({ ...state, profile: writer.profile, held: checked }); return; }
    const signed = this.#attest(open, ids, this.#parts.ids.next());
    if (!signed.ok) { this.#go({ ...state, profile: writer.profile, trouble: signed.why }); return; }
    const plan = planOf(signed.attestation, open.chart, writer.profile);
    if (plan === null) { this.#go({ ...state, profile: writer.profile, trouble: NO_PLAN }); return; }
    const begun = { ...withLedger(open, sign(open.ledger, signed.attestation.decisions.map((d) => d.id))), unfinished: { plan, receipts: [] } };
    keepReview(this.#parts.store, begun);
    await this.#send(begun, plan, []);
  }

  async retryFailed(): Promise<void> {
    const state = this.#state;
    if (state.phase !== 'done' || this.#writer === null) return;
    const { open, plan } = state;
    const writer = await this.#writer;
    let receipts = state.receipts;
    this.#go({ phase: 'writing', open, plan, receipts });
    const unknown = plan.steps.filter((step) => receipts.some((r) => r.step === step.id && r.outcome === 'unknown'));
    for (const step of unknown) {
      receipts = merge(receipts, [await this.#lookUp(writer, plan, step)]);
      this.#go({ phase: 'writing', open, plan, receipts });
    }
    await this.#send(open, plan, receipts);
  }

  propose(): Promise<void> { return Promise.resolve(); }
  cancelProposal(): Promise<void> { return Promise.resolve(); }
  correct(): boolean { return false; }
  shown(): void { /* Nothing is logged yet. */ }

  async handOver(id: StepId): Promise<void> {
    const state = this.#state;
    if (state.phase !== 'done') return;
    const step = remaining(state.plan, state.receipts).find((each) => each.id === id);
    if (step === undefined || step.handOver === null || !await this.#parts.handOver(state.open.session, step, step.says)) return;
    const { by, to } = step.handOver;
    this.#finish(state.open, state.plan, merge(state.receipts, [{ step: id, outcome: 'handed-over', resource: null, why: null, handed: { what: step.says, to, by }, at: this.#parts.clock.now() }]));
  }

  lock(): void {
    const state = this.#state;
    if ('open' in state) this.#go({ phase: 'locked', userName: state.open.session.user.name, resume: { ehr: state.open.session.ehr, where: state.open.where } });
  }

  async unsent(): Promise<number> {
    const listed = await (await this.#vault())?.outbox.list();
    return (listed?.entries ?? []).reduce((sum, { plan, receipts }) => sum + remaining(plan, receipts).length, 0);
  }

  async signOut(): Promise<void> {
    const unsent = await this.unsent();
    if ('open' in this.#state) await this.#state.open.session.signOut();
    this.#go({ phase: 'signed-out', unsent });
  }

  exportLog(): AsyncIterable<string> | null { return null; }

  async #vault(): Promise<Vault | null> {
    const state = this.#state;
    return 'open' in state ? await this.#parts.vault(state.open.session.ehr, state.open.session.user) : null;
  }

  async #run(session: Session, where: Where): Promise<void> {
    const { signal } = this.#control = new AbortController();
    const writer = this.#parts.writer(session, signal);
    this.#writer = writer;
    /** Heard again where it matters, in `permissionOf`; this keeps a failure during the reading from counting as unhandled. */
    writer.catch(() => undefined);
    let at: Stopped['at'] = 'reading';
    try {
      this.#go({ phase: 'reading', session, where, progress: null });
      const bundle = await this.#parts.reader(session, where).read((progress) => {
        if (!signal.aborted && this.#state.phase === 'reading') this.#go({ phase: 'reading', session, where, progress });
      }, signal);
      signal.throwIfAborted();
      at = 'analysing';
      this.#go({ phase: 'analysing', session, where, chart: null, done: 0, total: 0, findings: [] });
      const { chart, analysis } = await this.#parts.engine.analyze(bundle, this.#parts.policy, {
        onChart: (read) => {
          if (this.#state.phase === 'analysing' && !signal.aborted) this.#go({ ...this.#state, chart: read, total: read.notes.length });
        },
        onNote: (found, done, total) => {
          if (this.#state.phase === 'analysing' && !signal.aborted) this.#go({ ...this.#state, done, total, findings: [...this.#state.findings, found] });
        },
      }, signal);
      const permission = await permissionOf(session, writer, chart);
      signal.throwIfAborted();
      this.#go({ phase: 'reviewing', open: openReview({ store: this.#parts.store, session, where, chart, analysis, permission }) });
    } catch (error) {
      this.#stop(at, error, signal, { session, where });
    }
  }

  async #learnProfile(): Promise<void> {
    const writer = await this.#writer;
    if (writer !== null && this.#state.phase === 'countersigning') this.#go({ ...this.#state, profile: writer.profile });
  }

  /** What must be held back; null where the check itself failed, which the state then says, or where the person went elsewhere meanwhile. */
  async #check(state: Countersigning, writer: Writer, decisions: readonly Decision[]): Promise<readonly Held[] | null> {
    const asking: Countersigning = { ...state, checking: true, held: [], trouble: null };
    this.#go(asking);
    const checks = await writer.check(sourcesOf(decisions), NEVER).catch(() => null);
    if (this.#state !== asking) return null;
    if (checks !== null) return held(decisions, checks);
    this.#go({ ...state, checking: false, trouble: 'The EHR could not be asked whether anything changed since you looked. Nothing was signed. Try again.' });
    return null;
  }

  #attest(open: OpenReview, ids: readonly SuggestionId[], id: string): ReturnType<typeof attest> {
    return attest({
      decisions: signableOf(open).filter((d) => ids.includes(d.suggestion.id)), who: open.session.user, at: this.#parts.clock.now(),
      id: id as AttestationId, patient: open.chart.patient.source.reference, encounter: open.chart.encounter.source,
    });
  }

  async #send(open: OpenReview, plan: WritePlan, earlier: readonly WriteReceipt[]): Promise<void> {
    if (this.#writer === null) return;
    const writer = await this.#writer;
    const standing = earlier.filter(finished);
    let receipts = earlier;
    this.#go({ phase: 'writing', open, plan, receipts });
    const steps = sendable(plan, earlier);
    try {
      const sent = await writer.send({ ...plan, steps }, (receipt) => {
        receipts = merge(receipts, [receipt]);
        this.#go({ phase: 'writing', open, plan, receipts });
      }, NEVER, standing);
      receipts = merge(receipts, sent);
    } catch {
      /** It may have gone through: whatever has no fresh receipt is looked up before it is sent again. */
      const silent = steps.filter((step) => !receipts.some((r) => r.step === step.id && !earlier.includes(r)));
      receipts = merge(receipts, silent.map((step) => this.#unknown(step)));
    }
    this.#finish(open, plan, receipts);
  }

  async #lookUp(writer: Writer, plan: WritePlan, step: WriteStep): Promise<WriteReceipt> {
    try {
      return await writer.lookUp(plan, step, NEVER);
    } catch {
      return this.#unknown(step);
    }
  }

  #unknown(step: WriteStep): WriteReceipt {
    return { step: step.id, outcome: 'unknown', resource: null, why: 'The EHR did not say what became of it. It is looked up before it is sent again.', at: this.#parts.clock.now() };
  }

  #finish(open: OpenReview, plan: WritePlan, receipts: readonly WriteReceipt[]): void {
    const whole = remaining(plan, receipts).length === 0;
    const next: OpenReview = { ...withLedger(open, followed(open.ledger, receipts)), unfinished: whole ? null : { plan, receipts } };
    keepReview(this.#parts.store, next);
    this.#go({ phase: 'done', open: next, plan, receipts });
  }

  #review(open: OpenReview): void {
    keepReview(this.#parts.store, open);
    this.#go({ phase: 'reviewing', open });
  }

  #stop(at: Stopped['at'], error: unknown, signal: AbortSignal, resume: Stopped['resume'] = null): void {
    if (signal === this.#control.signal) this.#go({ ...stopped(at, error, signal.aborted), resume });
  }

  #go(state: ReviewState): void {
    this.#state = state;
    this.#onState(state);
  }
}

/** One chart is signed once: what was written changed it, and a second plan made on the old one would write some of it again. */
const SIGNED_BEFORE = 'You signed on this reading of the record before. Nothing more was signed. Go back to the review, finish what is not written yet or read the record again, then countersign the rest.';

const NO_PLAN = 'The writes for these items could not be worked out. Nothing was signed, and your decisions are kept. Sign fewer items at a time to leave out the one that causes it, or read the record again.';

/** Null where the chart holds something that the planning trips over: a person is told, and nothing is signed. */
function planOf(attestation: Attestation, chart: Chart, profile: ServerProfile): WritePlan | null {
  try {
    return planWrites({ attestation, chart, profile });
  } catch {
    return null;
  }
}

/** Signing and writing are not cancelled half-way: what became of a step is always waited for. */
const NEVER = new AbortController().signal;

/** Accepted, modified and rejected items that are not signed yet. A deferral stays open and asks for no name. */
export function signableOf(open: OpenReview): readonly Decision[] {
  return [...open.decisions.values()].filter(({ id, choice }) => choice.kind !== 'defer' && !open.ledger.signed.includes(id));
}

function isSigned(open: OpenReview, id: SuggestionId): boolean {
  const decision = open.decisions.get(id);
  return decision !== undefined && open.ledger.signed.includes(decision.id);
}

/** Evidence first: these may be rejected or deferred unread, but not taken over (Buçinca et al., 2021: only a forcing step cuts over-reliance). */
export function mustOpenFirst(suggestion: Suggestion, choice: Pick<Choice, 'kind'>, opened: ReadonlySet<SuggestionId>): boolean {
  return suggestion.evidenceFirst && (choice.kind === 'accept' || choice.kind === 'modify') && !opened.has(suggestion.id);
}
