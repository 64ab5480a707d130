import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { UsageError } from '../command.ts';
import type { JsonRecord } from '../json-lines.ts';
import type { GoldFile } from './measure.ts';
import type { GoldEncounter } from './measures/encounters.ts';
import { readEncounterText } from './encounter-text.ts';
import { readVisit } from './visit-text.ts';

export interface GoldFolder {
  readonly files: readonly GoldFile[];
  readonly encounters: readonly GoldEncounter[];
}

/**
 * Every JSON Lines file at or below the folder, every visit note with its codes above it (`.txt`), and every Bundle with its `.gold.json`.
 * @throws UsageError where the folder cannot be read, or a line of a file is not JSON.
 */
export async function readFolder(folder: string): Promise<GoldFolder> {
  const names = await filesBelow(folder);
  const [files, encounters] = [[] as GoldFile[], [] as GoldEncounter[]];
  const visits: [name: string, text: string][] = [];
  for (const path of names) {
    const name = relative(folder, path);
    if (path.endsWith('.jsonl')) files.push({ name, rows: parseLines(await readFile(path, 'utf8'), name) });
    if (path.endsWith('.txt')) {
      const text = await readFile(path, 'utf8');
      const told = readEncounterText(text, name.replace(/\.txt$/, ''));
      if (told === null) visits.push([name, text]);
      else encounters.push(told);
    }
    const bundle = path.replace(/\.gold\.json$/, '.json');
    if (bundle !== path && names.includes(bundle)) {
      encounters.push({ name: name.replace(/\.gold\.json$/, ''), bundle: parse(await readFile(bundle, 'utf8'), name), gold: parse(await readFile(path, 'utf8'), name) });
    }
  }
  return { files: [...files, ...visitFiles(visits)], encounters };
}

/** Visit notes as text with their codes above them, all of a folder together. */
function visitFiles(texts: readonly (readonly [name: string, text: string])[]): readonly GoldFile[] {
  const byFolder = new Map<string, JsonRecord[]>();
  for (const [name, text] of texts) {
    const row = readVisit(text, name);
    if (row === null) continue;
    const folder = dirname(name);
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), row]);
  }
  return [...byFolder].map(([folder, rows]) => ({ name: folder === '.' ? 'visit notes' : folder, rows }));
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile() || entry.isSymbolicLink()).map((entry) => join(entry.parentPath, entry.name)).toSorted();
  } catch (cause) {
    throw new UsageError(`The folder cannot be read: ${folder}`, { cause });
  }
}

function parseLines(text: string, name: string): readonly JsonRecord[] {
  return text.split('\n').flatMap((line, index) => (line.trim() === '' ? [] : [parse(line, `${name}, line ${index + 1}`)]));
}

function parse(text: string, where: string): JsonRecord {
  try {
    return JSON.parse(text) as JsonRecord;
  } catch (cause) {
    throw new UsageError(`Not JSON: ${where}. Gold files are JSON Lines, one object a line.`, { cause });
  }
}
