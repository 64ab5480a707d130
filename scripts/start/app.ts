import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SiteCompanion, SiteConfig } from '../../src/domain/model/index.ts';

const root = resolve(import.meta.dirname, '../..');
const cache = resolve(root, 'node_modules/.cache');
/** Where the built pages stand when the site file is the sandbox's own. */
export const appFolder = join(cache, 'sandbox-app');
const SITE = 'launch/site.json';
const SOURCES = ['src', 'launch', 'scripts/vite', 'vite.config.ts', 'tsconfig.base.json', 'package-lock.json'];

export interface AppBuild {
  /** Rebuild whenever a source changes. */
  readonly watch: boolean;
  /** The companion server that the app is told of. */
  readonly companion?: SiteCompanion;
}

export interface BuiltApp {
  /** Where the built pages stand. */
  readonly folder: string;
  close(): Promise<void>;
}

/**
 * The app and the EHR's shell as the server hands them out, built when a source changed since the last time.
 * The production build, not a development server: so the strict Content-Security-Policy is always on.
 * Each site file has a folder of its own, so that going from one to another builds nothing twice.
 * @throws Error of Vite where the sources do not build
 */
export async function buildApp({ watch, companion }: AppBuild): Promise<BuiltApp> {
  const folder = companion ? `${appFolder}-${createHash('sha256').update(JSON.stringify(companion)).digest('hex').slice(0, 12)}` : appFolder;
  const stamp = join(folder, '.sources');
  const sources = hashOf(SOURCES.map((each) => join(root, each)));
  const fresh = existsSync(stamp) && readFileSync(stamp, 'utf8') === sources;
  if (fresh && !watch) return { folder, close: async () => {} };

  const { build } = await import('vite');
  const site = companion ? siteWith(companion, `${folder}.site.json`) : join(root, SITE);
  const options = { root: join(root, 'launch'), configFile: join(root, 'vite.config.ts'), mode: 'sandbox', logLevel: 'warn' as const };
  const building = withSite(site, () => build({ ...options, build: { outDir: folder, ...(watch ? { watch: {} } : {}) } }));
  const close = watch ? await watching(await building) : await once(building);
  if (!watch) writeFileSync(stamp, sources);
  return { folder, close };
}

/** The sandbox's own site, with the companion server beside its EHR. */
function siteWith(companion: SiteCompanion, file: string): string {
  const site = JSON.parse(readFileSync(join(root, SITE), 'utf8')) as SiteConfig;
  mkdirSync(cache, { recursive: true });
  const ehrs = site.ehrs.map((ehr) => ({ ...ehr, companion }));
  writeFileSync(file, JSON.stringify({ ...site, ehrs } satisfies SiteConfig, null, 2));
  return file;
}

/** vite.config.ts takes the site file's name from the environment, as `npm run build -- --site` gives it. */
async function withSite<T>(file: string, work: () => Promise<T>): Promise<T> {
  const before = process.env['COUNTERSIGN_SITE'];
  process.env['COUNTERSIGN_SITE'] = file;
  try {
    return await work();
  } finally {
    if (before === undefined) delete process.env['COUNTERSIGN_SITE'];
    else process.env['COUNTERSIGN_SITE'] = before;
  }
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
