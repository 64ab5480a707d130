import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFixtures } from '../src/sandbox/fixtures.ts';
import { startSandbox } from '../src/sandbox/server.ts';
import { appFolder, buildApp } from './start/app.ts';
import { readBundle } from './start/bundle.ts';
import { openBrowser } from './start/browser.ts';
import { HELP, readOptions } from './start/options.ts';

const state = resolve(import.meta.dirname, '../.sandbox');

await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});

/** The embedded EHR with the app in it, until Ctrl-C. @throws Error with one sentence for a person */
async function start(): Promise<void> {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options.help) {
    console.log(HELP);
    return;
  }

  const extra = options.load.map((file) => ({ file, bundle: readBundle(file) }));
  mkdirSync(state, { recursive: true });
  const [app, ehr] = await Promise.all([
    buildApp({ watch: options.dev }),
    startSandbox({
      port: options.port,
      dataFile: resolve(state, 'ehr.sqlite'),
      fresh: options.fresh,
      appDir: appFolder,
      resources: readFixtures().map((each) => each.bundle),
    }),
  ]);

  const stop = () => {
    void Promise.all([ehr.close(), app.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  for (const { file, bundle } of extra) {
    const { patients, skipped } = ehr.load(bundle);
    const leftOut = Object.entries(skipped).map(([kind, count]) => `${count} ${kind}`).join(', ');
    console.error(`Loaded ${patients.length} ${patients.length === 1 ? 'patient' : 'patients'} from ${file}${leftOut ? `; left out what this server does not hold: ${leftOut}` : ''}.`);
  }
  console.log(`The embedded EHR with Countersign in it: ${ehr.url}`);
  if (options.open) openBrowser(ehr.url);
}
