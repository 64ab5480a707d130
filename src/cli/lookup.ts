import { lookup, type LookupKnowledge } from '../domain/coding/lookup.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import type { Command } from './command.ts';
import { readAge, readServiceDate, readSex, requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const lookupCommand: Command = {
  name: 'lookup',
  summary: 'codes for a term, best first',
  help: `
countersign lookup [--codes FILE] < terms.jsonl

Each input line: {"id","term","age"?,"sex"?,"serviceDate"?}
Each output line: {"id","codes":[{"code","title","billable","score"}]}, best first; [] when nothing fits
${CODES_HELP}`,
  async run(args, streams) {
    const knowledge = await loadWith(readOptions(args, CODES_OPTION));
    return eachJsonLine(streams, (record) => lookUpRecord(record, knowledge));
  },
};

function lookUpRecord(record: JsonRecord, knowledge: LookupKnowledge): unknown {
  const codes = lookup(
    requiredText(record, 'term'),
    { ageYears: readAge(record['age']), sex: readSex(record['sex']), serviceDate: readServiceDate(record, knowledge) },
    knowledge,
  );
  return { id: record['id'] ?? null, codes };
}
