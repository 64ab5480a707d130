import { needsUnitArithmetic } from '../domain/gaps/needs-unit-arithmetic.ts';
import { NO_ARITHMETIC, type UnitArithmetic } from '../domain/gaps/operators/quantity.ts';
import type { Chart } from '../domain/model/index.ts';

/**
 * What `conclude` needs to compare the results of this chart: nothing where all stand in everyday units, else all of UCUM,
 * which is loaded then. Where it cannot be loaded, the results in question decide nothing, and their rules say so.
 */
export async function unitArithmeticFor(chart: Chart): Promise<UnitArithmetic> {
  if (!needsUnitArithmetic(chart)) return NO_ARITHMETIC;
  const library = await import('./ucum.ts').catch(() => null);
  return library?.ucumArithmetic ?? NO_ARITHMETIC;
}
