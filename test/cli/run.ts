import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
  /** The output's lines, parsed. */
  readonly answers: readonly Record<string, unknown>[];
}

/** One run of the command line in this process, its input given as text or bytes in as many pieces as you like. */
export async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []): Promise<Run> {
  const output = sink();
  const errors = sink();
  const code = await main(args, { input: Readable.from(input.map((piece) => Buffer.from(piece))), output: output.stream, errors: errors.stream });
  const text = output.text();
  return { code, output: text, errors: errors.text(), answers: text.startsWith('{') ? text.trimEnd().split('\n').map((line) => JSON.parse(line)) : [] };
}

export const jsonLines = (...records: readonly unknown[]): string[] => records.map((record) => `${JSON.stringify(record)}\n`);

function sink(): { readonly stream: Writable; text(): string } {
  const pieces: Buffer[] = [];
  return {
    stream: new Writable({ write: (piece: Buffer, _encoding, done) => { pieces.push(piece); done(); } }),
    text: () => Buffer.concat(pieces).toString('utf8'),
  };
}
