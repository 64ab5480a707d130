import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Synonym } from '../../src/domain/coding/term-index.ts';

/** The synonym tables, one a chapter. */
export const TABLES = resolve(import.meta.dirname, '../../src/knowledge/lexicon');

/** A row as a clinician wrote it. */
export interface LexiconRow extends Synonym {
  readonly file: string;
  readonly line: number;
  /** The codes that end in a dash in the table: headers, where the record must say more before there is a code. */
  readonly headers: readonly string[];
  readonly note: string;
}

/**
 * Rows of all tables: concept, wordings divided by `|` (with choices as `(a/b/)`), codes divided by blanks, an optional note. `#` begins a comment.
 * @throws Error naming file and line where a row cannot be read.
 */
export function readLexicon(folder: string = TABLES): LexiconRow[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv')).toSorted();
  return files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/\r?\n/).flatMap((text, index) => readRow(file, index + 1, text)));
}

function readRow(file: string, line: number, text: string): LexiconRow[] {
  if (text.trim() === '' || text.startsWith('#')) return [];
  const [concept = '', says = '', codes = '', note = ''] = text.split('\t').map((cell) => cell.trim());
  const wordings = [concept, ...says.split('|').flatMap((words) => spellOut(words.trim()))].filter((words) => words !== '');
  const written = codes.split(/\s+/).filter((code) => code !== '');
  if (concept === '' || written.length === 0) throw new Error(`${file}:${line}: a row needs a concept, its wordings and a code, divided by tabs.`);
  return [{ file, line, concept, says: [...new Set(wordings)], codes: written.map(withoutDash), headers: written.filter((code) => code.endsWith('-')).map(withoutDash), note }];
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
