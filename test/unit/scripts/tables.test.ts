import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packTables } from '../../../scripts/vite/pack-tables.ts';
import { tableFiles } from '../../../scripts/vite/tables.ts';
import { unpackTables } from '../../../src/worker/tables.ts';

const there = (...data: Parameters<typeof packTables>[0][number]['data'][]) => unpackTables(packTables(data.map((each) => ({ module: 'cues.ts', data: each }))));

describe('tables that the browser gets as data', () => {
  test.each(tableFiles())('%s: is there again as it was written', async (file) => {
    const exported = { ...await import(resolve(import.meta.dirname, '../../..', file)) as Record<string, unknown> };
    expect(Object.keys(exported)).not.toEqual([]);
    expect(there(exported)).toEqual([exported]);
  });

  test('what two tables share stays one', () => {
    const shared = { say: ['no'] };
    const [a, b] = there({ rows: [shared] }, { first: shared }) as [{ rows: unknown[] }, { first: unknown }];
    expect(a.rows[0]).toBe(b.first);
  });

  test('sets, maps and patterns stay such', () => {
    const data = { set: new Set(['x', 'y']), map: new Map([['k', [1, null, true]]]), pattern: /a|b/iu, empty: [] };
    expect(there(data)).toEqual([data]);
  });

  test('any data comes through', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything({ withSet: true, withMap: true, maxDepth: 4, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] }), { noNullPrototype: true }), (exported) => {
      expect(there(exported)).toEqual([exported]);
    }), { numRuns: 300 });
  });

  test.each<[string, unknown]>([['a function', () => 1], ['a date', new Date(0)], ['nothing', [undefined]], ['a symbol', Symbol('x')]])('%s is no data, and says where it stands', (_, value) => {
    expect(() => there({ ROWS: { first: value } })).toThrow('cues.ts.ROWS.first');
  });
});
