import type { Chart, Policy, ServerProfile, Verification, WritePlan } from '../model/index.ts';
import { mayVerifyClaims } from '../model/index.ts';
import { refuseAnotherPatient } from './checks.ts';
import { acceptedServices, isService } from './claim-services.ts';
import { planClaim } from './claim.ts';
import { sameCode } from './codes.ts';
import { modeOf } from './limits.ts';
import type { Cannot, DiagnosisChange } from './part.ts';
import { planProvenance } from './provenance.ts';
import { titled } from './standing.ts';

/**
 * What a coder's verification writes: the draft claim, and the record of who verified it. Never a Condition, and never the encounter's diagnoses.
 * @throws Error when it belongs to another patient or encounter than the chart, or the policy does not let its author verify claims.
 */
export function planVerification({ verification, chart, profile, policy }: {
  readonly verification: Verification;
  readonly chart: Chart;
  readonly profile: ServerProfile;
  readonly policy: Policy;
}): WritePlan {
  if (!mayVerifyClaims(verification.who.role, policy)) throw new Error('The verification is not one that the policy lets its author make. Nothing was planned.');
  refuseAnotherPatient('The verification', verification, chart);
  const diagnoses = changesOf(verification, chart);
  const services = acceptedServices(verification.decisions);
  const claim = planClaim(verification, chart, profile, diagnoses.changes, services.accepted);
  const provenance = planProvenance(verification, profile, new Map(), claim.steps);
  return {
    purpose: 'verify-claim',
    event: verification.id,
    who: verification.who,
    at: verification.at,
    patient: chart.patient.source.reference,
    encounter: chart.encounter.source,
    mode: modeOf(profile),
    steps: [...claim.steps, ...provenance.steps],
    cannot: [diagnoses, services, claim, provenance].flatMap((part) => part.cannot),
  };
}

function changesOf({ decisions }: Verification, chart: Chart): { readonly changes: readonly DiagnosisChange[]; readonly cannot: readonly Cannot[] } {
  const changes: DiagnosisChange[] = [];
  const cannot: Cannot[] = [];
  for (const { suggestion } of decisions.filter((decision) => !isService(decision))) {
    const { action, from, code, title } = suggestion;
    const diagnosis = { code, title };
    if (action === 'add') changes.push({ kind: 'added', diagnosis, link: null, step: null, byHand: false });
    else if (isByReference(from ?? code, chart)) cannot.push({ says: `Change ${from ?? code} to ${titled(diagnosis)} on the draft claim`, why: 'The claim points to the diagnosis itself, which a clinician changes. Propose it.' });
    else changes.push({ kind: 'replaced', from: from ?? code, diagnosis, conditions: [], leaving: [], link: null, step: null, byHand: false });
  }
  return { changes, cannot };
}

/** A claim's line that names a Condition changes with it. */
function isByReference(code: string, { claims, conditions }: Chart): boolean {
  const named = new Set(claims.flatMap((claim) => claim.diagnoses.flatMap(({ condition, coding }) => (coding === null && condition !== null ? [condition] : []))));
  return conditions.some(({ source, codings }) => named.has(source.reference) && codings.some((coding) => sameCode(coding.code, code)));
}
