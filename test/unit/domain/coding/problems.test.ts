import { describe, expect, it } from 'vitest';
import { readVisit as read, visitCodesOf as codes } from '../../../support/read-visit.ts';

describe('what is told beneath the title of a problem makes its code specific', () => {
  it.each([
    ['1. Asthma.\n• Medical Reasoning: Symptoms every day; this is severe persistent and now in exacerbation.', ['J45.51']],
    ['1. Asthma. It is mild intermittent. Albuterol as needed.', ['J45.20']],
    ['Asthma.\nThis is mild persistent.\n\nObesity, class 2.', ['E66.812', 'J45.30']],
    ['1. Chronic kidney disease. On the last three values this is stage 4.', ['N18.4']],
    ['1. Major depressive disorder. Recurrent, currently severe.', ['F33.2']],
    ['1. Diastolic heart failure. It is chronic and well compensated.', ['I50.32']],
    ['1. COPD. Now with an acute exacerbation. Prednisone for 5 days.', ['J44.1']],
    ['1. Gestational diabetes.\n• Well controlled on diet alone.', ['O24.410']],
    ['1. Acute suppurative otitis media. It is on the left and recurrent.', ['H66.005']],
    ['1. Primary open-angle glaucoma. The right eye is severe. The left is moderate.', ['H40.1113', 'H40.1122']],
    ['1. Alzheimer disease. The dementia is moderate, with agitation.', ['F02.B11', 'G30.9']],
    ['1. Multiple sclerosis. The course is relapsing-remitting.', ['G35.A']],
    ['1. Pressure ulcer of the sacrum. It is now stage 3.', ['L89.153']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT AND PLAN\n\n${told}`)).toEqual(expected));

  it.each([
    ['what may come', '1. Asthma. If it becomes severe persistent, add a biologic.', ['J45.909']],
    ['what was', '1. Major depressive disorder. It was severe last year.', ['F32.9']],
    ['what it is not', '1. Migraine. It is not intractable.', ['G43.909']],
    ['two values that contradict each other', '1. Chronic kidney disease. This is stage 3. The lab report says stage 4.', ['N18.9']],
    ['words for something else', '1. Asthma. She has severe anxiety.', ['F41.9', 'J45.909']],
    ['a treatment', '1. Asthma.\n• Medical Treatment: moderate persistent step of the action plan.', ['J45.909']],
    ['what a study shows', '1. Congestive heart failure.\n• Medical Reasoning: Her echocardiogram demonstrated a reduced ejection fraction of 45%.', ['I50.9']],
    ['another problem', '1. Asthma.\n\n2. Chronic kidney disease. This is stage 2.', ['J45.909', 'N18.2']],
    ['a relative', '1. Asthma. Her brother is severe persistent.', ['J45.909']],
  ])('not %s', (_, told, expected) => expect(codes(`ASSESSMENT AND PLAN\n\n${told}`)).toEqual(expected));

  it('quotes what it is told by', () => {
    const [asthma] = read('ASSESSMENT AND PLAN\n\n1. Asthma. She coughs at night. This is moderate persistent.').suggestions;
    expect(asthma?.evidence.map((piece) => (piece.kind === 'quote' ? piece.quote : '')).join(' ')).toContain('This is moderate persistent.');
  });
});

describe('the first sentence of an item is its title', () => {
  it('so that its symptoms are told under a diagnosis', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Community-acquired pneumonia. He still has chest pain when he coughs. Amoxicillin.\n2. Gout. Allopurinol.')).toEqual(['J18.9', 'M10.9']);
  });

  it('and an item that names nothing ends the one above', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Gout. Allopurinol.\n2. As to the other matter, he has dizziness.')).toEqual(['M10.9', 'R42']);
  });

  it('but no sentence further on is', () => {
    expect(codes('ASSESSMENT AND PLAN\nDebridement was done. She was counseled on smoking cessation.')).toEqual([]);
  });

  it('but the plan that goes on beneath it is no title', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Sensorineural hearing loss, bilateral.\n   Hearing aid evaluation. Audiogram next year.')).toEqual(['H90.3']);
  });

  it('and symptoms are kept where the tabular list asks for them', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Benign prostatic hyperplasia with lower urinary tract symptoms: nocturia, weak stream.')).toEqual(['N40.1', 'R35.1', 'R39.12']);
  });
});

describe('the kind of diabetes that the note names', () => {
  it.each([
    ['HPI\nShe has type 1 diabetes.\n\nASSESSMENT\n1. Diabetic polyneuropathy.\n2. Diabetic retinopathy.', ['E10.319', 'E10.42']],
    ['HPI\nShe has type 2 diabetes.\n\nASSESSMENT\n1. Diabetic polyneuropathy.', ['E11.42']],
    ['ASSESSMENT\n1. Type 1 diabetes.\n2. Diabetic heel ulcer, right, fat layer exposed.', ['E10.621', 'L97.412']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));

  it.each([
    ['a relative’s', 'HPI\nHer mother has type 1 diabetes.\n\nASSESSMENT\n1. Diabetic polyneuropathy.'],
    ['both kinds', 'HPI\nCalled type 1 diabetes at first; it is type 2 diabetes.\n\nASSESSMENT\n1. Diabetic polyneuropathy.'],
  ])('is not %s', (_, text) => expect(codes(text)).toEqual(['E11.42']));
});

describe('diagnoses before and after an operation (IV.N)', () => {
  it.each([
    ['PREOPERATIVE DIAGNOSIS: Acute appendicitis.\nPOSTOPERATIVE DIAGNOSIS: Ovarian cyst, right.', ['N83.201']],
    ['PREOPERATIVE DIAGNOSIS: Cholelithiasis.\nPOSTOPERATIVE DIAGNOSIS: Same.', ['K80.20']],
    ['PREOPERATIVE DIAGNOSIS: Cholelithiasis.', ['K80.20']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('an addendum', () => {
  it('takes back what it says is not there', () => {
    expect(codes('ASSESSMENT\n1. Pneumonia.\n2. Gout.\n\nADDENDUM 3/2: Radiology over-read: no pneumonia.')).toEqual(['M10.9']);
  });

  it('adds what was found since', () => {
    expect(codes('ASSESSMENT\n1. Gout.\n\nADDENDUM: Urinary tract infection, nitrofurantoin sent.')).toEqual(['M10.9', 'N39.0']);
  });

  it('leaves what it does not speak of', () => {
    expect(codes('ASSESSMENT\n1. Pneumonia.\n\nADDENDUM: No pleural effusion.')).toEqual(['J18.9']);
  });
});
