import { delimiter, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { codesPlugin } from './scripts/vite/codes.ts';
import { engineChunk } from './scripts/vite/engine-chunk.ts';
import { knownRulesPlugin } from './scripts/vite/known-rules.ts';
import { measuresPlugin } from './scripts/vite/measures.ts';
import { sitePlugin } from './scripts/vite/site.ts';
import { tablesPlugin } from './scripts/vite/tables.ts';

const here = import.meta.dirname;
const codes = (process.env['COUNTERSIGN_CODES'] ?? '').split(delimiter).filter((file) => file !== '');

/** Named, so that what the worker needs can be told from what the page needs. */
const engineOutput = { chunkFileNames: 'assets/engine.[name]-[hash].js', codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: engineChunk, debugName: 'engine' }] } };

/**
 * The product: launch.html authorises, index.html is the app. `--mode sandbox` adds the embedded EHR's shell, which
 * never ships. COUNTERSIGN_SITE names the site file (`npm run build -- --site FILE` sets it),
 * COUNTERSIGN_CODES the code sets that the site imported (`--codes FILE`).
 */
export default defineConfig(({ mode }) => ({
  root: resolve(here, 'launch'),
  base: './',
  publicDir: false,
  define: { FHIRCLIENT_PURE: 'true' },
  plugins: [knownRulesPlugin(), sitePlugin(resolve(process.env['COUNTERSIGN_SITE'] ?? resolve(here, 'launch/site.json')))],
  resolve: { alias: [{ find: /^\/src\//, replacement: `${resolve(here, 'src')}/` }, { find: /^debug$/, replacement: resolve(here, 'vendor/quiet-debug/index.cjs') }] },
  server: { fs: { allow: [here] } },
  worker: { format: 'es', plugins: () => [codesPlugin(codes), tablesPlugin(mode === 'production'), measuresPlugin()], rolldownOptions: { output: engineOutput } },
  build: {
    outDir: resolve(here, mode === 'sandbox' ? 'node_modules/.cache/sandbox-app' : 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    rollupOptions: {
      input: [
        resolve(here, 'launch/launch.html'),
        resolve(here, 'launch/index.html'),
        ...(mode === 'sandbox' ? [resolve(here, 'launch/sandbox.html')] : []),
      ],
    },
  },
}));
