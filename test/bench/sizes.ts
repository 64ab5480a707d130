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
    const isWorker = (name: string): boolean => name.includes('.worker-');
    const shell = brotli((name) => /\.(?:js|css)$/.test(name) && !isWorker(name));
    const knowledge = files.filter(({ name }) => name.endsWith('.gz')).reduce((sum, { bytes }) => sum + bytes.length, 0);
    return [
      against('app shell, brotli', shell, kilobytes(shell), { atMost: 100_000, words: '≤ 100 kB' }),
      { what: 'engine worker, brotli', value: kilobytes(brotli(isWorker)) },
      against('ICD-10-CM and lexicon as shipped', knowledge, kilobytes(knowledge), { atMost: 800_000, words: '≤ 0.8 MB' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
