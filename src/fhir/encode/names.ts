/**
 * The canonical addresses of what Countersign adds to FHIR resources. They name, they are not fetched.
 * docs/writing-back.md describes each for a reader who has never seen this app.
 */
const ROOT = 'https://countersign.dev/fhir';

/** Identifier system and tag system of a step's idempotency key. */
export const STEP_SYSTEM = `${ROOT}/step`;

export const REMOVAL_REASON = `${ROOT}/CodeSystem/removal-reason`;
export const DEVICE_TYPE = `${ROOT}/CodeSystem/device-type`;

export const EXTENSION = {
  quote: `${ROOT}/StructureDefinition/quote`,
  searched: `${ROOT}/StructureDefinition/searched`,
  rule: `${ROOT}/StructureDefinition/rule`,
  statement: `${ROOT}/StructureDefinition/attestation-statement`,
  decision: `${ROOT}/StructureDefinition/decision`,
  version: `${ROOT}/StructureDefinition/version`,
} as const;

export const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
export const CLINICAL_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
export const VERIFICATION_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
export const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
