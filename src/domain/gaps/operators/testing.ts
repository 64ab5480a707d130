import type { Test } from './expression.ts';

/** `latest(BMI, 12).atLeast(30)`: thresholds are in the measurement's own unit. */
export type TestBuilder<E> = Readonly<Record<'atLeast' | 'above' | 'atMost' | 'below', (value: number) => E>>;

export function testing<E>(make: (test: Test) => E): TestBuilder<E> {
  return {
    atLeast: (value) => make({ is: 'at-least', value }),
    above: (value) => make({ is: 'above', value }),
    atMost: (value) => make({ is: 'at-most', value }),
    below: (value) => make({ is: 'below', value }),
  };
}
