import type { Analysis, Chart, EncounterFacts } from '../domain/model/index.ts';
import type { ReviewLedger } from '../domain/review/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { Keeping, TabStore } from './keep.ts';
import type { OpenReview, Permission, Where } from './review-state.ts';
import type { Writer } from './parts.ts';
import { mayAttest } from '../domain/model/index.ts';
import { currentDecisions, emptyLedger, record, seenVersions, sign } from '../domain/review/index.ts';
import { keep, keepKey, restore } from './keep.ts';
import { itemsOf } from './receipts.ts';

/** A fresh review, with what this tab had decided before on the same versions. */
export function openReview({ store, session, where, chart, analysis, permission }: {
  readonly store: TabStore; readonly session: Session; readonly where: Where;
  readonly chart: Chart; readonly analysis: Analysis; readonly permission: Permission;
}): OpenReview {
  const key = keepKey(session.ehr, session.user.reference, where.encounter);
  const { decisions, signed, opened, dropped } = restore(store, key, analysis.suggestions, (suggestion) => seenVersions(chart, suggestion));
  const notices = [...chosenByPerson(session), ...(dropped === 0 ? [] : [droppedNotice(dropped, chart)])];
  const open = { session, where, chart, analysis, permission, opened: new Set(opened), notices, unfinished: null, ledger: emptyLedger, decisions: new Map(), ...NOTHING_ELSE };
  return withLedger(open, sign(decisions.reduce(record, emptyLedger), signed));
}

const NOTHING_ELSE = {
  waitingElsewhere: [], elsewhere: new Map(), remembered: new Map(), returned: new Set<never>(), signedBefore: [], ownProposals: [], preflight: null,
  remembering: { signed: 'ehr', unsigned: 'tab' },
} as const;

export function withLedger(open: OpenReview, ledger: ReviewLedger): OpenReview {
  return { ...open, ledger, decisions: new Map(currentDecisions(ledger).map((decision) => [decision.suggestion.id, decision])) };
}

/** Keeps in the tab what is not signed, what is signed and not known to be written, and rejections. */
export function keepReview(store: TabStore, { session, where, ledger, decisions, opened, unfinished }: OpenReview): void {
  const items = unfinished === null ? null : itemsOf(unfinished.plan, unfinished.receipts);
  const kept = [...decisions.values()].flatMap((decision): Keeping[] => {
    const { id, choice, suggestion } = decision;
    if (!ledger.signed.includes(id)) return [{ decision, signed: null }];
    if (choice.kind === 'reject' && items?.pending.has(suggestion.id) !== true) return [{ decision, signed: 'written' }];
    return items === null || items.written.has(suggestion.id) ? [] : [{ decision, signed: 'pending' }];
  });
  keep(store, keepKey(session.ehr, session.user.reference, where.encounter), kept, opened);
}

/** Who may countersign, or why not: the role, the granted scopes, what was read of the visit, what this EHR offers. */
export async function permissionOf(session: Session, writer: Promise<Writer>, { encounter }: Chart): Promise<Permission> {
  if (!mayAttest(session.user.role)) {
    return { kind: 'read-only', why: session.user.role === 'unknown' ? 'The EHR did not say in which role you work here, so you can look, but not countersign.' : 'Only a clinician can countersign. In your role you can look at everything.' };
  }
  if (!session.scopes.canWrite) return { kind: 'read-only', why: 'The EHR gave this app no permission to write. You can look at everything, but not countersign.' };
  if (isUnread(encounter)) return { kind: 'read-only', why: 'The visit itself could not be read, so nothing shows that it is this patient\'s. You can look, but not countersign. Read the record again to retry.' };
  try {
    await writer;
    return { kind: 'may-countersign' };
  } catch {
    return { kind: 'read-only', why: 'The EHR did not say what it lets an app write, so nothing can be countersigned now. Read the record again to retry.' };
  }
}

/** Nothing is known of it but its id, which came with the launch. */
function isUnread({ status, classCode, start, end }: EncounterFacts): boolean {
  return status === 'unknown' && classCode === null && start === null && end === null;
}

/**
 * Of the session's own notices, what they say of rights `permission` says here, and their "Choose one" is done. What stays is
 * that the EHR did not vouch for the choice: its open chart may be another one.
 */
function chosenByPerson({ mode, patient, encounter }: Session): readonly string[] {
  if (mode !== 'ehr' || encounter !== null) return [];
  return [patient === null ? 'The EHR did not say whose chart is open: you chose this patient and visit.' : 'The EHR did not say which visit is open: you chose this one.'];
}

function droppedNotice(count: number, { reads }: Chart): string {
  const isWhole = reads.every(({ status }) => status === 'read' || status === 'not-asked');
  const why = isWhole ? 'has changed since' : 'has changed since, or could not be read this time';
  return count === 1
    ? `One earlier decision was dropped: what it rests on ${why}. Please decide again.`
    : `${count} earlier decisions were dropped: what they rest on ${why}. Please decide again.`;
}
