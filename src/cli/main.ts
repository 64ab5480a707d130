import { abbreviationCommand } from './abbreviation.ts';
import { analyze } from './analyze.ts';
import { assertCommand } from './assert.ts';
import { audit } from './audit.ts';
import { codes } from './codes.ts';
import { UsageError, type Command, type Streams } from './command.ts';
import { em } from './em.ts';
import { encounter } from './encounter.ts';
import { gaps } from './gaps.ts';
import { hccCommand } from './hcc.ts';
import { lookupCommand } from './lookup.ts';
import { measureCommand } from './measure.ts';
import { policyCommand } from './policy.ts';
import { preflightCommand } from './preflight.ts';
import { queryLint } from './query-lint.ts';
import { score } from './score.ts';

const COMMANDS: readonly Command[] = [abbreviationCommand, analyze, assertCommand, audit, codes, em, encounter, gaps, hccCommand, lookupCommand, measureCommand, policyCommand, preflightCommand, queryLint, score];

/** Runs one command. Resolves to the exit code: 0, 1 when a line failed, 2 when the call was wrong. */
export async function main(args: readonly string[], streams: Streams = { input: process.stdin, output: process.stdout, errors: process.stderr }): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === 'help') {
    streams.output.write(overview());
    return name === undefined ? 2 : 0;
  }
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) {
    streams.errors.write(`There is no command "${name}". ${overview()}`);
    return 2;
  }
  if (rest.includes('--help')) {
    streams.output.write(`${command.help.trim()}\n`);
    return 0;
  }
  return runSafely(command, rest, streams);
}

async function runSafely(command: Command, args: readonly string[], streams: Streams): Promise<number> {
  try {
    return await command.run(args, streams);
  } catch (failure) {
    if (isClosedPipe(failure)) return 0;
    if (!(failure instanceof UsageError)) throw failure;
    streams.errors.write(`${failure.message}\nSee: countersign ${command.name} --help\n`);
    return 2;
  }
}

/** `… | head` closes the pipe early: that is the reader's right. */
function isClosedPipe(failure: unknown): boolean {
  return failure instanceof Error && 'code' in failure && failure.code === 'EPIPE';
}

function overview(): string {
  const width = Math.max(...COMMANDS.map((command) => command.name.length));
  const rows = COMMANDS.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`);
  return ['Usage: countersign <command> [options]', '', ...rows, '', 'Input and output are JSON Lines. "countersign <command> --help" tells more.', ''].join('\n');
}
