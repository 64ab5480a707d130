import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { array, assert, constantFrom, integer, oneof, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAbbreviations } from '../../../scripts/abbreviations/read.ts';
import { allPhrases, encodeLexicon } from '../../../scripts/icd10cm/lexicon.ts';
import { attributeTables } from '../../../scripts/icd10cm/read-attributes.ts';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { writeNumbers, writePlanes } from '../../../src/knowledge/import/write-planes.ts';
import type { Synonym } from '../../../src/domain/coding/term-index.ts';
import type { Tabular } from '../../../src/domain/coding/tabular.ts';
import { buildLexicon } from '../../../src/domain/mentions/lexicon.ts';
import { matchPhrases } from '../../../src/domain/mentions/match-phrases.ts';
import type { Lexicon } from '../../../src/domain/model/index.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';
import { readChart } from '../../../src/fhir/decode/read-chart.ts';
import { fromBundle } from '../../../src/fhir/read/from-bundle.ts';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';
import { decodeLexicon, decodeSynonyms } from '../../../src/knowledge/lexicon-asset.ts';
import { readNumbers, readPlanes } from '../../../src/knowledge/planes.ts';
import { stories } from '../../support/fixtures.ts';

const unpacked = (file: string) => gunzipSync(readFileSync(resolve(import.meta.dirname, '../../../src/knowledge/assets', file)));
const tabular = decodeCore(unpacked('icd10cm-core.bin.gz'));
const asset = unpacked('lexicon.bin.gz');
const synonyms = decodeSynonyms(asset);
const loaded = matchPhrases(decodeLexicon(asset, tabular).trie);
const NO_ATTRIBUTES = { axes: [], values: [], refinements: [] };
const compiled = (list: Tabular, rows: readonly Synonym[]): Lexicon => matchPhrases(decodeLexicon(encodeLexicon(list, rows, NO_ATTRIBUTES, { rows: [], themes: [] }), list).trie);

describe('the loaded lexicon', () => {
  const phrases = allPhrases(tabular, synonyms);
  const built = buildLexicon(phrases);
  const sameIn = (text: string): void => {
    expect(loaded.match(tokenize(text))).toEqual(built.match(tokenize(text)));
  };

  test('is what the tables and the code set give', () => {
    const rows = readLexicon();
    expect(asset.equals(encodeLexicon(tabular, rows, attributeTables(rows), readAbbreviations(tabular)))).toBe(true);
  });

  test('knows every phrase that it was compiled from', () => {
    expect(loaded.phrases).toBe(built.phrases);
    const faults = phrases.filter(({ words }) => JSON.stringify(loaded.match(tokenize(words))) !== JSON.stringify(built.match(tokenize(words))));
    expect(faults).toEqual([]);
  });

  test('finds in every note of the fixtures what the phrases themselves find', async () => {
    const bundles = stories().map(({ whole, expected }) => fromBundle(whole, { encounter: expected.encounter, now: '2026-11-21T12:00:00Z' }));
    const charts = await Promise.all(bundles.map(async (bundle) => await readChart(bundle)));
    const texts = charts.flatMap(({ notes }) => notes.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(20);
    texts.forEach(sameIn);
  });

  test('finds the same in any words, in capitals too', () => {
    const some = integer({ min: 0, max: phrases.length - 1 }).map((place) => phrases[place]!.words.replace('=', ''));
    const part = record({ words: some, count: integer({ min: 1, max: 4 }) }).map(({ words, count }) => words.split(' ').slice(0, count).join(' '));
    const between = constantFrom('of', 'the', 'with', 'and', 'due to', 'w', 'type II', 'stage 3', '42', 'qwertyx', '.');
    const text = array(oneof(some, part, part.map((words) => words.toUpperCase()), between), { maxLength: 30 }).map((parts) => parts.join(' '));
    assert(property(text, sameIn), { numRuns: 300 });
  });

  test('belongs to one code set, and is not read with another', () => {
    expect(() => decodeLexicon(asset, { ...tabular, codes: tabular.codes.slice(1) })).toThrow('compiled for another code set');
  });
});

describe('compiling', () => {
  const wording = array(constantFrom('heart', 'failure', 'acute', 'kidney', 'of', 'the', 'disease', 'type', 'II', '2', '=PAD', 'edema', 'oedema', 'feet'), { minLength: 1, maxLength: 16 }).map((words) => words.join(' '));
  const codes = ['I50', 'I50.9', 'N18', 'R60', 'R60.9', 'I73', 'I73.9', 'M79'];
  const rowsOf = (says: readonly (readonly string[])[]): Synonym[] => says.map((wordings, row) => ({ concept: wordings[0]!, says: wordings, codes: codes.slice(row % 5, (row % 5) + 1 + (row % 3)) }));
  const listOf = (titles: readonly string[]): Tabular => ({
    releases: [], codes: codes.slice(0, titles.length).map((code) => code.replace('.', '')), titles, parents: new Int32Array(titles.length).fill(-1),
    inReleases: new Uint8Array(titles.length), seventh: new Uint8Array(titles.length), seventhSets: [], inclusionTerms: [], inclusionRows: new Int32Array(0),
  });

  test('any phrases loses none, even where several read alike', () => {
    assert(property(array(array(wording, { minLength: 1, maxLength: 4 }), { maxLength: 12 }), array(wording, { maxLength: codes.length }), array(wording), (says, titles, text) => {
      const [list, rows, tokens] = [listOf(titles), rowsOf(says), tokenize(text.join(' '))];
      const built = buildLexicon(allPhrases(list, rows));
      expect(compiled(list, rows).phrases).toBe(built.phrases);
      expect(compiled(list, rows).match(tokens)).toEqual(built.match(tokens));
    }));
  });

  test('writes numbers of any size up to 28 bits', () => {
    assert(property(array(oneof(integer({ min: 0, max: 300 }), integer({ min: 0, max: 2 ** 28 - 1 }))), (numbers) => {
      expect([...readNumbers(writeNumbers(numbers))]).toEqual(numbers);
    }));
    expect(() => writeNumbers([2 ** 28])).toThrow('28 bits');
  });

  test('a lexicon whose parts do not fit together is refused', () => {
    const { header, plane } = readPlanes(asset);
    const names = ['concepts', 'says', 'codes', 'axes', 'attributes', 'refinements', 'form-kept', 'form-rest', 'nodes', 'words', 'meanings'];
    const cut = (name: string) => writePlanes({ rows: header['rows'] }, names.map((each) => [each, each === name ? plane(each).subarray(0, plane(each).length - 1) : plane(each)]));
    for (const name of ['nodes', 'words', 'meanings']) expect(() => decodeLexicon(cut(name), tabular)).toThrow('do not fit together');
  });
});
