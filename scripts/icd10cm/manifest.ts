import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

export const ASSETS = resolve(import.meta.dirname, '../../src/knowledge/assets');
const MANIFEST = join(ASSETS, 'manifest.json');

/** Where a compiled asset comes from: facts that CMS publishes, taken from a pinned package. */
export interface Provenance {
  readonly what: string;
  readonly package: string;
  readonly registry: string;
  readonly version: string;
  readonly sha256: string;
  readonly licence: string;
  readonly files: readonly string[];
}

/** Packs an asset and puts its line into the manifest; the lines of the others stay as they are. @param most bytes, packed */
export function writeAsset(file: string, unpacked: Uint8Array, source: Provenance, counts: Readonly<Record<string, number>>, most = Infinity): void {
  const packed = gzipSync(unpacked, { level: 9 });
  if (packed.length > most) throw new Error(`${file} has grown to ${packed.length} bytes; at most ${most} are allowed.`);
  writeFileSync(join(ASSETS, file), packed);
  const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as { assets: { file: string }[] };
  const line = { file, bytes: packed.length, sha256: sha256(packed), unpackedBytes: unpacked.length, unpackedSha256: sha256(unpacked), source, counts };
  const at = manifest.assets.findIndex((asset) => asset.file === file);
  if (at < 0) manifest.assets.push(line);
  else manifest.assets[at] = line;
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`Wrote ${file}: ${packed.length} bytes (${unpacked.length} unpacked).`);
}

/** @throws Error where it is another file than the pinned one */
export function readPinned(path: string, { sha256: expected }: Pick<Provenance, 'sha256'>): Buffer {
  const bytes = readFileSync(path);
  const found = sha256(bytes);
  if (found !== expected) throw new Error(`This is not the pinned wheel: sha256 is ${found}, expected ${expected}.`);
  return bytes;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
