import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const WORDINGS = [
  'behavior\tkind\tconcept\tsay it as',
  'malignant\t\t{site} cancer\t{name} cancer | (cancer/malignancy) of {noun}',
  'malignant\tg\t{site} cancer\t{name} adenocarcinoma',
  'secondary\t\t{site} metastasis\tmetastasis to {noun}',
];

test('a site and a behavior give one row, with each wording said of each name', () => {
  expect(rowsOf(['kidney\tkidney\trenal\tg\tC64.9\tC79.00'])).toEqual([
    ['kidney cancer', ['C64.9'], ['kidney cancer', 'renal cancer', 'cancer of kidney', 'malignancy of kidney', 'kidney adenocarcinoma', 'renal adenocarcinoma']],
    ['kidney metastasis', ['C79.00'], ['kidney metastasis', 'metastasis to kidney']],
  ]);
});

test('a wording of a kind is said only of sites of that kind, and a dash gives no row', () => {
  expect(rowsOf(['bone\tbone\tosseous\t\t-\tC79.51'])).toEqual([['bone metastasis', ['C79.51'], ['bone metastasis', 'metastasis to bone']]]);
  expect(rowsOf(['femur\tfemur\t\t\tC40.20\t-'])[0]?.[2]).toEqual(['femur cancer', 'cancer of femur', 'malignancy of femur']);
});

test('what is said before the finding is said of the adjectives alone', () => {
  const wordings = ['behavior\tkind\tconcept\tsay it as', 'malignant\t\t{site} cancer\t{adjective} cancer | cancer of {noun}', 'secondary\t\t{site} metastasis\tmetastasis to {noun}'];
  expect(rowsOf(['kidney\tkidney | pole of kidney\trenal\t\tC64.9\t-'], '', wordings)[0]?.[2]).toEqual(['kidney cancer', 'renal cancer', 'cancer of kidney', 'cancer of pole of kidney']);
});

test('codes of two releases stand side by side', () => {
  expect(rowsOf(['larynx\tlarynx\t\t\t-\tC78.31 C78.39'])[0]?.[1]).toEqual(['C78.31', 'C78.39']);
});

test('what a table says, the grid leaves to it', () => {
  const rows = rowsOf(['kidney\tkidney\trenal\t\tC64.9\t-'], 'renal cancer\tcancer of the kidney\tC64.9\t\n');
  expect(rows.map(([concept, , says]) => [concept, says])).toEqual([['renal cancer', ['renal cancer', 'cancer of the kidney']], ['kidney cancer', ['kidney cancer', 'malignancy of kidney']]]);
});

test('a site with too few cells is named with file and line', () => {
  expect(() => rowsOf(['kidney\tkidney\trenal\tC64.9'])).toThrow('by-site/sites.tsv:2: a site needs 4 cells and codes or - for each of 2 behaviors');
});

test('a code for a behavior of which nothing is said is named with file and line', () => {
  expect(() => rowsOf(['kidney\tkidney\t\t\tC64.9\tC79.00'], '', WORDINGS.slice(0, 3))).toThrow('by-site/sites.tsv:2: kidney has the code C79.00, and wordings.tsv says nothing of it.');
});

function rowsOf(sites: readonly string[], table = '', wordings: readonly string[] = WORDINGS): [string, readonly string[], readonly string[]][] {
  const folder = mkdtempSync(join(tmpdir(), 'grid-'));
  folders.push(folder);
  mkdirSync(join(folder, 'by-site'));
  writeFileSync(join(folder, 'table.tsv'), table);
  writeFileSync(join(folder, 'by-site', 'sites.tsv'), ['site\tnouns\tadjectives\tkinds\tmalignant\tsecondary', ...sites].join('\n'));
  writeFileSync(join(folder, 'by-site', 'wordings.tsv'), wordings.join('\n'));
  return readLexicon(folder).map(({ concept, codes, says }) => [concept, codes, says]);
}
