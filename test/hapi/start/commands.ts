import { execFile } from 'node:child_process';

/** A running HAPI server that this process started, and alone may stop. */
export interface RunningHapi {
  /** FHIR base, without a trailing slash. */
  readonly base: string;
  /** Where its output goes. */
  readonly log: string;
  /** False as soon as it ended by itself. */
  isAlive(): boolean;
  stop(): Promise<void>;
}

/**
 * What a command said on both its outputs; null where it does not exist, failed, or took too long.
 * @param timeout in milliseconds
 */
export function answerOf(command: string, parameters: readonly string[], timeout = 20_000): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(command, parameters, { timeout }, (error, out, err) => resolve(error === null ? `${out}\n${err}` : null));
  });
}
