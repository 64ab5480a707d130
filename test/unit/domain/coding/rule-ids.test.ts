import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { guidelineRules } from '../../../../src/domain/coding/rule-ids.ts';

it('every id that the sources of a suggestion cite can be switched off by name', () => {
  const sources = globSync('src/domain/coding/{*.ts,claim/*.ts}').map((file) => readFileSync(file, 'utf8')).filter((text) => text.includes('authority') && text.includes('because'));
  const cited = new Set(sources.flatMap((text) => [...text.matchAll(/\bid: *'([a-z]+(?:-[a-z0-9]+)*)'/g)].map(([, id]) => id)));
  expect(cited.size).toBeGreaterThan(100);
  expect([...cited].filter((id) => !guidelineRules().includes(id ?? ''))).toEqual([]);
});
