import type { Chart, EncounterSetting, Note, NoteContext } from '../domain/model/index.ts';
import { serviceDate } from '../domain/coding/service-date.ts';

/** What one note's analysis needs to know of the chart around it. */
export function contextOf(chart: Chart, note: Note): NoteContext {
  const encounter = [chart.encounter, ...chart.otherEncounters].find((e) => e.source.reference === note.encounter) ?? chart.encounter;
  const day = serviceDate(encounter, chart.asOf);
  return {
    ageYears: ageOn(day, chart.patient.birthDate),
    sex: chart.patient.sex,
    setting: SETTINGS[encounter.setting],
    noteType: note.type,
    authorRole: note.author.role,
    serviceDate: day,
  };
}

const SETTINGS: Record<EncounterSetting, NoteContext['setting']> = {
  office: 'outpatient', ed: 'emergency', observation: 'observation', inpatient: 'inpatient',
};

/** Completed years; null where the birth date is unknown or too coarse to tell the age within a year. */
function ageOn(day: string, birthDate: string | null): number | null {
  if (birthDate === null || birthDate.length < 7) return null;
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  const had = day.slice(5, birthDate.length) >= birthDate.slice(5);
  return had ? years : years - 1;
}
