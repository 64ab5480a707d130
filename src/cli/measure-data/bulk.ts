import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { isResource } from '../../measures/json.ts';
import type { FhirResource } from '../../measures/model.ts';
import { lines } from '../lines.ts';
import { patientOf, withReferred, type PatientChart } from './attribution.ts';

/** Bytes of input that are grouped in memory at a time. */
const PART = 128 << 20;

/** A line that is no FHIR resource: the file's name and the line's number, never its text. */
export type OnBadLine = (file: string, line: number) => void;

/**
 * Charts from Bulk Data NDJSON: a type in each file, or mixed. A patient's resources stand in many files, so all has to be seen before the
 * first chart is whole. Up to 128 MB are grouped in memory; more are first dealt out by patient into files of that size in the system's
 * folder for temporary files, and grouped one after the other. Resources about nobody (Medication, Location …) are kept in memory.
 */
export async function* bulkCharts(files: readonly string[], onBadLine: OnBadLine, partSize: number = PART): AsyncGenerator<PatientChart> {
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size));
  const parts = Math.max(1, Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / partSize));
  const shared = new Map<string, FhirResource>();
  if (parts === 1) {
    const charts = new Map<string, FhirResource[]>();
    for await (const { resource } of resourcesOf(files, onBadLine)) keep(charts, shared, resource);
    yield* chartsFrom(charts, shared);
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'countersign-measure-'));
  try {
    const names = Array.from({ length: parts }, (_, part) => join(folder, `${part}.ndjson`));
    const streams = names.map((name) => createWriteStream(name, { mode: 0o600 }));
    for await (const { resource, line } of resourcesOf(files, onBadLine)) {
      const patient = patientOf(resource);
      if (patient === null) { shared.set(`${resource.resourceType}/${resource.id ?? ''}`, resource); continue; }
      const stream = streams[hash(patient) % parts]!;
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    }
    for (const stream of streams) stream.end();
    await Promise.all(streams.map((stream) => finished(stream)));
    for (const name of names) {
      const charts = new Map<string, FhirResource[]>();
      for await (const { resource } of resourcesOf([name], onBadLine)) keep(charts, shared, resource);
      yield* chartsFrom(charts, shared);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* chartsFrom(charts: ReadonlyMap<string, readonly FhirResource[]>, shared: ReadonlyMap<string, FhirResource>): Generator<PatientChart> {
  for (const [patient, own] of charts) yield { patient, resources: withReferred(own, shared), partial: false };
}

function keep(charts: Map<string, FhirResource[]>, shared: Map<string, FhirResource>, resource: FhirResource): void {
  const patient = patientOf(resource);
  if (patient === null) { shared.set(`${resource.resourceType}/${resource.id ?? ''}`, resource); return; }
  const known = charts.get(patient);
  if (known === undefined) charts.set(patient, [resource]);
  else known.push(resource);
}

async function* resourcesOf(files: readonly string[], onBadLine: OnBadLine): AsyncGenerator<{ readonly resource: FhirResource; readonly line: string }> {
  for (const file of files) {
    let number = 0;
    for await (const line of lines(createReadStream(file))) {
      number += 1;
      if (line.trim() === '') continue;
      const resource = parse(line);
      if (resource === null) onBadLine(basename(file), number);
      else yield { resource, line };
    }
  }
}

function parse(line: string): FhirResource | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    return isResource(value) ? value : null;
  } catch {
    return null;
  }
}

function hash(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at += 1) value = (Math.imul(value, 31) + text.charCodeAt(at)) | 0;
  return value >>> 0;
}
