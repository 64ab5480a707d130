import { lookup, type LookupKnowledge } from '../domain/coding/lookup.ts';
import { loadKnowledge } from '../knowledge/node/index.ts';
import type { Command } from './command.ts';
import { readAge, readServiceDate, readSex, requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const lookupCommand: Command = {
  name: 'lookup',
  summary: 'codes for a term, best first',
  help: `
countersign lookup < terms.jsonl

Each input line: {"id","term","age"?,"sex"?,"serviceDate"?}
Each output line: {"id","codes":[{"code","title","billable","score"}]}, best first; [] when nothing fits`,
  async run(args, streams) {
    readOptions(args, {});
    const knowledge = await loadKnowledge();
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
