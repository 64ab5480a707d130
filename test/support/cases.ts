import type { GapOutcome } from '../../src/domain/model/index.ts';
import type { ChartBuilder } from './chart.ts';

/** What fires, and the look-alikes that must not; the names say what is special about each. */
export interface RuleCases {
  readonly open: Readonly<Record<string, ChartBuilder>>;
  readonly met: Readonly<Record<string, ChartBuilder>>;
  readonly notApplicable: Readonly<Record<string, ChartBuilder>>;
  readonly cannotTell: Readonly<Record<string, ChartBuilder>>;
}

export function cases(groups: RuleCases): RuleCases {
  return groups;
}

export const OUTCOMES = { open: 'open', met: 'met', notApplicable: 'not-applicable', cannotTell: 'cannot-tell' } as const satisfies Record<keyof RuleCases, GapOutcome>;
