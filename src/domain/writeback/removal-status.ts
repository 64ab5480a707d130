import type { RemovalReason } from '../model/index.ts';

/** What a withdrawn encounter diagnosis becomes. A status left out stays as it is. */
export interface RemovalStatus {
  readonly verificationStatus?: 'refuted' | 'entered-in-error' | 'provisional';
  /** `dropped`: R4 con-5 forbids a clinical status beside entered-in-error. */
  readonly clinicalStatus?: 'resolved' | 'dropped';
  /** For a person, after the code. */
  readonly because: string;
}

/**
 * Status by reason. Refuted says that the patient does not have it, so only a negation may say so;
 * a chart entry about another person, or from a withdrawn note, was an error from the start.
 * Authority: FHIR R4 Condition.verificationStatus, con-4, con-5; ICD-10-CM Guidelines IV.H (uncertain, outpatient), IV.J (not addressed).
 */
export const REMOVAL_STATUS: Readonly<Record<RemovalReason, RemovalStatus>> = {
  'only-negated': { verificationStatus: 'refuted', because: 'the notes only negate it' },
  'only-family': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'the notes only tell of it in the family' },
  'only-other-person': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'the notes only tell of it in another person' },
  'superseded-note': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'the note that supported it was replaced or withdrawn' },
  'ruled-out': { verificationStatus: 'refuted', because: 'the visit ruled it out' },
  withdrawn: { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'its author took it back' },
  'symptom-explained': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'a diagnosis of this visit explains the symptom' },
  'said-by-another': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'another code of this visit says it and more' },
  resolved: { clinicalStatus: 'resolved', because: 'the notes tell of it as past' },
  'uncertain-outpatient': { verificationStatus: 'provisional', because: 'an uncertain diagnosis is not coded outside an inpatient stay' },
  'not-mentioned': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'no provider mentions it in this encounter' },
  'signed-in-error': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'it was signed in error' },
  'proposal-declined': { verificationStatus: 'entered-in-error', clinicalStatus: 'dropped', because: 'the proposal was declined' },
};
