import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle, CapabilityStatement, Condition, OperationOutcome } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, condition, idsIn, startEhr } from './support/ehr.ts';

let ehr: Sandbox;
let fhir: ReturnType<typeof clientOf>;

beforeAll(async () => {
  ehr = await startEhr();
  fhir = clientOf(ehr);
});
afterAll(() => ehr.close());

const transaction = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'transaction', entry });
const post = (resource: object, fullUrl?: string, ifNoneExist?: string) => ({ ...(fullUrl ? { fullUrl } : {}), resource, request: { method: 'POST', url: (resource as { resourceType: string }).resourceType, ...(ifNoneExist ? { ifNoneExist } : {}) } });
const said = (body: unknown): string => (body as OperationOutcome).issue.map((i) => i.diagnostics).join(' ');

describe('versions', () => {
  it('count up, carry ETags, and stay readable', async () => {
    const created = await fhir<Condition>('POST', 'Condition', condition(undefined, 'a', 'J45.909'));
    expect(created.status).toBe(201);
    expect(created.headers.get('etag')).toBe('W/"1"');
    const id = created.body.id ?? '';
    expect(created.headers.get('location')).toBe(`${ehr.fhirBase}/Condition/${id}/_history/1`);
    const updated = await fhir('PUT', `Condition/${id}`, condition(id, 'a', 'J45.901'), { 'If-Match': 'W/"1"' });
    expect([updated.status, updated.headers.get('etag')]).toEqual([200, 'W/"2"']);
    expect((await fhir<Condition>('GET', `Condition/${id}/_history/1`)).body.code?.coding?.[0]?.code).toBe('J45.909');
    expect((await fhir('GET', `Condition/${id}`, undefined, { 'If-None-Match': 'W/"2"' })).status).toBe(304);
    await fhir('DELETE', `Condition/${id}`);
    expect((await fhir('GET', `Condition/${id}`)).status).toBe(410);
    const history = await fhir<Bundle>('GET', `Condition/${id}/_history`);
    expect(history.body.entry?.map((e) => e.request?.method)).toEqual(['DELETE', 'PUT', 'POST']);
  });

  it('stay where nothing changed, as in HAPI', async () => {
    await fhir('PUT', 'Condition/same', condition('same', 'a', 'I10'));
    expect((await fhir('PUT', 'Condition/same', condition('same', 'a', 'I10'))).headers.get('etag')).toBe('W/"1"');
  });

  it('let one of twenty racers win', async () => {
    await fhir('PUT', 'Condition/race', condition('race', 'a', 'I10'));
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => fhir('PUT', 'Condition/race', condition('race', 'a', `Z${i}`), { 'If-Match': 'W/"1"' })));
    expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([200, ...Array.from({ length: 19 }, () => 412)]);
    expect((await fhir('GET', 'Condition/race')).headers.get('etag')).toBe('W/"2"');
  });

  it('refuse an If-Match that is no ETag', async () => {
    expect((await fhir('PUT', 'Condition/race', condition('race', 'a', 'I10'), { 'If-Match': '2' })).status).toBe(400);
  });
});

describe('conditional creates', () => {
  it('make one resource out of twenty at once', async () => {
    const body = condition(undefined, 'a', 'E66.811', { identifier: [{ system: 'urn:key', value: 'once' }] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => fhir('POST', 'Condition', body, { 'If-None-Exist': 'identifier=urn:key|once' })));
    expect(answers.map((a) => a.status).toSorted((a, b) => a - b)).toEqual([...Array.from({ length: 19 }, () => 200), 201]);
    expect((await fhir<Bundle>('GET', 'Condition?identifier=urn:key|once')).body.total).toBe(1);
  });

  it('stop at several matches', async () => {
    expect((await fhir('POST', 'Condition', condition(undefined, 'a', 'I10'), { 'If-None-Exist': 'code=I10' })).status).toBe(412);
  });

  it('work as updates too', async () => {
    const body = condition(undefined, 'a', 'E78.5', { identifier: [{ system: 'urn:key', value: 'put' }] });
    expect((await fhir('PUT', 'Condition?identifier=urn:key|put', body)).status).toBe(201);
    expect((await fhir('PUT', 'Condition?identifier=urn:key|put', { ...body, recordedDate: '2026-01-01' })).status).toBe(200);
    expect((await fhir<Bundle>('GET', 'Condition?identifier=urn:key|put')).body.total).toBe(1);
  });
});

describe('a transaction', () => {
  it('links its entries by urn:uuid, also ahead, and reads what it wrote', async () => {
    const { status, body } = await fhir<Bundle>('POST', '', transaction(
      post({ resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'urn:uuid:1' }], agent: [{ who: { reference: 'Practitioner/doc' } }] }),
      post(condition(undefined, 'a', 'N18.31', { encounter: { reference: 'Encounter/a-visit' } }), 'urn:uuid:1'),
      { request: { method: 'GET', url: 'Condition?code=N18.31' } },
    ));
    expect(status).toBe(200);
    expect(body.entry?.map((e) => e.response?.status)).toEqual(['201 Created', '201 Created', '200 OK']);
    const written = body.entry?.[1]?.resource as Condition;
    expect(body.entry?.[1]?.response?.etag).toBe('W/"1"');
    expect(body.entry?.[0]?.resource).toMatchObject({ target: [{ reference: `Condition/${written.id}` }] });
    expect(idsIn(body.entry?.[2]?.resource as Bundle)).toEqual([`Condition/${written.id}`]);
  });

  it('is not repeated by ifNoneExist, and the references lead to what was there', async () => {
    const send = () => fhir<Bundle>('POST', '', transaction(
      post(condition(undefined, 'a', 'M81.0', { identifier: [{ system: 'urn:key', value: 'tx' }] }), 'urn:uuid:2', 'identifier=urn:key|tx'),
      post({ resourceType: 'Task', status: 'requested', intent: 'order', identifier: [{ system: 'urn:key', value: 'tx-task' }], focus: { reference: 'urn:uuid:2' } }, undefined, 'identifier=urn:key|tx-task'),
    ));
    expect((await send()).body.entry?.map((e) => e.response?.status)).toEqual(['201 Created', '201 Created']);
    expect((await send()).body.entry?.map((e) => e.response?.status)).toEqual(['200 OK', '200 OK']);
    expect((await fhir<Bundle>('GET', 'Task?identifier=urn:key|tx-task')).body.total).toBe(1);
  });

  it.each([
    ['a stale ifMatch', { resource: condition('a-htn', 'a', 'I11.9'), request: { method: 'PUT', url: 'Condition/a-htn', ifMatch: 'W/"9"' } }, 412],
    ['a missing required element', post({ resourceType: 'Condition', code: { text: 'x' } }), 422],
    ['a reference to nothing', post(condition(undefined, 'nobody', 'I10')), 400],
    ['a urn:uuid of no entry', post({ ...condition(undefined, 'a', 'I10'), encounter: { reference: 'urn:uuid:9' } }), 400],
    ['an ifNoneExist with several matches', post(condition(undefined, 'a', 'I10'), undefined, 'code=I10'), 412],
    ['an entry without a request', { resource: condition(undefined, 'a', 'I10') }, 400],
    ['a kind that is not held', post({ resourceType: 'Nonsense' }), 404],
  ])('leaves nothing behind after %s, and names the entry', async (_, bad, expected) => {
    const { status, body } = await fhir('POST', '', transaction(post(condition(undefined, 'a', 'R99.9')), bad));
    expect(status).toBe(expected);
    expect(said(body)).toMatch(/^Entry 2: /);
    expect((await fhir<Bundle>('GET', 'Condition?code=R99.9')).body.total).toBe(0);
  });

  it('as a batch keeps what succeeds', async () => {
    const { body } = await fhir<Bundle>('POST', '', { ...transaction(post(condition(undefined, 'a', 'R51.9')), post({ resourceType: 'Condition' }), { request: { method: 'GET', url: 'Patient/none' } }), type: 'batch' });
    expect(body.entry?.map((e) => e.response?.status)).toEqual(['201 Created', '422 Unprocessable Entity', '404 Not Found']);
    expect((await fhir<Bundle>('GET', 'Condition?code=R51.9')).body.total).toBe(1);
  });

  it('that is malformed gets 400', async () => {
    for (const body of ['{"resourceType":"Bundle","type":"transaction","entry":[{"re', '[]', '"x"', '{"resourceType":"Bundle","type":"transaction","entry":{}}', '{"resourceType":"Bundle","type":"collection"}', '{"resourceType":"Bundle","type":"batch","entry":[null]}']) {
      const answer = await fhir('POST', '', body);
      expect(answer.status).toBe(400);
      expect(answer.body.resourceType).toBe('OperationOutcome');
    }
  });
});

describe('structure is checked', () => {
  it.each([
    ['an unknown element', { ...condition(undefined, 'a', 'I10'), severty: {} }, /Condition.severty/],
    ['an element with a name that objects have', { ...condition(undefined, 'a', 'I10'), constructor: 'x', toString: 'y' }, /Condition.constructor/],
    ['a list where one may stand', { ...condition(undefined, 'a', 'I10'), subject: [{ reference: 'Patient/a' }] }, /may stand once/],
    ['a code of no required value set', { resourceType: 'Task', status: 'open', intent: 'order' }, /Task.status: is not one of draft/],
    ['a missing claim priority', { resourceType: 'Claim', status: 'draft', type: { text: 'x' }, use: 'claim', patient: { reference: 'Patient/a' }, created: '2026-03-01', provider: { reference: 'Practitioner/doc' }, insurance: [{ sequence: 1, focal: true, coverage: { display: 'x' } }] }, /Claim.priority: required/],
    ['a claim diagnosis without a sequence', { resourceType: 'Claim', status: 'draft', type: { text: 'x' }, use: 'claim', patient: { reference: 'Patient/a' }, created: '2026-03-01', provider: { reference: 'Practitioner/doc' }, priority: { text: 'n' }, insurance: [{ sequence: 1, focal: true, coverage: { display: 'x' } }], diagnosis: [{ diagnosisCodeableConcept: { text: 'x' } }] }, /diagnosis\[0\]\.sequence/],
    ['con-5', { ...condition(undefined, 'a', 'I10'), verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'entered-in-error' }] } }, /con-5/],
    ['con-3', { resourceType: 'Condition', subject: { reference: 'Patient/a' }, category: [{ coding: [{ code: 'problem-list-item' }] }] }, /con-3/],
    ['a date that is none', { ...condition(undefined, 'a', 'I10'), recordedDate: '2026-13-40' }, /recordedDate: is not a valid dateTime/],
    ['a choice that must be made', { resourceType: 'MedicationRequest', status: 'active', intent: 'order', subject: { reference: 'Patient/a' } }, /medication\[x\]/],
  ])('%s is 422 and named, without the content', async (_, resource, sentence) => {
    const answer = await fhir('POST', resource.resourceType, resource);
    expect(answer.status).toBe(422);
    expect(said(answer.body)).toMatch(sentence);
  });

  it('and so are addresses', async () => {
    expect((await fhir('PUT', 'Condition/x1', condition('x2', 'a', 'I10'))).status).toBe(400);
    expect((await fhir('PUT', 'Condition/12', condition('12', 'a', 'I10'))).status).toBe(400);
    expect((await fhir('POST', 'Observation', condition(undefined, 'a', 'I10'))).status).toBe(400);
    expect((await fhir('DELETE', 'Patient/a')).status).toBe(409);
    expect((await fhir('PATCH', 'Patient/a', [])).status).toBe(405);
    expect((await fhir('GET', 'Patient/a/$everything')).status).toBe(404);
  });
});

describe('Binary', () => {
  it('is its bytes, or a resource where FHIR is asked for', async () => {
    const raw = await fhir('GET', 'Binary/a-note-text', undefined, { Accept: 'text/plain' });
    expect([raw.text, raw.headers.get('content-type')]).toEqual(['Note of a: café.', 'text/plain']);
    expect(raw.headers.get('content-security-policy')).toContain('sandbox');
    expect((await fhir('GET', 'Binary/a-note-text', undefined, { Accept: '*/*' })).text).toBe('Note of a: café.');
    expect((await fhir('GET', 'Binary/a-note-text')).body.resourceType).toBe('Binary');
  });

  it('is taken as bytes', async () => {
    const created = await fhir('POST', 'Binary', '<p>Hello</p>', { 'Content-Type': 'text/html', 'X-Security-Context': 'Patient/a' });
    expect(created.status).toBe(201);
    expect((await fhir('GET', `Binary/${created.body.id}`, undefined, { Accept: 'text/html' })).text).toBe('<p>Hello</p>');
  });
});

describe('the data file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-sandbox-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds what was answered, tokens and key included, when it is opened again', async () => {
    const dataFile = join(folder, 'ehr.sqlite');
    const first = await startEhr({ dataFile });
    const token = first.accessToken({ scope: 'user/*.rs' });
    await clientOf(first)('PUT', 'Condition/kept', condition('kept', 'a', 'I10'));
    const keys = await (await fetch(`${first.url}/auth/jwks`)).text();
    await first.close();
    const second = await startEhr({ dataFile });
    const read = await fetch(`${second.fhirBase}/Condition/kept`, { headers: { Authorization: `Bearer ${token}` } });
    expect([read.status, read.headers.get('etag')]).toEqual([200, 'W/"1"']);
    expect(await (await fetch(`${second.url}/auth/jwks`)).text()).toBe(keys);
    expect(second.store.history('Patient', 'a')).toHaveLength(1);
    await second.close();
    const fresh = await startEhr({ dataFile, fresh: true });
    expect(fresh.store.read('Condition', 'kept')).toBeNull();
    await fresh.close();
  });

  it('that is none of ours is refused in a sentence, and the port is free again', async () => {
    await expect(startEhr({ dataFile: folder })).rejects.toThrow(/data file .* cannot be used/);
  });
});

it('the CapabilityStatement says what is offered', async () => {
  const statement = (await (await fetch(`${ehr.fhirBase}/metadata`)).json()) as CapabilityStatement;
  const rest = statement.rest?.[0];
  expect(rest?.interaction?.map((i) => i.code)).toEqual(['transaction', 'batch']);
  const kind = rest?.resource?.find((r) => r.type === 'Condition');
  expect(kind?.interaction?.map((i) => i.code)).not.toContain('patch');
  for (const { name } of kind?.searchParam ?? []) expect((await fhir('GET', `Condition?${name}:missing=true`)).status).toBe(200);
});
