import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CapabilityStatement, Task } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaultRule } from '../../src/sandbox/contract.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, startEhr } from './support/ehr.ts';

const task: Task = { resourceType: 'Task', status: 'requested', intent: 'proposal', identifier: [{ system: 'urn:step', value: '1' }], for: { identifier: { system: 'http://localhost/fhir', value: 'Patient/a' }, type: 'Patient' } };

describe('the embedded companion server', () => {
  let ehr: Sandbox;
  let base = '';
  beforeAll(async () => {
    ehr = await startEhr({ companion: true, faults: true, ehrProfile: 'oracle' });
    base = ehr.companion?.fhirBase ?? '';
  });
  afterAll(() => ehr.close());

  const post = (path: string, body: object, headers: Record<string, string> = {}) => fetch(`${base}${path}`, { method: 'POST', headers: { 'Content-Type': 'application/fhir+json', ...headers }, body: JSON.stringify(body) });
  const fault = (...rules: FaultRule[]) => fetch(`${ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rules) });

  it('stands beside the EHR, empty, and asks for no token', async () => {
    expect(base).toBe(`${ehr.url}/companion/fhir`);
    expect(await (await fetch(`${base}/Patient`)).json()).toMatchObject({ total: 0 });
    const statement = (await (await fetch(`${base}/metadata`)).json()) as CapabilityStatement;
    expect([statement.software?.name, statement.rest?.[0]?.security, statement.rest?.[0]?.resource?.some(({ type }) => type === 'Claim')]).toEqual(['Countersign embedded companion server', undefined, true]);
    expect((await fetch(`${base}/.well-known/smart-configuration`)).status).toBe(404);
  });

  it('takes what the EHR does not, once, with logical references to it', async () => {
    expect((await clientOf(ehr)('POST', 'Task', task)).status).toBe(404);
    expect((await post('/Task', task, { 'If-None-Exist': 'identifier=urn:step|1' })).status).toBe(201);
    expect((await post('/Task', task, { 'If-None-Exist': 'identifier=urn:step|1' })).status).toBe(200);
    expect((await post('', { resourceType: 'Bundle', type: 'transaction', entry: [{ resource: task, request: { method: 'POST', url: 'Task' } }] })).status).toBe(200);
    expect([...(ehr.companion?.store.candidates('Task') ?? [])]).toHaveLength(2);
    expect([...ehr.store.candidates('Task')]).toHaveLength(2);
  });

  it('refuses what is no valid resource', async () => {
    expect((await post('/Task', { resourceType: 'Task', status: 'nonsense', intent: 'order' })).status).toBe(422);
    expect((await post('/Task', { ...task, focus: { reference: 'Condition/a-htn' } })).status).toBe(400);
  });

  it('has troubles of its own', async () => {
    await fault({ kind: 'Task', times: 1, effect: { type: 'status', status: 500 } }, { kind: 'companion/Task', method: 'POST', times: 1, effect: { type: 'lost-reply' } }, { kind: 'companion', times: 1, effect: { type: 'status', status: 503 } });
    const before = [...(ehr.companion?.store.candidates('Task') ?? [])].length;
    await expect(post('/Task', task)).rejects.toThrow('fetch failed');
    expect([...(ehr.companion?.store.candidates('Task') ?? [])]).toHaveLength(before + 1);
    expect((await fetch(`${base}/Claim`)).status).toBe(503);
    expect((await fetch(`${base}/Task`)).status).toBe(200);
    await fault({ times: 1, effect: { type: 'status', status: 500 } });
    expect((await fetch(`${base}/Task`)).status).toBe(200);
    await fault();
  });

  it('is emptied with the EHR by a reset', async () => {
    await fetch(`${ehr.url}/sandbox/api/reset`, { method: 'POST', headers: { 'Content-Type': 'application/json' } });
    expect(await (await fetch(`${base}/Task`)).json()).toMatchObject({ total: 0 });
  });
});

describe('elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-companion-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('another companion server may be reached from the app\'s pages, and nothing else', async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>App</title>');
    const ehr = await startEhr({ companion: 'https://companion.example.org/fhir', appDir: folder });
    expect((await fetch(`${ehr.url}/app/`)).headers.get('content-security-policy')).toContain("connect-src 'self' https://companion.example.org;");
    expect((await fetch(`${ehr.url}/companion/fhir/metadata`)).status).toBe(404);
    expect(ehr.companion).toBeNull();
    await ehr.close();
  });

  it('the companion\'s data file stands beside the EHR\'s, and is forgotten with it', async () => {
    const dataFile = join(folder, 'ehr.sqlite');
    const first = await startEhr({ dataFile, companion: true });
    await fetch(`${first.companion?.fhirBase}/Task`, { method: 'POST', headers: { 'Content-Type': 'application/fhir+json' }, body: JSON.stringify(task) });
    await first.close();
    const again = await startEhr({ dataFile, companion: true });
    expect([...(again.companion?.store.candidates('Task') ?? [])]).toHaveLength(1);
    await again.close();
    const fresh = await startEhr({ dataFile, companion: true, fresh: true });
    expect(fresh.companion?.store.empty).toBe(true);
    await fresh.close();
  });
});
