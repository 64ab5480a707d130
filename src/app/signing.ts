import type { Attestation, AttestationId, Chart, Decision, LogEvent, Policy, Proposal, ProposalId, ServerProfile, SignedItem, SuggestionId, Verification, WritePlan } from '../domain/model/index.ts';
import type { OutboxEntry } from '../store/contract.ts';
import type { Clock, Ids, VersionCheck, Writer } from './parts.ts';
import type { Since } from '../fhir/send/contract.ts';
import type { Elsewhere, Held, OpenReview } from './review-state.ts';
import type { Visit } from './visit.ts';
import { attestedEvent, heldBackEvent, proposedEvent } from '../domain/audit/index.ts';
import { attest, needsSecondPerson, offer, secondPersonWords, verifyClaim } from '../domain/review/index.ts';
import { NEVER } from './carry-out.ts';
import { byOthers, heldByOthers, heldByOtherTab } from './elsewhere.ts';
import { isOver, isSettled, overtaken, sortOut, withoutItems } from './pending.ts';
import { signedItems } from './signed-items.ts';
import { held, sourcesOf } from './version-check.ts';
import { plans } from './planning.ts';
import { secure } from './secure.ts';

/** How one signing or proposing ended, before anything is sent. */
export type Signed =
  /** It stands in the log and in the outbox: from here on it is carried out. `here`: what waits for this encounter now. */
  | { readonly kind: 'signed'; readonly entry: OutboxEntry; readonly here: readonly OutboxEntry[] }
  | { readonly kind: 'held'; readonly held: readonly Held[]; readonly elsewhere: ReadonlyMap<SuggestionId, Elsewhere> }
  /** Nothing was signed, and why. */
  | { readonly kind: 'trouble'; readonly why: string }
  /** The person went elsewhere meanwhile. */
  | { readonly kind: 'left' };

export interface Signing {
  readonly visit: Visit;
  readonly open: OpenReview;
  readonly writer: Writer;
  readonly decisions: readonly Decision[];
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
  /** A coder verifies the draft claim, instead of proposing. */
  readonly verifies?: boolean;
  /** Called once, when all was checked. False where the person went elsewhere: then nothing is signed. */
  readonly commit: () => boolean;
}

/**
 * Signs or proposes, while no other tab does so for this encounter: asks whether anything changed or came since the record was read, signs
 * the list as it was ticked or nothing, tells the log, and stores the whole in the outbox. Only then may a request be sent.
 */
export async function signNow(signing: Signing): Promise<Signed> {
  const { visit } = signing;
  try {
    const done = await visit.vault.outbox.exclusively(`signing:${visit.where.encounter}`, () => inTurn(signing));
    return done ?? { kind: 'trouble', why: OTHER_TAB };
  } catch {
    return { kind: 'trouble', why: NOT_STORED };
  }
}

async function inTurn({ visit, open, writer, decisions, clock, ids, policy, verifies = false, commit }: Signing): Promise<Signed> {
  const { vault, keeper } = visit;
  const { here } = sortOut(await vault.outbox.list(), visit.where, open.session.user, policy);
  if (here.some((entry) => !isSettled(entry))) return { kind: 'trouble', why: FINISH_FIRST };
  const news = await keeper.signedElsewhere();
  if (news.length > 0) return heldBack(visit, heldByOtherTab(decisions, news), new Map());
  const asked = await ask(visit, writer, decisions);
  if (asked === null) return { kind: 'trouble', why: NOT_ASKED };
  const back = [...asked.held, ...heldByOthers(decisions, asked.since)];
  if (back.length > 0) return heldBack(visit, back, byOthers(open.analysis.suggestions, asked.since.newcomers));
  const drawn = drawUp(open, decisions, { id: ids.next(), at: clock.now(), profile: writer.profile, policy, verifies });
  if (!drawn.ok) return { kind: 'trouble', why: drawn.why };
  if (!commit()) return { kind: 'left' };
  const { entry } = drawn;
  const secured = await secure(visit, drawn.event, entry, decisions.map(({ suggestion: { id } }) => id));
  if (secured !== 'secured') return { kind: 'trouble', why: secured === 'not-logged' ? NOT_LOGGED : NOT_STORED };
  await keeper.keepSigned(drawn.signed);
  return { kind: 'signed', entry, here: [...await supersede(here, decisions, vault.outbox), entry] };
}

/** What a signature on these decisions would be, and would write. Nothing is sent or stored. */
export function drawUp(open: OpenReview, decisions: readonly Decision[], { id, at, profile, policy, verifies = false }: {
  readonly id: string; readonly at: string; readonly profile: ServerProfile; readonly policy: Policy; readonly verifies?: boolean;
}): { readonly ok: true; readonly entry: OutboxEntry; readonly event: LogEvent; readonly signed: readonly SignedItem[] } | { readonly ok: false; readonly why: string } {
  const { chart, session: { user: who }, where } = open;
  const about = { decisions, who, at, patient: chart.patient.source.reference, encounter: chart.encounter.source };
  if (!isOf(chart, where)) return { ok: false, why: MIXED_UP };
  const entryOf = (sealed: Attestation | Verification | Proposal, plan: WritePlan): OutboxEntry => ({ id: sealed.id, ...where, plan, receipts: [], begun: [], at, sealed });
  switch (open.permission.kind) {
    case 'may-countersign': {
      const needing = needsSecondPerson(decisions, who, policy);
      if (needing.size > 0 && needing.size < decisions.length) return { ok: false, why: `${secondPersonWords(needing)} Tick what one person signs and what goes to a colleague apart.` };
      if (needing.size > 0) return drawUpProposal(open, about, { id, profile, policy }, entryOf);
      const made = attest({ ...about, id: id as AttestationId, policy });
      if (!made.ok) return made;
      const plan = planned(() => plans().planWrites({ attestation: made.attestation, chart, profile, policy }));
      return plan === null ? { ok: false, why: NO_PLAN } : { ok: true, entry: entryOf(made.attestation, plan), event: attestedEvent(made.attestation), signed: signedItems(made.attestation) };
    }
    case 'may-propose': {
      if (verifies) return drawUpVerification(open, about, { id, profile, policy }, entryOf);
      return drawUpProposal(open, about, { id, profile, policy }, entryOf);
    }
    case 'read-only': return { ok: false, why: open.permission.why };
  }
}

/** Of a CDI specialist or coder; of a clinician, for what takes a second person. */
function drawUpProposal(
  { chart }: OpenReview, about: Omit<Parameters<typeof offer>[0], 'id' | 'chart' | 'policy'>,
  { id, profile, policy }: { readonly id: string; readonly profile: ServerProfile; readonly policy: Policy }, entryOf: (sealed: Proposal, plan: WritePlan) => OutboxEntry,
): ReturnType<typeof drawUp> {
  const made = offer({ ...about, id: id as ProposalId, chart, policy });
  if (!made.ok) return made;
  const plan = planned(() => plans().planProposal({ proposal: made.proposal, chart, profile, policy }));
  if (plan === null) return { ok: false, why: NO_PLAN };
  if (plan.steps.length === 0) return { ok: false, why: ['Nothing was proposed.', ...plan.cannot.map(({ says, why }) => `${says}: ${why}`)].join(' ') };
  return { ok: true, entry: entryOf(made.proposal, plan), event: proposedEvent(made.proposal), signed: [] };
}

/** A coder's verification of the draft claim: the log hears of it as of a signature. */
function drawUpVerification(
  { chart }: OpenReview, about: Omit<Parameters<typeof verifyClaim>[0], 'id' | 'chart' | 'policy'>,
  { id, profile, policy }: { readonly id: string; readonly profile: ServerProfile; readonly policy: Policy }, entryOf: (sealed: Verification, plan: WritePlan) => OutboxEntry,
): ReturnType<typeof drawUp> {
  const made = verifyClaim({ ...about, id: id as AttestationId, chart, policy });
  if (!made.ok) return made;
  const plan = planned(() => plans().planVerification({ verification: made.verification, chart, profile, policy }));
  if (plan === null) return { ok: false, why: NO_PLAN };
  if (plan.steps.length === 0) return { ok: false, why: ['Nothing was verified.', ...plan.cannot.map(({ says, why }) => `${says}: ${why}`)].join(' ') };
  const told = { ...plan, cannot: [...plan.cannot, ...made.leftOut.map(({ decision, why }) => ({ says: `Put ${codeOf(about.decisions, decision)} on the claim`, why }))] };
  return { ok: true, entry: entryOf(made.verification, told), event: attestedEvent(made.verification), signed: signedItems(made.verification) };
}

function codeOf(decisions: readonly Decision[], id: string): string {
  return decisions.find((decision) => decision.id === id)?.suggestion.code ?? '';
}

function isOf(chart: Chart, { patient, encounter }: OpenReview['where']): boolean {
  return chart.patient.source.reference.endsWith(`Patient/${patient}`) && chart.encounter.source.reference.endsWith(`Encounter/${encounter}`);
}

/** Null where the chart holds something that the planning trips over: a person is told, and nothing is signed. */
function planned(plan: () => WritePlan): WritePlan | null {
  try {
    return plan();
  } catch {
    return null;
  }
}

/** Null where it could not be asked at all. */
async function ask({ where, known }: Visit, writer: Writer, decisions: readonly Decision[]): Promise<{ readonly held: readonly Held[]; readonly since: Since } | null> {
  try {
    const [checks, since]: readonly [readonly VersionCheck[], Since] = await Promise.all([writer.check(sourcesOf(decisions), NEVER), writer.since(where, known, NEVER)]);
    return { held: held(decisions, checks), since };
  } catch {
    return null;
  }
}

function heldBack({ journal }: Visit, all: readonly Held[], elsewhere: ReadonlyMap<SuggestionId, Elsewhere>): Signed {
  const byItem = [...new Set(all.map(({ suggestion }) => suggestion))].flatMap((id) => together(all.filter(({ suggestion }) => suggestion === id)));
  journal.tell(...byItem.map(({ suggestion, why }) => heldBackEvent(suggestion, why)));
  return { kind: 'held', held: byItem, elsewhere };
}

/** Of several reasons, that somebody decided on the item says most: what they wrote is also why its sources changed. */
function together(reasons: readonly Held[]): readonly Held[] {
  const first = reasons.find(({ why }) => why === 'decided-elsewhere') ?? reasons[0];
  if (first === undefined) return [];
  return [{ ...first, what: [first, ...reasons.filter((one) => one !== first)].flatMap(({ what }) => what) }];
}

/** What was overtaken and is signed anew here has its end in the new signature. Where that cannot be stored the old steps stay: they are refused again. */
async function supersede(here: readonly OutboxEntry[], decisions: readonly Decision[], outbox: Visit['vault']['outbox']): Promise<readonly OutboxEntry[]> {
  const anew = new Set(decisions.map(({ suggestion: { id } }) => id));
  const left: OutboxEntry[] = [];
  for (const entry of here) {
    const items = new Set([...overtaken(entry)].filter((id) => anew.has(id)));
    const next = items.size === 0 ? entry : withoutItems(entry, items);
    if (next !== entry) await (isOver(next) ? outbox.remove(next.id) : outbox.put(next)).catch(() => undefined);
    if (!isOver(next)) left.push(next);
  }
  return left;
}

const OTHER_TAB = 'Another tab is signing for this visit right now. Nothing was signed here. Try again in a moment.';

const FINISH_FIRST = 'Something you signed on this visit is not wholly written yet. Nothing more was signed. Go back to the review, finish that first, or take it over by hand, then countersign the rest.';

const NOT_ASKED = 'The EHR could not be asked whether anything changed since you looked. Nothing was signed. Try again.';

const NOT_LOGGED = 'The log on this device could not be written, and nothing is signed without it. Nothing was signed. Make room on this device, or reload the page, then try again.';

const NOT_STORED = 'This device could not store what you are signing, and nothing is sent that could be lost. Nothing was signed. Make room on this device, or reload the page, then try again.';

const MIXED_UP = 'The chart that was read belongs to another patient or visit than this review. Nothing was signed. Open the app again from the EHR.';

const NO_PLAN = 'The writes for these items could not be worked out. Nothing was signed, and your decisions are kept. Sign fewer items at a time to leave out the one that causes it, or read the record again.';
