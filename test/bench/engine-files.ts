import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The built files with which the engine is ready: the worker, the engine that it loads, and what these import before they run.
 * The reader of charts and the gap rules are asked for beside it, the other parts when a note or a unit asks for them. Names in the folder `assets`.
 */
export function engineFiles(assets: string): readonly string[] {
  const found = new Set(readdirSync(assets).filter((name) => /^engine\.(?:worker|load-engine)-.*\.js$/.test(name)));
  for (const name of found) {
    for (const [, imported = ''] of readFileSync(join(assets, name), 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) found.add(imported);
  }
  return [...found];
}
