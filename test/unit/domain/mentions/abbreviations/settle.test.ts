import { beforeAll, describe, expect, test } from 'vitest';
import { singleNoteChart } from '../../../../../src/app/single-note.ts';
import { analyzeNote, conclude } from '../../../../../src/domain/engine.ts';
import { buildAbbreviations } from '../../../../../src/domain/mentions/abbreviations/abbreviations.ts';
import { readTables } from '../../../../../src/domain/mentions/abbreviations/table.ts';
import { buildLexicon, type Phrase } from '../../../../../src/domain/mentions/lexicon.ts';
import { DEFAULT_POLICY, type ConceptId, type Knowledge, type NoteContext } from '../../../../../src/domain/model/index.ts';
import { plainNote } from '../../../../../src/domain/text/plain-note.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';

const phrase = (words: string, code: string): Phrase => ({ words, concept: `syn:${words}` as ConceptId, codes: [code] });
const lexicon = buildLexicon([
  phrase('multiple sclerosis', 'G35'), phrase('=MS', 'G35'), phrase('acute MS flare', 'G35'), phrase('DM type 1', 'E10.9'), phrase('=DM', 'E11.9'), phrase('=PT', 'R79.1'), phrase('hypertension', 'I10'),
]);
const abbreviations = buildAbbreviations(readTables([
  'MS\tmultiple sclerosis\tG35.D G35\t\toptic neuritis',
  'MS\tmitral stenosis\tI05.0\t\trumble',
  'DM\tdiabetes mellitus\tE11.9 E10\t\tA1c\t\tusual',
  'DM\tmyotonic dystrophy\tG71.11\t\tmyotonia',
  'PT\tphysical therapy\t\t\teval|gait',
  'PT\tprothrombin time\t\t\tINR',
  'SVT\tsupraventricular tachycardia\tI47.10',
  'CP\tchest pain\tR07.9\t\texertion*',
  'CP\tcerebral palsy\tG80.9\t\tspastic*',
], []));
const context: NoteContext = { ageYears: 60, sex: 'female', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: '2026-03-01' };
let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = { ...await loadKnowledge(), lexicon, abbreviations };
});

const found = (text: string) => analyzeNote(plainNote({ id: 'n', text }), context, knowledge);
const mentions = (text: string) => found(text).mentions.map((one) => [text.slice(one.start, one.end), one.concept, ...one.codes.slice(0, 1)]);

function analyze(text: string) {
  const note = plainNote({ id: 'n', text, date: '2026-03-01' });
  return conclude(singleNoteChart(note, context, '2026-03-01'), [analyzeNote(note, context, knowledge)], knowledge, DEFAULT_POLICY);
}

describe('abbreviations among a note’s findings', () => {
  test('what the lexicon knows stands where the context says the same', () => {
    expect(mentions('Assessment: optic neuritis, MS.')).toEqual([['MS', 'syn:=MS', 'G35']]);
  });

  test('the context overrules the lexicon', () => {
    expect(mentions('Assessment: rumble at apex, MS.')).toEqual([['MS', 'abbr:MS:mitral stenosis', 'I05.0']]);
    expect(mentions('Myotonia. DM type 1 known.')).toEqual([['DM', 'abbr:DM:myotonic dystrophy', 'G71.11']]);
  });

  test('a longer phrase that the lexicon knows decides where the context does not', () => {
    expect(mentions('Acute MS flare.')).toEqual([['Acute MS flare', 'syn:acute MS flare', 'G35']]);
    expect(mentions('DM type 1, A1c 8.')).toEqual([['DM type 1', 'syn:DM type 1', 'E10.9']]);
  });

  test('what is no condition names none, whatever the lexicon knows', () => {
    expect(mentions('PT eval for gait.')).toEqual([]);
    expect(mentions('PT noted.')).toEqual([]);
  });

  test('what the lexicon does not know, the tables name', () => {
    expect(mentions('Run of SVT.')).toEqual([['SVT', 'abbr:SVT:supraventricular tachycardia', 'I47.10']]);
  });

  test('undecided, it names no code, and is no statement', () => {
    expect(mentions('Assessment: MS, hypertension.')).toEqual([['MS', 'abbr:MS'], ['hypertension', 'syn:hypertension', 'I10']]);
    const { suggestions, leftOut } = analyze('Assessment: MS, hypertension.');
    expect(suggestions.map(({ code }) => code)).toEqual(['I10']);
    const why = '“MS” could stand for multiple sclerosis or mitral stenosis: the context does not decide.';
    expect(leftOut.filter((one) => one.why === why).map(({ code }) => code)).toEqual(['G35.D', 'I05.0']);
  });

  test('undecided, it makes nothing of the section that it stands in', () => {
    expect(analyze('Hypertension, on lisinopril.\nPlan: labs. A. Okafor MS').suggestions.map(({ code }) => code)).toEqual(['I10']);
  });

  test('undecided and denied, it leaves nothing to say', () => {
    expect(analyze('Assessment: hypertension. No CP.').leftOut).toEqual([]);
  });

  test('defined in the note, it is what the lexicon says of those words', () => {
    expect(mentions('Multiple sclerosis (MS), stable.')).toEqual([['Multiple sclerosis', 'syn:multiple sclerosis', 'G35.D'], ['MS', 'syn:=MS', 'G35']]);
  });
});
