import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { launchOf, sentBack, smartApp } from './support/app.ts';
import type { TokenBody } from './support/app.ts';
import { startEhr } from './support/ehr.ts';

let ehr: Sandbox;
beforeAll(async () => {
  ehr = await startEhr();
});
afterAll(() => ehr.close());

async function codeFor(app: ReturnType<typeof smartApp>, changes: Record<string, string | null> = {}, launch: Parameters<typeof launchOf>[1] = {}): Promise<string> {
  const response = await app.authorize({ launch: await launchOf(ehr, launch), ...changes });
  return sentBack(response).get('code') ?? '';
}

async function tokensFor(app: ReturnType<typeof smartApp>, changes: Record<string, string | null> = {}, launch: Parameters<typeof launchOf>[1] = {}): Promise<TokenBody> {
  const answer = await app.token({ grant_type: 'authorization_code', code: await codeFor(app, changes, launch), redirect_uri: app.redirectUri, code_verifier: app.verifier });
  return answer.body;
}

function reads(token: string, path = 'Patient/a'): Promise<number> {
  return fetch(`${ehr.fhirBase}/${path}`, { headers: { Authorization: `Bearer ${token}` } }).then((r) => r.status);
}

describe('an EHR launch', () => {
  it('brings patient, visit, banner, intent, scopes and a token that opens the record', async () => {
    const body = await tokensFor(smartApp(ehr), {}, { intent: 'review', needPatientBanner: true });
    expect(body).toMatchObject({ patient: 'a', encounter: 'a-visit', need_patient_banner: true, intent: 'review', expires_in: 3600, scope: 'launch openid fhirUser online_access user/*.rs user/Condition.cruds' });
    expect(await reads(body.access_token)).toBe(200);
  });

  it('signs who it is, for whom and once', async () => {
    const body = await tokensFor(smartApp(ehr));
    const keys = createLocalJWKSet((await (await fetch(`${ehr.url}/auth/jwks`)).json()) as JSONWebKeySet);
    const { payload, protectedHeader } = await jwtVerify(body.id_token ?? '', keys, { issuer: ehr.fhirBase, audience: 'countersign' });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({ fhirUser: `${ehr.fhirBase}/Practitioner/doc`, nonce: 'a nonce', sub: 'doc' });
    expect(JSON.stringify(keys.jwks())).not.toContain('"d"');
  });

  it('is used once', async () => {
    const app = smartApp(ehr);
    const launch = await launchOf(ehr);
    expect(sentBack(await app.authorize({ launch })).get('code')).toBeTruthy();
    const again = sentBack(await app.authorize({ launch }));
    expect([again.get('error'), again.get('state'), again.get('code')]).toEqual(['invalid_request', 'a state', null]);
    expect(sentBack(await app.authorize({ launch: 'guessed' })).get('error')).toBe('invalid_request');
  });

  it('grants what the person at the shell chose', async () => {
    const body = await tokensFor(smartApp(ehr), {}, { grant: 'read-only' });
    expect(body.scope).toBe('launch openid fhirUser online_access user/*.rs user/Condition.rs');
    const without = await tokensFor(smartApp(ehr), {}, { grant: 'no-observations' });
    expect(await reads(without.access_token, 'Observation/a-bmi')).toBe(403);
    expect(await reads(without.access_token, 'Condition/a-htn')).toBe(200);
  });
});

describe('authorize refuses', () => {
  it.each([
    ['an unknown client', { client_id: 'other' }], ['no client', { client_id: null }], ['another address', { redirect_uri: 'https://evil.example/app/' }],
    ['an address outside the app', { redirect_uri: 'http://localhost/fhir' }], ['no address', { redirect_uri: null }],
  ])('%s, and leads nowhere', async (_, changes) => {
    const response = await smartApp(ehr).authorize(changes);
    expect([response.status, response.headers.get('location')]).toEqual([400, null]);
  });

  it('an address that climbs out of the app, or has a query', async () => {
    for (const path of ['/app/../fhir', '/app/x?y=1', '/app/x#y', '/appx/']) expect((await smartApp(ehr).authorize({ redirect_uri: ehr.url + path })).status).toBe(400);
  });

  it.each([
    ['no PKCE', { code_challenge: null, code_challenge_method: null }, 'invalid_request'], ['plain PKCE', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['another audience', { aud: 'https://other.example/fhir' }, 'invalid_request'], ['no audience', { aud: null }, 'invalid_request'], ['no state', { state: null }, 'invalid_request'],
    ['an implicit grant', { response_type: 'token' }, 'unsupported_response_type'], ['no scope', { scope: null }, 'invalid_scope'],
  ])('%s, and tells the app', async (_, changes, error) => {
    expect(sentBack(await smartApp(ehr).authorize(changes)).get('error')).toBe(error);
  });
});

describe('the token endpoint', () => {
  it('wants the verifier of the challenge, and burns the code on a wrong one', async () => {
    const app = smartApp(ehr);
    const code = await codeFor(app);
    const form = { grant_type: 'authorization_code', code, redirect_uri: app.redirectUri };
    expect((await app.token({ ...form, code_verifier: 'x'.repeat(43) })).body.error).toBe('invalid_grant');
    expect((await app.token({ ...form, code_verifier: app.verifier })).body.error).toBe('invalid_grant');
  });

  it('takes a code once; a replay ends the tokens that came from it', async () => {
    const app = smartApp(ehr);
    const form = { grant_type: 'authorization_code', code: await codeFor(app), redirect_uri: app.redirectUri, code_verifier: app.verifier };
    const first = await app.token(form);
    expect(await reads(first.body.access_token)).toBe(200);
    expect((await app.token(form)).status).toBe(400);
    expect(await reads(first.body.access_token)).toBe(401);
    expect((await app.token({ grant_type: 'refresh_token', refresh_token: first.body.refresh_token ?? '' })).body.error).toBe('invalid_grant');
  });

  it('wants the same redirect_uri, a client and a known grant type', async () => {
    const app = smartApp(ehr);
    const form = { grant_type: 'authorization_code', code: await codeFor(app), redirect_uri: `${ehr.url}/app/other.html`, code_verifier: app.verifier };
    expect((await app.token(form)).body.error).toBe('invalid_grant');
    expect(await app.token({ ...form, client_id: '' })).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
    expect((await app.token({ grant_type: 'password' })).body.error).toBe('unsupported_grant_type');
  });

  it('rotates refresh tokens; an old one ends the session', async () => {
    const app = smartApp(ehr);
    const first = await tokensFor(app);
    const second = await app.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' });
    expect(second.body).toMatchObject({ patient: 'a', encounter: 'a-visit', scope: first.scope });
    expect(second.body.refresh_token).not.toBe(first.refresh_token);
    expect(await reads(second.body.access_token)).toBe(200);
    expect((await app.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' })).body.error).toBe('invalid_grant');
    expect(await reads(second.body.access_token)).toBe(401);
  });

  it('narrows on refresh and never widens', async () => {
    const app = smartApp(ehr);
    const first = await tokensFor(app);
    expect((await app.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '', scope: 'user/*.cruds' })).body.error).toBe('invalid_scope');
    const narrow = await app.token({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '', scope: 'user/Condition.cruds' });
    expect(await reads(narrow.body.access_token)).toBe(403);
  });

  it('gives a refresh token only for online_access or offline_access, and an id_token only for openid', async () => {
    const body = await tokensFor(smartApp(ehr), { scope: 'launch user/*.rs' });
    expect([body.refresh_token, body.id_token]).toEqual([undefined, undefined]);
    expect((await tokensFor(smartApp(ehr), { scope: 'launch offline_access user/*.rs' })).refresh_token).toBeTruthy();
  });

  it('keeps to the lifetimes it was started with', async () => {
    const brief = await startEhr({ lifetimes: { access: 1, code: 60 } });
    const app = smartApp(brief);
    const code = sentBack(await app.authorize({ launch: await launchOf(brief) })).get('code') ?? '';
    const { body } = await app.token({ grant_type: 'authorization_code', code, redirect_uri: app.redirectUri, code_verifier: app.verifier });
    expect(body.expires_in).toBe(1);
    const status = () => fetch(`${brief.fhirBase}/Patient/a`, { headers: { Authorization: `Bearer ${body.access_token}` } }).then((r) => r.status);
    expect(await status()).toBe(200);
    await expect.poll(status, { timeout: 3000 }).toBe(401);
    await brief.close();
  });
});

describe('revocation', () => {
  const revoke = async (form: Record<string, string>) => fetch(`${ehr.url}/auth/revoke`, { method: 'POST', body: new URLSearchParams(form) });

  it.each(['access_token', 'refresh_token'] as const)('of the %s ends the whole sign-in', async (which) => {
    const body = await tokensFor(smartApp(ehr));
    expect(await reads(body.access_token)).toBe(200);
    const reply = await revoke({ token: body[which] ?? '', client_id: 'countersign' });
    expect([reply.status, reply.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(await reads(body.access_token)).toBe(401);
    expect((await smartApp(ehr).token({ grant_type: 'refresh_token', refresh_token: body.refresh_token ?? '' })).body.error).toBe('invalid_grant');
  });

  it('of what is unknown is answered the same, and only to a known client', async () => {
    expect((await revoke({ token: 'unknown', client_id: 'countersign' })).status).toBe(200);
    expect((await revoke({ token: 'unknown' })).status).toBe(401);
    expect((await revoke({ client_id: 'countersign' })).status).toBe(400);
  });
});

describe('a standalone launch', () => {
  const scope = 'openid fhirUser launch/patient launch/encounter patient/*.rs';

  it('asks who, which patient and which visit, and comes back with a code', async () => {
    const app = smartApp(ehr);
    const page = await app.authorize({ scope });
    const html = await page.text();
    expect(html).toContain('Dr. Ana Silva');
    expect(html).not.toMatch(/<script|\sstyle=|\son\w+=/);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*form-action 'self'.*frame-ancestors 'self'/);
    // Under no-referrer a browser would send the form with Origin: null, and be refused.
    expect(page.headers.get('referrer-policy')).toBe('same-origin');
    const request = requestIn(html);
    expect(await (await next({ request, user: 'doc', grant: 'as-asked' })).text()).toContain('Müller a');
    expect(await (await next({ request, user: 'doc', grant: 'as-asked', patient: 'a' })).text()).toContain('2026-03-01');
    const done = await next({ request, user: 'doc', grant: 'as-asked', patient: 'a', encounter: 'a-visit' });
    const { body } = await app.token({ grant_type: 'authorization_code', code: sentBack(done).get('code') ?? '', redirect_uri: app.redirectUri, code_verifier: app.verifier });
    expect(body).toMatchObject({ patient: 'a', encounter: 'a-visit', need_patient_banner: true, scope });
    expect([await reads(body.access_token), await reads(body.access_token, 'Patient/b')]).toEqual([200, 403]);
    expect((await next({ request, user: 'doc', patient: 'b', encounter: '' })).status).toBe(400);
  });

  it('may be cancelled, and needs neither patient nor visit where none is asked for', async () => {
    const app = smartApp(ehr);
    const cancelled = await next({ request: requestIn(await (await app.authorize({ scope })).text()), cancel: 'yes' });
    expect(sentBack(cancelled).get('error')).toBe('access_denied');
    const done = await next({ request: requestIn(await (await app.authorize({ scope: 'openid user/*.rs' })).text()), user: 'cod', grant: 'read-only' });
    expect(sentBack(done).get('code')).toBeTruthy();
  });

  it('answers its own forms only', async () => {
    const response = await fetch(`${ehr.url}/auth/authorize/continue`, { method: 'POST', headers: { Origin: 'https://evil.example' }, body: new URLSearchParams({ request: 'x' }) });
    expect(response.status).toBe(403);
  });
});

it('discovery names what is there', async () => {
  const smart = (await (await fetch(`${ehr.fhirBase}/.well-known/smart-configuration`)).json()) as Record<string, unknown>;
  expect(smart).toMatchObject({ issuer: ehr.fhirBase, authorization_endpoint: `${ehr.url}/auth/authorize`, token_endpoint: `${ehr.url}/auth/token`, revocation_endpoint: `${ehr.url}/auth/revoke`, jwks_uri: `${ehr.url}/auth/jwks`, code_challenge_methods_supported: ['S256'] });
  expect(((await (await fetch(`${ehr.fhirBase}/.well-known/openid-configuration`)).json()) as { issuer: string }).issuer).toBe(ehr.fhirBase);
});

function next(form: Record<string, string>): Promise<Response> {
  return fetch(`${ehr.url}/auth/authorize/continue`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

function requestIn(html: string): string {
  return /name="request" value="([\w-]+)"/.exec(html)?.[1] ?? '';
}
