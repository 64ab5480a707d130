import { createHash } from 'node:crypto';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runnerImport, type Plugin } from 'vite';
import { CHART_READER, CONCLUSION, ENGINE } from './engine-chunk.ts';
import { liftData } from './lift-data.ts';
import { modulesOf } from './modules-of.ts';
import { packedSmallest } from '../pack.ts';
import { packTables, type Table } from './pack-tables.ts';

const root = resolve(import.meta.dirname, '../..');
const cache = resolve(root, 'node_modules/.cache/engine-tables');

/** Modules that export data and nothing else, some of it put together by functions: they are run, and what they export is taken. */
const TABLES = [
  'src/domain/coding/{combinations,general-codes,integral-symptoms,not-beside}.ts',
  'src/domain/gaps/catalogue.ts',
  'src/domain/mentions/assertion/chronic.ts',
  'src/domain/mentions/assertion/cues/*.ts',
  'src/domain/text/{abbreviations,language-words,section-codes,section-names}.ts',
];

/**
 * Takes the data out of the worker's code: the tables above, and the word and code lists that other modules of the engine write
 * out (`liftData`). They stay typed constants where they are written and reviewed, and in Node they are imported as such; the
 * build packs them into one file and puts references in their place. `import { tables } from 'virtual:tables'` begins to fetch
 * that file; the modules that need it wait for it.
 * @param smallest packed for shipping, which takes a second
 * @throws Error where a listed module exports more than data
 */
export function tablesPlugin(smallest: boolean): Plugin {
  let engine: Promise<EngineData> | null = null;
  return {
    name: 'countersign-tables',
    buildStart() { engine = null; },
    resolveId: { filter: { id: /^virtual:tables/ }, handler: (source) => `\0${source}` },
    load: {
      filter: { id: [/^\0virtual:tables/, /\/src\/(?:app|domain|fhir|knowledge)\/.*\.ts$/] },
      async handler(id) {
        if (id === `\0${READY_ID}`) return `import { tables } from ${JSON.stringify(TABLES_ID)};\nexport const ready = await tables;`;
        engine ??= dataOf();
        const { tables, modules } = await engine;
        if (id !== `\0${TABLES_ID}`) return modules.get(id) ?? null;
        for (const file of modules.keys()) this.addWatchFile(file);
        return `import url from ${JSON.stringify(`${await written(packTables(tables), smallest)}?url`)};\nimport { fetchTables } from ${JSON.stringify(resolve(root, 'src/worker/tables.ts'))};\nexport const tables = fetchTables(url);`;
      },
    },
  };
}

const TABLES_ID = 'virtual:tables';
const READY_ID = 'virtual:tables/ready';

interface EngineData {
  readonly tables: readonly Table[];
  /** What takes the place of a module of which data was taken, by its file. */
  readonly modules: ReadonlyMap<string, string>;
}

async function dataOf(): Promise<EngineData> {
  const tables: Table[] = [...await evaluate(tableFiles())];
  const modules = new Map(tables.map(({ module, data }, number) => [resolve(root, module), [ownOf(number), ...Object.keys(data).map(exporting)].join('\n')]));
  for (const { file, name, code } of await modulesOf([ENGINE, CHART_READER, CONCLUSION], root)) {
    if (modules.has(file)) continue;
    const lifted = liftData(code, (number) => `engineData[${number}]`);
    if (lifted.data.length === 0) continue;
    modules.set(file, `${ownOf(tables.length)}\n${lifted.code}`);
    tables.push({ module: name, data: lifted.data });
  }
  return { tables, modules };
}

function ownOf(number: number): string {
  return `import { ready } from ${JSON.stringify(READY_ID)};\nconst engineData: any = ready[${number}];`;
}

function exporting(key: string): string {
  return key === 'default' ? 'export default engineData.default;' : `export const ${key} = engineData.${key};`;
}

/** Paths from the root, in order. */
export function tableFiles(): readonly string[] {
  return globSync(TABLES, { cwd: root }).map((file) => file.replaceAll('\\', '/')).toSorted();
}

/** By Vite's own runner, so that a rebuild sees what changed since. */
async function evaluate(names: readonly string[]): Promise<readonly Table[]> {
  const id = 'virtual:every-table';
  const code = [
    ...names.map((name, at) => `import * as table${at} from ${JSON.stringify(resolve(root, name))};`),
    `export default [${names.map((_, at) => `table${at}`).join(', ')}];`,
  ].join('\n');
  const plugin: Plugin = { name: 'every-table', resolveId: (source) => (source === id ? id : null), load: (source) => (source === id ? code : null) };
  const { module } = await runnerImport<{ readonly default: readonly Record<string, unknown>[] }>(id, { configFile: false, logLevel: 'error', root, plugins: [plugin] });
  return names.map((name, at) => ({ module: name, data: { ...module.default[at] } }));
}

/** Under the hash of its content, since builds may run side by side. */
async function written(text: string, smallest: boolean): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const file = resolve(cache, `tables-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json.gz`);
  writeFileSync(file, smallest ? await packedSmallest(Buffer.from(text)) : gzipSync(text, { level: 9 }));
  return file;
}
