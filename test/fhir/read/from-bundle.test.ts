import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/fhir/decode/index.ts';
import { readChart } from '../../../src/fhir/decode/read-chart.ts';
import { UnusableBundle, fromBundle } from '../../../src/fhir/read/from-bundle.ts';

const now = '2026-03-01T12:00:00Z';
const b64 = (words: string) => Buffer.from(words).toString('base64');
const visit = (id: string, more: object = {}) => ({ resource: { resourceType: 'Encounter', id, status: 'finished', class: { code: 'AMB' }, subject: { reference: 'Patient/p1' }, period: { start: '2026-02-18T09:00:00Z', end: '2026-02-18T10:00:00Z' }, ...more } });
const patient = { resource: { resourceType: 'Patient', id: 'p1', gender: 'male' } };
const note = (attachment: object, more: object = {}) => ({ resource: { resourceType: 'DocumentReference', id: 'd1', status: 'current', content: [{ attachment }], ...more } });
const bundle = (entry: unknown[], more: object = {}) => ({ resourceType: 'Bundle', type: 'collection', entry, ...more });
const read = (entry: unknown[], more: object = {}, encounter?: string) => fromBundle(bundle(entry, more), { now, ...(encounter === undefined ? {} : { encounter }) });
const statusOf = (chart: ReturnType<typeof fromBundle>, kind: string) => chart.reads.find((r) => r.kind === kind)?.status;

describe('a Bundle is the whole chart', () => {
  test('a kind without entries is read and empty', () => {
    const chart = read([patient, visit('e1')]);
    expect(chart).toMatchObject({ patient: 'Patient/p1', encounter: 'Encounter/e1', readAt: now });
    expect(chart.reads).toHaveLength(20);
    expect(chart.reads.every((r) => r.status === 'read')).toBe(true);
    expect(chart.reads.find((r) => r.kind === 'Encounter')?.count).toBe(1);
  });

  test('a searchset with a next link makes its kinds partial', () => {
    const condition = { resource: { resourceType: 'Condition', id: 'c1', subject: { reference: 'Patient/p1' } } };
    const link = [{ relation: 'self', url: 'https://ehr.test/fhir/Observation?patient=p1' }, { relation: 'next', url: 'https://ehr.test/fhir?page=2' }];
    const chart = read([patient, visit('e1'), { resource: { resourceType: 'Bundle', type: 'searchset', link, entry: [condition] } }]);
    expect(['Condition', 'Observation', 'Encounter'].map((kind) => statusOf(chart, kind))).toEqual(['partial', 'partial', 'read']);
  });

  test.each<[string, object, string, string]>([
    ['that names its kind', { issue: [{ severity: 'error', diagnostics: 'Search on Observation timed out' }] }, 'Observation', 'failed'],
    ['that names another', { issue: [{ severity: 'error', diagnostics: 'Search on Observation timed out' }] }, 'Condition', 'read'],
    ['that names none: what is empty is failed', { issue: [{ severity: 'fatal' }] }, 'Condition', 'failed'],
    ['that names none: what came stays', { issue: [{ severity: 'fatal' }] }, 'Patient', 'read'],
    ['with information only', { issue: [{ severity: 'information' }] }, 'Condition', 'read'],
  ])('an OperationOutcome %s', (_name, outcome, kind, status) => {
    expect(statusOf(read([patient, visit('e1'), { resource: { resourceType: 'OperationOutcome', ...outcome } }]), kind)).toBe(status);
  });

  test('resources of another patient are left out', () => {
    const other = { resource: { resourceType: 'Condition', id: 'c2', subject: { reference: 'Patient/p2' } } };
    const chart = read([patient, { resource: { resourceType: 'Patient', id: 'p2' } }, visit('e1'), other]);
    expect(chart.resources.map((r) => r.id)).toEqual(['p1', 'e1']);
  });
});

describe('entries name each other', () => {
  const uuid = 'urn:uuid:61ebe359-bfdc-4613-8bf2-c5e300945f0a';
  test('by fullUrl, where they have no id', () => {
    const chart = decode(read([
      { fullUrl: uuid, resource: { resourceType: 'Patient', gender: 'female' }, request: { method: 'POST', url: 'Patient' } },
      { fullUrl: 'urn:uuid:e', resource: { resourceType: 'Encounter', status: 'finished', class: { code: 'IMP' }, subject: { reference: uuid } } },
      { fullUrl: 'urn:uuid:c', resource: { resourceType: 'Condition', subject: { reference: uuid }, encounter: { reference: 'urn:uuid:e' } } },
    ], { type: 'transaction' }));
    expect(chart.patient).toMatchObject({ source: { reference: uuid }, sex: 'female' });
    expect(chart.encounter.source.reference).toBe('urn:uuid:e');
    expect(chart.conditions[0]).toMatchObject({ source: { reference: 'urn:uuid:c' }, encounter: 'urn:uuid:e' });
  });

  test('by fullUrl, where they have one, and by identifier', () => {
    const chart = decode(read([
      { fullUrl: uuid, resource: { resourceType: 'Patient', id: 'p1' } },
      { fullUrl: 'urn:uuid:e', resource: { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject: { reference: uuid }, participant: [{ individual: { reference: 'Practitioner?identifier=http://hl7.org/fhir/sid/us-npi%7C0123' } }] } },
      { resource: { resourceType: 'Practitioner', id: 'dr1', identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: '0123' }] } },
    ]));
    expect(chart.encounter).toMatchObject({ source: { reference: 'Encounter/e1' }, practitioners: ['Practitioner/dr1'] });
    expect(chart.patient.source.reference).toBe('Patient/p1');
  });
});

describe('the encounter', () => {
  const early = visit('early', { period: { start: '2025-01-01T09:00:00Z', end: '2025-01-01T10:00:00Z' } });
  const late = visit('late');
  const open = visit('open', { status: 'in-progress', period: { start: '2024-01-01' } });
  test.each([
    ['the latest finished', [patient, late, early], undefined, 'Encounter/late'],
    ['the one in progress', [patient, early, open, late], undefined, 'Encounter/open'],
    ['asked for by id', [patient, early, open, late], 'early', 'Encounter/early'],
    ['asked for by reference', [patient, early, open, late], 'Encounter/early', 'Encounter/early'],
    ['asked for by fullUrl', [patient, open, { ...early, fullUrl: 'https://ehr.test/fhir/Encounter/early' }], 'https://ehr.test/fhir/Encounter/early', 'Encounter/early'],
  ])('is %s', (_name, entries, asked, expected) => { expect(read(entries, {}, asked).encounter).toBe(expected); });
});

describe('texts', () => {
  test('inline, in a Binary, and in a Binary by fullUrl', () => {
    const binary = { fullUrl: 'urn:uuid:b', resource: { resourceType: 'Binary', id: 'b1', contentType: 'text/plain; charset=iso-8859-1', data: Buffer.from('café', 'latin1').toString('base64') } };
    for (const attachment of [{ contentType: 'text/plain', url: 'Binary/b1' }, { contentType: 'text/plain', url: 'urn:uuid:b' }, { contentType: 'text/plain', data: b64('café') }]) {
      expect(decode(read([patient, visit('e1'), note(attachment), binary])).notes[0]?.text).toBe('café');
    }
  });

  test('one for each document: HTML, then CDA, RTF, plain text, PDF; a damaged one gives way', async () => {
    const content = [
      { attachment: { contentType: 'application/pdf', data: b64('%PDF-1.7') } },
      { attachment: { contentType: 'text/plain', data: b64('from plain') } },
      { attachment: { contentType: 'application/rtf', data: b64('{\\rtf1 from RTF}') } },
      { attachment: { contentType: 'text/xml', data: b64('<ClinicalDocument><component><section><title>from CDA</title></section></component></ClinicalDocument>') } },
      { attachment: { contentType: 'text/html', data: b64('<p>from HTML</p>') } },
    ];
    const read1 = async (from: readonly object[]) => {
      const whole = read([patient, visit('e1'), note({}, { content: from })]);
      return (await readChart(whole)).notes.map((n) => [n.id, n.text]);
    };
    expect(await read1(content)).toEqual([['DocumentReference/d1#4', 'from HTML']]);
    expect(await read1(content.slice(0, 4))).toEqual([['DocumentReference/d1#3', 'from CDA']]);
    expect(await read1(content.slice(0, 3))).toEqual([['DocumentReference/d1#2', 'from RTF']]);
    expect(await read1(content.slice(0, 2))).toEqual([['DocumentReference/d1#1', 'from plain']]);
    expect(await read1([{ attachment: { contentType: 'text/html', data: '%%%' } }, ...content.slice(1, 2)])).toEqual([['DocumentReference/d1#1', 'from plain']]);
    expect(await read1([{ attachment: { contentType: 'application/xml', data: b64('<invoice/>') } }, ...content.slice(1, 2)])).toEqual([['DocumentReference/d1#1', 'from plain']]);
  });

  test('in other formats are one line each, whatever the number of renditions', () => {
    const scan = note({}, { content: [{ attachment: { contentType: 'image/tiff', data: 'AA==' } }, { attachment: { contentType: 'application/msword', data: 'AA==' } }, { attachment: { contentType: 'audio/mpeg', data: 'AA==' } }] });
    expect(decode(read([patient, visit('e1'), scan])).unreadable).toMatchObject([{ status: 'cannot-read-yet', why: 'Images, Word documents, Sound recordings cannot be read yet. Open the document in the EHR.' }]);
  });

  test.each([
    ['damaged inline', { contentType: 'text/plain', data: '%%%' }, 'DocumentReference'],
    ['in a charset that nobody knows', { contentType: 'text/plain; charset=x-none', data: b64('x') }, 'DocumentReference'],
    ['without its Binary', { contentType: 'text/plain', url: 'Binary/none' }, 'Binary'],
    ['elsewhere', { contentType: 'text/plain', url: 'https://files.test/1.txt' }, 'Binary'],
  ])('%s are failed', (_name, attachment, kind) => {
    const chart = decode(read([patient, visit('e1'), note(attachment)]));
    expect(chart.unreadable).toMatchObject([{ status: 'failed' }]);
    expect(chart.reads.filter((r) => r.status !== 'read').map((r) => [r.kind, r.status])).toEqual([[kind, 'failed']]);
  });
});

describe('a malformed Bundle says what to do', () => {
  test.each<[string, unknown, RegExp]>([
    ['nothing', null, /not a FHIR Bundle/], ['a list', [], /not a FHIR Bundle/], ['a patient', { resourceType: 'Patient' }, /not a FHIR Bundle/],
    ['another type', bundle([], { type: 'message' }), /transaction, a collection or a searchset/], ['an entry that is no list', { resourceType: 'Bundle', type: 'collection', entry: {} }, /not a list/],
    ['no encounter', bundle([patient]), /no encounter in progress/], ['nobody\'s encounter', bundle([visit('e1', { subject: undefined })]), /whose it is/],
  ])('%s', (_name, input, message) => {
    expect(() => fromBundle(input, { now })).toThrow(UnusableBundle);
    expect(() => fromBundle(input, { now })).toThrow(message);
  });

  test('an encounter that is not there', () => { expect(() => read([patient, visit('e1')], {}, 'e9')).toThrow(/does not hold the encounter/); });

  test('null entries and resources without a type cost themselves alone', () => {
    const chart = read([null, {}, { resource: null }, { resource: 'x' }, patient, visit('e1'), { resource: { id: 'x' } }]);
    expect(chart.resources).toHaveLength(2);
    expect(statusOf(chart, 'Observation')).toBe('failed');
  });
});

const fixtures = existsSync('fhir-fixtures') ? readdirSync('fhir-fixtures').filter((name) => existsSync(`fhir-fixtures/${name}/bundle.json`) && !name.startsWith('_')) : [];

test.runIf(fixtures.length > 0).each(fixtures)('the story %s decodes without a loss', async (name) => {
  const whole = fromBundle(JSON.parse(readFileSync(`fhir-fixtures/${name}/bundle.json`, 'utf8')), { now });
  const chart = await readChart(whole);
  expect(chart.reads.filter((r) => r.status !== 'read' && r.kind !== 'Binary')).toEqual([]);
  expect(chart.encounter.classCode).not.toBeNull();
});
