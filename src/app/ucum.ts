import { ucum } from '@atomic-ehr/ucum';
import type { UnitArithmetic } from '../domain/gaps/operators/quantity.ts';

/** All of UCUM: some 80 kB of code, which is why `unitArithmeticFor` loads it only where a chart needs it. */
export const ucumArithmetic: UnitArithmetic = (value, from, to) => {
  try {
    return ucum.convert(value, from, to);
  } catch {
    // The library throws for a unit that it does not know or that has another dimension; here that is an answer.
    return null;
  }
};
