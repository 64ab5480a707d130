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

test('patients are found by name and birth date', async () => {
  let asked = '';
  server.use(http.get(`${BASE}/Patient`, ({ request }) => {
    asked = new URL(request.url).search;
    return bundle({ resourceType: 'Patient', id: 'p2', name: [{ family: 'Okafor', given: ['Ben'] }] }, { resourceType: 'Patient', id: 'p1', name: [{ text: 'Ada Okafor' }], birthDate: '1974-03-02' });
  }));
  expect(await searchPatients(ehr, ' Okafor  1974-03-02 ', signal)).toEqual([{ id: 'p1', name: 'Ada Okafor', birthDate: '1974-03-02' }, { id: 'p2', name: 'Ben Okafor', birthDate: null }]);
  expect(asked).toBe('?name=Okafor&birthdate=1974-03-02&_count=50');
  expect(await searchPatients(ehr, '  ', signal)).toEqual([]);
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
  server.use(http.get(`${BASE}/Patient`, () => new HttpResponse(null, { status: 403 })));
  await expect(searchPatients(ehr, 'x', signal)).rejects.toMatchObject({ kind: 'lookup', message: expect.stringContaining('403') as string });
});
