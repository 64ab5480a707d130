import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ImportError } from '../../import/import-error.ts';
import { readZip } from './zip.ts';

/** One file to import, on its own or out of a folder or zip. */
export interface GivenFile {
  /** As people know it: the name, after the zip or folder that it came in. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Named by the person, not found among others: what it is not, is said as an error. */
  readonly asked: boolean;
}

/**
 * The files, and what stands in the folders and zips among them; of those only texts and XML.
 * @throws ImportError naming what cannot be read
 */
export async function readGiven(paths: readonly string[]): Promise<GivenFile[]> {
  const all = await Promise.all(paths.map(readPath));
  return all.flat();
}

async function readPath(path: string): Promise<GivenFile[]> {
  const kind = await stat(path).catch(() => { throw new ImportError(`${path} cannot be read: there is no such file or folder, or it is locked.`); });
  if (!kind.isDirectory()) return opened(basename(path), await readFile(path), true);
  const names = (await readdir(path)).toSorted().filter((name) => /\.(?:txt|xml|zip)$/i.test(name));
  const inside = await Promise.all(names.map(async (name) => opened(`${basename(path)}/${name}`, await readFile(join(path, name)), false)));
  return inside.flat();
}

function opened(name: string, bytes: Buffer, asked: boolean): GivenFile[] {
  if (!isZip(bytes)) return [{ name, bytes, sha256: sha256(bytes), asked }];
  return [...unpacked(name, bytes)].flatMap(([inner, content]) => (/\.(?:txt|xml)$/i.test(inner) ? [{ name: `${name}/${inner}`, bytes: content, sha256: sha256(content), asked: false }] : []));
}

function unpacked(name: string, bytes: Buffer): Map<string, Buffer> {
  try {
    return readZip(bytes);
  } catch (cause) {
    throw new ImportError(`${name}: the zip archive cannot be read, and may have been cut short. ${cause instanceof Error ? cause.message : ''}`.trim(), { cause });
  }
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
