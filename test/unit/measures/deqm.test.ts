import { describe, expect, it } from 'vitest';
import { gapsBundle } from '../../../src/measures/deqm.ts';
import { readPack } from '../../../src/measures/pack/read-pack.ts';
import { createPackRunner } from '../../../src/measures/run.ts';
import { aggregate, createTally } from '../../../src/measures/tally.ts';
import type { FhirResource } from '../../../src/measures/model.ts';
import { NOW, packResources, PERIOD } from '../../measures/packs.ts';
import { generatedChart, make } from '../../measures/patients.ts';

interface Entry { readonly fullUrl: string; readonly resource: FhirResource & Record<string, never> }

async function documentOf(name: 'diabetes' | 'stays', chart: readonly FhirResource[]) {
  const pack = readPack(packResources(name));
  const runner = createPackRunner(pack);
  const results = await Promise.all(pack.measures.map((measure) => runner.calculate(measure, chart, { period: PERIOD, now: NOW })));
  let id = 0;
  const bundle = gapsBundle(chart, results, { period: PERIOD, now: NOW, newId: () => `00000000-0000-4000-8000-${String(id += 1).padStart(12, '0')}` });
  const entries = bundle['entry'] as readonly Entry[];
  return { bundle, results, entries, of: (type: string) => entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type) as readonly Record<string, unknown>[] };
}
const visit = make.encounter('visit', 'office', '2026-02-01T09:00:00Z', '2026-02-01T09:30:00Z');
const anna = [make.patient('anna', '1960-05-05'), visit, make.condition('dm', 'E11.9'), make.a1c('a', '2026-03-01T08:00:00Z', 9.4)];

/** Da Vinci DEQM, gaps-in-care profiles: what each must have. */
describe('the gaps-in-care document', () => {
  it('is a document Bundle that begins with the composition and resolves in itself', async () => {
    const { bundle, entries, of } = await documentOf('diabetes', anna);
    expect(bundle).toMatchObject({ resourceType: 'Bundle', type: 'document', identifier: { system: 'urn:ietf:rfc:3986' }, timestamp: NOW.toISOString() });
    expect(entries[0]!.resource).toMatchObject({ resourceType: 'Composition', status: 'final', type: { coding: [{ system: 'http://loinc.org', code: '96315-7' }] }, subject: { reference: 'Patient/anna' } });
    const inside = new Set(entries.map(({ resource }) => `${resource.resourceType}/${resource.id}`));
    const sections = of('Composition')[0]!['section'] as readonly { focus: { reference: string }; entry: readonly { reference: string }[] }[];
    for (const { focus, entry } of sections) for (const { reference } of [focus, ...entry]) expect(inside).toContain(reference);
    expect(new Set(entries.map(({ fullUrl }) => fullUrl)).size).toBe(entries.length);
  });

  it('reports each measure individually, and each gap with its status as a modifier', async () => {
    const { of } = await documentOf('diabetes', anna);
    expect(of('MeasureReport')).toMatchObject([{
      status: 'complete', type: 'individual', measure: 'http://example.org/Measure/poor-control-of-diabetes|1.2.0', subject: { reference: 'Patient/anna' }, period: { start: '2026-01-01', end: '2026-12-31' },
      group: [{ id: 'poor-control', population: expect.arrayContaining([{ code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/measure-population', code: 'numerator' }] }, count: 1 }]) }, { id: 'tested' }],
      evaluatedResource: expect.arrayContaining([{ reference: 'Observation/a' }]),
    }]);
    const status = (code: string) => ({
      status: 'final', patient: { reference: 'Patient/anna' }, code: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'CAREGAP' }] },
      modifierExtension: [{ url: 'http://hl7.org/fhir/us/davinci-deqm/StructureDefinition/extension-gapStatus', valueCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/us/davinci-deqm/CodeSystem/gaps-status', code }] } }],
    });
    expect(of('DetectedIssue')).toMatchObject([status('open-gap'), status('closed-gap')]);
  });

  it('has no issue for what cannot be told, and says that the report failed', async () => {
    const bad = { ...make.a1c('a', '2026-03-01T08:00:00Z', null), valueQuantity: { value: 7, unit: 'per cent or so' } };
    const { of } = await documentOf('diabetes', [make.patient('anna', '1960-05-05'), visit, make.condition('dm', 'E11.9'), bad]);
    expect(of('MeasureReport')).toMatchObject([{ status: 'error' }]);
    expect(of('DetectedIssue')).toEqual([]);
    expect(of('Composition')).toMatchObject([{ section: [{ emptyReason: { coding: [{ code: 'unavailable' }] } }] }]);
  });

  it('sums episodes, and names them at their issues', async () => {
    const stays = [make.patient('carl', '1960-01-01'), make.encounter('a', 'inpatient', '2026-03-01T08:00:00Z', '2026-03-04T08:00:00Z'), make.encounter('b', 'inpatient', '2026-05-01T08:00:00Z', '2026-05-02T08:00:00Z')];
    const { of } = await documentOf('stays', stays);
    const plan = of('MeasureReport').find(({ measure }) => measure === 'http://example.org/Measure/discharge-plan|1.0.0');
    expect(plan).toMatchObject({ group: [{ population: expect.arrayContaining([{ code: { coding: [expect.objectContaining({ code: 'denominator' })] }, count: 2 }]) }] });
    expect(of('DetectedIssue').map(({ detail }) => detail)).toContain('Discharge plan given, population-group-1, episode b');
  });
});

describe('the score of a group over all patients', () => {
  it.each([
    ['count', 4], ['sum', 20], ['Sum', 20], ['average', 5], ['Average', 5], ['median', 4.5], ['minimum', 1], ['maximum', 10], ['other', null], [null, null],
  ])('%s: %s', (method, expected) => {
    expect(aggregate([1, 10, 5, 4], method)).toBe(expected);
  });

  it('is null without values, but for a count and a sum', () => {
    expect(['count', 'sum', 'average', 'median'].map((method) => aggregate([], method))).toEqual([0, 0, null, null]);
  });

  it('divides what counts by what is left of the denominator', async () => {
    const pack = readPack(packResources('stays'));
    const runner = createPackRunner(pack);
    const tally = createTally(pack.measures);
    const charts = Array.from({ length: 60 }, (_, seed) => generatedChart(seed + 1));
    for (const chart of charts) for (const measure of pack.measures) tally.add(await runner.calculate(measure, chart, { period: PERIOD, now: NOW }));
    const [ratio, perStay, time, plan] = tally.lines();
    const p = plan!.populations;
    expect(plan!.score).toBe(p['numerator']! / (p['denominator']! - p['denominator-exclusion']! - p['denominator-exception']!));
    expect(perStay!.score).toBe((perStay!.populations['numerator']! - perStay!.populations['numerator-exclusion']!) / perStay!.populations['denominator']!);
    expect(ratio!.score).toBeGreaterThanOrEqual(0);
    expect(time!.score).toBeGreaterThan(0);
  });
});
