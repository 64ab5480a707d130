import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gapsBundle } from '../../measures/deqm.ts';
import { CalculationError, PackError, type CaseResult, type Direction, type FhirResource, type MeasurementPeriod, type MeasureResult, type Pack, type PackMeasure } from '../../measures/model.ts';
import { withDirections } from '../../measures/pack/site-directions.ts';
import { readPack } from '../../measures/pack/read-pack.ts';
import { createPackRunner } from '../../measures/run.ts';
import { createTally } from '../../measures/tally.ts';
import { UsageError, type Streams } from '../command.ts';
import type { PatientChart } from './attribution.ts';
import { filesIn, readCharts, readResource } from './read-data.ts';
import { readOptions } from '../options.ts';
import { startProgress } from '../progress.ts';

/** `countersign measure`. @throws UsageError where the call, the pack or the data cannot be used */
export async function runMeasures(args: readonly string[], streams: Streams): Promise<number> {
  const options = readOptions(args, {
    pack: { type: 'string', multiple: true }, data: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, measure: { type: 'string', multiple: true },
    directions: { type: 'string' }, deqm: { type: 'string' }, summary: { type: 'string' }, now: { type: 'string' }, supplemental: { type: 'boolean', default: false },
  });
  if (options.pack === undefined || options.data === undefined) throw new UsageError('Say which measures and whose data: --pack DIR --data DIR.');
  const { data } = options;
  const period = readPeriod(options.from, options.to);
  const pack = await loadPack(options.pack, options.directions, streams);
  const now = options.now === undefined ? new Date() : new Date(options.now);
  if (Number.isNaN(now.getTime())) throw new UsageError('--now is no date and time: for example 2026-11-20T12:00:00Z.');
  const measures = choose(pack, options.measure);
  if (options.deqm !== undefined) await mkdir(options.deqm, { recursive: true });
  return withQuietOutput(() => runAll(data, { pack, measures, period, now, supplemental: options.supplemental, deqm: options.deqm ?? null, summary: options.summary ?? null }, streams));
}

/** The engine's libraries write remarks to the standard output, where only result lines may stand. */
async function withQuietOutput<T>(run: () => Promise<T>): Promise<T> {
  const { log } = console;
  console.log = () => undefined;
  try {
    return await run();
  } finally {
    console.log = log;
  }
}

interface Run {
  readonly pack: Pack;
  readonly measures: readonly PackMeasure[];
  readonly period: MeasurementPeriod;
  readonly now: Date;
  readonly supplemental: boolean;
  readonly deqm: string | null;
  readonly summary: string | null;
}

async function runAll(data: string, run: Run, streams: Streams): Promise<number> {
  const runner = createPackRunner(run.pack);
  const tally = createTally(run.measures);
  const progress = startProgress(streams.errors);
  let failed = 0;
  const bad: { file: string; line: number }[] = [];
  let documents = 0;
  for await (const chart of readCharts(data, (file, line) => void bad.push({ file, line }))) {
    const results: MeasureResult[] = [];
    for (const measure of run.measures) {
      try {
        const result = await runner.calculate(measure, chart.resources, { period: run.period, now: run.now, supplemental: run.supplemental });
        const whole = chart.partial ? { ...result, cases: result.cases.map(ofPartial) } : result;
        results.push(whole);
        tally.add(whole);
        for (const each of whole.cases) await write(streams, lineOf(chart, whole, each, run.supplemental));
      } catch (failure) {
        failed += 1;
        await write(streams, { patient: chart.patient, measure: measure.id, error: { message: failure instanceof CalculationError ? failure.message : `The calculation stopped on something unforeseen (${failure instanceof Error ? failure.name : 'unknown error'}).` } });
      }
      progress.step();
    }
    if (run.deqm !== null) await writeFile(join(run.deqm, `${documents += 1}-${chart.patient.replaceAll(/[^\w.-]/g, '_')}.json`), `${JSON.stringify(gapsBundle(chart.resources, results, { period: run.period, now: run.now, newId: () => crypto.randomUUID() }), null, 1)}\n`);
  }
  progress.end();
  for (const { file, line } of bad) await write(streams, { patient: null, error: { message: `Not a FHIR resource in JSON: ${file}.`, line } });
  if (run.summary !== null) await writeFile(run.summary, tally.lines().map((line) => `${JSON.stringify(line)}\n`).join(''));
  if (failed + bad.length === 0) return 0;
  streams.errors.write(`${failed} calculations failed and ${bad.length} lines or files could not be read; each has an "error" in the output.\n`);
  return 1;
}

function ofPartial(each: CaseResult): CaseResult {
  return { ...each, gap: 'cannot-tell', why: 'The search result is one page of several (it has a next link): the chart is not whole.' };
}

function lineOf({ patient }: PatientChart, { measure, supplemental }: MeasureResult, { group, episode, populations, stratifiers, observations, gap, why }: CaseResult, withData: boolean) {
  return {
    patient, measure: measure.id, group, ...(episode === null ? {} : { episode }), populations, stratifiers, observations, gap,
    ...(why === null ? {} : { why }), ...(withData ? { supplemental } : {}),
  };
}

async function write(streams: Streams, line: unknown): Promise<void> {
  if (!streams.output.write(`${JSON.stringify(line)}\n`)) await once(streams.output, 'drain');
}

function readPeriod(from: string | undefined, to: string | undefined): MeasurementPeriod {
  if (from === undefined || to === undefined) throw new UsageError('Say the measurement period: --from 2026-01-01 --to 2026-12-31.');
  for (const day of [from, to]) if (!/^\d{4}-\d\d-\d\d(?:T.+)?$/.test(day) || Number.isNaN(Date.parse(day))) throw new UsageError(`${day} is no day: write it as 2026-01-31.`);
  if (Date.parse(to) < Date.parse(from)) throw new UsageError('--to is before --from.');
  return { from, to };
}

async function loadPack(paths: readonly string[], directions: string | undefined, streams: Streams): Promise<Pack> {
  const resources: FhirResource[] = [];
  for (const path of paths) {
    for (const file of await filesIn(path, ['.json'])) {
      const resource = await readResource(file);
      if (resource !== null) resources.push(resource);
    }
  }
  try {
    const pack = readPack(resources);
    for (const warning of pack.warnings) streams.errors.write(`${warning}\n`);
    for (const { id, problem } of pack.measures) if (problem !== null) streams.errors.write(`${id} cannot be calculated. ${problem}\n`);
    return directions === undefined ? pack : withDirections(pack, await readDirections(directions));
  } catch (failure) {
    if (failure instanceof PackError) throw new UsageError(failure.message, { cause: failure });
    throw failure;
  }
}

async function readDirections(file: string): Promise<ReadonlyMap<string, Direction>> {
  const value: unknown = await readFile(file, 'utf8').then((text) => JSON.parse(text) as unknown).catch(() => null);
  const entries = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : null;
  if (entries === null || !entries.every(([, direction]) => direction === 'increase' || direction === 'decrease')) throw new UsageError(`${file} must be a JSON object of measures (id or url, with #group where it has several) to "increase" or "decrease".`);
  return new Map(entries as [string, Direction][]);
}

function choose(pack: Pack, wanted: readonly string[] | undefined): readonly PackMeasure[] {
  if (wanted === undefined) return pack.measures;
  const missing = wanted.find((name) => !pack.measures.some((measure) => namesOf(measure).includes(name)));
  if (missing !== undefined) throw new UsageError(`The pack has no measure ${missing}. It has: ${pack.measures.map(({ id }) => id).join(', ')}.`);
  return pack.measures.filter((measure) => namesOf(measure).some((name) => wanted.includes(name)));
}

function namesOf({ id, url, version }: PackMeasure): readonly string[] {
  return [id, url, `${url}|${version ?? ''}`];
}
