import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
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
    const isAlone = (name: string): boolean => /^pdf-reader-|\.worker-|^launch-/.test(name);
    const shell = brotli(isFirst);
    const knowledge = files.filter(({ name }) => name.endsWith('.gz')).reduce((sum, { bytes }) => sum + bytes.length, 0);
    return [
      against('app shell (first load), brotli', shell, kilobytes(shell), { atMost: 100_000, words: '≤ 100 kB' }),
      { what: 'later screens, writing and sign-in check, brotli', value: kilobytes(brotli((name) => name.endsWith('.js') && !isFirst(name) && !isAlone(name))) },
      { what: 'engine worker, brotli', value: kilobytes(brotli((name) => name.includes('.worker-'))) },
      { what: 'PDF reader (when the first PDF comes), brotli', value: kilobytes(brotli((name) => name.startsWith('pdf-reader-'))) },
      against('ICD-10-CM and lexicon as shipped', knowledge, kilobytes(knowledge), { atMost: 800_000, words: '≤ 0.8 MB' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
