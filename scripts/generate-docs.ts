import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { guidelinePage } from './guideline-page.ts';
import { policyPage, policySchema } from './policy-page.ts';
import { queryLintPage } from './query-lint-page.ts';
import { rulePages } from './rule-pages.ts';

/** Writes the pages that follow from the rules and the catalogue of guidelines; with `--check`, only says which are out of date, and fails. */
const ROOT = new URL('../', import.meta.url);
const pages = new Map([...(await rulePages()), ['docs/guidelines.md', guidelinePage()], ['docs/queries-lint.md', queryLintPage()], ['docs/site-policy.md', policyPage()], ['docs/site-policy.schema.json', policySchema()]]);
const stale = [...pages].filter(([path, text]) => !isCurrent(path, text));
if (process.argv.includes('--check')) {
  for (const [path] of stale) console.error(`${path} is out of date: run "npm run docs".`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of stale) write(path, text);
  console.error(`${pages.size} pages, ${stale.length} written.`);
}

function isCurrent(path: string, text: string): boolean {
  const file = new URL(path, ROOT);
  return existsSync(file) && readFileSync(file, 'utf8') === text;
}

function write(path: string, text: string): void {
  const file = new URL(path, ROOT);
  mkdirSync(fileURLToPath(new URL('./', file)), { recursive: true });
  writeFileSync(file, text);
}
