import { describe, expect, test } from 'vitest';
import { codesByRule } from '../../../src/knowledge/import/by-rule.ts';
import { layerReleases, readChanges } from '../../../scripts/icd10cm/releases.ts';
import { parseTabular } from '../../../src/knowledge/import/tabular-xml.ts';
import { writeFrontCoded, writeLines, writePlanes, writeWide } from '../../../src/knowledge/import/write-planes.ts';
import { readZip } from '../../../src/knowledge/node/import/zip.ts';
import { readFrontCoded, readPlanes, readWide } from '../../../src/knowledge/planes.ts';
import { zip } from '../../support/icd10cm-files.ts';

const diag = (code: string, title: string, inner = '') => `<diag><name>${code}</name><desc>${title}</desc>${inner}</diag>`;
const seventh = '<sevenChrDef><extension char="A">initial encounter</extension><extension char="D">subsequent encounter</extension></sevenChrDef>';
const xml = `<?xml version="1.0"?><ICD10CM.tabular><chapter><name>1</name><section id="B20"><desc>HIV</desc>${diag('B20', 'HIV &amp; disease')}</section>
  <section id="T15"><desc>Bodies</desc>${diag('T15', 'Foreign  body', `<inclusionTerm><note>Thing in eye</note></inclusionTerm>${seventh}${diag('T15.0', 'in cornea', diag('T15.00', 'unspecified eye'))}`)}</section></chapter></ICD10CM.tabular>`;

describe('the tabular list', () => {
  test('is read by its diagnoses: a section that shares a category\'s id is none', () => {
    expect(parseTabular(xml).nodes.map(({ code, title, parent }) => [code, title, parent])).toEqual([['B20', 'HIV & disease', -1], ['T15', 'Foreign body', -1], ['T15.0', 'in cornea', 1], ['T15.00', 'unspecified eye', 2]]);
    expect(parseTabular(xml).nodes[1]).toMatchObject({ inclusionTerms: ['Thing in eye'], seventh: [['A', 'initial encounter'], ['D', 'subsequent encounter']] });
  });

  test('makes codes by rule, filled up with X', () => {
    expect([...codesByRule(parseTabular(xml).nodes)]).toEqual(['B20', 'T1500XA', 'T1500XD']);
  });

  test('that ends too early is refused', () => {
    expect(() => parseTabular('<a><diag><name>B20</name></diag></a>')).toThrow('no code or no title');
  });

  test('takes the next year\'s changes; what the rule makes is no row', () => {
    const changes = readChanges('change\tcode\tbillable\ttitle\nadded\tT15.01\t0\tright eye\nadded\tT15.01XA\t1\tright eye, initial encounter\ndeleted\tT15.00\t0\tunspecified eye\nretitled\tB20\t1\tHIV disease\n');
    const { nodes, retitled } = layerReleases(parseTabular(xml).nodes, changes);
    expect(nodes.map(({ code, bits, parent }) => [code, bits, parent])).toEqual([['B20', 3, -1], ['T15', 3, -1], ['T15.0', 3, 1], ['T15.00', 1, 2], ['T15.01', 2, 2]]);
    expect(retitled).toEqual([[0, 'HIV disease']]);
    expect(() => layerReleases(parseTabular(xml).nodes, readChanges('h\nadded\tX9Z\t1\tnew'))).toThrow('say in CATEGORY_AFTER');
  });
});

test('a zip archive is read, stored and deflated; a damaged one is not', () => {
  const files = { 'a.txt': 'plain', 'b/c.txt': 'packed packed packed' };
  for (const method of [0, 8] as const) expect(Object.fromEntries([...readZip(zip(files, method))].map(([name, bytes]) => [name, bytes.toString()]))).toEqual(files);
  expect(() => readZip(Buffer.from('no archive'))).toThrow('Not a zip archive');
  const damaged = zip(files, 0);
  damaged.write('PLAIN', damaged.indexOf('plain'));
  expect(() => readZip(damaged)).toThrow('checksum');
});

test('planes come back as they were written', () => {
  const words = ['Essential', 'Essence', '', 'Ménière'];
  const { kept, rest } = writeFrontCoded(words);
  const { header, plane } = readPlanes(writePlanes({ a: 1 }, [['kept', kept], ['rest', rest], ['wide', writeWide([0, 255, 256, 65_535])]]));
  expect(header['a']).toBe(1);
  expect(readFrontCoded(plane('kept'), plane('rest'))).toEqual(words);
  expect([...readWide(plane('wide'))]).toEqual([0, 255, 256, 65_535]);
  expect(() => plane('other')).toThrow('no plane');
  expect(() => writeLines(['a\nb'])).toThrow('line break');
  expect(() => writeWide([70_000])).toThrow('two bytes');
});
