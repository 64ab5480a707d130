import { existsSync, globSync, readFileSync } from 'node:fs';
import { engineFiles } from './test/bench/engine-files.ts';

/** What the browser fetches before the first cards: the page names it itself. */
const page = existsSync('dist/index.html') ? readFileSync('dist/index.html', 'utf8') : '';
const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => `dist/${file}`);
if (first.length === 0) throw new Error('dist/index.html is not there or names no files: run `npm run build` first.');

const engine = engineFiles('dist/assets').map((file) => `dist/assets/${file}`);

export default [
  { name: 'app shell (first load of index.html, brotli)', path: first, limit: '100 kB', brotli: true },
  {
    name: 'what comes while the first cards are looked at (sign-in check, writing, later screens, brotli)',
    path: ['dist/assets/*.js', ...first.map((file) => `!${file}`), '!dist/assets/launch-*.js', '!dist/assets/engine.*.js', '!dist/assets/measure.worker-*.js', '!dist/assets/{ask,asking,read-policy-file}-*.js'], limit: '64 kB', brotli: true,
  },
  { name: 'composing a question: its linter with what supports which answer (only when somebody asks one, brotli)', path: 'dist/assets/{ask,asking}-*.js', limit: '82 kB', brotli: true },
  { name: "reader of a site's policy (only where a site has one, brotli)", path: 'dist/assets/read-policy-file-*.js', limit: '12 kB', brotli: true },
  { name: 'engine (ready with this, brotli)', path: engine, limit: '60 kB', brotli: true },
  { name: 'reader of FHIR charts (asked for beside the engine, brotli)', path: 'dist/assets/engine.read-chart-*.js', limit: '16 kB', brotli: true },
  { name: 'what concludes: codes both ways, services, visit level, precheck, gap rules, questions (asked for beside the engine, brotli)', path: 'dist/assets/engine.conclude-*.js', limit: '98 kB', brotli: true },
  {
    name: 'readers of HTML, RTF, C-CDA and FHIR documents (each when the first such note comes, brotli)',
    path: ['dist/assets/engine.*.js', ...engine.map((file) => `!${file}`), '!dist/assets/engine.{read-chart,conclude,pdf-reader,ucum}-*.js'], limit: '35 kB', brotli: true,
  },
  { name: 'unit arithmetic (only when an uncommon unit comes, brotli)', path: 'dist/assets/engine.ucum-*.js', limit: '20 kB', brotli: true },
  { name: 'PDF reader (only when a PDF comes, brotli)', path: 'dist/assets/engine.pdf-reader-*.js', limit: '420 kB', brotli: true },
  // Not there while no screen asks for it; size-limit takes a path without files for a mistake.
  ...(globSync('dist/assets/measure.worker-*.js').length === 0 ? [] : [{ name: 'measure packs (only when a site brings one, gzip)', path: 'dist/assets/measure.worker-*.js', limit: '230 kB', gzip: true, brotli: false }]),
  { name: 'data: ICD-10-CM, lexicon and tables as shipped', path: ['dist/assets/*.gz', '!dist/assets/catalogue-*.gz'], limit: '1500 kB', brotli: false, gzip: false },
  { name: 'gap rules as data, with their words and what they read by (asked for beside the engine)', path: 'dist/assets/catalogue-*.gz', limit: '110 kB', brotli: false, gzip: false },
];
