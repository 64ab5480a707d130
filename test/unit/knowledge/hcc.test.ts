import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { categoriesFor, isUnmapped } from '../../../src/domain/coding/hcc/categories.ts';
import { loadHcc as fetchHcc } from '../../../src/knowledge/hcc.ts';
import { loadHcc, loadHccFactors } from '../../../src/knowledge/node/hcc.ts';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';

const ASSET = resolve(import.meta.dirname, '../../../src/knowledge/assets/hcc-v28.bin.gz');
const model = await loadHcc();

afterEach(() => vi.unstubAllGlobals());

describe('the tables of V28', () => {
  it('have a label for each of the 115 categories, and a factor in every community segment', async () => {
    const factors = await loadHccFactors();
    const categories = Array.from({ length: 500 }, (_, number) => String(number)).filter((hcc) => model.label(hcc) !== '');
    expect(categories).toHaveLength(115);
    for (const segment of ['CNA', 'CND', 'CFA', 'CFD', 'CPA', 'CPD', 'INS']) expect(categories.filter((hcc) => factors.thousandths(`${segment}_HCC${hcc}`) === undefined)).toEqual([]);
    expect(factors.thousandths('CNA_HCC999')).toBeUndefined();
  });

  it('know categories as sets, with or without the dot', () => {
    expect(model.categories('I13.2')).toEqual(['226', '326']);
    expect(model.categories('e1122')).toEqual(['37']);
    expect(model.categories('Z00.00')).toEqual([]);
  });

  it('know 149 pairs of the hierarchies, none of them upside down', () => {
    const pairs = Array.from({ length: 500 }, (_, number) => String(number)).flatMap((above) => model.below(above).map((below) => [above, below] as const));
    expect(pairs).toHaveLength(149);
    expect(pairs.filter(([above, below]) => model.below(below).includes(above))).toEqual([]);
  });

  it('take nobody’s age or sex for granted', () => {
    expect(categoriesFor('D66', { ageYears: null, sex: 'unknown' }, model)).toEqual(['111']);
  });

  it('miss codes of FY2027 and E11.A, and nothing that FY2026 has and reports without a category', async () => {
    const { codeSets } = await loadKnowledge();
    const [fy2026, fy2027] = [codeSets.inForce('2026-03-01')!, codeSets.inForce('2026-11-01')!];
    expect(['E11.A', 'I42.00', 'I10', 'E66.811', 'I42.0'].map((code) => isUnmapped(code, fy2027, codeSets, model))).toEqual([true, true, false, false, false]);
    expect(isUnmapped('I42.00', fy2026, codeSets, model)).toBe(false);
  });

  it('are fetched by the browser when asked for', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(readFileSync(ASSET))));
    expect((await fetchHcc()).categories('E11.22')).toEqual(['37']);
  });

  it('are 14 kB at most, so that clinicians do not wait for them', () => {
    expect(readFileSync(ASSET).length).toBeLessThan(14 * 1024);
  });
});
