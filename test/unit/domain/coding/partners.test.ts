import { describe, expect, it } from 'vitest';
import { visitCodesOf as codes } from '../../../support/read-visit.ts';

describe('pregnancy (I.C.15)', () => {
  const of = (told: string) => codes(`HPI\nG2P1 at 31 weeks.\n\nASSESSMENT AND PLAN\n${told}`);

  it.each([
    ['1. Gestational diabetes, diet controlled.\n2. Obesity in pregnancy, class 2.', ['E66.812', 'O24.410', 'O99.213', 'Z3A.31']],
    ['1. Twin pregnancy, dichorionic diamniotic.\n2. Chronic hypertension.', ['O10.013', 'O30.043', 'Z3A.31']],
    ['1. Advanced maternal age.\n2. Iron deficiency anemia.\n3. Depression.', ['D50.9', 'F32.A', 'O09.523', 'O99.013', 'O99.343', 'Z3A.31']],
  ])('%s', (told, expected) => expect(of(told)).toEqual(expected));

  it('leaves the weeks open where two are said, and the trimester', () => {
    expect(codes('HPI\nG2P1 at 12 weeks; G3 pregnancy at 30 weeks.\n\nASSESSMENT\n1. Obesity in pregnancy.')).toEqual(['E66.9', 'O99.210']);
  });

  it('adds nothing where no pregnancy goes on', () => {
    expect(codes('HPI\nTwo pregnancies.\n\nASSESSMENT\n1. Hypertension.\n2. Hypothyroidism.')).toEqual(['E03.9', 'I10']);
  });
});

describe('what a past stroke left (I.C.9.d)', () => {
  it.each([
    ['Left hemiparesis following ischemic stroke.', ['I69.354']],
    ['Expressive aphasia due to a stroke last year.', ['I69.320']],
    ['Dysphagia after CVA.', ['I69.391']],
    ['Right hemiparesis after an intracerebral hemorrhage.', ['I69.151']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));

  it.each([
    ['an acute stroke', 'Acute ischemic stroke with left hemiparesis.', ['G81.94', 'I63.9']],
    ['another cause', 'Left hemiparesis due to multiple sclerosis.', ['G35.D', 'G81.94']],
  ])('not %s', (_, told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));
});

describe('what a drug causes (I.C.19.e.5.a)', () => {
  it.each([
    ['Peripheral neuropathy due to vincristine.', ['G62.0', 'T45.1X5A']],
    ['Osteoporosis caused by chronic prednisone.', ['M81.8', 'T38.0X5A', 'Z79.52']],
    ['Constipation from oxycodone.', ['K59.03', 'T40.2X5A']],
    ['Steroid-induced hyperglycemia.', ['R73.9', 'T38.0X5A']],
    ['Cough secondary to lisinopril.', ['R05.9', 'T46.4X5A']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));

  it.each([
    ['relief', 'Knee pain, relief from ibuprofen.', ['M25.569']],
    ['a change of drugs', 'Hypertension, switched from lisinopril.', ['I10']],
    ['a drug that is not the cause', 'Cough, not due to lisinopril.', ['R05.9']],
    ['what may come', 'Osteoporosis. Prednisone may cause more bone loss.', ['M81.0']],
  ])('not %s', (_, told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));
});

describe('partners of one code', () => {
  it.each([
    ['Left ureteral stone. Moderate hydronephrosis.', ['N13.2']],
    ['Alcoholic cirrhosis. Esophageal varices.', ['I85.10', 'K70.30']],
    ['Follow-up after completed treatment. History of colon cancer.', ['Z08', 'Z85.038']],
    ['Ulcerative colitis with rectal bleeding.', ['K51.911']],
    ['Benign prostatic hyperplasia with urinary frequency and nocturia.', ['N40.1', 'R35.0', 'R35.1']],
    ['1. CKD stage 4.\n2. Type 2 diabetes with hyperglycemia.', ['E11.22', 'E11.65', 'N18.4']],
    ['1. Type 2 diabetes with diabetic chronic kidney disease. It is now stage 4.\n2. Hypertension.', ['E11.22', 'I12.9', 'N18.4']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));

  it.each([
    ['Esophageal varices.', ['I85.00']],
    ['Hydronephrosis.', ['N13.30']],
    ['Rectal bleeding.', ['K62.5']],
  ])('alone: %s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));
});

describe('the extent of a burn (I.C.19.d.6)', () => {
  it.each([
    ['EXAM\nAbout 2% of the body surface.\n\nASSESSMENT\nSecond degree burn of left forearm.', ['T22.212A', 'T31.0']],
    ['EXAM\nTBSA 12%.\n\nASSESSMENT\nSecond degree burn of left forearm.', ['T22.212A', 'T31.10']],
    ['ASSESSMENT\nSecond degree burn of left forearm.', ['T22.212A']],
    ['EXAM\nPsoriasis on 5% of the body surface.\n\nASSESSMENT\nPsoriasis.', ['L40.9']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('a routine examination with an abnormal finding (I.C.21.c.13)', () => {
  it.each([
    ['CHIEF COMPLAINT\nAnnual physical.\n\nASSESSMENT\n1. Elevated blood pressure reading.', ['R03.0', 'Z00.01']],
    ['ASSESSMENT\n1. Well child visit.\n2. Atopic dermatitis.', ['L20.9', 'Z00.121']],
    ['CHIEF COMPLAINT\nAnnual physical.\n\nASSESSMENT\n1. Hypertension. At goal.', ['I10', 'Z00.00']],
    ['CHIEF COMPLAINT\nAnnual physical.\n\nASSESSMENT\n1. Heart murmur, new.', ['R01.1', 'Z00.01']],
    ['ASSESSMENT\n1. Well child visit.', ['Z00.129']],
  ])('%j', (text, expected) => expect(codes(text)).toEqual(expected));
});

describe('a cancer that is excised today', () => {
  const history = 'HPI\nShe had a melanoma of the arm, excised in 2014.\n\n';

  it('is no history, though another has not come back', () => {
    expect(codes(`${history}ASSESSMENT\n1. Basal cell carcinoma of the nose. Excised today.\n2. History of melanoma. No recurrence.`)).toEqual(['C44.311', 'Z85.820']);
  });

  it('is active while it is treated, and history once that is over', () => {
    expect(codes('IMPRESSION\n1. Breast cancer, left, no evidence of disease, on letrozole.')).toEqual(['C50.912', 'Z79.811']);
    expect(codes('IMPRESSION\n1. Breast cancer, left, no evidence of disease.')).toEqual(['Z85.3']);
  });

  it('and is where its own block finds no sign of it', () => {
    expect(codes('ASSESSMENT\n1. Breast cancer. Lumpectomy in 2019, no evidence of disease.\n2. Hypertension.')).toEqual(['I10', 'Z85.3']);
  });
});

describe('a side that two names share (I.B.13)', () => {
  it.each([
    ['Right knee ACL tear with medial meniscus tear.', ['S83.241A', 'S83.511A']],
    ['Left ankle sprain, and right knee pain.', ['M25.561', 'S93.402A']],
    ['Right knee ACL tear. Medial meniscus tear.', ['S83.249A', 'S83.511A']],
  ])('%s', (told, expected) => expect(codes(`ASSESSMENT\n${told}`)).toEqual(expected));
});
