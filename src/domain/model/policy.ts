import type { GapRule } from '../gaps/rule.ts';
import type { ConditionTarget } from './decision.ts';
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

/** What the site decided. */
export interface Policy {
  readonly defaultTarget: ConditionTarget;
  /** Cards shown at first sight. */
  readonly openCards: number;
  readonly rules: RulePolicy;
  /** The site's own codes, by the name of the operator that they widen ("mammogram"). */
  readonly valueSets: Readonly<Record<string, readonly Coding[]>>;
  /** Below this confidence a suggestion is not shown. */
  readonly showFrom: number;
  /** What a proposal writes: an unconfirmed Condition, a draft Claim and a Task, or the Task alone (unconfirmed Conditions show up in patient portals). */
  readonly proposals: 'condition-claim-task' | 'task-only';
  /** Whether notes under a sensitive label (42 CFR Part 2, adolescent, restricted …) are read at all. They are never quoted to others. */
  readonly readSensitive: boolean;
  /** Whether a coder may verify the draft claim: diagnoses that a provider documented in this encounter, and services. A Condition is confirmed by clinicians alone. */
  readonly codersFinaliseClaims: boolean;
  /** Minutes without a key or pointer until the app locks; null: never. */
  readonly idleMinutes: number | null;
}

export const DEFAULT_POLICY: Policy = {
  defaultTarget: 'encounter-diagnosis',
  openCards: 5,
  rules: { off: [], thresholds: {}, add: [] },
  valueSets: {},
  showFrom: 0.3,
  proposals: 'condition-claim-task',
  readSensitive: false,
  codersFinaliseClaims: false,
  idleMinutes: 10,
};
