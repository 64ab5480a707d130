import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { readLexicon } from '../../../scripts/icd10cm/read-lexicon.ts';
import { codesOf } from '../../../src/knowledge/import/by-rule.ts';
import { decodeCore } from '../../../src/knowledge/core-asset.ts';
import { buildKnowledge } from '../../../src/knowledge/build.ts';
import { fetchKnowledge } from '../../../src/knowledge/index.ts';
import { decodeSynonyms } from '../../../src/knowledge/lexicon-asset.ts';
import { loadKnowledge as loadFromDisk } from '../../../src/knowledge/node/index.ts';
import { readPlanes } from '../../../src/knowledge/planes.ts';

const ASSETS = resolve(import.meta.dirname, '../../../src/knowledge/assets');
const packed = (file: string) => readFileSync(join(ASSETS, file));
const manifest = JSON.parse(packed('manifest.json').toString()) as { assets: { file: string; bytes: number; sha256: string; unpackedSha256: string }[] };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('the committed assets', () => {
  test('are those of the manifest', () => {
    expect(manifest.assets.map(({ file }) => [file, packed(file).length, sha256(packed(file)), sha256(gunzipSync(packed(file)))])).toEqual(
      manifest.assets.map((asset) => [asset.file, asset.bytes, asset.sha256, asset.unpackedSha256]),
    );
  });

  test('ship at most 1.5 MB', () => {
    expect(manifest.assets.reduce((sum, asset) => sum + asset.bytes, 0)).toBeLessThan(1_500_000);
  });

  test('hold as many codes as CMS published', () => {
    const tabular = decodeCore(gunzipSync(packed('icd10cm-core.bin.gz')));
    const counts = tabular.releases.map(({ release, bit }) => {
      const { billable, headers } = codesOf(tabular, bit);
      return [release, billable.size, headers.size];
    });
    expect(counts).toEqual([['FY2026', 74_719, 23_467], ['FY2027', 74_879, 23_524]]);
    expect(tabular.inclusionTerms).toHaveLength(12_569); // of the 12,574 in the list, five stand at a section, not at a code
  });

  test('keep tabular order: C4A before C44, U07 last but for its kin', () => {
    const { codes } = decodeCore(gunzipSync(packed('icd10cm-core.bin.gz')));
    expect(codes.indexOf('C4A')).toBeLessThan(codes.indexOf('C44'));
    expect(codes.indexOf('U07')).toBeGreaterThan(codes.indexOf('Z99'));
    expect(codes.indexOf('K6A')).toBeGreaterThan(codes.indexOf('K68'));
    expect(codes.indexOf('K6A')).toBeLessThan(codes.indexOf('K70'));
  });

  test('hold the synonym tables as they stand', () => {
    const compiled = decodeSynonyms(gunzipSync(packed('lexicon.bin.gz')));
    expect(compiled).toEqual(readLexicon().map(({ concept, says, codes }) => ({ concept, says, codes })));
  });
});

describe('a damaged asset', () => {
  test('is said to be so', () => {
    expect(() => readPlanes(new Uint8Array(0))).toThrow('no header');
    expect(() => decodeCore(gunzipSync(packed('icd10cm-core.bin.gz')).subarray(0, 100_000))).toThrow('cut short');
  });
});

/** What the server answers at each URL: bytes, or a status. */
function serve(files: Record<string, Uint8Array | number>): void {
  vi.stubGlobal('fetch', (url: string | URL) => {
    const file = files[String(url)] ?? 404;
    return Promise.resolve(typeof file === 'number' ? new Response(null, { status: file }) : new Response(file as Uint8Array<ArrayBuffer>));
  });
}

const rules = () => ({ edits: packed('edits.bin.gz'), instructions: packed('instructions.bin.gz') });

describe('fetchKnowledge in the browser', () => {
  afterEach(() => vi.unstubAllGlobals());
  const loadKnowledge = async () => {
    return buildKnowledge(await fetchKnowledge({ core: 'core', lexicon: 'lexicon', edits: 'edits', instructions: 'instructions' }));
  };

  test('unpacks what the server sends packed', async () => {
    serve({ core: packed('icd10cm-core.bin.gz'), lexicon: packed('lexicon.bin.gz'), ...rules() });
    const knowledge = await loadKnowledge();
    const fromDisk = await loadFromDisk();
    expect(knowledge.lexicon.phrases).toBe(fromDisk.lexicon.phrases);
    expect(knowledge.codeSets.newest.entry('I10')).toEqual(fromDisk.codeSets.newest.entry('I10'));
  });

  test('takes what the browser has unpacked already', async () => {
    serve({ core: gunzipSync(packed('icd10cm-core.bin.gz')), lexicon: gunzipSync(packed('lexicon.bin.gz')), ...rules() });
    expect((await loadKnowledge()).codeSets.newest.release).toBe('FY2027');
  });

  test('fails with what to do when an asset is missing', async () => {
    serve({ core: 404, lexicon: packed('lexicon.bin.gz'), ...rules() });
    await expect(loadKnowledge()).rejects.toThrow('could not be loaded (404)');
  });
});
