import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeCore } from '../src/knowledge/core-asset.ts';
import { parseTabular } from '../src/knowledge/import/tabular-xml.ts';
import { readZip } from '../src/knowledge/node/import/zip.ts';
import { encodeInstructions } from './icd10cm/instructions.ts';
import { SOURCE } from './icd10cm/source.ts';

/** `npm run instructions:compile -- --wheel FILE`: the pinned tabular list → the committed instructions asset, with its line in the manifest. */
const ASSETS = resolve(import.meta.dirname, '../src/knowledge/assets');
const FILE = 'instructions.bin.gz';

const { values } = parseArgs({ options: { wheel: { type: 'string' } } });
if (!values.wheel) throw new Error('Say which wheel: npm run instructions:compile -- --wheel FILE (docs/code-set.md tells how to get it).');
compile(readFileSync(values.wheel));

function compile(wheel: Buffer): void {
  const hash = sha256(wheel);
  if (hash !== SOURCE.sha256) throw new Error(`This is not the pinned wheel: sha256 is ${hash}, expected ${SOURCE.sha256}.`);
  const xml = readZip(wheel).get(SOURCE.tabular);
  if (xml === undefined) throw new Error(`The wheel has no ${SOURCE.tabular}.`);
  const { codes } = decodeCore(gunzipSync(readFileSync(join(ASSETS, 'icd10cm-core.bin.gz'))));
  const { bytes, holders, instructions } = encodeInstructions(parseTabular(xml.toString('utf8')), new Set(codes));
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(join(ASSETS, FILE), packed);
  const manifestFile = join(ASSETS, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as { assets: { file: string }[] };
  const line = { file: FILE, bytes: packed.length, sha256: sha256(packed), unpackedBytes: bytes.length, unpackedSha256: sha256(bytes) };
  manifest.assets = [...manifest.assets.filter((asset) => asset.file !== FILE), line];
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Wrote ${FILE}: ${instructions} instructions at ${holders} places, ${packed.length} bytes.`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
