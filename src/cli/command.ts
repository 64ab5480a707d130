import type { Readable, Writable } from 'node:stream';

/** The streams of one run; tests pass their own. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable;
  /** Progress and messages. */
  readonly errors: Writable & { readonly isTTY?: boolean };
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  /** Shown by `--help`. */
  readonly help: string;
  /** Resolves to the exit code: 0, 1 when a line failed, 2 when the call was wrong. */
  run(args: readonly string[], streams: Streams): Promise<number>;
}

/** The call itself was wrong; `main` prints the message and exits with 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** One input line was wrong; the rest is still processed. The message never repeats note text. */
export class LineError extends Error {
  override readonly name = 'LineError';
}
