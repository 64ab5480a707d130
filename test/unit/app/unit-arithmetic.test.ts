import { describe, expect, it } from 'vitest';
import { unitArithmeticFor } from '../../../src/app/unit-arithmetic.ts';
import { findGaps } from '../../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../../src/domain/gaps/index-chart.ts';
import { needsUnitArithmetic } from '../../../src/domain/gaps/needs-unit-arithmetic.ts';
import { NO_ARITHMETIC } from '../../../src/domain/gaps/operators/quantity.ts';
import { DEFAULT_POLICY } from '../../../src/domain/model/index.ts';
import { chart, type ChartBuilder } from '../../support/chart.ts';

const adult = chart().age(52);

describe('unit arithmetic is loaded for charts that need it', () => {
  it.each<[string, ChartBuilder]>([
    ['nothing measured', adult],
    ['everyday units', adult.bmi(31.4).weight(231, 'lbs').height(70, 'in').bp(17, 11, undefined, { unit: 'kPa' }).fastingGlucose(7, undefined, 'mmol/L').a1c(53, undefined, 'mmol/mol')],
    ['a unit of which the rules take the listed ones only', adult.egfr(48, undefined, 'mL/min')],
    ['no unit', adult.a1c(7.2, undefined, null)],
    ['a result that no rule asks for', adult.result('6690-2', 7, '10*3/uL', undefined, 'laboratory')],
    ['words without a number', adult.resultInWords('39156-5', 'not measured', undefined, 'vital-signs')],
  ])('not for %s', async (_, from) => {
    expect(needsUnitArithmetic(from.build())).toBe(false);
    expect(await unitArithmeticFor(from.build())).toBe(NO_ARITHMETIC);
  });

  it.each<[string, ChartBuilder]>([
    ['a weight in troy pounds', adult.weight(280, '[lb_tr]')],
    ['a component in another unit', adult.bp(2, 1, undefined, { unit: 'm[H2O]' })],
    ['a result in words with such a unit', adult.resultInWords('1558-6', '1260 ug/mL', undefined, 'laboratory')],
    ['a unit nobody knows', adult.bmi(31.4, undefined, 'points')],
  ])('for %s', (_, from) => {
    expect(needsUnitArithmetic(from.build())).toBe(true);
  });

  it('and then compares what it converts: 280 troy pounds at 175 cm are a BMI of 34', async () => {
    const built = adult.weight(280, '[lb_tr]').height(175, 'cm').build();
    const outcome = (arithmetic: typeof NO_ARITHMETIC) => findGaps(indexChart(built, [], arithmetic), DEFAULT_POLICY).find(({ rule }) => rule === 'obesity-no-diagnosis')?.outcome;
    expect(outcome(await unitArithmeticFor(built))).toBe('open');
    expect(outcome(NO_ARITHMETIC)).toBe('cannot-tell');
  });

  it('says of a unit that it does not know, or of another dimension, that it cannot tell', async () => {
    const arithmetic = await unitArithmeticFor(adult.bmi(31.4, undefined, 'points').build());
    expect(arithmetic(1, 'points', 'kg')).toBeNull();
    expect(arithmetic(1, 'cm', 'kg')).toBeNull();
    expect(arithmetic(1, 'g', 'kg')).toBe(0.001);
  });
});
