import { describe, expect, it } from 'vitest';
import { readVisit as read, visitCodesOf as codes } from '../../../support/read-visit.ts';

const why = (text: string, code: string) => read(text).leftOut.find((one) => one.code === code)?.why ?? null;

describe('a condition that is spoken of, and not stated', () => {
  it.each([
    ['We talked about heart failure and its causes.', 'I50.9'],
    ['He asked about ADHD.', 'F90.9'],
    ['This is common in patients with rheumatoid arthritis.', 'M06.9'],
    ['The symptoms of acute mountain sickness were gone over.', 'T70.29XA'],
    ['Diabetic ketoacidosis was explained.', 'E11.10'],
    ['Glucose tolerance test at 26 weeks for gestational diabetes.', 'O24.419'],
    ['Labs to look for celiac disease.', 'K90.0'],
    ['I am not ready to call this hypertension.', 'I10'],
    ['Come back at once for fever.', 'R50.9'],
    ['CMV biopsies are pending.', 'B25.9'],
    ['Sore throat precautions given.', 'J02.9'],
    ['Hepatitis A and influenza vaccines given.', 'B15.9'],
    ['He declined the shingles vaccine.', 'B02.9'],
    ['Avoid penicillin, as the reaction was hives.', 'L50.9'],
    ['When she skips a meal she gets dizziness.', 'R42'],
  ])('%s', (sentence, code) => {
    const text = `ASSESSMENT AND PLAN\n1. Hypothyroidism. Same dose.\n\n${sentence}`;
    expect(codes(text)).not.toContain(code);
  });

  it.each([
    ['We discussed her obesity.', 'E66.9'],
    ['I explained to him that the films show gout.', 'M10.9'],
    ['We discussed that the anemia has not improved.', 'D64.9'],
    ['He has gout, and we talked about diet.', 'M10.9'],
    ['Evaluated today for his asthma.', 'J45.909'],
    ['She has hives from head to toe.', 'L50.9'],
    ['Return in 3 months. He has anemia as well.', 'D64.9'],
  ])('but stated: %s', (sentence, code) => {
    expect(codes(`ASSESSMENT AND PLAN\n1. Hypothyroidism. Same dose.\n\n${sentence}`)).toContain(code);
  });

  it('is what a journey may bring', () => {
    expect(codes('ASSESSMENT AND PLAN\n1. Travel counseling.\n• Traveler’s diarrhea: azithromycin if needed.\n\n2. Asthma, mild intermittent.')).toEqual(['J45.20', 'Z71.84']);
  });

  it('says why it is left out', () => {
    expect(why('ASSESSMENT AND PLAN\n1. Hypothyroidism. Same dose.\n\nHe asked about ADHD.', 'F90.9')).toMatch(/asked about/);
  });
});

describe('an encounter still to come, or done along the way', () => {
  it.each([
    ['• Suture removal in 10 to 14 days.', 'Z48.02'],
    ['• Daily dressing change.', 'Z48.01'],
    ['• ENT to talk about tympanostomy tubes.', 'Z96.22'],
    ['• Clot prevention with aspirin or apixaban, as the surgeon chooses.', 'Z79.01'],
  ])('%s', (line, code) => expect(codes(`ASSESSMENT AND PLAN\n1. Laceration of left hand.\n${line}`)).not.toContain(code));

  it('is reported where the visit is for it', () => {
    expect(codes('CHIEF COMPLAINT\nHere for suture removal.\n\nASSESSMENT\n1. Suture removal. Healed well.')).toContain('Z48.02');
  });

  it('takes a pump and a stent for lasting, and not one that was', () => {
    expect(codes('HPI\nShe wears an insulin pump.\n\nASSESSMENT\n1. Type 1 diabetes.')).toContain('Z96.41');
    expect(codes('HPI\nShe used to be on an insulin pump.\n\nASSESSMENT\n1. Type 1 diabetes.')).not.toContain('Z96.41');
  });
});

describe('a diagnosis that the assessment leaves uncertain', () => {
  it.each([
    ['is not confirmed by its treatment', 'ASSESSMENT\nPossible UTI.\n\nPLAN\nNitrofurantoin for UTI.', []],
    ['nor by what is said of it in general', 'ASSESSMENT\nKnee pain, likely a meniscal tear.\n\nPLAN\nThe meniscal tear can be treated with therapy.', ['M25.569']],
    ['is, where it has a title', 'ASSESSMENT\n1. UTI. Possible UTI last week too.', ['N39.0']],
    ['or is known', 'PAST MEDICAL HISTORY\nGout.\n\nASSESSMENT\nFoot pain, possible gout.\n\nPLAN\nColchicine for the gout.', ['M10.9']],
  ])('%s', (_, text, expected) => expect(codes(text)).toEqual(expected));
});

describe('a steroid for some days is no long-term drug (I.C.21.c.3)', () => {
  it.each(['A course of oral steroids was given.', 'Oral steroids were prescribed today.', 'Prednisone burst.', 'Start prednisone.'])('%s', (plan) => {
    expect(codes(`ASSESSMENT\n1. Asthma.\n- ${plan}`)).toEqual(['J45.909']);
  });

  it('one that is continued is', () => {
    expect(codes('ASSESSMENT\n1. Polymyalgia rheumatica.\n- Continue prednisone 10 mg daily.')).toEqual(['M35.3', 'Z79.52']);
  });
});
