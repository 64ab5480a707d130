import { Calculator, Enums } from 'fqm-execution';
import { describe, expect, it } from 'vitest';
import type { CaseResult, FhirResource, PackMeasure } from '../../../src/measures/model.ts';
import { readPack } from '../../../src/measures/pack/read-pack.ts';
import { createPackRunner } from '../../../src/measures/run.ts';
import { NOW, PACKS, packParts, packResources, PERIOD, type PackName } from '../../measures/packs.ts';
import { generatedChart } from '../../measures/patients.ts';

const CHARTS = Array.from({ length: 90 }, (_, seed) => generatedChart(seed + 1));

/** fqm-execution is the reference implementation of CQF Measures: an independent oracle, on the same engine. */
describe.each(PACKS)('pack %s', (name) => {
  const pack = readPack(packResources(name));
  const runner = createPackRunner(pack);

  it.each(pack.measures.map((measure) => [measure.id, measure] as const))('%s comes to the populations, strata and observations of fqm-execution, patient by patient', async (_id, measure) => {
    const theirs = await byFqm(name, measure, CHARTS);
    const seen = new Set<string>();
    for (const chart of CHARTS) {
      const { cases } = await runner.calculate(measure, chart, { period: PERIOD, now: NOW });
      const patient = chart[0]!.id!;
      expect(comparable(cases, measure), patient).toEqual(theirs.get(patient));
      for (const { populations } of cases) seen.add(JSON.stringify(populations));
    }
    expect(seen.size, 'the charts lead to more than one answer').toBeGreaterThan(1);
  });
});

/** fqm-execution 1.8.6 drops an observation of zero (it asks whether the value is truthy), which would make every mean and median wrong. Ours are kept, and left out here. */
const isKept = (observation: number): boolean => observation !== 0;

type Comparable = readonly { readonly group: string; readonly episode: string | null; readonly populations: readonly (readonly [string, boolean])[]; readonly strata: readonly (readonly [string, boolean])[]; readonly observations: readonly number[] }[];

function comparable(cases: readonly CaseResult[], measure: PackMeasure): Comparable {
  return cases.map(({ group, episode, populations, stratifiers, observations }) => ({
    group, episode,
    populations: measure.groups.find(({ id }) => id === group)!.populations.filter(({ code }) => code !== 'measure-observation').map(({ code, id, expression }, at, all) => {
      const key = all.findIndex((other) => other.code === code) < at ? `${code}/${id ?? expression}` : code;
      return [key, populations[key] === 1] as const;
    }),
    strata: Object.entries(stratifiers), observations: observations.filter(isKept),
  }));
}

async function byFqm(name: PackName, measure: PackMeasure, charts: readonly (readonly FhirResource[])[]): Promise<ReadonlyMap<string, Comparable>> {
  const parts = packParts(name).filter((resource) => resource.resourceType !== 'Measure' || resource.id === measure.id);
  const bundle = { resourceType: 'Bundle', type: 'collection', entry: parts.map((resource) => ({ resource: structuredClone(resource) })) };
  const patients = charts.map((chart) => ({ resourceType: 'Bundle', type: 'collection', entry: chart.map((resource) => ({ resource })) }));
  const { results } = await Calculator.calculate(bundle as never, patients as never, { measurementPeriodStart: PERIOD.from, measurementPeriodEnd: PERIOD.to, calculateHTML: false, calculateSDEs: false, calculateClauseCoverage: false, verboseCalculationResults: false });
  return new Map(results.map(({ patientId, detailedResults = [] }) => [patientId, detailedResults.flatMap((group) => {
    const cases = 'episodeResults' in group && group.episodeResults !== undefined && group.episodeResults.length > 0 ? group.episodeResults.map((episode) => ({ ...episode, episodeId: episode.episodeId as string | null })) : [{ episodeId: null, populationResults: group.populationResults ?? [], stratifierResults: group.stratifierResults }];
    return cases.map(({ episodeId, populationResults, stratifierResults = [] }) => ({
      group: group.groupId, episode: episodeId,
      populations: populationResults.filter(({ populationType }) => populationType !== Enums.PopulationType.OBSERV).map(({ populationType, populationId, criteriaExpression, result }, at, all) => [all.findIndex((other) => other.populationType === populationType) < at ? `${populationType}/${populationId ?? criteriaExpression}` : populationType as string, result] as const),
      strata: stratifierResults.map(({ strataCode, appliesResult }) => [strataCode, appliesResult] as const),
      observations: populationResults.flatMap(({ observations }) => (observations ?? []) as readonly number[]).filter((value) => value !== null && isKept(value)),
    }));
  })]));
}
