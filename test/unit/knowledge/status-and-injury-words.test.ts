import { describe, expect, test } from 'vitest';
import { analyzeNote } from '../../../src/domain/engine.ts';
import type { NoteContext } from '../../../src/domain/model/index.ts';
import { plainNote } from '../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';

const knowledge = await loadKnowledge();
const context: NoteContext = { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: '2026-03-01' };

function codesIn(text: string): readonly string[] {
  const note = plainNote({ id: 'words', text, type: 'progress', date: '2026-03-01' });
  return analyzeNote(note, context, knowledge).mentions.filter(({ assertion }) => assertion.status !== 'absent').flatMap(({ codes }) => codes.slice(0, 1));
}

describe('what clinicians say of symptoms, status and injuries', () => {
  test.each([
    ['She passed out at work.', 'R55'],
    ['He has been coughing up blood.', 'R04.2'],
    ['There was a troponin leak.', 'R79.89'],
    ['CT showed mediastinal lymphadenopathy.', 'R59.0'],
    ['h/o DVT, on apixaban', 'Z86.718'],
    ['s/p CABG x3', 'Z95.1'],
    ['On home O2.', 'Z99.81'],
    ['She is wheelchair-bound.', 'Z99.3'],
    ['ESRD; dialyzes MWF.', 'Z99.2'],
    ['DNR/DNI', 'Z66'],
    ['Allergic to PCN.', 'Z88.0'],
    ['He cannot afford his medications.', 'Z59.869'],
    ['She is a former smoker.', 'Z87.891'],
    ['Pregnancy complicated by intrahepatic cholestasis of pregnancy.', 'O26.649'],
    ['In-stent restenosis of the LAD.', 'T82.855A'],
    ['He fell off a ladder.', 'W11.XXXA'],
  ])('%s → %s', (text, code) => expect(codesIn(text)).toContain(code));

  test.each([
    'Blood pressure fell after the dose.',
    'In the fall she will travel.',
    'Two point discrimination intact.',
    'Sutures removed last week, wound clean.',
    'Eye exam: pupils equal.',
    'The 45 x 30 mm specimen was sent.',
    'Pale yellow urine.',
    'ICU nurse, kicked off the team, got into college.',
    'Central nervous system: intact.',
    'HR 72, RR 16.',
  ])('names no condition: %s', (text) => expect(codesIn(text)).toEqual([]));
});
