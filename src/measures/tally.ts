import type { MeasureGroup, MeasureResult, PackMeasure } from './model.ts';

export interface GroupTally {
  readonly measure: string;
  readonly group: string;
  readonly scoring: string;
  readonly cases: number;
  readonly populations: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, number>>;
  /** Of a proportion and a ratio: 0 to 1, or more for a ratio; of a continuous variable: in its own unit. Null: nothing to divide by, or a cohort. */
  readonly score: number | null;
}

/** Counts over all patients, and each group's score by the measure's own aggregate method. */
export function createTally(measures: readonly PackMeasure[]): { add(result: MeasureResult): void; lines(): readonly GroupTally[] } {
  const kept = new Map(measures.flatMap((measure) => measure.groups.map((group) => [group, empty(measure)] as const)));
  return {
    add({ measure, cases }) {
      for (const each of cases) {
        const group = measure.groups.find(({ id }) => id === each.group);
        const sums = group === undefined ? undefined : kept.get(group);
        if (group === undefined || sums === undefined) continue;
        sums.cases += 1;
        sums.gaps[each.gap] = (sums.gaps[each.gap] ?? 0) + 1;
        for (const [population, count] of Object.entries(each.populations)) sums.populations[population] = (sums.populations[population] ?? 0) + count;
        for (const [name, values] of Object.entries(each.observationsBy)) append(sums.observations, name, values);
      }
    },
    lines: () => [...kept].map(([group, { measure, populations, gaps, cases, observations }]) => ({ measure: measure.id, group: group.id, scoring: group.scoring, cases, populations, gaps, score: scoreOf(group, populations, observations) })),
  };
}

function empty(measure: PackMeasure) {
  return { measure, cases: 0, populations: {} as Record<string, number>, gaps: {} as Record<string, number>, observations: new Map<string, number[]>() };
}

function append(observations: Map<string, number[]>, name: string, values: readonly number[]): void {
  const known = observations.get(name);
  if (known === undefined) observations.set(name, [...values]);
  else known.push(...values);
}

function scoreOf(group: MeasureGroup, populations: Readonly<Record<string, number>>, observations: ReadonlyMap<string, readonly number[]>): number | null {
  const count = (name: string): number => populations[name] ?? 0;
  const observed = (of: string | null): number | null => {
    const observation = group.populations.find(({ code, reference }) => code === 'measure-observation' && (of === null || group.populations.some((other) => other.code === of && other.id === reference)));
    return observation === undefined ? null : aggregate(observations.get(observation.id ?? observation.expression) ?? [], observation.aggregate);
  };
  switch (group.scoring) {
    case 'cohort': return null;
    case 'continuous-variable': return observed(null);
    case 'proportion': {
      const below = count('denominator') - count('denominator-exclusion') - count('denominator-exception');
      return below > 0 ? (count('numerator') - count('numerator-exclusion')) / below : null;
    }
    case 'ratio': {
      const above = observed('numerator') ?? count('numerator') - count('numerator-exclusion');
      const below = observed('denominator') ?? count('denominator') - count('denominator-exclusion');
      return below > 0 ? above / below : null;
    }
  }
}

/** The aggregate methods of CQF Measures, in any of their spellings. Null: no values, or a method that is not known. */
export function aggregate(values: readonly number[], method: string | null): number | null {
  const sum = values.reduce((total, value) => total + value, 0);
  const sorted = values.toSorted((a, b) => a - b);
  const name = method?.toLowerCase();
  if (name === 'count') return values.length;
  if (name === 'sum') return sum;
  if (values.length === 0) return null;
  if (name === 'average' || name === 'avg' || name === 'mean') return sum / values.length;
  if (name === 'minimum' || name === 'min') return sorted[0]!;
  if (name === 'maximum' || name === 'max') return sorted.at(-1)!;
  if (name === 'median') return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return null;
}
