import type { Evidence } from './evidence.ts';
import type { PresentOnAdmission } from './precheck.ts';

export interface DraftDiagnosis {
  /** From 1, in the order of the claim. */
  readonly sequence: number;
  /** With the dot. */
  readonly code: string;
  readonly title: string;
  /** Inpatient only; null where it cannot be told. */
  readonly poa: PresentOnAdmission | null;
  /** Principal (inpatient, UHDDS; Guidelines II) or first-listed (outpatient, IV.G). */
  readonly isFirst: boolean;
}

export interface DraftLine {
  readonly sequence: number;
  readonly code: string;
  readonly system: 'hcpcs' | 'cpt';
  readonly title: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  /** Sequences of at most four diagnoses (837P, CMS-1500 item 24E). */
  readonly pointers: readonly number[];
  readonly serviced: string;
  readonly evidence: readonly Evidence[];
}

/** The draft claim as it would stand if every suggestion were accepted. */
export interface ClaimDraft {
  /** `institutional` for inpatient stays: without ICD-10-PCS, DRG and revenue codes, and it says so in `notes`. */
  readonly kind: 'professional' | 'institutional';
  readonly diagnoses: readonly DraftDiagnosis[];
  readonly lines: readonly DraftLine[];
  /** Lines that were not drafted, each with the reason. */
  readonly refused: readonly { readonly what: string; readonly why: string; readonly evidence: readonly Evidence[] }[];
  readonly notes: readonly string[];
}
