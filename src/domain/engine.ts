import type { Analysis, Chart, Knowledge, NoteFindings, Policy, Suggestion } from './model/index.ts';
import { routedToCompliance } from './coding/claim/billed.ts';
import { suggestedServices, suggestedVisit } from './coding/claim/suggested-services.ts';
import { visitServices } from './coding/procedures/visit-services.ts';
import { proposeCodes } from './coding/propose.ts';
import { levelEncounter } from './coding/visit-level/level-encounter.ts';
import { findGaps } from './gaps/find-gaps.ts';
import { indexChart } from './gaps/index-chart.ts';
import { NO_ARITHMETIC, type UnitArithmetic } from './gaps/operators/quantity.ts';
import { withoutAsked } from './queries/asked-before.ts';
import { draftQueries } from './queries/draft.ts';
import { templatesOf } from './queries/templates.ts';

export { analyzeNote } from './mentions/analyze-note.ts';

/**
 * What the notes and the chart mean together, as of `chart.asOf`.
 * @param arithmetic for results in units that are not everyday ones (`needsUnitArithmetic`); without it they decide nothing
 */
export function conclude(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy, arithmetic: UnitArithmetic = NO_ARITHMETIC): Analysis {
  const services = visitServices(chart, found);
  const snapshot = indexChart(chart, found, arithmetic, policy.valueSets);
  const gaps = findGaps(snapshot, policy);
  const { release, suggestions: diagnoses, leftOut, precheck } = proposeCodes(chart, found, knowledge, policy, services, gaps);
  const visitLevel = levelEncounter(chart, found, services.performed);
  return {
    release, suggestions: evidenceFirst(routedToCompliance([...diagnoses, ...suggestedServices(chart, services)], chart), policy), gaps, leftOut,
    queries: withoutAsked(draftQueries(gaps, snapshot, policy), chart, policy.queries),
    templates: templatesOf(policy),
    services, visitLevel, visitItems: evidenceFirst(suggestedVisit(chart, visitLevel), policy),
    precheck,
    findings: found,
    unread: chart.reads.filter((report) => report.status !== 'read'),
    unreadable: chart.unreadable,
  };
}

/** A site asks for more than the engine's own forcing steps, never for less. */
function evidenceFirst(suggestions: readonly Suggestion[], { confidence: { openEvidenceBelow } }: Policy): readonly Suggestion[] {
  return suggestions.map((one) => (one.confidence < openEvidenceBelow && !one.evidenceFirst ? { ...one, evidenceFirst: true } : one));
}
