import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { preflight } from '../../src/domain/preflight/index.ts';
import { DEFAULT_POLICY, PREFLIGHT_ACTIONS, RESOURCE_KINDS } from '../../src/domain/model/index.ts';
import { profileServer } from '../../src/fhir/profiles/index.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { startEhr } from '../sandbox/support/ehr.ts';
import { run } from './run.ts';
import type { Run } from './run.ts';

const SCOPE = (JSON.parse(readFileSync(resolve(import.meta.dirname, '../../launch/site.json'), 'utf8')) as { ehrs: { scope: string }[] }).ehrs[0]!.scope;

const server = (found: Run) => found.answers[0]!;
const ends = (found: Run) => Object.fromEntries(found.answers.filter(({ line }) => line === 'action').map(({ action, ends: end }) => [action, end]));
const kind = (found: Run, name: string) => found.answers.find((line) => line['line'] === 'kind' && line['kind'] === name);

describe('countersign preflight, of the sandbox', () => {
  const ehrs: Sandbox[] = [];
  const ehr = async (options: Parameters<typeof startEhr>[0] = {}): Promise<Sandbox> => {
    const started = await startEhr(options);
    ehrs.push(started);
    return started;
  };
  afterAll(() => Promise.all(ehrs.map((each) => each.close())));

  it('prints a line for the server, one for each action and one for each kind, and exits with 0', async () => {
    const { fhirBase } = await ehr();
    const found = await run(['preflight', '--fhir', fhirBase]);
    expect(found).toMatchObject({ code: 0, errors: '' });
    expect(server(found)).toMatchObject({
      line: 'server', base: fhirBase, usable: true, fhirVersion: '4.0.1', transaction: true, profile: 'generic', blockers: [], companion: null,
      smart: { pkceS256: true, scopesNotListed: [] }, create: expect.arrayContaining(['Condition', 'Claim', 'Task']),
    });
    expect(Object.keys(ends(found))).toEqual(PREFLIGHT_ACTIONS);
    expect(found.answers.filter(({ line }) => line === 'kind').map((line) => line['kind'])).toEqual(RESOURCE_KINDS);
    expect(kind(found, 'Condition')).toMatchObject({ how: 'patient', offered: true, by: 'patient' });
    expect(kind(found, 'Provenance')).toMatchObject({ how: 'reference', by: 'target' });
  });

  it.each(['epic', 'oracle'] as const)('says of an EHR like %s what the sidebar would say', async (ehrProfile) => {
    const { fhirBase } = await ehr({ ehrProfile });
    const found = await run(['preflight', '--fhir', fhirBase]);
    const capability = await (await fetch(`${fhirBase}/metadata`)).json() as { rest: { resource: { type: string }[] }[] };
    const expected = preflight(profileServer({ capability, scopes: parseScopes(SCOPE), base: fhirBase }), DEFAULT_POLICY);
    expect(found.code).toBe(0);
    expect(server(found)).toMatchObject({ profile: ehrProfile, transaction: false, software: expect.stringContaining('imitated') });
    expect(found.answers.filter(({ line }) => line === 'action')).toEqual(expected.map((row) => ({ line: 'action', ...row })));
    for (const name of RESOURCE_KINDS) expect(kind(found, name)?.['offered'], name).toBe(capability.rest[0]!.resource.some(({ type }) => type === name));
  });

  it('counts on the companion server, on messaging and on fewer scopes as it is told', async () => {
    const { fhirBase, companion } = await ehr({ ehrProfile: 'epic', companion: true });
    const alone = await run(['preflight', '--fhir', fhirBase]);
    const helped = await run(['preflight', '--fhir', fhirBase, '--companion', companion!.fhirBase, '--messaging']);
    expect(ends(alone)).toMatchObject({ 'draft-claim': 'hand', attestation: 'note' });
    expect(ends(helped)).toMatchObject({ 'draft-claim': 'companion', attestation: 'companion', 'remember-decisions': 'companion' });
    expect(server(helped)).toMatchObject({ activities: ['problem-review'], companionTrouble: null });
    const readOnly = await run(['preflight', '--fhir', fhirBase, '--scope', 'launch user/*.rs']);
    expect(server(readOnly)).toMatchObject({ create: [], update: [] });
    expect(ends(readOnly)['attestation']).not.toBe('note');
  });

  it('shows a person at a terminal a table besides, in words', async () => {
    const { fhirBase } = await ehr({ ehrProfile: 'epic' });
    const shown: string[] = [];
    const terminal = Object.assign(new Writable({ write: (piece: Buffer, _encoding, done) => { shown.push(piece.toString()); done(); } }), { isTTY: true });
    const code = await main(['preflight', '--fhir', fhirBase], { input: Readable.from([]), output: new Writable({ write: (_piece, _encoding, done) => done() }), errors: terminal });
    expect(code).toBe(0);
    expect(shown.join('').trimEnd().split('\n')).toHaveLength(PREFLIGHT_ACTIONS.length);
    expect(shown.join('')).toMatch(/^ {2}draft-claim +by hand +The draft claim is handed over/m);
  });

  it('takes the vendor that it is told, and says when the companion server cannot be used', async () => {
    const { fhirBase, url } = await ehr();
    const found = await run(['preflight', '--fhir', fhirBase, '--ehr-profile', 'epic', '--companion', `${url}/nowhere`]);
    expect(found.code).toBe(0);
    expect(server(found)).toMatchObject({ profile: 'epic', companion: null, companionTrouble: expect.stringContaining('cannot be used') });
    expect(found.errors).toContain('companion server cannot be used');
  });
});

describe('countersign preflight, of odd servers', () => {
  const odd = setupServer();
  const BASE = 'https://ehr.example/fhir';
  const statement = (more: object = {}) => HttpResponse.json({ resourceType: 'CapabilityStatement', fhirVersion: '4.0.1', rest: [{ mode: 'server', resource: [{ type: 'Condition', interaction: [{ code: 'read' }] }] }], ...more });
  const smart = (more: object = {}) => HttpResponse.json({ authorization_endpoint: `${BASE}/auth`, token_endpoint: `${BASE}/token`, code_challenge_methods_supported: ['S256'], ...more });
  const serve = (metadata: () => Response, wellKnown: () => Response) => odd.use(http.get(`${BASE}/metadata`, metadata), http.get(`${BASE}/.well-known/smart-configuration`, wellKnown));
  beforeAll(() => odd.listen({ onUnhandledFrame: 'bypass' }));
  afterEach(() => odd.resetHandlers());
  afterAll(() => odd.close());

  it.each([
    ['a web page instead of JSON', () => HttpResponse.html('<!doctype html><p>Sign in'), () => smart(), 'not-fhir', 'web page'],
    ['401 on metadata', () => new HttpResponse(null, { status: 401 }), () => smart(), 'sign-in-for-metadata', '/metadata to everybody'],
    ['404 on metadata', () => new HttpResponse(null, { status: 404 }), () => smart(), 'not-fhir', '404'],
    ['another resource', () => HttpResponse.json({ resourceType: 'OperationOutcome' }), () => smart(), 'not-fhir', 'no CapabilityStatement'],
    ['broken JSON', () => new HttpResponse('{"resourceType":', { headers: { 'content-type': 'application/fhir+json' } }), () => smart(), 'unreachable', 'broke off'],
    ['a redirect', () => HttpResponse.redirect('https://other.example/metadata'), () => smart(), 'unreachable', 'redirect'],
    ['DSTU2', () => statement({ fhirVersion: '1.0.2' }), () => smart(), 'not-r4', 'FHIR 1.0.2'],
    ['no version', () => statement({ fhirVersion: undefined }), () => smart(), 'not-r4', 'no stated version'],
    ['no SMART', () => statement(), () => new HttpResponse('Not found', { status: 404 }), 'no-smart', 'SMART App Launch 2'],
    ['SMART behind a sign-in', () => statement(), () => new HttpResponse(null, { status: 401 }), 'no-smart', 'open to everybody'],
    ['no endpoints', () => statement(), () => smart({ token_endpoint: undefined }), 'no-endpoints', 'token_endpoint'],
    ['plain PKCE only', () => statement(), () => smart({ code_challenge_methods_supported: ['plain'] }), 'no-pkce', 'S256'],
    ['no word of PKCE', () => statement(), () => smart({ code_challenge_methods_supported: undefined }), 'no-pkce', 'S256'],
  ])('%s: cannot be used, and what to ask for', async (_, metadata, wellKnown, what, words) => {
    serve(metadata, wellKnown);
    const found = await run(['preflight', '--fhir', BASE]);
    expect(found.code).toBe(1);
    expect(server(found)).toMatchObject({ usable: false, blockers: [{ what, why: expect.any(String), ask: expect.any(String) }] });
    expect(found.errors).toContain(words);
    expect(found.errors).toContain('Ask the EHR\'s administrator for');
  });

  it('a server without PKCE is still told what it would take', async () => {
    serve(() => statement(), () => smart({ code_challenge_methods_supported: [] }));
    expect(Object.keys(ends(await run(['preflight', '--fhir', BASE])))).toEqual(PREFLIGHT_ACTIONS);
  });

  it('a server that nobody listens at is unreachable', async () => {
    const port = await freePort();
    const found = await run(['preflight', '--fhir', `http://localhost:${port}/fhir`]);
    expect(found.code).toBe(1);
    expect(server(found)).toMatchObject({ usable: false, fhirVersion: null, transaction: null, smart: null, profile: null, blockers: [{ what: 'unreachable' }] });
    expect(found.answers).toHaveLength(1);
  });

  it('JSON of another content type is read; scopes that the server does not list are named', async () => {
    serve(() => statement(), () => new HttpResponse(JSON.stringify({ authorization_endpoint: `${BASE}/auth`, token_endpoint: `${BASE}/token`, code_challenge_methods_supported: ['S256'], scopes_supported: ['launch', 'openid', 'fhirUser', 'online_access', 'user/*.read', 'user/Condition.write'] }), { headers: { 'content-type': 'text/plain' } }));
    const found = await run(['preflight', '--fhir', BASE, '--scope', 'launch user/*.rs user/Condition.cruds user/Claim.c']);
    expect(found.code).toBe(0);
    expect(server(found)['smart']).toMatchObject({ scopesNotListed: ['user/Claim.c'] });
    expect(found.errors).toContain('user/Claim.c');
  });

  it('kinds that the server does not name are not offered; where it names none, nothing is said', async () => {
    serve(() => statement(), () => smart());
    const some = await run(['preflight', '--fhir', BASE]);
    expect(kind(some, 'Condition')).toMatchObject({ offered: false, by: null, count: null, tag: null });
    serve(() => statement({ rest: [] }), () => smart());
    expect(kind(await run(['preflight', '--fhir', BASE]), 'Condition')).toMatchObject({ offered: null });
  });

  it('the call itself is checked', async () => {
    expect(await run(['preflight'])).toMatchObject({ code: 2, errors: expect.stringContaining('--fhir is the address') });
    expect(await run(['preflight', '--fhir', 'file:///etc/passwd'])).toMatchObject({ code: 2 });
    expect(await run(['preflight', '--fhir', BASE, '--ehr-profile', 'cerner'])).toMatchObject({ code: 2, errors: expect.stringContaining('generic, epic, oracle') });
  });

  it('asks by default for the scopes of the site file', async () => {
    serve(() => statement(), () => smart({ scopes_supported: [] }));
    expect((server(await run(['preflight', '--fhir', BASE]))['smart'] as { scopesNotListed: string[] }).scopesNotListed.join(' ')).toBe(SCOPE);
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const listener = createServer().listen(0, () => {
      const { port } = listener.address() as { port: number };
      listener.close(() => done(port));
    });
  });
}
