import { createHash } from 'node:crypto';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runnerImport, type Plugin } from 'vite';
import { packTables, type Tables } from './pack-tables.ts';

const root = resolve(import.meta.dirname, '../..');
const cache = resolve(root, 'node_modules/.cache/engine-tables');

/** Modules that export data and nothing else: in the browser they come as data, beside the code sets, and not as code. */
const TABLES = [
  'src/domain/coding/{combinations,general-codes,integral-symptoms,not-beside}.ts',
  'src/domain/gaps/catalogue.ts',
  'src/domain/mentions/assertion/chronic.ts',
  'src/domain/mentions/assertion/cues/*.ts',
  'src/domain/mentions/stop-phrases.ts',
  'src/domain/text/{abbreviations,language-words,section-codes,section-names}.ts',
];

/**
 * Takes the tables out of the worker's code. They stay typed modules where they are written and reviewed, and in Node they are
 * imported as such; the build evaluates them, packs what they export into one file, and puts a reference in their place.
 * `import { tables } from 'virtual:tables'` begins to fetch that file; the modules themselves wait for it.
 * @throws Error where a listed module exports more than data
 */
export function tablesPlugin(): Plugin {
  const modules = new Map(tableFiles().map((name) => [resolve(root, name), name]));
  let evaluated: Promise<Tables> | null = null;
  return {
    name: 'countersign-tables',
    buildStart() { evaluated = null; },
    resolveId: { filter: { id: /^virtual:tables/ }, handler: (source) => `\0${source}` },
    load: {
      filter: { id: [/^\0virtual:tables/, ...modules.keys()] },
      async handler(id) {
        if (id === `\0${READY_ID}`) return `import { tables } from ${JSON.stringify(TABLES_ID)};\nexport const ready = await tables;`;
        evaluated ??= evaluate([...modules.values()]);
        const tables = await evaluated;
        const name = modules.get(id);
        if (name !== undefined) return reference(name, Object.keys(tables[name] ?? {}));
        for (const file of modules.keys()) this.addWatchFile(file);
        return `import url from ${JSON.stringify(`${written(packTables(tables))}?url`)};\nimport { fetchTables } from ${JSON.stringify(resolve(root, 'src/worker/tables.ts'))};\nexport const tables = fetchTables(url);`;
      },
    },
  };
}

const TABLES_ID = 'virtual:tables';
const READY_ID = 'virtual:tables/ready';

/** Paths from the root, in order. */
export function tableFiles(): readonly string[] {
  return globSync(TABLES, { cwd: root }).map((file) => file.replaceAll('\\', '/')).toSorted();
}

/** By Vite's own runner, so that a rebuild sees what changed since. */
async function evaluate(names: readonly string[]): Promise<Tables> {
  const id = 'virtual:every-table';
  const code = [
    ...names.map((name, at) => `import * as table${at} from ${JSON.stringify(resolve(root, name))};`),
    `export default [${names.map((_, at) => `table${at}`).join(', ')}];`,
  ].join('\n');
  const plugin: Plugin = { name: 'every-table', resolveId: (source) => (source === id ? id : null), load: (source) => (source === id ? code : null) };
  const { module } = await runnerImport<{ readonly default: readonly Record<string, unknown>[] }>(id, { configFile: false, logLevel: 'error', root, plugins: [plugin] });
  return Object.fromEntries(names.map((name, at) => [name, { ...module.default[at] }]));
}

function reference(name: string, exported: readonly string[]): string {
  const each = exported.map((key) => (key === 'default' ? 'export default own.default;' : `export const ${key} = own.${key};`));
  return [`import { ready } from ${JSON.stringify(READY_ID)};`, `const own = ready[${JSON.stringify(name)}];`, ...each].join('\n');
}

/** Under the hash of its content, since builds may run side by side. */
function written(text: string): string {
  mkdirSync(cache, { recursive: true });
  const file = resolve(cache, `tables-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json.gz`);
  writeFileSync(file, gzipSync(text, { level: 9 }));
  return file;
}
