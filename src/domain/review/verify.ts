import type { AttestationId, Chart, Decision, Instant, Person, Policy, Source, Suggestion, Verification, Verified } from '../model/index.ts';
import { mayVerifyClaims } from '../model/index.ts';
import { submittedClaim } from '../coding/claim/billed.ts';
import { visitNotes } from '../coding/whose-words.ts';
import type { LeftOut } from './attest.ts';
import { needsSecondPerson } from './second-person.ts';
import { sealOf } from './seal.ts';
import { isAttestationShape } from './shape.ts';

/** What a coder states. It confirms no diagnosis: that is a clinician's. */
export const VERIFICATION_STATEMENT =
  'I verified each item listed here for the draft claim: its diagnoses are documented by a provider in this encounter, and its services are documented as performed. '
  + 'The items were proposed by software (AI-assisted coding). This changes the draft claim alone. It confirms no diagnosis in the chart.';

export type VerifyResult =
  | { readonly ok: true; readonly verification: Verification; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly why: string };

/**
 * The one gate to a claim that a coder finalises, where the site's policy lets coders do so: diagnoses that a provider documented in this
 * encounter, and services. All else stays a proposal to a clinician, with words.
 */
export function verifyClaim({ decisions, who, at, id, patient, encounter, chart, policy }: {
  readonly decisions: readonly Decision[];
  readonly who: Person;
  readonly at: Instant;
  readonly id: AttestationId;
  readonly patient: string;
  readonly encounter: Source;
  readonly chart: Chart;
  readonly policy: Policy;
}): VerifyResult {
  if (!mayVerifyClaims(who.role, policy)) return { ok: false, why: NOT_ALLOWED };
  const needing = needsSecondPerson(decisions, who, policy);
  const sifted = decisions.map((decision) => ({ decision, why: whyNot(decision, chart) ?? secondPerson(decision, needing) }));
  const leftOut = sifted.flatMap(({ decision, why }) => (why === null ? [] : [{ decision: decision.id, why }]));
  const listed = sifted.filter(({ why }) => why === null).map(({ decision }) => decision);
  const twice = listed.find((d, index) => listed.findIndex((other) => other.suggestion.id === d.suggestion.id) !== index);
  if (twice !== undefined) return { ok: false, why: `${twice.suggestion.code} carries two decisions. Keep one of them, then verify.` };
  if (listed.length === 0) return { ok: false, why: ['Nothing to verify for the draft claim.', ...leftOut.map((one) => one.why)].join(' ') };
  const unsealed = { id, who, at, statement: VERIFICATION_STATEMENT, patient, encounter, decisions: listed.map(branded) };
  return { ok: true, verification: { ...unsealed, seal: sealOf(unsealed) }, leftOut };
}

/** A verification as it comes back from storage, checked as `reopen` checks a countersignature, and against the policy as it is now. */
export function reopenVerification(stored: unknown, policy: Policy): { readonly ok: true; readonly verification: Verification } | { readonly ok: false; readonly why: string } {
  if (!isAttestationShape(stored)) return { ok: false, why: 'The stored verification of the draft claim cannot be read. Nothing of it is written; decide and verify again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored verification of the draft claim was changed after it was made. Nothing of it is written; decide and verify again.' };
  if (!mayVerifyClaims(stored.who.role, policy)) return { ok: false, why: `${NOT_ALLOWED} Nothing of the stored verification is written.` };
  if (stored.statement !== VERIFICATION_STATEMENT) return { ok: false, why: 'The stored verification was made under another statement. Verify again.' };
  if (stored.decisions.some(({ choice, suggestion }) => choice.kind !== 'accept' || suggestion.action === 'remove')) return { ok: false, why: 'The stored verification lists an item that no coder verifies. Nothing of it is written.' };
  return { ok: true, verification: { ...stored, decisions: stored.decisions.map(branded) } };
}

const NOT_ALLOWED = 'A draft claim is verified by a coder, and only where the site\'s policy lets coders finalise claims.';

function secondPerson(decision: Decision, needing: ReadonlyMap<Decision, string>): string | null {
  const why = needing.get(decision);
  return why === undefined ? null : `${decision.suggestion.code} takes a second person here (${why}): propose it to a clinician.`;
}

function whyNot({ suggestion, choice }: Decision, chart: Chart): string | null {
  const { code, system, action } = suggestion;
  if (choice.kind === 'defer') return `${code} is deferred: it stays open.`;
  if (choice.kind !== 'accept') return `${code} is not taken as it was suggested: propose that to a clinician.`;
  if (choice.target === 'problem-list-item') return `${code} goes to the problem list: a clinician decides that.`;
  if (suggestion.corrects !== undefined || suggestion.proposal !== undefined) return `${code} answers what somebody else signed or proposed: a clinician decides that.`;
  if (action === 'remove') return `Removing ${code} is a clinician's decision: propose it.`;
  if (action === 'specify' && (suggestion.billed === true || submittedClaim(chart) !== undefined)) return `${code} would change a billed encounter: pass it on to compliance.`;
  if (system === 'icd-10-cm' && !isDocumented(suggestion, chart)) return `${code} rests on no provider's note of this encounter: propose it to a clinician, or ask.`;
  return null;
}

/** Its words stand in a note of this encounter that supports a code (Guidelines I.A.19); a chart fact, a draft or a nurse's note alone is not enough. */
function isDocumented({ evidence }: Suggestion, chart: Chart): boolean {
  const byProvider = new Set(visitNotes(chart).usable.map(({ id }) => id));
  return evidence.some((one) => one.kind === 'quote' && byProvider.has(one.note));
}

function branded(decision: Decision): Verified<Decision> {
  return decision as Verified<Decision>;
}
