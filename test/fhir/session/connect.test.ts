import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { RequestHandler } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { authorize } from '../../../src/fhir/session/authorize.ts';
import { connect } from '../../../src/fhir/session/connect.ts';
import type { LaunchError } from '../../../src/fhir/session/launch-error.ts';
import { AUTH, FHIR, ehrHandlers, fakePage, idToken, otherKeys, roleOf, site, smartConfiguration } from './fake-ehr.ts';
import type { Claims } from './fake-ehr.ts';

const requests: { url: string; authorization: string | null; body: string }[] = [];
const server = setupServer();
beforeAll(() => {
  server.listen({ onUnhandledFrame: 'error' });
  server.events.on('request:start', async ({ request }) => {
    const entry = { url: request.url, authorization: request.headers.get('authorization'), body: '' };
    requests.push(entry);
    entry.body = await request.clone().text();
  });
});
afterEach(() => { server.resetHandlers(); requests.length = 0; });
afterAll(() => { server.close(); });

interface Answers {
  readonly claims?: Claims;
  readonly token?: object;
  readonly key?: CryptoKey;
  readonly more?: RequestHandler[];
  readonly search?: string;
}

const GRANTED = { access_token: 'at-1', token_type: 'Bearer', expires_in: 300, scope: 'launch openid fhirUser online_access user/*.rs user/Condition.cruds', patient: 'p1', encounter: 'e1', need_patient_banner: false, refresh_token: 'rt-1' };

/** Goes through authorise, comes back with a code, and gives the page that the app opens on. */
async function cameBack({ claims = {}, token = {}, key, more = [], search = '?iss=https://ehr.test/fhir&launch=abc' }: Answers = {}) {
  let nonce = '';
  server.use(...ehrHandlers([...more, http.post(`${AUTH}/token`, async () => HttpResponse.json({ ...GRANTED, id_token: await idToken({ nonce, ...claims }, key), ...token }))]));
  const launch = fakePage(`https://app.test/app/launch.html${search}`);
  await authorize(site, launch);
  const { searchParams } = new URL(launch.went ?? '');
  nonce = searchParams.get('nonce') ?? '';
  const state = searchParams.get('state') ?? '';
  return fakePage(`https://app.test/app/?code=c%2B%2F1&state=${state}`, launch.kept);
}

async function errorOf(promise: Promise<unknown>): Promise<LaunchError> {
  return promise.then(() => { throw new Error('no error'); }, (error: unknown) => error as LaunchError);
}

const roles = (...resources: object[]) => [http.get(`${FHIR}/PractitionerRole`, () => HttpResponse.json({ resourceType: 'Bundle', type: 'searchset', entry: resources.map((resource) => ({ resource })) }))];
const back = (search: string, kept?: Storage) => fakePage(`https://app.test/app/${search}`, kept);
const patientOnlyWith = (token: string) => http.get(`${FHIR}/Patient/p1`, ({ request }) => (request.headers.get('authorization') === `Bearer ${token}` ? HttpResponse.json({ resourceType: 'Patient' }) : new HttpResponse(null, { status: 401 })));
const refreshes = () => requests.filter((r) => r.body.includes('grant_type=refresh_token'));

describe('a launch that comes back', () => {
  test('is a session with patient, encounter, person, role and scopes', async () => {
    const page = await cameBack();
    const session = await connect(site, undefined, page);
    expect(session).toMatchObject({
      ehr: FHIR, mode: 'ehr', patient: 'p1', encounter: 'e1', needPatientBanner: false, notices: [],
      user: { reference: 'Practitioner/dr1', name: 'Ruth Adeyemi, MD', role: 'clinician' },
    });
    expect(session.scopes.allows('Condition', 'update')).toBe(true);
    expect(session.scopes.allows('Claim', 'create')).toBe(false);
    const exchange = new URLSearchParams(requests.find((r) => r.url === `${AUTH}/token`)?.body);
    expect(exchange.get('code')).toBe('c+/1');
    expect(exchange.get('code_verifier')).not.toBeNull();
    expect(exchange.get('client_id')).toBe('countersign');
  });

  test('leaves no code in the address, and the token only with the FHIR base', async () => {
    const page = await cameBack();
    await connect(site, undefined, page);
    expect(page.shown).not.toContain('code=');
    expect(requests.filter((r) => r.authorization !== null).every((r) => r.url.startsWith(`${FHIR}/`))).toBe(true);
  });

  test('is taken up again after a reload, without another exchange, even when the id_token has expired since', async () => {
    const page = await cameBack();
    await connect(site, undefined, page);
    const reloaded = fakePage(page.shown, page.kept);
    reloaded.time += 2 * 3_600_000;
    const session = await connect(site, undefined, reloaded);
    expect(session).toMatchObject({ patient: 'p1', user: { role: 'clinician' } });
    expect(requests.filter((r) => r.url === `${AUTH}/token`)).toHaveLength(1);
  });

  test('two launches in one tab keep apart', async () => {
    const first = await cameBack();
    const one = await connect(site, undefined, first);
    const second = await cameBack({ token: { patient: 'p2' } });
    Object.assign(first.kept, second.kept);
    const two = await connect(site, undefined, fakePage(second.href, first.kept));
    expect([one.patient, two.patient]).toEqual(['p1', 'p2']);
    expect((await connect(site, undefined, fakePage(first.shown, first.kept))).patient).toBe('p1');
  });

  test('standalone has no patient yet, and no complaint about it', async () => {
    const session = await connect(site, undefined, await cameBack({ search: '', token: { patient: undefined, encounter: undefined } }));
    expect(session).toMatchObject({ mode: 'standalone', patient: null, encounter: null, notices: [] });
  });

  test.each<[string, object, object]>([
    ['no patient', { patient: undefined, encounter: undefined }, { patient: null, encounter: null, notices: ['No patient came with the launch. Choose one.'] }],
    ['no encounter', { encounter: null }, { patient: 'p1', encounter: null, notices: ['No encounter came with the launch. Choose one.'] }],
    ['a patient that is a path', { patient: '../Practitioner/1' }, { patient: null }],
    ['a number for a patient', { patient: 4711 }, { patient: '4711' }],
    ['no word on the banner', { need_patient_banner: undefined }, { needPatientBanner: true }],
    ['no write scope', { scope: 'launch openid user/*.rs' }, { notices: ['The sign-in does not allow writing, so this is a read-only view.'] }],
    ['no scope: as asked', { scope: undefined }, { notices: [] }],
  ])('with %s', async (_name, token, expected) => {
    expect(await connect(site, undefined, await cameBack({ token }))).toMatchObject(expected);
  });
});

describe('who signed in', () => {
  test.each<[string, Answers, string]>([
    ['another key', { key: otherKeys.privateKey }, 'identity'],
    ['another issuer', { claims: { iss: 'https://evil.test' } }, 'identity'],
    ['another audience', { claims: { aud: 'other-app' } }, 'identity'],
    ['an audience of two without azp', { claims: { aud: ['countersign', 'other'] } }, 'identity'],
    ['an azp that names another app', { claims: { azp: 'other' } }, 'identity'],
    ['another nonce', { claims: { nonce: 'replayed' } }, 'identity'],
    ['an expired token', { claims: { exp: Math.floor(Date.now() / 1000) - 3600 } }, 'identity'],
    ['no signature', { token: { id_token: `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify({ iss: AUTH, aud: 'countersign', sub: 'x', exp: 4_000_000_000 }))}.` } }, 'identity'],
    ['no JWT at all', { token: { id_token: 'hello' } }, 'identity'],
  ])('is not believed with %s', async (_name, answers, kind) => {
    const error = await errorOf(connect(site, undefined, await cameBack(answers)));
    expect(error.kind).toBe(kind);
    expect(requests.some((r) => r.url.includes('/Practitioner'))).toBe(false);
  });

  test('is verified by the keys of OpenID discovery where the SMART configuration names none', async () => {
    const { issuer: _i, jwks_uri: _j, ...bare } = smartConfiguration;
    const more = [
      http.get(`${FHIR}/.well-known/smart-configuration`, () => HttpResponse.json(bare)),
      http.get(`${AUTH}/.well-known/openid-configuration`, () => HttpResponse.json({ issuer: AUTH, jwks_uri: `${AUTH}/jwks` })),
    ];
    expect((await connect(site, undefined, await cameBack({ more }))).user.role).toBe('clinician');
    expect((await errorOf(connect(site, undefined, await cameBack({ more, claims: { iss: 'https://evil.test' } })))).kind).toBe('bad-configuration');
  });

  test.each<[string, Answers, string]>([
    ['the site\'s mapping', { more: roles(roleOf('coder', 'https://any.test')) }, 'coder'],
    ['the first line that fits', { more: roles(roleOf('coder', 'https://any.test'), roleOf('clinician', 'https://roles.test')) }, 'clinician'],
    ['another system', { more: roles(roleOf('clinician', 'https://other.test')) }, 'unknown'],
    ['a role that has ended', { more: roles(roleOf('clinician', 'https://roles.test', { active: false })) }, 'unknown'],
    ['a role whose period is over', { more: roles(roleOf('clinician', 'https://roles.test', { period: { end: '2020-06' } })) }, 'unknown'],
    ['a role that has not begun', { more: roles(roleOf('clinician', 'https://roles.test', { period: { start: '2999' } })) }, 'unknown'],
    ['a role of this year', { more: roles(roleOf('clinician', 'https://roles.test', { period: { start: '2020-01-01', end: String(new Date().getFullYear()) } })) }, 'clinician'],
    ['somebody else\'s role', { more: roles(roleOf('clinician', 'https://roles.test', { practitioner: { reference: 'Practitioner/dr2' } })) }, 'unknown'],
    ['roles that may not be read', { more: [http.get(`${FHIR}/PractitionerRole`, () => new HttpResponse(null, { status: 403 }))] }, 'unknown'],
    ['a malformed role', { more: roles(roleOf('clinician', 'https://roles.test', { code: 'clinician' })) }, 'unknown'],
    ['a patient', { claims: { fhirUser: 'Patient/p1' } }, 'unknown'],
    ['a user of another server', { claims: { fhirUser: 'https://evil.test/fhir/Practitioner/dr1' } }, 'unknown'],
    ['an absolute fhirUser', { claims: { fhirUser: `${FHIR}/Practitioner/dr1` } }, 'clinician'],
    ['a PractitionerRole', { claims: { fhirUser: 'PractitionerRole/r1' }, more: [http.get(`${FHIR}/PractitionerRole/r1`, () => HttpResponse.json(roleOf('coder', 'x')))] }, 'coder'],
    ['no fhirUser', { claims: { fhirUser: undefined } }, 'unknown'],
    ['no id_token', { token: { id_token: undefined } }, 'unknown'],
  ])('has the role of %s', async (_name, answers, role) => {
    const session = await connect(site, undefined, await cameBack(answers));
    expect(session.user.role).toBe(role);
    expect(session.notices).toEqual(role === 'unknown' ? ['Your role here is not known, so you can look but not sign.'] : []);
  });
});

describe('a launch that does not come back as it should', () => {
  test.each([
    ['declined', '?error=access_denied&state=x&error_description=Jane+Doe', 'access-denied'], ['refused', '?error=invalid_scope', 'refused'], ['an error of its own', '?error=<b>', 'refused'],
    ['opened on its own', '', 'not-launched'], ['a state that nobody sent', '?code=1&state=forged', 'state-lost'], ['a state that is a storage key', '?code=1&state=SMART_KEY', 'state-lost'],
  ])('%s', async (_name, search, kind) => {
    const error = await errorOf(connect(site, undefined, back(search)));
    expect(error.kind).toBe(kind);
    expect(error.message + error.whatToDo).not.toMatch(/Jane|<b>/);
    expect(error.whatToDo).not.toBe('');
  });

  test.each<[string, RequestHandler, string]>([
    ['a code that was used', http.post(`${AUTH}/token`, () => HttpResponse.json({ error: 'invalid_grant', error_description: 'Jane Doe' }, { status: 400 })), 'state-expired'],
    ['a token endpoint that refuses', http.post(`${AUTH}/token`, () => new HttpResponse(null, { status: 403 })), 'refused'],
    ['a token endpoint that is away', http.post(`${AUTH}/token`, () => HttpResponse.error()), 'unreachable'],
    ['an answer without a token', http.post(`${AUTH}/token`, () => HttpResponse.json({})), 'refused'],
    ['an answer that is no JSON', http.post(`${AUTH}/token`, () => new HttpResponse('{"acc', { headers: { 'content-type': 'application/json' } })), 'refused'],
  ])('%s', async (_name, handler, kind) => {
    const error = await errorOf(connect(site, undefined, await cameBack({ more: [handler] })));
    expect(error.kind).toBe(kind);
    expect(error.message).not.toContain('Jane');
  });

  test('after a quarter of an hour', async () => {
    const page = await cameBack();
    page.time += 15 * 60 * 1000;
    expect((await errorOf(connect(site, undefined, page))).kind).toBe('state-expired');
    expect(requests.some((r) => r.url === `${AUTH}/token`)).toBe(false);
  });

  test('to a site that no longer serves that EHR', async () => {
    const page = await cameBack();
    expect((await errorOf(connect({ ...site, ehrs: [] }, undefined, page))).kind).toBe('not-allowed');
  });

  test('when it is cancelled', async () => {
    const stop = new AbortController();
    stop.abort();
    await expect(connect(site, stop.signal, await cameBack())).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a token that expires', () => {

  test('is refreshed, with the client\'s name, and the session lives on after a reload', async () => {
    const page = await cameBack({ token: { scope: 'user/*.rs' }, more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ access_token: 'at-2', refresh_token: 'rt-2', expires_in: 300 })));
    expect((await session.http.request({ method: 'GET', url: 'Patient/p1' })).status).toBe(200);
    expect(new URLSearchParams(refreshes()[0]?.body).get('client_id')).toBe('countersign');
    expect(session.scopes.text).toBe('user/*.rs');
    const again = await connect(site, undefined, fakePage(page.shown, page.kept));
    expect((await again.http.request({ method: 'GET', url: 'Patient/p1' })).status).toBe(200);
    expect(refreshes()).toHaveLength(1);
  });

  test('and cannot be refreshed ends the session; what the tab keeps stays', async () => {
    const page = await cameBack({ more: [patientOnlyWith('never')] });
    const session = await connect(site, undefined, page);
    page.kept.setItem('countersign.review', 'decisions');
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ error: 'invalid_grant' }, { status: 400 })));
    await expect(session.http.request({ method: 'GET', url: 'Patient/p1' })).rejects.toMatchObject({ kind: 'signed-out' });
    expect(page.kept.getItem('countersign.review')).toBe('decisions');
  });

  test('while the network is down is refreshed later', async () => {
    const page = await cameBack({ more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.error()));
    await expect(session.http.request({ method: 'GET', url: 'Patient/p1' })).rejects.toMatchObject({ kind: 'network' });
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ access_token: 'at-2', expires_in: 300 })));
    expect((await session.http.request({ method: 'GET', url: 'Patient/p1' })).status).toBe(200);
  });

  test.each([503, 429])('while the sign-in server answers %d is refreshed later', async (status) => {
    const page = await cameBack({ more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    server.use(http.post(`${AUTH}/token`, () => new HttpResponse(null, { status })));
    await expect(session.http.request({ method: 'GET', url: 'Patient/p1' })).rejects.toMatchObject({ kind: 'network' });
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ access_token: 'at-2', expires_in: 300 })));
    expect((await session.http.request({ method: 'GET', url: 'Patient/p1' })).status).toBe(200);
  });

  test('is refreshed without moving the launch to another patient', async () => {
    const page = await cameBack({ more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ access_token: 'at-2', patient: 'p2', encounter: 'e2', expires_in: 300 })));
    await session.http.request({ method: 'GET', url: 'Patient/p1' });
    expect(await connect(site, undefined, fakePage(page.shown, page.kept))).toMatchObject({ patient: 'p1', encounter: 'e1' });
  });

  test('before the reload that meets it says so', async () => {
    const page = await cameBack({ token: { refresh_token: undefined } });
    await connect(site, undefined, page);
    server.use(http.get(`${FHIR}/Practitioner/dr1`, () => new HttpResponse(null, { status: 401 })));
    expect((await errorOf(connect(site, undefined, fakePage(page.shown, page.kept)))).kind).toBe('signed-out');
  });
});

describe('messaging with the EHR\'s window', () => {
  test.each<[string, object, object | null]>([
    ['is not there', {}, null],
    ['a handle and an origin', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'https://ehr.test' }, { handle: 'h1', origin: 'https://ehr.test' }],
    ['an origin with a slash and the usual port', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'https://ehr.test:443/' }, { handle: 'h1', origin: 'https://ehr.test' }],
    ['a development EHR on this machine', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'http://localhost:4400' }, { handle: 'h1', origin: 'http://localhost:4400' }],
    ['a handle alone', { smart_web_messaging_handle: 'h1' }, null],
    ['an empty handle', { smart_web_messaging_handle: '', smart_web_messaging_origin: 'https://ehr.test' }, null],
    ['any origin', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: '*' }, null],
    ['an origin in the clear', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'http://ehr.test' }, null],
    ['an origin that is an address', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'https://ehr.test/app' }, null],
    ['an origin with a name in it', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'https://u:p@ehr.test' }, null],
    ['an origin that is none', { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'data:text/html,x' }, null],
    ['a number', { smart_web_messaging_handle: 7, smart_web_messaging_origin: 7 }, null],
  ])('%s', async (_name, token, messaging) => {
    expect((await connect(site, undefined, await cameBack({ token }))).messaging).toEqual(messaging);
  });

  test('is kept over a reload, and a refresh does not move it', async () => {
    const page = await cameBack({ token: { smart_web_messaging_handle: 'h1', smart_web_messaging_origin: 'https://ehr.test' }, more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    server.use(http.post(`${AUTH}/token`, () => HttpResponse.json({ access_token: 'at-2', expires_in: 300, smart_web_messaging_handle: 'h2', smart_web_messaging_origin: 'https://evil.test' })));
    await session.http.request({ method: 'GET', url: 'Patient/p1' });
    expect((await connect(site, undefined, fakePage(page.shown, page.kept))).messaging).toEqual({ handle: 'h1', origin: 'https://ehr.test' });
  });
});

describe('signing out', () => {
  const withRevocation = (answer: (request: Request) => Response | Promise<Response>) => [
    http.get(`${FHIR}/.well-known/smart-configuration`, () => HttpResponse.json({ ...smartConfiguration, revocation_endpoint: `${AUTH}/revoke` })),
    http.post(`${AUTH}/revoke`, ({ request }) => answer(request)),
  ];
  const ofOurs = (kept: Storage) => Object.keys(kept).filter((key) => key.startsWith('countersign.launch.') || key.startsWith('countersign.smart.'));

  test('forgets the launch and its tokens, here and at the sign-in server, and keeps what the tab holds beside', async () => {
    const revoked: object[] = [];
    const page = await cameBack({ more: withRevocation(async (request) => { revoked.push(Object.fromEntries(new URLSearchParams(await request.text()))); return new HttpResponse(null); }) });
    const session = await connect(site, undefined, page);
    page.kept.setItem('countersign.review', 'decisions');
    expect(ofOurs(page.kept)).toHaveLength(2);
    await session.signOut();
    expect(ofOurs(page.kept)).toEqual([]);
    expect(JSON.stringify(page.kept)).not.toMatch(/at-1|rt-1/);
    expect(page.kept.getItem('countersign.review')).toBe('decisions');
    expect(revoked).toEqual([{ token: 'rt-1', token_type_hint: 'refresh_token', client_id: 'countersign' }, { token: 'at-1', token_type_hint: 'access_token', client_id: 'countersign' }]);
  });

  test('closes the way to the EHR: nothing is sent any more, not even without a token', async () => {
    const session = await connect(site, undefined, await cameBack());
    await session.signOut();
    await session.signOut();
    const before = requests.length;
    await expect(session.http.request({ method: 'GET', url: 'Patient/p1' })).rejects.toMatchObject({ kind: 'signed-out' });
    expect(requests).toHaveLength(before);
  });

  test('a reload finds no launch', async () => {
    const page = await cameBack();
    await (await connect(site, undefined, page)).signOut();
    expect(page.shown).toBe('https://app.test/app/');
    expect((await errorOf(connect(site, undefined, fakePage(page.shown, page.kept)))).kind).toBe('not-launched');
    expect((await errorOf(connect(site, undefined, fakePage(page.href, page.kept)))).kind).toBe('state-lost');
  });

  test.each([['fails', () => new HttpResponse(null, { status: 500 })], ['is away', () => HttpResponse.error()]])('where the sign-in server %s, is done all the same', async (_, answer) => {
    const page = await cameBack({ more: withRevocation(answer) });
    await (await connect(site, undefined, page)).signOut();
    expect(ofOurs(page.kept)).toEqual([]);
  });

  test('waits three seconds at most for a sign-in server that says nothing', async () => {
    const page = await cameBack({ more: withRevocation(() => new Promise<never>(() => undefined)) });
    const session = await connect(site, undefined, page);
    const waited: number[] = [];
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => { waited.push(milliseconds); return AbortSignal.abort(); });
    await session.signOut();
    timeout.mockRestore();
    expect(waited).toEqual([3000, 3000]);
    expect(ofOurs(page.kept)).toEqual([]);
  });

  test.each([['names none', undefined], ['names one that the site does not trust', 'https://evil.test/revoke'], ['names nonsense', 7]])('where discovery %s, sends no token anywhere', async (_, endpoint) => {
    const more = [http.get(`${FHIR}/.well-known/smart-configuration`, () => HttpResponse.json({ ...smartConfiguration, revocation_endpoint: endpoint }))];
    const page = await cameBack({ more });
    const session = await connect(site, undefined, page);
    const before = requests.length;
    await session.signOut();
    expect(requests).toHaveLength(before);
  });

  test('while a refresh is under way leaves no new token behind', async () => {
    const page = await cameBack({ more: [patientOnlyWith('at-2')] });
    const session = await connect(site, undefined, page);
    let answer = (): void => undefined;
    const asked = new Promise<void>((arrived) => {
      server.use(http.post(`${AUTH}/token`, async () => {
        arrived();
        await new Promise<void>((resolve) => { answer = resolve; });
        return HttpResponse.json({ access_token: 'at-2', refresh_token: 'rt-2', expires_in: 300 });
      }));
    });
    const reading = errorOf(session.http.request({ method: 'GET', url: 'Patient/p1' }));
    await asked;
    await session.signOut();
    answer();
    expect((await reading).kind).toBe('signed-out');
    expect(ofOurs(page.kept)).toEqual([]);
    expect(JSON.stringify(page.kept)).not.toContain('at-2');
  });

  test('leaves another launch of the same tab alone', async () => {
    const first = await cameBack();
    const one = await connect(site, undefined, first);
    const second = await cameBack({ token: { patient: 'p2' } });
    Object.assign(first.kept, second.kept);
    await one.signOut();
    expect((await connect(site, undefined, fakePage(second.href, first.kept))).patient).toBe('p2');
  });
});
