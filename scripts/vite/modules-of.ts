import { readFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { parseSync } from 'vite';

export interface Module {
  readonly file: string;
  /** The path from the root. */
  readonly name: string;
  /** TypeScript, as it is written. */
  readonly code: string;
}

/**
 * These modules of ours and all that they import before they run; not what they import later, nor packages.
 * @param without files that something else takes the place of: neither they nor what they alone import
 */
export async function modulesOf(starts: readonly string[], root: string, without: ReadonlySet<string> = new Set()): Promise<readonly Module[]> {
  const files = new Set(starts);
  const found: Module[] = [];
  for (const file of files) {
    const code = await readFile(file, 'utf8');
    found.push({ file, name: relative(root, file).replaceAll('\\', '/'), code });
    for (const imported of importsOf(file, code)) if (!without.has(imported)) files.add(imported);
  }
  return found;
}

function importsOf(file: string, code: string): readonly string[] {
  const { module } = parseSync(file, code);
  const requests = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest, isType }) => (moduleRequest ? [{ moduleRequest, entries: [{ isType }] }] : [])))];
  return requests
    .filter(({ moduleRequest, entries }) => moduleRequest.value.startsWith('.') && (entries.length === 0 || entries.some(({ isType }) => !isType)))
    .map(({ moduleRequest }) => resolve(dirname(file), moduleRequest.value));
}
