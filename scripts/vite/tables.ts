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
  'src/domain/mentions/assertion/chronic.ts',
  'src/domain/mentions/assertion/cues/*.ts',
  'src/domain/text/{abbreviations,language-words,section-codes,section-names}.ts',
];

const RULES = 'src/domain/gaps/catalogue.ts';

/** The gap rules and what they read by: asked for beside the engine, as what concludes is, since no note waits for them. */
const CATALOGUE = [
  RULES,
  'src/domain/gaps/measurements/{cardiac,chemistry,glucose,hematology,nutrition,renal,respiratory,scores,tobacco,vitals}.ts',
  'src/domain/gaps/noted/wording.ts',
];

/** Where the lists that a module writes out belong. */
const OF_GAPS = /^src\/domain\/gaps\//;

/**
 * Takes the data out of the worker's code: the tables above, and the word and code lists that other modules of the engine write
 * out (`liftData`). They stay typed constants where they are written and reviewed, and in Node they are imported as such; the
 * build packs them into one file and puts references in their place. `import { tables } from 'virtual:tables'` begins to fetch
 * that file; the modules that need it wait for it. The gap rules are a file of their own, of `virtual:catalogue`.
 * @param smallest packed for shipping, which takes a second
 * @throws Error where a listed module exports more than data
 */
export function tablesPlugin(smallest: boolean): Plugin {
  let engine: Promise<Lifted> | null = null;
  return {
    name: 'countersign-tables',
    buildStart() { engine = null; },
    resolveId: { filter: { id: /^virtual:(?:tables|catalogue)/ }, handler: (source) => `\0${source}` },
    load: {
      filter: { id: [/^\0virtual:(?:tables|catalogue)/, /\/src\/(?:app|domain|fhir|knowledge)\/.*\.ts$/] },
      async handler(id) {
        if (id.endsWith(READY)) return `import { tables } from ${JSON.stringify(id.slice(1, -READY.length))};\nexport const ready = await tables;`;
        engine ??= dataOf();
        const { packs, modules } = await engine;
        const pack = packs.find((each) => id === `\0${idOf(each)}`);
        if (!pack) return modules.get(id) ?? null;
        for (const file of modules.keys()) this.addWatchFile(file);
        return `import url from ${JSON.stringify(`${await written(pack, smallest)}?url`)};\nimport { fetchTables } from ${JSON.stringify(resolve(root, 'src/worker/tables.ts'))};\nexport const tables = fetchTables(url);`;
      },
    },
  };
}

const READY = '/ready';

/** One file of data. */
interface Pack {
  readonly name: 'tables' | 'catalogue';
  readonly tables: readonly Table[];
}

function idOf({ name }: Pick<Pack, 'name'>): string {
  return `virtual:${name}`;
}

interface Lifted {
  readonly packs: readonly Pack[];
  /** What takes the place of a module of which data was taken, by its file. */
  readonly modules: ReadonlyMap<string, string>;
}

async function dataOf(): Promise<Lifted> {
  const tables: Table[] = [...await evaluate(filesOf(TABLES))];
  const catalogue: Table[] = (await evaluate(filesOf(CATALOGUE))).map((table) => (table.module === RULES ? withoutRationales(table) : table));
  const packs: readonly Pack[] = [{ name: 'tables', tables }, { name: 'catalogue', tables: catalogue }];
  const modules = new Map(packs.flatMap((pack) => pack.tables.map(({ module, data }, number): [string, string] =>
    [resolve(root, module), [ownOf(pack, number), ...Object.keys(data).map(exporting)].join('\n')])));
  for (const { file, name, code } of await modulesOf([ENGINE, CHART_READER, CONCLUSION], root, new Set(modules.keys()))) {
    const lifted = liftData(code, (number) => `engineData[${number}]`);
    if (lifted.data.length === 0) continue;
    const pack = OF_GAPS.test(name) ? { name: 'catalogue', tables: catalogue } as const : { name: 'tables', tables } as const;
    modules.set(file, `${ownOf(pack, pack.tables.length)}\n${lifted.code}`);
    pack.tables.push({ module: name, data: lifted.data });
  }
  return { packs, modules };
}

/** Why a rule matters is for the reader of the catalogue's pages: no screen shows it. */
function withoutRationales({ module, data }: Table): Table {
  return { module, data: Object.fromEntries(Object.entries(data).map(([key, rules]) => [key, (rules as readonly object[]).map((rule) => ({ ...rule, rationale: '' }))])) };
}

function ownOf(pack: Pick<Pack, 'name'>, number: number): string {
  return `import { ready } from ${JSON.stringify(`${idOf(pack)}${READY}`)};\nconst engineData: any = ready[${number}];`;
}

function exporting(key: string): string {
  return key === 'default' ? 'export default engineData.default;' : `export const ${key} = engineData.${key};`;
}

/** Paths from the root, in order. */
export function tableFiles(): readonly string[] {
  return filesOf([...TABLES, ...CATALOGUE]);
}

function filesOf(patterns: readonly string[]): readonly string[] {
  return globSync(patterns, { cwd: root }).map((file) => file.replaceAll('\\', '/')).toSorted();
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
async function written({ name, tables }: Pack, smallest: boolean): Promise<string> {
  const text = packTables(tables);
  mkdirSync(cache, { recursive: true });
  const file = resolve(cache, `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json.gz`);
  writeFileSync(file, smallest ? await packedSmallest(Buffer.from(text)) : gzipSync(text, { level: 9 }));
  return file;
}
