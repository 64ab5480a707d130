import { calculateMeasure } from './calculate/calculate.ts';
import { indexValueSets, type ValueSetIndex } from './calculate/code-service.ts';
import type { FhirResource, MeasurementPeriod, MeasureResult, Pack, PackMeasure } from './model.ts';

export interface RunOptions {
  readonly period: MeasurementPeriod;
  readonly now: Date;
  readonly supplemental?: boolean;
}

/** Calculates the measures of a pack, patient by patient. The logic is built once. */
export interface PackRunner {
  /** @throws CalculationError where the logic fails on something unforeseen; other measures and patients can go on */
  calculate(measure: PackMeasure, chart: readonly FhirResource[], options: RunOptions): Promise<MeasureResult>;
}

export function createPackRunner(pack: Pack): PackRunner {
  const valueSets: ValueSetIndex = indexValueSets(pack.valueSets);
  return { calculate: (measure, chart, options) => calculateMeasure(measure, chart, valueSets, options) };
}
