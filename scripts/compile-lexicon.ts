import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCore } from '../src/knowledge/core-asset.ts';
import { readAbbreviations } from './abbreviations/read.ts';
import { checkLexicon } from './icd10cm/check-lexicon.ts';
import { encodeLexicon } from './icd10cm/lexicon.ts';
import { attributeTables } from './icd10cm/read-attributes.ts';
import { readLexicon, TABLES } from './icd10cm/read-lexicon.ts';

/**
 * `npm run lexicon:compile`: the synonym tables and the core asset → the committed lexicon asset, with its line in the manifest.
 * `npm run lexicon:check` fails where the committed asset is not what they give.
 */
const ASSETS = join(TABLES, '../assets');
const FILE = 'lexicon.bin.gz';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const rows = readLexicon();
const tabular = decodeCore(gunzipSync(readFileSync(join(ASSETS, 'icd10cm-core.bin.gz'))));
checkLexicon(rows, tabular);
const lexicon = encodeLexicon(tabular, rows, attributeTables(rows), readAbbreviations(tabular));
if (values.check) check();
else write();

/** Compared unpacked: another version of zlib may pack the same bytes in another way. */
function check(): void {
  const same = gunzipSync(readFileSync(join(ASSETS, FILE))).equals(lexicon);
  if (same) return console.log(`${FILE} is what the tables and the code set give.`);
  console.error(`${FILE} is not what the tables and the code set give. Run npm run lexicon:compile, and commit ${FILE} and manifest.json.`);
  process.exitCode = 1;
}

function write(): void {
  const packed = gzipSync(lexicon, { level: 9 });
  writeFileSync(join(ASSETS, FILE), packed);
  const manifestFile = join(ASSETS, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { assets: { file: string }[] };
  const line = { file: FILE, bytes: packed.length, sha256: sha256(packed), unpackedBytes: lexicon.length, unpackedSha256: sha256(lexicon) };
  manifest.assets = [...manifest.assets.filter((asset) => asset.file !== FILE), line];
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Wrote ${FILE}: ${rows.length} conditions, ${rows.reduce((sum, row) => sum + row.says.length, 0)} wordings, ${packed.length} bytes.`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
