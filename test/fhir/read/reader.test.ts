import { http, HttpResponse, delay } from 'msw';
import { setupServer } from 'msw/node';
import type { RequestHandler } from 'msw';
import type { Resource } from 'fhir/r4';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { decode } from '../../../src/fhir/decode/index.ts';
import { readChart } from '../../../src/fhir/decode/read-chart.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import type { ChartBundle, ReadProgress } from '../../../src/fhir/read/contract.ts';
import { createReader } from '../../../src/fhir/read/reader.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';

const BASE = 'https://ehr.test/fhir';
const requests: { url: URL; accept: string | null; authorization: string | null }[] = [];
const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  server.events.on('request:start', ({ request }) => { requests.push({ url: new URL(request.url), accept: request.headers.get('accept'), authorization: request.headers.get('authorization') }); });
});
afterEach(() => { server.resetHandlers(); requests.length = 0; });
afterAll(() => { server.close(); });

const about = { subject: { reference: 'Patient/p1' } };
const encounter = { resourceType: 'Encounter', id: 'e1', status: 'finished', class: { code: 'AMB' }, ...about, participant: [{ individual: { reference: 'Practitioner/dr1' } }], period: { end: '2026-02-18T10:00:00Z' } };
const chart: object[] = [
  { resourceType: 'Patient', id: 'p1', gender: 'female' }, encounter,
  { resourceType: 'Practitioner', id: 'dr1', name: [{ text: 'Ruth Adeyemi, MD' }] },
  { resourceType: 'PractitionerRole', id: 'r1', practitioner: { reference: 'Practitioner/dr1' }, code: [{ coding: [{ code: 'doctor' }] }] },
  ...[1, 2, 3].map((n) => ({ resourceType: 'Condition', id: `c${n}`, ...about })),
  ...Array.from({ length: 250 }, (_, n) => ({ resourceType: 'Observation', id: `o${n}`, status: 'final', code: {}, ...about })),
  { resourceType: 'DocumentReference', id: 'd1', status: 'current', ...about, author: [{ reference: 'Practitioner/dr1' }], content: [{ attachment: { contentType: 'text/plain', url: 'Binary/b1' } }] },
];

/** A small well-behaved server over `chart`; `more` come first, so they can misbehave for it. */
function ehr(more: RequestHandler[] = [], resources: readonly object[] = chart): void {
  server.use(
    ...more,
    http.get(`${BASE}/metadata`, () => HttpResponse.json({ resourceType: 'CapabilityStatement', rest: [{ mode: 'server', resource: KINDS.map((type) => ({ type })) }] })),
    http.get(`${BASE}/Binary/:id`, () => new HttpResponse('Assessment: obesity.', { headers: { 'content-type': 'text/plain' } })),
    http.get(`${BASE}/:kind/:id`, ({ params }) => HttpResponse.json(resources.find((r) => is(r, 'resourceType', params['kind']) && is(r, 'id', params['id'])) ?? {})),
    http.get(`${BASE}/:kind`, ({ request, params }) => HttpResponse.json(page(resources.filter((r) => is(r, 'resourceType', params['kind'])), new URL(request.url)))),
  );
}

const KINDS = ['Patient', 'Encounter', 'DocumentReference', 'Binary', 'Condition', 'Observation', 'MedicationRequest', 'MedicationAdministration', 'Procedure', 'AllergyIntolerance', 'Immunization', 'Coverage', 'Claim', 'Provenance', 'DiagnosticReport', 'ServiceRequest', 'QuestionnaireResponse', 'Practitioner', 'PractitionerRole'];

const is = (resource: object, name: string, value: unknown): boolean => (resource as Record<string, unknown>)[name] === value;

function page(all: readonly object[], url: URL, more: object = {}): object {
  const offset = Number(url.searchParams.get('_offset') ?? 0);
  const count = Number(url.searchParams.get('_count') ?? 20);
  const next = new URL(url);
  next.searchParams.set('_offset', String(offset + count));
  return {
    resourceType: 'Bundle', type: 'searchset', total: all.length,
    link: offset + count < all.length ? [{ relation: 'next', url: next.href }] : [],
    entry: all.slice(offset, offset + count).map((resource) => ({ resource })), ...more,
  };
}

async function read(scope = 'user/*.rs', signal = new AbortController().signal, onProgress: (p: ReadProgress) => void = () => undefined): Promise<ChartBundle> {
  const guarded = createGuardedHttp({ base: BASE, token: () => 'secret', refresh: () => Promise.reject(new Error('none')), timeout: 400, jitter: () => 0 });
  return createReader({ http: guarded, scopes: parseScopes(scope) }, { patient: 'p1', encounter: 'e1', clock: { now: () => '2026-03-01T12:00:00Z' } }).read(onProgress, signal);
}

const endings = (bundle: ChartBundle, kind: string) => bundle.reads.filter((r) => r.kind === kind).map((r) => r.status);
const whyOf = (bundle: ChartBundle, kind: string) => bundle.reads.filter((r) => r.kind === kind).map((r) => r.why).join(' ');
const countOf = (bundle: ChartBundle, kind: string) => bundle.resources.filter((r: Resource) => r.resourceType === kind).length;

const later = (change: (bundle: object, url: URL) => object | Response): RequestHandler => http.get(`${BASE}/Observation`, ({ request }) => {
  const url = new URL(request.url);
  const answer = change(page(chart.filter((r) => is(r, 'resourceType', 'Observation')), url), url);
  return answer instanceof Response ? answer : HttpResponse.json(answer);
});

const withAttachment = (attachment: object) => [...chart.filter((r) => !is(r, 'resourceType', 'DocumentReference')), { resourceType: 'DocumentReference', id: 'd1', status: 'current', ...about, content: [{ attachment }] }];

describe('a whole chart', () => {
  test('is read page by page to the end, and decodes', async () => {
    ehr();
    const bundle = await read();
    expect(countOf(bundle, 'Observation')).toBe(250);
    expect(bundle.reads.filter((r) => r.status !== 'read').map((r) => r.kind)).toEqual(['Task']);
    expect(new Set(bundle.reads.map((r) => r.kind)).size).toBe(20);
    expect(decode(bundle).notes[0]).toMatchObject({ text: 'Assessment: obesity.', author: { name: 'Ruth Adeyemi, MD', role: 'provider' } });
    expect(requests.every((r) => Number(r.url.searchParams.get('_count') ?? 0) <= 100)).toBe(true);
  });

  test('a kind that the server lacks is not asked', async () => {
    ehr();
    expect(endings(await read(), 'Task')).toEqual(['not-asked']);
    expect(requests.some((r) => r.url.pathname.endsWith('/Task'))).toBe(false);
  });

  test('everything is asked where the server does not say what it offers', async () => {
    ehr([http.get(`${BASE}/metadata`, () => new HttpResponse(null, { status: 500 }))]);
    expect(endings(await read(), 'Task')).toEqual(['read']);
  });

  test('progress names each stage and ends with all', async () => {
    ehr();
    const seen: ReadProgress[] = [];
    await read('user/*.rs', undefined, (p) => { seen.push(p); });
    expect(seen[0]).toEqual({ done: 0, total: 20, stage: 'Asking the EHR what it offers' });
    expect(seen.at(-1)).toMatchObject({ done: 20, total: 20 });
    expect(seen.map((p) => p.done)).toEqual(seen.map((p) => p.done).toSorted((a, b) => a - b));
  });

  test('no more than six requests are on the way at once', async () => {
    let now = 0;
    let most = 0;
    ehr([http.get(`${BASE}/:kind`, async () => { now += 1; most = Math.max(most, now); await delay(5); now -= 1; })]);
    await read();
    expect(most).toBeLessThanOrEqual(6);
    expect(most).toBeGreaterThan(1);
  });

  test('prior attestations are found by what they speak of', async () => {
    ehr([http.get(`${BASE}/Provenance`, ({ request }) => HttpResponse.json(page([{ resourceType: 'Provenance', id: 'v1', target: [{ reference: 'Condition/c1' }] }], new URL(request.url))))]);
    expect(countOf(await read(), 'Provenance')).toBe(1);
    expect(requests.find((r) => r.url.pathname.endsWith('/Provenance'))?.url.searchParams.get('target')).toBe('Encounter/e1,Condition/c1,Condition/c2,Condition/c3');
  });
});

describe('prior attestations of a server that searches them by patient alone', () => {
  const only = http.get(`${BASE}/metadata`, () => HttpResponse.json({
    resourceType: 'CapabilityStatement',
    rest: [{ mode: 'server', resource: KINDS.map((type) => ({ type, ...(type === 'Provenance' ? { searchParam: [{ name: 'patient', type: 'reference' }] } : {}) })) }],
  }));
  const provenances = (...targets: readonly string[]) => http.get(`${BASE}/Provenance`, ({ request }) => HttpResponse.json(page(
    targets.map((reference, index) => ({ resourceType: 'Provenance', id: `v${index}`, target: [{ reference }] })), new URL(request.url),
  )));

  test('are kept where they speak of this patient or visit, and may be missing', async () => {
    ehr([only, provenances('Patient/p1', 'Condition/c1/_history/2', `${BASE}/Encounter/e1`)]);
    const bundle = await read();
    expect(requests.find((r) => r.url.pathname.endsWith('/Provenance'))?.url.searchParams.get('patient')).toMatch(/p1$/);
    expect([countOf(bundle, 'Provenance'), endings(bundle, 'Provenance')]).toEqual([3, ['partial']]);
  });

  test('are left out where they speak of others: a server that leaves the patient unheeded answers with everybody\'s', async () => {
    ehr([only, provenances('Condition/c1', 'Condition/of-another', 'Patient/p2', 'Encounter/e9')]);
    const bundle = await read();
    expect(bundle.resources.flatMap((r) => (r.resourceType === 'Provenance' ? [r.id] : []))).toEqual(['v0']);
    expect(bundle.reads.find(({ kind }) => kind === 'Provenance')).toMatchObject({ status: 'partial', count: 1, why: expect.stringContaining('something else') as string });
  });
});

describe('what one kind suffers, the others do not', () => {
  test.each([
    [403, 'denied', 'The EHR did not let us read problems and diagnoses (403).'], [404, 'failed', '(404)'], [500, 'failed', '(500)'], [410, 'failed', '(410)'],
  ])('%i is %s', async (status, ending, why) => {
    ehr([http.get(`${BASE}/Condition`, () => HttpResponse.json({ resourceType: 'OperationOutcome', issue: [{ diagnostics: 'Jane Doe' }] }, { status }))]);
    const bundle = await read();
    expect(endings(bundle, 'Condition')).toEqual([ending]);
    expect(whyOf(bundle, 'Condition')).toContain(why);
    expect(JSON.stringify(bundle.reads)).not.toContain('Jane Doe');
    expect(endings(bundle, 'Observation')).toEqual(['read']);
  });

  test('a sign-in that ended is told', async () => {
    ehr([http.get(`${BASE}/Condition`, () => new HttpResponse(null, { status: 401 }))]);
    expect(whyOf(await read(), 'Condition')).toContain('sign-in ended');
  });

  test('a sign-in that ended before anything came is no chart at all', async () => {
    ehr([http.get(`${BASE}/metadata`, () => HttpResponse.json({ resourceType: 'CapabilityStatement' })), http.get(`${BASE}/*`, () => new HttpResponse(null, { status: 401 }))]);
    await expect(read()).rejects.toMatchObject({ name: 'FhirFault', kind: 'signed-out' });
  });

  test.each<[string, RequestHandler, string]>([
    ['a cut body', http.get(`${BASE}/Condition`, () => new HttpResponse('{"resourceType":"Bun', { headers: { 'content-type': 'application/fhir+json' } })), 'broke off'],
    ['a login page', http.get(`${BASE}/Condition`, () => new HttpResponse('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } })), 'something else'],
    ['no answer', http.get(`${BASE}/Condition`, async () => { await delay(1500); return HttpResponse.json({}); }), 'too long'],
    ['no network', http.get(`${BASE}/Condition`, () => HttpResponse.error()), 'could not be reached'],
    ['a busy server that asks for an hour', http.get(`${BASE}/Condition`, () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '3600' } })), 'too busy'],
  ])('%s is failed', async (_name, handler, why) => {
    ehr([handler]);
    const bundle = await read();
    expect(endings(bundle, 'Condition')).toEqual(['failed']);
    expect(whyOf(bundle, 'Condition')).toContain(why);
  });

  test('a busy server that says when is asked again', async () => {
    let calls = 0;
    ehr([http.get(`${BASE}/Condition`, () => { calls += 1; return calls === 1 ? new HttpResponse(null, { status: 429, headers: { 'retry-after': '0' } }) : undefined; })]);
    expect(endings(await read(), 'Condition')).toEqual(['read']);
  });
});

describe('pages that cannot be followed to the end make the kind partial', () => {
  test.each<[string, (bundle: object, url: URL) => object | Response, number, string]>([
    ['a second page that fails', (b, url) => (url.searchParams.has('_offset') ? new HttpResponse(null, { status: 500 }) : b), 100, '(500)'],
    ['a next link to another host', (b) => ({ ...b, link: [{ relation: 'next', url: 'https://evil.test/fhir?page=2' }] }), 100, 'outside its FHIR server'],
    ['a next link in a circle', (b, url) => ({ ...b, link: [{ relation: 'next', url: url.href }] }), 100, 'again and again'],
    ['a total that is not reached', (b) => ({ ...b, total: 9999 }), 250, 'announced 9999 and sent 250'],
    ['an OperationOutcome among the entries', (b) => ({ ...b, entry: [...(b as { entry: object[] }).entry, { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'error' }] } }] }), 250, 'could not send all'],
    ['resources of another patient', (b) => ({ ...b, total: 0, entry: [{ resource: { resourceType: 'Observation', id: 'x', subject: { reference: 'Patient/p2' } } }], link: [] }), 0, 'another patient'],
  ])('%s', async (_name, change, count, why) => {
    ehr([later(change)]);
    const bundle = await read();
    expect(endings(bundle, 'Observation')).toEqual(['partial']);
    expect(countOf(bundle, 'Observation')).toBe(count);
    expect(whyOf(bundle, 'Observation')).toContain(why);
    expect(requests.every((r) => r.url.origin === 'https://ehr.test')).toBe(true);
  });

  test('a total that is too small harms nothing, and a repeated resource counts once', async () => {
    ehr([later((b) => ({ ...b, total: 3, entry: [...(b as { entry: object[] }).entry, (b as { entry: object[] }).entry[0]] }))]);
    const bundle = await read();
    expect(endings(bundle, 'Observation')).toEqual(['read']);
    expect(countOf(bundle, 'Observation')).toBe(250);
  });
});

test('what belongs to something unread is not called read', async () => {
  ehr([http.get(`${BASE}/DocumentReference`, () => new HttpResponse(null, { status: 403 })), http.get(`${BASE}/Condition`, () => new HttpResponse(null, { status: 500 }))]);
  const bundle = await read();
  expect(['Binary', 'Provenance', 'Practitioner'].map((kind) => endings(bundle, kind))).toEqual([['not-asked'], ['partial'], ['partial']]);
  expect(whyOf(bundle, 'Binary')).toContain('the list of notes');
});

describe('scopes', () => {
  test('a kind that was not granted is not asked for, and denied', async () => {
    ehr();
    const bundle = await read('user/Patient.rs user/Encounter.rs user/DocumentReference.rs user/Condition.rs');
    expect(endings(bundle, 'Observation')).toEqual(['denied']);
    expect(endings(bundle, 'Condition')).toEqual(['read']);
    expect(endings(bundle, 'Binary')).toEqual(['denied']);
    expect(decode(bundle).unreadable).toMatchObject([{ status: 'denied' }]);
    expect(requests.some((r) => r.url.pathname.endsWith('/Observation') || r.url.pathname.includes('/Binary'))).toBe(false);
  });

  test('a grant limited to a category reads that category, as partial', async () => {
    ehr();
    const bundle = await read('user/Observation.rs?category=laboratory user/Encounter.rs');
    expect(bundle.reads.filter((r) => r.kind === 'Observation')).toMatchObject([{ status: 'partial', query: 'category=laboratory', count: 250 }]);
    expect(requests.find((r) => r.url.pathname.endsWith('/Observation'))?.url.searchParams.get('category')).toBe('laboratory');
  });

  test('a server that insists on a category gets one', async () => {
    ehr([http.get(`${BASE}/Observation`, ({ request }) => (new URL(request.url).searchParams.has('category') ? undefined : new HttpResponse(null, { status: 400 })))]);
    expect((await read()).reads.filter((r) => r.kind === 'Observation').map((r) => r.query)).toEqual(['category=vital-signs', 'category=laboratory', 'category=social-history', 'category=survey', 'category=exam']);
  });
});

describe('the text of a note', () => {

  test('is asked for in its own format', async () => {
    ehr();
    await read();
    expect(requests.filter((r) => r.url.pathname.endsWith('/Binary/b1')).map((r) => r.accept)).toEqual(['text/plain']);
  });

  test('comes as a Binary where the server will not give it raw', async () => {
    ehr([http.get(`${BASE}/Binary/b1`, ({ request }) => (request.headers.get('accept') === 'text/plain' ? new HttpResponse(null, { status: 406 }) : HttpResponse.json({ resourceType: 'Binary', contentType: 'text/plain', data: btoa('from json') }, { headers: { 'content-type': 'application/fhir+json' } })))]);
    expect(decode(await read()).notes[0]?.text).toBe('from json');
  });

  test('that is FHIR in XML is asked for inside a Binary, lest the Binary come in XML too', async () => {
    const xml = '<Composition xmlns="http://hl7.org/fhir"><section><title value="Plan"/></section></Composition>';
    ehr([http.get(`${BASE}/Binary/b1`, ({ request }) => (request.headers.get('accept') === 'application/fhir+json'
      ? HttpResponse.json({ resourceType: 'Binary', contentType: 'application/fhir+xml', data: btoa(xml) }, { headers: { 'content-type': 'application/fhir+json' } })
      : new HttpResponse('<Binary xmlns="http://hl7.org/fhir"/>', { headers: { 'content-type': 'application/fhir+xml' } })))], withAttachment({ contentType: 'application/fhir+xml', url: 'Binary/b1' }));
    const bundle = await read();
    expect((await readChart(bundle)).notes[0]).toMatchObject({ text: 'Plan', extractor: 'composition/2' });
  });

  test('keeps the charset that the server names', async () => {
    ehr([http.get(`${BASE}/Binary/b1`, () => HttpResponse.arrayBuffer(new Uint8Array([0x63, 0x61, 0x66, 0xe9]).buffer, { headers: { 'content-type': 'text/plain;charset=ISO-8859-1' } }))]);
    expect(decode(await read()).notes[0]).toMatchObject({ text: 'café', extractor: 'plain/1' });
  });

  test.each(['https://files.test/note.txt', '../../admin', 'data:text/plain,hello', '//files.test/x', 'https://ehr.test/other/Binary/b1'])('at %s is not fetched, and listed', async (url) => {
    ehr([], withAttachment({ contentType: 'text/plain', url }));
    const bundle = await read();
    expect(decode(bundle).unreadable).toMatchObject([{ status: 'cannot-read-yet', why: expect.stringContaining('outside the EHR') as string }]);
    expect(requests.every((r) => r.url.href.startsWith(`${BASE}/`))).toBe(true);
  });

  test('inline needs no request; an absolute address under the base is fetched', async () => {
    ehr([], withAttachment({ contentType: 'text/html', data: btoa('<p>inline</p>') }));
    const inline = await read();
    expect((await readChart(inline)).notes[0]?.text).toBe('inline');
    ehr([], withAttachment({ contentType: 'text/plain', url: `${BASE}/Binary/b7` }));
    expect(decode(await read()).notes[0]?.text).toBe('Assessment: obesity.');
  });

  test.each([[404, 'failed'], [403, 'denied'], [500, 'failed']])('that ends in %i is listed as %s', async (status, ending) => {
    ehr([http.get(`${BASE}/Binary/b1`, () => new HttpResponse(null, { status }))]);
    const bundle = await read();
    expect(endings(bundle, 'Binary')).toEqual([ending]);
    expect(decode(bundle).unreadable).toMatchObject([{ status: ending }]);
    expect(decode(bundle).reads.filter((r) => r.kind === 'DocumentReference')).toHaveLength(1);
  });

  test('in another format is listed once', async () => {
    ehr([], withAttachment({ contentType: 'image/tiff', url: 'Binary/b1' }));
    const bundle = await read();
    expect(decode(bundle).unreadable).toMatchObject([{ status: 'cannot-read-yet' }]);
    expect(endings(bundle, 'Binary')).toEqual(['read']);
  });
});

test('an encounter of another patient is refused whole', async () => {
  ehr([http.get(`${BASE}/Encounter/e1`, () => HttpResponse.json({ ...encounter, subject: { reference: 'Patient/p2' } }))]);
  await expect(read()).rejects.toMatchObject({ name: 'ChartMismatch', whatToDo: expect.stringContaining('open it again') as string });
});

test('nothing more is asked for once the encounter proved to be another patient\'s', async () => {
  ehr([
    http.get(`${BASE}/Encounter/e1`, () => HttpResponse.json({ ...encounter, subject: { reference: 'Patient/p2' } })),
    http.get(`${BASE}/Observation`, async ({ request }) => { await delay(60); return HttpResponse.json(page(chart.filter((r) => is(r, 'resourceType', 'Observation')), new URL(request.url))); }),
  ]);
  const told: ReadProgress[] = [];
  await expect(read('user/*.rs', undefined, (p) => told.push(p))).rejects.toMatchObject({ name: 'ChartMismatch' });
  const [asked, heard] = [requests.length, told.length];
  await delay(200);
  expect(requests.length).toBe(asked);
  expect(told.length).toBe(heard);
});

test('another resource than the one that was asked for is not read', async () => {
  ehr([http.get(`${BASE}/Encounter/e1`, () => HttpResponse.json({ ...encounter, id: 'e9' })), http.get(`${BASE}/Encounter`, () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset' }))]);
  const { reads, resources } = await read();
  expect(reads.find((r) => r.kind === 'Encounter')).toMatchObject({ status: 'failed', count: 0 });
  expect(resources.some((r) => r.resourceType === 'Encounter')).toBe(false);
});

test('clinicians are read one by one where they cannot be searched', async () => {
  ehr([http.get(`${BASE}/Practitioner`, () => new HttpResponse(null, { status: 400 }))]);
  expect((await read()).reads.find((r) => r.kind === 'Practitioner')).toMatchObject({ status: 'read', count: 1 });
});

test('a cancel is heard at once', async () => {
  ehr([http.get(`${BASE}/:kind`, async () => { await delay('infinite'); })]);
  const stop = new AbortController();
  setTimeout(() => { stop.abort(); }, 30);
  await expect(read('user/*.rs', stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
