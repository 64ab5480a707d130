import { dirname } from 'node:path';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { UsageError, type Command } from './command.ts';
import type { JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';
import type { Around, Measure } from './score/measure.ts';
import { abbreviations } from './score/measures/abbreviations.ts';
import { assertions } from './score/measures/assertions.ts';
import { caseReports } from './score/measures/case-reports.ts';
import { scoreEncounters, type GoldEncounter } from './score/measures/encounters.ts';
import { negex } from './score/measures/negex.ts';
import { queryLints } from './score/measures/query-lint.ts';
import { scoreReading } from './score/measures/reading.ts';
import { terms } from './score/measures/terms.ts';
import { visitLevels } from './score/measures/visit-levels.ts';
import { visits } from './score/measures/visits.ts';
import { readFolder, type GoldFolder } from './score/read-folder.ts';
import { table, type TableRow } from './score/table.ts';

/** A file belongs to the first measure that its first row fits. */
const MEASURES: readonly Measure[] = [negex, abbreviations, assertions, terms, visitLevels, visits, caseReports, queryLints];

export const score: Command = {
  name: 'score',
  summary: 'how good the answers are, on a folder of gold rows',
  help: `
countersign score --data DIR [--data DIR] [--show]

Reads every file of gold rows below the folders and prints one table: each measure that the rows allow, the number of cases, the figure, and
the best that is known of other systems. What a file measures is told by its fields, not its name:
  sentence, condition, negation, temporality   negation and temporality (NegEx)
  text, target, status                         assertion in seven classes
  text, abbr, start, end, expansion, icd10cm   abbreviations in context
  term, codes                                  disease names
  text, codes                                  case reports (CodiEsp)
  note, codes, optional, mustNot               visit notes; without "note": of the note of the same id in another file
  note, patientType, setting, expected         visit levels
  query, violations                            the query linter
  NAME.txt                                     the same as text: lines date:, codes:, optional:, mustNot:, then ---, then the note
  NAME.json with NAME.gold.json                whole encounters, both ways; also told as text (test/score/README.md)
  note                                         evidence and speed
${CODES_HELP}
  --show          also what differs from gold, by id`,
  async run(args, { output }) {
    const options = readOptions(args, { data: { type: 'string', multiple: true }, show: { type: 'boolean', default: false }, ...CODES_OPTION });
    const folders = await Promise.all((options.data ?? []).map(readFolder));
    if (folders.length === 0) throw new UsageError('Name a folder of gold rows: --data DIR.');
    const knowledge = await loadWith(options);
    const { rows, misses } = await scoreAll(folders, { knowledge, notes: notesById(folders) });
    if (rows.length === 0) throw new UsageError('The folder holds no rows that can be scored; --help lists the fields.');
    if (options.show) output.write(`${misses.join('\n')}\n\n`);
    output.write(table(rows));
    return 0;
  },
};

async function scoreAll(folders: readonly GoldFolder[], around: Around): Promise<{ readonly rows: readonly TableRow[]; readonly misses: readonly string[] }> {
  const rows: TableRow[] = [];
  const misses: string[] = [];
  for (const { name, rows: gold } of folders.flatMap(({ files }) => files)) {
    const measure = MEASURES.find(({ fits }) => gold[0] !== undefined && fits(gold[0]));
    if (measure === undefined) continue;
    const scored = measure.score(gold, around);
    rows.push(...scored.figures.map((figure) => ({ set: name, ...figure })));
    misses.push(...scored.misses.map((miss) => `${name}: ${miss}`));
  }
  for (const [set, encounters] of byFolder(folders.flatMap((folder) => folder.encounters))) {
    const scored = await scoreEncounters(encounters, around);
    rows.push(...scored.figures.map((figure) => ({ set, ...figure })));
    misses.push(...scored.misses);
  }
  rows.push(...scoreReading([...around.notes.values()], around).map((figure) => ({ set: 'all notes', ...figure })));
  return { rows, misses };
}

function byFolder(encounters: readonly GoldEncounter[]): ReadonlyMap<string, readonly GoldEncounter[]> {
  const sets = new Map<string, readonly GoldEncounter[]>();
  for (const one of encounters) {
    const folder = dirname(one.name) === '.' ? 'encounters' : dirname(one.name);
    sets.set(folder, [...(sets.get(folder) ?? []), one]);
  }
  return sets;
}

function notesById(folders: readonly GoldFolder[]): ReadonlyMap<string, JsonRecord> {
  const notes = folders.flatMap(({ files }) => files.flatMap(({ rows }) => rows)).filter((row) => typeof row['note'] === 'string' && 'id' in row);
  return new Map(notes.map((row) => [String(row['id']), row]));
}
