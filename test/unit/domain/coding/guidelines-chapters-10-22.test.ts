import { describe, expect, it } from 'vitest';
import { isOneDisease } from '../../../../src/domain/coding/one-disease.ts';
import { chart } from '../../../support/chart.ts';
import { analyzeNote, conclude } from '../../../../src/domain/engine.ts';
import { DEFAULT_POLICY, type CodeSet } from '../../../../src/domain/model/index.ts';
import { loadKnowledge } from '../../../../src/knowledge/node/index.ts';
import { visitCodesOf as codes } from '../../../support/read-visit.ts';

const knowledge = await loadKnowledge();
const fy2027 = knowledge.codeSets.inForce('2026-10-14') as CodeSet;

describe('a charted code and one of the same disease', () => {
  it.each([
    ['N39.0', 'N10', 'an infection of a named site takes the place of one of none'],
    ['M81.0', 'M80.051A', 'osteoporosis with a fracture'],
    ['K40.90', 'K40.30', 'a hernia with obstruction'],
    ['K92.2', 'K26.4', 'the source of the bleeding'],
    ['Z94.0', 'T86.11', 'the complication for the status'],
  ])('%s: %s, %s', (charted, stated) => expect(isOneDisease(stated, charted, fy2027)).toBe(true));

  it.each([
    ['K40.30', 'K40.90', 'a word less is no other disease'],
    ['O10.013', 'O11.3', 'both are reported: use additional code from O10'],
    ['N39.0', 'T83.511A', 'the infection stands beside its complication'],
    ['M54.50', 'M54.2', 'two pains'],
  ])('not %s: %s, %s', (charted, stated) => expect(isOneDisease(stated, charted, fy2027)).toBe(false));
});

describe('underdosing (I.C.19.e.5.c)', () => {
  it.each([
    ['Hypertension, uncontrolled because he is skipping lisinopril to save money on the copay.', ['I10', 'T46.4X6A', 'Z91.120']],
    ['Hypothyroidism, TSH 14 after missed doses of levothyroxine, she forgets them.', ['E03.9', 'T38.1X6A', 'Z91.138']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));

  it.each([
    ['denied', 'Hypertension. Denies skipping lisinopril.'],
    ['ordered', 'Hypertension. Stopped taking lisinopril as instructed by her cardiologist.'],
    ['told in the history alone', 'Hypertension, at goal.\n'],
  ])('not where it is %s', (_, told) => expect(codes(`HPI\nRan out of lisinopril once last year.\n\nASSESSMENT\n${told}`)).toEqual(['I10']));
});

describe('the weight at birth (I.C.16.d)', () => {
  it.each([
    ['Birth weight 1,650 grams.', 'P07.16'],
    ['BW 980 g.', 'P07.03'],
    ['Birth weight 2.2 kg.', 'P07.18'],
  ])('%s', (said, code) => expect(codes(`HPI\n${said}\n\nASSESSMENT\n1. Low birth weight newborn.`)).toContain(code));

  it('is not chosen between two', () => {
    expect(codes('HPI\nTwin A: birth weight 1,650 grams. Twin B: birth weight 2,100 grams.\n\nASSESSMENT\n1. Low birth weight newborn.')).toContain('P07.10');
  });
});

describe('whose record it is', () => {
  const of = (birthDate: string, text: string): readonly string[] => {
    const built = chart().note(text).build();
    const born = { ...built, patient: { ...built.patient, birthDate } };
    const found = born.notes.map((note) => analyzeNote(note, { ageYears: null, sex: 'unknown', setting: 'outpatient', noteType: 'progress', authorRole: 'provider', serviceDate: born.asOf.slice(0, 10) }, knowledge));
    return conclude(born, found, knowledge, DEFAULT_POLICY).suggestions.map(({ code }) => code).toSorted();
  };

  it('the mother’s conditions stay out of the child’s (I.C.15.a.2)', () => expect(of('2026-01-01', 'ASSESSMENT\n1. Breech presentation.\n2. Tongue tie.')).toEqual(['Q38.1']));
  it('and the examination is by age (I.C.21.c.13)', () => {
    expect(of('2015-01-01', 'ASSESSMENT\n1. Annual physical.')).toEqual(['Z00.129']);
    expect(of('1980-01-01', 'ASSESSMENT\n1. Annual physical.')).toEqual(['Z00.00']);
  });
});

describe('symptoms told in the course of a stay (II.A, III.B)', () => {
  const stay = (told: string, listed: string): readonly string[] => codes(`HOSPITAL COURSE\n${told}\n\nDISCHARGE DIAGNOSES\n${listed}`, 'inpatient');

  it('are not reported where the stay ends with a diagnosis', () => expect(stay('Came with chest pain and shortness of breath.', '1. Pulmonary embolism.')).toEqual(['I26.99']));
  it('are where it ends without one', () => expect(stay('Telemetry was normal.', '1. Syncope.')).toEqual(['R55']));
  it('and what is a condition in its own right is, too', () => expect(stay('Dysphagia, thickened liquids.', '1. Pulmonary embolism.')).toEqual(['I26.99', 'R13.10']));
});

describe('a status is of what the patient has (I.C.21.c.3)', () => {
  it.each([
    ['Sick sinus syndrome. Pacemaker in place.', ['I49.5', 'Z95.0']],
    ['Sick sinus syndrome. Referred for a pacemaker.', ['I49.5']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));
});
