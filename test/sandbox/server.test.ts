import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bundle, OperationOutcome } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule, ShellPatient, ShellUser } from '../../src/sandbox/contract.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, condition, idsIn, listenTo, startEhr } from './support/ehr.ts';
import { manyResources } from './support/many.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-app-'));
let ehr: Sandbox;
const lines: string[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'app/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'app/sandbox.html'), '<!doctype html><title>Shell</title>');
  writeFileSync(join(folder, 'app/index.html'), '<!doctype html><title>App</title>');
  writeFileSync(join(folder, 'app/assets/main.js'), `export const words = '${'word '.repeat(1000)}';`);
  writeFileSync(join(folder, 'app/assets/codes.json.gz'), gzipSync('{}'));
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'app/linked.txt'));
  ehr = await startEhr({ appDir: join(folder, 'app'), faults: true, log: (line) => lines.push(line) });
});
afterAll(async () => {
  await ehr.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As it is, without what fetch makes of it. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: ehr.port, path, headers: { Host: `localhost:${ehr.port}`, ...headers } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString('latin1')));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    }).on('error', reject).end();
  });
}

describe('the built app', () => {
  it('is served with a strict Content-Security-Policy, the shell at the root', async () => {
    const shell = await fetch(`${ehr.url}/`);
    expect(await shell.text()).toContain('Shell');
    const csp = shell.headers.get('content-security-policy') ?? '';
    for (const directive of ["script-src 'self'", "style-src 'self'", "connect-src 'self'", "worker-src 'self'", "img-src 'self' data:", "frame-ancestors 'self'", "base-uri 'none'", "object-src 'none'", "form-action 'self'"]) expect(csp).toContain(directive);
    expect(csp).not.toContain('unsafe');
    expect(await (await fetch(`${ehr.url}/app/`)).text()).toContain('App');
  });

  it.each([
    ['/app/assets/main.js', 'br', 'text/javascript; charset=utf-8', 'br'], ['/assets/main.js', 'gzip', 'text/javascript; charset=utf-8', 'gzip'],
    ['/app/assets/main.js', 'identity', 'text/javascript; charset=utf-8', undefined], ['/app/assets/codes.json.gz', 'gzip, br', 'application/gzip', undefined],
  ])('%s for %s', async (path, accept, type, encoding) => {
    const { status, headers } = await raw(path, { 'Accept-Encoding': accept });
    expect([status, headers['content-type'], headers['content-encoding'], headers['x-content-type-options']]).toEqual([200, type, encoding, 'nosniff']);
  });

  it('is not sent again to who has it', async () => {
    const etag = (await fetch(`${ehr.url}/app/index.html`)).headers.get('etag') ?? '';
    expect((await raw('/app/index.html', { 'If-None-Match': etag })).status).toBe(304);
  });

  it.each(['/app/../secret.txt', '/app/%2e%2e/secret.txt', '/app/..%2fsecret.txt', '/app/linked.txt', '/app/%00', '/app/%', '/app/..\\secret.txt', '//secret.txt', '/app/assets', '/secret.txt', '/app//etc/passwd'])('has nothing at %s', async (path) => {
    const { status, body } = await raw(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });
});

describe('only this computer, only this origin', () => {
  it('another Host is refused, and the other loopback names lead to localhost', async () => {
    expect((await raw('/fhir/metadata', { Host: 'evil.example' })).status).toBe(421);
    expect((await raw('/app/index.html', { Host: `127.0.0.1:${ehr.port}` })).headers['location']).toBe(`${ehr.url}/app/index.html`);
  });

  it('no outside address answers', async () => {
    const outside = Object.values(networkInterfaces()).flat().filter((i) => i && !i.internal && i.family === 'IPv4');
    const answers = await Promise.allSettled(outside.map((i) => fetch(`http://${i?.address}:${ehr.port}/`)));
    expect(answers.filter((a) => a.status === 'fulfilled')).toEqual([]);
  });

  it('the shell\'s interface is closed to other origins and to forms', async () => {
    for (const headers of [{ Origin: 'https://evil.example' }, { 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': 'same-site' }]) expect((await raw('/sandbox/api/users', headers)).status).toBe(403);
    expect((await fetch(`${ehr.url}/sandbox/api/reset`, { method: 'POST', body: 'x=y' })).status).toBe(400);
    expect((await raw('/events', { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  it('a busy port is said in a sentence', async () => {
    await expect(startSandbox({ port: ehr.port, dataFile: ':memory:', appDir: null })).rejects.toThrow(`Port ${ehr.port} is in use. Stop what runs there, or choose another: PORT=${ehr.port + 1}.`);
  });

  it('the log names no query', async () => {
    await clientOf(ehr)('GET', 'Patient?name=muller');
    await expect.poll(() => lines.at(-1)).toMatch(/^GET \/fhir\/Patient 200 \d+ ms$/);
    expect(lines.join()).not.toContain('muller');
  });
});

describe('the shell\'s interface', () => {
  it('lists users and patients, and gives a whole record', async () => {
    expect(await (await fetch(`${ehr.url}/sandbox/api/users`)).json()).toEqual([
      { id: 'doc', name: 'Dr. Ana Silva', role: 'clinician', roleDisplay: 'clinician' }, { id: 'cod', name: 'Dr. Ana Okafor', role: 'coder', roleDisplay: 'coder' },
    ] satisfies ShellUser[]);
    const [first] = (await (await fetch(`${ehr.url}/sandbox/api/patients`)).json()) as ShellPatient[];
    expect(first).toMatchObject({ id: 'a', name: 'Eva Müller a', encounters: [{ id: 'a-visit', classCode: 'AMB' }] });
    const record = (await (await fetch(`${ehr.url}/sandbox/api/patients/a/record`)).json()) as Bundle;
    expect(idsIn(record)).toEqual(expect.arrayContaining(['Patient/a', 'Condition/a-htn', 'Binary/a-note-text', 'Provenance/a-prov', 'Task/a-task']));
    expect(idsIn(record).some((id) => id.includes('/b'))).toBe(false);
    expect((await fetch(`${ehr.url}/sandbox/api/patients/zz/record`)).status).toBe(404);
  });

  it.each([[{ user: 'nobody', patient: 'a' }], [{ user: 'doc', patient: 'zz' }], [{ user: 'doc', patient: 'a', encounter: 'b-visit' }], [{ user: 'doc', patient: 'a', grant: 'everything' }], [[]]])('refuses the launch %j', async (body) => {
    const response = await fetch(`${ehr.url}/sandbox/api/launches`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(/\w+ .*\.$/);
  });

  it('tells of each commit once for each patient, of nothing that was rolled back, and of a reset', async () => {
    const { heard, stop } = await listenTo(ehr);
    const fhir = clientOf(ehr);
    await fhir('POST', '', { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: condition(undefined, 'a', 'I10'), request: { method: 'POST', url: 'Condition' } }, { resource: condition(undefined, 'nobody', 'I10'), request: { method: 'POST', url: 'Condition' } }] });
    await fhir('PUT', 'Condition/told', condition('told', 'a', 'I10'));
    await expect.poll(() => heard()).toContain('data: {"patient":"a","kinds":["Condition"]}');
    await fetch(`${ehr.url}/sandbox/api/reset`, { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    await expect.poll(() => heard()).toContain('event: reset');
    expect(heard().match(/event: change\ndata: \{"patient":"a","kinds":\["Condition"\]\}/g)).toHaveLength(1);
    expect(ehr.store.read('Condition', 'told')).toBeNull();
    expect(ehr.store.read('Patient', 'a')?.version).toBe(1);
    expect((await fhir('GET', 'Patient/a')).status).toBe(401);
    await stop();
  });
});

describe('faults that were asked for', () => {
  it.each([401, 403, 404, 409, 412, 422, 429, 500, 503] as const)('%i, once', async (status) => {
    await ask({ kind: 'Condition', method: 'GET', times: 1, effect: { type: 'status', status, retryAfter: 2 } });
    const fhir = clientOf(ehr);
    expect((await fhir('GET', 'Patient/a')).status).toBe(200);
    const answer = await fhir<OperationOutcome>('GET', 'Condition/a-htn');
    expect([answer.status, answer.headers.get('retry-after'), answer.body.resourceType]).toEqual([status, '2', 'OperationOutcome']);
    expect((await fhir('GET', 'Condition/a-htn')).status).toBe(200);
  });

  it('a cut body, and a reply that is lost after the commit', async () => {
    const fhir = clientOf(ehr);
    await ask({ kind: 'Patient', times: 1, effect: { type: 'cut-body' } }, { kind: 'Condition', method: 'PUT', times: 1, effect: { type: 'lost-reply' } });
    await expect(fhir('GET', 'Patient/a')).rejects.toThrow(/terminated|fetch failed/);
    await expect(fhir('PUT', 'Condition/lost', condition('lost', 'a', 'I10'))).rejects.toThrow('fetch failed');
    expect(ehr.store.read('Condition', 'lost')?.version).toBe(1);
  });

  it('slowness, foreign next links and wrong totals', async () => {
    const fhir = clientOf(ehr);
    await ask({ kind: 'Condition', times: 1, effect: { type: 'slow', milliseconds: 60 } }, { kind: 'Observation', times: 1, effect: { type: 'foreign-next', origin: 'https://evil.example' } }, { kind: 'Task', times: 1, effect: { type: 'wrong-total', total: 99 } });
    const begun = performance.now();
    await fhir('GET', 'Condition/a-htn');
    expect(performance.now() - begun).toBeGreaterThan(50);
    const page = (await fhir<Bundle>('GET', 'Observation?_count=1')).body;
    expect(page.link?.find((l) => l.relation === 'next')?.url).toMatch(/^https:\/\/evil\.example\/fhir\?_page=/);
    expect((await fhir<Bundle>('GET', 'Task')).body.total).toBe(99);
  });

  it('every access token ends, and refresh tokens stay', async () => {
    const fhir = clientOf(ehr);
    await ask({ kind: 'Condition', times: 1, effect: { type: 'expire-tokens' } });
    expect((await fhir('GET', 'Patient/a')).status).toBe(200);
    expect((await fhir('GET', 'Condition/a-htn')).status).toBe(401);
    expect((await fhir('GET', 'Patient/a')).status).toBe(401);
    expect((await clientOf(ehr)('GET', 'Patient/a')).status).toBe(200);
  });

  it('at the token endpoint', async () => {
    await ask({ kind: 'token', times: 1, effect: { type: 'status', status: 503 } });
    expect((await fetch(`${ehr.url}/auth/token`, { method: 'POST', body: new URLSearchParams() })).status).toBe(503);
    expect((await fetch(`${ehr.url}/auth/token`, { method: 'POST', body: new URLSearchParams() })).status).toBe(401);
  });

  it('are refused when they cannot be read, and closed unless the sandbox was started with them', async () => {
    const broken = await fetch(`${ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '[{"times":1,"effect":{"type":"status","status":200}}]' });
    expect(broken.status).toBe(400);
    const plain = await startEhr();
    expect((await fetch(`${plain.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '[]' })).status).toBe(404);
    await plain.close();
  });
});

describe('loading', () => {
  it('takes 31,000 resources', async () => {
    const big = await startEhr({ resources: [] });
    const { loaded, patients } = big.load(manyResources(100, 308));
    expect([loaded['Observation'], patients.length]).toEqual([30_800, 100]);
    const { body } = await clientOf(big)<Bundle>('GET', 'Observation?patient=p7&category=laboratory&_count=5');
    expect([body.total, body.entry?.length]).toEqual([154, 5]);
    await big.close();
  }, 30_000);

  it('doubles nothing when the same Bundle is loaded again, though its resources have no ids', () => {
    const bundle = {
      resourceType: 'Bundle', type: 'transaction', entry: [
        { fullUrl: 'urn:uuid:0B6F1C52-8E1D-4B8B-9C83-5A9E0D7C2F11', resource: { resourceType: 'Patient', name: [{ family: 'Again' }] }, request: { method: 'POST', url: 'Patient' } },
      ],
    };
    expect(ehr.load(bundle).patients).toEqual(['0b6f1c52-8e1d-4b8b-9c83-5a9e0d7c2f11']);
    expect(ehr.load(bundle).patients).toEqual(['0b6f1c52-8e1d-4b8b-9c83-5a9e0d7c2f11']);
  });

  it('follows conditional references, or keeps them as identifiers', async () => {
    const { patients, skipped } = ehr.load({
      resourceType: 'Bundle', type: 'transaction', entry: [
        { fullUrl: 'urn:uuid:1', resource: { resourceType: 'Patient', name: [{ family: 'Synthetic' }] }, request: { method: 'POST', url: 'Patient' } },
        { resource: { resourceType: 'Encounter', id: 'syn-visit', status: 'finished', class: { code: 'AMB' }, subject: { reference: 'urn:uuid:1' }, participant: [{ individual: { reference: 'Practitioner?identifier=urn:npi|9', display: 'Dr. X' } }], serviceProvider: { reference: 'Patient?identifier=urn:mrn|m-a' } }, request: { method: 'POST', url: 'Encounter' } },
        { resource: { resourceType: 'TestScript' } },
      ],
    });
    expect([patients.length, skipped]).toEqual([1, { TestScript: 1 }]);
    expect(ehr.store.read('Encounter', 'syn-visit')?.resource).toMatchObject({
      subject: { reference: `Patient/${patients[0]}` },
      participant: [{ individual: { type: 'Practitioner', identifier: { system: 'urn:npi', value: '9' }, display: 'Dr. X' } }],
      serviceProvider: { reference: 'Patient/a' },
    });
  });

  it.each([
    [null, /not a FHIR Bundle/], ['text', /not a FHIR Bundle/], [{ resourceType: 'Patient' }, /not a FHIR Bundle/], [{ resourceType: 'Bundle', entry: [] }, /no entries/],
    [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', id: 'loaded-not' } }, {}] }, /Entry 2 of the Bundle has no resource/],
    [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', id: 'loaded-not' } }, { resource: { resourceType: 'Patient', id: 'a b' } }] }, /Entry 2 of the Bundle cannot be read. An id/],
    [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Patient', name: 'Eva' } }] }, /Patient.name: is a list/], [{ resourceType: 'Bundle', entry: [{ resource: { resourceType: 'Task', for: { reference: { to: 'x' } } } }] }, /Task.for.reference: is not a valid string/],
    [{ resourceType: 'Bundle', entry: [{ resource: { no: 'type' } }] }, /needs its resourceType/], [{ resourceType: 'Bundle', entry: [null] }, /no resource/],
  ])('refuses %j in a sentence and adds nothing', (bundle, sentence) => {
    expect(() => ehr.load(bundle)).toThrow(sentence);
    expect(ehr.store.read('Patient', 'loaded-not')).toBeNull();
  });
});

function ask(...rules: FaultRule[]): Promise<Response> {
  return fetch(`${ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rules) });
}
