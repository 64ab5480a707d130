import type { Chart, ObservationFact } from '../model/index.ts';
import type { Expression, Measurement } from './operators/expression.ts';
import type { GapRule } from './rule.ts';
import { CATALOGUE } from './catalogue.ts';
import { isUncommonUnit } from './operators/quantity.ts';
import { quantityInWords } from './operators/series.ts';

/**
 * Whether the chart holds a result that a rule compares in a unit that is not an everyday one, so that whoever calls `conclude`
 * brings the unit arithmetic with it. Without it such a result decides nothing.
 */
export function needsUnitArithmetic(chart: Chart, rules: readonly GapRule[] = CATALOGUE): boolean {
  const measured = byCode(rules.flatMap(measurementsOf));
  return chart.observations.flatMap(resultsOf).some(({ codings, unit }) =>
    codings.some(({ code }) => measured.get(code)?.some((measurement) => isUncommonUnit(measurement, unit)) ?? false));
}

function measurementsOf({ appliesTo, trigger, met, asks }: GapRule): readonly Measurement[] {
  const asked = asks?.options.flatMap((option) => (option.from === 'bands' ? [option.measurement] : option.from === 'when' ? measurementsIn(option.holds) : [])) ?? [];
  const named = [...[appliesTo, trigger, met].flatMap(measurementsIn), ...asked];
  return named.flatMap((measurement) => (measurement.computedFrom ? [measurement, measurement.computedFrom.weight, measurement.computedFrom.height] : [measurement]));
}

function measurementsIn(expression: Expression): readonly Measurement[] {
  switch (expression.op) {
    case 'all': case 'any': case 'at-least-of': return expression.of.flatMap(measurementsIn);
    case 'not': case 'cannot-tell-where': return measurementsIn(expression.of);
    case 'latest': case 'persistent': case 'count': case 'measured-this-visit': case 'change': return [expression.measurement];
    case 'newest-visit': return expression.allOf.map(({ measurement }) => measurement);
    case 'two-visits': return expression.anyOf.map(({ measurement }) => measurement);
    default: return [];
  }
}

function byCode(measurements: readonly Measurement[]): ReadonlyMap<string, readonly Measurement[]> {
  const found = new Map<string, readonly Measurement[]>();
  for (const measurement of new Set(measurements)) for (const code of measurement.loinc) found.set(code, [...(found.get(code) ?? []), measurement]);
  return found;
}

interface Result {
  readonly codings: ObservationFact['codings'];
  readonly unit: string | null;
}

function resultsOf({ codings, quantity, valueText, components }: ObservationFact): readonly Result[] {
  const own = quantity ?? quantityInWords(valueText);
  return [
    ...(own === null ? [] : [{ codings, unit: own.unit }]),
    ...components.flatMap((component) => (component.quantity === null ? [] : [{ codings: component.codings, unit: component.quantity.unit }])),
  ];
}
