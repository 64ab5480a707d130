import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isResource } from '../../measures/json.ts';
import type { FhirResource } from '../../measures/model.ts';
import { UsageError } from '../command.ts';
import { chartsOf, chartsOfBundle, type PatientChart } from './attribution.ts';
import { bulkCharts, type OnBadLine } from './bulk.ts';

/** Files beneath a path, sorted by name, or the file itself. @throws UsageError where there is none */
export async function filesIn(path: string, endings: readonly string[]): Promise<readonly string[]> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new UsageError(`There is no file or folder ${path}.`);
  const files = found.isDirectory() ? await walk(path) : [path];
  return files.filter((file) => endings.some((ending) => file.toLowerCase().endsWith(ending)));
}

/** @returns null where the file is no FHIR resource in JSON */
export async function readResource(file: string): Promise<FhirResource | null> {
  try {
    const value: unknown = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
    return isResource(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * The charts of a data folder, in the order of its file names: Bulk Data NDJSON, Bundles, or single resources at any depth.
 * @throws UsageError where there is nothing to read
 */
export async function* readCharts(path: string, onBadLine: OnBadLine): AsyncGenerator<PatientChart> {
  const bulk = await filesIn(path, ['.ndjson', '.jsonl']);
  const json = await filesIn(path, ['.json']);
  if (bulk.length === 0 && json.length === 0) throw new UsageError(`${path} holds no .ndjson and no .json file. Give a folder of Bulk Data NDJSON, of Bundles or of single resources.`);
  const singles: Single[] = [];
  const loose: FhirResource[] = [];
  for (const file of json) {
    const resource = await readResource(file);
    if (resource === null) { onBadLine(basename(file), 1); continue; }
    if (resource.resourceType !== 'Bundle') { singles.push({ file, folder: dirname(file), isPatient: resource.resourceType === 'Patient' }); continue; }
    const read = chartsOfBundle(resource);
    yield* read.charts;
    loose.push(...read.loose);
  }
  yield* chartsOfSingles(path, singles, loose);
  if (bulk.length > 0) yield* bulkCharts(bulk, onBadLine);
}

interface Single { readonly file: string; readonly folder: string; readonly isPatient: boolean }

/** A folder with exactly one Patient beneath it is that patient's, whatever the references say; elsewhere the references decide. */
async function* chartsOfSingles(root: string, singles: readonly Single[], loose: readonly FhirResource[]): AsyncGenerator<PatientChart> {
  const patients = new Map<string, number>();
  for (const { folder, isPatient } of singles) if (isPatient) for (const each of upTo(root, folder)) patients.set(each, (patients.get(each) ?? 0) + 1);
  const units = new Map<string, string[]>();
  const others: string[] = [];
  for (const { file, folder } of singles) {
    const unit = upTo(root, folder).findLast((each) => patients.get(each) === 1);
    if (unit === undefined) others.push(file);
    else units.set(unit, [...(units.get(unit) ?? []), file]);
  }
  for (const files of units.values()) {
    const resources = await readAll(files);
    yield { patient: resources.find(({ resourceType }) => resourceType === 'Patient')?.id ?? '', resources, partial: false };
  }
  yield* chartsOf([...await readAll(others), ...loose]);
}

async function readAll(files: readonly string[]): Promise<readonly FhirResource[]> {
  const resources: FhirResource[] = [];
  for (const file of files) {
    const resource = await readResource(file);
    if (resource !== null) resources.push(resource);
  }
  return resources;
}

/** The folder and those above it, up to the root; the nearest first. */
function upTo(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    found.push(at);
    if (at === root || at.length <= root.replace(/[\\/]+$/, '').length || at === dirname(at)) return found;
  }
}

async function walk(folder: string): Promise<readonly string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const found: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...await walk(path));
    else if (!entry.name.startsWith('.')) found.push(path);
  }
  return found;
}
