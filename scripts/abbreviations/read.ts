import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildCodeSets } from '../../src/domain/coding/code-set.ts';
import type { Tabular } from '../../src/domain/coding/tabular.ts';
import { buildTermIndex } from '../../src/domain/coding/term-index.ts';
import { clueOf } from '../../src/domain/mentions/abbreviations/clue.ts';
import { readRow, readTheme, type AbbreviationRow } from '../../src/domain/mentions/abbreviations/table.ts';
import { tokenize } from '../../src/domain/text/tokens.ts';

/** The tables of abbreviations; `themes.tsv` names the themes. */
const TABLES = resolve(import.meta.dirname, '../../src/knowledge/abbreviations');
const THEMES = 'themes.tsv';

/** The lines of the tables, without comments, as `readTables` takes them. */
export interface AbbreviationLines {
  readonly rows: readonly string[];
  readonly themes: readonly string[];
}

/**
 * The lines of all tables.
 * @throws Error naming the file and line of every fault: an unknown code, theme, section or other evidence, a row that stands twice, an
 *   abbreviation of which two senses have nothing to be told by.
 */
export function readAbbreviations(tabular: Tabular, folder: string = TABLES): AbbreviationLines {
  const codeSets = buildCodeSets(tabular, () => buildTermIndex(tabular, []));
  const releases = tabular.releases.flatMap(({ validFrom }) => codeSets.inForce(validFrom) ?? []);
  const isCode = (code: string): boolean => releases.some((release) => release.entry(code) !== undefined);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.tsv') && file !== THEMES).toSorted() : [];
  const themes = existsSync(join(folder, THEMES)) ? linesOf(folder, THEMES) : [];
  const rows = files.flatMap((file) => linesOf(folder, file));
  const names = new Set(themes.map(({ text }) => readTheme(text).name));
  const read = rows.map(({ text, where }): Row => ({ ...readRow(text), where, cells: text.split('\t') }));
  const faults = [...themes.flatMap(faultsOfTheme), ...twice(themes.map(({ text, where }) => ({ key: readTheme(text).name, where }))), ...read.flatMap((row) => faultsOf(row, names, isCode)), ...faultsAmong(read)];
  if (faults.length > 0) throw new Error(`The tables of abbreviations have faults:\n${faults.join('\n')}`);
  return { rows: rows.map(({ text }) => text), themes: themes.map(({ text }) => text) };
}

interface Line {
  readonly where: string;
  readonly text: string;
}

interface Row extends AbbreviationRow {
  readonly where: string;
  readonly cells: readonly string[];
}

function linesOf(folder: string, file: string): Line[] {
  return readFileSync(join(folder, file), 'utf8').split(/\r?\n/).flatMap((text, index) => (text.trim() === '' || text.startsWith('#') ? [] : [{ where: `${file}:${index + 1}`, text: text.trimEnd() }]));
}

function faultsOfTheme({ text, where }: Line): string[] {
  const { name, words } = readTheme(text);
  if (name === '' || /\s/.test(name) || words.length === 0) return [`${where}: a theme needs a name without blanks and its words, divided by a tab.`];
  return words.filter((item) => clueOf(item)?.kind !== 'words').map((item) => `${where}: "${item}" is no word, beginning* or phrase.`);
}

const HOW = ['', 'usual', 'rare', 'never-alone'];

function faultsOf({ where, cells, spellings, expansion, codes, themes, evidence, against }: Row, names: ReadonlySet<string>, isCode: (code: string) => boolean): string[] {
  const faults: string[] = [];
  if (spellings.length === 0 || expansion === '') faults.push('a row needs an abbreviation and what it stands for, divided by a tab.');
  if (cells.length > HOW_CELL + 1) faults.push(`a row has ${HOW_CELL + 1} cells at most, not ${cells.length}.`);
  if (!HOW.includes(cells[HOW_CELL]?.trim() ?? '')) faults.push(`"${cells[HOW_CELL]}" is not usual, rare, never-alone or empty.`);
  for (const spelling of spellings) if (tokenize(spelling).length === 0) faults.push(`"${spelling}" has no letter or digit.`);
  for (const { code } of codes) if (!isCode(code)) faults.push(`no release has the code "${code}".`);
  for (const theme of themes) if (!names.has(theme)) faults.push(`"${theme}" is no theme of ${THEMES}.`);
  for (const item of [...evidence, ...against, ...codes.flatMap(({ when }) => when)]) if (clueOf(item) === null) faults.push(`"${item}" is no evidence that can be read.`);
  return faults.map((fault) => `${where}: ${fault}`);
}

const HOW_CELL = 6;

/** Rows of one spelling: none twice, and no two that nothing could tell apart. */
function faultsAmong(rows: readonly Row[]): string[] {
  const spelled = rows.flatMap((row) => [...new Set(row.spellings)].map((spelling) => ({ spelling, row })));
  const double = twice(spelled.map(({ spelling, row }) => ({ key: `${spelling} ${row.expansion.toLowerCase()}`, where: row.where })));
  const bare = twice(spelled.filter(({ row }) => row.themes.length === 0 && row.evidence.length === 0).map(({ spelling, row }) => ({ key: spelling, where: row.where })));
  return [...double.map((fault) => `${fault} The row stands there already.`), ...bare.map((fault) => `${fault} Neither has themes or evidence, so nothing could tell which is meant.`)];
}

function twice(all: readonly { readonly key: string; readonly where: string }[]): string[] {
  const first = new Map<string, string>();
  return all.flatMap(({ key, where }) => {
    const known = first.get(key);
    if (known === undefined) first.set(key, where);
    return known === undefined ? [] : [`${where}: "${key}" is also at ${known}.`];
  });
}
