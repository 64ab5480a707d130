import fc from 'fast-check';
import { expect, it } from 'vitest';
import { growth } from '../../../../support/cpu-time.ts';
import { valuesIn } from './support.ts';

const WORDS = ['Na', 'K', 'Hgb', 'Cr', 'BP', 'SpO2', 'EF', 'A1c', 'PHQ-9', 'ABG', '124', '7.6', '148/92', '3/4', '3/4/2026', '->', '→', '(', ')', ',', ';', '.', '<', '>', '|', '\t', '\n', '\n\n', '%', 'mg/dL', 'baseline', 'from', 'to', 'goal', 'today', 'in March', '3 months ago', 'on RA', '2 L NC', '90s', 'é', '💊', '-2.7', '999999999999999999999', '1,450'];

it('every value lies in the note, within its sentence, and is a number that was written', () => {
  fc.assert(fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }), (words) => {
    const text = words.join(' ');
    for (const { mark, sentence, value, when } of valuesIn(text)) {
      expect(mark.start).toBeGreaterThanOrEqual(sentence.start);
      expect(mark.end).toBeLessThanOrEqual(sentence.end);
      expect(text.slice(mark.start, mark.end)).toMatch(/\d/);
      expect(Number.isFinite(value)).toBe(true);
      if (when) expect(Number.isInteger(when.day)).toBe(true);
    }
  }), { numRuns: 400 });
});

it('any text is read without an error', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => { expect(Array.isArray(valuesIn(text))).toBe(true); }), { numRuns: 300 });
});

it.each([
  ['digits', '1'], ['thousands', '1,111'], ['names', 'Na '], ['names with numbers', 'Hgb 7.6 '], ['dates', '3/4/26 '], ['arrows', 'Hgb 7 -> '], ['slashes', 'BP 1/'], ['brackets', 'Na ('], ['cells', '| Na | 124 '], ['tabs', 'Na\t124\t'], ['fillers', 'Na was '], ['words', 'over the past '], ['lines', 'Na 124\n'], ['pressures', 'BP 120/80 '], ['saturations', 'SpO2 88% on 2 L NC '], ['ratios', 'FEV1/FVC 0.6 '], ['one course', ', 124'], ['dated', 'Na 124 in March '],
])('time grows with the length of the text: %s', (_, unit) => {
  const reading = (length: number) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    return (): unknown => valuesIn(text);
  };
  reading(5_000)();
  expect(growth({ short: reading(10_000), long: reading(40_000), enough: 12 })).toBeLessThan(12);
});
