import type { Claim } from 'fhir/r4';
import { chartedDiagnoses } from '../domain/coding/charted.ts';
import { serviceDate } from '../domain/coding/service-date.ts';
import type { Chart, DiagnosisCode, Suggestion } from '../domain/model/index.ts';
import { newClaim } from '../fhir/encode/claim.ts';

/**
 * The draft Claim as it would stand if every suggestion were accepted: to look at and to measure, never sent.
 * Charted diagnoses keep their order; specified ones take the place of what they replace; added ones follow.
 */
export function previewClaim(chart: Chart, suggestions: readonly Suggestion[]): Claim {
  const serviced = serviceDate(chart.encounter, chart.asOf);
  const { meta: _meta, identifier: _identifier, ...claim } = newClaim(
    {
      kind: 'create-claim', serviced, coverage: chart.coverages.find((coverage) => coverage.status === 'active')?.source.reference ?? null,
      diagnoses: diagnosesAfter(chart, suggestions).map((diagnosis, index) => ({ sequence: index + 1, was: [], diagnosis, link: null })),
    },
    'preview',
    {
      plan: {
        purpose: 'countersign', event: 'preview', at: chart.asOf, patient: chart.patient.source.reference, encounter: chart.encounter.source,
        who: { reference: chart.encounter.practitioners[0] ?? '', name: '', role: 'unknown' }, mode: 'single', steps: [], cannot: [],
      },
      profile: { name: 'generic', transaction: false, conditionalCreate: false, ifMatch: false, create: [], update: [], companion: null, activities: [] },
      written: () => null,
    },
  );
  return claim;
}

function diagnosesAfter(chart: Chart, suggestions: readonly Suggestion[]): readonly DiagnosisCode[] {
  const removed = new Set(suggestions.filter((one) => one.action === 'remove').map((one) => one.code));
  const specified = new Map(suggestions.filter((one) => one.action === 'specify').map((one) => [one.from, one]));
  const kept = chartedDiagnoses(chart)
    .filter((charted) => !removed.has(charted.code))
    .map(({ code, text }): DiagnosisCode => specified.get(code) ?? { code, title: text ?? code });
  const added = suggestions.filter((one) => one.action === 'add');
  return [...kept, ...added].map(({ code, title }) => ({ code, title }));
}
