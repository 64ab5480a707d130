import { describe, expect, test } from 'vitest';
import { buildAbbreviations } from '../../../../../src/domain/mentions/abbreviations/abbreviations.ts';
import { readTables } from '../../../../../src/domain/mentions/abbreviations/table.ts';
import { readNote } from '../../../../../src/domain/mentions/read-note.ts';
import type { NoteContext } from '../../../../../src/domain/model/index.ts';

const tables = readTables([
  'MS\tmultiple sclerosis\tG35.D G35\tneuro\trelapse|optic neuritis|>relapsing\t<#',
  'MS\tmitral stenosis\tI05.0\tcardiac\trumble|opening snap',
  'MS\tmorphine sulfate\t\t\t<#|>gave\t\trare',
  'PE\tpulmonary embolism\tI26.99\tcardiac\tCTA|D-dimer|heparin\t\tusual',
  'PE\tphysical examination\t\t\t^',
  'PE\tpreeclampsia\tO14.90\t\tproteinuria|magnesium|sex:female',
  'RA\trheumatoid arthritis\tM06.9\t\tRF|anti-CCP|methotrexate',
  'RA\troom air\t\t\t>on|sat*|SpO2',
  'Pt|pt\tpatient',
  'PT\tphysical therapy\t\t\teval*|gait',
  'PT\tprothrombin time\t\t\t<#|INR',
  'AF\tatrial fibrillation\tI48.91\tcardiac\tapixaban|age>=18\t\tusual',
  'AF\tanterior fontanelle\t\t\tage<2|flat',
  'GDM\tgestational diabetes mellitus\tO24.410[diet|A1] O24.414[insulin|A2] O24.419',
  's/p\tstatus post',
  'MVP\tmitral valve prolapse\tI34.1\tcardiac\t\t\tnever-alone',
  'CREST\tCREST syndrome\tM34.1',
  'OI\tosteogenesis imperfecta\tQ78.0',
  'MTX\tmethotrexate toxicity\tT45.1X5A\trheum',
  'COPD\tchronic obstructive pulmonary disease\tJ44.9',
  'AS\taortic stenosis\tI35.0\tcardiac',
], ['neuro\tlesion*|MRI|numb*', 'cardiac\techo|murmur|apex|valve|atrial|ECG', 'rheum\tjoint*']);
const abbreviations = buildAbbreviations(tables);

/** The abbreviation between brackets, as `⟦MS⟧`. */
function at(marked: string) {
  const start = marked.indexOf('⟦');
  const text = marked.replace(/[⟦⟧]/g, '');
  return abbreviations.readAt(readNote(text), { start, end: marked.indexOf('⟧') - 1 });
}
const meaning = (marked: string): string | null | undefined => at(marked)?.meaning?.expansion ?? null;
const nobody: Pick<NoteContext, 'ageYears' | 'sex'> = { ageYears: null, sex: 'unknown' };
const inNote = (text: string, context = nobody) => abbreviations.read(readNote(text), context).map(({ written, meaning: one }) => [written, one?.expansion ?? null]);

describe('an abbreviation in context', () => {
  test.each([
    ['Optic neuritis 2019, new numbness, lesions on MRI. ⟦MS⟧ relapse', 'multiple sclerosis'],
    ['Diastolic rumble at apex, opening snap. ⟦MS⟧ on echo', 'mitral stenosis'],
    ['Pain 8/10, gave ⟦MS⟧ 4 mg IV', 'morphine sulfate'],
    ['Hx ⟦MS⟧.', null],
  ])('by the words around it: %s', (text, expansion) => expect(meaning(text)).toBe(expansion));

  test.each([
    ['Sat 93% on ⟦RA⟧', 'room air'],
    ['INR 3.4, ⟦PT⟧: 36 sec', 'prothrombin time'],
    ['⟦PT⟧ of 14', 'prothrombin time'],
    ['S/p TKA, ⟦PT⟧ eval for gait', 'physical therapy'],
  ])('by what touches it: %s', (text, expansion) => expect(meaning(text)).toBe(expansion));

  test('a value right after it is that of something measured; a year, a stage or a time is not', () => {
    expect(inNote('Murmur. AF 142 mmHg. PE: 38.5')).toEqual([['AF', null], ['PE', 'physical examination']]);
    expect(inNote('COPD 120 ml.')).toEqual([['COPD', null]]);
    for (const said of ['COPD 2019', 'COPD 12/19', 'COPD 3', 'COPD 20 years', 'COPD 10+ yrs']) expect(inNote(said)).toEqual([['COPD', 'chronic obstructive pulmonary disease']]);
  });

  test('by its shape: a header is no condition', () => {
    expect(meaning('⟦PE⟧: lungs clear')).toBe('physical examination');
    expect(meaning('Doing well. ⟦PE⟧ : lungs clear')).toBe('physical examination');
    expect(meaning('Chronic disease. ⟦PE⟧ - on warfarin')).toBe('pulmonary embolism');
    expect(meaning('Heparin for ⟦PE⟧.')).toBe('pulmonary embolism');
  });

  test('by sex and age, of the chart or as the note tells', () => {
    expect(meaning('67M with proteinuria, ⟦PE⟧')).toBe('pulmonary embolism');
    expect(meaning('34F with proteinuria, magnesium for ⟦PE⟧')).toBe('preeclampsia');
    expect(meaning('Newborn. ⟦AF⟧ soft, flat')).toBe('anterior fontanelle');
    expect(inNote('AF noted.')).toEqual([['AF', 'atrial fibrillation']]);
    expect(inNote('AF noted.', { ageYears: 0.2, sex: 'male' })).toEqual([['AF', 'anterior fontanelle']]);
  });

  test('by what the note says it stands for, even where the tables do not have that', () => {
    expect(meaning('Mitral stenosis (MS) was discussed. New lesions on MRI in ⟦MS⟧?')).toBe('mitral stenosis');
    expect(meaning('MS (multiple sclerosis). ⟦MS⟧ on echo')).toBe('multiple sclerosis');
    const text = 'A myasthenic syndrome (MS) is likely. MS.';
    expect(inNote(text)).toEqual([['MS', null], ['MS', null]]);
    const [first] = abbreviations.read(readNote(text), nobody);
    expect(text.slice(first!.definedAs!.start, first!.definedAs!.end)).toBe('myasthenic syndrome');
  });

  test('means one thing in one note, unless its neighbours say otherwise', () => {
    expect(inNote('MS relapse with optic neuritis. Plan: continue therapy for MS.')).toEqual([['MS', 'multiple sclerosis'], ['MS', 'multiple sclerosis']]);
    expect(inNote('PT eval for gait.\nLabs: INR 2, PT 14.')).toEqual([['PT', 'physical therapy'], ['PT', 'prothrombin time']]);
  });

  test('that is usual decides alone; one that never stands alone does not', () => {
    expect(meaning('Known ⟦PE⟧.')).toBe('pulmonary embolism');
    expect(meaning('Known ⟦MVP⟧.')).toBe(null);
    expect(meaning('Click and murmur, ⟦MVP⟧.')).toBe('mitral valve prolapse');
    expect(meaning('⟦COPD⟧.')).toBe('chronic obstructive pulmonary disease');
  });

  test('that has one sense expands when asked; in a note, two letters name no condition without a word for it', () => {
    expect(meaning('Seen for ⟦OI⟧.')).toBe('osteogenesis imperfecta');
    expect(inNote('Seen for OI.')).toEqual([['OI', null]]);
    expect(inNote('Osteogenesis known, fractures with OI.')).toEqual([['OI', 'osteogenesis imperfecta']]);
    expect(inNote('MTX noted.')).toEqual([['MTX', null]]);
    expect(inNote('Joints hurt, MTX noted.')).toEqual([['MTX', 'methotrexate toxicity']]);
  });

  test('has the code whose words stand in the note first', () => {
    expect(at('⟦GDM⟧ diet controlled A1')?.meaning?.codes).toEqual(['O24.410', 'O24.419']);
    expect(at('⟦GDM⟧ on insulin')?.meaning?.codes).toEqual(['O24.414', 'O24.419']);
    expect(at('⟦GDM⟧, A1c 6')?.meaning?.codes).toEqual(['O24.419']);
  });

  test('that nobody knows', () => expect(at('⟦XQZ⟧ noted')).toBeNull());
});

describe('how it is written', () => {
  test('capitals tell short abbreviations from words, and rows of one spelling apart', () => {
    expect(inNote('As far as pt knows, no murmur. Pt seen by PT for gait.')).toEqual([['pt', 'patient'], ['Pt', 'patient'], ['PT', 'physical therapy']]);
    expect(inNote('The iliac crest gave way. CREST known. Crestor.')).toEqual([['CREST', 'CREST syndrome']]);
    expect(inNote('MURMUR AS BEFORE. Murmur, AS known.')).toEqual([['AS', 'aortic stenosis']]);
    expect(inNote('MS-45 stain, 25-MS.')).toEqual([]);
  });

  test('a note without capitals, or of capitals only, has its abbreviations all the same, and its words', () => {
    expect(inNote('as before, gave ms 4 mg')).toEqual([['ms', 'morphine sulfate']]);
    expect(inNote('AS BEFORE, GAVE MS 4 MG')).toEqual([['MS', 'morphine sulfate']]);
  });

  test('with a slash, a plural, the dots of old, and as the span is given', () => {
    expect(inNote('s/p fall, two PEs with heparin, MSK exam')).toEqual([['s/p', 'status post'], ['PE', 'pulmonary embolism']]);
    expect(meaning('⟦P.E.⟧: clear')).toBe('physical examination');
    expect(meaning('⟦S/P⟧ fall')).toBe('status post');
  });
});

describe('why', () => {
  test.each([
    ['Optic neuritis, lesions on MRI. ⟦MS⟧', 'speak for multiple sclerosis'],
    ['Optic neuritis in 2019. ⟦MS⟧', '“Optic neuritis” speaks for multiple sclerosis'],
    ['Multiple sclerosis (⟦MS⟧)', 'The note says itself what “MS” stands for: “Multiple sclerosis”.'],
    ['Known ⟦PE⟧', '“PE” mostly stands for pulmonary embolism, and nothing here speaks for another sense.'],
    ['Known ⟦MS⟧', '“MS” could stand for multiple sclerosis, mitral stenosis or morphine sulfate; nothing in the note decides.'],
    ['Rumble after relapse. ⟦MS⟧', 'and “Rumble” speaks for mitral stenosis: the context does not decide'],
    ['⟦COPD⟧.', '“COPD” stands for chronic obstructive pulmonary disease.'],
    ['⟦MS⟧ relapse. Otherwise well. ⟦MS⟧', 'speaks for multiple sclerosis'],
  ])('%s', (text, why) => expect(at(text)?.why).toContain(why));
});
