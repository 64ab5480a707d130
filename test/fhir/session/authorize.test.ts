import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createHash } from 'node:crypto';
import { authorize, standaloneChoices } from '../../../src/fhir/session/authorize.ts';
import type { LaunchError } from '../../../src/fhir/session/launch-error.ts';
import { AUTH, FHIR, ehrHandlers, fakePage, site, smartConfiguration } from './fake-ehr.ts';

const requests: string[] = [];
const server = setupServer();
beforeAll(() => { server.listen({ onUnhandledFrame: 'error' }); server.events.on('request:start', ({ request }) => { requests.push(request.url); }); });
afterEach(() => { server.resetHandlers(); requests.length = 0; });
afterAll(() => { server.close(); });

const LAUNCH = 'https://app.test/app/launch.html';
const launched = `${LAUNCH}?iss=${encodeURIComponent(FHIR)}&launch=abc`;

async function start(href: string, config = site): Promise<URL> {
  const page = fakePage(href);
  await authorize(config, page);
  return new URL(page.went ?? 'about:blank');
}

async function errorOf(promise: Promise<unknown>): Promise<LaunchError> {
  return promise.then(() => { throw new Error('no error'); }, (error: unknown) => error as LaunchError);
}

describe('an EHR launch', () => {
  test('leaves for the authorisation server with PKCE, state, nonce and audience', async () => {
    server.use(...ehrHandlers());
    const page = fakePage(launched);
    await authorize(site, page);
    const { origin, pathname, searchParams } = new URL(page.went ?? '');
    expect(origin + pathname).toBe(`${AUTH}/authorize`);
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code', client_id: 'countersign', aud: FHIR, launch: 'abc', redirect_uri: 'https://app.test/app/', code_challenge_method: 'S256',
      scope: 'launch openid fhirUser online_access user/*.rs user/Condition.cruds',
    });
    const state = searchParams.get('state') ?? '';
    expect(state).toMatch(/^[\w-]{43}$/);
    expect(searchParams.get('nonce')).toMatch(/^[\w-]{43}$/);
    const kept = JSON.parse(page.kept.getItem(`countersign.smart.${state}`) ?? '{}') as { codeVerifier: string };
    expect(createHash('sha256').update(kept.codeVerifier).digest('base64url')).toBe(searchParams.get('code_challenge'));
  });

  test('each has a state and a nonce of its own', async () => {
    server.use(...ehrHandlers());
    const [one, two] = [await start(launched), await start(launched)];
    expect(one.searchParams.get('state')).not.toBe(two.searchParams.get('state'));
    expect(one.searchParams.get('nonce')).not.toBe(one.searchParams.get('state'));
  });

  test('a trailing slash makes no other server', async () => {
    server.use(...ehrHandlers());
    expect((await start(`${LAUNCH}?iss=${FHIR}/&launch=abc`)).searchParams.get('aud')).toBe(FHIR);
  });

  test('no other parameter of the address has any effect', async () => {
    server.use(...ehrHandlers());
    const page = fakePage(`${launched}&fhirServiceUrl=https://evil.test&clientId=evil&client_id=evil&patientId=victim&encounterId=9&scope=user/*.cruds&redirectUri=https://evil.test&state=known&code=x`);
    await authorize(site, page);
    expect(page.went).not.toMatch(/evil|victim|known/);
    expect(JSON.stringify(page.kept)).not.toMatch(/evil|victim/);
    expect(requests.every((url) => url.startsWith(FHIR))).toBe(true);
  });
});

describe('nothing is sent before the server is known to the site', () => {
  test.each([
    ['another server', `?iss=https://evil.test/fhir&launch=abc`], ['a look-alike', `?iss=${FHIR}.evil.test&launch=abc`], ['a path beneath', `?iss=${FHIR}/tenant&launch=abc`],
    ['two servers', `?iss=${FHIR}&iss=https://evil.test/fhir&launch=abc`], ['no server', '?launch=abc'], ['a server to bypass the sign-in', '?fhirServiceUrl=https://evil.test&launch=abc'],
    ['a choice that the site does not offer', '?ehr=https://evil.test/fhir'], ['another case in the path', '?iss=https://ehr.test/FHIR&launch=abc'],
  ])('%s', async (_name, search) => {
    const page = fakePage(`${LAUNCH}${search}`);
    expect((await errorOf(authorize(site, page))).kind).toBe('not-allowed');
    expect(requests).toEqual([]);
    expect(page.went).toBeNull();
  });

  test('an EHR launch without its launch parameter', async () => {
    expect((await errorOf(start(`${LAUNCH}?iss=${FHIR}`))).kind).toBe('no-launch');
    expect(requests).toEqual([]);
  });
});

describe('a standalone launch', () => {
  test('needs no choice where the site has one EHR', async () => {
    server.use(...ehrHandlers());
    const { searchParams } = await start(LAUNCH);
    expect(searchParams.get('launch')).toBeNull();
    expect(searchParams.get('scope')).toBe('openid fhirUser online_access user/*.rs user/Condition.cruds');
  });

  test('asks which, where it has several, and takes the answer', async () => {
    const two = { ...site, ehrs: [...site.ehrs, { ...site.ehrs[0], fhir: '/second', clientId: 'c2', scope: 'openid' }] };
    expect((await errorOf(start(LAUNCH, two))).kind).toBe('choose-ehr');
    expect(standaloneChoices(two, LAUNCH)).toEqual([FHIR, 'https://app.test/second']);
    server.use(...ehrHandlers());
    expect((await start(`${LAUNCH}?ehr=${FHIR}`, two)).searchParams.get('client_id')).toBe('countersign');
  });
});

describe('an EHR whose sign-in cannot be used safely', () => {
  test.each<[string, object]>([
    ['the authorise page elsewhere', { authorization_endpoint: 'https://evil.test/authorize' }], ['the token endpoint elsewhere', { token_endpoint: 'https://evil.test/token' }],
    ['keys elsewhere', { jwks_uri: 'https://evil.test/jwks' }], ['a script for a page', { authorization_endpoint: 'javascript:alert(1)' }], ['no endpoints', { authorization_endpoint: undefined }],
    ['no PKCE', { code_challenge_methods_supported: undefined }], ['plain PKCE only', { code_challenge_methods_supported: ['plain'] }],
  ])('%s', async (_name, changes) => {
    server.use(...ehrHandlers([http.get(`${FHIR}/.well-known/smart-configuration`, () => HttpResponse.json({ ...smartConfiguration, ...changes }))]));
    const page = fakePage(launched);
    expect((await errorOf(authorize(site, page))).kind).toBe('bad-configuration');
    expect(page.went).toBeNull();
    expect(requests.every((url) => url.startsWith(FHIR))).toBe(true);
  });

  test('one that cannot be reached', async () => {
    server.use(http.get(`${FHIR}/.well-known/smart-configuration`, () => new HttpResponse(null, { status: 500 })));
    expect((await errorOf(start(launched))).kind).toBe('unreachable');
  });
});

test('a browser that keeps nothing is told before anything is sent', async () => {
  const page = { ...fakePage(launched), storage: () => { throw new DOMException('denied', 'SecurityError'); } };
  expect(await errorOf(authorize(site, page))).toMatchObject({ kind: 'storage-blocked', whatToDo: expect.stringContaining('own window') as string });
  expect(requests).toEqual([]);
});

test('launches of yesterday are forgotten', async () => {
  server.use(...ehrHandlers());
  const page = fakePage(launched);
  page.kept.setItem('countersign.launch.old', JSON.stringify({ startedAt: page.time - 25 * 3_600_000 }));
  page.kept.setItem('countersign.smart.old', '{"tokenResponse":{"access_token":"x"}}');
  await authorize(site, page);
  expect(Object.keys(page.kept).some((key) => key.endsWith('.old'))).toBe(false);
});
