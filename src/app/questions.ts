import type { AskedQuestion, AttestationId, LogEvent, ProposalId, QueryChoice, QueryClosing, QueryDraft, QueryFact, QueryFollowUp, QueryId, QueryPolicy, WritePlan } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { QueryPreview, ReviewParts } from './review-line.ts';
import type { Asking, OpenReview, QueryMatter } from './review-state.ts';
import type { Sending } from './sending.ts';
import type { Stage } from './stage.ts';
import type { Visit } from './visit.ts';
import type { Violation } from '../domain/queries/lint/types.ts';
import type { Writer } from './parts.ts';
import { queryAnsweredEvent, querySentEvent } from '../domain/audit/index.ts';
import { answerQuestion, draftsLeft, openQueries, ownQueries } from '../domain/review/index.ts';
import { NEVER } from './carry-out.ts';
import { isSettled, receiptsOf, sortOut } from './pending.ts';
import { bringGate, gate } from './question-gate.ts';
import { remaining } from './receipts.ts';
import { plans } from './planning.ts';
import { storeCancelling, type Cancelling } from './cancelling.ts';
import { secure } from './secure.ts';

/** Questions to the clinicians, their answers, and taking a question back: each its own signed event, apart from what is countersigned. */
export class Questions {
  readonly #parts: Pick<ReviewParts, 'clock' | 'ids' | 'policy'>;
  readonly #stage: Stage;
  readonly #sending: Sending;
  /** The sending under way, until it is committed; gone where the person went elsewhere. */
  #asking: symbol | null = null;
  /** Being logged and stored: too late to go elsewhere. */
  committing = false;

  constructor(parts: Pick<ReviewParts, 'clock' | 'ids' | 'policy'>, stage: Stage, sending: Sending) {
    this.#parts = parts;
    this.#stage = stage;
    this.#sending = sending;
  }

  toAsk(id: QueryId | null): void {
    const { state } = this.#stage;
    if (state.phase !== 'reviewing' || state.open.permission.kind !== 'may-propose') return;
    const draft = id === null ? blank(this.#parts.ids.next()) : draftsLeft(state.open.analysis.queries, state.open.chart).find((one) => one.id === id);
    if (draft !== undefined) this.#open(state.open, { kind: 'send', draft });
  }

  /** What was typed or picked on the screen before sending. */
  revise(draft: QueryDraft): void {
    const { state } = this.#stage;
    if (state.phase === 'asking' && !state.checking && state.matter.kind === 'send') this.#stage.go({ ...state, matter: { kind: 'send', draft }, trouble: null });
  }

  toAnswer(task: string, choice: QueryChoice): void {
    const { state } = this.#stage;
    if (state.phase !== 'reviewing' || state.open.permission.kind !== 'may-countersign') return;
    const query = openQueries(state.open.chart).find(({ source }) => source.reference === task);
    if (query !== undefined) this.#open(state.open, { kind: 'answer', query, choice });
  }

  preview(): QueryPreview | null {
    const { state } = this.#stage;
    if (state.phase !== 'asking' || state.profile === null) return null;
    const drawn = drawUp(state.open, state.matter, { id: 'preview', at: this.#parts.clock.now(), profile: state.profile, policy: this.#parts.policy.queries });
    return drawn.ok ? { plan: drawn.entry.plan, question: drawn.question, leftOut: drawn.leftOut } : { why: drawn.why, violations: drawn.violations ?? [], asked: drawn.asked ?? null };
  }

  async commit(): Promise<void> {
    const { state, visit } = this.#stage;
    if (state.phase !== 'asking' || state.checking || visit === null) return;
    const asking = this.#asking = Symbol('asking');
    this.#stage.go({ ...state, checking: true, trouble: null });
    /** Where it does not arrive, nothing is drawn up, and that says why. */
    if (state.matter.kind === 'send') await bringGate().catch(() => undefined);
    const writer = await visit.writer;
    const done = await this.#inTurn(visit, writer, state, () => (this.committing = this.#asking === asking));
    this.committing = false;
    if ('entry' in done) {
      this.#asking = null;
      visit.here = [...visit.here, done.entry];
      visit.asked.add(subjectOf(state.matter));
      this.#stage.update(visit, (open) => ({ ...open, unfinished: { plan: done.entry.plan, receipts: receiptsOf(done.entry) } }));
      await this.#sending.send(visit, done.entry);
      return;
    }
    if (this.#asking !== asking) return;
    this.#asking = null;
    const open = this.#stage.open(visit);
    if (open !== null) this.#stage.go({ ...state, open, profile: writer.profile, checking: false, trouble: done.why });
  }

  async cancel(task: string, closing: QueryClosing): Promise<void> {
    await this.#follow(task, NOT_CANCELLED, (following) => plans().planCancelQuery({ ...following, closing }));
  }

  async followUp(task: string, how: QueryFollowUp): Promise<void> {
    await this.#follow(task, NOT_FOLLOWED, (following) => plans().planFollowUp({ ...following, how, policy: this.#parts.policy.queries }));
  }

  async #follow(task: string, failed: string, planOf: (following: Cancelling & { readonly query: QueryFact }) => WritePlan): Promise<void> {
    const { state, visit } = this.#stage;
    if (state.phase !== 'reviewing' || visit === null || this.committing || state.open.permission.kind !== 'may-propose') return;
    const query = ownQueries(state.open.chart, state.open.session.user).find(({ source, status }) => source.reference === task && status === 'open');
    if (query === undefined) return;
    this.committing = true;
    const entry = await storeCancelling(visit, this.#stage, this.#parts, (cancelling) => planOf({ ...cancelling, query })).catch(() => null);
    this.committing = false;
    if (entry === null) { this.#stage.update(visit, (open) => ({ ...open, notices: [...open.notices, failed] })); return; }
    visit.here = [...visit.here, entry];
    await this.#sending.send(visit, entry);
  }

  /** The person went elsewhere: what is not committed is not sent. */
  leave(): void { this.#asking = null; }

  #open(open: OpenReview, matter: QueryMatter): void {
    const { visit } = this.#stage;
    if (visit === null) return;
    this.#stage.go({ phase: 'asking', open, matter, profile: null, checking: false, trouble: null });
    void this.#learnProfile(visit, matter);
  }

  async #learnProfile(visit: Visit, matter: QueryMatter): Promise<void> {
    const gateIsThere = matter.kind === 'answer' || await bringGate().then(() => true, () => false);
    const { profile } = await visit.writer;
    const { state } = this.#stage;
    if (this.#stage.isOpen(visit) && state.phase === 'asking') this.#stage.go({ ...state, profile, ...(gateIsThere ? {} : { trouble: NO_GATE }) });
  }

  async #inTurn(visit: Visit, writer: Writer, { open, matter }: Asking, commit: () => boolean): Promise<{ readonly entry: OutboxEntry } | { readonly why: string }> {
    try {
      const done = await visit.vault.outbox.exclusively(`signing:${visit.where.encounter}`, async () => {
        const why = await this.#overtaken(visit, writer, open, matter);
        if (why !== null) return { why };
        const drawn = drawUp(open, matter, { id: this.#parts.ids.next(), at: this.#parts.clock.now(), profile: writer.profile, policy: this.#parts.policy.queries });
        if (!drawn.ok) return { why: drawn.why };
        if (!commit()) return { why: '' };
        switch (await secure(visit, drawn.event, drawn.entry, [subjectOf(matter)])) {
          case 'secured': return { entry: drawn.entry };
          case 'not-logged': return { why: NOT_LOGGED };
          case 'not-stored': return { why: NOT_STORED };
        }
      });
      return done ?? { why: OTHER_TAB };
    } catch {
      return { why: NOT_STORED };
    }
  }

  /** Whether something came first, in this tab, on this device or in the record; null where nothing did. */
  async #overtaken(visit: Visit, writer: Writer, open: OpenReview, matter: QueryMatter): Promise<string | null> {
    const { here } = sortOut(await visit.vault.outbox.list(), visit.where, open.session.user, this.#parts.policy);
    if (here.some((entry) => !isSettled(entry))) return FINISH_FIRST;
    const subject = subjectOf(matter);
    if (visit.asked.has(subject) || here.some((entry) => remaining(entry.plan, entry.receipts).length > 0 && isAbout(entry, matter))) return WAITS_HERE;
    return matter.kind === 'send' ? askedMeanwhile(visit, writer, subject) : answeredMeanwhile(writer, matter.query);
  }
}

/** A question from nothing: it follows from no rule, so its rule is itself. */
function blank(id: string): QueryDraft {
  return { id: `composed-${id}` as QueryId, rule: `composed-${id}`, topic: '', title: '', indicators: [], question: '', options: [], format: 'multiple-choice' };
}

/** A question is sent once a rule; an answer once a Task. */
function subjectOf(matter: QueryMatter): string {
  return matter.kind === 'send' ? matter.draft.rule : matter.query.source.reference;
}

/** The outbox holds one for it: a filed or handed question says its rule in its key alone, so it is known by what was sealed. */
function isAbout({ plan, sealed }: OutboxEntry, matter: QueryMatter): boolean {
  const stored = sealed as { readonly question?: { readonly rule?: string }; readonly answer?: { readonly task?: { readonly reference?: string } } } | null;
  return matter.kind === 'send'
    ? plan.purpose === 'query' && stored?.question?.rule === matter.draft.rule
    : plan.purpose === 'answer-query' && stored?.answer?.task?.reference === matter.query.source.reference;
}

async function askedMeanwhile({ where, known }: Visit, writer: Writer, rule: string): Promise<string | null> {
  const since = await writer.since(where, known, NEVER).catch(() => null);
  if (since === null || since.unchecked.some(({ kind, status }) => kind === 'Task' && (status === 'failed' || status === 'partial'))) return NOT_ASKED;
  const before = since.newcomers.find(({ asks }) => asks === rule);
  return before === undefined ? null : `${before.who ?? 'A colleague'} asked this since you read the record. Nothing was sent. Read the record again to see it.`;
}

async function answeredMeanwhile(writer: Writer, { source }: QueryFact): Promise<string | null> {
  const [check] = await writer.check([source], NEVER).catch(() => []);
  switch (check?.state) {
    case 'same': return null;
    case 'changed':
    case 'gone': return 'Somebody answered this question, or took it back, since you read the record. Nothing was signed. Read the record again to see it.';
    /** A server without versions: the write is still checked on what stands there. */
    case 'cannot-tell': return source.version === null ? null : NOT_CHECKED;
    case undefined: return NOT_CHECKED;
  }
}

type Drawn = { readonly ok: true; readonly entry: OutboxEntry; readonly event: LogEvent; readonly question: AskedQuestion; readonly leftOut: number } | { readonly ok: false; readonly why: string; readonly violations?: readonly Violation[]; readonly asked?: AskedQuestion | null };

/** What would be signed and written. Nothing is sent or stored. */
function drawUp(open: OpenReview, matter: QueryMatter, { id, at, profile, policy }: { readonly id: string; readonly at: string; readonly profile: Writer['profile']; readonly policy: QueryPolicy }): Drawn {
  const { chart, session: { user: who }, where } = open;
  const about = { who, at, patient: chart.patient.source.reference, encounter: chart.encounter.source };
  const entryOf = (sealed: unknown, plan: WritePlan): OutboxEntry => ({ id: id as OutboxEntry['id'], ...where, plan, receipts: [], begun: [], at, sealed });
  try {
    if (matter.kind === 'send') {
      const asking = gate();
      if (asking === null) return { ok: false, why: NO_GATE };
      const made = asking.askQuestion({ ...about, draft: matter.draft, id: id as ProposalId, chart });
      if (!made.ok) return made;
      return planned(plans().planQuestion({ query: made.query, chart, profile, policy }), (plan) => ({ ok: true, entry: entryOf(made.query, plan), event: querySentEvent(made.query), question: made.query.question, leftOut: made.leftOut }));
    }
    const made = answerQuestion({ ...about, query: matter.query, choice: matter.choice, id: id as AttestationId });
    if (!made.ok) return made;
    return planned(plans().planAnswer({ signed: made.signed, chart, profile }), (plan) => ({ ok: true, entry: entryOf(made.signed, plan), event: queryAnsweredEvent(made.signed), question: made.signed.answer.question, leftOut: 0 }));
  } catch {
    return { ok: false, why: NO_PLAN };
  }
}

function planned(plan: WritePlan, drawn: (plan: WritePlan) => Drawn): Drawn {
  return plan.steps.length === 0 ? { ok: false, why: plan.cannot.map(({ why }) => why).join(' ') } : drawn(plan);
}

const OTHER_TAB = 'Another tab is signing for this visit right now. Nothing was sent here. Try again in a moment.';
const FINISH_FIRST = 'Something you signed or sent on this visit is not wholly written yet. Nothing more was sent. Go back to the review and finish that first.';
const WAITS_HERE = 'You did this already, and it waits in your outbox or is not read back yet. Go back to the review and finish it, or read the record again.';
const NOT_ASKED = 'The EHR could not be asked whether somebody asked this meanwhile. Nothing was sent. Try again.';
const NOT_CHECKED = 'The EHR could not say whether the question still stands as you saw it. Nothing was signed. Try again.';
const NOT_LOGGED = 'The log on this device could not be written, and nothing is sent without it. Nothing was sent. Make room on this device, or reload the page, then try again.';
const NOT_STORED = 'This device could not store what you are sending, and nothing is sent that could be lost. Nothing was sent. Make room on this device, or reload the page, then try again.';
const NO_PLAN = 'It could not be worked out what to write. Nothing was sent. Read the record again, then try again.';
const NO_GATE = 'The rules of a compliant query did not arrive, and nothing is sent unchecked. Nothing was sent. Reload the app, then try again.';
const NOT_FOLLOWED = 'The question could not be followed up now, and nothing was sent. Read the record again, then try again.';
const NOT_CANCELLED = 'The question could not be taken back now, and nothing was sent. Read the record again, then try again.';
