import type { ConditionTarget } from './decision.ts';

/** What the site decided. */
export interface Policy {
  readonly defaultTarget: ConditionTarget;
  /** Cards shown at first sight. */
  readonly openCards: number;
  /** Rules switched off, by id. */
  readonly rulesOff: readonly string[];
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
  rulesOff: [],
  showFrom: 0.3,
  proposals: 'condition-claim-task',
  readSensitive: false,
  codersFinaliseClaims: false,
  idleMinutes: 10,
};
