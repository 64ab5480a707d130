import type { Analysis, Chart, Decision, GapKind, Policy, PreflightRow, SignedItem, Suggestion } from '../domain/model/index.ts';
import type { ReviewLedger } from '../domain/review/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { KeptReview, OutboxEntry } from '../store/contract.ts';
import type { OpenReview } from './review-state.ts';
import type { Keeper } from './keeper.ts';
import type { Writer } from './parts.ts';
import type { Visit } from './visit.ts';
import { UNNAMED } from '../domain/model/index.ts';
import { currentDecisions, emptyLedger, mustOpenFirst, ownProposals, record, rememberedRejections, reopen, reopenVerification, sign, withProposals } from '../domain/review/index.ts';
import { byOtherTab } from './elsewhere.ts';
import { withFiled } from './filed-proposals.ts';
import { isOver, overtaken, receiptsOf, sortOut } from './pending.ts';
import { permissionOf } from './permission.ts';
import { droppedNotices, kept, restore } from './restore.ts';
import { allSigned, signedBefore } from './signed-items.ts';
import { plans } from './planning.ts';

/** A review as it opens: with what was decided, signed and proposed before, here and elsewhere, and with what still waits to be written. */
export async function openReview(visit: Visit, { chart: read, analysis, kept: stored, writer, policy }: {
  readonly chart: Chart; readonly analysis: Analysis; readonly kept: KeptBefore; readonly writer: Writer | null; readonly policy: Policy;
}): Promise<OpenReview> {
  const { session, where, keeper } = visit;
  const chart = withFiled(read, stored.review.filed);
  const permission = permissionOf(session, writer, chart, policy);
  const waiting = await waitingNow(visit, policy);
  visit.here = waiting.here;
  const signed = allSigned(chart, stored.review.signed);
  const carded = withProposals([...analysis.suggestions, ...analysis.visitItems], chart, session.user);
  const { remembered, returned } = rememberedRejections(signed, carded);
  const standing = stillMine(stored.review.decisions, signed, waiting.here, policy);
  const { suggestions, reconsidered } = reopened(carded, remembered, new Set(standing.map(({ suggestion }) => suggestion)));
  const known = new Set(suggestions.map(({ id }) => id));
  const opened = new Set(stored.review.opened.filter((id) => known.has(id)));
  const { decisions: restored, dropped } = restore(standing, suggestions, chart);
  /** The site may ask for opened evidence since. */
  const decisions = restored.filter(({ suggestion, choice }) => !mustOpenFirst(suggestion, choice, opened));
  const mayDecide = permission.kind === 'may-countersign';
  const rows = writer === null ? null : plans().preflight(writer.profile, policy);
  const open: OpenReview = {
    session, where, chart, analysis: seenBy(policy.audiences[session.user.role], { ...analysis, suggestions }), permission, ledger: emptyLedger, decisions: new Map(),
    opened,
    unfinished: unfinishedOf(waiting.here), waitingElsewhere: waiting.elsewhere, elsewhere: byOtherTab(suggestions, keeper.foreign, []),
    remembered: new Map([...remembered].filter(([id]) => !reconsidered.has(id))), returned, ownProposals: ownProposals(chart, session.user),
    signedBefore: signedBefore(signed, chart, mayDecide, (item) => known.has(item.suggestion)),
    remembering: { signed: rememberedAt(rows, keeper.where), unsigned: stored.trouble ? 'nowhere' : keeper.where }, preflight: rows,
    notices: [...chosenByPerson(session), ...(session.user.reference === UNNAMED ? [NOT_NAMED] : []), ...droppedNotices(dropped, chart), ...(decisions.length < restored.length ? [NOT_OPENED] : []), ...(stored.trouble ? [NOT_LOADED] : []), ...waiting.notices],
  };
  return withLedger(open, waiting.here.flatMap((entry) => signedIn(entry, known, policy)).reduce(signedToo, decisions.reduce(record, emptyLedger)));
}

/** Gaps of the kinds that the site shows this role; a question belongs to a documentation gap. */
function seenBy(kinds: readonly GapKind[], analysis: Analysis): Analysis {
  return { ...analysis, gaps: analysis.gaps.filter(({ kind }) => kinds.includes(kind)), queries: kinds.includes('documentation') ? analysis.queries : [] };
}

export function withLedger(open: OpenReview, ledger: ReviewLedger): OpenReview {
  return { ...open, ledger, decisions: new Map(currentDecisions(ledger).map((decision) => [decision.suggestion.id, decision])) };
}

interface KeptBefore { readonly review: KeptReview; readonly trouble: boolean }

export async function keptBefore(keeper: Keeper): Promise<KeptBefore> {
  try {
    return { review: await keeper.load(), trouble: false };
  } catch {
    return { review: { decisions: [], opened: [], signed: [] }, trouble: true };
  }
}

/** The oldest one of this encounter that still has something to do. */
export function unfinishedOf(here: readonly OutboxEntry[]): OpenReview['unfinished'] {
  const entry = here[0];
  return entry === undefined ? null : { plan: entry.plan, receipts: receiptsOf(entry) };
}

/** What this tab leaves to the device: unsigned decisions, opened evidence. Corrections of accepted items are looked at again first. */
export function keepReview({ keeper }: Visit, { decisions, ledger, opened, signedBefore: before }: OpenReview): void {
  const unsigned = [...decisions.values()].filter(({ id, suggestion: { corrects, id: suggestion } }) => !ledger.signed.includes(id)
    && (corrects === undefined || before.some(({ item }) => item.suggestion === suggestion)));
  keeper.keep(unsigned.map(kept), [...opened]);
}

const NOT_NAMED = 'The EHR does not say who you are, so nothing of this review, its log neither, is kept after this page closes.';
const NOT_OPENED = 'Your site now asks for the evidence of some items to be opened before they are accepted. What you had accepted of them unread was dropped. Please decide again.';
const NOT_LOADED = 'What this device kept of this review could not be read: earlier decisions that were not signed are not shown.';

async function waitingNow({ vault, where, session }: Visit, policy: Policy): Promise<ReturnType<typeof sortOut>> {
  try {
    const listed = await vault.outbox.list();
    for (const entry of listed.entries.filter(isOver)) await vault.outbox.remove(entry.id);
    return sortOut(listed, where, session.user, policy);
  } catch {
    return { here: [], elsewhere: [], notices: ['What waits on this device to be written could not be read. It is kept. Nothing can be signed until it can be read.'] };
  }
}

/** Kept decisions that nothing signed has overtaken. */
function stillMine(decisions: KeptReview['decisions'], signed: readonly SignedItem[], here: readonly OutboxEntry[], policy: Policy): KeptReview['decisions'] {
  const inOutbox = new Set(here.flatMap((entry) => decisionsOf(entry, policy)).map(({ id }) => id as string));
  const overtakenBySigned = ({ suggestion, at }: KeptReview['decisions'][number]): boolean =>
    signed.some((item) => item.suggestion === suggestion && item.at !== null && Date.parse(item.at) >= Date.parse(at));
  return decisions.filter((decision) => !inOutbox.has(decision.id) && !overtakenBySigned(decision));
}

/** A remembered rejection that the person had begun to reconsider stays open to be decided; what they sign then corrects it. */
function reopened(suggestions: readonly Suggestion[], remembered: ReadonlyMap<string, SignedItem>, decided: ReadonlySet<string>): { readonly suggestions: readonly Suggestion[]; readonly reconsidered: ReadonlySet<string> } {
  const reconsidered = new Set([...remembered.keys()].filter((id) => decided.has(id)));
  return {
    reconsidered,
    suggestions: suggestions.map((suggestion) => {
      const item = reconsidered.has(suggestion.id) ? remembered.get(suggestion.id) : undefined;
      return item === undefined ? suggestion : { ...suggestion, corrects: item.source };
    }),
  };
}

/** Signed items that wait to be written lie as signed, save those where another hand came first: they are open to be decided anew. */
function signedIn(entry: OutboxEntry, known: ReadonlySet<string>, policy: Policy): readonly Decision[] {
  const open = overtaken(entry);
  return decisionsOf(entry, policy).filter(({ suggestion: { id } }) => known.has(id) && !open.has(id));
}

function decisionsOf({ plan, sealed }: OutboxEntry, policy: Policy): readonly Decision[] {
  if (plan.purpose === 'verify-claim') {
    const verified = reopenVerification(sealed, policy);
    return verified.ok ? verified.verification.decisions : [];
  }
  if (plan.purpose !== 'countersign') return [];
  const opened = reopen(sealed);
  return opened.ok ? opened.attestation.decisions : [];
}

function signedToo(ledger: ReviewLedger, decision: Decision): ReviewLedger {
  return sign(record(ledger, decision), [decision.id]);
}

function rememberedAt(rows: readonly PreflightRow[] | null, device: Keeper['where']): OpenReview['remembering']['signed'] {
  const ends = rows?.find(({ action }) => action === 'remember-decisions')?.ends;
  if (ends === 'ehr' || ends === 'companion') return ends;
  return device === 'device' ? 'device' : 'nowhere';
}

/**
 * Of the session's own notices, what they say of rights `permission` says here, and their "Choose one" is done. What stays is
 * that the EHR did not vouch for the choice: its open chart may be another one.
 */
function chosenByPerson({ mode, patient, encounter }: Session): readonly string[] {
  if (mode !== 'ehr' || encounter !== null) return [];
  return [patient === null ? 'The EHR did not say whose chart is open: you chose this patient and visit.' : 'The EHR did not say which visit is open: you chose this one.'];
}
