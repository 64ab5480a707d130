import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeCore } from '../../src/knowledge/core-asset.ts';
import { codesOf } from '../../src/knowledge/import/by-rule.ts';

/** `npm run codes:check`: the committed assets are what the manifest says; needs no network and no source package. */
const ASSETS = resolve(import.meta.dirname, '../../src/knowledge/assets');

interface Manifest {
  readonly releases: readonly { readonly release: string; readonly billable: number; readonly headers: number; readonly validFrom: string; readonly validTo: string }[];
  readonly assets: readonly { readonly file: string; readonly bytes: number; readonly sha256: string; readonly unpackedBytes: number; readonly unpackedSha256: string }[];
}

const faults = check();
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log('The code-set assets are what the manifest says.');

function check(): string[] {
  const manifest = JSON.parse(readFileSync(join(ASSETS, 'manifest.json'), 'utf8')) as Manifest;
  return [...manifest.assets.flatMap(checkAsset), ...checkCounts(manifest)];
}

function checkAsset(asset: Manifest['assets'][number]): string[] {
  const packed = readFileSync(join(ASSETS, asset.file));
  if (packed.length !== asset.bytes || sha256(packed) !== asset.sha256) return [`${asset.file}: the file is not the one in the manifest. Run the compile script, and commit both.`];
  const unpacked = gunzipSync(packed);
  return unpacked.length === asset.unpackedBytes && sha256(unpacked) === asset.unpackedSha256 ? [] : [`${asset.file}: what is inside is not what the manifest says.`];
}

function checkCounts(manifest: Manifest): string[] {
  const tabular = decodeCore(gunzipSync(readFileSync(join(ASSETS, 'icd10cm-core.bin.gz'))));
  return tabular.releases.flatMap(({ release, bit, validFrom, validTo }) => {
    const said = manifest.releases.find((one) => one.release === release);
    const { billable, headers } = codesOf(tabular, bit);
    console.log(`${release}, ${validFrom} to ${validTo}: ${billable.size} billable, ${headers.size} headers.`);
    const same = said?.billable === billable.size && said.headers === headers.size && said.validFrom === validFrom && said.validTo === validTo;
    return same ? [] : [`${release}: counts or days are not those of the manifest.`];
  });
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
