import type { GapRule } from '../gaps/rule.ts';
import type { ConditionTarget } from './decision.ts';
import type { GapKind } from './gap.ts';
import type { Role } from './person.ts';
import type { Coding } from './primitives.ts';

/** What a site changes of the catalogue of gap rules. */
export interface RulePolicy {
  /** Rules switched off, by id: of gaps, and of the coding guidelines. */
  readonly off: readonly string[];
  /** By rule and the name of one of its thresholds. */
  readonly thresholds: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** The site's own rules, in order (`checkRule`). */
  readonly add: readonly GapRule[];
}

/** How long a question to the clinicians waits, in whole days since it was sent; null: never. */
export interface QueryPolicy {
  /** One reminder, and no second. */
  readonly remindAfterDays: number | null;
  readonly escalateAfterDays: number | null;
  readonly expireAfterDays: number | null;
  /** To whom: words ("Physician advisor"), or a reference (`Practitioner/id`, `PractitionerRole/id`, `Organization/id`, `CareTeam/id`). Null: to nobody. */
  readonly escalateTo: string | null;
  /** For so many days after an answer, a later encounter does not ask the same again. */
  readonly askAgainAfterDays: number | null;
}

/** What a suggestion's confidence, from 0 to 1, asks of the people who decide on it. */
export interface ConfidencePolicy {
  /** Below this a suggestion is not shown. */
  readonly show: number;
  /** Below this its evidence is opened before it can be accepted. 0: only where a rule of ours asks for it. */
  readonly openEvidenceBelow: number;
  /** Below this a second person signs. 0: never. */
  readonly secondPersonBelow: number;
}

/** Which changes of the record take two persons: one who sends them, and another who signs. */
export interface EscalationPolicy {
  /** Removing, or replacing, a charted diagnosis that stands on a claim of this encounter. */
  readonly claimedRemovals: boolean;
  /** ICD-10-CM codes, or how they begin ("C50", "I21.4"), with or without the dot. */
  readonly highRiskCodes: readonly string[];
  /** More changes than this in one signing; null: as many as one likes. */
  readonly moreChangesThan: number | null;
}

/** Measures that the site brings: FHIR Measure, Library with ELM, ValueSet (docs/measures-packs.md). */
export interface MeasurePack {
  /** Its name beside the policy file. */
  readonly file: string;
  /** The days that it measures; left out: the calendar year of the visit. */
  readonly period?: 'calendar-year' | { readonly from: string; readonly to: string };
}

/** What the site decided. */
export interface Policy {
  readonly defaultTarget: ConditionTarget;
  /** Cards shown at first sight. */
  readonly openCards: number;
  readonly rules: RulePolicy;
  readonly queries: QueryPolicy;
  /** The site's own codes, by the name of the operator that they widen ("mammography"). */
  readonly valueSets: Readonly<Record<string, readonly Coding[]>>;
  /** They run over the record once the review is on the screen. */
  readonly measurePacks: readonly MeasurePack[];
  readonly confidence: ConfidencePolicy;
  readonly escalate: EscalationPolicy;
  /** Which kinds of gaps each role is shown. */
  readonly audiences: Readonly<Record<Role, readonly GapKind[]>>;
  /** For so many days after they were last saved, this device keeps decisions and what was opened. The log does not go by age: it is a chain. */
  readonly retentionDays: number;
  /** What a proposal writes: an unconfirmed Condition, a draft Claim and a Task, or the Task alone (unconfirmed Conditions show up in patient portals). */
  readonly proposals: 'condition-claim-task' | 'task-only';
  /** Whether notes under a sensitive label (42 CFR Part 2, adolescent, restricted …) are read at all. They are never quoted to others. */
  readonly readSensitive: boolean;
  /** Whether a coder may verify the draft claim: diagnoses that a provider documented in this encounter, and services. A Condition is confirmed by clinicians alone. */
  readonly codersFinaliseClaims: boolean;
  /** Minutes without a key or pointer until the app locks; null: never. */
  readonly idleMinutes: number | null;
}

const BOTH: readonly GapKind[] = ['documentation', 'care'];

export const DEFAULT_POLICY: Policy = {
  defaultTarget: 'encounter-diagnosis',
  openCards: 5,
  rules: { off: [], thresholds: {}, add: [] },
  queries: { remindAfterDays: 3, escalateAfterDays: 7, expireAfterDays: 14, escalateTo: null, askAgainAfterDays: 90 },
  valueSets: {},
  measurePacks: [],
  confidence: { show: 0.3, openEvidenceBelow: 0.55, secondPersonBelow: 0 },
  escalate: { claimedRemovals: false, highRiskCodes: [], moreChangesThan: null },
  audiences: { clinician: BOTH, cdi: BOTH, coder: BOTH, auditor: BOTH, unknown: BOTH },
  retentionDays: 90,
  proposals: 'condition-claim-task',
  readSensitive: false,
  codersFinaliseClaims: false,
  idleMinutes: 10,
};
