import type { CalendarDate, EncounterFacts, Instant } from '../model/index.ts';

/**
 * The day that picks the code-set release: of service for outpatient and professional coding, of discharge for an
 * inpatient stay (ICD-10-CM Guidelines, "effective with discharges / encounters"). As written in the EHR's own offset.
 */
export function serviceDate(encounter: EncounterFacts, asOf: Instant): CalendarDate {
  const day = encounter.setting === 'inpatient' ? (encounter.end ?? asOf) : (encounter.start ?? encounter.end ?? asOf);
  return day.slice(0, 10);
}
