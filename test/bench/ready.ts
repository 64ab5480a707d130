import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { buildApp, appFolder } from '../../scripts/start/app.ts';
import { against, median, milliseconds, repeat, type Measure } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');

/** From the start of the process to the printed address: first with the app still to be built, then as built, then as a person comes back. */
export async function benchReady(): Promise<readonly Measure[]> {
  rmSync(appFolder, { recursive: true, force: true });
  const cold = await secondsUntilReady(['--fresh']);
  await buildApp({ watch: false });
  const fresh = await repeat(5, () => secondsUntilReady(['--fresh']));
  const again = await repeat(5, () => secondsUntilReady([]));
  return [
    against('ready, first start after install (builds the app, loads the fixtures)', cold, milliseconds(cold), { atMost: 3000, words: '≤ 3 s' }),
    against('ready, fixtures loaded anew (median of 5)', median(fresh), milliseconds(median(fresh)), { atMost: 3000, words: '≤ 3 s' }),
    against('ready, as left (median of 5)', median(again), milliseconds(median(again)), { atMost: 3000, words: '≤ 3 s' }),
  ];
}

function secondsUntilReady(options: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [resolve(root, 'scripts/start.ts'), '--port', '0', ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((done, fail) => {
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      if (!text.toString().includes('http://localhost:')) return;
      const took = performance.now() - began;
      child.once('exit', () => done(took));
      child.kill('SIGTERM');
    });
    child.stderr.on('data', (text: Buffer) => { said += text.toString(); });
    child.once('exit', (code) => { if (code !== 0 && code !== null) fail(new Error(`npm start ended: ${said}`)); });
  });
}
