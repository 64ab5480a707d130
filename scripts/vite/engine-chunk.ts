import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const ENTRY = resolve(root, 'src/worker/engine.worker.ts');
export const ENGINE = resolve(root, 'src/worker/load-engine.ts');
export const CHART_READER = resolve(root, 'src/fhir/decode/read-chart.ts');
export const CONCLUSION = resolve(root, 'src/app/conclude.ts');

interface Modules {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

/**
 * What understands notes as one chunk, with all that it imports; the reader of charts as another; what concludes from notes and chart
 * (codes both ways, services, visit level, gap rules, questions) as a third. Each with what their later parts (readers of notes, units) use as well: in pieces they would compress
 * worse and take more requests. Not what the worker's first lines need, which must not wait for the engine.
 */
export function engineChunk(id: string, modules: Modules): string | null {
  if (importedFrom(ENTRY, modules).has(id)) return null;
  if (importedFrom(ENGINE, modules).has(id)) return 'load-engine';
  if (importedFrom(CHART_READER, modules).has(id)) return 'read-chart';
  return importedFrom(CONCLUSION, modules).has(id) ? 'conclude' : null;
}

function importedFrom(start: string, modules: Modules): ReadonlySet<string> {
  const found = new Set([start]);
  for (const id of found) for (const imported of modules.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
