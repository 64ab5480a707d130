import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { formsOf, type Synonym } from '../../src/domain/coding/term-index.ts';
import { readGrid } from './read-grid.ts';

/** The synonym tables, one a chapter. */
export const TABLES = resolve(import.meta.dirname, '../../src/knowledge/lexicon');

/** A row as a clinician wrote it. */
export interface LexiconRow extends Synonym {
  readonly file: string;
  readonly line: number;
  /** The codes that end in a dash in the table: headers, where the record must say more before there is a code. */
  readonly headers: readonly string[];
  readonly note: string;
  /** The `+` rows under it. */
  readonly refinements: readonly Refinement[];
}

/** What makes the concept above it more specific: words found near it, and the codes that they leave. */
export interface Refinement {
  readonly file: string;
  readonly line: number;
  readonly attribute: string;
  readonly says: readonly string[];
  /** As written: `I50.2-` all beneath, `I50.-3` any one character, the rest as it stands; several divided by blanks. */
  readonly patterns: readonly string[];
}

/**
 * Rows of all tables: concept, wordings divided by `|` (with choices as `(a/b/)`), codes divided by blanks, an optional note. `#` begins
 * a comment. A code of `-`: none before what stands near the concept is known. A row that begins with `+` refines the concept above it: attribute, wordings, code patterns. A folder is a grid (`readGrid`).
 * @throws Error naming file and line where a row cannot be read.
 */
export function readLexicon(folder: string = TABLES): LexiconRow[] {
  const entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const tables = entries.filter(({ name }) => name.endsWith('.tsv')).flatMap(({ name }) => readTable(name, readFileSync(join(folder, name), 'utf8')));
  const grids = entries.filter((entry) => entry.isDirectory()).flatMap(({ name }) => readGrid(folder, name, spellOut));
  return [...tables, ...unsaid(grids, tables)];
}

/** What a row of a table says, it says instead of the grid. */
function unsaid(grids: readonly LexiconRow[], tables: readonly LexiconRow[]): LexiconRow[] {
  const said = new Set(tables.flatMap(({ says }) => says.map(readAlike)));
  return grids.map((row) => ({ ...row, says: row.says.filter((words) => !said.has(readAlike(words))) })).filter(({ says }) => says.length > 0);
}

function readAlike(words: string): string {
  return formsOf(words).join(' ');
}

function readTable(file: string, table: string): LexiconRow[] {
  const rows: (LexiconRow & { readonly refinements: Refinement[] })[] = [];
  table.split(/\r?\n/).forEach((text, index) => {
    if (text.trim() === '' || text.startsWith('#')) return;
    if (!text.startsWith('+')) {
      rows.push(readRow(file, index + 1, text));
      return;
    }
    const above = rows.at(-1);
    if (!above) throw new Error(`${file}:${index + 1}: a row that begins with + refines the concept above it, and there is none.`);
    above.refinements.push(readRefinement(file, index + 1, text.slice(1)));
  });
  return rows;
}

function readRow(file: string, line: number, text: string): LexiconRow & { readonly refinements: Refinement[] } {
  const [concept = '', says = '', codes = '', note = ''] = cells(text);
  const wordings = wordingsOf(concept, says);
  const written = codes === NO_CODE ? [] : byBlanks(codes);
  if (concept === '' || codes === '') throw new Error(`${file}:${line}: a row needs a concept, its wordings and a code, divided by tabs.`);
  return { file, line, concept, says: wordings, codes: written.map(withoutDash), headers: written.filter((code) => code.endsWith('-')).map(withoutDash), note, refinements: [] };
}

/** The concept names no code by itself: a fracture is one of some part of the body. */
const NO_CODE = '-';

function readRefinement(file: string, line: number, text: string): Refinement {
  const [attribute = '', says = '', patterns = ''] = cells(text);
  if (attribute === '' || byBlanks(patterns).length === 0) throw new Error(`${file}:${line}: a row that begins with + needs an attribute, its wordings and a code pattern, divided by tabs.`);
  return { file, line, attribute, says: wordingsOf(attribute, says), patterns: byBlanks(patterns) };
}

function cells(text: string): string[] {
  return text.split('\t').map((cell) => cell.trim());
}

function byBlanks(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function wordingsOf(name: string, says: string): string[] {
  return [...new Set([name, ...says.split('|').flatMap((one) => spellOut(one.trim()))].filter((one) => one !== ''))];
}

/** `(type 2/T2) diabetes` → both; an empty choice leaves the words out. */
function spellOut(words: string): string[] {
  const choice = /\(([^()]*\/[^()]*)\)/.exec(words);
  if (!choice) return [words.replace(/ +/g, ' ').trim()];
  const [before, after] = [words.slice(0, choice.index), words.slice(choice.index + choice[0].length)];
  return (choice[1] ?? '').split('/').flatMap((one) => spellOut(before + one.trim() + after));
}

/** `S93.40-` → `S93.40`. */
function withoutDash(code: string): string {
  return code.replace(/\.?-$/, '');
}
