import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packTables } from '../../../scripts/vite/pack-tables.ts';
import { tableFiles } from '../../../scripts/vite/tables.ts';
import { unpackTables } from '../../../src/worker/tables.ts';

const there = (tables: Parameters<typeof packTables>[0]) => unpackTables(packTables(tables));

describe('tables that the browser gets as data', () => {
  test.each(tableFiles())('%s: is there again as it was written', async (file) => {
    const exported = { ...await import(resolve(import.meta.dirname, '../../..', file)) as Record<string, unknown> };
    expect(Object.keys(exported)).not.toEqual([]);
    expect(there({ [file]: exported })).toEqual({ [file]: exported });
  });

  test('what two tables share stays one', () => {
    const shared = { say: ['no'] };
    const { a, b } = there({ a: { rows: [shared] }, b: { first: shared } }) as { a: { rows: unknown[] }; b: { first: unknown } };
    expect(a.rows[0]).toBe(b.first);
  });

  test('sets, maps and patterns stay such', () => {
    const tables = { a: { set: new Set(['x', 'y']), map: new Map([['k', [1, null, true]]]), pattern: /a|b/iu, empty: [] } };
    expect(there(tables)).toEqual(tables);
  });

  test('any data comes through', () => {
    fc.assert(fc.property(fc.dictionary(fc.string(), fc.anything({ withSet: true, withMap: true, maxDepth: 4, values: [fc.string(), fc.integer(), fc.boolean(), fc.constant(null)] })), (exported) => {
      expect(there({ a: exported })).toEqual({ a: exported });
    }), { numRuns: 300 });
  });

  test.each<[string, unknown]>([['a function', () => 1], ['a date', new Date(0)], ['nothing', [undefined]], ['a symbol', Symbol('x')]])('%s is no data, and says where it stands', (_, value) => {
    expect(() => packTables({ 'cues.ts': { ROWS: { first: value } } })).toThrow('cues.ts.ROWS.first');
  });
});
