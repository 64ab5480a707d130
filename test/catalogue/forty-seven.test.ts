import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const ROOT = new URL('../../', import.meta.url);
const page = readFileSync(new URL('docs/rules/forty-seven.md', ROOT), 'utf8');
const rows = [...page.matchAll(/^\| (\d+) \| [^|]+ \| ([^|]+) \|$/gm)].map(([, number, homes]) => ({ number: Number(number), homes: homes! }));
const homes = (text: string): readonly { readonly kind: string; readonly id: string }[] => [...text.matchAll(/\b(rule|guideline) `([a-z0-9-]+)`/g)].map(([, kind, id]) => ({ kind: kind!, id: id! }));

describe('the forty-seven documentation questions', () => {
  it('each has a home', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 47 }, (_, n) => n + 1));
    expect(rows.filter((row) => homes(row.homes).length === 0)).toEqual([]);
  });

  it.each(homes(page).filter(({ kind }) => kind === 'rule').map(({ id }) => [id] as const))('%s is a rule with its cases', (id) => {
    for (const file of ['rule.ts', 'cases.ts']) expect(existsSync(new URL(`src/domain/gaps/${id}/${file}`, ROOT))).toBe(true);
  });

  it.each(rows.filter((row) => homes(row.homes).every(({ kind }) => kind === 'guideline')).map((row) => [row.number, row.homes] as const))('number %i, by guideline, applies in four encounters and not in four', (_, text) => {
    const files = homes(text).flatMap(({ id }) => readdirSync(new URL(`test/catalogue/guidelines/${id}/`, ROOT)));
    expect(files.filter((file) => file.startsWith('fires')).length).toBeGreaterThanOrEqual(4);
    expect(files.filter((file) => file.startsWith('look-alike')).length).toBeGreaterThanOrEqual(4);
  });
});
