import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { measuresPlugin } from '../../scripts/vite/measures.ts';

const root = resolve(import.meta.dirname, '../..');

/** The measures' worker as it ships, built alone into a folder of its own. @returns its files' bytes after gzip, and the code of the entry */
export async function buildMeasuresWorker(): Promise<{ readonly gzip: number; readonly code: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-measures-'));
  try {
    writeFileSync(join(folder, 'entry.js'), '');
    await build({
      root, configFile: false, logLevel: 'error', publicDir: false, plugins: [measuresPlugin()],
      build: { outDir: folder, emptyOutDir: true, target: 'es2023', rollupOptions: { input: join(root, 'src/measures/measure.worker.ts'), output: { format: 'es', entryFileNames: 'worker.js', codeSplitting: false } } },
    });
    const files = readdirSync(folder).filter((name) => name.endsWith('.js'));
    return { gzip: files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0), code: readFileSync(join(folder, 'worker.js'), 'utf8') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
