import { expandAbbreviation } from '../domain/mentions/abbreviations/expand.ts';
import type { Knowledge } from '../domain/model/index.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { LineError, type Command } from './command.ts';
import { requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const abbreviationCommand: Command = {
  name: 'abbreviation',
  summary: 'what an abbreviation stands for where it stands',
  help: `
countersign abbreviation [--codes FILE] < spans.jsonl

Each input line: {"id","text","start","end"}
Each output line: {"id","expansion","codes":[…],"why"}
  expansion  null where the context does not decide
  codes      best first; [] where it names no condition
  Offsets count UTF-16 units of "text"; the span may cover several words ("hx of").
${CODES_HELP}`,
  async run(args, streams) {
    const knowledge = await loadWith(readOptions(args, CODES_OPTION));
    return eachJsonLine(streams, (record) => expandRecord(record, knowledge));
  },
};

function expandRecord(record: JsonRecord, knowledge: Knowledge): unknown {
  const text = requiredText(record, 'text');
  const { start, end } = record;
  if (!Number.isInteger(start) || !Number.isInteger(end)) throw new LineError('Give the abbreviation as "start" and "end" (UTF-16 offsets).');
  const found = expandAbbreviation(text, { start: start as number, end: end as number }, knowledge);
  if (found === null) throw new LineError('The span does not lie in "text".');
  return { id: record['id'] ?? null, ...found };
}
