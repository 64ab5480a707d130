import type { Chart, NoteType, AuthorRole, Services } from '../../src/domain/model/index.ts';
import { performedServices } from '../../src/domain/coding/procedures/performed.ts';
import type { Payer } from '../../src/domain/coding/services/payer.ts';
import { readNote } from '../../src/domain/mentions/read-note.ts';
import { noteFrom } from './notes.ts';

export interface ServiceOptions {
  readonly age?: number;
  readonly payer?: Payer;
  readonly type?: NoteType;
  readonly role?: AuthorRole;
  readonly chart?: Chart;
}

const DAY = '2026-10-21';

/** What one note of 21 October 2026 shows to have been done. */
export function servicesOf(text: string, { age, payer = 'unknown', type = 'progress', role = 'provider', chart }: ServiceOptions = {}): Services {
  const note = noteFrom(text, { type, role, date: `${DAY}T09:30:00-05:00`, encounter: 'Encounter/visit' });
  const { sections, sentences } = readNote(text);
  const findings = { note: note.id, language: 'english', mentions: [], sections, sentences: sentences.map((one) => ({ ...one, hash: '' })) } as const;
  return performedServices({ chart: chart === undefined ? null : { ...chart, notes: [note] }, notes: [{ note, findings }], ageYears: age ?? null, payer, day: DAY });
}

/** "20610-RT", "J3301x4": codes with modifiers and, where not one, units, in order of the alphabet. */
export function serviceCodes(text: string, options?: ServiceOptions): readonly string[] {
  return servicesOf(text, options).performed.map(({ code, modifiers, units }) => `${[code, ...modifiers].join('-')}${units === 1 ? '' : `x${units}`}`).toSorted();
}
