import type { Bundle, CapabilityStatement, Condition, Observation, OperationOutcome, Provenance } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShellPatient, ShellUser } from '../../src/sandbox/contract.ts';
import { readFixtures } from '../../src/sandbox/fixtures.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { clientOf, condition, idsIn } from '../sandbox/support/ehr.ts';
import type { Answer } from '../sandbox/support/ehr.ts';
import { emptyHapi } from './hapi.ts';

const A = 'unsupported-diagnosis';
const B = 'hypertension-unrecorded';
const transaction = (...entry: unknown[]) => ({ resourceType: 'Bundle', type: 'transaction', entry });

/** The sandbox's sign-in, scopes and shell in front of HAPI, as `npm start -- --fhir … --seed` has it. */
let ehr: Sandbox;
beforeAll(async () => {
  ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, resources: readFixtures().map(({ bundle }) => bundle), upstream: { fhir: process.env['COUNTERSIGN_HAPI'] ?? '' } });
});
afterAll(() => ehr.close());

describe('seeded', () => {
  beforeEach(emptyHapi);

  it('every fixture stands there, twice seeded once, and the shell shows it', async () => {
    const report = await ehr.seed();
    expect([report.refused, report.patients.length > 5]).toEqual([[], true]);
    await ehr.seed();
    const fhir = clientOf(ehr);
    expect((await fhir<Bundle>('GET', 'Patient?_summary=count')).body.total).toBe(report.patients.length);
    expect((await fhir('GET', `Patient/${A}`)).headers.get('etag')).toBe('W/"1"');
    const users = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
    expect(new Set(users.map(({ role }) => role))).toEqual(new Set(['clinician', 'cdi', 'coder', 'auditor', null]));
    const patients = (await (await fetch(`${ehr.url}/sandbox/api/patients`)).json()) as ShellPatient[];
    expect(patients.map(({ id }) => id).toSorted()).toEqual([...report.patients].toSorted());
    expect(patients.filter(({ encounters }) => encounters.length === 0)).toEqual([]);
    const record = (await (await fetch(`${ehr.url}/sandbox/api/patients/busy-chart/record`)).json()) as Bundle;
    const inFile = readFixtures().find(({ slug }) => slug === 'busy-chart')?.bundle.entry ?? [];
    for (const kind of ['Observation', 'Condition', 'DocumentReference', 'Binary', 'Encounter']) {
      expect(idsIn(record).filter((id) => id.startsWith(`${kind}/`))).toHaveLength(inFile.filter(({ resource }) => resource?.resourceType === kind).length);
    }
  });
});

describe('through the proxy', () => {
  beforeAll(async () => {
    await emptyHapi();
    await ehr.seed();
  });

  it('what HAPI offers is offered here, with this sign-in', async () => {
    const statement = (await (await fetch(`${ehr.fhirBase}/metadata`)).json()) as CapabilityStatement;
    expect(statement.software?.name).toMatch(/HAPI.*behind the Countersign sandbox/);
    const kind = statement.rest?.[0]?.resource?.find(({ type }) => type === 'Condition');
    expect(kind).toMatchObject({ conditionalCreate: true, versioning: 'versioned-update' });
    expect(kind?.interaction?.map(({ code }) => code)).not.toContain('patch');
    expect(statement.rest?.[0]?.interaction?.map(({ code }) => code)).toContain('transaction');
  });

  it.each([['user/*.rs', undefined], ['patient/*.rs', 'busy-chart'], ['user/Observation.rs?category=vital-signs', undefined]])('pages go to the end with %s', async (scope, patient) => {
    const fhir = clientOf(ehr, { scope, ...(patient ? { patient } : {}) });
    const seen: string[] = [];
    let at: string | undefined = 'Observation?patient=busy-chart&_count=20';
    while (at !== undefined) {
      const { status, body, text }: Answer<Bundle> = await fhir<Bundle>('GET', at);
      expect([status, text.includes('_getpages'), text.includes(process.env['COUNTERSIGN_HAPI'] ?? '-')]).toEqual([200, false, false]);
      seen.push(...idsIn(body));
      at = body.link?.find(({ relation }) => relation === 'next')?.url;
    }
    const all = readFixtures().find(({ slug }) => slug === 'busy-chart')?.bundle.entry?.flatMap(({ resource }) => (resource?.resourceType === 'Observation' ? [resource as Observation] : [])) ?? [];
    const wanted = scope.includes('?') ? all.filter(({ category = [] }) => category.some(({ coding = [] }) => coding.some(({ code }) => code === 'vital-signs'))) : all;
    expect(seen.toSorted()).toEqual(wanted.map(({ id }) => `Observation/${id}`).toSorted());
    expect(seen.length).toBeGreaterThan(20);
  });

  it('a patient/ scope opens that record, its note and its Provenance, and no other', async () => {
    const fhir = clientOf(ehr, { scope: 'patient/*.cruds', patient: A });
    const binary = `Binary/${A}-note`;
    expect((await fhir('GET', binary, undefined, { Accept: 'text/plain' })).status).toBe(200);
    for (const closed of [`Patient/${B}`, `Binary/${B}-note`, `Encounter/${B}-visit`, `Encounter/${B}-visit/_history`, `Encounter/${B}-visit/_history/1`, 'Condition/not-there']) expect([closed, (await fhir('GET', closed)).status]).toEqual([closed, 403]);
    for (const kind of ['Patient', 'Encounter', 'Condition', 'DocumentReference']) {
      const { status, body } = await fhir<Bundle>('GET', kind);
      expect([kind, status, idsIn(body).length > 0, idsIn(body).filter((id) => id.includes(B))]).toEqual([kind, 200, true, []]);
    }
    expect((await fhir('PUT', 'Condition/moved', condition('moved', B, 'I10'))).status).toBe(403);
    expect((await fhir('POST', '', transaction({ resource: condition('moved', B, 'I10'), request: { method: 'PUT', url: 'Condition/moved' } }))).status).toBe(403);
  });

  it('a transaction is HAPI\'s: references ahead, ifNoneExist, and 409 for a stale ifMatch', async () => {
    const fhir = clientOf(ehr, { scope: 'patient/*.cruds', patient: A });
    const provenance: Provenance = { resourceType: 'Provenance', recorded: '2026-03-01T10:00:00Z', target: [{ reference: 'urn:uuid:6f3c8dc5-0c36-4d8a-9b52-5d2f3c1c0a11' }], agent: [{ who: { display: 'Somebody' } }] };
    const diagnosis = condition(undefined, A, 'J45.20', { identifier: [{ system: 'urn:key', value: 'once' }] });
    const bundle = transaction(
      { resource: provenance, request: { method: 'POST', url: 'Provenance' } },
      { fullUrl: 'urn:uuid:6f3c8dc5-0c36-4d8a-9b52-5d2f3c1c0a11', resource: diagnosis, request: { method: 'POST', url: 'Condition', ifNoneExist: 'identifier=urn:key|once' } },
    );
    const first = await fhir<Bundle>('POST', '', bundle);
    expect([first.status, first.body.entry?.map(({ response }) => response?.status.slice(0, 3))]).toEqual([200, ['201', '201']]);
    const again = await fhir<Bundle>('POST', '', bundle);
    expect(again.body.entry?.map(({ response }) => response?.status.slice(0, 3))).toEqual(['201', '200']);
    const { body: found } = await fhir<Bundle<Condition>>('GET', 'Condition?identifier=urn:key|once&_revinclude=Provenance:target');
    expect(idsIn(found as Bundle).map((id) => id.replace(/\/.*/, ''))).toEqual(['Condition', 'Provenance', 'Provenance']);
    const id = found.entry?.[0]?.resource?.id ?? '';
    const stale = await fhir<OperationOutcome>('POST', '', transaction({ resource: condition(id, A, 'J45.21'), request: { method: 'PUT', url: `Condition/${id}`, ifMatch: 'W/"9"' } }));
    expect([stale.status, stale.body.resourceType]).toEqual([409, 'OperationOutcome']);
    expect((await fhir('PUT', `Condition/${id}`, condition(id, A, 'J45.21'), { 'If-Match': 'W/"9"' })).status).toBe(409);
    expect((await fhir('PUT', `Condition/${id}`, condition(id, A, 'J45.21'), { 'If-Match': 'W/"1"' })).headers.get('etag')).toBe('W/"2"');
    expect((await fhir<Bundle>('GET', `Condition/${id}/_history`)).body.total).toBe(2);
    expect((await fhir('DELETE', `Condition/${id}`)).status).toBe(409);
  });

  it('twelve conditional creates at once are one resource', async () => {
    const fhir = clientOf(ehr);
    const body = condition(undefined, A, 'R05.9', { identifier: [{ system: 'urn:key', value: 'raced' }] });
    const answers = await Promise.all(Array.from({ length: 12 }, () => fhir('POST', 'Condition', body, { 'If-None-Exist': 'identifier=urn:key|raced' })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => ![200, 201, 409].includes(status))).toEqual([]);
    expect((await fhir<Bundle>('GET', 'Condition?identifier=urn:key|raced&_summary=count')).body.total).toBe(1);
  });
});
