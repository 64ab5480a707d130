import type { Analysis, Chart, Knowledge, NoteFindings, Policy } from './model/index.ts';
import { proposeCodes } from './coding/propose.ts';
import { findGaps } from './gaps/find-gaps.ts';
import { indexChart } from './gaps/index-chart.ts';
import { draftQueries } from './queries/draft.ts';

export { analyzeNote } from './mentions/analyze-note.ts';

/** What the notes and the chart mean together, as of `chart.asOf`. */
export function conclude(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy): Analysis {
  const { release, suggestions, leftOut } = proposeCodes(chart, found, knowledge, policy);
  const snapshot = indexChart(chart, found);
  const gaps = findGaps(snapshot, policy);
  return {
    release, suggestions, gaps, leftOut,
    queries: draftQueries(gaps, snapshot, policy),
    findings: found,
    unread: chart.reads.filter((report) => report.status !== 'read'),
    unreadable: chart.unreadable,
  };
}
