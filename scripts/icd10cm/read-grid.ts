import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LexiconRow } from './read-lexicon.ts';

/**
 * A folder with `sites.tsv` and `wordings.tsv`, made for what the Index itself gives as a table (neoplasms, by site and behavior):
 * every site × behavior that has a code becomes a row, with each wording said of each name of the site.
 * @param spellOut writes choices out: `(a/b)` → `a`, `b`
 * @throws Error naming file and line where a row cannot be read.
 */
export function readGrid(folder: string, name: string, spellOut: (words: string) => string[]): LexiconRow[] {
  const [header, ...sites] = readCells(folder, name, 'sites.tsv');
  const [, ...wordings] = readCells(folder, name, 'wordings.tsv');
  const behaviors = header?.cells.slice(SITE_CELLS) ?? [];
  return sites.flatMap((site) => {
    if (site.cells.length !== SITE_CELLS + behaviors.length) throw new Error(`${site.file}:${site.line}: a site needs ${SITE_CELLS} cells and codes or - for each of ${behaviors.length} behaviors, divided by tabs.`);
    return behaviors.flatMap((behavior, place) => {
      const codes = (site.cells[SITE_CELLS + place] ?? '-').split(' ');
      const said = wordings.filter(({ cells: [of, kind = ''] }) => of === behavior && (kind === '' || site.cells[3]?.includes(kind)));
      return codes[0] === '-' ? [] : [rowOf(site, said, codes, spellOut)];
    });
  });
}

/** Site, nouns, adjectives, kinds; then a code for each behavior. */
const SITE_CELLS = 4;

interface Line {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

function rowOf({ file, line, cells: [site = '', nouns = '', adjectives = ''] }: Line, said: readonly Line[], codes: readonly string[], spellOut: (words: string) => string[]): LexiconRow {
  const noun = byBars(nouns);
  const names = [...noun, ...byBars(adjectives)];
  const concept = (said[0]?.cells[2] ?? '').replace('{site}', site);
  if (concept === '') throw new Error(`${file}:${line}: ${site} has the code ${codes.join(' ')}, and wordings.tsv says nothing of it.`);
  const says = said.flatMap(({ cells }) => byBars(cells[3] ?? '')).flatMap(spellOut).flatMap((words) => {
    if (words.includes('{name}')) return names.map((one) => words.replace('{name}', one));
    if (words.includes('{adjective}')) return byBars(adjectives).map((one) => words.replace('{adjective}', one));
    return noun.map((one) => words.replace('{noun}', one));
  });
  return { file, line, concept, says: [...new Set([concept, ...says])], codes, headers: [], note: '', refinements: [] };
}

function readCells(folder: string, name: string, file: string): Line[] {
  return readFileSync(join(folder, name, file), 'utf8').split(/\r?\n/).flatMap((text, index) => {
    if (text.trim() === '' || text.startsWith('#')) return [];
    return [{ file: `${name}/${file}`, line: index + 1, cells: text.split('\t').map((cell) => cell.trim()) }];
  });
}

function byBars(cell: string): string[] {
  return cell.split('|').map((words) => words.trim()).filter((words) => words !== '');
}
