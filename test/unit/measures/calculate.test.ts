import { Quantity } from 'cql-execution';
import { describe, expect, it } from 'vitest';
import { calculateMeasure } from '../../../src/measures/calculate/calculate.ts';
import { indexValueSets } from '../../../src/measures/calculate/code-service.ts';
import { SPELLINGS } from '../../../src/measures/calculate/units.ts';
import type { CaseResult, FhirResource } from '../../../src/measures/model.ts';
import { readPack } from '../../../src/measures/pack/read-pack.ts';
import { createPackRunner, evaluatePack } from '../../../src/measures/run.ts';
import { NOW, PACKS, packParts, packResources, PERIOD, type PackName } from '../../measures/packs.ts';
import { generatedChart, make } from '../../measures/patients.ts';

const options = { period: PERIOD, now: NOW };
const never = new AbortController().signal;

async function cases(name: PackName, measure: string, chart: readonly FhirResource[], parts: readonly FhirResource[] = packResources(name)): Promise<readonly CaseResult[]> {
  const pack = readPack(parts);
  return (await createPackRunner(pack).calculate(pack.measures.find(({ id }) => id === measure)!, chart, options)).cases;
}
const diabetic = (...more: readonly FhirResource[]): readonly FhirResource[] => [
  make.patient('p', '1960-05-05'), make.encounter('visit', 'office', '2026-02-01T09:00:00Z', '2026-02-01T09:30:00Z'), make.condition('dm', 'E11.9'), ...more,
];
const control = async (...more: readonly FhirResource[]) => (await cases('diabetes', 'poor-control-of-diabetes', diabetic(...more)))[0]!.gap;

describe('a lower rate is better (poor control)', () => {
  it.each([
    ['7.1 % is no gap', [make.a1c('a', '2026-03-01T08:00:00Z', 7.1)], 'closed'],
    ['9.4 % is one', [make.a1c('a', '2026-03-01T08:00:00Z', 9.4)], 'open'],
    ['so is no result', [], 'open'],
    ['and a result without a value', [make.a1c('a', '2026-03-01T08:00:00Z', null)], 'open'],
    ['the last of the period counts', [make.a1c('a', '2026-03-01T08:00:00Z', 9.4), make.a1c('b', '2026-06-01T08:00:00Z', 7)], 'closed'],
    ['one entered in error does not', [make.a1c('a', '2026-03-01T08:00:00Z', 9.4), make.a1c('b', '2026-06-01T08:00:00Z', 7, { status: 'entered-in-error' })], 'open'],
    ['nor one of the year before', [make.a1c('a', '2025-12-31T23:00:00Z', 7)], 'open'],
    ['23:00 in New York on the last day is the next year in UTC', [make.a1c('a', '2026-12-31T23:00:00-05:00', 7)], 'open'],
    ['18:00 in New York is not', [make.a1c('a', '2026-12-31T18:00:00-05:00', 7)], 'closed'],
    ['early on New Year\'s Day in Tokyo is the year before in UTC', [make.a1c('a', '2026-01-01T03:00:00+09:00', 7)], 'open'],
    ['several codings of one result', [make.a1c('a', '2026-03-01T08:00:00Z', 7, { code: { coding: [{ system: 'urn:local', code: 'HBA1C' }, { system: 'http://loinc.org', code: '4548-4' }] } })], 'closed'],
    ['the code of another system is another code', [make.a1c('a', '2026-03-01T08:00:00Z', 7, { code: { coding: [{ system: 'urn:local', code: '4548-4' }] } })], 'open'],
    ['palliative care excludes', [make.procedure('p', 'palliative', '2026-01-05T08:00:00Z')], 'not-applicable'],
    ['kidney failure excepts who is not in the numerator', [make.condition('esrd', 'N18.6'), make.a1c('a', '2026-03-01T08:00:00Z', 7)], 'not-applicable'],
    ['and not who is', [make.condition('esrd', 'N18.6')], 'open'],
  ] as const)('%s', async (_what, more, gap) => {
    expect(await control(...more)).toBe(gap);
  });
});

describe('a higher rate is better (pressure controlled)', () => {
  const seen = (...more: readonly FhirResource[]) => cases('values', 'controlled-pressure', [make.patient('p', '1960-05-05'), make.encounter('v', 'office', '2026-02-01T09:00:00Z', '2026-02-01T09:30:00Z'), ...more]);
  const hypertension = make.condition('htn', 'I10');
  it.each([
    ['128 closes it', [hypertension, make.pressure('bp', '2026-02-01T09:00:00Z', 128)], 'closed'],
    ['150 does not', [hypertension, make.pressure('bp', '2026-02-01T09:00:00Z', 150)], 'open'],
    ['who has no hypertension is not asked', [make.pressure('bp', '2026-02-01T09:00:00Z', 150)], 'not-applicable'],
    ['who is excluded from the numerator is not asked', [hypertension, make.pressure('bp', '2026-02-01T09:00:00Z', 128), make.observation('o', 'outside-reading', '2026-02-01T09:00:00Z')], 'not-applicable'],
  ] as const)('%s', async (_what, more, gap) => {
    expect((await seen(...more))[0]!.gap).toBe(gap);
  });

  it('reads mmHg, which is no UCUM code, and tells where a unit cannot be read', async () => {
    const bp = (unit: string) => ({ ...make.pressure('bp', '2026-02-01T09:00:00Z', 0), component: [{ code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] }, valueQuantity: { value: 128, unit } }] });
    expect((await seen(hypertension, bp('mmHg')))[0]).toMatchObject({ gap: 'closed' });
    expect((await seen(hypertension, bp('millimetres of something')))[0]).toMatchObject({ gap: 'cannot-tell', populations: {}, why: expect.stringContaining('Observation.valueQuantity') });
    const valueless = { ...make.pressure('bp', '2026-02-01T09:00:00Z', 0), component: [{ code: { coding: [{ system: 'http://loinc.org', code: '8480-6' }] }, valueQuantity: { unit: 'mm[Hg]' } }] };
    expect((await seen(hypertension, valueless))[0]).toMatchObject({ gap: 'cannot-tell' });
  });
});

describe('spellings of units', () => {
  it.each(Object.entries(SPELLINGS))('%s is not UCUM, %s is', (spelling, code) => {
    if (!/\s/.test(spelling)) expect(() => new Quantity(1, spelling)).toThrow(/unit/i);
    expect(new Quantity(1, code).unit).toBe(code);
  });
});

describe('a pack that is not whole', () => {
  const without = (id: string, instead?: object) => packParts('diabetes').flatMap((resource) => (resource.id !== id ? [resource] : instead === undefined ? [] : [{ ...resource, ...instead }]));
  const tell = async (parts: readonly FhirResource[]) => (await cases('diabetes', 'poor-control-of-diabetes', diabetic(make.a1c('a', '2026-03-01T08:00:00Z', 7)), parts))[0]!;

  it('cannot tell without a value set, and names it', async () => {
    expect(await tell(without('diabetes'))).toMatchObject({ gap: 'cannot-tell', populations: {}, why: expect.stringContaining('http://example.org/ValueSet/diabetes') });
  });

  it('cannot tell with a value set without its codes or pages, and shows what was counted', async () => {
    expect(await tell(without('renal-failure', { expansion: { contains: [] } }))).toMatchObject({ gap: 'cannot-tell', populations: { denominator: 1 }, why: expect.stringContaining('has no codes') });
    expect(await tell(without('renal-failure', { expansion: { total: 9, contains: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'N18.6' }] } }))).toMatchObject({ gap: 'cannot-tell', why: expect.stringContaining('1 of its 9') });
  });

  it('calculates by a value set that the logic names by its OID', async () => {
    const url = 'http://cts.nlm.nih.gov/fhir/ValueSet/2.16.840.1.113883.3.464.1003.103.12.1001';
    const parts = packParts('diabetes').map((resource) => (resource.id === 'diabetes' ? { ...resource, url } : resource));
    const library = parts.find(({ id }) => id === 'Diabetes')!;
    const elm = Buffer.from((library['content'] as readonly { data: string }[])[0]!.data, 'base64').toString().replaceAll('http://example.org/ValueSet/diabetes', 'urn:oid:2.16.840.1.113883.3.464.1003.103.12.1001');
    const named = parts.map((resource) => (resource === library ? { ...resource, content: [{ contentType: 'application/elm+json', data: Buffer.from(elm).toString('base64') }] } : resource));
    expect(await tell(named)).toMatchObject({ gap: 'closed' });
  });
});

describe('profiles', () => {
  const QICORE = 'http://hl7.org/fhir/us/qicore/StructureDefinition/qicore-';
  const parts = packParts('diabetes').map((resource) => {
    if (resource.id !== 'Diabetes') return resource;
    const elm = Buffer.from((resource['content'] as readonly { data: string }[])[0]!.data, 'base64').toString().replaceAll(/http:\/\/hl7\.org\/fhir\/StructureDefinition\/(\w+)/g, (_, type: string) => `${QICORE}${type.toLowerCase()}`);
    return { ...resource, content: [{ contentType: 'application/elm+json', data: Buffer.from(elm).toString('base64') }] };
  });
  const claim = (resource: FhirResource): FhirResource => ({ ...resource, meta: { profile: [`${QICORE}${resource.resourceType.toLowerCase()}|6.0.0`] } });
  const chart = diabetic(make.a1c('a', '2026-03-01T08:00:00Z', 7));

  it.each([
    ['of a chart without any claims nothing is asked', chart, 'closed'],
    ['nor of one that claims other profiles', chart.map((resource) => ({ ...resource, meta: { profile: ['http://hl7.org/fhir/us/core/StructureDefinition/us-core-x'] } })), 'closed'],
    ['a chart that claims the measure\'s own is taken at its word', chart.map(claim), 'closed'],
    ['what claims nothing in such a chart is not retrieved', chart.map((resource) => (resource.id === 'a' ? resource : claim(resource))), 'open'],
  ])('%s', async (_what, resources, gap) => {
    expect((await cases('diabetes', 'poor-control-of-diabetes', resources, parts))[0]!.gap).toBe(gap);
  });
});

describe.each(PACKS)('the filter by codes before the engine (%s)', (name) => {
  it('changes no answer', async () => {
    const pack = readPack(packResources(name));
    const sets = indexValueSets(pack.valueSets);
    for (let seed = 1_000; seed < 1_025; seed += 1) {
      for (const measure of pack.measures) {
        const [withIt, without] = await Promise.all([true, false].map((prefilter) => calculateMeasure(measure, generatedChart(seed), sets, { ...options, prefilter, supplemental: true })));
        expect(withIt!.cases, String(seed)).toEqual(without!.cases);
        expect(withIt!.supplemental).toEqual(without!.supplemental);
      }
    }
  });
});

describe('supplemental data', () => {
  it('come as plain JSON', async () => {
    const pack = readPack(packResources('diabetes'));
    const { supplemental } = await createPackRunner(pack).calculate(pack.measures[0]!, diabetic(), { ...options, supplemental: true });
    expect(supplemental).toMatchObject({ 'sde-sex': 'female', 'sde-visits': [{ resourceType: 'Encounter', id: 'visit' }] });
  });
});

describe('measures among the care gaps', () => {
  it('name the measure, and cite what they found and searched', async () => {
    const findings = await evaluatePack(readPack(packResources('diabetes')), diabetic(make.a1c('a', '2026-03-01T08:00:00Z', 9.4)), options, never);
    expect(findings).toMatchObject([
      { rule: 'http://example.org/Measure/poor-control-of-diabetes|1.2.0', kind: 'care', title: 'Haemoglobin A1c above 9 % or not measured: poor-control', outcome: 'open' },
      { outcome: 'met', title: expect.stringContaining('tested') },
    ]);
    expect(findings[0]!.evidence).toContainEqual({ kind: 'fact', resource: 'Observation/a', version: null, code: '4548-4', label: '4548-4', value: 9.4, unit: '%', date: '2026-03-01T08:00:00Z' });
    expect(findings[0]!.evidence).toContainEqual({ kind: 'searched', what: ['palliative'], kinds: ['Procedure'], from: '2026-01-01', through: '2026-11-20', found: 0 });
  });

  it('call nothing open where the chart may not be whole', async () => {
    const findings = await evaluatePack(readPack(packResources('diabetes')), diabetic(), { ...options, incomplete: 'Laboratory results could not be read (403).' }, never);
    expect(findings.map(({ outcome, why }) => [outcome, why])).toEqual([['cannot-tell', 'Laboratory results could not be read (403).'], ['cannot-tell', 'Laboratory results could not be read (403).']]);
  });

  it('cannot tell where they ask for a kind that was not read whole; others are not held up', async () => {
    const read = ['Patient', 'Encounter', 'Condition', 'Observation'];
    const [asked, other] = await Promise.all(['diabetes', 'values'].map((name) => evaluatePack(readPack(packResources(name as 'diabetes' | 'values')), diabetic(), { ...options, read }, never)));
    expect(asked!.map(({ outcome, why }) => [outcome, why])).toEqual([['cannot-tell', 'The measure asks for Procedure, which was not read, or not wholly.'], ['cannot-tell', 'The measure asks for Procedure, which was not read, or not wholly.']]);
    expect(other!.map(({ outcome }) => outcome)).not.toContain('cannot-tell');
  });

  it('stop between two measures when asked to', async () => {
    await expect(evaluatePack(readPack(packResources('values')), diabetic(), options, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('logic that fails', () => {
  it('is told by its place, never by the data, and does not stop the other measures', async () => {
    const parts = packParts('diabetes').map((resource) => {
      if (resource.id !== 'Diabetes') return resource;
      const elm = Buffer.from((resource['content'] as readonly { data: string }[])[0]!.data, 'base64').toString().replace('"type":"Greater"', '"type":"Modulo"');
      return { ...resource, content: [{ contentType: 'application/elm+json', data: Buffer.from(elm.replace('"name":"ToQuantity"', '"name":"Missing"')).toString('base64') }] };
    });
    const chart = diabetic(make.a1c('a', '2026-03-01T08:00:00Z', 7));
    await expect(cases('diabetes', 'poor-control-of-diabetes', chart, parts)).rejects.toThrow(/^The logic of poor-control-of-diabetes failed in Diabetes\|1\.2\.0/);
    const findings = await evaluatePack(readPack([...parts, ...packParts('values')]), chart, options, never);
    expect(findings.map(({ topic, outcome }) => [topic, outcome])).toEqual(expect.arrayContaining([['poor-control-of-diabetes#poor-control', 'cannot-tell'], ['controlled-pressure', 'not-applicable']]));
  });
});
