/**
 * The canonical addresses of what Countersign adds to FHIR resources. They name, they are not fetched.
 * docs/writing-back.md describes each for a reader who has never seen this app.
 */
const ROOT = 'https://countersign.dev/fhir';

/** Identifier system and tag system of a step's idempotency key. */
export const STEP_SYSTEM = `${ROOT}/step`;

/** Tag system of everything about one encounter on the companion server (encode/companion.ts). */
export const SUBJECT_SYSTEM = `${ROOT}/subject`;
/** Tag system: what kind of record of ours this is. */
export const RECORD = `${ROOT}/CodeSystem/record`;
/** Task.code of ours. */
export const TASK = `${ROOT}/CodeSystem/task`;
/** Task.input.type of a proposal; Task.output.type of its answer. */
export const PROPOSAL_INPUT = `${ROOT}/CodeSystem/proposal-input`;
export const PROPOSAL_OUTPUT = `${ROOT}/CodeSystem/proposal-output`;
/** Task.input.type of a question; Task.output.type of its answer; the answers that it offers. */
export const QUERY_INPUT = `${ROOT}/CodeSystem/query-input`;
export const QUERY_OUTPUT = `${ROOT}/CodeSystem/query-output`;
export const QUERY_ANSWER = `${ROOT}/CodeSystem/query-answer`;
/** Task.businessStatus of a question; Communication.topic of the message that it waits. */
export const QUERY_STATUS = `${ROOT}/CodeSystem/query-status`;
/** Canonical address of a question, before its step's key. */
export const QUESTIONNAIRE = `${ROOT}/Questionnaire`;
export const REJECT_REASON = `${ROOT}/CodeSystem/reject-reason`;
/** Identifier system of a signed event that only the signer's device remembers. */
export const DEVICE_MEMORY = `${ROOT}/device-memory`;

export const REMOVAL_REASON = `${ROOT}/CodeSystem/removal-reason`;
export const DEVICE_TYPE = `${ROOT}/CodeSystem/device-type`;

export const EXTENSION = {
  quote: `${ROOT}/StructureDefinition/quote`,
  searched: `${ROOT}/StructureDefinition/searched`,
  rule: `${ROOT}/StructureDefinition/rule`,
  statement: `${ROOT}/StructureDefinition/attestation-statement`,
  decision: `${ROOT}/StructureDefinition/decision`,
  version: `${ROOT}/StructureDefinition/version`,
  anchor: `${ROOT}/StructureDefinition/log-anchor`,
  cites: `${ROOT}/StructureDefinition/cites`,
  query: `${ROOT}/StructureDefinition/query`,
  claimNote: `${ROOT}/StructureDefinition/claim-note`,
} as const;

export const AI_ASSERTED = { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'AIAST', display: 'Artificial Intelligence asserted' };

export const CATEGORY = 'http://terminology.hl7.org/CodeSystem/condition-category';
export const CLINICAL_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
export const VERIFICATION_STATUS = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';
export const DATA_ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

export const CPT = 'http://www.ama-assn.org/go/cpt';
export const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
/** Appendix I of the ICD-10-CM Guidelines, as FHIR R4 names its answers. */
export const ON_ADMISSION = 'http://terminology.hl7.org/CodeSystem/ex-diagnosis-on-admission';
/** UHDDS' principal diagnosis. */
export const DIAGNOSIS_TYPE = 'http://terminology.hl7.org/CodeSystem/ex-diagnosistype';

/** The names under which servers keep CPT and HCPCS II (HL7 Terminology, NamingSystem). */
export function isServiceSystem(system: string): boolean {
  return SERVICE_SYSTEMS.has(system);
}

const SERVICE_SYSTEMS: ReadonlySet<string> = new Set([CPT, HCPCS, 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets', 'urn:oid:2.16.840.1.113883.6.12', 'urn:oid:2.16.840.1.113883.6.285']);
