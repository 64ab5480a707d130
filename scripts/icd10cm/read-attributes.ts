import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { AttributeTables, AttributeValue, Axis } from '../../src/domain/mentions/compose/tables.ts';
import type { LexiconRow } from './read-lexicon.ts';

/** The tables of attributes; `axes.tsv` names the axes. */
const TABLES = resolve(import.meta.dirname, '../../src/knowledge/attributes');
const AXES = 'axes.tsv';

/** The tables of attributes, with the `+` rows of the synonym tables. */
export function attributeTables(rows: readonly LexiconRow[], folder: string = TABLES): AttributeTables {
  const refinements = rows.flatMap(({ concept, codes, refinements: below }) => below.map(({ attribute, says, patterns }) => ({ concept, codes, attribute, says, patterns })));
  return { ...readAttributes(folder), refinements };
}

/**
 * Rows of all tables. `#` begins a comment.
 * @throws Error naming file and line where a row cannot be read, names an unknown axis or whole, or a wording stands in two rows.
 */
function readAttributes(folder: string): Pick<AttributeTables, 'axes' | 'values'> {
  const axes = rowsOf(folder, AXES).map(({ cells: [name = '', reach = '', values = ''], where }): Axis => {
    if (reach !== 'near' && reach !== 'clause' && reach !== 'sentence' && reach !== 'note') throw new Error(`${where}: the reach of an axis is near, clause, sentence or note.`);
    if (values !== 'one' && values !== 'several') throw new Error(`${where}: an axis has one value at a time, or several.`);
    return { name, reach, one: values === 'one' };
  });
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv') && file !== AXES).toSorted();
  const rows = files.flatMap((file) => rowsOf(folder, file)).map((row) => ({ ...row, value: valueOf(row) }));
  const known = new Set(rows.map(({ value: { axis, value } }) => `${axis}:${value}`));
  const owners = new Map<string, string>();
  for (const { where, value: { axis, value, within, says, titles } } of rows) {
    if (!axes.some(({ name }) => name === axis)) throw new Error(`${where}: "${axis}" is no axis of ${AXES}.`);
    if (within !== null && !known.has(`${axis}:${within}`)) throw new Error(`${where}: "${within}", which "${value}" is part of, has no row.`);
    for (const words of new Set([value, ...says, ...titles].map((one) => one.toLowerCase()))) {
      const key = `${axis}:${words}`;
      const owner = owners.get(key);
      if (owner !== undefined && owner !== value && within !== owner) throw new Error(`${where}: "${words}" is also said for "${owner}".`);
      owners.set(key, owner ?? value);
    }
  }
  return { axes, values: rows.map(({ value }) => value) };
}

interface Row {
  readonly where: string;
  readonly cells: readonly string[];
}

function rowsOf(folder: string, file: string): Row[] {
  return readFileSync(join(folder, file), 'utf8').split(/\r?\n/).flatMap((text, index) =>
    (text.trim() === '' || text.startsWith('#') ? [] : [{ where: `${file}:${index + 1}`, cells: text.split('\t').map((cell) => cell.trim()) }]));
}

function valueOf({ where, cells: [axis = '', value = '', says = '', titles = '', within = '', assumed = ''] }: Row): AttributeValue {
  if (axis === '' || value === '' || titles === '') throw new Error(`${where}: a row needs an axis, a value and how titles say it, divided by tabs.`);
  if (assumed !== '' && assumed !== 'assumed' && assumed !== 'usual') throw new Error(`${where}: the sixth cell is "assumed", "usual" or empty.`);
  if (assumed === 'usual' && within === '') throw new Error(`${where}: what is usual is part of something.`);
  return { axis, value, says: listOf(says), titles: listOf(titles), within: within === '' ? null : within, assumed: assumed === 'assumed', usual: assumed === 'usual' };
}

function listOf(cell: string): string[] {
  return cell.split('|').map((one) => one.trim()).filter((one) => one !== '');
}
