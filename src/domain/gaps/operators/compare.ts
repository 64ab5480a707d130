import type { Answer, Quantity } from '../../model/index.ts';
import type { Test } from './expression.ts';

/**
 * Does a value pass the test? A value with a comparator is a range ("<5" is anything below 5),
 * and where part of the range passes and part does not, nothing can be told.
 */
export function compare(value: number, comparator: Quantity['comparator'], test: Test): Answer {
  switch (test.is) {
    case 'at-least': return reaches(value, comparator, test.value, true);
    case 'above': return reaches(value, comparator, test.value, false);
    case 'below': return opposite(reaches(value, comparator, test.value, true));
    case 'at-most': return opposite(reaches(value, comparator, test.value, false));
  }
}

/** Is it at or above the limit (`inclusive`), or above it? */
function reaches(value: number, comparator: Quantity['comparator'], limit: number, inclusive: boolean): Answer {
  switch (comparator) {
    case null: return (inclusive ? value >= limit : value > limit) ? 'yes' : 'no';
    case '>': return value >= limit ? 'yes' : 'cannot-tell';
    case '>=': return (inclusive ? value >= limit : value > limit) ? 'yes' : 'cannot-tell';
    case '<': return value <= limit ? 'no' : 'cannot-tell';
    case '<=': return (inclusive ? value < limit : value <= limit) ? 'no' : 'cannot-tell';
  }
}

function opposite(answer: Answer): Answer {
  if (answer === 'cannot-tell') return answer;
  return answer === 'yes' ? 'no' : 'yes';
}
