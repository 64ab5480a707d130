import { describe, expect, it } from 'vitest';
import type { SiteMeasures } from '../../../src/app/parts.ts';
import { runMeasures } from '../../../src/app/site-measures.ts';
import { DEFAULT_POLICY, type GapFinding, type Policy } from '../../../src/domain/model/index.ts';
import type { ChartToMeasure, MeasuresEngine } from '../../../src/measures/client.ts';
import { PackError } from '../../../src/measures/model.ts';
import { fakeAnalysis, fakeChart, fakeEngine, fakeGap, OBESITY, WHOLE } from '../../support/app-fakes.ts';
import { settle, start, TO_ENCOUNTER } from './start.ts';

const policy: Policy = { ...DEFAULT_POLICY, measurePacks: [{ file: 'packs/ours.json' }] };
const OURS = fakeGap('http://example.org/Measure/a1c|1.0.0', { kind: 'care', measure: { from: '2026-01-01', to: '2026-12-31' } });
const engine = fakeEngine(fakeChart({ reads: WHOLE }), fakeAnalysis({ gaps: [fakeGap('a1c-due', { kind: 'care' })] }));

/** Measures that answer when they are told to. */
function answering(): { readonly measures: SiteMeasures; readonly signals: AbortSignal[]; readonly answer: (found: readonly GapFinding[] | Error) => void } {
  const runs: { resolve(found: readonly GapFinding[]): void; reject(fault: Error): void }[] = [];
  const signals: AbortSignal[] = [];
  return {
    signals,
    measures: { run: (_record, tell, signal) => { signals.push(signal); tell('1 of 2 measures of packs/ours.json'); return new Promise((resolve, reject) => { runs.push({ resolve, reject }); }); } },
    answer: (found) => { const run = runs.at(-1)!; if (found instanceof Error) run.reject(found); else run.resolve(found); },
  };
}

describe('the site’s measures beside an open review', () => {
  it('hold up no decision, and come in among the gaps when they are ready', async () => {
    const { measures, answer } = answering();
    const { line, until, open } = start({ policy, engine, measures });
    await until('reviewing');
    expect(open().measuring).toEqual({ is: 'running', words: '1 of 2 measures of packs/ours.json' });
    expect(line.decide(OBESITY.id, TO_ENCOUNTER)).toBe(true);
    line.toCountersign();
    answer([OURS]);
    await settle();
    expect(open().analysis.gaps.map(({ rule }) => rule)).toEqual(['a1c-due', OURS.rule]);
    expect(open()).toMatchObject({ measuring: { is: 'done' }, decisions: new Map([[OBESITY.id, { suggestion: { id: OBESITY.id } }]]) });
  });

  it('can be left off, and calculated after all; what comes too late is not shown', async () => {
    const { measures, signals, answer } = answering();
    const { line, until, open } = start({ policy, engine, measures });
    await until('reviewing');
    line.cancelMeasures();
    answer([OURS]);
    await settle();
    expect(open()).toMatchObject({ measuring: { is: 'cancelled' }, analysis: { gaps: [{ rule: 'a1c-due' }] } });
    line.measureAgain();
    answer([OURS]);
    await settle();
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, false]);
    expect(open().analysis.gaps).toHaveLength(2);
  });

  it('say so where their code did not arrive', async () => {
    const { measures, answer } = answering();
    const { until, open } = start({ policy, engine, measures });
    await until('reviewing');
    answer(new TypeError('Failed to fetch dynamically imported module'));
    await settle();
    expect(open().measuring).toEqual({ is: 'not-brought' });
  });

  it.each([['reading again', 'again'], ['locking', 'lock']] as const)('end with the review: %s', async (_what, leave) => {
    const { measures, signals } = answering();
    const { line, until } = start({ policy, engine, measures });
    await until('reviewing');
    line[leave]();
    expect(signals[0]?.aborted).toBe(true);
  });

  it('are not run where the site has none, nor for a role that sees no care gaps', async () => {
    for (const none of [DEFAULT_POLICY, { ...policy, audiences: { ...policy.audiences, clinician: ['documentation'] as const } }]) {
      const { measures, signals } = answering();
      const { until, open } = start({ policy: none, engine, measures });
      await until('reviewing');
      expect([signals, open().measuring]).toEqual([[], undefined]);
    }
  });
});

describe('a pack of the site', () => {
  const chart = { asOf: '2026-11-18T09:00:00-06:00', reads: [...WHOLE, { kind: 'Observation', query: 'patient', status: 'partial', count: 3, why: 'A page is missing.' }] } as const;
  const run = async (files: Readonly<Record<string, string>>, evaluate: MeasuresEngine['evaluate'], signal = new AbortController().signal) => {
    const told: string[] = [];
    const read = async (name: string) => files[name] ?? Promise.reject(new Error('There is no such file.'));
    const packs = [{ file: 'packs/ours.json' }, { file: 'packs/more.json', period: { from: '2026-07-01', to: '2027-06-30' } }];
    const found = await runMeasures({ packs, read, engineOf: () => ({ evaluate, close: () => undefined }) }, { resources: [], chart }, (words) => told.push(words), signal);
    return { found, told };
  };
  const whole = JSON.stringify({ resourceType: 'Bundle' });

  it('measures the year of the visit or the days that the policy names, and is told what was read whole', async () => {
    const asked: ChartToMeasure[] = [];
    const { found, told } = await run({ 'packs/ours.json': whole, 'packs/more.json': whole }, async (given, _signal, tell) => { asked.push(given); tell?.(1, 1); return [OURS]; });
    expect(found).toEqual([OURS, OURS]);
    expect(asked.map(({ period }) => period)).toEqual([{ from: '2026-01-01', to: '2026-12-31' }, { from: '2026-07-01', to: '2027-06-30' }]);
    expect(asked[0]).toMatchObject({ now: chart.asOf, read: expect.not.arrayContaining(['Observation']) as string[] });
    expect(asked[0]?.read).toContain('Condition');
    expect(told).toEqual(['Bringing packs/ours.json', '1 of 1 measures of packs/ours.json', 'Bringing packs/more.json', '1 of 1 measures of packs/more.json']);
  });

  it.each([
    ['is not there', {}, 'The file is not there, or could not be fetched.'],
    ['is no JSON', { 'packs/ours.json': '<!doctype html>' }, 'The file holds no FHIR resource in JSON.'],
    ['is no FHIR', { 'packs/ours.json': '[]' }, 'The file holds no FHIR resource in JSON.'],
    ['holds no measure', { 'packs/ours.json': whole }, 'The pack has no Measure resource.'],
  ])('that %s is said among the gaps, and holds up no other', async (_what, files, says) => {
    const readable: Readonly<Record<string, string>> = { ...files };
    let calls = 0;
    const { found } = await run({ ...files, 'packs/more.json': whole }, async () => { calls += 1; if (calls === 1 && readable['packs/ours.json'] === whole) throw new PackError('The pack has no Measure resource.'); return [OURS]; });
    expect(found).toMatchObject([{ title: 'Measures of packs/ours.json', kind: 'care', outcome: 'cannot-tell', why: expect.stringContaining(says) as string }, OURS]);
  });

  it('ends when cancelled, and says nothing', async () => {
    const control = new AbortController();
    await expect(run({ 'packs/ours.json': whole }, async () => { control.abort(); throw new PackError('stopped'); }, control.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
