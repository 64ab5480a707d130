import type { AssertionStatus, EncounterSetting, ResourceKind } from '../../model/index.ts';

/**
 * The language of the rules: plain data, a closed set of operators, so that a rule can be kept as JSON,
 * shown to a quality team and edited without a rebuild. `evaluate` gives each operator its meaning.
 */
export type Expression =
  | AllExpression | AnyExpression | NotExpression | AtLeastOfExpression | CannotTellWhereExpression
  | AgeAtLeastExpression | AgeBetweenExpression | SexIsExpression | SettingIsExpression | InMonthsExpression
  | HasActiveExpression | AssessedExpression | DocumentedInNotesExpression
  | LatestExpression | PersistentExpression | CountExpression | MeasuredThisVisitExpression | ChangeExpression | TwoVisitsExpression | NewestVisitExpression | LatestSaysExpression
  | NotedExpression | StatedInNotesExpression
  | TakingExpression | OrderedThisVisitExpression | DoneExpression | DosesExpression | DeclinedExpression
  | ProvidersDisagreeExpression | NoteContradictsItselfExpression;

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
  readonly category: 'vital-signs' | 'laboratory' | 'survey' | 'imaging' | 'procedure';
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
/** Where it holds, the answer is that it cannot be told; `why` is a clause for a person: "for how many years is not told". */
export interface CannotTellWhereExpression { readonly op: 'cannot-tell-where'; readonly why: string; readonly of: Expression }
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

/** At the newest office visit that has them all, the lowest reading of each passes its test. */
export interface NewestVisitExpression {
  readonly op: 'newest-visit';
  readonly withinMonths: number;
  readonly allOf: readonly { readonly measurement: Measurement; readonly test: Test }[];
}

/** The newest result of any of these codes, one in words or a coded answer, holds one of `answers` (lower case, a final `*` for any ending; LOINC answer codes too). */
export interface LatestSaysExpression {
  readonly op: 'latest-says';
  readonly name: string;
  readonly loinc: readonly string[];
  readonly answers: readonly string[];
  readonly withinMonths: number;
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

/** At least so many of the parts are yes; cannot tell where those that cannot be told could still make it so many. */
export interface AtLeastOfExpression { readonly op: 'at-least-of'; readonly count: number; readonly of: readonly Expression[] }

/** Completed years or months as of the encounter: from `atLeast`, below `below`; null is without limit. */
export interface AgeBetweenExpression { readonly op: 'age-between'; readonly unit: 'years' | 'months'; readonly atLeast: number | null; readonly below: number | null }

/** The encounter falls into these months, both included; `from` above `through` runs over the turn of the year: a season. */
export interface InMonthsExpression { readonly op: 'in-months'; readonly from: number; readonly through: number }

export interface SexIsExpression { readonly op: 'sex-is'; readonly sex: 'female' | 'male' }

/** Of this visit: an encounter diagnosis, a draft claim's diagnosis, or what a provider's note of this visit says as one of `statuses`. */
export interface AssessedExpression {
  readonly op: 'assessed';
  readonly group: CodeGroup;
  readonly statuses: readonly AssertionStatus[];
}

/** `results` results of the window pass the test, on days at least `apartDays` apart; `ofLast`: among so many of the newest. */
export interface CountExpression {
  readonly op: 'count';
  readonly measurement: Measurement;
  readonly withinMonths: number;
  readonly results: number;
  readonly ofLast: number | null;
  readonly apartDays: number;
  readonly test: Test;
}

/** At least `results` results of this encounter's days, or told in its notes as of now, pass the test. */
export interface MeasuredThisVisitExpression {
  readonly op: 'measured-this-visit';
  readonly measurement: Measurement;
  readonly results: number;
  readonly test: Test;
}

/**
 * A result of this encounter differs from another, at most `withinDays` apart, by at least `by` (in the measurement's unit) or by at least the factor `times`.
 * The other one may be earlier or later; where `baseline`, a value that a note calls the patient's baseline counts whatever its date.
 */
export interface ChangeExpression {
  readonly op: 'change';
  readonly measurement: Measurement;
  readonly direction: 'rise' | 'fall' | 'either';
  readonly by: number | null;
  readonly times: number | null;
  readonly withinDays: number;
  readonly baseline: boolean;
}

/**
 * A note holds one of the words, asserted as `is` says: `affirmed` (present or possible, of the patient and of now), `ever` (that, or of the past), `denied` (absent), `either` (affirmed or denied).
 * `beside`: words of which one stands in the same sentence. `by`: a provider (I.A.19), nursing and other clinicians, or anyone who writes in the chart.
 */
export interface NotedExpression {
  readonly op: 'noted';
  /** For a person: "shortness of breath". */
  readonly name: string;
  readonly words: readonly string[];
  readonly beside: readonly string[];
  readonly except: readonly string[];
  readonly by: 'provider' | 'other-clinician' | 'anyone';
  readonly visit: 'this' | 'any';
  readonly is: 'affirmed' | 'ever' | 'denied' | 'either';
}

/** Takes the drug now: an order in force, or this visit's notes list it and do not stop it. Ingredients and trade names; lower case, a final `*` for any ending. */
export interface TakingExpression {
  readonly op: 'taking';
  readonly name: string;
  readonly drugs: readonly string[];
  /** Words in the same order or sentence with which it does not count: "ophthalmic", "prn". */
  readonly except: readonly string[];
  /** Where given, an order of at least so many days' standing (or refilled) or a note that says so: long-term use. */
  readonly forDays: number | null;
}

/**
 * Done so many times within the window: by code or by the words of a procedure, result, report, order's result or immunization, or a note says that it was done.
 * `codes` by system: LOINC, CVX, HCPCS level II, ICD-10-CM, RxNorm ingredients; nothing licensed. A site's value sets widen them by `name`.
 */
export interface DoneExpression {
  readonly op: 'done';
  readonly name: string;
  readonly codes: Readonly<Partial<Record<'loinc' | 'cvx' | 'hcpcs' | 'icd10' | 'rxnorm', readonly string[]>>>;
  readonly words: readonly string[];
  readonly except: readonly string[];
  readonly kinds: readonly Extract<ResourceKind, 'Procedure' | 'Observation' | 'DiagnosticReport' | 'Immunization' | 'MedicationRequest' | 'Condition'>[];
  /** Null: ever. */
  readonly withinMonths: number | null;
  readonly times: number;
}

/** Doses of a vaccine on different days, from the age of `fromAgeDays` on; `sinceMonth`: from the last first day of that month (1–12) on, as seasons are counted. Null windows are without limit. */
export interface DosesExpression {
  readonly op: 'doses';
  readonly name: string;
  readonly cvx: readonly string[];
  readonly words: readonly string[];
  readonly atLeast: number;
  readonly fromAgeDays: number | null;
  readonly withinMonths: number | null;
  readonly sinceMonth: number | null;
}

/** The notes say that it was offered and declined, deferred or is contraindicated: it answers a care gap with the sentence. */
export interface DeclinedExpression {
  readonly op: 'declined';
  readonly name: string;
  readonly words: readonly string[];
  readonly withinMonths: number;
}

/** Two providers of this visit assert and deny the same condition, or name two kinds of it that exclude each other, and neither takes it back. */
export interface ProvidersDisagreeExpression { readonly op: 'providers-disagree' }

/** One signed note of this visit both asserts and denies the same condition, or gives it two exclusive kinds or times, and does not resolve it. */
export interface NoteContradictsItselfExpression { readonly op: 'note-contradicts-itself' }
