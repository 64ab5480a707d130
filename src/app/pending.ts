import type { Person, Policy, StepId, SuggestionId, WriteReceipt, WriteStep } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { OpenReview, Where } from './review-state.ts';
import { DEFAULT_POLICY } from '../domain/model/index.ts';
import { reopen, reopenAnswer, reopenProposal, reopenQuestion, reopenVerification } from '../domain/review/index.ts';
import { isCancelling } from '../domain/writeback/cancelling.ts';
import { recordsOf, remaining } from './receipts.ts';

/** What waits in the outbox, as one encounter's review sees it. */
export interface Waiting {
  /** Of this encounter, oldest first; the seal of each was verified. */
  readonly here: readonly OutboxEntry[];
  readonly elsewhere: OpenReview['waitingElsewhere'];
  /** For a person: what cannot be read or was changed. Kept, and never sent. */
  readonly notices: readonly string[];
}

export function sortOut({ entries, damaged }: { readonly entries: readonly OutboxEntry[]; readonly damaged: number }, where: Where, user: Person, policy: Policy = DEFAULT_POLICY): Waiting {
  const open = entries.filter((entry) => !isOver(entry));
  const here = open.filter((entry) => entry.encounter === where.encounter && entry.patient === where.patient);
  const troubles = here.map((entry) => ({ entry, trouble: sealTrouble(entry, user, policy) }));
  return {
    here: troubles.flatMap(({ entry, trouble }) => (trouble === null ? [entry] : [])),
    elsewhere: open.filter((entry) => !here.includes(entry)).map((entry) => ({ encounter: entry.encounter, steps: remaining(entry.plan, entry.receipts).length, at: entry.at })),
    notices: [
      ...troubles.flatMap(({ trouble }) => (trouble === null ? [] : [trouble])),
      ...(damaged === 0 ? [] : [`${damaged === 1 ? 'One signed item' : `${damaged} signed items`} on this device cannot be read. Nothing of it is sent; look in the chart whether it was written.`]),
    ],
  };
}

/** Every step has its end: only the removal was cut off. */
export function isOver({ plan, receipts }: OutboxEntry): boolean {
  return remaining(plan, receipts).length === 0;
}

/** What is known of each step: begun ones without an answer may be written. */
export function receiptsOf({ begun, receipts, at }: OutboxEntry): readonly WriteReceipt[] {
  const answered = new Set<string>(receipts.map(({ step }) => step));
  return [...receipts, ...begun.filter((id) => !answered.has(id)).map((id) => unknown(id as StepId, at))];
}

export function unknown(step: StepId, at: string): WriteReceipt {
  return { step, outcome: 'unknown', resource: null, why: 'The EHR did not say what became of it. It is looked up before it is sent again.', at };
}

/** Steps that may be written: handed to the network and not answered, or answered with no certainty. */
export function doubtful(entry: OutboxEntry): readonly WriteStep[] {
  const open = new Set<string>(receiptsOf(entry).filter(({ outcome }) => outcome === 'unknown').map(({ step }) => step));
  return entry.plan.steps.filter(({ id }) => open.has(id));
}

/** Nothing of it gets written by sending it once more as it is: what is left was refused, builds on what was refused, or waits for a hand. */
export function isSettled(entry: OutboxEntry): boolean {
  const outcomes = new Map(receiptsOf(entry).map(({ step, outcome }) => [step, outcome]));
  const wasRefused = [...outcomes.values()].includes('refused');
  return remaining(entry.plan, entry.receipts).every(({ id, to }) => to === 'hand' || outcomes.get(id) === 'refused' || (wasRefused && outcomes.get(id) === 'skipped'));
}

/** Suggestions of this entry where another hand came before: refused as stale, and open to be decided anew on what stands now. */
export function overtaken(entry: OutboxEntry): ReadonlySet<SuggestionId> {
  if (!isSettled(entry)) return new Set();
  const stale = new Set<string>(entry.receipts.filter(({ outcome, conflict }) => outcome === 'refused' && conflict !== undefined).map(({ step }) => step));
  return new Set(recordsOf(entry.plan).filter(({ steps }) => steps.some((id) => stale.has(id))).flatMap(({ items }) => items));
}

/** The entry without what was signed anew; its other steps stay. */
export function withoutItems(entry: OutboxEntry, items: ReadonlySet<SuggestionId>): OutboxEntry {
  const gone = new Set<string>(recordsOf(entry.plan).filter((record) => record.items.every((item) => items.has(item))).flatMap(({ steps }) => steps));
  const isGone = ({ id, action }: WriteStep): boolean => gone.has(id) || (action.kind === 'machine-provenance' && action.of.every((of) => gone.has(of)));
  const left = new Set(remaining(entry.plan, entry.receipts));
  return { ...entry, plan: { ...entry.plan, steps: entry.plan.steps.filter((step) => !left.has(step) || !isGone(step)) } };
}

/** Null: signed by this person, for this patient, and not changed since. */
function sealTrouble(entry: OutboxEntry, user: Person, policy: Policy): string | null {
  const { plan, sealed } = entry;
  if (plan.who.reference !== user.reference || plan.who.role !== user.role) return 'Something in the outbox was not signed by you in the role you have now. It is kept, and not sent.';
  switch (plan.purpose) {
    case 'countersign': {
      const opened = reopen(sealed);
      return opened.ok ? mixUp(entry, opened.attestation) : opened.why;
    }
    case 'propose': {
      const opened = reopenProposal(sealed);
      return opened.ok ? mixUp(entry, opened.proposal) : opened.why;
    }
    case 'verify-claim': {
      const opened = reopenVerification(sealed, policy);
      return opened.ok ? mixUp(entry, opened.verification) : opened.why;
    }
    case 'cancel-proposal': return plan.steps.every(({ action }) => isCancelling(action)) && isPlanOf(entry) ? null : MIXED_UP;
    case 'query': {
      const opened = reopenQuestion(sealed);
      return opened.ok ? mixUp(entry, opened.query) : opened.why;
    }
    case 'answer-query': {
      const opened = reopenAnswer(sealed);
      return opened.ok ? mixUp(entry, opened.signed) : opened.why;
    }
    case 'follow-query': return plan.steps.every(({ action }) => action.kind === 'follow-query' || action.kind === 'notify-query') && isPlanOf(entry) ? null : MIXED_UP;
    case 'cancel-query': return plan.steps.every(({ action }) => action.kind === 'close-query' && action.answer === null) && isPlanOf(entry) ? null : MIXED_UP;
    case 'anchor': return MIXED_UP;
  }
}

function mixUp(entry: OutboxEntry, signed: { readonly id: string; readonly patient: string; readonly encounter: { readonly reference: string }; readonly who: Person }): string | null {
  const { id, plan, patient, encounter } = entry;
  const same = signed.id === id && signed.who.reference === plan.who.reference && bare(signed.patient) === patient && bare(signed.encounter.reference) === encounter;
  return same && isPlanOf(entry) ? null : MIXED_UP;
}

function isPlanOf({ id, plan, patient, encounter }: OutboxEntry): boolean {
  return plan.event === id && bare(plan.patient) === patient && bare(plan.encounter.reference) === encounter;
}

const MIXED_UP = 'Something in the outbox does not belong together as it was signed. It is kept, and not sent; look in the chart whether it was written.';

/** The logical id of `Type/id`. */
function bare(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}
