import { lintQuery } from '../domain/queries/lint/lint.ts';
import type { LintableQuery, QueryFormat } from '../domain/queries/lint/types.ts';
import { LineError, type Command } from './command.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const queryLint: Command = {
  name: 'query-lint',
  summary: 'what stands against a query to a provider',
  help: `
countersign query-lint < queries.jsonl

Each input line: {"id","query":{"title","indicators","question","options","format"}}
  indicators  the dated facts, a line of text each
  format      multiple-choice, yes-no, open
Each output line: {"id","compliant","violations":[{"code","message","where"}]}
  where       {"part","index"?,"start"?,"end"?}; offsets count UTF-16 units of that title, question, indicator or option
The rules, with an example each: docs/queries-lint.md`,
  run(args, streams) {
    readOptions(args, {});
    return eachJsonLine(streams, lintRecord);
  },
};

function lintRecord(record: JsonRecord): unknown {
  const violations = lintQuery(readQuery(record));
  return { id: record['id'] ?? null, compliant: violations.length === 0, violations };
}

/** @throws LineError where a part is missing or of another kind. */
export function readQuery({ query }: JsonRecord): LintableQuery {
  if (typeof query !== 'object' || query === null || Array.isArray(query)) throw new LineError('Give the query as "query".');
  const { title, indicators, question, options, format } = query as JsonRecord;
  const named = FORMATS.find((one) => one === format);
  if (named === undefined) throw new LineError(`"format" must be one of ${FORMATS.join(', ')}.`);
  return { title: words('title', title ?? ''), indicators: lines('indicators', indicators ?? []), question: words('question', question), options: lines('options', options ?? []), format: named };
}

const FORMATS: readonly QueryFormat[] = ['multiple-choice', 'yes-no', 'open'];

function words(field: string, value: unknown): string {
  if (typeof value !== 'string') throw new LineError(`"${field}" must be text.`);
  return value;
}

function lines(field: string, value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new LineError(`"${field}" must be a list of texts.`);
  return value.map((one) => words(field, one));
}
