import type { Chart, Decision, Evidence, Instant, Person, Policy, Proposal, ProposalId, Proposed, Source } from '../model/index.ts';
import { DEFAULT_POLICY, mayOffer, mayPropose } from '../model/index.ts';
import type { LeftOut } from './attest.ts';
import { needsSecondPerson } from './second-person.ts';
import { sealOf } from './seal.ts';
import { isShareable, mayBeShared } from './sensitive.ts';
import { isProposalShape } from './shape.ts';

export type OfferResult =
  | { readonly ok: true; readonly proposal: Proposal; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly why: string };

/**
 * The one gate to unconfirmed writes: brands what a CDI specialist or coder asks a clinician to countersign, or a clinician a colleague where
 * the site's policy asks for two persons. Only accepted and modified decisions ask for anything. Words of sensitive notes stay out: they go to nobody but their reader.
 */
export function offer({ decisions, who, at, id, patient, encounter, chart, policy = DEFAULT_POLICY }: {
  readonly decisions: readonly Decision[];
  readonly who: Person;
  readonly at: Instant;
  readonly id: ProposalId;
  readonly patient: string;
  readonly encounter: Source;
  readonly chart: Chart;
  readonly policy?: Pick<Policy, 'confidence' | 'escalate'>;
}): OfferResult {
  if (!mayOffer(who.role) || (!mayPropose(who.role) && decisions.length !== needsSecondPerson(decisions, who, policy).size)) return { ok: false, why: 'Only a CDI specialist or a coder proposes. A clinician countersigns, and sends a colleague only what takes a second person; others can look.' };
  const sifted = decisions.map((decision) => ({ decision, why: whyNot(decision, chart) }));
  const leftOut = sifted.flatMap(({ decision, why }) => (why === null ? [] : [{ decision: decision.id, why }]));
  const listed = sifted.filter(({ why }) => why === null).map(({ decision }) => shared(decision, chart));
  const twice = listed.find((d, index) => listed.findIndex((other) => other.suggestion.id === d.suggestion.id) !== index);
  if (twice !== undefined) return { ok: false, why: `${twice.suggestion.code} carries two decisions. Keep one of them, then propose.` };
  if (listed.length === 0) return { ok: false, why: ['Nothing to propose: no item is accepted or modified that a clinician could be sent.', ...leftOut.map((one) => one.why)].join(' ') };
  const unsealed = { id, who, at, patient, encounter, decisions: listed.map(branded) };
  return { ok: true, proposal: { ...unsealed, seal: sealOf(unsealed) }, leftOut };
}

/** A proposal as it comes back from storage, checked as `reopen` checks a countersignature. */
export function reopenProposal(stored: unknown): { readonly ok: true; readonly proposal: Proposal } | { readonly ok: false; readonly why: string } {
  if (!isProposalShape(stored)) return { ok: false, why: 'The stored proposal cannot be read. Nothing of it is written; decide and propose again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored proposal was changed after it was made. Nothing of it is written; decide and propose again.' };
  if (!mayOffer(stored.who.role)) return { ok: false, why: 'The stored proposal is of nobody who may propose. Nothing of it is written.' };
  if (!stored.decisions.every(asks)) return { ok: false, why: 'The stored proposal lists an item that asks for nothing. Decide and propose again.' };
  return { ok: true, proposal: { ...stored, decisions: stored.decisions.map(branded) } };
}

function whyNot({ suggestion: { code, charted, evidence }, choice }: Decision, chart: Chart): string | null {
  if (choice.kind === 'reject') return `${code} is rejected: a proposal asks for nothing there, so it is not sent.`;
  if (choice.kind === 'defer') return `${code} is deferred: it stays open and is not sent.`;
  if (charted.some((source) => !isShareable(source, chart))) return `${code} would change an entry that the EHR keeps under a sensitive label, of which nobody is told. Speak with the clinician who made it.`;
  const rests = (kinds: readonly Evidence['kind'][]): boolean => {
    const pieces = evidence.filter(({ kind }) => kinds.includes(kind));
    return pieces.length > 0 && pieces.every((e) => !mayBeShared(e, chart));
  };
  if (rests(['quote'])) return `${code} rests on sensitive notes alone, whose words are sent to nobody. Speak with the clinician who wrote them.`;
  return rests(['fact']) && !evidence.some(({ kind }) => kind === 'quote') ? `${code} rests on sensitive entries of the chart alone, of which nobody is told. Speak with the clinician who made them.` : null;
}

function asks({ choice }: Decision): boolean {
  return choice.kind === 'accept' || choice.kind === 'modify';
}

function shared(decision: Decision, chart: Chart): Decision {
  const { suggestion } = decision;
  return { ...decision, suggestion: { ...suggestion, evidence: suggestion.evidence.filter((e) => mayBeShared(e, chart)) } };
}

function branded(decision: Decision): Proposed<Decision> {
  return decision as Proposed<Decision>;
}
