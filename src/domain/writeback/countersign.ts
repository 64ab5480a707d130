import type { Attestation, Chart, Policy, ServerProfile, WritePlan } from '../model/index.ts';
import { mayAttest } from '../model/index.ts';
import { planAnswers } from './answers.ts';
import { refuseAnotherPatient, refuseAnotherRole } from './checks.ts';
import { acceptedServices } from './claim-services.ts';
import { planClaim } from './claim.ts';
import { planConditions } from './conditions.ts';
import { planEncounter } from './encounter.ts';
import { modeOf } from './limits.ts';
import { planProvenance } from './provenance.ts';

/**
 * What a countersignature writes, in which order, with which preconditions, and where each step ends: in the EHR, on the companion server,
 * or by a person's hand. Never a delete; never the problem list by implication; never another encounter. `cannot` names what needs no write.
 * @throws Error when the attestation belongs to another patient or encounter than the chart, or is not a clinician's: a mix-up, never
 * a state to carry on in.
 */
export function planWrites({ attestation, chart, profile }: {
  readonly attestation: Attestation;
  readonly chart: Chart;
  readonly profile: ServerProfile;
  /** Decides nothing of a countersignature: what a clinician signs is written as they chose it. */
  readonly policy?: Policy;
}): WritePlan {
  refuseAnotherRole(attestation.who, mayAttest, 'The countersignature is not a clinician\'s.');
  refuseAnotherPatient('The countersignature', attestation, chart);
  const conditions = planConditions(attestation, chart, profile);
  const services = acceptedServices(attestation.decisions);
  const claim = planClaim(attestation, chart, profile, conditions.changes, services.accepted);
  const encounter = planEncounter(attestation, chart, profile, conditions.changes);
  const answers = planAnswers(attestation, profile, conditions.stepsOf);
  const clinical = [...conditions.steps, ...claim.steps, ...encounter.steps];
  const provenance = planProvenance(attestation, profile, conditions.stepsOf, clinical);
  return {
    purpose: 'countersign',
    event: attestation.id,
    who: attestation.who,
    at: attestation.at,
    patient: chart.patient.source.reference,
    encounter: chart.encounter.source,
    mode: modeOf(profile),
    steps: [...clinical, ...answers.steps, ...provenance.steps],
    cannot: [conditions, services, claim, encounter, answers, provenance].flatMap((part) => part.cannot),
  };
}
