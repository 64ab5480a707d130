import { singleNoteChart } from '../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../src/domain/engine.ts';
import { DEFAULT_POLICY, type Analysis, type NoteContext } from '../../src/domain/model/index.ts';
import { plainNote } from '../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';

const DAY = '2026-03-01';
const knowledge = await loadKnowledge();

/** What the engine makes of one progress note by a provider, with the shipped knowledge and nothing else charted. */
export function readVisit(text: string, setting: NoteContext['setting'] = 'outpatient'): Analysis {
  const context: NoteContext = { ageYears: null, sex: 'unknown', setting, noteType: 'progress', authorRole: 'provider', serviceDate: DAY };
  const note = plainNote({ id: 'visit', text, type: 'progress', date: DAY });
  return conclude(singleNoteChart(note, context, DAY), [analyzeNote(note, context, knowledge)], knowledge, DEFAULT_POLICY);
}

/** The suggested diagnoses in order of the alphabet. */
export function visitCodesOf(text: string, setting?: NoteContext['setting']): readonly string[] {
  return readVisit(text, setting).suggestions.filter(({ system }) => system === 'icd-10-cm').map(({ code }) => code).toSorted();
}
