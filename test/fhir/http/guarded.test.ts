import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addressUnder } from '../../../src/fhir/http/address.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { retryAfter } from '../../../src/fhir/http/retry-after.ts';
import type { FhirFault } from '../../../src/fhir/http/contract.ts';
import type { GuardedHttpOptions } from '../../../src/fhir/http/guarded.ts';

const BASE = 'https://ehr.test/fhir';
const seen: { url: string; authorization: string | null; method: string }[] = [];
const server = setupServer();

beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  server.events.on('request:start', ({ request }) => {
    seen.push({ url: request.url, authorization: request.headers.get('authorization'), method: request.method });
  });
});
afterEach(() => { server.resetHandlers(); seen.length = 0; });
afterAll(() => { server.close(); });

function guarded(changes: Partial<GuardedHttpOptions> = {}) {
  return createGuardedHttp({ base: BASE, token: () => 'secret-token', refresh: () => Promise.reject(new Error('none')), jitter: () => 0, ...changes });
}

async function faultOf(promise: Promise<unknown>): Promise<FhirFault> {
  return promise.then(() => { throw new Error('no fault'); }, (error: unknown) => error as FhirFault);
}

function addressOrFault(url: string): string {
  try {
    return addressUnder(BASE, url);
  } catch (error) {
    return (error as FhirFault).kind;
  }
}

const FOREIGN = [
  'https://evil.test/fhir/Patient/1', 'http://ehr.test/fhir/Patient/1', 'https://ehr.test:8443/fhir/Patient/1', 'https://ehr.test/other/Patient/1',
  'https://ehr.test/fhir2/Patient/1', 'https://ehr.test/fhir/../admin', '../admin', 'Patient/../../admin', 'Patient/%2e%2e/%2E%2e/admin', '//evil.test/fhir',
  '\\\\evil.test\\fhir', '/\\evil.test', 'https://user:pw@ehr.test/fhir/Patient/1', 'https://ehr.test@evil.test/fhir', 'data:text/plain,hello', 'javascript:alert(1)',
  'blob:https://ehr.test/1', 'file:///etc/passwd', 'ht\ntps://evil.test/fhir', ' https://evil.test/', '/admin', 'https://ehr.test/fhir/a%2f..%2f..%2fadmin', 'https://ehr.test.evil.test/fhir',
];

describe('the token stays with the FHIR base', () => {
  test.each(FOREIGN)('nothing is sent to %j', async (url) => {
    const fault = await faultOf(guarded().request({ method: 'GET', url }));
    expect(fault.kind).toBe('foreign-address');
    expect(seen).toEqual([]);
  });

  test.each([
    ['Patient/1', `${BASE}/Patient/1`], [`${BASE}/Patient/1`, `${BASE}/Patient/1`], ['/fhir/Binary/2', `${BASE}/Binary/2`], ['', BASE],
    ['?_getpages=abc', `${BASE}?_getpages=abc`], [`${BASE}?_getpages=abc&_offset=20`, `${BASE}?_getpages=abc&_offset=20`],
    ['Patient?name=../x', `${BASE}/Patient?name=../x`], ['HTTPS://EHR.test/fhir/Patient/1', `${BASE}/Patient/1`],
  ])('%j is %s', (url, address) => { expect(addressUnder(BASE, url)).toBe(address); });

  test('any text either lies under the base or is refused', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom(...FOREIGN).chain((f) => fc.string().map((s) => f + s))), (url) => {
      expect(addressOrFault(url)).toMatch(/^foreign-address$|^https:\/\/ehr\.test\/fhir(?:$|[/?])/);
    }), { numRuns: 2000 });
  });

  test('a redirect is not followed', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => HttpResponse.redirect('https://evil.test/collect')));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('foreign-address');
    server.use(http.post(`${BASE}/Claim`, () => HttpResponse.redirect('https://evil.test/collect', 307)));
    expect((await faultOf(guarded().request({ method: 'POST', url: 'Claim', body: {} }))).kind).toBe('network');
    expect(seen.every((request) => request.url.startsWith(BASE))).toBe(true);
  });
});

describe('an answer that arrives whole is passed on, whatever its status', () => {
  test('status, etag, location, json and bytes', async () => {
    server.use(http.post(`${BASE}/Condition`, () => HttpResponse.json({ resourceType: 'Condition' }, { status: 201, headers: { etag: 'W/"1"', location: `${BASE}/Condition/7/_history/1` } })));
    const reply = await guarded().request({ method: 'POST', url: 'Condition', body: { resourceType: 'Condition' } });
    expect(reply).toMatchObject({ status: 201, etag: 'W/"1"', location: `${BASE}/Condition/7/_history/1`, json: { resourceType: 'Condition' } });
    expect(seen[0]?.authorization).toBe('Bearer secret-token');
  });

  test.each([400, 403, 404, 409, 412, 422, 500])('%i', async (status) => {
    server.use(http.get(`${BASE}/Patient/1`, () => HttpResponse.json({ resourceType: 'OperationOutcome' }, { status })));
    expect((await guarded().request({ method: 'GET', url: 'Patient/1' })).status).toBe(status);
  });

  test('other content comes as bytes', async () => {
    server.use(http.get(`${BASE}/Binary/1`, ({ request }) => HttpResponse.arrayBuffer(new Uint8Array([0xe9]).buffer, { headers: { 'content-type': request.headers.get('accept') ?? '' } })));
    const reply = await guarded().request({ method: 'GET', url: 'Binary/1', accept: 'text/plain' });
    expect([...reply.bytes]).toEqual([0xe9]);
    expect(reply.contentType).toBe('text/plain');
  });

  test('a caller cannot bring its own authorization', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => HttpResponse.json({})));
    await guarded({ token: () => null }).request({ method: 'GET', url: 'Patient/1', headers: { Authorization: 'Bearer other' } });
    expect(seen[0]?.authorization).toBeNull();
  });
});

describe('an expired token', () => {
  test('is refreshed once for all requests that met it, then each is repeated', async () => {
    let token = 'old';
    let refreshes = 0;
    server.use(http.get(`${BASE}/Patient/:id`, ({ request }) => (request.headers.get('authorization') === 'Bearer new' ? HttpResponse.json({ ok: true }) : new HttpResponse(null, { status: 401 }))));
    const ehr = guarded({ token: () => token, refresh: async () => { refreshes += 1; await delay(5); token = 'new'; } });
    const replies = await Promise.all(['1', '2', '3'].map((id) => ehr.request({ method: 'GET', url: `Patient/${id}` })));
    expect(replies.map((reply) => reply.status)).toEqual([200, 200, 200]);
    expect(refreshes).toBe(1);
  });

  test('that cannot be refreshed ends as signed out', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(null, { status: 401 })));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('signed-out');
    expect(seen).toHaveLength(1);
  });

  test('refused again after the refresh ends as signed out', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(null, { status: 401 })));
    expect((await faultOf(guarded({ refresh: () => Promise.resolve() }).request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('signed-out');
    expect(seen).toHaveLength(2);
  });
});

describe('a busy server', () => {
  test('is asked again when it said so', async () => {
    let calls = 0;
    server.use(http.get(`${BASE}/Patient/1`, () => { calls += 1; return calls < 3 ? new HttpResponse(null, { status: calls === 1 ? 429 : 503, headers: { 'retry-after': '0' } }) : HttpResponse.json({}); }));
    expect((await guarded().request({ method: 'GET', url: 'Patient/1' })).status).toBe(200);
    expect(calls).toBe(3);
  });

  test('is not asked for ever', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '0' } })));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('busy');
    expect(seen).toHaveLength(4);
  });

  test('that asks for an hour is not waited for', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(null, { status: 503, headers: { 'retry-after': '3600' } })));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('busy');
    expect(seen).toHaveLength(1);
  });

  test('the wait can be cancelled', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '10' } })));
    const stop = new AbortController();
    setTimeout(() => { stop.abort(); }, 30);
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1', signal: stop.signal }))).kind).toBe('cancelled');
  });

  test('a write is never sent twice', async () => {
    server.use(http.post(`${BASE}/Claim`, () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '0' } })));
    expect((await guarded().request({ method: 'POST', url: 'Claim', body: {} })).status).toBe(429);
    expect(seen).toHaveLength(1);
  });

  test.each([
    ['3', 3000], ['Wed, 18 Feb 2026 10:00:05 GMT', 5000], ['Wed, 18 Feb 2026 09:00:00 GMT', 0], ['soon', null], [null, null],
  ])('Retry-After %j is %j ms', (header, wait) => { expect(retryAfter(header, Date.parse('2026-02-18T10:00:00Z'))).toBe(wait); });
});

describe('no whole answer', () => {
  test('a network failure', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => HttpResponse.error()));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('network');
  });

  test('a body that breaks off', async () => {
    const half = new ReadableStream({ start(controller) { controller.enqueue(new TextEncoder().encode('{"resourceType":"Pat')); setTimeout(() => { controller.error(new Error('reset')); }, 10); } });
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse(half, { headers: { 'content-type': 'application/fhir+json' } })));
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('cut-body');
  });

  test('half a JSON text', async () => {
    server.use(http.get(`${BASE}/Patient/1`, () => new HttpResponse('{"name":"Jane Do', { headers: { 'content-type': 'application/fhir+json' } })));
    const fault = await faultOf(guarded().request({ method: 'GET', url: 'Patient/1' }));
    expect(fault.kind).toBe('cut-body');
    expect(fault.message).not.toContain('Jane');
  });

  test('a server that takes too long', async () => {
    server.use(http.get(`${BASE}/Patient/1`, async () => { await delay(500); return HttpResponse.json({}); }));
    expect((await faultOf(guarded({ timeout: 30 }).request({ method: 'GET', url: 'Patient/1' }))).kind).toBe('timeout');
  });

  test('cancelled by the person', async () => {
    server.use(http.get(`${BASE}/Patient/1`, async () => { await delay(500); return HttpResponse.json({}); }));
    const stop = new AbortController();
    setTimeout(() => { stop.abort(); }, 20);
    expect((await faultOf(guarded().request({ method: 'GET', url: 'Patient/1', signal: stop.signal }))).kind).toBe('cancelled');
  });

  test('no message names an address, an id or the token', async () => {
    server.use(http.get(`${BASE}/Patient/4711`, () => HttpResponse.error()));
    const fault = await faultOf(guarded().request({ method: 'GET', url: 'Patient/4711' }));
    expect(fault.message).not.toMatch(/4711|ehr\.test|secret-token/);
  });
});
