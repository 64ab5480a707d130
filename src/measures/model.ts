import type { Library, Repository } from 'cql-execution';

/** CodeSystem measure-scoring. */
export type Scoring = 'proportion' | 'ratio' | 'continuous-variable' | 'cohort';

/** CodeSystem measure-population. */
export type PopulationCode =
  | 'initial-population' | 'denominator' | 'denominator-exclusion' | 'denominator-exception' | 'numerator' | 'numerator-exclusion'
  | 'measure-population' | 'measure-population-exclusion' | 'measure-observation';

/** CodeSystem measure-improvement-notation: whether a higher rate is better care. */
export type Direction = 'increase' | 'decrease';

export interface Population {
  readonly code: PopulationCode;
  readonly id: string | null;
  readonly expression: string;
  /** The population that it draws on or observes (cqf-criteriaReference). */
  readonly reference: string | null;
  /** Of a measure observation: count, sum, average, median, minimum, maximum. */
  readonly aggregate: string | null;
}

export interface Stratifier {
  readonly code: string;
  readonly expression: string;
  readonly appliesTo: PopulationCode | null;
}

export interface MeasureGroup {
  readonly id: string;
  readonly scoring: Scoring;
  /** Whether one case is a resource (an episode of care) instead of the patient. */
  readonly ofEpisodes: boolean;
  readonly populations: readonly Population[];
  readonly stratifiers: readonly Stratifier[];
  /** Null: the measure does not say which way is better. */
  readonly direction: Direction | null;
}

/** What runs: the root library, its repository, and the expressions that were added for the measure observations. */
export interface Logic {
  readonly library: Library;
  readonly repository: Repository;
  /** The profile by which the logic asks for the patient; null where it is FHIR's own. */
  readonly patientProfile: string | null;
}

export interface PackMeasure {
  readonly url: string;
  readonly version: string | null;
  readonly id: string;
  readonly title: string;
  readonly groups: readonly MeasureGroup[];
  readonly supplemental: readonly { readonly name: string; readonly expression: string }[];
  readonly logic: Logic | null;
  /** Why it cannot be calculated, for a person; null where it can. */
  readonly problem: string | null;
}

/** One code of a value set. */
export interface SetCode {
  readonly code: string;
  readonly system: string;
  readonly version?: string;
}

export interface PackValueSet {
  readonly url: string;
  readonly version: string;
  readonly codes: readonly SetCode[];
  /** For a person: its title, else its name. */
  readonly name: string | null;
  /** Why its codes may not be all: no codes, pages missing. Null where it is whole. */
  readonly lack: string | null;
}

export interface Pack {
  readonly measures: readonly PackMeasure[];
  readonly valueSets: readonly PackValueSet[];
  /** What the person who brought the pack should know; none of it stops the calculation. */
  readonly warnings: readonly string[];
}

/** Days, both included; in UTC, as fqm-execution and the published test cases take them. */
export interface MeasurementPeriod {
  readonly from: string;
  readonly to: string;
}

export type Gap = 'open' | 'closed' | 'not-applicable' | 'cannot-tell';

/** One patient, or one episode of one patient, in one group of a measure. */
export interface CaseResult {
  readonly group: string;
  readonly episode: string | null;
  /** 0 or 1 by population; a second population of the same kind as `kind/id`. */
  readonly populations: Readonly<Record<string, number>>;
  readonly stratifiers: Readonly<Record<string, boolean>>;
  readonly observations: readonly number[];
  /** The same by the observation's id (else its expression). */
  readonly observationsBy: Readonly<Record<string, readonly number[]>>;
  readonly gap: Gap;
  /** Why it cannot be told; null otherwise. */
  readonly why: string | null;
}

/** What a retrieve of the measure asked the chart for, and what stood there. */
export interface Retrieved {
  readonly type: string;
  /** Codes that were asked for, without their systems; empty: all of the type. */
  readonly codes: readonly string[];
  /** What the codes are called: the value set's title, the code's display; null where nothing says so. */
  readonly name: string | null;
  readonly found: readonly FhirResource[];
}

export interface MeasureResult {
  readonly measure: PackMeasure;
  readonly cases: readonly CaseResult[];
  readonly retrieved: readonly Retrieved[];
  readonly supplemental: Readonly<Record<string, unknown>>;
}

/** FHIR JSON as it was read; nothing of it is trusted but the type. */
export interface FhirResource {
  readonly resourceType: string;
  readonly id?: string;
  readonly [element: string]: unknown;
}

/** The pack cannot be read; the message says what to do. */
export class PackError extends Error {
  override readonly name = 'PackError';
}

/** A calculation failed on something unforeseen. The message names the logic, never the patient's data. */
export class CalculationError extends Error {
  override readonly name = 'CalculationError';
}
