import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintQuery } from '../../src/domain/queries/lint/lint.ts';
import type { LintableQuery, Violation } from '../../src/domain/queries/lint/types.ts';

const PIECES = ['Na 121 on 3/2', 'H&P 3/2: "sepsis"', 'strength 4/5', 'Other', 'Unable to determine', 'DRG', 'please document AKI', '[x] ', '__/__', 'your patients', 'no PE', '“', '\n', '  ', '((((', '1/1/', 'severe malnutrition', '?', '. '];
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(' ')));
const anyQuery: fc.Arbitrary<LintableQuery> = fc.record({
  title: text, indicators: fc.array(text, { maxLength: 6 }), question: text, options: fc.array(text, { maxLength: 6 }), format: fc.constantFrom('multiple-choice', 'yes-no', 'open'),
});

function textOf(query: LintableQuery, { where }: Violation): string {
  if (where.part === 'title' || where.part === 'question') return query[where.part];
  return where.index === undefined ? '' : query[where.part][where.index] ?? '';
}

const codesOf = (query: LintableQuery): readonly string[] => [...new Set(lintQuery(query).map(({ code }) => code))].toSorted();

describe('the query linter, whatever the query', () => {
  it('answers, and marks words that stand in it', () => {
    fc.assert(fc.property(anyQuery, (query) => {
      for (const violation of lintQuery(query)) {
        const { start = 0, end = 0 } = violation.where;
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(textOf(query, violation).length);
      }
    }));
  });

  it('answers the same whichever order the dated facts stand in', () => {
    const facts = fc.uniqueArray(fc.constantFrom('Na 121 on 3/2', 'H&P 3/2: "pneumonia"', 'BP 78/40', 'Creatinine 2.6 on 3/3', 'CT 3/3: no PE'), { minLength: 1 });
    fc.assert(fc.property(anyQuery, facts, (query, indicators) => {
      expect(codesOf({ ...query, indicators: indicators.toReversed() })).toEqual(codesOf({ ...query, indicators }));
    }));
  });

  it('finds no more in a sound query for one more dated fact', () => {
    const fact = fc.record({ lab: fc.constantFrom('K', 'Mg', 'Hgb', 'WBC', 'Plt'), value: fc.integer({ min: 1, max: 300 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    const sound: LintableQuery = {
      title: 'Fluid restriction 3/2', indicators: ['Na 121 on 3/2', 'Nephrology 3/2: "fluid restrict 1 L"'], question: 'Please clarify the diagnosis treated with fluid restriction in this patient.',
      options: ['Hyponatremia', 'Low sodium, not clinically significant', 'Other (please specify)', 'Unable to determine'], format: 'multiple-choice',
    };
    fc.assert(fc.property(fc.array(fact, { maxLength: 8 }), (more) => {
      expect(lintQuery({ ...sound, indicators: [...sound.indicators, ...more.map(({ lab, value, month, day }) => `${lab} ${value} on ${month}/${day}`)] })).toEqual([]);
    }));
  });

  it('reads a very long query quickly', () => {
    const long = 'a 1/2 [x] patients with sepsis or AKI " '.repeat(5000);
    const began = performance.now();
    lintQuery({ title: long, indicators: [long], question: long, options: [long], format: 'multiple-choice' });
    expect(performance.now() - began).toBeLessThan(5000);
  });
});
