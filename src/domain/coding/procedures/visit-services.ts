import type { Chart, NoteFindings, Services } from '../../model/index.ts';
import { completedYears } from '../lock/age.ts';
import { serviceDate } from '../service-date.ts';
import { payerOf } from '../services/payer.ts';
import { visitNotes } from '../whose-words.ts';
import { performedServices } from './performed.ts';

/** What the chart of an encounter shows to have been performed at it. An age that a birth year leaves open decides nothing. */
export function visitServices(chart: Chart, found: readonly NoteFindings[]): Services {
  const day = serviceDate(chart.encounter, chart.asOf);
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  const { usable, unusable } = visitNotes(chart);
  const notes = [...usable, ...unusable.filter(({ note }) => note.status === 'final' && note.type === 'nursing').map(({ note }) => note)].flatMap((note) => {
    const findings = byNote.get(note.id);
    return findings === undefined ? [] : [{ note, findings }];
  });
  return performedServices({ chart, notes, ageYears: completedYears(chart.patient.birthDate, day), payer: payerOf(chart), day });
}
