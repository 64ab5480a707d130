import { describe, expect, it } from 'vitest';
import type { Expression } from '../../../../../src/domain/gaps/operators/expression.ts';
import type { Verdict } from '../../../../../src/domain/gaps/operators/verdict.ts';
import type { ChartBuilder } from '../../../../support/chart.ts';
import { DIASTOLIC, SYSTOLIC } from '../../../../../src/domain/gaps/measurements.ts';
import { indexChart } from '../../../../../src/domain/gaps/index-chart.ts';
import { ageBetween } from '../../../../../src/domain/gaps/operators/age-between.ts';
import { cannotTellWhere } from '../../../../../src/domain/gaps/operators/cannot-tell-where.ts';
import { declined } from '../../../../../src/domain/gaps/operators/declined.ts';
import { evaluate } from '../../../../../src/domain/gaps/operators/evaluate.ts';
import { latestSays } from '../../../../../src/domain/gaps/operators/latest-says.ts';
import { atNewestOfficeVisit } from '../../../../../src/domain/gaps/operators/newest-visit.ts';
import { sexIs } from '../../../../../src/domain/gaps/operators/sex-is.ts';
import { chart, daysAgo, monthsAgo } from '../../../../support/chart.ts';

const adult = chart().age(58);

function verdict(expression: Expression, from: ChartBuilder): Verdict {
  return evaluate(expression, indexChart(from.build(), from.findings()));
}

function answer(expression: Expression, from: ChartBuilder): Verdict['answer'] {
  return verdict(expression, from).answer;
}

describe('what is said, and not enough', () => {
  it('where it holds, nothing can be told, and why is said', () => {
    expect(verdict(cannotTellWhere('of which side is not told', ageBetween(50, null)), adult)).toMatchObject({ answer: 'cannot-tell', why: ['of which side is not told'] });
  });

  it('where it does not hold, no; where that is unknown, so is this', () => {
    expect(answer(cannotTellWhere('of which side is not told', ageBetween(60, null)), adult)).toBe('no');
    expect(verdict(cannotTellWhere('of which side is not told', sexIs('male')), adult)).toMatchObject({ answer: 'cannot-tell', why: ['the sex is not charted as female or male'] });
  });
});

describe('the newest answer', () => {
  const smokes = latestSays('tobacco smoking status', { loinc: ['72166-2', '39240-7'], answers: ['current*'], withinMonths: 24 });

  it('by its words, the newest alone', () => {
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', monthsAgo(3)))).toBe('yes');
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', monthsAgo(9)).answer('39240-7', 'Former smoker', monthsAgo(3)))).toBe('no');
    expect(answer(smokes, adult.answer('39240-7', 'Former smoker', monthsAgo(9)).answer('72166-2', 'Current some day smoker', monthsAgo(3)))).toBe('yes');
  });

  it('neither an old one, one entered in error, nor one of after the visit', () => {
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', monthsAgo(25)))).toBe('no');
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', monthsAgo(1), { status: 'entered-in-error' }))).toBe('no');
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', '2026-11-30'))).toBe('no');
  });

  it('unread, nothing is the newest', () => {
    expect(answer(smokes, adult.answer('72166-2', 'Current every day smoker', monthsAgo(3)).partial('Observation'))).toBe('cannot-tell');
    expect(answer(smokes, adult.denied('Observation'))).toBe('cannot-tell');
  });
});

describe('the newest office visit', () => {
  const controlled = atNewestOfficeVisit(12, { measurement: SYSTOLIC, test: { is: 'below', value: 140 } }, { measurement: DIASTOLIC, test: { is: 'below', value: 90 } });

  it('the lowest of each kind counts, of the newest day that has both', () => {
    expect(answer(controlled, adult.bp(138, 92).bp(144, 86))).toBe('yes');
    expect(answer(controlled, adult.bp(128, 76, daysAgo(30)).bp(144, 86))).toBe('no');
    expect(answer(controlled, adult.bp(128, 76, daysAgo(30)).result('8480-6', 150, 'mm[Hg]', daysAgo(1), 'vital-signs'))).toBe('yes');
  });

  it('not that of an emergency department, nor of before the window', () => {
    expect(answer(controlled, adult.bp(182, 104, daysAgo(1), { at: 'ed' }).bp(128, 76, daysAgo(30)))).toBe('yes');
    expect(answer(controlled, adult.bp(128, 76, daysAgo(1), { at: 'ed' }))).toBe('no');
    expect(answer(controlled, adult.bp(128, 76, monthsAgo(13)))).toBe('no');
  });

  it('a reading in doubt matters from that day on, an earlier one does not', () => {
    expect(answer(controlled, adult.bp(128, 76, daysAgo(30)).bp(150, 92, daysAgo(2), { at: 'an encounter that was not read' }))).toBe('cannot-tell');
    expect(answer(controlled, adult.bp(150, 92, daysAgo(30), { at: 'an encounter that was not read' }).bp(128, 76))).toBe('yes');
    expect(answer(controlled, adult.bp(150, 92, daysAgo(30), { at: 'an encounter that was not read' }).bp(152, 94))).toBe('no');
    expect(answer(controlled, adult.bp(128, 76, daysAgo(2)).partial('Observation'))).toBe('cannot-tell');
  });
});

describe('a charted allergy', () => {
  it('answers what it names, and nothing else', () => {
    expect(verdict(declined('a statin', ['atorvastatin', 'statin*']), adult.allergy('Atorvastatin')).evidence).toMatchObject([{ kind: 'fact', label: 'Allergy: Atorvastatin' }]);
    expect(answer(declined('a statin', ['atorvastatin', 'statin*']), adult.allergy('Penicillin'))).toBe('no');
  });
});
