import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ASSETS } from './icd10cm/manifest.ts';
import { packedSmallest } from './pack.ts';

/** `npm run assets:pack`: the committed assets as small as a gzip reader takes them, with their lines in the manifest. What is inside stays. */
interface Manifest {
  readonly assets: { file: string; bytes: number; sha256: string; unpackedSha256: string }[];
}

const file = join(ASSETS, 'manifest.json');
const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
for (const asset of manifest.assets) {
  const path = join(ASSETS, asset.file);
  const before = readFileSync(path);
  const unpacked = gunzipSync(before);
  const packed = await packedSmallest(unpacked);
  if (sha256(gunzipSync(packed)) !== asset.unpackedSha256) throw new Error(`${asset.file} is not what the manifest says: compile it first.`);
  if (packed.length >= before.length) continue;
  writeFileSync(path, packed);
  asset.bytes = packed.length;
  asset.sha256 = sha256(packed);
  console.log(`${asset.file}: ${before.length} → ${packed.length} bytes.`);
}
writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`);

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
