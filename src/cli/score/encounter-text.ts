import type { JsonRecord } from '../json-lines.ts';
import { encounterBundle } from './encounter-bundle.ts';
import { parts, type ToldEncounter, type ToldNote } from './told-encounter.ts';
import type { GoldEncounter } from './measures/encounters.ts';

/** Null where the text is something else. @throws Error naming file and line where a line is not one of those. */
export function readEncounterText(file: string, name: string): GoldEncounter | null {
  const cut = file.indexOf('\n=== note:');
  if (cut < 0) return null;
  const told: ToldEncounter = { lines: headerLines(file.slice(0, cut), name), notes: file.slice(cut + 1).split(/^=== note:/m).slice(1).map(readNote) };
  return { name, bundle: encounterBundle(told, name), gold: goldOf(told) };
}

function headerLines(head: string, name: string): ReadonlyMap<string, readonly string[]> {
  const lines = new Map<string, string[]>();
  for (const [index, line] of head.split('\n').entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    if (colon < 0) throw new Error(`${name}, line ${index + 1}: a line is "name: value".`);
    const key = line.slice(0, colon).trim();
    lines.set(key, [...(lines.get(key) ?? []), line.slice(colon + 1).trim()]);
  }
  return lines;
}

function readNote(block: string): ToldNote {
  const end = block.indexOf('\n');
  const [kind = '', status = '', author = '', at = '', ...more] = parts(block.slice(0, end));
  const replaces = more.map((part) => /^replaces (\d+)$/.exec(part)?.[1]).find((number) => number !== undefined);
  return { kind, status, author, at, replaces: replaces === undefined ? null : Number(replaces), earlier: more.includes('earlier'), text: block.slice(end + 1).trimEnd() };
}

/** In the form of a `.gold.json`. */
function goldOf({ lines }: ToldEncounter): JsonRecord {
  const rows = (name: string): readonly (readonly string[])[] => (lines.get(name) ?? []).map(parts);
  const coded = (name: string): readonly JsonRecord[] => rows(name).flatMap(([codes = '', why = '']) => codes.split(',').map((code) => ({ code: code.trim(), why })));
  const [em] = rows('em');
  return {
    add: coded('add'), remove: coded('remove'), mustNot: coded('mustNot'), acceptable: coded('acceptable'),
    specify: rows('specify').map(([codes = '', why = '']) => ({ from: codes.split('>')[0]!.trim(), to: (codes.split('>')[1] ?? '').trim(), why })),
    queries: rows('query').map(([rule = '', about = '']) => ({ rule, about })),
    clean: (lines.get('clean') ?? []).includes('yes'),
    em: em === undefined ? undefined : visitLevelOf(em),
  };
}

function visitLevelOf([code = '', grid = '', modifier = '-']: readonly string[]): JsonRecord {
  const [problems = null, data = null, risk = null] = grid.split(' ').map((word) => (word === '' || word === '-' ? null : word));
  return { code: code === 'null' ? null : code, problems, data, risk, ...(modifier === '-' || modifier === '' ? {} : { modifier }) };
}
