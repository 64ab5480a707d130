import { describe, expect, it } from 'vitest';
import { compare } from '../../../../src/domain/gaps/operators/compare.ts';

describe('a value with a comparator is a range', () => {
  it.each([
    [60, null, 'at-least', 60, 'yes'], [60, null, 'above', 60, 'no'], [60, null, 'below', 60, 'no'], [60, null, 'at-most', 60, 'yes'],
    [60, '<', 'below', 60, 'yes'], [60, '<', 'at-least', 60, 'no'], [90, '<', 'below', 60, 'cannot-tell'], [5, '<', 'at-least', 6.5, 'no'],
    [60, '<=', 'below', 60, 'cannot-tell'], [60, '<=', 'at-most', 60, 'yes'], [59, '<=', 'below', 60, 'yes'],
    [60, '>', 'below', 60, 'no'], [60, '>', 'above', 60, 'yes'], [60, '>', 'at-most', 60, 'no'], [29, '>', 'at-least', 30, 'cannot-tell'],
    [60, '>=', 'at-least', 60, 'yes'], [60, '>=', 'above', 60, 'cannot-tell'], [60, '>=', 'below', 60, 'no'], [14, '>=', 'above', 9, 'yes'],
  ] as const)('%s with %s: %s %s? %s', (value, comparator, is, limit, answer) => {
    expect(compare(value, comparator, { is, value: limit })).toBe(answer);
  });
});
