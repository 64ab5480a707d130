import type { CalendarDate, Coding, Instant, Sex, Source } from './primitives.ts';
import type { Note, UnreadableNote } from './note.ts';
import type { ProposalFact } from './proposal.ts';
import type { QueryFact } from './query.ts';
import type { ReadReport } from './reading.ts';
import type { SignedItem } from './signed.ts';

export type EncounterSetting = 'office' | 'ed' | 'observation' | 'inpatient';

export interface PatientFacts {
  readonly source: Source;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as charted; null when not known. */
  readonly birthDate: string | null;
  readonly sex: Sex;
  /** For the header only. */
  readonly displayName: string | null;
}

export interface EncounterFacts {
  readonly source: Source;
  readonly status: string;
  /** `Encounter.class` code of v3-ActCode, or null. */
  readonly classCode: string | null;
  readonly setting: EncounterSetting;
  readonly start: Instant | null;
  readonly end: Instant | null;
  readonly practitioners: readonly string[];
  /** `Encounter.diagnosis[].condition` references, in order. */
  readonly diagnoses: readonly string[];
}

export type ConditionCategory = 'encounter-diagnosis' | 'problem-list-item' | 'health-concern';

export interface ConditionFact {
  readonly source: Source;
  readonly codings: readonly Coding[];
  readonly text: string | null;
  readonly categories: readonly ConditionCategory[];
  /** `condition-clinical` code: active, recurrence, relapse, inactive, remission, resolved; null where absent. */
  readonly clinicalStatus: string | null;
  /** `condition-ver-status` code: confirmed, provisional, differential, unconfirmed, refuted, entered-in-error; null where absent. */
  readonly verificationStatus: string | null;
  readonly encounter: string | null;
  readonly onset: string | null;
  readonly recorded: string | null;
  readonly recorder: string | null;
  /** meta.security has AIAST (AI asserted). */
  readonly machineAsserted: boolean;
}

export interface Quantity {
  readonly value: number;
  /** UCUM code where given, else the unit as written, else null. */
  readonly unit: string | null;
  readonly comparator: '<' | '<=' | '>=' | '>' | null;
}

export interface ObservationFact {
  readonly source: Source;
  readonly status: string;
  readonly codings: readonly Coding[];
  readonly categories: readonly string[];
  /** effectiveDateTime, effectiveInstant, or the end (else the start) of effectivePeriod. */
  readonly date: Instant | null;
  readonly encounter: string | null;
  readonly quantity: Quantity | null;
  readonly valueCode: Coding | null;
  readonly valueText: string | null;
  readonly components: readonly {
    readonly codings: readonly Coding[];
    readonly quantity: Quantity | null;
  }[];
}

/** MedicationRequest, MedicationAdministration. */
export interface MedicationFact {
  readonly source: Source;
  readonly status: string;
  readonly intent: string | null;
  readonly codings: readonly Coding[];
  readonly text: string | null;
  readonly date: Instant | null;
  readonly encounter: string | null;
}

/** Procedure, Immunization, ServiceRequest, DiagnosticReport, AllergyIntolerance, Task, QuestionnaireResponse, Provenance: what rules and the screen need of them. */
export interface EventFact {
  readonly source: Source;
  readonly status: string | null;
  readonly codings: readonly Coding[];
  readonly text: string | null;
  readonly date: Instant | null;
  readonly encounter: string | null;
}

export interface ProvenanceFact {
  readonly source: Source;
  readonly targets: readonly Source[];
  readonly recorded: Instant | null;
  readonly activity: string | null;
  readonly agents: readonly string[];
}

export interface ClaimFact {
  readonly source: Source;
  readonly status: string;
  readonly use: string;
  readonly type: string | null;
  readonly created: CalendarDate | null;
  /** Made by somebody who may not attest, and not countersigned yet (our proposal tag): its diagnoses are not charted. */
  readonly proposed: boolean;
  readonly insurer: string | null;
  readonly provider: string | null;
  /** Encounters that the claim's items name. */
  readonly encounters: readonly string[];
  readonly serviced: readonly { readonly start: string; readonly end: string }[];
  readonly diagnoses: readonly { readonly sequence: number; readonly coding: Coding | null; readonly condition: string | null }[];
  /** Absent: none. */
  readonly lines?: readonly ClaimLineFact[];
}

/** A service line as it stands on a claim. */
export interface ClaimLineFact {
  readonly sequence: number;
  /** The CPT number or HCPCS II code, else whatever coding stands there; null: not coded yet. */
  readonly coding: Coding | null;
  readonly modifiers: readonly string[];
  /** Null where the line does not say: one. */
  readonly units: number | null;
  /** `diagnosisSequence`. */
  readonly pointers: readonly number[];
  readonly serviced: CalendarDate | null;
}

export interface CoverageFact {
  readonly source: Source;
  readonly status: string;
  readonly payor: string | null;
  /** The first code of `Coverage.type`. */
  readonly kind: string | null;
  /** What the type and the plan are called: "Medicare Advantage (HMO)". Absent: nothing. */
  readonly name?: string | null;
}

/**
 * What was read of one encounter and its patient, decoded, `asOf` the encounter's date.
 * `reads` tells of every kind how the reading ended: a list here may be empty because nothing is there,
 * or because it was not read, and only `reads` knows which.
 */
export interface Chart {
  /** Encounter.period.end; the clock passed in while it is in progress. */
  readonly asOf: Instant;
  readonly patient: PatientFacts;
  readonly encounter: EncounterFacts;
  /** Other encounters that were read, newest first. */
  readonly otherEncounters: readonly EncounterFacts[];
  readonly notes: readonly Note[];
  readonly unreadable: readonly UnreadableNote[];
  readonly conditions: readonly ConditionFact[];
  readonly observations: readonly ObservationFact[];
  readonly medications: readonly MedicationFact[];
  readonly procedures: readonly EventFact[];
  readonly allergies: readonly EventFact[];
  readonly immunizations: readonly EventFact[];
  readonly reports: readonly EventFact[];
  readonly orders: readonly EventFact[];
  readonly responses: readonly EventFact[];
  readonly tasks: readonly EventFact[];
  readonly coverages: readonly CoverageFact[];
  readonly claims: readonly ClaimFact[];
  readonly provenances: readonly ProvenanceFact[];
  /** Proposals for this encounter, whatever became of them. */
  readonly proposals: readonly ProposalFact[];
  /** Questions to the clinicians of this encounter, whatever became of them. Absent: none. */
  readonly queries?: readonly QueryFact[];
  /** What was signed on this encounter before, newest first. */
  readonly signed: readonly SignedItem[];
  /** Documents that this app filed itself: no evidence and no notes, and no newcomers either. Absent: none. */
  readonly ownRecords?: readonly Source[];
  /**
   * Resources other than documents that the EHR keeps under a sensitive label, with its codes as in `Note.sensitivity`. They are part of the chart, since
   * the EHR gave them to this user and leaving them out would make a charted diagnosis look uncharted; they are never quoted to others. Absent: none.
   */
  readonly labelled?: readonly { readonly reference: string; readonly codes: readonly string[] }[];
  readonly reads: readonly ReadReport[];
}
