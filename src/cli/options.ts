import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { UsageError } from './command.ts';

/**
 * Options of a command.
 * @throws UsageError that says what is wrong with the call.
 */
export function readOptions<T extends ParseArgsOptionsConfig>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false, strict: true }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'The options could not be read.', { cause });
  }
}
