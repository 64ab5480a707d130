import { parseArgs } from 'node:util';
import { buildApp } from '../../scripts/start/app.ts';
import { benchAnalysis } from './analysis.ts';
import { benchAudit } from './audit.ts';
import { benchBrowser } from './browser.ts';
import { benchEncounter } from './encounter.ts';
import { benchGaps } from './gaps.ts';
import { benchHostile } from './hostile.ts';
import type { Measure } from './measure.ts';
import { benchMemory } from './memory.ts';
import { benchPacks } from './packs.ts';
import { benchReady } from './ready.ts';
import { benchSizes } from './sizes.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, only: { type: 'string' } } });

const PARTS: Readonly<Record<string, () => Promise<readonly Measure[]>>> = {
  analysis: () => benchAnalysis(values.data ?? null),
  encounter: benchEncounter,
  gaps: benchGaps,
  hostile: benchHostile,
  memory: benchMemory,
  audit: benchAudit,
  packs: benchPacks,
  ready: benchReady,
  browser: benchBrowser,
  sizes: benchSizes,
};

/** `npm run bench [-- --only analysis,encounter,gaps,hostile,memory,audit,packs,ready,browser,sizes] [--data DIR]`: what the product promises in figures, as one table. */
async function bench(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(PARTS);
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}: choose from ${Object.keys(PARTS).join(', ')}.`);
  await buildApp({ watch: false });
  const measures: Measure[] = [];
  for (const name of wanted) measures.push(...await PARTS[name]!());
  console.log(table(measures));
}

function table(measures: readonly Measure[]): string {
  const rows = measures.map(({ what, value, target = '', met }) => [what, value, target, met === undefined ? '' : met ? 'met' : 'MISSED']);
  return [['what', 'measured', 'target', ''], ['---', '---', '---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

await bench().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
