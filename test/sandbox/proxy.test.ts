import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Bundle, CapabilityStatement, OperationOutcome, Provenance, Resource } from 'fhir/r4';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule, ShellPatient, ShellUser } from '../../src/sandbox/contract.ts';
import { createProxyPages } from '../../src/sandbox/proxy/pages.ts';
import { parseQuery } from '../../src/sandbox/fhir/search/query.ts';
import { guardUpstream } from '../../src/sandbox/proxy/guarded.ts';
import type { Upstream, UpstreamRequest } from '../../src/sandbox/proxy/upstream.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, condition, idsIn, listenTo, startEhr, startProxy } from './support/ehr.ts';
import type { Backed } from './support/ehr.ts';
import { launchOf, sentBack, smartApp } from './support/app.ts';
import { manyResources } from './support/many.ts';

const batch = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'batch', entry });
const transaction = (...entry: unknown[]) => ({ ...batch(...entry), type: 'transaction' });
const said = (body: unknown): string => (body as OperationOutcome).issue.map((i) => i.diagnostics).join(' ');

it.each([500, 503, 403, 200])('a PUT is not passed on where what stands there could not be looked at (%d without a resource)', async (status) => {
  const sent: UpstreamRequest[] = [];
  const upstream: Upstream = {
    base: 'http://here/fhir', outside: 'http://there/fhir', statement: { resourceType: 'CapabilityStatement', status: 'active', date: '2026-11-20', kind: 'instance', fhirVersion: '4.0.1', format: ['json'] },
    ask: async (request) => { sent.push(request); return { status: request.method === 'GET' ? status : 200, headers: {}, resource: null, next: null }; },
    follow: async () => { throw new Error('There is no next page.'); },
  };
  const guarded = guardUpstream(upstream, { owner: 'o', scope: 'patient/Condition.cu', user: null, patient: 'a' });
  await expect(guarded.update(condition('of-b', 'a', 'I10'), 'of-b', {})).rejects.toMatchObject({ status: status === 200 ? 502 : status });
  expect(sent.map(({ method }) => method)).toEqual(['GET']);
});

it('a next link that was given to a wider scope is not followed once a refresh has narrowed it', async () => {
  const found: Bundle = { resourceType: 'Bundle', type: 'searchset', entry: [{ resource: condition('of-b', 'b', 'I10') }] };
  const upstream: Upstream = {
    base: 'http://here/fhir', outside: 'http://there/fhir', statement: { resourceType: 'CapabilityStatement', status: 'active', date: '2026-11-20', kind: 'instance', fhirVersion: '4.0.1', format: ['json'] },
    ask: async () => ({ status: 200, headers: {}, resource: found, next: 'http://there/fhir?page=2' }),
    follow: async () => ({ status: 200, headers: {}, resource: found, next: null }),
  };
  const as = (scope: string, owner = 'o') => guardUpstream(upstream, { owner, scope, user: null, patient: 'a' });
  const pages = createProxyPages();
  const first = await pages.search(as('user/Condition.rs'), parseQuery('Condition', []), false);
  const token = new URL((first.resource as Bundle).link?.find(({ relation }) => relation === 'next')?.url ?? '').searchParams.get('_page') ?? '';
  await expect(pages.page(as('patient/Condition.rs'), token)).rejects.toMatchObject({ status: 410 });
  await expect(pages.page(as('user/Condition.r'), token)).rejects.toMatchObject({ status: 403 });
  await expect(pages.page(as('user/Condition.rs', 'another'), token)).rejects.toMatchObject({ status: 410 });
  expect((await pages.page(as('user/Condition.rs'), token)).status).toBe(200);
});

describe('in front of an outside server', () => {
  let backed: Backed;
  let ehr: Sandbox;
  beforeAll(async () => {
    backed = await startProxy({ faults: true });
    ehr = backed.ehr;
  });
  afterAll(() => backed.close());

  it('the shell lists its people and patients, and gives a whole record, Binary and Provenance included', async () => {
    const users = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
    expect(users.map((user) => [user.id, user.role])).toEqual([['doc', 'clinician'], ['cod', 'coder']]);
    const [first] = (await (await fetch(`${ehr.url}/sandbox/api/patients`)).json()) as ShellPatient[];
    expect(first).toMatchObject({ id: 'a', encounters: [{ id: 'a-visit' }] });
    const record = (await (await fetch(`${ehr.url}/sandbox/api/patients/a/record`)).json()) as Bundle;
    expect(idsIn(record).toSorted()).toEqual(['Binary/a-note-text', 'Condition/a-htn', 'DocumentReference/a-note', 'Encounter/a-visit', 'Observation/a-a1c', 'Observation/a-bmi', 'Patient/a', 'Provenance/a-prov', 'Task/a-task']);
    expect((await fetch(`${ehr.url}/sandbox/api/patients/zz/record`)).status).toBe(404);
  });

  it('an app launches, signs in here and reads there', async () => {
    const app = smartApp(ehr);
    const code = sentBack(await app.authorize({ launch: await launchOf(ehr) })).get('code') ?? '';
    const { body } = await app.token({ grant_type: 'authorization_code', code, redirect_uri: app.redirectUri, code_verifier: app.verifier });
    const patient = await fetch(`${ehr.fhirBase}/Patient/${body.patient}`, { headers: { Authorization: `Bearer ${body.access_token}` } });
    expect(await patient.json()).toMatchObject({ resourceType: 'Patient', id: 'a' });
  });

  it('ETag, Location and Prefer travel, and If-Match and If-None-Exist mean what they mean there', async () => {
    const fhir = clientOf(ehr);
    const body = condition(undefined, 'a', 'E78.5', { identifier: [{ system: 'urn:key', value: 'once' }] });
    const created = await fhir('POST', 'Condition', body, { 'If-None-Exist': 'identifier=urn:key|once' });
    const id = created.body.id ?? '';
    expect([created.status, created.headers.get('etag'), created.headers.get('location')]).toEqual([201, 'W/"1"', `${ehr.fhirBase}/Condition/${id}/_history/1`]);
    const again = await fhir('POST', 'Condition', body, { 'If-None-Exist': 'identifier=urn:key|once' });
    expect([again.status, again.body.id]).toEqual([200, id]);
    expect((await fhir('PUT', `Condition/${id}`, condition(id, 'a', 'E78.00'), { 'If-Match': 'W/"7"' })).status).toBe(412);
    const updated = await fhir('PUT', `Condition/${id}`, condition(id, 'a', 'E78.00'), { 'If-Match': 'W/"1"', Prefer: 'return=minimal' });
    expect([updated.status, updated.headers.get('etag'), updated.text]).toEqual([200, 'W/"2"', '']);
    expect((await fhir('GET', `Condition/${id}`, undefined, { 'If-None-Match': 'W/"2"' })).status).toBe(304);
    expect((await fhir('DELETE', `Condition/${id}`)).status).toBe(204);
    expect((await fhir('GET', `Condition/${id}`)).status).toBe(410);
  });

  it('addresses lead here on the way out and there on the way in; other texts stay', async () => {
    const fhir = clientOf(ehr);
    const absolute = { reference: `${ehr.fhirBase}/Patient/a` };
    await fhir('PUT', 'Condition/absolute', { ...condition('absolute', 'a', 'I10'), subject: absolute, identifier: [{ system: ehr.fhirBase, value: 'Encounter/a-visit' }] });
    expect(backed.records.read('Condition', 'absolute')?.resource).toMatchObject({ subject: { reference: 'Patient/a' }, identifier: [{ system: ehr.fhirBase }] });
    const outside = backed.records.base;
    backed.records.write({ ...condition('theirs', 'a', 'I10'), id: 'theirs', subject: { reference: `${outside}/Patient/a` } } as never, 'PUT');
    expect(idsIn((await fhir<Bundle>('GET', `Condition?subject=${ehr.fhirBase}/Patient/a&_id=absolute`)).body)).toEqual(['Condition/absolute']);
    const { text, body } = await fhir<Bundle>('GET', 'Condition?patient=a&_count=2');
    expect(text).not.toContain(outside);
    expect(body.link?.find(({ relation }) => relation === 'self')?.url).toBe(`${ehr.fhirBase}/Condition?patient=a&_count=2`);
    const asPatient = clientOf(ehr, { scope: 'patient/*.rs', patient: 'a' });
    expect((await asPatient('GET', 'Condition/theirs')).body).toMatchObject({ subject: { reference: 'Patient/a' } });
  });

  it.each([['user/*.rs', undefined, 4], ['patient/*.rs', 'a', 2]])('pages go on to the end with %s, for the token that searched', async (scope, patient, count) => {
    const fhir = clientOf(ehr, { scope, ...(patient ? { patient } : {}) });
    const seen: string[] = [];
    const links: string[] = [];
    for (let at: string | undefined = 'Observation?_count=1'; at !== undefined; at = links[seen.length - 1]) {
      const { body } = await fhir<Bundle>('GET', at);
      expect([body.total, idsIn(body).length]).toEqual([count, 1]);
      seen.push(...idsIn(body));
      links.push(...(body.link ?? []).flatMap(({ relation, url }) => (relation === 'next' ? [url] : [])));
    }
    expect(new Set(seen).size).toBe(count);
    expect(links.filter((link) => !new RegExp(`^${ehr.fhirBase}\\?_page=[\\w-]+$`).test(link))).toEqual([]);
    expect((await clientOf(ehr)('GET', links[0] ?? '')).status).toBe(410);
  });

  it('includes follow the visible matches only, and _elements are cut here where each is looked at', async () => {
    const fhir = clientOf(ehr, { scope: 'patient/Condition.rs patient/Patient.rs user/Provenance.rs', patient: 'a' });
    const { body } = await fhir<Bundle>('GET', 'Condition?_id=a-htn,b-htn&_include=Condition:patient&_revinclude=Provenance:target&_elements=code');
    expect(idsIn(body)).toEqual(['Condition/a-htn', 'Patient/a', 'Provenance/a-prov']);
    expect(body.total).toBe(1);
    expect(body.entry?.[0]?.resource).not.toHaveProperty('clinicalStatus');
  });

  it.each(['Condition?subject:Patient.name=M', 'Condition?_has:Provenance:target:agent=x', 'Condition?patient.name=M', 'Condition?_filter=code%20eq%20I10', 'Condition?_query=x'])('%s could tell of what is closed, and is refused here', async (query) => {
    const before = backed.records.history('Condition').length;
    expect((await clientOf(ehr, { scope: 'user/Condition.rs' })('GET', query)).status).toBe(400);
    expect((await clientOf(ehr, { scope: 'user/Condition.cruds' })('POST', 'Condition', condition(undefined, 'a', 'I10'), { 'If-None-Exist': query.replace('Condition?', '') })).status).toBe(400);
    expect((await clientOf(ehr, { scope: 'user/Condition.cruds' })('DELETE', query)).status).toBe(400);
    expect(backed.records.history('Condition')).toHaveLength(before);
  });

  it('a transaction is carried out there, with references ahead, and names the entry that may not be', async () => {
    const provenance = { resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'urn:uuid:1' }], agent: [{ who: { reference: 'Practitioner/doc' } }] };
    const post = (patient: string) => ({ fullUrl: 'urn:uuid:1', resource: condition(undefined, patient, 'J45.909'), request: { method: 'POST', url: 'Condition' } });
    const asPatient = clientOf(ehr, { scope: 'patient/*.cruds', patient: 'a' });
    const { status, body } = await asPatient<Bundle>('POST', '', transaction({ resource: provenance, request: { method: 'POST', url: 'Provenance' } }, post('a'), { request: { method: 'GET', url: 'Condition/a-htn' } }));
    expect([status, body.type, body.entry?.map((entry) => entry.response?.status.slice(0, 3))]).toEqual([200, 'transaction-response', ['201', '201', '200']]);
    expect((body.entry?.[0]?.resource as Provenance | undefined)?.target[0]?.reference).toContain(`Condition/${body.entry?.[1]?.resource?.id}`);
    expect(body.entry?.[1]?.response?.location).toContain('Condition/');
    const before = backed.records.history('Condition').length;
    const refused = await asPatient('POST', '', transaction(post('a'), { ...post('b'), fullUrl: 'urn:uuid:2' }));
    expect([refused.status, said(refused.body)]).toEqual([403, expect.stringContaining('Entry 2: This Condition may not be written')]);
    expect(backed.records.history('Condition')).toHaveLength(before);
  });

  it.each([
    ['a name that stands for another patient', { fullUrl: 'Patient/b', resource: { resourceType: 'Patient', id: 'a', gender: 'female' }, request: { method: 'PUT', url: 'Patient/a' } }],
    ['an address of ours for another patient', { fullUrl: 'OURS/Patient/b', resource: { resourceType: 'Patient', id: 'a', gender: 'female' }, request: { method: 'PUT', url: 'Patient/a' } }],
  ])('%s in a transaction writes into no other record', async (_, entry) => {
    const ours = JSON.parse(JSON.stringify(entry).replace('OURS', ehr.fhirBase)) as object;
    await clientOf(ehr, { scope: 'patient/*.cruds', patient: 'a' })('POST', '', transaction(ours, { resource: condition('smuggled', 'b', 'I10'), request: { method: 'PUT', url: 'Condition/smuggled' } }));
    expect(backed.records.read('Condition', 'smuggled')?.resource).not.toMatchObject({ subject: { reference: 'Patient/b' } });
  });

  it('a condition inside a patient\'s scope sees that record only, and what it finds is kept', async () => {
    const asPatient = clientOf(ehr, { scope: 'patient/*.cruds', patient: 'a' });
    const keyed = (patient: string) => condition(undefined, patient, 'R05.9', { identifier: [{ system: 'urn:key', value: 'shared' }] });
    await clientOf(ehr)('POST', 'Condition', keyed('b'));
    const entry = { fullUrl: 'urn:uuid:9', resource: keyed('a'), request: { method: 'POST', url: 'Condition', ifNoneExist: 'identifier=urn:key|shared' } };
    const first = await asPatient<Bundle>('POST', '', transaction(entry));
    expect(first.body.entry?.[0]?.response?.status).toContain('201');
    const again = await asPatient<Bundle>('POST', '', transaction(entry));
    expect(again.body.entry?.[0]?.response?.status).toContain('200');
    expect((await asPatient('PUT', 'Condition?identifier=urn:key|shared', keyed('a'))).status).toBe(200);
    expect((await asPatient('DELETE', 'Condition?identifier=urn:key|shared')).status).toBe(204);
    expect((await asPatient('DELETE', 'Condition?identifier=urn:key|shared')).status).toBe(204);
    expect((await clientOf(ehr)<Bundle>('GET', 'Condition?identifier=urn:key|shared')).body.total).toBe(1);
  });

  it('what another hand changed between the look and the write is refused, not overwritten', async () => {
    await clientOf(ehr)('PUT', 'Condition/raced', condition('raced', 'a', 'I10'));
    const asPatient = clientOf(ehr, { scope: 'patient/*.cruds', patient: 'a' });
    const answers = await Promise.all(Array.from({ length: 8 }, (_, i) => asPatient('PUT', 'Condition/raced', condition('raced', 'a', `Z${i}`))));
    const versions = backed.records.history('Condition', 'raced').length;
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(versions - 1);
    expect(answers.filter(({ status }) => status !== 200 && status !== 412)).toEqual([]);
  });

  it('a change there through here shows up in the shell', async () => {
    const { heard, stop } = await listenTo(ehr);
    const fhir = clientOf(ehr);
    await fhir('PUT', 'Task/told', { resourceType: 'Task', id: 'told', status: 'requested', intent: 'order', focus: { reference: 'Condition/b-htn' } });
    await fhir('DELETE', 'Task/told');
    await expect.poll(() => heard().match(/data: \{"patient":"b","kinds":\["Task"\]\}/g) ?? []).toHaveLength(2);
    await stop();
  });

  it('faults that were asked for work in front of it', async () => {
    const fhir = clientOf(ehr);
    await ask(ehr, { kind: 'Task', method: 'PUT', times: 1, effect: { type: 'lost-reply' } }, { kind: 'transaction', times: 1, effect: { type: 'status', status: 503 } }, { kind: 'page', times: 1, effect: { type: 'status', status: 500 } }, { kind: 'Observation', times: 1, effect: { type: 'wrong-total', total: 9 } });
    await expect(fhir('PUT', 'Task/lost', { resourceType: 'Task', id: 'lost', status: 'requested', intent: 'order', for: { reference: 'Patient/a' } })).rejects.toThrow('fetch failed');
    expect(backed.records.read('Task', 'lost')?.version).toBe(1);
    expect((await fhir('POST', '', transaction())).status).toBe(503);
    const page = (await fhir<Bundle>('GET', 'Observation?_count=1')).body;
    expect(page.total).toBe(9);
    expect((await fhir('GET', page.link?.find(({ relation }) => relation === 'next')?.url ?? '')).status).toBe(500);
  });

  it('its CapabilityStatement offers what gets through, with this sign-in', async () => {
    const statement = (await (await fetch(`${ehr.fhirBase}/metadata`)).json()) as CapabilityStatement;
    expect(statement).toMatchObject({ fhirVersion: '4.0.1', implementation: { url: ehr.fhirBase }, software: { name: 'Countersign embedded companion server (behind the Countersign sandbox)' } });
    expect(statement.rest?.[0]?.security?.service?.[0]?.coding?.[0]?.code).toBe('SMART-on-FHIR');
    expect(statement.rest?.[0]?.interaction?.map(({ code }) => code)).toEqual(['transaction', 'batch']);
  });

  it('what stands there is neither reset nor loaded from here, but seeded', async () => {
    const reset = await fetch(`${ehr.url}/sandbox/api/reset`, { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    expect(reset.status).toBe(409);
    expect(() => ehr.load({})).toThrow('on the outside server');
    expect(await ehr.seed({ resourceType: 'Bundle', type: 'collection', entry: [{ resource: { resourceType: 'Patient', id: 'seeded' } }] })).toMatchObject({ put: { Patient: 3, Condition: 2 }, patients: ['a', 'b', 'seeded'] });
    const collection = (resource: Resource): Bundle => ({ resourceType: 'Bundle', type: 'collection', entry: [{ resource }] });
    const { refused, patients } = await ehr.seed(collection({ resourceType: 'Patient', id: '77' }), collection(condition('d', 'nobody', 'I10')), collection({ resourceType: 'Patient', id: 'after' }));
    expect([patients, refused]).toEqual([['a', 'b', 'after'], [
      'Nothing of 1 resources (Patient/77) was taken: a Patient has no id with a letter in it, and servers keep other ids for themselves.',
      expect.stringMatching(/^Nothing of 1 resources was taken: .*refers to a Patient that is not here\. \(400\)$/),
    ]]);
  });
});

it('more than can be looked at is refused, and a narrower search is not', async () => {
  const backed = await startProxy();
  const { ehr } = backed;
  await ehr.seed(resolved(manyResources(8, 300)));
  const fhir = clientOf(ehr, { scope: 'user/Observation.rs?category=laboratory' });
  const wide = await fhir('GET', 'Observation');
  expect([wide.status, said(wide.body)]).toEqual([403, expect.stringContaining('more than 2000')]);
  expect((await fhir<Bundle>('GET', 'Observation?patient=p3&_count=20')).body).toMatchObject({ total: 150 });
  await backed.close();
});

/** Whatever this handler answers, behind a CapabilityStatement. */
describe('an outside server that', () => {
  let outside: Server;
  let ehr: Sandbox | null = null;
  const asked: IncomingMessage[] = [];
  afterEach(async () => {
    await ehr?.close();
    outside.closeAllConnections();
    outside.close();
    asked.length = 0;
  });

  async function inFrontOf(handler: RequestListener, statement: object = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1' }): Promise<ReturnType<typeof clientOf>> {
    outside = createServer((request, response) => {
      asked.push(request);
      if (request.url !== '/fhir/metadata') return handler(request, response);
      response.setHeader('Content-Type', 'application/fhir+json').end(JSON.stringify(statement));
    });
    await new Promise<void>((listening) => { outside.listen(0, '127.0.0.1', listening); });
    ehr = await startEhr({ upstream: { fhir: `http://127.0.0.1:${(outside.address() as AddressInfo).port}/fhir`, patience: 1500 }, resources: [] });
    return clientOf(ehr);
  }

  it('is asked without the token, and without anything else of the client', async () => {
    const fhir = await inFrontOf((_, response) => void response.end('{"resourceType":"Patient","id":"a"}'));
    expect((await fhir('GET', 'Patient/a', undefined, { Cookie: 'a=b', 'X-Other': 'c' })).status).toBe(200);
    for (const { headers } of asked) expect([headers.authorization, headers.cookie, headers['x-other'], headers.origin]).toEqual([undefined, undefined, undefined, undefined]);
  });

  it.each<[string, RequestListener, number, RegExp]>([
    ['does not answer in time', () => undefined, 504, /did not answer within 1\.5 seconds/],
    ['breaks off', (_, response) => void response.writeHead(200, { 'Content-Length': '50' }).write('{', () => response.destroy()), 502, /broke off/],
    ['hangs up', (request) => void request.socket.destroy(), 502, /does not answer/],
    ['answers with a page', (_, response) => void response.end('<html>'), 502, /not FHIR in JSON/],
    ['leads elsewhere', (_, response) => void response.writeHead(302, { Location: 'https://elsewhere.example/' }).end(), 502, /leads elsewhere/],
    ['wants a sign-in', (_, response) => void response.writeHead(401).end(), 502, /wants a sign-in/],
    ['answers with another resource', (_, response) => void response.end('{"resourceType":"Binary","id":"a"}'), 502, /another resource/],
    ['sends more than 64 MB', (_, response) => void response.end(`{"resourceType":"Patient","x":"${'x'.repeat(70_000_000)}"}`), 502, /larger than 64 MB/],
    ['fails without words', (_, response) => void response.writeHead(500).end(), 500, /answered with 500/],
    ['is busy', (_, response) => void response.writeHead(429, { 'Retry-After': '3' }).end('{"resourceType":"OperationOutcome","issue":[{"severity":"error","code":"throttled","diagnostics":"Later."}]}'), 429, /Later/],
  ])('%s is told as an OperationOutcome', async (_, handler, status, words) => {
    const fhir = await inFrontOf(handler);
    const answer = await fhir<OperationOutcome>('GET', 'Patient/a');
    expect([answer.status, answer.body.resourceType]).toEqual([status, 'OperationOutcome']);
    expect(said(answer.body)).toMatch(words);
    if (status === 429) expect(answer.headers.get('retry-after')).toBe('3');
  });

  it('gives a next link to another server is not followed there', async () => {
    const fhir = await inFrontOf((_, response) => void response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link: [{ relation: 'next', url: 'https://elsewhere.example/fhir?p=2' }] })));
    const { body } = await fhir<Bundle>('GET', 'Patient');
    const next = body.link?.find(({ relation }) => relation === 'next')?.url ?? '';
    expect(next).toContain(`${ehr?.fhirBase}?_page=`);
    expect(said((await fhir('GET', next)).body)).toContain('not followed');
  });

  it('knows itself by another name has its links understood', async () => {
    const fhir = await inFrontOf((request, response) => {
      const first = !request.url?.includes('p=2');
      response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [{ fullUrl: 'https://fhir.hospital.example/r4/Patient/a', resource: { resourceType: 'Patient', id: first ? 'a' : 'b', managingOrganization: { reference: 'https://fhir.hospital.example/r4/Organization/o' } } }], ...(first ? { link: [{ relation: 'next', url: 'https://fhir.hospital.example/r4?p=2' }] } : {}) }));
    }, { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', implementation: { description: 'x', url: 'https://fhir.hospital.example/r4' } });
    const { body, text } = await fhir<Bundle>('GET', 'Patient');
    expect(text).not.toContain('hospital.example');
    expect(idsIn((await fhir<Bundle>('GET', body.link?.find(({ relation }) => relation === 'next')?.url ?? '')).body)).toEqual(['Patient/b']);
  });

  it.each([
    ['is another version', { resourceType: 'CapabilityStatement', fhirVersion: '5.0.0' }, /speaks FHIR 5\.0\.0, not R4/],
    ['is no FHIR server', { hello: 'world' }, /is not a FHIR server/],
  ])('%s is refused in a sentence, and the port is free again', async (_, statement, words) => {
    ehr = null;
    await expect(inFrontOf(() => undefined, statement)).rejects.toThrow(words);
  });

  it('is not there is refused in a sentence', async () => {
    outside = createServer();
    await expect(startEhr({ upstream: { fhir: 'http://127.0.0.1:9/fhir' } })).rejects.toThrow('No FHIR server answers at http://127.0.0.1:9/fhir/metadata');
    await expect(startEhr({ upstream: { fhir: 'ftp://x/fhir' } })).rejects.toThrow('not the address of a FHIR server');
    await expect(startEhr({ upstream: { fhir: 'http://me:secret@x/fhir' } })).rejects.toThrow(/^The address of the FHIR server has a name/);
  });
});

/** `urn:uuid:` references as addresses: a seed is PUTs with ids. */
function resolved(bundle: Bundle): Bundle {
  return JSON.parse(JSON.stringify(bundle).replaceAll('urn:uuid:p', 'Patient/p').replaceAll('urn:uuid:e', 'Encounter/e')) as Bundle;
}

function ask(ehr: Sandbox, ...rules: FaultRule[]): Promise<Response> {
  return fetch(`${ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rules) });
}
