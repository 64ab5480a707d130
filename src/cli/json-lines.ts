import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { LineError, type Streams } from './command.ts';
import { lines } from './lines.ts';
import { startProgress } from './progress.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * One output line for each input line, in order. A bad line yields `{"id":…,"error":{"message":…,"line":n}}` and the
 * exit code 1 at the end; the rest is still processed. Blank lines are skipped.
 */
export async function eachJsonLine(streams: Streams, handle: (record: JsonRecord) => unknown): Promise<number> {
  const progress = startProgress(streams.errors);
  let number = 0;
  let failed = 0;
  for await (const line of lines(streams.input)) {
    number += 1;
    if (line.trim() === '') continue;
    const { answer, ok } = await answerTo(line, number, handle);
    if (!ok) failed += 1;
    await write(streams.output, `${JSON.stringify(answer)}\n`);
    progress.step();
  }
  progress.end();
  if (failed === 0) return 0;
  streams.errors.write(`${failed} of ${number} lines could not be processed; each has an "error" in the output.\n`);
  return 1;
}

/** Waits where the reader is slower than we are, so that memory stays flat. */
async function write(output: Writable, text: string): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

async function answerTo(line: string, number: number, handle: (record: JsonRecord) => unknown): Promise<{ readonly answer: unknown; readonly ok: boolean }> {
  let id: unknown = null;
  try {
    const record = parse(line);
    id = record['id'] ?? null;
    return { answer: await handle(record), ok: true };
  } catch (failure) {
    const message = failure instanceof LineError ? failure.message : `This line could not be processed (${failure instanceof Error ? failure.name : 'unknown error'}). Please report it with the shape of the input, without patient data.`;
    return { answer: { id, error: { message, line: number } }, ok: false };
  }
}

function parse(line: string): JsonRecord {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    throw new LineError('Not JSON: each input line must be one whole JSON object.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new LineError('Not a JSON object: each input line must be one, with an "id".');
  return value as JsonRecord;
}
