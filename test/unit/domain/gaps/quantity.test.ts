import { describe, expect, it } from 'vitest';
import { inUnitOf } from '../../../../src/domain/gaps/operators/quantity.ts';
import { A1C, BMI, EGFR, FASTING_GLUCOSE, SYSTOLIC } from '../../../../src/domain/gaps/measurements.ts';
import type { Measurement } from '../../../../src/domain/gaps/operators/expression.ts';

const WEIGHT = BMI.computedFrom?.weight ?? BMI;
const HEIGHT = BMI.computedFrom?.height ?? BMI;

const quantity = (value: number, unit: string | null): Parameters<typeof inUnitOf>[1] => ({ value, unit, comparator: null });

describe('units as they are charted', () => {
  it.each<[string, Measurement, number, string, number]>([
    ['pounds', WEIGHT, 231, '[lb_av]', 104.779837],
    ['lbs', WEIGHT, 231, 'lbs', 104.779837],
    ['Lb.', WEIGHT, 231, 'Lb.', 104.779837],
    ['ounces', WEIGHT, 3696, '[oz_av]', 104.779837],
    ['grams', WEIGHT, 82_000, 'g', 82],
    ['stones', WEIGHT, 12, '[stone_av]', 76.203518],
    ['inches', HEIGHT, 70, 'inches', 1.778],
    ['in', HEIGHT, 70, 'in', 1.778],
    ['feet', HEIGHT, 5.5, 'ft', 1.6764],
    ['centimetres', HEIGHT, 175, 'cm', 1.75],
    ['kg/m²', BMI, 31.4, 'kg/m²', 31.4],
    ['kg/m^2', BMI, 31.4, 'kg/m^2', 31.4],
    ['mmHg', SYSTOLIC, 142, 'mmHg', 142],
    ['mm Hg', SYSTOLIC, 142, 'mm Hg', 142],
    ['kPa', SYSTOLIC, 17, 'kPa', 127.510838],
    ['eGFR in UCUM', EGFR, 48, 'mL/min/{1.73_m2}', 48],
    ['eGFR as laboratories print it', EGFR, 48, 'mL/min/1.73m2', 48],
    ['eGFR with a space', EGFR, 48, 'mL/min/1.73 m2', 48],
    ['eGFR per second', EGFR, 0.8, 'mL/s/{1.73_m2}', 48],
    ['A1c in percent', A1C, 7.2, '%', 7.2],
    ['A1c in mmol/mol: 53 is 7.0 %, not 5.3 %', A1C, 53, 'mmol/mol', 6.9995],
    ['glucose in mg/dL', FASTING_GLUCOSE, 126, 'mg/dL', 126],
    ['glucose in mmol/L', FASTING_GLUCOSE, 7, 'mmol/L', 126.112],
    ['glucose in g/L', FASTING_GLUCOSE, 1.26, 'g/L', 126],
  ])('%s', (_name, measurement, value, unit, expected) => {
    expect(inUnitOf(measurement, quantity(value, unit))).toEqual({ value: expected });
  });
});

describe('what cannot be compared says why', () => {
  it.each<[string, Measurement, number, string | null, RegExp]>([
    ['no unit', A1C, 7.2, null, /no unit/],
    ['an empty unit', A1C, 7.2, ' ', /no unit/],
    ['a unit nobody knows', BMI, 31, 'points', /"points" is not one of kg\/m2/],
    ['another dimension', WEIGHT, 70, 'cm', /"cm"/],
    ['creatinine clearance is not indexed', EGFR, 48, 'mL/min', /"mL\/min"/],
    ['A1c as a plain ratio', A1C, 0.07, '1', /"1"/],
    ['the name of an inherited property', BMI, 31, 'toString', /toString/],
    ['a weight that no person has', WEIGHT, 900, 'kg', /possible/],
    ['175 metres tall', HEIGHT, 175, 'm', /possible/],
    ['not a number', BMI, Number.NaN, 'kg/m2', /no number/],
  ])('%s', (_name, measurement, value, unit, why) => {
    expect(inUnitOf(measurement, quantity(value, unit))).toEqual({ unusable: expect.stringMatching(why) });
  });
});
