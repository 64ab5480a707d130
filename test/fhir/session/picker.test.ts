import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { listEncounters, searchPatients } from '../../../src/fhir/session/picker.ts';

const BASE = 'https://ehr.test/fhir';
const server = setupServer();
beforeAll(() => { server.listen({ onUnhandledFrame: 'error' }); });
afterEach(() => { server.resetHandlers(); });
afterAll(() => { server.close(); });

const ehr = createGuardedHttp({ base: BASE, token: () => 't', refresh: () => Promise.reject(new Error('none')) });
const { signal } = new AbortController();
const bundle = (...resources: object[]) => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) });

test('patients are found by name and birth date, which stay out of addresses', async () => {
  let asked = '';
  let url = '';
  server.use(http.post(`${BASE}/Patient/_search`, async ({ request }) => {
    asked = await request.text();
    ({ url } = request);
    expect(request.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    return bundle({ resourceType: 'Patient', id: 'p2', name: [{ family: 'Okafor', given: ['Ben'] }] }, { resourceType: 'Patient', id: 'p1', name: [{ text: 'Ada Okafor' }], birthDate: '1974-03-02' });
  }));
  expect(await searchPatients(ehr, ' Okafor  1974-03-02 ', signal)).toEqual([{ id: 'p1', name: 'Ada Okafor', birthDate: '1974-03-02' }, { id: 'p2', name: 'Ben Okafor', birthDate: null }]);
  expect(asked).toBe('name=Okafor&birthdate=1974-03-02&_count=50');
  expect(url).toBe(`${BASE}/Patient/_search`);
  expect(await searchPatients(ehr, '  ', signal)).toEqual([]);
});

test.each([400, 404, 405])('patients are asked for by GET where the server takes no search by POST (%d)', async (status) => {
  let asked = '';
  server.use(
    http.post(`${BASE}/Patient/_search`, () => new HttpResponse(null, { status })),
    http.get(`${BASE}/Patient`, ({ request }) => { asked = new URL(request.url).search; return bundle({ resourceType: 'Patient', id: 'p1', name: [{ text: 'Ada Okafor' }] }); }),
  );
  expect(await searchPatients(ehr, 'Ada O&', signal)).toMatchObject([{ id: 'p1' }]);
  expect(asked).toBe('?name=Ada&name=O%26&_count=50');
});

test('a busy server is asked again by POST: a search writes nothing', async () => {
  let asked = 0;
  server.use(http.post(`${BASE}/Patient/_search`, () => { asked += 1; return asked === 1 ? new HttpResponse(null, { status: 503, headers: { 'retry-after': '0' } }) : bundle(); }));
  expect(await searchPatients(ehr, 'x', signal)).toEqual([]);
  expect(asked).toBe(2);
});

test('encounters come newest first, with a label', async () => {
  server.use(http.get(`${BASE}/Encounter`, () => bundle(
    { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'EMER' }, period: { start: '2025-01-01' } },
    { resourceType: 'Encounter', id: 'e2', status: 'in-progress', class: { code: 'AMB' }, type: [{ text: 'Follow-up' }], period: { start: '2026-01-01' } },
  )));
  expect(await listEncounters(ehr, 'p1', signal)).toEqual([
    { id: 'e2', label: 'Follow-up', start: '2026-01-01', status: 'in-progress' }, { id: 'e1', label: 'Emergency visit', start: '2025-01-01', status: 'finished' },
  ]);
});

test('a search that was refused is no empty list', async () => {
  server.use(http.post(`${BASE}/Patient/_search`, () => new HttpResponse(null, { status: 403 })));
  await expect(searchPatients(ehr, 'x', signal)).rejects.toMatchObject({ kind: 'lookup', message: expect.stringContaining('403') as string });
});
