import { assertTarget } from '../domain/mentions/assert-target.ts';
import { LineError, type Command } from './command.ts';
import { requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const assertCommand: Command = {
  name: 'assert',
  summary: 'what a text says of one stretch of it: present, absent, possible …',
  help: `
countersign assert < targets.jsonl

Each input line: {"id","text","start","end"} or {"id","text","target"} (its first occurrence, any case)
Each output line: {"id","status","recent","cues":[{"start","end","text","kind"}]}
  status  present, absent, possible, historical, family, hypothetical or other-person
  recent  false where the text reports the condition as past history
  Offsets count UTF-16 units of "text". The lexicon need not know the words.`,
  async run(args, streams) {
    readOptions(args, {});
    return eachJsonLine(streams, assertRecord);
  },
};

function assertRecord(record: JsonRecord): unknown {
  const text = requiredText(record, 'text');
  const asserted = assertTarget(text, readTarget(record));
  if (asserted === null) throw new LineError('The target does not occur in "text".');
  const { status, recent, cues } = asserted;
  return { id: record['id'] ?? null, status, recent, cues };
}

function readTarget(record: JsonRecord): string | { readonly start: number; readonly end: number } {
  const { start, end, target } = record;
  if (Number.isInteger(start) && Number.isInteger(end)) return { start: start as number, end: end as number };
  if (typeof target === 'string' && target !== '') return target;
  throw new LineError('Give the target as "start" and "end" (UTF-16 offsets), or as words in "target".');
}
