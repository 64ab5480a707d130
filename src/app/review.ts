import type { Choice, QueryChoice, QueryClosing, QueryDraft, QueryFollowUp, QueryId, SignedItem, StepId, SuggestionId, WritePlan } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Decided } from './deciding.ts';
import type { QueryPreview, ReviewLine, ReviewParts } from './review-line.ts';
import type { Countersigning, ReviewState, Where } from './review-state.ts';
import type { Signed } from './signing.ts';
import type { Visit } from './visit.ts';
import { evidenceOpenedEvent, shownEvent } from '../domain/audit/index.ts';
import { sign } from '../domain/review/index.ts';
import { correctOn, decideOn, signableOf, undoOn } from './deciding.ts';
import { Entering } from './entering.ts';
import { withLedger } from './open-review.ts';
import { receiptsOf } from './pending.ts';
import { Questions } from './questions.ts';
import { Sending } from './sending.ts';
import { drawUp, signNow } from './signing.ts';
import { Stage } from './stage.ts';
import { storeCancelling } from './cancelling.ts';
import { plans } from './planning.ts';

export { mustOpenFirst } from '../domain/review/index.ts';
export { signableOf } from './deciding.ts';

/** The whole line: launching → reading → analysing → reviewing → countersigning → writing → done. Every change goes to `onState`. */
export function startReview(parts: ReviewParts, onState: (state: ReviewState) => void): ReviewLine {
  const line = new Line(parts, onState);
  void line.launch();
  return line;
}

/** What a person does, by the phase in which it has a meaning; each matter has its own file. */
class Line implements ReviewLine {
  readonly #parts: ReviewParts;
  readonly #stage: Stage;
  readonly #sending: Sending;
  readonly #entering: Entering;
  readonly #questions: Questions;
  /** The signing under way, until it is committed; gone where the person went elsewhere. */
  #asking: symbol | null = null;
  #committing = false;

  constructor(parts: ReviewParts, onState: (state: ReviewState) => void) {
    this.#parts = parts;
    this.#stage = new Stage(onState);
    this.#sending = new Sending(parts, this.#stage);
    this.#entering = new Entering(parts, this.#stage, this.#sending);
    this.#questions = new Questions(parts, this.#stage, this.#sending);
  }

  launch(): Promise<void> { return this.#entering.launch(); }

  pick(where: Where): void {
    const { state } = this.#stage;
    if (state.phase === 'picking') void this.#entering.read(state.session, where);
  }

  cancel(): void { this.#entering.cancel(); }

  again(): void {
    if (this.#committing || this.#questions.committing) return;
    this.#letGo();
    this.#entering.again();
  }

  open(id: SuggestionId): void {
    const { state, visit } = this.#stage;
    if (state.phase !== 'reviewing' || visit === null || state.open.opened.has(id)) return;
    visit.journal.tell(evidenceOpenedEvent(id));
    this.#stage.review(visit, { ...state.open, opened: new Set([...state.open.opened, id]) });
  }

  decide(id: SuggestionId, choice: Choice): boolean {
    const { state } = this.#stage;
    return state.phase === 'reviewing' && this.#took(decideOn(state.open, id, choice, this.#parts));
  }

  undo(id: SuggestionId): void {
    const { state } = this.#stage;
    if (state.phase === 'reviewing') this.#took(undoOn(state.open, id));
  }

  correct(signed: SignedItem, to: Parameters<ReviewLine['correct']>[1]): boolean {
    const { state } = this.#stage;
    return state.phase === 'reviewing' && this.#took(correctOn(state.open, signed, to, this.#parts));
  }

  shown(ids: readonly SuggestionId[]): void {
    const { state, visit } = this.#stage;
    if (visit === null || !('open' in state)) return;
    const fresh = state.open.analysis.suggestions.filter(({ id }) => ids.includes(id) && !visit.shown.has(id));
    for (const { id } of fresh) visit.shown.add(id);
    visit.journal.tell(...fresh.map((suggestion) => shownEvent(suggestion, (quote) => visit.vault.log.saltedHash(quote))));
  }

  cancelMeasures(): void {
    const { state, visit } = this.#stage;
    if ('open' in state && state.open.measuring?.is === 'running') visit?.measuring?.cancel();
  }

  measureAgain(): void {
    const { state, visit } = this.#stage;
    if ('open' in state && (state.open.measuring?.is === 'cancelled' || state.open.measuring?.is === 'not-brought')) visit?.measuring?.again();
  }

  toCountersign(): void {
    const { state, visit } = this.#stage;
    if (state.phase !== 'reviewing' || visit === null || state.open.permission.kind === 'read-only' || signableOf(state.open).length === 0) return;
    this.#stage.go({ phase: 'countersigning', open: state.open, profile: null, checking: false, held: [], trouble: null });
    void this.#learnProfile(visit);
  }

  toReview(): void {
    const { state } = this.#stage;
    if (this.#committing || this.#questions.committing) return;
    this.#letGo();
    if (state.phase === 'done' && state.open.unfinished === null) { this.again(); return; }
    if (state.phase === 'countersigning' || state.phase === 'asking' || state.phase === 'done') this.#stage.go({ phase: 'reviewing', open: state.open });
  }

  toReceipts(): void {
    const { state } = this.#stage;
    if (state.phase === 'reviewing' && state.open.unfinished !== null) this.#stage.go({ phase: 'done', open: state.open, ...state.open.unfinished });
  }

  preview(ids: readonly SuggestionId[], verifies = false): WritePlan | null {
    const { state } = this.#stage;
    if (state.phase !== 'countersigning' || state.profile === null) return null;
    const decisions = signableOf(state.open).filter((d) => ids.includes(d.suggestion.id));
    const drawn = drawUp(state.open, decisions, { id: 'preview', at: this.#parts.clock.now(), profile: state.profile, policy: this.#parts.policy, verifies });
    return drawn.ok ? drawn.entry.plan : null;
  }

  sign(ids: readonly SuggestionId[]): Promise<void> { return this.#commit('may-countersign', ids); }

  propose(ids: readonly SuggestionId[]): Promise<void> { return this.#commit('may-propose', ids); }

  verify(ids: readonly SuggestionId[]): Promise<void> { return this.#commit('may-propose', ids, true); }

  async cancelProposal(task: string): Promise<void> {
    const { state, visit } = this.#stage;
    if (state.phase !== 'reviewing' || visit === null || this.#committing || state.open.permission.kind === 'read-only') return;
    const proposalFact = state.open.ownProposals.find(({ source, status, filed }) => source.reference === task && status === 'open' && filed !== true);
    if (proposalFact === undefined) return;
    this.#committing = true;
    const entry = await storeCancelling(visit, this.#stage, this.#parts, (cancelling) => plans().planCancel({ ...cancelling, task: proposalFact.source, proposalFact })).catch(() => null);
    this.#committing = false;
    if (entry === null) { this.#stage.update(visit, (open) => ({ ...open, notices: [...open.notices, NOT_CANCELLED] })); return; }
    visit.here = [...visit.here, entry];
    await this.#sending.send(visit, entry);
  }

  toAsk(query: QueryId | null): void { this.#questions.toAsk(query); }

  revise(draft: QueryDraft): void { this.#questions.revise(draft); }

  toAnswer(task: string, choice: QueryChoice): void { this.#questions.toAnswer(task, choice); }

  previewQuery(): QueryPreview | null { return this.#questions.preview(); }

  commitQuery(): Promise<void> { return this.#questions.commit(); }

  cancelQuery(task: string, closing: QueryClosing): Promise<void> { return this.#questions.cancel(task, closing); }

  followUpQuery(task: string, how: QueryFollowUp): Promise<void> { return this.#questions.followUp(task, how); }

  async handOver(step: StepId): Promise<void> {
    const { visit } = this.#stage;
    if (visit !== null) await this.#sending.handOver(visit, step);
  }

  async foundInEhr(step: StepId): Promise<void> {
    const { visit } = this.#stage;
    if (visit !== null) await this.#sending.foundInEhr(visit, step);
  }

  async retryFailed(): Promise<void> {
    const { state, visit } = this.#stage;
    if (state.phase !== 'done' || visit === null) return;
    const entry = visit.here.find(({ id }) => id === state.plan.event);
    if (entry !== undefined) await this.#sending.send(visit, entry);
  }

  lock(): void {
    this.#letGo();
    this.#entering.lock();
  }

  unsent(): Promise<number> { return this.#entering.unsent(); }

  signOut(): Promise<void> {
    this.#letGo();
    return this.#entering.signOut();
  }

  exportLog(): AsyncIterable<string> | null { return this.#entering.exportLog(); }

  /** What is not committed yet is not signed or sent: the person went elsewhere. */
  #letGo(): void {
    this.#asking = null;
    this.#questions.leave();
  }

  #took(decided: Decided): boolean {
    const { visit } = this.#stage;
    if (decided === null || visit === null) return false;
    if (decided.event !== null) visit.journal.tell(decided.event);
    this.#stage.review(visit, decided.open);
    return true;
  }

  async #learnProfile(visit: Visit): Promise<void> {
    const { profile } = await visit.writer;
    const { state } = this.#stage;
    if (this.#stage.isOpen(visit) && state.phase === 'countersigning') this.#stage.go({ ...state, profile });
  }

  async #commit(may: 'may-countersign' | 'may-propose', ids: readonly SuggestionId[], verifies = false): Promise<void> {
    const { state, visit } = this.#stage;
    if (state.phase !== 'countersigning' || state.checking || visit === null || state.open.permission.kind !== may) return;
    if (visit.signedOn) { this.#stage.go({ ...state, trouble: SIGNED_BEFORE }); return; }
    const asking = this.#asking = Symbol('signing');
    this.#stage.go({ ...state, checking: true, held: [], trouble: null });
    const writer = await visit.writer;
    const { open } = state;
    const { clock, ids: uuids, policy } = this.#parts;
    const done = await signNow({
      visit, open, writer, clock, ids: uuids, policy, verifies, decisions: signableOf(open).filter((d) => ids.includes(d.suggestion.id)),
      commit: () => (this.#committing = this.#asking === asking),
    });
    this.#committing = false;
    if (done.kind === 'signed') await this.#signed(visit, done);
    else if (this.#asking === asking) this.#notSigned(visit, { ...state, profile: writer.profile }, done);
  }

  async #signed(visit: Visit, { entry, here }: Extract<Signed, { kind: 'signed' }>): Promise<void> {
    this.#asking = null;
    visit.here = here;
    visit.signedOn = true;
    const signed = idsOf(entry);
    this.#stage.update(visit, (open) => ({ ...withLedger(open, sign(open.ledger, open.ledger.decisions.map(({ id }) => id).filter((id) => signed.has(id)))), unfinished: { plan: entry.plan, receipts: receiptsOf(entry) } }));
    await this.#sending.send(visit, entry);
  }

  #notSigned(visit: Visit, state: Countersigning, done: Exclude<Signed, { kind: 'signed' }>): void {
    this.#asking = null;
    const open = this.#stage.open(visit);
    if (open === null) return;
    const { profile } = state;
    switch (done.kind) {
      case 'held':
        this.#stage.go({ phase: 'countersigning', profile, checking: false, held: done.held, trouble: null, open: { ...open, elsewhere: new Map([...open.elsewhere, ...done.elsewhere]) } });
        return;
      case 'trouble':
        this.#stage.go({ phase: 'countersigning', profile, checking: false, held: [], trouble: done.why, open });
        return;
      case 'left':
    }
  }
}

function idsOf({ sealed }: OutboxEntry): ReadonlySet<string> {
  const { decisions } = sealed as { readonly decisions: readonly { readonly id: string }[] };
  return new Set(decisions.map(({ id }) => id));
}

/** One chart is signed once: what was written changed it, and a second plan made on the old one would write some of it again. */
const SIGNED_BEFORE = 'You signed on this reading of the record before. Nothing more was signed. Go back to the review, finish what is not written yet or read the record again, then countersign the rest.';

const NOT_CANCELLED = 'The proposal could not be cancelled now, and nothing was sent. Read the record again, then try again.';
