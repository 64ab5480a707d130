import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { codesPlugin } from '../../../scripts/vite/codes.ts';
import { CORE_ASSET } from '../../../src/knowledge/node/index.ts';
import { importRelease } from '../../../src/knowledge/node/import/import-release.ts';
import { folderOf, orderFile } from '../../support/icd10cm-files.ts';

interface Loading {
  load(id: string): string | null;
}

const folder = folderOf({ 'icd10cm_order_2031.txt': orderFile(), 'wrong.gz': gzipSync('something else') });
afterAll(() => folder.remove());

test('a build brings the code sets that it is given, and refuses what is none', async () => {
  const { asset } = await importRelease([folder.at('icd10cm_order_2031.txt')], null);
  writeFileSync(folder.at('fy2031.gz'), asset.bytes);
  const plugin = codesPlugin([folder.at('fy2031.gz')]) as Loading;
  expect(plugin.load('\0virtual:codes')).toBe(`import asset0 from ${JSON.stringify(`${folder.at('fy2031.gz')}?url`)};\nexport default [asset0];`);
  expect(() => codesPlugin([folder.at('wrong.gz')])).toThrow('is no code set');
  expect(() => codesPlugin([CORE_ASSET])).toThrow('holds several releases');
});

test('without any, it brings none', () => {
  const plugin = codesPlugin([]) as Loading;
  expect(plugin.load('\0virtual:codes')).toContain('export default [];');
  expect(plugin.load('other')).toBeNull();
});
