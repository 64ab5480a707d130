import { serviceDate } from '../domain/coding/service-date.ts';
import type { Chart, CodeSets } from '../domain/model/index.ts';

/**
 * What a proposed code says comes from the code set of the day of service, never from the Task that carries it: that text was written
 * elsewhere, and a person would sign it beside the code.
 */
export function withReleaseTitles(chart: Chart, codeSets: CodeSets): Chart {
  if (chart.proposals.length === 0) return chart;
  const release = codeSets.inForce(serviceDate(chart.encounter, chart.asOf));
  const titleOf = (code: string): string => {
    if (release === undefined) return '(no code set is loaded for the day of service)';
    const entry = release.entry(code);
    if (entry === undefined) return `(not a code of ${release.release})`;
    return entry.billable ? entry.title : `${entry.title} (a heading of ${release.release}, not billable)`;
  };
  return { ...chart, proposals: chart.proposals.map((fact) => ({ ...fact, item: { ...fact.item, title: titleOf(fact.item.code) } })) };
}
