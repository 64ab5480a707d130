import type { Resource } from 'fhir/r4';
import { HttpResponse, delay, http } from 'msw';
import { setupServer } from 'msw/node';
import type { RequestHandler } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../../src/fhir/decode/index.ts';
import { subjectTag, toCompanion } from '../../../src/fhir/encode/companion.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import type { ChartBundle } from '../../../src/fhir/read/contract.ts';
import { createReader } from '../../../src/fhir/read/reader.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';

const EHR = 'https://ehr.test/fhir';
const COMPANION = 'https://companion.test/fhir';
const requests: { url: URL; authorization: string | null }[] = [];
const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  server.events.on('request:start', ({ request }) => { requests.push({ url: new URL(request.url), authorization: request.headers.get('authorization') }); });
});
afterEach(() => { server.resetHandlers(); requests.length = 0; });
afterAll(() => { server.close(); });

const ENCOUNTER = 'Encounter/e1';
const places = { ehr: EHR, companion: COMPANION };
const encounter = { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, subject: { reference: 'Patient/p1' } };
const searchset = (resources: readonly unknown[], more: object = {}) => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })), ...more });

const attestation = (id: string, targets: readonly string[], encounterOf = ENCOUNTER) => toCompanion({
  resourceType: 'Provenance', id, recorded: '2026-02-18T11:00:00Z', target: targets.map((reference) => ({ reference })),
  agent: [{ type: { coding: [{ code: 'verifier' }] }, who: { reference: 'Practitioner/dr1', display: 'Ruth Adeyemi, MD' } }],
  extension: [
    { url: 'https://countersign.dev/fhir/StructureDefinition/attestation-statement', valueString: 'I reviewed this.' },
    { url: 'https://countersign.dev/fhir/StructureDefinition/decision', extension: [
      { url: 'suggestion', valueString: 's1' }, { url: 'action', valueCode: 'add' }, { url: 'code', valueString: 'I10' }, { url: 'choice', valueCode: 'reject' }, { url: 'reason', valueCode: 'other' },
    ] },
  ],
} as unknown as Resource, places, encounterOf);
const claim = toCompanion({ resourceType: 'Claim', id: 'k1', status: 'draft', use: 'claim', patient: { reference: 'Patient/p1' }, item: [{ sequence: 1, encounter: [{ reference: ENCOUNTER }] }] } as unknown as Resource, places, ENCOUNTER);
const foreignClaim = toCompanion({ resourceType: 'Claim', id: 'k2', status: 'draft', patient: { reference: 'Patient/p2' } } as unknown as Resource, places, ENCOUNTER);

/** An EHR that has none of Provenance, Task and Claim; `beside` is the companion server. */
function servers(...beside: readonly RequestHandler[]): void {
  server.use(
    ...beside,
    http.get(`${EHR}/metadata`, () => HttpResponse.json({ resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: ['Patient', 'Encounter', 'Condition', 'DocumentReference'].map((type) => ({ type })) }] })),
    http.get(`${EHR}/Encounter/e1`, () => HttpResponse.json(encounter)),
    http.get(`${EHR}/Patient/p1`, () => HttpResponse.json({ resourceType: 'Patient', id: 'p1' })),
    http.get(`${EHR}/:kind`, ({ params }) => searchset(params['kind'] === 'Encounter' ? [encounter] : [])),
    http.get(`${COMPANION}/:kind`, () => searchset([])),
  );
}

const kept = (kind: string, resources: readonly unknown[], more: object = {}) => http.get(`${COMPANION}/${kind}`, () => searchset(resources, more));
const hops = (base: string, token: string | null) => createGuardedHttp({ base, token: () => token, refresh: () => Promise.reject(new Error('none')), timeout: 300, jitter: () => 0, attempts: 1 });

async function read(companion = true): Promise<ChartBundle> {
  const where = { patient: 'p1', encounter: 'e1', clock: { now: () => '2026-03-01T12:00:00Z' }, companion: companion ? hops(COMPANION, null) : null };
  return createReader({ http: hops(EHR, 'secret'), scopes: parseScopes('user/*.rs') }, where).read(() => undefined, new AbortController().signal);
}

const endings = ({ reads }: ChartBundle, kind: string) => reads.filter((r) => r.kind === kind).map((r) => [r.query, r.status, r.count]);
const whyOf = ({ reads }: ChartBundle, kind: string) => reads.filter((r) => r.kind === kind && r.query === 'companion server').map((r) => r.why).join('');

describe('what the companion server keeps of the visit', () => {
  test('is part of the chart, named by its address there, and speaks of the EHR\'s own resources', async () => {
    servers(kept('Provenance', [attestation('v1', [ENCOUNTER, `${COMPANION}/Claim/k1`])]), kept('Claim', [claim]));
    const bundle = await read();
    expect(endings(bundle, 'Provenance')).toEqual([['target', 'not-asked', 0], ['companion server', 'read', 1]]);
    const chart = decode(bundle);
    expect(chart.claims).toMatchObject([{ source: { reference: `${COMPANION}/Claim/k1` }, encounters: [ENCOUNTER] }]);
    expect(chart.provenances).toMatchObject([{ source: { reference: `${COMPANION}/Provenance/v1` }, targets: [{ reference: ENCOUNTER }, { reference: `${COMPANION}/Claim/k1` }] }]);
    expect(chart.signed).toMatchObject([{ source: { reference: `${COMPANION}/Provenance/v1` }, who: 'Practitioner/dr1', code: 'I10', choice: { kind: 'reject' } }]);
  });

  test('is asked for by the visit\'s hash alone, without the EHR\'s token', async () => {
    servers();
    await read();
    const asked = requests.filter((r) => r.url.origin === 'https://companion.test');
    expect(asked.map((r) => r.url.pathname).toSorted()).toEqual(['/fhir/Claim', '/fhir/Provenance', '/fhir/Task']);
    expect(new Set(asked.map((r) => r.url.searchParams.get('_tag')))).toEqual(new Set([`https://countersign.dev/fhir/subject|${subjectTag(EHR, ENCOUNTER).code ?? ''}`]));
    expect(asked.every((r) => r.authorization === null && !/p1|e1/.test(r.url.search.replace(/_tag=[^&]*/, '')))).toBe(true);
  });

  test('is read page by page', async () => {
    servers(http.get(`${COMPANION}/Provenance`, ({ request }) => (new URL(request.url).searchParams.has('page')
      ? searchset([attestation('v2', [ENCOUNTER])]) : searchset([attestation('v1', [ENCOUNTER])], { link: [{ relation: 'next', url: `${COMPANION}/Provenance?page=2` }] }))));
    expect(endings(await read(), 'Provenance')[1]).toEqual(['companion server', 'read', 2]);
  });

  test('is not asked for where the site has none', async () => {
    servers();
    expect(endings(await read(false), 'Task')).toEqual([['patient', 'not-asked', 0]]);
    expect(requests.every((r) => r.url.origin === 'https://ehr.test')).toBe(true);
  });
});

describe('a companion server that does not give everything', () => {
  test.each<[string, () => Response | Promise<Response>, string, string]>([
    ['is down', () => HttpResponse.error(), 'failed', 'The companion server could not be reached'],
    ['refuses', () => new HttpResponse(null, { status: 403 }), 'denied', 'The companion server did not let us read earlier attestations (403).'],
    ['asks for a sign-in', () => new HttpResponse(null, { status: 401 }), 'denied', 'The companion server asks for a sign-in of its own'],
    ['fails', () => new HttpResponse(null, { status: 500 }), 'failed', 'The companion server failed'],
    ['takes too long', async () => { await delay(900); return searchset([]); }, 'failed', 'The companion server took too long'],
    ['is busy', () => new HttpResponse(null, { status: 503 }), 'failed', 'The companion server was too busy'],
    ['sends a login page', () => new HttpResponse('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } }), 'failed', 'The companion server answered with something else'],
    ['does not know the kind', () => new HttpResponse(null, { status: 404 }), 'not-asked', 'The companion server does not offer this'],
    ['breaks off at the second page', () => searchset([attestation('v1', [ENCOUNTER])], { link: [{ relation: 'next', url: `${COMPANION}/nowhere` }] }), 'partial', 'The companion server'],
    ['leads elsewhere', () => searchset([attestation('v1', [ENCOUNTER])], { link: [{ relation: 'next', url: 'https://evil.test/fhir' }] }), 'partial', 'The companion server named an address outside its FHIR server'],
    ['leaves the tag unheeded and sends another visit\'s', () => searchset([attestation('v1', [ENCOUNTER]), attestation('v2', ['Encounter/e2'], 'Encounter/e2')]), 'partial', 'The companion server sent 1 that do not belong to this visit'],
    ['drops tags', () => searchset([{ ...attestation('v1', [ENCOUNTER]), meta: {} }]), 'partial', 'do not belong to this visit'],
  ])('it %s: told in words, never taken for empty, and the EHR is read all the same', async (_, answer, status, why) => {
    servers(http.get(`${COMPANION}/Provenance`, answer), http.get(`${COMPANION}/nowhere`, () => new HttpResponse(null, { status: 500 })));
    const bundle = await read();
    expect(endings(bundle, 'Provenance')[1]?.[1]).toBe(status);
    expect(whyOf(bundle, 'Provenance')).toContain(why);
    expect(endings(bundle, 'Condition')).toEqual([['patient', 'read', 0]]);
    expect(endings(bundle, 'Task')).toEqual([['patient', 'not-asked', 0], ['companion server', 'read', 0]]);
    expect(requests.every((r) => r.url.origin !== 'https://evil.test')).toBe(true);
  });

  test('another patient\'s, even under this visit\'s tag, is left out', async () => {
    servers(kept('Claim', [claim, foreignClaim]));
    const bundle = await read();
    expect(decode(bundle).claims.map((c) => c.source.reference)).toEqual([`${COMPANION}/Claim/k1`]);
    expect(endings(bundle, 'Claim')[1]).toEqual(['companion server', 'partial', 1]);
  });

  test('its answers do not hide that the sign-in at the EHR ended', async () => {
    servers(http.get(`${EHR}/:kind/:id`, () => new HttpResponse(null, { status: 401 })), http.get(`${EHR}/:kind`, ({ params }) => (params['kind'] === 'metadata' ? undefined : new HttpResponse(null, { status: 401 }))));
    await expect(read()).rejects.toMatchObject({ name: 'FhirFault', kind: 'signed-out' });
  });
});
