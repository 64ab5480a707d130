import type { Measurement } from '../operators/expression.ts';

type Units = Pick<Measurement, 'units' | 'conversions'>;

/**
 * Everyday units with their factors, as The Unified Code for Units of Measure 2.2 defines them (the pound, inch and what
 * follows from them: international yard and pound agreement, 1959). Any other unit of the dimension is left to unit arithmetic.
 */
export function everyday(factors: Readonly<Record<string, number>>): Units {
  return { units: 'ucum', conversions: linear(factors) };
}

/** Only these: a molar or an equivalent unit depends on the substance, a score has none. */
export function only(factors: Readonly<Record<string, number>>): Units {
  return { units: 'listed', conversions: linear(factors) };
}

function linear(factors: Readonly<Record<string, number>>): Measurement['conversions'] {
  return Object.entries(factors).map(([from, times]) => ({ from, times, plus: 0 }));
}
