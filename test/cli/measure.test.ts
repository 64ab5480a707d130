import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FhirResource } from '../../src/measures/model.ts';
import { packFolder, type PackName } from '../measures/packs.ts';
import { generatedChart, make } from '../measures/patients.ts';
import { run } from './run.ts';

const ANNA: readonly FhirResource[] = [
  make.patient('anna', '1960-05-05'),
  make.encounter('visit-1', 'office', '2026-02-01T09:00:00Z', '2026-02-01T09:30:00Z'),
  make.condition('diabetes-1', 'E11.9', { subject: { reference: 'Patient/anna' } }),
  make.a1c('a1c-1', '2026-02-01T09:05:00Z', 7.1),
];
const BERT: readonly FhirResource[] = [
  make.patient('bert', '1970-05-05', 'male'),
  make.encounter('visit-2', 'office', '2026-02-01T09:00:00Z', '2026-02-01T09:30:00Z'),
  make.condition('diabetes-2', 'E11.9'),
  make.a1c('a1c-2', '2026-02-01T09:05:00Z', 9.4),
];
const of = (chart: readonly FhirResource[]): readonly FhirResource[] => chart.map((resource) => (resource.resourceType === 'Patient' ? resource : { ...resource, subject: { reference: `Patient/${chart[0]!.id}` } }));
const bundle = (chart: readonly FhirResource[], more: object = {}) => ({ resourceType: 'Bundle', type: 'collection', entry: chart.map((resource) => ({ resource })), ...more });

describe('countersign measure', () => {
  let root = '';
  let number = 0;
  beforeAll(() => { root = mkdtempSync(join(tmpdir(), 'measure-test-')); });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const folder = (files: Readonly<Record<string, unknown>>): string => {
    const at = join(root, String(number += 1));
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(at, name)), { recursive: true });
      writeFileSync(join(at, name), typeof content === 'string' ? content : JSON.stringify(content));
    }
    return at;
  };
  const ndjson = (...resources: readonly FhirResource[]): string => resources.map((resource) => `${JSON.stringify(resource)}\n`).join('');
  const measure = (pack: PackName, data: string, ...more: readonly string[]) => run(['measure', '--pack', packFolder('shared'), '--pack', packFolder(pack), '--data', data, '--from', '2026-01-01', '--to', '2026-12-31', '--now', '2026-11-20T12:00:00Z', ...more]);

  it('prints a line for each patient and group, to the letter of the contract', async () => {
    const { code, output, errors } = await measure('diabetes', folder({ 'anna.json': bundle(ANNA) }));
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(output.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
      { patient: 'anna', measure: 'poor-control-of-diabetes', group: 'poor-control', populations: { 'initial-population': 1, 'denominator': 1, 'denominator-exclusion': 0, 'numerator': 0, 'denominator-exception': 0 }, stratifiers: { women: true, older: false }, observations: [], gap: 'closed' },
      { patient: 'anna', measure: 'poor-control-of-diabetes', group: 'tested', populations: { 'initial-population': 1, 'denominator': 1, 'denominator-exclusion': 0, 'numerator': 1, 'denominator-exception': 0 }, stratifiers: {}, observations: [], gap: 'closed' },
    ]);
  });

  it('says a line for each episode', async () => {
    const stays = [make.patient('carl', '1960-01-01'), make.encounter('a', 'inpatient', '2026-03-01T08:00:00Z', '2026-03-04T08:00:00Z'), make.encounter('b', 'inpatient', '2026-05-01T08:00:00Z', '2026-05-02T08:00:00Z'), make.procedure('plan', 'plan-given', '2026-05-01T20:00:00Z')];
    const { answers } = await measure('stays', folder({ 'carl.json': bundle(stays) }), '--measure', 'discharge-plan');
    expect(answers).toMatchObject([{ episode: 'a', gap: 'open', populations: { numerator: 0 } }, { episode: 'b', gap: 'closed', populations: { numerator: 1 } }]);
  });

  it('reads Bulk Data, a file a type or mixed, with what they refer to', async () => {
    const all = [...of(ANNA), ...of(BERT)];
    const typed = folder(Object.fromEntries([...new Set(all.map(({ resourceType }) => resourceType))].map((type) => [`${type}.ndjson`, ndjson(...all.filter(({ resourceType }) => resourceType === type))])));
    const mixed = folder({ 'all.ndjson': ndjson(...all.toReversed()) });
    const [a, b] = await Promise.all([measure('diabetes', typed), measure('diabetes', mixed)]);
    expect(a.answers.map(({ patient, gap }) => [patient, gap])).toEqual([['anna', 'closed'], ['anna', 'closed'], ['bert', 'open'], ['bert', 'closed']]);
    expect(b.answers.map((line) => JSON.stringify(line)).toSorted()).toEqual(a.answers.map((line) => JSON.stringify(line)).toSorted());
  });

  it('reads published test cases: a folder a patient with a file a resource, or one Bundle with the expected MeasureReport', async () => {
    const report = { resourceType: 'MeasureReport', id: 'expected', status: 'complete', type: 'individual', measure: 'x', period: {} };
    const tree = folder(Object.fromEntries([...ANNA, ...BERT, report].map((resource) => [`tests/${BERT.includes(resource as FhirResource) ? 'two' : 'one'}/${resource.resourceType}/${String(resource.id)}.json`, resource])));
    const bundles = folder({ '1.json': bundle([report, ...ANNA]), 'deep/2.json': bundle(BERT) });
    const [a, b] = await Promise.all([measure('diabetes', tree), measure('diabetes', bundles)]);
    expect(a.answers).toHaveLength(4);
    expect(b.answers).toEqual(a.answers);
  });

  it('parts a searchset of several patients, and does not tell a gap from one page of it', async () => {
    const { answers } = await measure('diabetes', folder({ 'page.json': bundle([...of(ANNA), ...of(BERT)], { type: 'searchset', link: [{ relation: 'next', url: 'x' }] }) }));
    expect(answers.map(({ patient, gap }) => [patient, gap])).toEqual([['anna', 'cannot-tell'], ['anna', 'cannot-tell'], ['bert', 'cannot-tell'], ['bert', 'cannot-tell']]);
    expect(answers[0]).toMatchObject({ why: expect.stringContaining('next link') });
  });

  it('goes on after a patient and a line that cannot be read, and says so at the end', async () => {
    const noPatient = make.condition('lonely', 'E11.9', { subject: { reference: 'Patient/nobody' } });
    const { code, answers, errors } = await measure('diabetes', folder({ 'all.ndjson': `${ndjson(noPatient)}no json\n${ndjson(...of(BERT))}` }));
    expect(code).toBe(1);
    expect(answers).toMatchObject([{ patient: 'nobody', error: { message: expect.stringContaining('no Patient') } }, { patient: 'bert', gap: 'open' }, { patient: 'bert', gap: 'closed' }, { patient: null, error: { line: 2 } }]);
    expect(errors).toContain('1 calculations failed and 1 lines');
  });

  it('follows the site on which way is better, and writes documents and a summary', async () => {
    const data = folder({ 'a.json': bundle(ANNA), 'b.json': bundle(BERT) });
    const extra = folder({ 'directions.json': { 'poor-control-of-diabetes#poor-control': 'increase' } });
    const { answers } = await measure('diabetes', data, '--directions', join(extra, 'directions.json'), '--deqm', join(extra, 'documents'), '--summary', join(extra, 'summary.jsonl'));
    expect(answers.filter(({ group }) => group === 'poor-control').map(({ gap }) => gap)).toEqual(['open', 'closed']);
    expect(readdirSync(join(extra, 'documents'))).toEqual(['1-anna.json', '2-bert.json']);
    expect(readFileSync(join(extra, 'summary.jsonl'), 'utf8').split('\n').slice(0, 2).map((line) => JSON.parse(line) as unknown)).toMatchObject([{ group: 'poor-control', cases: 2, score: 0.5, gaps: { open: 1, closed: 1 } }, { group: 'tested', score: 1 }]);
  });

  it.each([
    [['--pack', 'PACK'], '--pack DIR --data DIR'],
    [['--pack', 'PACK', '--data', 'DATA', '--from', '2026-01-01'], 'measurement period'],
    [['--pack', 'PACK', '--data', 'DATA', '--from', '2026-13-01', '--to', '2026-12-31'], 'is no day'],
    [['--pack', 'PACK', '--data', 'DATA', '--from', '2026-12-31', '--to', '2026-01-01'], 'before --from'],
    [['--pack', 'PACK', '--data', 'DATA', '--from', '2026-01-01', '--to', '2026-12-31', '--measure', 'other'], 'has no measure other'],
    [['--pack', 'DATA', '--data', 'DATA', '--from', '2026-01-01', '--to', '2026-12-31'], 'no Measure resource'],
    [['--pack', 'PACK', '--data', 'NOWHERE', '--from', '2026-01-01', '--to', '2026-12-31'], 'no file or folder'],
  ])('says what is wrong with the call %j', async (args, message) => {
    const places: Readonly<Record<string, string>> = { PACK: packFolder('diabetes'), DATA: folder({ 'a.json': bundle(ANNA) }), NOWHERE: join(root, 'nowhere') };
    const { code, errors } = await run(['measure', ...args.map((arg) => places[arg] ?? arg)]);
    expect(code).toBe(2);
    expect(errors).toContain(message);
  });

  it('has the same answers whether it groups in memory or in parts on the disk', async () => {
    const charts = Array.from({ length: 12 }, (_, seed) => of(generatedChart(seed + 500)));
    const { answers } = await measure('diabetes', folder({ 'all.ndjson': ndjson(...charts.flat()) }));
    expect(answers).toHaveLength(24);
    const { bulkCharts } = await import('../../src/cli/measure-data/bulk.ts');
    const parts: string[] = [];
    const file = join(folder({ 'all.ndjson': ndjson(...charts.flat()) }), 'all.ndjson');
    for await (const chart of bulkCharts([file], () => undefined, 4_000)) parts.push(JSON.stringify(chart.resources));
    expect(parts.toSorted()).toEqual(charts.map((chart) => JSON.stringify(chart)).toSorted());
  });
});
