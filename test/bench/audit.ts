import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { entryLine, headerLine, headLine, type LogEnd } from '../../src/domain/audit/index.ts';
import { endOf, entriesFrom, logKeeper } from '../support/audit-logs.ts';
import { against, milliseconds, type Measure } from './measure.ts';

const root = resolve(import.meta.dirname, '../..');
const ENTRIES = 100_000;
const SHORT = 10_000;
const REVIEW = 20;

interface Verification {
  readonly took: number;
  /** Highest resident size of the process, in bytes. */
  readonly memory: number;
}

/** `countersign audit verify` as a process of its own, start included: a long log, and how much more memory it takes than one of a tenth. */
export async function benchAudit(): Promise<readonly Measure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    const long = await verification(await writeLog(join(folder, 'long.jsonl'), ENTRIES), ENTRIES);
    const short = await verification(await writeLog(join(folder, 'short.jsonl'), SHORT), SHORT);
    const more = (long.memory - short.memory) / 1_000_000;
    return [
      against(`log of ${ENTRIES} entries verified`, long.took, milliseconds(long.took), { atMost: 10_000, words: '≤ 10 s' }),
      against(`memory for ${ENTRIES} entries beyond that for ${SHORT}`, more, `${more.toFixed(0)} MB (of ${(long.memory / 1_000_000).toFixed(0)} MB)`, { atMost: 64, words: 'flat: ≤ 64 MB' }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A head after every twenty entries, as short reviews leave them. */
async function writeLog(path: string, count: number): Promise<string> {
  const keeper = await logKeeper();
  const file = await open(path, 'w');
  await file.write(`${headerLine(keeper.header)}\n`);
  let end: LogEnd = endOf([]);
  while (end.count < count) {
    const entries = entriesFrom(REVIEW, end.count, end);
    end = endOf(entries);
    await file.write(`${[...entries.map(entryLine), headLine(await keeper.sign(end))].join('\n')}\n`);
  }
  await file.close();
  return path;
}

/** The process tells its own highest resident size when it ends, as the last line of its messages. */
function verification(path: string, count: number): Promise<Verification> {
  const script = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', `data:text/javascript,${encodeURIComponent(script)}`, 'bin/countersign.mjs', 'audit', 'verify', path], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let report = '';
  child.stdout.on('data', (text: Buffer) => { said += text.toString(); });
  child.stderr.on('data', (text: Buffer) => { report += text.toString(); });
  return new Promise((done, fail) => {
    child.once('close', (code) => {
      const took = performance.now() - began;
      if (code === 0 && said.startsWith(`intact: ${count} entries`)) done({ took, memory: Number(report.trim().split('\n').at(-1)) * 1024 });
      else fail(new Error(`The log was not found intact: ${said}${report}`));
    });
  });
}
