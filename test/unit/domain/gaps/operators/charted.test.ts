import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../../src/domain/model/index.ts';
import type { Expression } from '../../../../../src/domain/gaps/operators/expression.ts';
import type { ChartBuilder } from '../../../../support/chart.ts';
import { A1C, CREATININE, UACR } from '../../../../../src/domain/gaps/measurements.ts';
import { DIABETES } from '../../../../../src/domain/gaps/code-groups.ts';
import { indexChart } from '../../../../../src/domain/gaps/index-chart.ts';
import { ageBetween } from '../../../../../src/domain/gaps/operators/age-between.ts';
import { all } from '../../../../../src/domain/gaps/operators/all.ts';
import { assessed } from '../../../../../src/domain/gaps/operators/assessed.ts';
import { atLeastOf } from '../../../../../src/domain/gaps/operators/at-least-of.ts';
import { change } from '../../../../../src/domain/gaps/operators/change.ts';
import { count } from '../../../../../src/domain/gaps/operators/count.ts';
import { done } from '../../../../../src/domain/gaps/operators/done.ts';
import { doses } from '../../../../../src/domain/gaps/operators/doses.ts';
import { evaluate } from '../../../../../src/domain/gaps/operators/evaluate.ts';
import { hasActive } from '../../../../../src/domain/gaps/operators/has-active.ts';
import { measuredThisVisit } from '../../../../../src/domain/gaps/operators/measured-this-visit.ts';
import { sexIs } from '../../../../../src/domain/gaps/operators/sex-is.ts';
import { chart, daysAgo, monthsAgo } from '../../../../support/chart.ts';

function answer(expression: Expression, from: ChartBuilder, valueSets = {}): Answer {
  return evaluate(expression, indexChart(from.build(), from.findings(), undefined, valueSets)).answer;
}

const YES = ageBetween(0, null);
const NO = ageBetween(null, 1);
const UNKNOWN = sexIs('male');
const adult = chart().age(58);

describe('at least so many of the parts (Kleene)', () => {
  it.each<[number, readonly Expression[], Answer]>([
    [2, [YES, NO, YES], 'yes'], [2, [YES, NO, NO], 'no'], [2, [YES, UNKNOWN, NO], 'cannot-tell'], [2, [NO, UNKNOWN, NO], 'no'], [1, [UNKNOWN, YES], 'yes'], [2, [UNKNOWN, UNKNOWN], 'cannot-tell'],
  ])('%i of %j: %s', (least, parts, expected) => {
    expect(answer(atLeastOf(least, ...parts), adult)).toBe(expected);
  });

  it('all stops at the first no: what cannot be told after it does not matter', () => {
    expect(answer(all(NO, UNKNOWN), adult)).toBe('no');
    expect(answer(all(UNKNOWN, NO), adult)).toBe('no');
    expect(answer(all(UNKNOWN, YES), adult)).toBe('cannot-tell');
  });
});

describe('age and sex', () => {
  it('counts completed months, from the first bound and below the second', () => {
    expect(answer(ageBetween(9, 12, 'months'), chart().ageMonths(9))).toBe('yes');
    expect(answer(ageBetween(9, 12, 'months'), chart().born('2025-10-21'))).toBe('no');
    expect(answer(ageBetween(9, 12, 'months'), chart().born('2025-10-22'))).toBe('yes');
    expect(answer(ageBetween(50, 76), chart().born('1976'))).toBe('cannot-tell');
    expect(answer(ageBetween(50, 76), chart().born('1960'))).toBe('yes');
    expect(answer(ageBetween(50, 76), chart())).toBe('cannot-tell');
  });

  it('an unknown sex cannot be told', () => {
    expect([answer(sexIs('female'), chart().sex('female')), answer(sexIs('female'), chart().sex('male')), answer(sexIs('female'), chart())]).toEqual(['yes', 'no', 'cannot-tell']);
  });
});

describe('assessed at this visit', () => {
  it('by its diagnosis, its claim, or a provider’s words; a problem list alone does not', () => {
    expect(answer(assessed(DIABETES), adult.encounterDiagnosis('E11.9'))).toBe('yes');
    expect(answer(assessed(DIABETES), adult.claimed('E119'))).toBe('yes');
    expect(answer(assessed(DIABETES), adult.problem('E11.9'))).toBe('no');
    expect(answer(hasActive(DIABETES), adult.problem('E11.9'))).toBe('yes');
    expect(answer(assessed(DIABETES), adult.says('E11.9', 'present', 'Diabetes'))).toBe('yes');
    expect(answer(assessed(DIABETES), adult.says('E11.9', 'possible', 'Possible diabetes'))).toBe('no');
    expect(answer(assessed(DIABETES, ['present', 'possible']), adult.says('E11.9', 'possible', 'Possible diabetes'))).toBe('yes');
    expect(answer(assessed(DIABETES), adult.denied('Condition'))).toBe('cannot-tell');
  });
});

describe('results counted', () => {
  const uacr = (value: number, date: string) => (from: ChartBuilder): ChartBuilder => from.result('9318-7', value, 'mg/g', date, 'laboratory');
  const of = (...results: readonly (readonly [number, string])[]): ChartBuilder => results.reduce((from, [value, date]) => uacr(value, date)(from), adult);
  const twoOfThree = count(UACR, { withinMonths: 12, results: 2, ofLast: 3 }).atLeast(30);

  it.each<[string, ChartBuilder, Answer]>([
    ['two of the newest three', of([45, daysAgo(200)], [12, daysAgo(100)], [60, daysAgo(10)]), 'yes'],
    ['two, and three normal since', of([45, daysAgo(300)], [60, daysAgo(250)], [12, daysAgo(100)], [10, daysAgo(50)], [9, daysAgo(10)]), 'no'],
    ['twice on one day', of([45, daysAgo(10)], [60, daysAgo(10)]), 'no'],
    ['one older than the window', of([45, daysAgo(500)], [60, daysAgo(10)]), 'no'],
    ['laboratory results were denied', of([45, daysAgo(200)], [60, daysAgo(10)]).denied('Observation', 'category=laboratory'), 'cannot-tell'],
  ])('%s: %3$s', (_name, from, expected) => {
    expect(answer(twoOfThree, from)).toBe(expected);
  });
});

describe('of this encounter', () => {
  const stay = adult.setting('inpatient');
  const creatinine = (from: ChartBuilder, value: number, date: string): ChartBuilder => from.result('2160-0', value, 'mg/dL', date, 'laboratory');
  const rise = change(CREATININE, 'rise', { by: 0.3, times: 1.5, withinDays: 7 });

  it('a result of its days passes, an older one does not', () => {
    expect(answer(measuredThisVisit(A1C).atLeast(9), adult.a1c(9.4))).toBe('yes');
    expect(answer(measuredThisVisit(A1C).atLeast(9), adult.a1c(9.4, daysAgo(45)))).toBe('no');
    expect(answer(measuredThisVisit(A1C).atLeast(9), adult.denied('Observation'))).toBe('cannot-tell');
  });

  it.each<[string, ChartBuilder, Answer]>([
    ['drawn nine days before an office visit', adult.a1c(9.4, daysAgo(9)), 'yes'],
    ['drawn before, and again on the day', adult.a1c(9.4, daysAgo(9)).a1c(7.1), 'no'],
    ['drawn twice before: the newest stands', adult.a1c(9.4, daysAgo(19)).a1c(7.1, daysAgo(9)), 'no'],
    ['taken in a stay that ended before', adult.a1c(9.4, daysAgo(9), '%', { at: 'inpatient' }), 'no'],
    ['before admission', stay.a1c(9.4, daysAgo(9)), 'no'],
    ['five weeks old', adult.a1c(9.4, daysAgo(36)), 'no'],
  ])('laboratory results before an office visit: %s', (_, from, expected) => {
    expect(answer(measuredThisVisit(A1C).atLeast(9), from)).toBe(expected);
  });

  it.each<[string, ChartBuilder, Answer]>([
    ['0.9 five days before, 1.2 now: exactly 0.3', creatinine(creatinine(stay, 0.9, daysAgo(5)), 1.2, daysAgo(0)), 'yes'],
    ['0.9 eight days before', creatinine(creatinine(stay, 0.9, daysAgo(8)), 1.2, daysAgo(0)), 'no'],
    ['a fall is no rise', creatinine(creatinine(stay, 1.8, daysAgo(5)), 1.1, daysAgo(0)), 'no'],
    ['lowest first, then a little, then enough', creatinine(creatinine(creatinine(stay, 0.8, daysAgo(6)), 1.0, daysAgo(3)), 1.1, daysAgo(0)), 'yes'],
    ['rose before, not since', creatinine(creatinine(stay, 0.8, daysAgo(20)), 1.6, daysAgo(15)), 'no'],
    ['no unit', creatinine(stay, 0.9, daysAgo(5)).result('2160-0', 1.4, null, daysAgo(0), 'laboratory'), 'cannot-tell'],
  ])('creatinine: %s → %3$s', (_name, from, expected) => {
    expect(answer(rise, from)).toBe(expected);
  });
});

describe('done, by codes and words of the chart', () => {
  const mammogram = done('mammogram', { codes: { loinc: ['24606-6'], hcpcs: ['G0202'], icd10: ['Z90.13'] }, words: ['mammogra*'], kinds: ['Procedure', 'Observation', 'DiagnosticReport', 'Condition'], withinMonths: 27 });

  it.each<[string, ChartBuilder, Answer]>([
    ['a procedure by its words', adult.procedure('Screening mammography, bilateral', monthsAgo(5)), 'yes'],
    ['by HCPCS', adult.procedure('Imaging', monthsAgo(5), { code: 'G0202' }), 'yes'],
    ['a report by LOINC', adult.report('Imaging', monthsAgo(5), { code: '24606-6' }), 'yes'],
    ['too long ago', adult.procedure('Mammogram', monthsAgo(40)), 'no'],
    ['planned', adult.procedure('Mammogram', monthsAgo(5), { status: 'preparation' }), 'no'],
    ['recorded as not done', adult.procedure('Mammogram', monthsAgo(5), { status: 'not-done' }), 'no'],
    ['entered in error', adult.report('Mammogram', monthsAgo(5), { status: 'entered-in-error' }), 'no'],
    ['after the encounter', adult.procedure('Mammogram', '2026-11-03'), 'no'],
    ['only the year is known, and it decides', adult.procedure('Mammogram', '2025'), 'yes'],
    ['only the year is known, and it does not', adult.procedure('Mammogram', '2024'), 'cannot-tell'],
    ['without a date', adult.procedure('Mammogram', null), 'cannot-tell'],
    ['an order is not it', adult.order('Mammogram'), 'no'],
    ['procedures were denied', adult.denied('Procedure'), 'cannot-tell'],
    ['procedures were denied, and a report has it', adult.denied('Procedure').report('Mammogram', monthsAgo(3)), 'yes'],
  ])('%s → %3$s', (_name, from, expected) => {
    expect(answer(mammogram, from)).toBe(expected);
  });

  it('a site’s value set widens it by name', () => {
    const coded = adult.procedure('Imaging', monthsAgo(5), { system: 'http://site.example/codes', code: 'MAMMO' });
    expect(answer(mammogram, coded)).toBe('no');
    expect(answer(mammogram, coded, { mammogram: [{ system: 'http://site.example/codes', code: 'MAMMO', display: null }] })).toBe('yes');
  });

  it('doses count once a day, from an age on', () => {
    const mmr = doses('MMR', { cvx: ['03'], words: ['mmr'], atLeast: 1, fromAgeDays: 361 });
    expect(answer(mmr, chart().ageMonths(20).immunization('03', monthsAgo(6)))).toBe('yes');
    expect(answer(mmr, chart().ageMonths(20).immunization('03', monthsAgo(12)))).toBe('no');
    expect(answer({ ...mmr, atLeast: 2, fromAgeDays: null }, chart().ageMonths(20).immunization('03', monthsAgo(6)).immunization('03', monthsAgo(6)))).toBe('no');
    expect(answer(mmr, chart().ageMonths(20).denied('Immunization'))).toBe('cannot-tell');
  });
});
