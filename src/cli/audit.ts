import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { createVerifier, LONGEST_LINE, verdictWords, type Verdict } from '../domain/audit/index.ts';
import { readAnchors } from './audit-anchor.ts';
import { boundedLines, isUnreadable } from './audit-lines.ts';
import { signatureVerifier } from './audit-signature.ts';
import { UsageError, type Command } from './command.ts';

export const audit: Command = {
  name: 'audit',
  summary: 'whether an exported log is as it was written',
  help: `
countersign audit verify FILE [--anchor FILE]

FILE is a log as the app exports it. Prints "intact", with its count, times and key, or one sentence with the first bad entry and how:
edited, dropped, reordered, inserted, truncated, rewritten, rolled back, or a signed head that is not of its key.
  --anchor FILE  what was kept outside of the device: a signed head as JSON, the Provenance that anchors it (or a Bundle of them), a filed
                 "Countersign record" (its text or its DocumentReference), or an older export. Without one, a log that was cut off at an
                 earlier signed head, or made anew as a whole, cannot be told from an intact one.
Exit code: 0 intact, 1 not intact, 2 the call or a file is wrong.`,
  async run(args, { output, errors }) {
    const { file, anchor } = readCall(args);
    const anchors = anchor === undefined ? [] : await readAnchors(anchor);
    const verifier = createVerifier({ verifySignature: signatureVerifier(), anchors });
    try {
      for await (const line of boundedLines(createReadStream(file), LONGEST_LINE)) await verifier.line(line);
    } catch (cause) {
      if (!isUnreadable(cause)) throw cause;
      throw new UsageError(`The file cannot be read: ${file}. Check its name and that you may read it.`, { cause });
    }
    const verdict = await verifier.end();
    (verdict.kind === 'cannot-read' ? errors : output).write(`${verdictWords(verdict)}\n`);
    return EXIT[verdict.kind];
  },
};

const EXIT: Readonly<Record<Verdict['kind'], number>> = { intact: 0, broken: 1, 'cannot-read': 2 };

function readCall(args: readonly string[]): { readonly file: string; readonly anchor: string | undefined } {
  const { values, positionals } = parsed(args);
  const [action, file, ...more] = positionals;
  if (action !== 'verify' || file === undefined || more.length > 0) throw new UsageError('Say what to verify: countersign audit verify FILE.');
  return { file, anchor: values.anchor };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { anchor: { type: 'string' } }, allowPositionals: true, strict: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : 'The options could not be read.', { cause });
  }
}
