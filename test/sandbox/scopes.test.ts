import type { Bundle } from 'fhir/r4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { grantScopes, parseScope } from '../../src/sandbox/auth/scopes.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { BACKENDS, clientOf, condition, idsIn } from './support/ehr.ts';
import type { Backed } from './support/ehr.ts';

const batch = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'batch', entry });
const get = (url: string) => ({ request: { method: 'GET', url } });

describe('scopes are read', () => {
  it.each([
    ['user/Condition.read', 'rs'], ['user/Condition.write', 'cud'], ['patient/*.*', 'cruds'], ['patient/*.rs', 'rs'], ['user/Condition.cruds', 'cruds'],
  ])('%s as %s', (text, interactions) => expect(parseScope(text)?.interactions).toBe(interactions));

  it.each(['user/Condition.', 'user/Condition.sr', 'system/*.rs', 'Condition.read', 'user/Nonsense.rs', 'user/Condition.read?category=x', 'user/*'])('%s as none', (text) => expect(parseScope(text)).toBeNull());

  it('and granted by the set that was chosen', () => {
    expect(grantScopes('launch openid user/*.rs user/Condition.cruds rubbish', 'as-asked', true)).toBe('launch openid user/*.rs user/Condition.cruds');
    expect(grantScopes('user/Condition.cruds user/Claim.write user/Task.cu', 'read-only', true)).toBe('user/Condition.rs');
    expect(grantScopes('user/Claim.cruds user/Condition.rs', 'no-claims', true)).toBe('user/Condition.rs');
    const reduced = grantScopes('user/*.rs', 'no-observations', true).split(' ');
    expect(reduced).toContain('user/Condition.rs');
    expect(reduced.some((s) => /Observation|DiagnosticReport|\*/.test(s))).toBe(false);
    expect(grantScopes('patient/*.rs', 'as-asked', false)).toBe('');
  });
});

describe.each(BACKENDS)('%s:', (_where, start) => {
  let backed: Backed;
  let ehr: Sandbox;
  beforeAll(async () => {
    backed = await start();
    ehr = backed.ehr;
  });
  afterAll(() => backed.close());

  const as = (scope: string, patient?: string) => clientOf(ehr, { scope, ...(patient ? { patient } : {}) });

  describe('a kind that was not granted is refused', () => {
    it.each([
      ['GET', 'Observation?patient=a'], ['GET', 'Observation/a-bmi'], ['GET', 'Observation/a-bmi/_history'], ['GET', 'Observation/a-bmi/_history/1'], ['GET', 'Observation/_history'],
      ['PUT', 'Condition/a-htn'], ['POST', 'Condition'], ['DELETE', 'Condition/a-htn'], ['DELETE', 'Condition?code=I10'], ['PUT', 'Condition?code=I10&patient=b'],
    ])('%s %s', async (method, path) => {
      const { status, body } = await as('user/Condition.rs')(method, path, method === 'GET' || method === 'DELETE' ? undefined : condition(path.includes('/') ? 'a-htn' : undefined, 'a', 'I10'));
      expect([status, body.resourceType]).toEqual([403, 'OperationOutcome']);
    });

    it('inside a batch', async () => {
      const { body } = await as('user/Condition.rs')<Bundle>('POST', '', batch(get('Observation?patient=a'), get('Observation/a-bmi'), get('Condition/a-htn'), { resource: condition(undefined, 'a', 'I10'), request: { method: 'POST', url: 'Condition' } }));
      expect(body.entry?.map((e) => e.response?.status.slice(0, 3))).toEqual(['403', '403', '200', '403']);
    });

    it('inside a transaction, which then writes nothing', async () => {
      const { status } = await as('user/Condition.cruds')('POST', '', { ...batch({ resource: condition('leak', 'a', 'I10'), request: { method: 'PUT', url: 'Condition/leak' } }, get('Observation?patient=a')), type: 'transaction' });
      expect(status).toBe(403);
      expect(backed.records.read('Condition', 'leak')).toBeNull();
    });

    it('by _include and _revinclude, silently', async () => {
      const { body } = await as('user/Condition.rs')<Bundle>('GET', 'Condition?_id=a-htn&_include=Condition:patient&_revinclude=Provenance:target');
      expect(idsIn(body)).toEqual(['Condition/a-htn']);
    });

    it('by If-None-Exist: creating alone does not let one look', async () => {
      const create = as('user/Condition.c');
      expect((await create('POST', 'Condition', condition(undefined, 'a', 'I10'), { 'If-None-Exist': 'code=I10' })).status).toBe(403);
      expect((await create('POST', 'Condition', condition(undefined, 'a', 'I10'))).status).toBe(201);
      const entry = { resource: condition(undefined, 'a', 'I10'), request: { method: 'POST', url: 'Condition', ifNoneExist: 'code=I10' } };
      expect((await create('POST', '', { ...batch(entry), type: 'transaction' })).status).toBe(403);
    });

    it('by a conditional reference', async () => {
      const provenance = { resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'Observation?code=4548-4&patient=a' }], agent: [{ who: { reference: 'Practitioner/doc' } }] };
      expect((await as('user/Provenance.c')('POST', '', { ...batch({ resource: provenance, request: { method: 'POST', url: 'Provenance' } }), type: 'transaction' })).status).toBe(403);
    });

    it('reading one does not let one search, nor the other way', async () => {
      expect((await as('user/Condition.r')('GET', 'Condition?patient=a')).status).toBe(403);
      expect((await as('user/Condition.s')('GET', 'Condition/a-htn')).status).toBe(403);
      expect((await as('user/Condition.u')('PUT', 'Condition/brand-new', condition('brand-new', 'a', 'I10'))).status).toBe(403);
    });
  });

  describe('a patient/ scope opens one record', () => {
    it('in every kind, with Provenance, Task and Binary by what they speak of', async () => {
      const fhir = as('patient/*.cruds', 'a');
      for (const kind of ['Patient', 'Encounter', 'Condition', 'Observation', 'DocumentReference', 'Provenance', 'Task', 'Binary']) {
        const ids = idsIn((await fhir<Bundle>('GET', kind)).body);
        expect(ids.length).toBeGreaterThan(0);
        expect(ids.filter((id) => /\/b(-|$)/.test(id))).toEqual([]);
      }
      expect((await fhir('GET', 'Binary/a-note-text', undefined, { Accept: 'text/plain' })).text).toContain('Note of a');
      expect((await fhir('GET', 'Practitioner/doc')).status).toBe(200);
    });

    it.each(['Patient/b', 'Condition/b-htn', 'Binary/b-note-text', 'Provenance/b-prov', 'Task/b-task', 'Condition/b-htn/_history', 'Condition/b-htn/_history/1', 'Condition/not-there'])('and %s is closed, whether it is there or not', async (path) => {
      expect((await as('patient/*.cruds', 'a')('GET', path)).status).toBe(403);
    });

    it('and nothing can be written into, moved to, or taken from another record', async () => {
      const fhir = as('patient/*.cruds', 'a');
      expect((await fhir('POST', 'Condition', condition(undefined, 'b', 'I10'))).status).toBe(403);
      expect((await fhir('PUT', 'Condition/a-htn', condition('a-htn', 'b', 'I10'))).status).toBe(403);
      expect((await fhir('PUT', 'Condition/b-htn', condition('b-htn', 'a', 'I10'))).status).toBe(403);
      expect((await fhir('DELETE', 'Task/b-task')).status).toBe(403);
      expect((await fhir('POST', 'Organization', { resourceType: 'Organization', name: 'x' })).status).toBe(403);
      expect((await fhir('POST', 'Binary', 'text', { 'Content-Type': 'text/plain' })).status).toBe(403);
      expect(backed.records.read('Condition', 'b-htn')?.version).toBe(1);
      const both = { resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'Condition/a-htn' }, { reference: 'Condition/b-htn' }], agent: [{ who: { reference: 'Practitioner/doc' } }] };
      expect((await fhir('POST', 'Provenance', both)).status).toBe(403);
    });

    it('but its own Condition with Provenance ahead of it goes through', async () => {
      const { status } = await as('patient/*.cruds', 'a')('POST', '', {
        ...batch(
          { resource: { resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'urn:uuid:1' }], agent: [{ who: { reference: 'Practitioner/doc' } }] }, request: { method: 'POST', url: 'Provenance' } },
          { fullUrl: 'urn:uuid:1', resource: condition(undefined, 'a', 'E11.22'), request: { method: 'POST', url: 'Condition' } },
        ), type: 'transaction',
      });
      expect(status).toBe(200);
    });

    it('and If-None-Exist sees nothing of the others', async () => {
      await as('user/*.cruds')('PUT', 'Condition/b-secret', condition('b-secret', 'b', 'B20', { identifier: [{ system: 'urn:key', value: 'shared' }] }));
      const answer = await as('patient/*.cruds', 'a')('POST', 'Condition', condition(undefined, 'a', 'I10', { identifier: [{ system: 'urn:key', value: 'shared' }] }), { 'If-None-Exist': 'identifier=urn:key|shared' });
      expect(answer.status).toBe(201);
    });

    it('and the total and the pages count only what is open', async () => {
      expect((await as('patient/Observation.s', 'a')<Bundle>('GET', 'Observation?_summary=count')).body.total).toBe(2);
    });
  });

  describe('a scope with parameters opens what matches them', () => {
    it('in searches, reads and writes', async () => {
      const fhir = as('user/Observation.cruds?category=laboratory');
      expect(idsIn((await fhir<Bundle>('GET', 'Observation?patient=a')).body)).toEqual(['Observation/a-a1c']);
      expect((await fhir('GET', 'Observation/a-bmi')).status).toBe(403);
      expect((await fhir('GET', 'Observation/not-there')).status).toBe(403);
      const { body } = await fhir('GET', 'Observation/a-a1c');
      expect((await fhir('PUT', 'Observation/a-a1c', { ...body, category: [{ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }] }] })).status).toBe(403);
    });
  });

  it('no token, a wrong one, and one past its time are 401 with a challenge', async () => {
    expect((await fetch(`${ehr.fhirBase}/Patient/a`)).status).toBe(401);
    const wrong = await fetch(`${ehr.fhirBase}/Patient/a`, { headers: { Authorization: 'Bearer nope' } });
    expect([wrong.status, wrong.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="fhir", error="invalid_token"']);
    expect((await clientOf(ehr, { scope: 'user/*.rs', seconds: -1 })('GET', 'Patient/a')).status).toBe(401);
  });
});
