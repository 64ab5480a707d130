import { writeFileSync } from 'node:fs';
import type { RunningHapi } from './commands.ts';
import { answerOf } from './commands.ts';

const IMAGE = process.env['COUNTERSIGN_HAPI_IMAGE'] ?? 'hapiproject/hapi:latest';

/** Half a gigabyte comes the first time; in milliseconds. */
const PULL = 600_000;

/** What Server.java sets, in the words of the official image. */
const SETTINGS = [
  'hapi.fhir.fhir_version=R4',
  'hapi.fhir.reuse_cached_search_results_millis=0',
  'hapi.fhir.expunge_enabled=true',
  'hapi.fhir.allow_multiple_delete=true',
  'hapi.fhir.max_page_size=50',
];

export async function dockerIsMissing(): Promise<string | null> {
  return await answerOf('docker', ['info', '--format', '{{.ServerVersion}}']) === null ? 'Docker does not answer (docker info).' : null;
}

/** The official image, its port open to this machine alone. @throws Error when Docker did not start it */
export async function startHapiImage(log: string): Promise<RunningHapi> {
  const started = await answerOf('docker', ['run', '--rm', '--detach', '--publish', '127.0.0.1::8080', ...SETTINGS.flatMap((setting) => ['--env', setting]), IMAGE], PULL);
  const id = /^[0-9a-f]{12,}$/m.exec(started ?? '')?.[0];
  if (id === undefined) throw new Error(`Docker could not start ${IMAGE}. Another can be named in COUNTERSIGN_HAPI_IMAGE.`);
  const port = /127\.0\.0\.1:(\d+)/.exec(await answerOf('docker', ['port', id, '8080/tcp']) ?? '')?.[1];
  return {
    base: `http://127.0.0.1:${port}/fhir`,
    log,
    isAlive: () => port !== undefined,
    async stop() {
      writeFileSync(log, await answerOf('docker', ['logs', id]) ?? '');
      await answerOf('docker', ['stop', '--time', '1', id]);
    },
  };
}
