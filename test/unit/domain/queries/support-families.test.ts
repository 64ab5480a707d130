import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../../../src/domain/queries/lint/support/families/index.ts';
import { isSupported, offeredIn } from '../../../../src/domain/queries/lint/support/standing.ts';
import { lintSupport } from '../../../../src/domain/queries/lint/support/index.ts';
import { read } from '../../../../src/domain/queries/lint/support/reading.ts';

describe('the table of diagnosis families', () => {
  it('covers every organ system with at least 150 families, each once', () => {
    expect(FAMILIES.length).toBeGreaterThanOrEqual(150);
    expect(new Set(FAMILIES.map((family) => family.id)).size).toBe(FAMILIES.length);
  });

  it.each(FAMILIES.map((family) => [family.id, family] as const))('%s is known by its names, and a provider who wrote the name supports it', (_, family) => {
    for (const name of family.named.split(',').map((entry) => entry.replaceAll('*', '').replaceAll('~', '').trim())) {
      expect(isSupported(family, [read(`Attending 3/02: "${name}"`)])).toBe(true);
    }
    const [first = ''] = family.named.split(',');
    expect(offeredIn(read(first.replaceAll('*', '').replaceAll('~', '')))).not.toEqual([]);
  });

  it('keeps an answer that the tables do not know', () => {
    expect(lintSupport({ title: 'Finding', indicators: ['Na 127 on 3/02'], question: 'Diagnosis?', options: ['Quincke sign', 'Low sodium', 'Other', 'Unable to determine'], format: 'multiple-choice' })).toEqual([]);
  });

  it('says nothing of options where nothing is cited, or where the question is open', () => {
    const query = { title: 'Finding', question: 'Diagnosis?', options: ['Eclampsia', 'Tension pneumothorax', 'Other', 'Unable to determine'] };
    expect(lintSupport({ ...query, indicators: [], format: 'multiple-choice' })).toEqual([]);
    expect(lintSupport({ ...query, indicators: ['Na 127 on 3/02'], format: 'open' })).toEqual([]);
  });

  it('stays quick on hostile text', () => {
    const hostile = 'no pe, '.repeat(20_000);
    const begun = performance.now();
    lintSupport({ title: hostile, indicators: [hostile, 'na '.repeat(20_000)], question: hostile, options: ['Pulmonary embolism', 'Hyponatremia', hostile.slice(0, 20_000)], format: 'multiple-choice' });
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('denials', () => {
  it.each([
    ['CTA 3/02: no PE, bilateral opacities', 'pulmonary-embolism', false],
    ['No evidence of DVT, pneumothorax or PE on 3/02', 'pulmonary-embolism', false],
    ['PE ruled out 3/02', 'pulmonary-embolism', false],
    ['PE not excluded 3/02', 'pulmonary-embolism', true],
    ['No improvement of the PE on 3/02', 'pulmonary-embolism', true],
    ['R/o PE 3/02', 'pulmonary-embolism', true],
    ['No flatus, distended 3/02', 'ileus', true],
  ] as const)('"%s" for %s: %s', (indicator, id, expected) => {
    const family = FAMILIES.find((one) => one.id === id);
    expect(family && isSupported(family, [read(indicator)])).toBe(expected);
  });
});
