import type { GapFinding } from '../domain/model/index.ts';
import { calculateMeasure, untold } from './calculate/calculate.ts';
import { indexValueSets, type ValueSetIndex } from './calculate/code-service.ts';
import { findingsOf } from './findings.ts';
import { CalculationError, type FhirResource, type MeasurementPeriod, type MeasureResult, type Pack, type PackMeasure } from './model.ts';

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

export interface EvaluateOptions extends RunOptions {
  /** Why the chart may not be whole. */
  readonly incomplete?: string;
  /** The kinds of resource that were read whole; left out: all. */
  readonly read?: readonly string[];
}

/**
 * The care gaps of one patient by the measures of a pack, for the screen. A measure that fails is told as `cannot-tell`, the others go on.
 * Where the chart may not be whole, or a measure asks for a kind of resource that was not read whole, no gap is called open or met.
 * @param chart one patient's resources
 * @throws DOMException AbortError between two measures, once `signal` is aborted
 */
export async function evaluatePack(
  pack: Pack, chart: readonly FhirResource[], options: EvaluateOptions, signal: AbortSignal, onProgress: (done: number, total: number) => void = () => undefined,
): Promise<readonly GapFinding[]> {
  const runner = createPackRunner(pack);
  const findings: GapFinding[] = [];
  for (const [at, measure] of pack.measures.entries()) {
    signal.throwIfAborted();
    const result = await runner.calculate(measure, chart, options).catch((failure: unknown) => {
      if (failure instanceof CalculationError) return untold(measure, failure.message);
      throw failure;
    });
    const incomplete = options.incomplete ?? whatWasNotRead(result, options.read);
    const whole = incomplete === undefined ? result : { ...result, cases: result.cases.map((each) => (each.gap === 'not-applicable' ? each : { ...each, gap: 'cannot-tell' as const, why: incomplete })) };
    findings.push(...findingsOf(whole, options.period, options.now.toISOString().slice(0, 10)));
    onProgress(at + 1, pack.measures.length);
  }
  return findings;
}

function whatWasNotRead({ retrieved }: MeasureResult, read: readonly string[] | undefined): string | undefined {
  if (read === undefined) return undefined;
  const unread = [...new Set(retrieved.map(({ type }) => type))].filter((type) => type !== 'Patient' && !read.includes(type));
  return unread.length === 0 ? undefined : `The measure asks for ${unread.join(', ')}, which was not read, or not wholly.`;
}
