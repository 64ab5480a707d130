/** A row of the tables of abbreviations, as a clinician wrote it (docs/abbreviations.md has the cells). */
export interface AbbreviationRow {
  /** As written in notes; capitals as in the table. */
  readonly spellings: readonly string[];
  readonly expansion: string;
  /** Best first; `when` holds the items in brackets behind a code, empty where it has none. */
  readonly codes: readonly CodeCell[];
  /** Names of themes. */
  readonly themes: readonly string[];
  /** Items that speak for this sense, and against it, as written: `clueOf` reads them. */
  readonly evidence: readonly string[];
  readonly against: readonly string[];
  readonly how: How;
}

export interface CodeCell {
  readonly code: string;
  readonly when: readonly string[];
}

/** How readily a sense is taken; empty: with some evidence, or where it is the only one. */
export type How = 'usual' | '' | 'rare' | 'never-alone';

/** Words of one field of medicine: `nephrology` with creatinine, dialysis, fistula. */
export interface Theme {
  readonly name: string;
  readonly words: readonly string[];
}

export interface AbbreviationTables {
  readonly rows: readonly AbbreviationRow[];
  readonly themes: readonly Theme[];
}

/**
 * The tables from their lines, cells divided by tabs, without comments. What the cells hold is checked when they are compiled.
 */
export function readTables(rows: readonly string[], themes: readonly string[]): AbbreviationTables {
  return { rows: rows.map(readRow), themes: themes.map(readTheme) };
}

/** abbreviation, expansion, codes, themes, evidence, against, how. */
export function readRow(line: string): AbbreviationRow {
  const [spellings = '', expansion = '', codes = '', themes = '', evidence = '', against = '', how = ''] = line.split('\t').map((cell) => cell.trim());
  return {
    spellings: byBars(spellings), expansion, codes: readCodes(codes), themes: themes.split(/\s+/).filter((name) => name !== ''), evidence: byBars(evidence), against: byBars(against),
    how: how === 'usual' || how === 'rare' || how === 'never-alone' ? how : '',
  };
}

export function readTheme(line: string): Theme {
  const [name = '', words = ''] = line.split('\t').map((cell) => cell.trim());
  return { name, words: byBars(words) };
}

/** `O24.410[diet|A1] O24.419`: what stands in brackets must be said in the note. */
function readCodes(cell: string): CodeCell[] {
  return [...cell.matchAll(/([^\s[\]]+)(?:\[([^\]]*)\])?/g)].map(([, code = '', when = '']) => ({ code, when: byBars(when) }));
}

function byBars(cell: string): string[] {
  return cell.split('|').map((item) => item.trim()).filter((item) => item !== '');
}
