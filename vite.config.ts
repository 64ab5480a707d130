import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const here = import.meta.dirname;

/** The product: launch.html authorises, index.html is the app. The embedded EHR's shell is built apart (scripts/start.ts) and never ships. */
export default defineConfig(({ mode }) => ({
  root: resolve(here, 'launch'),
  base: './',
  publicDir: false,
  define: { FHIRCLIENT_PURE: 'true' },
  resolve: { alias: [{ find: /^\/src\//, replacement: `${resolve(here, 'src')}/` }] },
  server: { fs: { allow: [here] } },
  worker: { format: 'es' },
  build: {
    outDir: resolve(here, mode === 'sandbox' ? 'node_modules/.cache/sandbox-app' : 'dist'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
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
