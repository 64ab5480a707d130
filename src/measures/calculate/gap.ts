import type { Gap, MeasureGroup, PopulationCode } from '../model.ts';

/**
 * Whether a case is a gap in care. Open: it counts in the denominator and the better thing is not there. With `decrease` the numerator
 * is what should not have happened, so being in it is the gap. Out of the denominator, excluded or excepted: not applicable. Cohorts
 * and continuous variables have no better or worse for one case; nor has a ratio of observations, or of two kinds of cases.
 */
export function gapOf(group: MeasureGroup, isIn: (code: PopulationCode) => boolean): Gap {
  if (group.scoring === 'cohort' || group.scoring === 'continuous-variable') return 'not-applicable';
  const count = (code: PopulationCode): number => group.populations.filter((population) => population.code === code).length;
  if (group.scoring === 'ratio' && (count('measure-observation') > 0 || count('initial-population') > 1)) return 'not-applicable';
  if (!isIn('denominator')) return 'not-applicable';
  if (isIn('denominator-exclusion') || isIn('denominator-exception') || isIn('numerator-exclusion')) return 'not-applicable';
  if (group.direction === null) return 'cannot-tell';
  return isIn('numerator') === (group.direction === 'increase') ? 'closed' : 'open';
}
