import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../../src/domain/model/index.ts';
import { doses } from '../../../../../src/domain/gaps/operators/doses.ts';
import { evaluate } from '../../../../../src/domain/gaps/operators/evaluate.ts';
import { inMonths } from '../../../../../src/domain/gaps/operators/in-months.ts';
import { indexChart } from '../../../../../src/domain/gaps/index-chart.ts';
import type { ChartBuilder } from '../../../../support/chart.ts';
import { chart } from '../../../../support/chart.ts';

const on = (day: string): ChartBuilder => chart().age(58).asOf(`${day}T09:40:00-05:00`);

describe('a season', () => {
  it.each<[string, Answer]>([['2026-10-01', 'yes'], ['2027-01-31', 'yes'], ['2027-03-31', 'yes'], ['2027-04-01', 'no'], ['2026-09-30', 'no']])('October to March holds %s: %s', (day, expected) => {
    expect(evaluate(inMonths(10, 3), indexChart(on(day).build(), [])).answer).toBe(expected);
  });

  it('a dose counts from the last first of July on', () => {
    const thisSeason = doses('influenza vaccine', { cvx: ['140'], words: ['flu shot'], atLeast: 1, sinceMonth: 7 });
    const given = (visit: string, dose: string): Answer => evaluate(thisSeason, indexChart(on(visit).immunization('140', dose).build(), [])).answer;
    expect(given('2026-10-21', '2026-07-01')).toBe('yes');
    expect(given('2026-10-21', '2026-06-30')).toBe('no');
    expect(given('2027-02-10', '2026-09-14')).toBe('yes');
    expect(given('2027-02-10', '2026-02-14')).toBe('no');
    expect(given('2026-07-01', '2026-07-01')).toBe('yes');
  });
});
