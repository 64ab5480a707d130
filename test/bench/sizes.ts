import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { engineFiles } from './engine-files.ts';
import { against, kilobytes, type Measure } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** The product as it ships, without the sandbox's shell. */
export async function benchSizes(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-'));
  try {
    await build({ root: join(root, 'launch'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: folder } });
    const assets = join(folder, 'assets');
    const files = readdirSync(assets).map((name) => ({ name, bytes: readFileSync(join(assets, name)) }));
    const brotli = (wanted: (name: string) => boolean): number => files.filter(({ name }) => wanted(name)).reduce((sum, { bytes }) => sum + brotliCompressSync(bytes).length, 0);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const isFirst = (name: string): boolean => /\.(?:js|css)$/.test(name) && page.includes(`assets/${name}"`);
    const isAlone = (name: string): boolean => /^engine\.|^launch-|^measure\.worker-/.test(name);
    const engine = new Set(engineFiles(assets));
    const isReader = (name: string): boolean => name.startsWith('engine.') && !engine.has(name) && !/^engine\.(?:conclude|pdf-reader|read-chart|ucum)-/.test(name);
    const ofEngine = brotli((name) => engine.has(name));
    const shell = brotli(isFirst);
    const shipped = (wanted: (name: string) => boolean): number => files.filter(({ name }) => name.endsWith('.gz') && wanted(name)).reduce((sum, { bytes }) => sum + bytes.length, 0);
    const isCatalogue = (name: string): boolean => name.startsWith('catalogue-');
    const knowledge = shipped((name) => !isCatalogue(name));
    const catalogue = shipped(isCatalogue);
    return [
      against('app shell (first load), brotli', shell, kilobytes(shell), { atMost: 100_000, words: '≤ 100 kB' }),
      { what: 'later screens, writing and sign-in check, brotli', value: kilobytes(brotli((name) => name.endsWith('.js') && !isFirst(name) && !isAlone(name))) },
      against('engine (ready with this), brotli', ofEngine, kilobytes(ofEngine), { atMost: 60_000, words: '≤ 60 kB' }),
      { what: 'reader of FHIR charts (asked for beside the engine), brotli', value: kilobytes(brotli((name) => name.startsWith('engine.read-chart-'))) },
      { what: 'gap rules and questions (asked for beside the engine), brotli', value: kilobytes(brotli((name) => name.startsWith('engine.conclude-'))) },
      { what: 'readers of HTML, RTF, C-CDA and FHIR documents (each when the first such note comes), brotli', value: kilobytes(brotli(isReader)) },
      { what: 'unit arithmetic (when an uncommon unit comes), brotli', value: kilobytes(brotli((name) => name.startsWith('engine.ucum-'))) },
      { what: 'PDF reader (when the first PDF comes), brotli', value: kilobytes(brotli((name) => name.startsWith('engine.pdf-reader-'))) },
      against('data (ICD-10-CM, lexicon, tables) as shipped', knowledge, kilobytes(knowledge), { atMost: 1_500_000, words: '≤ 1.5 MB' }),
      against('gap rules as data, with their words (asked for beside the engine)', catalogue, kilobytes(catalogue), { atMost: 30_000, words: '≤ 30 kB' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
