import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { formsOf } from '../../../src/domain/coding/term-index.ts';
import { buildLexicon } from '../../../src/domain/mentions/lexicon.ts';
import { titlePhrases } from '../../../src/domain/mentions/title-phrases.ts';
import { tokenize } from '../../../src/domain/text/tokens.ts';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';

const rows = readLexicon();
const { codeSets, lexicon } = await loadKnowledge();
const releases = ['2026-03-01', '2026-11-01'].map((day) => codeSets.inForce(day)!);
const related = (a: string, b: string) => a.startsWith(b) || b.startsWith(a);
const where = (row: (typeof rows)[number]) => `${row.file}:${row.line} ${row.concept}`;

describe('the synonym tables', () => {
  test('know more than 700 conditions in more than 4,000 wordings', () => {
    expect(rows.length).toBeGreaterThan(700);
    expect(rows.reduce((sum, row) => sum + row.says.length, 0)).toBeGreaterThan(4000);
  });

  test('every code exists; a header is marked with a dash, and only a header', () => {
    const faults = rows.flatMap((row) => row.codes.filter((code) => {
      const entries = releases.flatMap((release) => release.entry(code) ?? []);
      const billable = entries.some((entry) => entry.billable);
      return entries.length === 0 || (row.headers.includes(code) ? entries.every((entry) => entry.billable) : !billable);
    }).map((code) => `${where(row)}: ${code}`));
    expect(faults).toEqual([]);
  });

  test('every row has a code in each release, by itself or by what stands near it', () => {
    const faults = rows.filter((row) => (row.codes.length > 0 || row.refinements.length === 0) && releases.some((release) => !row.codes.some((code) => release.entry(code)?.billable || (row.headers.includes(code) && release.entry(code)))));
    expect(faults.map(where)).toEqual([]);
  });

  test('no wording stands in two rows', () => {
    const owners = new Map<string, string>();
    const faults = rows.flatMap((row) => row.says.flatMap((words) => {
      const key = formsOf(words).join(' ');
      const other = owners.get(key);
      owners.set(key, row.concept);
      return other !== undefined && other !== row.concept ? [`${where(row)}: "${words}" is also ${other}`] : [];
    }));
    expect(faults).toEqual([]);
  });

  test('every wording is found in a note, as its own row', () => {
    const faults = rows.flatMap((row) => row.says.filter((words) => {
      const tokens = tokenize(words);
      const found = lexicon.match(tokens);
      return found.length !== 1 || found[0]?.concept !== `syn:${row.concept}` || found[0].to !== tokens.length;
    }).map((words) => `${where(row)}: "${words}"`));
    expect(faults).toEqual([]);
  });

  test('contradict no title or inclusion term, but where a reason is known', () => {
    const tabular = decodeCore(gunzipSync(readFileSync(resolve(import.meta.dirname, '../../../src/knowledge/assets/icd10cm-core.bin.gz'))));
    const phrases = titlePhrases(tabular);
    const official = buildLexicon(phrases);
    // A word that the list does not have would be read as a slip of the pen: seminoma as semicoma.
    const officialForms = new Set(phrases.flatMap(({ words }) => formsOf(words)));
    const faults = rows.flatMap((row) => row.says.filter((words) => {
      if (formsOf(words).some((form) => !officialForms.has(form))) return false;
      const tokens = tokenize(words);
      const match = official.match(tokens).find(({ from, to }) => from === 0 && to === tokens.length);
      return match && !match.codes.some((code) => row.codes.some((own) => related(own, code)));
    }));
    expect(faults).toEqual([
      'hepatitis B', // the Index: B19.10; the inclusion term of B16.9 means the acute disease
      'pseudomonas aeruginosa', // A41.52 is its sepsis; the organism alone is B96.5
      'secondary hyperparathyroidism', // the Index: secondary (renal) N25.81; E21.1 is the non-renal one
      'meningoencephalitis', // the Index: G04.90; A69.22 includes that of Lyme disease
      'ulcerative colitis', // K51.91- is its unspecified form with complications
      'epidermoid cyst', // K09.8 is that of the mouth
    ]);
  });
});
