import type { Attestation, Chart, ServerProfile, WritePlan } from '../model/index.ts';
import { mayAttest } from '../model/index.ts';
import { planClaim } from './claim.ts';
import { planConditions } from './conditions.ts';
import { planEncounter } from './encounter.ts';
import { planProvenance } from './provenance.ts';

export { REMOVAL_STATUS } from './removal-status.ts';

/**
 * What a countersignature writes, in which order, with which preconditions, for what this EHR allows.
 * Never a delete; never the problem list by implication; never another encounter. What this EHR does not take is in
 * `cannot`, in words, so that a person does it there.
 * @throws Error when the attestation belongs to another patient or encounter than the chart, or is not a clinician's: a mix-up, never
 * a state to carry on in.
 */
export function planWrites({ attestation, chart, profile }: {
  readonly attestation: Attestation;
  readonly chart: Chart;
  readonly profile: ServerProfile;
}): WritePlan {
  refuseAnotherRole(attestation);
  refuseAnotherPatient(attestation, chart);
  const conditions = planConditions(attestation, chart, profile);
  const claim = planClaim(attestation, chart, profile, conditions.changes);
  const encounter = planEncounter(attestation, chart, profile, conditions.changes);
  const clinical = [...conditions.steps, ...claim.steps, ...encounter.steps];
  const provenance = planProvenance(attestation, profile, conditions.stepsOf, clinical);
  return {
    purpose: 'countersign',
    event: attestation.id,
    who: attestation.who,
    at: attestation.at,
    patient: chart.patient.source.reference,
    encounter: chart.encounter.source,
    mode: profile.transaction ? 'transaction' : 'single',
    steps: [...clinical, ...provenance.steps],
    cannot: [...conditions.cannot, ...claim.cannot, ...encounter.cannot, ...provenance.cannot],
  };
}

/** `attest` and `reopen` let none through; whatever else made this one, it writes nothing (rule of trust 4). */
function refuseAnotherRole({ who }: Attestation): void {
  if (!mayAttest(who.role)) throw new Error('The countersignature is not a clinician\'s. Nothing was planned.');
}

function refuseAnotherPatient(attestation: Attestation, chart: Chart): void {
  const patient = chart.patient.source.reference;
  const same = (attestation.patient === patient || `Patient/${attestation.patient}` === patient)
    && attestation.encounter.reference === chart.encounter.source.reference;
  if (!same) throw new Error('The countersignature belongs to another patient or encounter than the open chart. Nothing was planned; open the review again.');
}
