import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { decodeCore } from '../../src/knowledge/core-asset.ts';

/**
 * `import codes from 'virtual:codes'`: where the build puts the releases that the site imported (`countersign codes import`).
 * @throws Error where a file is not one of those: better while building than in front of a clinician
 */
export function codesPlugin(files: readonly string[]): Plugin {
  const id = 'virtual:codes';
  const paths = files.map((file) => checked(resolve(file)));
  const imports = paths.map((path, at) => `import asset${at} from ${JSON.stringify(`${path}?url`)};`);
  return {
    name: 'countersign-codes',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `${imports.join('\n')}\nexport default [${paths.map((_, at) => `asset${at}`).join(', ')}];` : null),
  };
}

function checked(path: string): string {
  try {
    if (decodeCore(gunzipSync(readFileSync(path))).releases.length === 1) return path;
  } catch (cause) {
    throw new Error(`${path} is no code set. Make it with: countersign codes import`, { cause });
  }
  throw new Error(`${path} holds several releases: it is not what "countersign codes import" makes.`);
}
