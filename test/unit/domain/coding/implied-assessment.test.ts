import { describe, expect, it } from 'vitest';
import { visitCodesOf } from '../../../support/read-visit.ts';

describe('a note without headers assesses in the lines that it ends with', () => {
  it.each([
    ['a numbered list', '54M. Knees ache on stairs, some headache. PVCs on the strip.\n1. Hypertension: lisinopril up.\n2. Gout, quiet on allopurinol.', ['I10', 'M10.9']],
    ['numbers with brackets', 'Fatigue since May. Mild wheeze.\n1) Iron deficiency anemia - oral iron.\n2) Hypothyroidism - same dose.', ['D50.9', 'E03.9']],
    ['lines that begin with a problem', 'Back hurt in spring. Sinus bradycardia on the tracing.\nVitamin D deficiency, improving: continue.\nPostmenopausal osteoporosis: zoledronic acid.', ['E55.9', 'M81.0']],
    ['a symptom whose cause is said', 'Fainted on rising; dizzy again on standing.\nSyncope from orthostatic hypotension: fluids.\nHyponatremia, also better.', ['E87.1', 'I95.1']],
  ])('%s', (_, note, expected) => {
    expect(visitCodesOf(note)).toEqual(expect.arrayContaining(expected));
    expect(visitCodesOf(note).filter((code) => code.startsWith('R') && code !== 'R55')).toEqual([]);
  });

  it.each([
    ['a complaint that nothing explains stays', 'Dizzy for three days, worse on rising. Exam normal. Fluids, back in a week.', ['R42']],
    ['a list of drugs is no assessment', 'Here for cough. Hypertension stable.\n1. lisinopril 10 mg\n2. aspirin 81 mg', ['I10', 'R05.9']],
    ['a note with a header keeps it', 'HPI: tired.\n1. gout in 2011\n2. flu in 2015\nAssessment: Hypothyroidism.', ['E03.9']],
  ])('%s', (_, note, expected) => {
    expect(visitCodesOf(note)).toEqual(expect.arrayContaining(expected));
  });
});

describe('another’s words', () => {
  it.each([
    ['Urgent care told her "gout" for the knee and gave colchicine.\nAssessment: Seropositive rheumatoid arthritis, flaring.', 'M10.9'],
    ['Triage nurse wrote "epilepsy": no earlier seizure.\nAssessment: Simple febrile seizure.', 'G40.909'],
    ['List still carries BPH with obstruction from 2016.\nAssessment: Stress incontinence.', 'N40.1'],
    ['Told at another clinic it was "possible lupus".\nAssessment: Rosacea.', 'M32.9'],
  ])('support nothing: %s', (note, code) => {
    expect(visitCodesOf(note)).not.toContain(code);
  });

  it('in the assessment they are the author’s own', () => {
    expect(visitCodesOf('Painful toe since Sunday.\nAssessment: "Gout", right great toe.')).toContain('M10.9');
  });

  it('symptoms in the patient’s words are reported', () => {
    expect(visitCodesOf('She is "dizzy" on standing. Exam normal. Fluids.')).toContain('R42');
  });
});
