import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = resolve(root, 'src/worker/engine.worker.ts');
const ENGINE = resolve(root, 'src/worker/load-engine.ts');

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * The engine with all that it imports as one chunk, also what its later parts (readers of notes, units) use as well: in pieces it
 * would compress worse and take more requests. Not what the worker's first lines need, which must not wait for the engine.
 */
export function engineChunk(id: string, modules: Modules): string | null {
  const engine = importedFrom(ENGINE, modules);
  return engine.has(id) && !importedFrom(ENTRY, modules).has(id) ? 'load-engine' : null;
}

function importedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
