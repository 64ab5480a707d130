import type { Chart, Coding, FactEvidence, Source } from '../model/index.ts';

/** The dated chart fact behind a reference, as it stands now; none where the chart does not hold it. */
export function chartFact({ reference }: Source, chart: Chart): readonly FactEvidence[] {
  const observation = chart.observations.find((o) => o.source.reference === reference);
  if (observation !== undefined) {
    const { source, codings, date, quantity, valueCode, valueText } = observation;
    const value = quantity?.value ?? valueCode?.display ?? valueText;
    return [{ ...fact(source, codings, null, date), ...(value == null ? {} : { value }), ...(quantity?.unit == null ? {} : { unit: quantity.unit }) }];
  }
  const condition = chart.conditions.find((c) => c.source.reference === reference);
  if (condition !== undefined) return [fact(condition.source, condition.codings, condition.text, condition.recorded)];
  const other = [...chart.medications, ...chart.procedures, ...chart.immunizations, ...chart.reports, ...chart.orders, ...chart.allergies].find((f) => f.source.reference === reference);
  return other === undefined ? [] : [fact(other.source, other.codings, other.text, other.date)];
}

function fact(source: Source, codings: readonly Coding[], text: string | null, date: string | null): FactEvidence {
  const [first] = codings;
  return { kind: 'fact', resource: source.reference, version: source.version, code: first?.code ?? '', label: text ?? first?.display ?? first?.code ?? '', date };
}
