import type { EncounterSetting } from '../../model/index.ts';

/**
 * The language of the rules: plain data, a closed set of operators, so that a rule can be kept as JSON,
 * shown to a quality team and edited without a rebuild. `evaluate` gives each operator its meaning.
 */
export type Expression =
  | AllExpression | AnyExpression | NotExpression | AgeAtLeastExpression | SettingIsExpression | HasActiveExpression | LatestExpression
  | PersistentExpression | TwoVisitsExpression | DocumentedInNotesExpression | StatedInNotesExpression | OrderedThisVisitExpression;

/** Diagnoses that count as the same matter. */
export interface CodeGroup {
  /** For a person, in lower case: "overweight or obesity". */
  readonly name: string;
  /** ICD-10-CM categories and codes with the dot; each stands for everything beneath it. */
  readonly icd10: readonly string[];
  /** Words that say it where there is no ICD-10-CM code; lower case, a final `*` for any ending. */
  readonly terms: readonly string[];
  /** Words beside which the terms mean something else: "pulmonary" hypertension. */
  readonly except: readonly string[];
}

/** A linear conversion: target = value × times + plus. One that depends on the substance, which UCUM cannot know, or an everyday one, which then needs no unit arithmetic. */
export interface Conversion {
  readonly from: string;
  readonly times: number;
  readonly plus: number;
}

/** One thing that is measured, whichever LOINC code and unit it was charted in. */
export interface Measurement {
  /** For a person: "Hemoglobin A1c". */
  readonly name: string;
  readonly loinc: readonly string[];
  /** UCUM unit in which rules compare it. */
  readonly unit: string;
  /** `ucum`: any unit of the same dimension, those beyond `conversions` by unit arithmetic. `listed`: only the unit itself and `conversions`. */
  readonly units: 'ucum' | 'listed';
  readonly conversions: readonly Conversion[];
  /** In `unit`; a value outside is a unit or entry error and decides nothing. */
  readonly plausible: readonly [least: number, most: number];
  readonly category: 'vital-signs' | 'laboratory';
  /** Weight ÷ height², where none is recorded. */
  readonly computedFrom?: { readonly weight: Measurement; readonly height: Measurement; readonly heightFromAge: number };
}

/** `value` in the measurement's own unit. */
export interface Test {
  readonly is: 'at-least' | 'above' | 'at-most' | 'below';
  readonly value: number;
}

export interface AllExpression { readonly op: 'all'; readonly of: readonly Expression[] }
export interface AnyExpression { readonly op: 'any'; readonly of: readonly Expression[] }
export interface NotExpression { readonly op: 'not'; readonly of: Expression }
export interface SettingIsExpression { readonly op: 'setting-is'; readonly setting: EncounterSetting }
export interface AgeAtLeastExpression { readonly op: 'age-at-least'; readonly years: number }

/** A charted diagnosis that is not resolved, refuted or entered in error. */
export interface HasActiveExpression {
  readonly op: 'has-active';
  readonly group: CodeGroup;
  /** Where given, a diagnosis dated earlier no longer counts (a pregnancy left on the problem list). */
  readonly withinMonths: number | null;
}

/** The newest result of the window passes the test. */
export interface LatestExpression {
  readonly op: 'latest';
  readonly measurement: Measurement;
  readonly withinMonths: number;
  readonly test: Test;
}

/** `results` results on different days pass the test, the first and last at least `apartDays` apart. */
export interface PersistentExpression {
  readonly op: 'persistent';
  readonly measurement: Measurement;
  readonly withinMonths: number;
  readonly results: number;
  readonly apartDays: number;
  /** Counted back from the newest result, up to the first that does not pass. */
  readonly unbroken: boolean;
  readonly test: Test;
}

/** At the newest and at an earlier office visit the lowest reading of any of these passes its test. */
export interface TwoVisitsExpression {
  readonly op: 'two-visits';
  readonly withinMonths: number;
  readonly anyOf: readonly { readonly measurement: Measurement; readonly test: Test }[];
}

/** A provider's note says that the patient has it, or may have it. */
export interface DocumentedInNotesExpression { readonly op: 'documented-in-notes'; readonly group: CodeGroup }

/** One sentence of this visit's notes holds an action and an object: "increase" and "metformin". */
export interface StatedInNotesExpression {
  readonly op: 'stated-in-notes';
  /** For a person: "a plan for glucose". */
  readonly name: string;
  readonly actions: readonly string[];
  readonly objects: readonly string[];
}

/** Ordered or given at this encounter. */
export interface OrderedThisVisitExpression {
  readonly op: 'ordered-this-visit';
  readonly name: string;
  readonly terms: readonly string[];
}
