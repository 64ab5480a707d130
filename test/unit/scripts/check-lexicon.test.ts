import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkLexicon } from '../../../scripts/icd10cm/check-lexicon.ts';
import { attributeTables } from '../../../scripts/icd10cm/read-attributes.ts';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';

const tabular = decodeCore(gunzipSync(readFileSync(resolve(import.meta.dirname, '../../../src/knowledge/assets/icd10cm-core.bin.gz'))));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lexicon-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function check(table: string): void {
  writeFileSync(join(folder, 'table.tsv'), table);
  checkLexicon(readLexicon(folder), tabular);
}

describe('compiling the synonym tables', () => {
  test('takes concepts with refinements, with no code of their own, with a seventh character', () => {
    expect(() => check('asthma\t\tJ45.909\n+ flare\tflaring\tJ45.-1 J45.901\nfracture\tfx\t-\n+ traumatic\t(assumed)\tS52.-\nankle sprain\t\tS93.409A\n+ right\t\tS93.401A')).not.toThrow();
  });

  test.each([
    ['a code that is none', 'asthma\t\tJ45.777', 'table.tsv:1: J45.777 is no code of the tabular list.'],
    ['a pattern that leaves none', 'asthma\t\tJ45.909\n+ flare\tflaring\tJ45.-7', 'table.tsv:2: J45.-7 leaves no code.'],
    ['one wording for two things', 'asthma\twheezer\tJ45.909\nbronchitis\twheezers\tJ40', 'table.tsv:2: "wheezers" is also asthma (table.tsv:1), which is something else.'],
    ['a refinement of nothing', '+ flare\tflaring\tJ45.-1', 'table.tsv:1: a row that begins with + refines the concept above it, and there is none.'],
  ])('refuses %s', (_, table, message) => expect(() => check(table)).toThrow(message));
});

describe('reading the tables of attributes', () => {
  const read = (axes: string, values: string): unknown => {
    const attributes = mkdtempSync(join(folder, 'attributes-'));
    writeFileSync(join(attributes, 'axes.tsv'), axes);
    writeFileSync(join(attributes, 'values.tsv'), values);
    return attributeTables([], attributes);
  };

  test('takes axes and values', () => {
    expect(read('stage\tnear\tone', '# comment\nstage\tstage 3b\tIIIb\tstage 3b\t\t')).toEqual({
      axes: [{ name: 'stage', reach: 'near', one: true }], refinements: [],
      values: [{ axis: 'stage', value: 'stage 3b', says: ['IIIb'], titles: ['stage 3b'], within: null, assumed: false, usual: false }],
    });
  });

  test.each([
    ['a reach that is none', 'stage\tfar\tone', 'stage\t1\t\tstage 1', 'axes.tsv:1: the reach of an axis is near, clause, sentence or note.'],
    ['how many values an axis has', 'stage\tnear\ttwo', 'stage\t1\t\tstage 1', 'axes.tsv:1: an axis has one value at a time, or several.'],
    ['an axis that is none', 'stage\tnear\tone', 'grade\t1\t\tgrade 1', 'values.tsv:1: "grade" is no axis of axes.tsv.'],
    ['a value that no title says', 'stage\tnear\tone', 'stage\t1\tone', 'values.tsv:1: a row needs an axis, a value and how titles say it, divided by tabs.'],
    ['a whole that has no row', 'site\tnear\tseveral', 'site\ttoe\t\ttoe\tfoot', 'values.tsv:1: "foot", which "toe" is part of, has no row.'],
    ['a wording of two values', 'site\tnear\tseveral', 'site\ttoe\tdigit\ttoe\nsite\tfinger\tdigit\tfinger', 'values.tsv:2: "digit" is also said for "toe".'],
    ['a mark that is none', 'site\tnear\tseveral', 'site\ttoe\t\ttoe\t\tmaybe', 'values.tsv:1: the sixth cell is "assumed", "usual" or empty.'],
    ['a usual part of nothing', 'site\tnear\tseveral', 'site\tupper arm\t\tupper arm\t\tusual', 'values.tsv:1: what is usual is part of something.'],
  ])('refuses %s', (_, axes, values, message) => expect(() => read(axes, values)).toThrow(message));
});
