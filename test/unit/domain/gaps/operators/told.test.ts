import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../../src/domain/model/index.ts';
import type { Expression } from '../../../../../src/domain/gaps/operators/expression.ts';
import type { ChartBuilder } from '../../../../support/chart.ts';
import { contextOf } from '../../../../../src/app/note-context.ts';
import { analyzeNote } from '../../../../../src/domain/engine.ts';
import { indexChart } from '../../../../../src/domain/gaps/index-chart.ts';
import { declined } from '../../../../../src/domain/gaps/operators/declined.ts';
import { done } from '../../../../../src/domain/gaps/operators/done.ts';
import { doses } from '../../../../../src/domain/gaps/operators/doses.ts';
import { evaluate } from '../../../../../src/domain/gaps/operators/evaluate.ts';
import { noted } from '../../../../../src/domain/gaps/operators/noted.ts';
import { taking } from '../../../../../src/domain/gaps/operators/taking.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { chart } from '../../../../support/chart.ts';

const knowledge = await loadKnowledge();
const adult = chart().age(58).sex('female');

function answer(expression: Expression, from: ChartBuilder): Answer {
  const built = from.build();
  return evaluate(expression, indexChart(built, built.notes.map((note) => analyzeNote(note, contextOf(built, note), knowledge)))).answer;
}

describe('done, as a note of 21 October 2026 tells it', () => {
  const mammogram = done('mammogram', { codes: {}, words: ['mammogra*'], kinds: ['Procedure', 'DiagnosticReport'], withinMonths: 27 });
  const colonoscopy = done('colonoscopy', { codes: {}, words: ['colonoscop*'], kinds: ['Procedure'], withinMonths: 120 });
  const ever = done('hysterectomy', { codes: {}, words: ['hysterectomy'], kinds: ['Procedure'], withinMonths: null });

  it.each<[string, Expression, Answer]>([
    ['Mammogram normal last month at outside facility.', mammogram, 'yes'],
    ['Health maintenance: mammogram 3/2026 BI-RADS 1.', mammogram, 'yes'],
    ['Last mammogram 2019.', mammogram, 'no'],
    ['Had mammogram in March, negative.', mammogram, 'yes'],
    ['Mammogram done, normal per patient.', mammogram, 'cannot-tell'],
    ['Mammogram up to date.', mammogram, 'yes'],
    ['Mammogram due.', mammogram, 'no'],
    ['Mammogram ordered today.', mammogram, 'no'],
    ['Mammogram scheduled for 11/2026.', mammogram, 'no'],
    ['Discussed mammogram.', mammogram, 'no'],
    ['No mammogram since 2018.', mammogram, 'no'],
    ['Sister had a mammogram last month.', mammogram, 'no'],
    ['Needs mammogram; colonoscopy 2021 normal.', mammogram, 'no'],
    ['Needs mammogram; colonoscopy 2021 normal.', colonoscopy, 'yes'],
    ['Colonoscopy 2021, 2 polyps, repeat in 5 years.', colonoscopy, 'yes'],
    ['Colonoscopy 2012, normal, repeat due now.', colonoscopy, 'no'],
    ['Colonoscopy 6 years ago was clear.', colonoscopy, 'yes'],
    ['Declines colonoscopy.', colonoscopy, 'no'],
    ['Never had a colonoscopy.', colonoscopy, 'no'],
    ['S/p hysterectomy with removal of cervix for fibroids.', ever, 'yes'],
    ['PSH: hysterectomy 2009.', ever, 'yes'],
    ['PAST SURGICAL HISTORY\nTotal hysterectomy\nAppendectomy', ever, 'yes'],
    ['Considering hysterectomy for fibroids.', ever, 'no'],
    ['Mother had a hysterectomy.', ever, 'no'],
  ])('%s → %3$s', (text, expression, expected) => {
    expect(answer(expression, adult.note(text))).toBe(expected);
  });
});

describe('taking, as a note of this visit tells it', () => {
  const apixaban = taking('an anticoagulant', ['apixaban', 'eliquis', 'warfarin']);
  const steroid = taking('long-term prednisone', ['prednisone'], { forDays: 90 });

  it.each<[string, Expression, Answer]>([
    ['On apixaban for AF.', apixaban, 'yes'],
    ['Continue Eliquis.', apixaban, 'yes'],
    ['MEDICATIONS\nlisinopril 10 mg daily\napixaban 5 mg BID', apixaban, 'yes'],
    ['Apixaban 5 mg twice daily.', apixaban, 'yes'],
    ['Hold apixaban 2 days before the procedure.', apixaban, 'yes'],
    ['Stop warfarin, start aspirin.', apixaban, 'no'],
    ['Switched from warfarin to apixaban.', apixaban, 'yes'],
    ['Was on warfarin in 2015.', apixaban, 'no'],
    ['Not on warfarin.', apixaban, 'no'],
    ['No bleeding on apixaban.', apixaban, 'yes'],
    ['Denies bruising with Eliquis.', apixaban, 'yes'],
    ['No longer on warfarin.', apixaban, 'no'],
    ['Denies taking warfarin.', apixaban, 'no'],
    ['No anticoagulation with warfarin.', apixaban, 'no'],
    ['Warfarin 2015-2019 for the clot.', apixaban, 'no'],
    ['On warfarin since 2019.', apixaban, 'yes'],
    ['Discussed starting warfarin; patient declined.', apixaban, 'no'],
    ['ALLERGIES\nwarfarin - rash', apixaban, 'no'],
    ['Consider warfarin if AF recurs.', apixaban, 'no'],
    ['Father takes warfarin.', apixaban, 'no'],
    ['On prednisone 10 mg daily for years for PMR.', steroid, 'yes'],
    ['Start prednisone 40 mg daily x 5 days.', steroid, 'cannot-tell'],
  ])('%s → %3$s', (text, expression, expected) => {
    expect(answer(expression, adult.note(text))).toBe(expected);
  });

  it('an order in force answers; a note that stops it takes it back', () => {
    const ordered = adult.medication('apixaban 5 MG Oral Tablet', { date: '2026-05-01' });
    expect(answer(apixaban, ordered)).toBe('yes');
    expect(answer(apixaban, ordered.note('Discontinue apixaban given bleeding.'))).toBe('no');
    expect(answer(apixaban, adult.medication('apixaban 5 MG Oral Tablet', { status: 'stopped' }))).toBe('no');
    expect(answer(apixaban, adult.denied('MedicationRequest'))).toBe('cannot-tell');
  });
});

describe('declined', () => {
  const colonoscopy = declined('colorectal screening', ['colonoscop*', 'cologuard', 'colorectal cancer screening']);

  it.each<[string, Answer]>([
    ['Declined colonoscopy 3/2026.', 'yes'],
    ['Offered colonoscopy and Cologuard, patient refuses both.', 'yes'],
    ['Colonoscopy deferred given limited life expectancy.', 'yes'],
    ['Declined colonoscopy in 2022.', 'no'],
    ['Declines flu shot; colonoscopy scheduled.', 'no'],
    ['Declines flu shot, colonoscopy ordered.', 'no'],
    ['Mother declined colonoscopy.', 'no'],
    ['Did not decline colonoscopy.', 'no'],
    ['Colonoscopy due.', 'no'],
  ])('%s → %s', (text, expected) => {
    expect(answer(colonoscopy, adult.note(text))).toBe(expected);
  });
});

describe('what a test denies, what a parent declines', () => {
  const hiv = done('HIV test', { codes: {}, words: ['hiv'], kinds: ['Observation'], withinMonths: null });
  const gardasil = declined('HPV vaccine', ['gardasil']);

  it.each<[string, Answer]>([
    ['HIV negative 2021.', 'yes'], ['HIV screen nonreactive 3/2022.', 'yes'], ['Screened for HIV in 2019.', 'yes'],
    ['No risk factors for HIV.', 'no'], ['HIV screening recommended.', 'no'], ['Screen for HIV.', 'no'],
  ])('%s → %s', (text, expected) => {
    expect(answer(hiv, adult.note(text))).toBe(expected);
  });

  it('a name that holds a word of what is still to be done is done all the same', () => {
    const check = done('postpartum check', { codes: {}, words: ['postpartum check*'], kinds: ['Procedure'], withinMonths: 6 });
    expect(answer(check, adult.note('Postpartum check done 9/24/2026 with midwife.'))).toBe('yes');
    expect(answer(check, adult.note('Postpartum check to be scheduled.'))).toBe('no');
  });

  it('a contraindication is an answer, a condition is none; parents answer for a child', () => {
    expect(answer(gardasil, adult.note('Gardasil contraindicated, anaphylaxis after first dose.'))).toBe('yes');
    expect(answer(gardasil, adult.note('If she declines Gardasil, offer again.'))).toBe('no');
    expect(answer(gardasil, chart().age(12).note('Mother declines Gardasil for patient.'))).toBe('yes');
    expect(answer(gardasil, adult.note('Her mother declined Gardasil.'))).toBe('no');
  });

  it.each<[string, Answer]>([
    ['Shingrix: 2/1/2024, 5/3/2024.', 'yes'], ['Received both doses of Shingrix in 2023.', 'yes'], ['Completed the Shingrix series in 2023.', 'yes'], ['Shingrix 2/2 done.', 'yes'],
    ['Shingrix 2/1/2024, mammogram 5/3/2024.', 'no'], ['Shingrix 2/1/2024.', 'no'],
  ])('two doses: %s → %s', (text, expected) => {
    expect(answer(doses('zoster vaccine', { cvx: ['187'], words: ['shingrix'], atLeast: 2 }), adult.note(text))).toBe(expected);
  });

  it('of dates in a row the newest decides a window', () => {
    expect(answer(done('mammogram', { codes: {}, words: ['mammogram*'], kinds: ['Procedure'], withinMonths: 27 }), adult.note('Mammogram: 3/2019, 4/2026.'))).toBe('yes');
    expect(answer(declined('HIV test', ['hiv']), adult.note('Declines HIV testing.'))).toBe('yes');
  });

  it('doses counted in words whose day is not told may lie in the window, all of them', () => {
    expect(answer(doses('HPV vaccine', { cvx: ['165'], words: ['gardasil'], atLeast: 2, withinMonths: 12 }), adult.note('Gardasil x2.'))).toBe('cannot-tell');
  });
});

describe('doses', () => {
  const hpv = doses('HPV vaccine', { cvx: ['165'], words: ['hpv vaccine', 'gardasil'], atLeast: 2 });

  it.each<[string, Answer]>([
    ['Gardasil x2 completed.', 'yes'],
    ['HPV vaccine series complete.', 'yes'],
    ['Gardasil given today.', 'no'],
    ['HPV vaccine 6/2025 and HPV vaccine 12/2025.', 'yes'],
    ['HPV vaccine due.', 'no'],
  ])('%s → %s', (text, expected) => {
    expect(answer(hpv, adult.note(text))).toBe(expected);
  });
});

describe('noted', () => {
  const dyspnea = noted('shortness of breath', ['dyspnea', 'shortness of breath', 'sob']);

  it.each<[string, Answer]>([
    ['HPI: worsening dyspnea on exertion.', 'yes'],
    ['Denies shortness of breath.', 'no'],
    ['Return if shortness of breath.', 'no'],
    ['Mother has dyspnea.', 'no'],
    ['Shortness\nof breath for 2 days.', 'yes'],
  ])('%s → %s', (text, expected) => {
    expect(answer(dyspnea, adult.note(text))).toBe(expected);
  });

  it('denied, beside, except, and by whom', () => {
    expect(answer({ ...dyspnea, is: 'denied' }, adult.note('Denies shortness of breath.'))).toBe('yes');
    expect(answer({ ...dyspnea, beside: ['rest'] }, adult.note('Dyspnea at rest.'))).toBe('yes');
    expect(answer({ ...dyspnea, beside: ['rest'] }, adult.note('Dyspnea on exertion.'))).toBe('no');
    expect(answer({ ...dyspnea, except: ['exertion'] }, adult.note('Dyspnea on exertion.'))).toBe('no');
    expect(answer({ ...dyspnea, by: 'other-clinician' }, adult.note('Dyspnea.'))).toBe('no');
    expect(answer({ ...dyspnea, by: 'other-clinician' }, adult.note('Dyspnea.', { role: 'nurse' }))).toBe('yes');
    expect(answer({ ...dyspnea, by: 'provider' }, adult.note('Dyspnea.', { role: 'nurse' }))).toBe('no');
    expect(answer(noted('smoking', ['smoker']), adult.note('Former smoker.'))).toBe('no');
    expect(answer(noted('smoking', ['smoker'], { is: 'ever' }), adult.note('Former smoker.'))).toBe('yes');
    expect(answer(noted('smoking', ['smoker'], { is: 'ever' }), adult.note('Never smoker.'))).toBe('no');
    expect(answer(dyspnea, adult.unreadableNote())).toBe('cannot-tell');
  });
});
