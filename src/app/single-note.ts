import type { Chart, EncounterSetting, Instant, Note, NoteContext } from '../domain/model/index.ts';

const SETTING: Readonly<Record<NoteContext['setting'], EncounterSetting>> = {
  outpatient: 'office', observation: 'observation', inpatient: 'inpatient', emergency: 'ed',
};

/** The chart of a visit of which nothing is known but one note: everything else is *not asked*, so nothing is taken for empty. */
export function singleNoteChart(note: Note, context: NoteContext, asOf: Instant): Chart {
  const day = context.serviceDate ?? asOf;
  const encounter = note.encounter ?? 'Encounter/of-note';
  return {
    asOf: day,
    patient: { source: { reference: 'Patient/of-note', version: null }, birthDate: null, sex: context.sex, displayName: null },
    encounter: {
      source: { reference: encounter, version: null }, status: 'finished', classCode: null, setting: SETTING[context.setting],
      start: day, end: day, practitioners: [], diagnoses: [],
    },
    otherEncounters: [], notes: [{ ...note, encounter }], unreadable: [], conditions: [], observations: [], medications: [], procedures: [], allergies: [],
    immunizations: [], reports: [], orders: [], responses: [], tasks: [], coverages: [], claims: [], provenances: [], proposals: [], signed: [],
    reads: [{ kind: 'DocumentReference', query: '', status: 'read', count: 1, why: null }],
  };
}
