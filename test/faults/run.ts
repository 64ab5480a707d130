import { parseArgs } from 'node:util';
import type { Result } from './table.ts';
import { summaryOf, tableOf } from './table.ts';
import { faultsOf } from './faults.ts';
import { SCENES } from './scenes.ts';
import { openWard } from './ward.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });

process.exitCode = await run(values.only) ? 0 : 1;
/** Tabs that were closed in mid-sentence keep their timers. */
process.exit();

/** `npm run faults [-- --only "SCENE"]`: every fault against every write step, as tables. @returns false where a cell failed */
async function run(only: string | undefined): Promise<boolean> {
  const began = performance.now();
  const results: Result[] = [];
  for (const scene of SCENES.filter(({ name }) => only === undefined || name === only)) {
    for (const mode of scene.modes) {
      const ward = await openWard(scene, mode);
      for (const step of scene.struck) {
        for (const fault of faultsOf(scene)) {
          const ending = await ward.strike(step, fault).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
          results.push({ scene, mode, step, fault, ending });
        }
      }
      await ward.close();
      process.stderr.write('.');
    }
  }
  console.log(`\n${tableOf(results)}\n${summaryOf(results)}\n${Math.round((performance.now() - began) / 1000)} s.`);
  return results.length > 0 && results.every(({ ending }) => !(ending instanceof Error));
}
