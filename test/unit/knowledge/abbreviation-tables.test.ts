import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAbbreviations } from '../../../scripts/abbreviations/read.ts';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';

const tabular = decodeCore(gunzipSync(readFileSync(resolve(import.meta.dirname, '../../../src/knowledge/assets/icd10cm-core.bin.gz'))));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'abbreviations-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function read(...rows: readonly string[]): () => unknown {
  writeFileSync(join(folder, 'themes.tsv'), '# fields\nneuro\tbrain|seiz*|lumbar puncture\n');
  writeFileSync(join(folder, 'rows.tsv'), ['# a comment', ...rows].join('\n'));
  return () => readAbbreviations(tabular, folder);
}

describe('the tables of abbreviations', () => {
  test('are read without comments', () => {
    expect(read('MS\tmultiple sclerosis\tG35\tneuro', '', 'MS|M.S.\tmitral stenosis\tI05.0\t\t>severe|<#|@exam|^|sex:female|age>=50\t\trare')()).toEqual({
      rows: ['MS\tmultiple sclerosis\tG35\tneuro', 'MS|M.S.\tmitral stenosis\tI05.0\t\t>severe|<#|@exam|^|sex:female|age>=50\t\trare'], themes: ['neuro\tbrain|seiz*|lumbar puncture'],
    });
  });

  test.each([
    ['a code that no release has', 'MS\tmultiple sclerosis\tG99.99Z', 'rows.tsv:2: no release has the code "G99.99Z"'],
    ['an unknown theme', 'MS\tmultiple sclerosis\tG35\tnerves', 'rows.tsv:2: "nerves" is no theme'],
    ['an unknown section', 'MS\tmultiple sclerosis\tG35\t\t@brain', '"@brain" is no evidence'],
    ['an age that cannot be read', 'MS\tmultiple sclerosis\tG35\t\tage>50', '"age>50" is no evidence'],
    ['evidence behind a code that cannot be read', 'MS\tmultiple sclerosis\tG35[@brain]', '"@brain" is no evidence'],
    ['an unknown word in the last cell', 'MS\tmultiple sclerosis\tG35\t\t\t\toften', '"often" is not usual'],
    ['a row without an expansion', 'MS', 'a row needs an abbreviation and what it stands for'],
    ['a spelling without a letter', '+|MS\tpositive', '"+" has no letter or digit'],
    ['too many cells', 'MS\tmultiple sclerosis\tG35\t\t\t\trare\tx', 'a row has 7 cells at most'],
  ])('say where there is %s', (_, row, message) => expect(read(row)).toThrow(message));

  test('say where a row stands twice, and where nothing could tell two senses apart', () => {
    expect(read('MS\tmultiple sclerosis\tG35\tneuro', 'MS\tMultiple sclerosis\tG35\tneuro')).toThrow('rows.tsv:3: "MS multiple sclerosis" is also at rows.tsv:2');
    expect(read('MS\tmultiple sclerosis\tG35', 'MS\tmitral stenosis')).toThrow('nothing could tell which is meant');
  });

  test('stand in the project without a fault', () => expect(() => readAbbreviations(tabular)).not.toThrow());
});
