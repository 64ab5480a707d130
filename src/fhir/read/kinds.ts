import type { ResourceKind } from '../../domain/model/index.ts';

/** The kinds that one search by patient brings. */
export type PatientKind = Exclude<ResourceKind, 'Patient' | 'Binary' | 'Provenance' | 'Practitioner' | 'PractitionerRole'>;

export interface KindSearch {
  readonly kind: PatientKind;
  /** Search parameters that name the patient, best first (FHIR R4 search parameter registry). */
  readonly by: readonly string[];
  /** Asked one by one where the server refuses the search without them (US Core servers may require a category). */
  readonly narrower: readonly string[];
}

export const PATIENT_SEARCHES: readonly KindSearch[] = [
  { kind: 'Encounter', by: ['patient', 'subject'], narrower: [] },
  { kind: 'DocumentReference', by: ['patient', 'subject'], narrower: ['category=clinical-note'] },
  { kind: 'Condition', by: ['patient', 'subject'], narrower: ['category=encounter-diagnosis', 'category=problem-list-item', 'category=health-concern'] },
  { kind: 'Observation', by: ['patient', 'subject'], narrower: ['category=vital-signs', 'category=laboratory', 'category=social-history', 'category=survey', 'category=exam'] },
  { kind: 'MedicationRequest', by: ['patient', 'subject'], narrower: ['intent=order'] },
  { kind: 'MedicationAdministration', by: ['patient', 'subject'], narrower: [] },
  { kind: 'Procedure', by: ['patient', 'subject'], narrower: [] },
  { kind: 'AllergyIntolerance', by: ['patient'], narrower: [] },
  { kind: 'Immunization', by: ['patient'], narrower: [] },
  { kind: 'DiagnosticReport', by: ['patient', 'subject'], narrower: ['category=LAB', 'category=http://loinc.org|LP29684-5', 'category=http://loinc.org|LP29708-2', 'category=http://loinc.org|LP7839-6'] },
  { kind: 'ServiceRequest', by: ['patient', 'subject'], narrower: [] },
  { kind: 'QuestionnaireResponse', by: ['patient', 'subject'], narrower: [] },
  { kind: 'Coverage', by: ['patient', 'beneficiary'], narrower: [] },
  { kind: 'Claim', by: ['patient'], narrower: [] },
  { kind: 'Task', by: ['patient', 'subject'], narrower: [] },
];

/** Each kind in a person's words, for progress and for what was not read. */
export const KIND_WORDS: Readonly<Record<ResourceKind, string>> = {
  Patient: 'the patient\'s own data',
  Encounter: 'visits',
  DocumentReference: 'the list of notes',
  Binary: 'the text of the notes',
  Condition: 'problems and diagnoses',
  Observation: 'vital signs and laboratory results',
  MedicationRequest: 'prescriptions',
  MedicationAdministration: 'medications given',
  Procedure: 'procedures',
  AllergyIntolerance: 'allergies',
  Immunization: 'immunizations',
  Coverage: 'insurance',
  Claim: 'claims',
  Provenance: 'earlier attestations',
  Task: 'tasks',
  DiagnosticReport: 'reports',
  ServiceRequest: 'orders',
  QuestionnaireResponse: 'questionnaires',
  Practitioner: 'the clinicians of this visit',
  PractitionerRole: 'the roles of clinicians',
};
