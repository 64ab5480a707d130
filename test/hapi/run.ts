import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningHapi } from './start/commands.ts';
import { dockerIsMissing, startHapiImage } from './start/docker.ts';
import { buildHapi, javaIsMissing, startHapi } from './start/java.ts';

/** In milliseconds. */
const LONGEST_START = 120_000;

const root = resolve(import.meta.dirname, '../..');
const cache = resolve(root, 'node_modules/.cache/hapi');
const log = resolve(cache, 'server.log');

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  return 1;
});

/**
 * `npm run test:hapi [-- what vitest is to be told]`: builds HAPI, starts it, runs test/hapi against it, stops it.
 * @returns the exit code: the tests' own, or 1 where there was no server to run them against
 */
async function run(forVitest: readonly string[]): Promise<number> {
  mkdirSync(cache, { recursive: true });
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
  const hapi = await start();
  if (hapi === null) return 1;
  let code = 1;
  try {
    await ready(hapi, interrupted.signal);
    code = await runTests(hapi, forVitest, interrupted.signal);
  } finally {
    await hapi.stop();
    if (code !== 0 && !interrupted.signal.aborted) showLog(hapi);
  }
  return code;
}

async function start(): Promise<RunningHapi | null> {
  const noJava = await javaIsMissing();
  if (noJava === null) {
    const began = performance.now();
    await buildHapi();
    console.log(`HAPI built in ${since(began)}.`);
    return startHapi(log);
  }
  const noDocker = await dockerIsMissing();
  if (noDocker === null) return startHapiImage(log);
  console.error(`The tests against a real FHIR server need a JDK 17 or newer with Maven, or Docker. ${noJava} ${noDocker} See docs/hapi.md.`);
  return null;
}

async function ready(hapi: RunningHapi, interrupted: AbortSignal): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < LONGEST_START) {
    interrupted.throwIfAborted();
    if (!hapi.isAlive()) throw new Error('The HAPI server ended while it was starting.');
    if (await answers(`${hapi.base}/metadata`)) {
      console.log(`HAPI ready in ${since(began)} at ${hapi.base}`);
      return;
    }
    await pause(250);
  }
  throw new Error(`The HAPI server was not ready within ${LONGEST_START / 1000} seconds.`);
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(LONGEST_START) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    // Not listening yet: asked again until the limit.
    return false;
  }
}

async function runTests({ base }: RunningHapi, forVitest: readonly string[], interrupted: AbortSignal): Promise<number> {
  const vitest = spawn(process.execPath, [resolve(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'vitest.hapi.config.ts', ...forVitest], {
    cwd: root, stdio: 'inherit', env: { ...process.env, COUNTERSIGN_HAPI: base },
  });
  interrupted.addEventListener('abort', () => vitest.kill('SIGTERM'));
  const [code] = await once(vitest, 'exit') as [number | null];
  return code ?? 1;
}

function showLog(hapi: RunningHapi): void {
  const lines = existsSync(hapi.log) ? readFileSync(hapi.log, 'utf8').trimEnd().split('\n') : [];
  console.error(`The server's last lines, of ${hapi.log.replace(`${root}/`, '')}:\n${lines.slice(-40).map((line) => line.slice(0, 300)).join('\n')}`);
}

/** Since a reading of `performance.now()`. */
function since(began: number): string {
  return `${((performance.now() - began) / 1000).toFixed(1)} s`;
}
