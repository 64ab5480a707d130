import type { Claim } from 'fhir/r4';
import { standingDraft } from '../domain/coding/claim/standing-draft.ts';
import { serviceDate } from '../domain/coding/service-date.ts';
import type { Chart, ClaimDraft } from '../domain/model/index.ts';
import { draftedClaim } from '../fhir/encode/claim-draft.ts';

/** The draft claim as a FHIR R4 Claim: to look at and to measure, never sent. */
export function previewClaim(chart: Chart, draft: ClaimDraft): Claim {
  const { encounter, patient, coverages, asOf } = chart;
  const start = (encounter.start ?? serviceDate(encounter, asOf)).slice(0, 10);
  return draftedClaim(draft, {
    patient: patient.source.reference,
    encounter: encounter.source.reference,
    provider: standingDraft(chart)?.provider ?? encounter.practitioners[0] ?? null,
    coverage: coverages.find(({ status }) => status === 'active')?.source.reference ?? null,
    created: asOf,
    period: { start, end: (encounter.end ?? asOf).slice(0, 10) },
  });
}
