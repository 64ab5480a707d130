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
}

export const DEFAULT_POLICY: Policy = {
  defaultTarget: 'encounter-diagnosis',
  openCards: 5,
  rulesOff: [],
  showFrom: 0.3,
};
