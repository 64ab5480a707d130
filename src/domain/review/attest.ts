import type { Attestation, AttestationId, Attested, Decision, DecisionId, Instant, Person, Policy, Source } from '../model/index.ts';
import { DEFAULT_POLICY, mayAttest } from '../model/index.ts';
import { needsSecondPerson, secondPersonWords } from './second-person.ts';
import { sealOf } from './seal.ts';
import { isAttestationShape } from './shape.ts';

/** What the signer states. It says a human reviewed machine output, which is what payers ask for, and no more. */
export const ATTESTATION_STATEMENT =
  'I reviewed each item listed here, with the evidence shown for it, and decided on each one myself. '
  + 'The items were proposed by software (AI-assisted coding), or by a colleague who worked with it. '
  + 'This records a human review of that output. It is not a signature on a note or on the chart.';

/** A decision that the attestation does not list, in words for a person. */
export interface LeftOut {
  readonly decision: DecisionId;
  readonly why: string;
}

export type AttestResult =
  | { readonly ok: true; readonly attestation: Attestation; readonly leftOut: readonly LeftOut[] }
  | { readonly ok: false; readonly why: string };

/**
 * The one gate to confirmed writes: brands each listed decision as attested by this person at this time.
 * Accepted, modified and rejected decisions are listed one by one; deferred ones stay open and are left out, with words.
 * Only a clinician attests (rule of trust 4), and what takes two persons under the site's policy only once another one proposed it.
 */
export function attest({ decisions, who, at, id, patient, encounter, policy = DEFAULT_POLICY }: {
  readonly decisions: readonly Decision[];
  readonly who: Person;
  readonly at: Instant;
  readonly id: AttestationId;
  readonly patient: string;
  readonly encounter: Source;
  readonly policy?: Pick<Policy, 'confidence' | 'escalate'>;
}): AttestResult {
  if (!mayAttest(who.role)) return { ok: false, why: 'Only a clinician can countersign. You can look, and propose where your site allows it.' };
  const listed = decisions.filter((d) => d.choice.kind !== 'defer');
  const leftOut = decisions.filter((d) => d.choice.kind === 'defer').map((d) => ({ decision: d.id, why: `${d.suggestion.code} is deferred: it stays open and is not signed.` }));
  const twice = listed.find((d, index) => listed.findIndex((other) => other.suggestion.id === d.suggestion.id) !== index);
  if (twice !== undefined) return { ok: false, why: `${twice.suggestion.code} carries two decisions. Keep one of them, then countersign.` };
  if (listed.length === 0) return { ok: false, why: 'Nothing to countersign: no item is accepted, modified or rejected.' };
  const needing = needsSecondPerson(listed, who, policy);
  if (needing.size > 0) return { ok: false, why: `${secondPersonWords(needing)} Send it to a colleague, who signs.` };
  const unsealed = { id, who, at, statement: ATTESTATION_STATEMENT, patient, encounter, decisions: listed.map(branded) };
  return { ok: true, attestation: { ...unsealed, seal: sealOf(unsealed) }, leftOut };
}

/**
 * An attestation as it comes back from storage. Its form, the signer's role, the statement and the seal are checked before
 * its decisions are branded again; a copy that was changed or cut is refused.
 */
export function reopen(stored: unknown): { readonly ok: true; readonly attestation: Attestation } | { readonly ok: false; readonly why: string } {
  if (!isAttestationShape(stored)) return { ok: false, why: 'The stored countersignature cannot be read. Nothing of it is written; decide and countersign again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored countersignature was changed after signing. Nothing of it is written; decide and countersign again.' };
  if (!mayAttest(stored.who.role)) return { ok: false, why: 'The stored countersignature is not a clinician\'s. Nothing of it is written.' };
  if (stored.statement !== ATTESTATION_STATEMENT) return { ok: false, why: 'The stored countersignature was made under another statement. Countersign again.' };
  if (stored.decisions.some((d) => d.choice.kind === 'defer')) return { ok: false, why: 'The stored countersignature lists a deferred item. Decide on it and countersign again.' };
  return { ok: true, attestation: { ...stored, decisions: stored.decisions.map(branded) } };
}

function branded(decision: Decision): Attested<Decision> {
  return decision as Attested<Decision>;
}
