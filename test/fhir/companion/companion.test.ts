import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { learnCompanion, openCompanion } from '../../../src/fhir/companion/index.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { SIGNED_AT } from '../../support/writing.ts';
import { everything, proposalPlan } from '../send/plans.ts';

const EHR = 'https://ehr.test/fhir';
const BASE = 'https://companion.test/fhir';
const TOKEN = 'the-ehr-token';

const requests: Request[] = [];
const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  server.events.on('request:start', ({ request }) => { requests.push(request.clone()); });
});
afterEach(() => { server.resetHandlers(); requests.length = 0; });
afterAll(() => { server.close(); });

const { signal } = new AbortController();
const open = openCompanion({ fhir: `${BASE}/`, access: 'open' }, 'https://app.test/app/', { timeout: 50 });
const statement = { resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [] };

describe('the way to the companion server', () => {
  test('never carries the EHR\'s token, whatever is written to both', async () => {
    const created = (request: Request) => HttpResponse.json({ resourceType: new URL(request.url).pathname.split('/').at(-1) ?? '', id: 'x1', meta: { versionId: '1' } }, { status: 201 });
    server.use(http.all(`${EHR}/*`, ({ request }) => created(request)), http.all(`${BASE}/*`, ({ request }) => created(request)));
    const ehr = createGuardedHttp({ base: EHR, token: () => TOKEN, refresh: () => Promise.reject(new Error('none')) });
    const writer = createWriter(ehr, { ...everything, transaction: false }, () => SIGNED_AT, open);
    await writer.send(proposalPlan('companion'), () => undefined, signal);
    await writer.since({ patient: 'p1', encounter: 'e1' }, new Set(), signal);
    await writer.check([{ reference: `${BASE}/Task/t1`, version: '1' }], signal);
    const to = (base: string) => requests.filter((r) => r.url.startsWith(`${base}/`));
    expect(to(EHR).length).toBeGreaterThan(5);
    expect(to(BASE).length).toBeGreaterThan(5);
    expect(to(EHR).every((r) => r.headers.get('authorization') === `Bearer ${TOKEN}`)).toBe(true);
    for (const request of to(BASE)) {
      expect(request.headers.has('authorization')).toBe(false);
      expect(JSON.stringify([...request.headers]) + request.url + await request.text()).not.toContain(TOKEN);
    }
    expect(requests).toHaveLength(to(EHR).length + to(BASE).length);
  });

  test.each([['open', 'omit'], ['cookie', 'include']] as const)('%s: credentials %s', async (access, credentials) => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(async () => Response.json(statement));
    await openCompanion({ fhir: BASE, access }, 'https://app.test/').request({ method: 'GET', url: 'metadata' });
    const sent = fetched.mock.calls.map(([, init]) => [init?.credentials, new Headers(init?.headers).get('authorization')]);
    fetched.mockRestore();
    expect(sent).toEqual([[credentials, null]]);
  });

  test('a site\'s relative address counts from the app\'s own origin', () => {
    expect(openCompanion({ fhir: '/companion/fhir/', access: 'open' }, 'http://localhost:4400/app/?state=x').base).toBe('http://localhost:4400/companion/fhir');
  });

  test.each(['https://ehr.test/fhir/Task/1', 'https://companion.test/other', '//ehr.test/fhir', '../admin'])('goes nowhere else: %s', async (url) => {
    await expect(open.request({ method: 'GET', url })).rejects.toMatchObject({ kind: 'foreign-address', message: expect.stringContaining('companion server') as string });
    expect(requests).toEqual([]);
  });

  test('asks a busy server again, for reads alone', async () => {
    let asked = 0;
    server.use(http.all(`${BASE}/Task`, () => { asked += 1; return asked === 1 ? new HttpResponse(null, { status: 429, headers: { 'retry-after': '0' } }) : HttpResponse.json({ resourceType: 'Bundle' }); }));
    expect((await openCompanion({ fhir: BASE, access: 'open' }, 'https://app.test/').request({ method: 'GET', url: 'Task' })).status).toBe(200);
    asked = 0;
    expect((await open.request({ method: 'POST', url: 'Task', body: {} })).status).toBe(429);
  });

  test('does not answer in time: said of the companion server, not of the EHR', async () => {
    server.use(http.get(`${BASE}/metadata`, () => new Promise<never>(() => undefined)));
    await expect(open.request({ method: 'GET', url: 'metadata' })).rejects.toMatchObject({ kind: 'timeout', message: expect.not.stringContaining('EHR') as string });
  });

  test('asks for a sign-in: no refresh of the EHR\'s is tried', async () => {
    server.use(http.get(`${BASE}/Task/1`, () => new HttpResponse(null, { status: 401 })));
    await expect(open.request({ method: 'GET', url: 'Task/1' })).rejects.toMatchObject({ kind: 'signed-out', message: expect.stringContaining('asks for a sign-in') as string });
    expect(requests).toHaveLength(1);
  });
});

describe('what the companion server offers', () => {
  test('is its CapabilityStatement', async () => {
    server.use(http.get(`${BASE}/metadata`, () => HttpResponse.json(statement)));
    expect(await learnCompanion(open, signal)).toEqual({ capability: statement, notice: null });
  });

  test.each([
    ['fails', () => new HttpResponse(null, { status: 500 }), /500/],
    ['is no FHIR server', () => HttpResponse.json({ hello: 1 }), /did not say what it offers/],
    ['speaks R5', () => HttpResponse.json({ ...statement, fhirVersion: '5.0.0' }), /does not speak FHIR R4/],
    ['is away', () => HttpResponse.error(), /could not be reached/],
    ['asks for a sign-in', () => new HttpResponse(null, { status: 401 }), /asks for a sign-in/],
  ])('in words where it %s', async (_, answer, words) => {
    server.use(http.get(`${BASE}/metadata`, answer));
    const learned = await learnCompanion(open, signal);
    expect(learned.capability).toBeNull();
    expect(learned.notice).toMatch(/^The site's companion server cannot be used now/);
    expect(learned.notice).toMatch(words);
  });

  test('is not known when it was cancelled', async () => {
    await expect(learnCompanion(open, AbortSignal.abort())).rejects.toMatchObject({ kind: 'cancelled' });
  });
});
