import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readLexicon, TABLES } from './icd10cm/read-lexicon.ts';
import { writeLines, writePlanes } from './icd10cm/write-planes.ts';

/** `npm run lexicon:compile`: the synonym tables → the committed lexicon asset, with its line in the manifest. */
const ASSETS = join(TABLES, '../assets');

const rows = readLexicon();
const table = writePlanes({ rows: rows.length }, [
  ['concepts', writeLines(rows.map((row) => row.concept))],
  ['says', writeLines(rows.map((row) => row.says.join('|')))],
  ['codes', writeLines(rows.map((row) => row.codes.join('|')))],
]);
const packed = gzipSync(table, { level: 9 });
writeFileSync(join(ASSETS, 'lexicon.bin.gz'), packed);
const manifestFile = join(ASSETS, 'manifest.json');
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { assets: { file: string }[] };
manifest.assets = [
  ...manifest.assets.filter((asset) => asset.file !== 'lexicon.bin.gz'),
  { file: 'lexicon.bin.gz', bytes: packed.length, sha256: sha256(packed), unpackedBytes: table.length, unpackedSha256: sha256(table) } as { file: string },
];
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`Wrote lexicon.bin.gz: ${rows.length} conditions, ${rows.reduce((sum, row) => sum + row.says.length, 0)} wordings, ${packed.length} bytes.`);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
