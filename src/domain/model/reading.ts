/** The kinds of resource that a review reads, in the words of FHIR R4. */
export const RESOURCE_KINDS = [
  'Patient', 'Encounter', 'DocumentReference', 'Binary', 'Condition', 'Observation', 'MedicationRequest',
  'MedicationAdministration', 'Procedure', 'AllergyIntolerance', 'Immunization', 'Coverage', 'Claim', 'Provenance',
  'Task', 'DiagnosticReport', 'ServiceRequest', 'QuestionnaireResponse', 'Practitioner', 'PractitionerRole',
] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/**
 * How reading one kind ended.
 * `read`: all pages. `partial`: some. `denied`: 401/403 or no scope. `failed`: the server or the network.
 * `not-asked`: the server does not offer it. Unread is never empty.
 */
export type ReadStatus = 'read' | 'partial' | 'denied' | 'failed' | 'not-asked';

export interface ReadReport {
  readonly kind: ResourceKind;
  /** Which search, in parameter names and category codes only (no identifiers): `category=vital-signs`. */
  readonly query: string;
  readonly status: ReadStatus;
  /** Resources received. */
  readonly count: number;
  /** Why it is not `read`, for a person; null when it is. Never PHI. */
  readonly why: string | null;
}
