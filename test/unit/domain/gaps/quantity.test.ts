import { ucum } from '@atomic-ehr/ucum';
import { describe, expect, it } from 'vitest';
import { inUnitOf, isUncommonUnit, NO_ARITHMETIC, type UnitArithmetic } from '../../../../src/domain/gaps/operators/quantity.ts';
import { A1C, BMI, DIASTOLIC, EGFR, FASTING_GLUCOSE, SYSTOLIC } from '../../../../src/domain/gaps/measurements.ts';
import type { Measurement } from '../../../../src/domain/gaps/operators/expression.ts';

const WEIGHT = BMI.computedFrom?.weight ?? BMI;
const HEIGHT = BMI.computedFrom?.height ?? BMI;

const quantity = (value: number, unit: string | null): Parameters<typeof inUnitOf>[1] => ({ value, unit, comparator: null });
const ofUcum: UnitArithmetic = (value, from, to) => (ucum.isConvertible(from, to) ? ucum.convert(value, from, to) : null);

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
    expect(inUnitOf(measurement, quantity(value, unit), NO_ARITHMETIC)).toEqual({ value: expected });
    expect(isUncommonUnit(measurement, unit)).toBe(false);
  });

  it.each<[string, Measurement, number, string, number]>([
    ['troy pounds', WEIGHT, 200, '[lb_tr]', 74.648344],
    ['hectograms', WEIGHT, 700, 'hg', 70],
    ['survey feet', HEIGHT, 5.5, '[ft_us]', 1.676403],
    ['g/cm2', BMI, 3.14, 'g/cm2', 31.4],
    ['micrograms in a millilitre', FASTING_GLUCOSE, 1260, 'ug/mL', 126],
    ['metres of water', SYSTOLIC, 2, 'm[H2O]', 147.112255],
  ])('%s, by unit arithmetic only', (_name, measurement, value, unit, expected) => {
    expect(isUncommonUnit(measurement, unit)).toBe(true);
    expect(inUnitOf(measurement, quantity(value, unit), ofUcum)).toEqual({ value: expected });
    expect(inUnitOf(measurement, quantity(value, unit), NO_ARITHMETIC)).toEqual({ unusable: expect.stringContaining(unit) });
  });

  it.each([WEIGHT, HEIGHT, BMI, FASTING_GLUCOSE, SYSTOLIC, DIASTOLIC])('$name: the everyday units are what UCUM makes of them', (measurement) => {
    const [least, most] = measurement.plausible;
    for (const { from, times } of measurement.conversions.filter((conversion) => ucum.isConvertible(conversion.from, measurement.unit))) {
      for (const share of [0.1, 0.25, 0.5, 0.9]) {
        const value = Math.round(((least + (most - least) * share) / times) * 100) / 100;
        const exact = Math.round(ucum.convert(value, from, measurement.unit) * 1e6) / 1e6;
        expect([from, value, inUnitOf(measurement, quantity(value, from), NO_ARITHMETIC)]).toEqual([from, value, { value: exact }]);
      }
    }
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
    expect(inUnitOf(measurement, quantity(value, unit), ofUcum)).toEqual({ unusable: expect.stringMatching(why) });
  });
});
