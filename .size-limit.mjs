import { existsSync, readFileSync } from 'node:fs';

/** What the browser fetches before the first cards: the page names it itself. */
const page = existsSync('dist/index.html') ? readFileSync('dist/index.html', 'utf8') : '';
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => `dist/${file}`);
if (first.length === 0) throw new Error('dist/index.html is not there or names no files: run `npm run build` first.');

export default [
  { name: 'app shell (first load of index.html, brotli)', path: first, limit: '100 kB', brotli: true },
  {
    name: 'what comes while the first cards are looked at (sign-in check, writing, later screens, brotli)',
    path: ['dist/assets/*.js', ...first.map((file) => `!${file}`), '!dist/assets/launch-*.js', '!dist/assets/*.worker-*.js', '!dist/assets/pdf-reader-*.js'], limit: '50 kB', brotli: true,
  },
  { name: 'engine worker (brotli)', path: 'dist/assets/*.worker-*.js', limit: '120 kB', brotli: true },
  { name: 'PDF reader (only when a PDF comes, brotli)', path: 'dist/assets/pdf-reader-*.js', limit: '420 kB', brotli: true },
  { name: 'ICD-10-CM and lexicon as shipped', path: 'dist/assets/*.gz', limit: '800 kB', brotli: false, gzip: false },
];
