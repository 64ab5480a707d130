import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';
import { loadEdits as fetchEdits } from '../../../src/knowledge/edits.ts';
import { codesOf } from '../../../src/knowledge/import/by-rule.ts';
import { CORE_ASSET, readAsset } from '../../../src/knowledge/node/index.ts';
import { loadEdits } from '../../../src/knowledge/node/edits.ts';

const ASSET = resolve(import.meta.dirname, '../../../src/knowledge/assets/edits.bin.gz');
const edits = await loadEdits();

afterEach(() => vi.unstubAllGlobals());

describe('the edits of the Medicare Code Editor', () => {
  it.each([
    ['P36.0', null], ['Z38.00', 'newborn'], ['Z00.121', 'pediatric'], ['O09.511', 'maternity'], ['o80', 'maternity'], ['N40.1', 'adult'], ['I10', null], ['', null],
  ] as const)('%s: %s', (code, age) => {
    expect(edits.age(code)).toBe(age);
  });

  it('know manifestations', () => {
    expect(['E08.42', 'F02.80', 'I68.0', 'E11.42', 'F03.90'].map((code) => edits.isManifestation(code))).toEqual([true, true, true, false, false]);
  });

  it('know what is no principal diagnosis: a status, an external cause', () => {
    expect(['Z79.02', 'Z68.41', 'W19.XXXA', 'y92.009', 'Z51.11', 'I10', 'Z38.00'].map((code) => edits.isUnacceptablePrincipal(code))).toEqual([true, true, true, true, false, false, false]);
  });

  it('are as many as CMS lists for FY2027', async () => {
    const tabular = decodeCore(await readAsset(CORE_ASSET));
    const codes = [...codesOf(tabular, tabular.releases.find(({ release }) => release === 'FY2027')!.bit).billable];
    const counts = new Map<string, number>();
    for (const code of codes) {
      const age = edits.age(code);
      if (age !== null) counts.set(age, (counts.get(age) ?? 0) + 1);
    }
    expect(Object.fromEntries(counts)).toEqual({ newborn: 42, pediatric: 126, maternity: 2_587, adult: 857 });
    expect(codes.filter((code) => edits.isManifestation(code))).toHaveLength(422);
    expect(codes.filter((code) => edits.isUnacceptablePrincipal(code) && !/^[V-Y]/.test(code))).toHaveLength(2_667);
  });

  it('are fetched by the browser, in less than 5 kB', async () => {
    const packed = readFileSync(ASSET);
    expect(packed.length).toBeLessThan(5 * 1024);
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(packed)));
    expect((await fetchEdits()).age('O80')).toBe('maternity');
  });
});
