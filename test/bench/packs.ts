import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import type { FhirResource } from '../../src/measures/model.ts';
import { readPack } from '../../src/measures/pack/read-pack.ts';
import { createPackRunner } from '../../src/measures/run.ts';
import { NOW, packResources, PERIOD } from '../measures/packs.ts';
import { make } from '../measures/patients.ts';
import { buildMeasuresWorker } from '../measures/worker-build.ts';
import { against, kilobytes, milliseconds, quantile, type Measure } from './measure.ts';

const RESOURCES = 5_000;
const ROUNDS = 60;
const COLD_ROUNDS = 7;

/** One patient's chart of 5,000 resources, of which the measure needs some dozens, by the measure of a pack of our own. */
export async function benchPacks(): Promise<readonly Measure[]> {
  const { gzip } = await buildMeasuresWorker();
  const cold = Array.from({ length: COLD_ROUNDS }, () => Number(execFileSync(process.execPath, [join(import.meta.dirname, 'packs-cold.ts')], { cwd: resolve(import.meta.dirname, '../..'), encoding: 'utf8' })));
  const once = measureOnce();
  for (let round = 0; round < ROUNDS / 4; round += 1) await once();
  const warm: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) warm.push(await once());
  const [p50, p95] = [quantile(warm, 0.5), quantile(warm, 0.95)];
  const slowest = quantile(cold, 0.95);
  return [
    { what: `a measure of a pack over ${RESOURCES} resources, warm, median of ${ROUNDS}`, value: `${p50.toFixed(1)} ms` },
    against('the same, p95', p95, `${p95.toFixed(1)} ms`, { atMost: 50, words: '≤ 50 ms' }),
    against(`the same, cold (engine loaded, pack read, first patient), slowest of ${COLD_ROUNDS}`, slowest, milliseconds(slowest), { atMost: 1_500, words: '≤ 1.5 s' }),
    against("the measures' worker, gzip", gzip, kilobytes(gzip), { atMost: 230_000, words: '≤ 230 kB' }),
  ];
}

/** @returns milliseconds of one calculation */
export function measureOnce(): () => Promise<number> {
  const pack = readPack(packResources('diabetes'));
  const runner = createPackRunner(pack);
  const chart = busyChart();
  return async () => {
    const began = performance.now();
    await runner.calculate(pack.measures[0]!, chart, { period: PERIOD, now: NOW });
    return performance.now() - began;
  };
}

function busyChart(): readonly FhirResource[] {
  const day = (at: number): string => `2026-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}T08:00:00Z`;
  const needed = Array.from({ length: 12 }, (_, at) => [make.a1c(`a1c-${at}`, day(at), 6 + at / 3), make.encounter(`visit-${at}`, 'office', day(at), day(at)), make.condition(`dm-${at}`, at === 0 ? 'E11.9' : `Z${at}`)]).flat();
  const others = Array.from({ length: RESOURCES - needed.length - 1 }, (_, at) => make.observation(`lab-${at}`, `lab-${at % 300}`, day(at), { valueQuantity: { value: at % 90, unit: 'mg/dL' } }));
  return [make.patient('busy', '1960-05-05'), ...needed, ...others];
}
