import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFixtures } from '../src/sandbox/fixtures.ts';
import { startSandbox } from '../src/sandbox/server.ts';
import type { LoadReport, SeedReport } from '../src/sandbox/contract.ts';
import type { SiteCompanion } from '../src/domain/model/index.ts';
import { buildApp } from './start/app.ts';
import { readPolicyFile } from './start/policy.ts';
import { readBundle } from './start/bundle.ts';
import { openBrowser } from './start/browser.ts';
import { EMBEDDED, HELP, readOptions } from './start/options.ts';

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
  const policy = options.policy === null ? null : await readPolicyFile(options.policy);
  const companion = companionOf(options.companion);
  mkdirSync(state, { recursive: true });
  const app = await buildApp({ watch: options.dev, ...(companion ? { companion } : {}) });
  const ehr = await startSandbox({
    port: options.port,
    // Sign-ins for another server's records are kept apart from the own store's.
    dataFile: resolve(state, options.fhir === null ? 'ehr.sqlite' : 'outside.sqlite'),
    fresh: options.fresh,
    appDir: app.folder,
    resources: readFixtures().map((each) => each.bundle),
    ehrProfile: options.ehrProfile,
    faults: options.faults,
    ...policy,
    ...(options.fhir === null ? {} : { upstream: { fhir: options.fhir } }),
    ...(options.companion === null ? {} : { companion: options.companion === EMBEDDED ? true as const : options.companion }),
    ...(options.webMessaging ? { webMessaging: true } : {}),
  }).catch(async (error: unknown) => {
    await app.close();
    throw error;
  });

  const stop = () => {
    void Promise.all([ehr.close(), app.close()]).then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);

  if (options.fhir === null) for (const { file, bundle } of extra) console.error(loadedWords(file, ehr.load(bundle)));
  if (options.seed) for (const line of seededWords(options.fhir ?? '', await ehr.seed(...extra.map(({ bundle }) => bundle)))) console.error(line);
  if (options.fhir !== null) console.error(`In front of ${options.fhir}: its resources, this sandbox's sign-in and scopes.`);
  if (options.ehrProfile !== 'generic') console.error(`Imitating what ${options.ehrProfile === 'epic' ? 'Epic' : 'Oracle Health'} refuses (docs/sandbox.md).`);
  if (options.companion !== null) console.error(`Companion server: ${ehr.companion?.fhirBase ?? options.companion}`);
  console.log(`The embedded EHR with Countersign in it: ${ehr.url}`);
  if (options.open) openBrowser(ehr.url);
}

function companionOf(asked: string | null): SiteCompanion | null {
  if (asked === null) return null;
  return { fhir: asked === EMBEDDED ? '/companion/fhir' : asked, access: 'open' };
}

function loadedWords(file: string, { patients, skipped }: LoadReport): string {
  const leftOut = Object.entries(skipped).map(([kind, count]) => `${count} ${kind}`).join(', ');
  return `Loaded ${patients.length} ${patients.length === 1 ? 'patient' : 'patients'} from ${file}${leftOut ? `; left out what this server does not hold: ${leftOut}` : ''}.`;
}

function seededWords(server: string, { put, patients, refused }: SeedReport): readonly string[] {
  const resources = Object.values(put).reduce((sum, count) => sum + count, 0);
  return [`Put ${resources} resources of ${patients.length} patients on ${server}: ${Object.entries(put).map(([kind, count]) => `${count} ${kind}`).join(', ')}.`, ...refused];
}
