import type { Resource } from 'fhir/r4';
import { describe, expect, it } from 'vitest';
import type { Chart, Evidence } from '../../../src/domain/model/index.ts';
import { mayBeShared } from '../../../src/domain/review/sensitive.ts';
import { readChart } from '../../../src/fhir/decode/read-chart.ts';
import type { FhirHttp, FhirReply } from '../../../src/fhir/http/contract.ts';
import type { ChartBundle } from '../../../src/fhir/read/contract.ts';
import { fromBundle } from '../../../src/fhir/read/from-bundle.ts';
import { createReader } from '../../../src/fhir/read/reader.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';

const SECRET = 'Assessment: opioid use disorder, on buprenorphine.';
const b64 = (words: string) => Buffer.from(words).toString('base64');
const about = { subject: { reference: 'Patient/p1' } };
const ACT = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const part2 = { security: [{ system: ACT, code: '42CFRPart2' }] };
const harmless = { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code: 'N' }, { system: 'http://terminology.hl7.org/CodeSystem/v3-ActReason', code: 'HTEST' }] };

const encounter = (id: string, more: object = {}) => ({ resourceType: 'Encounter', id, status: 'finished', class: { code: 'AMB' }, period: { end: '2026-02-18T10:00:00Z' }, ...about, ...more });
const document = (attachment: object, more: object = {}) => ({
  resourceType: 'DocumentReference', id: 'd1', status: 'current', type: { text: 'Progress note' }, description: SECRET, text: { status: 'generated', div: `<div>${SECRET}</div>` }, ...about,
  content: [{ attachment: { contentType: 'text/plain', title: SECRET, ...attachment } }], context: { encounter: [{ reference: 'Encounter/e1' }] }, ...more,
});
const inline = { data: b64(SECRET) };
const elsewhere = { url: 'Binary/b1' };
const binary = { resourceType: 'Binary', id: 'b1', contentType: 'text/plain', data: b64(SECRET) };

/** An EHR over these resources that notes what it was asked. */
function ehr(resources: readonly object[]): FhirHttp & { readonly asked: string[] } {
  const asked: string[] = [];
  const reply = (json: unknown, status = 200): FhirReply => ({ status, contentType: 'application/fhir+json', etag: null, location: null, json, bytes: new Uint8Array() });
  const all = resources as readonly Resource[];
  return {
    base: 'https://ehr.test/fhir', asked,
    request: ({ url }) => {
      asked.push(url);
      const [path = ''] = url.split('?');
      const [kind, id] = path.split('/');
      if (kind === 'metadata') return Promise.resolve(reply({ resourceType: 'CapabilityStatement' }));
      if (id === undefined) return Promise.resolve(reply({ resourceType: 'Bundle', type: 'searchset', entry: all.filter((r) => r.resourceType === kind).map((resource) => ({ resource })) }));
      const found = all.find((r) => r.resourceType === kind && r.id === id);
      return Promise.resolve(found === undefined ? reply({}, 404) : reply(found));
    },
  };
}

async function read(resources: readonly object[], readSensitive?: boolean): Promise<{ bundle: ChartBundle; chart: Chart; asked: readonly string[] }> {
  const http = ehr([{ resourceType: 'Patient', id: 'p1' }, ...resources]);
  const policy = readSensitive === undefined ? {} : { policy: { readSensitive } };
  const bundle = await createReader({ http, scopes: parseScopes('user/*.rs') }, { patient: 'p1', encounter: 'e1', clock: { now: () => '2026-03-01T12:00:00Z' }, ...policy }).read(() => undefined, new AbortController().signal);
  return { bundle, chart: await readChart(bundle), asked: http.asked };
}

async function readFile(resources: readonly object[], readSensitive = false): Promise<{ bundle: ChartBundle; chart: Chart }> {
  const whole = { resourceType: 'Bundle', type: 'collection', entry: [{ resourceType: 'Patient', id: 'p1' }, ...resources].map((resource) => ({ resource })) };
  const bundle = fromBundle(whole, { now: '2026-03-01T12:00:00Z', encounter: 'e1', policy: { readSensitive } });
  return { bundle, chart: await readChart(bundle) };
}

const sensitive: readonly (readonly [string, readonly object[], string])[] = [
  ['in meta.security', [encounter('e1'), document(elsewhere, { meta: part2 })], '42CFRPart2'],
  ['in securityLabel', [encounter('e1'), document(elsewhere, { securityLabel: [{ coding: [{ system: ACT, code: 'PSY' }] }] })], 'PSY'],
  ['on the encounter it belongs to', [encounter('e1', { meta: { security: [{ system: ACT, code: 'ADOL' }] } }), document(elsewhere)], 'ADOL'],
  ['on another encounter it belongs to', [encounter('e1'), encounter('e2', { meta: part2 }), document(elsewhere, { context: { encounter: [{ reference: 'https://ehr.test/fhir/Encounter/e2' }] } })], '42CFRPart2'],
  ['that nobody knows', [encounter('e1'), document(elsewhere, { meta: { security: [{ system: 'https://ehr.test/own', code: 'X' }] } })], 'https://ehr.test/own|X'],
];

describe('a note under a sensitive label', () => {
  it.each(sensitive)('%s is not fetched, and is listed as withheld', async (_, resources) => {
    const { bundle, chart, asked } = await read([...resources, binary]);
    expect(asked.filter((url) => url.startsWith('Binary'))).toEqual([]);
    expect(chart.notes).toEqual([]);
    expect(chart.unreadable).toMatchObject([{ status: 'withheld', title: 'Progress note', contentType: 'text/plain', why: expect.stringContaining('privacy restriction') as string }]);
    expect(JSON.stringify(bundle)).not.toMatch(/buprenorphine|YnVwcmVub3JwaGluZ/);
    expect(chart.reads.filter((r) => r.kind === 'Binary' || r.kind === 'DocumentReference').every((r) => r.status === 'read')).toBe(true);
  });

  it.each(sensitive)('%s is read where the site says so, with its label', async (_, resources, code) => {
    const { chart } = await read([...resources, binary], true);
    expect(chart.notes).toMatchObject([{ text: SECRET, sensitivity: [code] }]);
    expect(chart.unreadable).toEqual([]);
  });

  it('that brought its text along loses it before anything else sees it', async () => {
    const { bundle, chart } = await read([encounter('e1'), document(inline, { meta: part2, contained: [{ resourceType: 'Binary', id: 'x', data: b64(SECRET) }] })]);
    expect(chart.unreadable).toMatchObject([{ status: 'withheld' }]);
    expect(bundle.resources.find((r) => r.resourceType === 'DocumentReference')).toEqual({
      resourceType: 'DocumentReference', id: 'd1', meta: part2, status: 'current', type: { text: 'Progress note' }, ...about,
      context: { encounter: [{ reference: 'Encounter/e1' }] }, content: [{ attachment: { contentType: 'text/plain' } }],
    });
  });

  it('in a Bundle goes with its Binary, whatever its format', async () => {
    for (const contentType of ['text/plain', 'application/msword']) {
      const { bundle, chart } = await readFile([encounter('e1'), document({ ...elsewhere, contentType }, { meta: part2 }), binary]);
      expect(chart.unreadable).toMatchObject([{ status: 'withheld' }]);
      expect(JSON.stringify(bundle)).not.toContain(b64(SECRET).slice(4, 20));
      expect(bundle.reads.find((r) => r.kind === 'Binary')?.status).toBe('read');
    }
    expect((await readFile([encounter('e1'), document(inline, { meta: part2 })], true)).chart.notes).toMatchObject([{ sensitivity: ['42CFRPart2'] }]);
  });
});

describe('a label that comes with the text itself', () => {
  const cda = (confidentiality: string) => `<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><confidentialityCode codeSystem="2.16.840.1.113883.5.25" code="${confidentiality}"/><component><structuredBody><component><section><title>Assessment</title><text>Opioid use disorder</text></section></component></structuredBody></component></ClinicalDocument>`;
  const composition = (confidentiality: string) => JSON.stringify({ resourceType: 'Bundle', type: 'document', entry: [{ resource: { resourceType: 'Composition', confidentiality, section: [{ text: { status: 'generated', div: '<div xmlns="http://www.w3.org/1999/xhtml">Opioid use disorder</div>' } }] } }] });
  const bundleXml = (code: string) => `<Bundle xmlns="http://hl7.org/fhir"><meta><security><system value="${ACT}"/><code value="${code}"/></security></meta></Bundle>`;
  const compositionXml = '<Composition xmlns="http://hl7.org/fhir"><confidentiality value="V"/></Composition>';

  it.each<[string, object, readonly object[]]>([
    ['a Binary\'s', elsewhere, [{ ...binary, meta: part2 }]],
    ['a C-CDA header\'s', { contentType: 'application/cda+xml', data: b64(cda('R')) }, []],
    ['a C-CDA header\'s, under another media type', { contentType: 'text/plain', data: b64(cda('V')) }, []],
    ['a FHIR document\'s', { contentType: 'application/fhir+json', data: b64(composition('R')) }, []],
    ['a FHIR document\'s in XML', { contentType: 'application/fhir+xml', data: b64(compositionXml) }, []],
    ['a FHIR document\'s own labels in XML', { contentType: 'application/fhir+xml', data: b64(bundleXml('HIV')) }, []],
  ])('%s: the text is dropped, and listed', async (_, attachment, more) => {
    const resources = [encounter('e1'), document(attachment), ...more];
    for (const { bundle, chart } of [await read(resources), await readFile(resources)]) {
      expect(chart.unreadable).toMatchObject([{ status: 'withheld' }]);
      expect(bundle.attachments.some((content) => 'bytes' in content)).toBe(false);
      expect(JSON.stringify(bundle.resources.filter((r) => r.resourceType === 'DocumentReference'))).not.toMatch(/"(?:data|url)"/);
    }
  });

  it('where the site lets it be read, the label comes along', async () => {
    const { bundle, chart } = await read([encounter('e1'), document(elsewhere), { ...binary, meta: part2 }], true);
    expect(chart.notes).toMatchObject([{ text: SECRET, sensitivity: ['42CFRPart2'] }]);
    expect(bundle.attachments).toMatchObject([{ labels: ['42CFRPart2'] }]);
  });

  it.each<[string, object]>([
    ['a C-CDA document of normal confidentiality', { contentType: 'application/cda+xml', data: b64(cda('N')) }],
    ['a FHIR document of normal confidentiality', { contentType: 'application/fhir+json', data: b64(composition('N')) }],
    ['a note that only speaks of one', { contentType: 'text/plain', data: b64('Sent <confidentialityCode code="R"/> by mistake; 42CFRPart2 discussed.') }],
  ])('%s is not withheld', async (_, attachment) => {
    const { bundle } = await read([encounter('e1'), document(attachment)]);
    expect(bundle.attachments).toHaveLength(1);
    expect(bundle.attachments.some((content) => 'failure' in content && content.failure.status === 'withheld')).toBe(false);
  });

  it('is looked for in time, however long the text', async () => {
    const long = `<ClinicalDocument>${'<confidentialityCode '.repeat(200_000)}</ClinicalDocument>`;
    const before = performance.now();
    await readFile([encounter('e1'), document({ contentType: 'application/cda+xml', data: b64(long) })]);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('a label that makes nothing sensitive', () => {
  it.each<[string, readonly object[]]>([
    ['normal, and test data', [encounter('e1', { meta: harmless }), document(elsewhere, { meta: harmless })]],
    ['of an encounter that the note does not belong to', [encounter('e1'), encounter('e2', { meta: part2 }), document(elsewhere)]],
    ['of an encounter that was not found', [encounter('e1'), document(elsewhere, { context: { encounter: [{ reference: 'Encounter/gone' }] } })]],
    ['as a tag', [encounter('e1'), document(elsewhere, { meta: { tag: part2.security } })]],
  ])('%s: the note is read', async (_, resources) => {
    expect((await read([...resources, binary])).chart.notes).toMatchObject([{ text: SECRET, sensitivity: [] }]);
  });
});

it('other sensitive entries stay in the chart, and are told apart so that nobody quotes them', async () => {
  const condition = { resourceType: 'Condition', id: 'c1', ...about, meta: part2, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'F11.20' }] } };
  const own = { resourceType: 'Condition', id: 'c2', ...about, meta: { security: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'AIAST' }] } };
  const { chart } = await read([encounter('e1'), condition, own]);
  expect(chart.conditions.map((c) => c.source.reference)).toEqual(['Condition/c1', 'Condition/c2']);
  expect(chart.labelled).toEqual([{ reference: 'Condition/c1', codes: ['42CFRPart2'] }]);
  const fact = (resource: string): Evidence => ({ kind: 'fact', resource, version: null, code: 'F11.20', label: 'Opioid dependence', date: null });
  expect(['Condition/c1', 'Condition/c2'].map((resource) => mayBeShared(fact(resource), chart))).toEqual([false, true]);
});

describe('what this app filed itself is no evidence', () => {
  const record = 'Countersign record: countersignature\nAdd I10 Essential (primary) hypertension: accepted';
  const filed = (more: object, attachment: object = {}) => ({ ...document({ data: b64(record), title: 'x', ...attachment }, { description: 'x', ...more }) });
  it.each<[string, object]>([
    ['by its tag', { ...filed({ meta: { tag: [{ system: 'https://countersign.dev/fhir/CodeSystem/record', code: 'countersign' }] } }), content: [{ attachment: { contentType: 'text/plain', data: b64('shortened by the EHR') } }] }],
    ['by its type', filed({ type: { coding: [{ code: '34109-9' }], text: 'Countersign record' } }, { data: b64('x') })],
    ['by its title', filed({}, { title: 'Countersign record: countersignature', data: b64('x') })],
    ['by its description', filed({ description: 'Countersign record: log' }, { data: b64('x') })],
    ['by its first line alone', filed({})],
    ['by its first line, in HTML', filed({}, { contentType: 'text/html', data: b64(`<p>${record}</p>`) })],
  ])('known %s: neither a note nor unreadable, and known all the same', async (_, resource) => {
    for (const chart of [(await read([encounter('e1'), resource])).chart, (await readFile([encounter('e1'), resource])).chart]) {
      expect(chart.notes).toEqual([]);
      expect(chart.unreadable).toEqual([]);
      expect(chart.ownRecords?.map((r) => r.reference)).toEqual(['DocumentReference/d1']);
    }
  });

  it.each(['See the Countersign record: I10 accepted.', 'countersign record', 'Countersign recording', 'HPI: patient brought a\nCountersign record'])('a note that only speaks of one stays a note: %s', async (words) => {
    const { chart } = await read([encounter('e1'), filed({}, { data: b64(words) })]);
    expect(chart.notes).toMatchObject([{ text: words }]);
    expect(chart.ownRecords).toEqual([]);
  });
});

describe('earlier attestations', () => {
  const proposal = { resourceType: 'Task', id: 't1', status: 'completed', code: { coding: [{ system: 'https://countersign.dev/fhir/CodeSystem/task', code: 'proposal' }] }, for: { reference: 'Patient/p1' } };
  const other = { resourceType: 'Task', id: 't2', for: { reference: 'Patient/p1' } };
  const conditions = Array.from({ length: 45 }, (_, n) => ({ resourceType: 'Condition', id: `c${n}`, ...about }));
  const on = (id: string, reference: string) => ({ resourceType: 'Provenance', id, target: [{ reference }], agent: [] });

  it('are asked for by everything that they may stand on, a few at a time', async () => {
    const { asked } = await read([encounter('e1'), ...conditions, { resourceType: 'Claim', id: 'k1', patient: { reference: 'Patient/p1' } }, proposal, other]);
    const targets = asked.filter((url) => url.startsWith('Provenance')).map((url) => decodeURIComponent(/target=([^&]*)/.exec(url)?.[1] ?? '').split(','));
    expect(targets.map((some) => some.length)).toEqual([20, 20, 8]);
    expect(targets.flat()).toEqual(['Encounter/e1', ...conditions.map((c) => `Condition/${c.id}`), 'Claim/k1', 'Task/t1']);
  });

  it('of something else, from a server that leaves the question unheeded, are left out and told', async () => {
    const { bundle } = await read([encounter('e1'), on('v1', 'Encounter/e1/_history/3'), on('v2', 'Encounter/other')]);
    expect(bundle.resources.filter((r) => r.resourceType === 'Provenance').map((r) => r.id)).toEqual(['v1']);
    expect(bundle.reads.filter((r) => r.kind === 'Provenance')).toMatchObject([{ status: 'partial', count: 1 }]);
  });

  it('of a server that finds them by patient alone are never called whole', async () => {
    const http = ehr([{ resourceType: 'Patient', id: 'p1' }, encounter('e1')]);
    const statement = { resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: ['Patient', 'Encounter', 'Provenance'].map((type) => ({ type, searchParam: [{ name: 'patient' }] })) }] };
    const asking: FhirHttp = { base: http.base, request: async (request) => (request.url === 'metadata' ? { ...(await http.request(request)), json: statement } : http.request(request)) };
    const { reads } = await createReader({ http: asking, scopes: parseScopes('user/*.rs') }, { patient: 'p1', encounter: 'e1', clock: { now: () => 'now' } }).read(() => undefined, new AbortController().signal);
    expect(reads.filter((r) => r.kind === 'Provenance')).toMatchObject([{ query: 'patient', status: 'partial', why: expect.stringContaining('may be missing') as string }]);
  });
});
