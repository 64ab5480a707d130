import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** Where the built pages stand. */
export const appFolder = resolve(root, 'node_modules/.cache/sandbox-app');
const stamp = join(appFolder, '.sources');
const SOURCES = ['src', 'launch', 'scripts/vite', 'vite.config.ts', 'tsconfig.base.json', 'package-lock.json'];

export interface BuiltApp {
  close(): Promise<void>;
}

/**
 * The app and the EHR's shell as the server hands them out, built when a source changed since the last time.
 * The production build, not a development server: so the strict Content-Security-Policy is always on.
 * @throws Error of Vite where the sources do not build
 */
export async function buildApp({ watch }: { watch: boolean }): Promise<BuiltApp> {
  const sources = hashOf(SOURCES.map((each) => join(root, each)));
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (fresh && !watch) return { close: async () => {} };

  const { build } = await import('vite');
  const options = { root: join(root, 'launch'), configFile: join(root, 'vite.config.ts'), mode: 'sandbox', logLevel: 'warn' as const };
  const close = watch ? await watching(await build({ ...options, build: { watch: {} } })) : await once(build(options));
  if (!watch) writeFileSync(stamp, sources);
  return { close };
}

async function once(building: Promise<Built>): Promise<() => Promise<void>> {
  await building.catch((cause: unknown) => {
    throw new Error(`The app does not build:\n${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  return async () => {};
}

type Built = Awaited<ReturnType<typeof import('vite').build>>;

/** Resolves when the first build stands. */
async function watching(watcher: Built): Promise<() => Promise<void>> {
  if (!('on' in watcher)) throw new Error('Vite was asked to watch and did not.');
  await new Promise<void>((ready) => {
    watcher.on('event', (event) => {
      if (event.code === 'END' || event.code === 'ERROR') ready();
    });
  });
  return () => watcher.close();
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) hash.update(file).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}

function filesUnder(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { withFileTypes: true, recursive: true, encoding: 'utf8' });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name)).toSorted();
}
