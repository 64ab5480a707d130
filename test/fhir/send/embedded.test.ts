import type { Bundle, Claim, Condition, Encounter, FhirResource, Provenance } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Chart, ServerProfile } from '../../../src/domain/model/index.ts';
import { createGuardedHttp } from '../../../src/fhir/http/guarded.ts';
import { profileServer } from '../../../src/fhir/profiles/index.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import { parseScopes } from '../../../src/fhir/session/scopes.ts';
import type { Sandbox } from '../../../src/sandbox/server.ts';
import { startSandbox } from '../../../src/sandbox/server.ts';
import { planFor, wardResources, wardWithClaim, wardWithoutClaim } from '../../support/ward.ts';
import { SIGNED_AT } from '../../support/writing.ts';

const SCOPE = 'user/*.cruds';
const never = new AbortController().signal;

/** What the ward refers to: this server enforces references. */
const AROUND: readonly FhirResource[] = [
  { resourceType: 'Patient', id: 'p1' },
  { resourceType: 'Practitioner', id: 'dr' },
  { resourceType: 'Coverage', id: 'c1', status: 'active', beneficiary: { reference: 'Patient/p1' }, payor: [{ reference: 'Patient/p1' }] },
  { resourceType: 'DocumentReference', id: 'n1', status: 'current', subject: { reference: 'Patient/p1' }, content: [{ attachment: { contentType: 'text/plain', data: 'Tm90ZQ==' } }] },
];

/** Over real HTTP; `lose` loses the answers of so many writes after the server has done them. */
async function connect(ehr: Sandbox, lose = 0) {
  let left = lose;
  const http = createGuardedHttp({
    base: ehr.fhirBase,
    token: () => ehr.accessToken({ scope: SCOPE }),
    refresh: () => Promise.reject(new Error('No refresh here.')),
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (init?.method === 'GET' || left === 0) return response;
      left -= 1;
      throw new TypeError('The connection was lost.');
    },
  });
  const { json } = await http.request({ method: 'GET', url: 'metadata' });
  const profile = profileServer({ capability: json, scopes: parseScopes(SCOPE), base: ehr.fhirBase });
  const all = async <T extends FhirResource>(type: T['resourceType']): Promise<readonly T[]> => {
    const { json: found } = await http.request({ method: 'GET', url: `${type}?_count=100` });
    return ((found as Bundle).entry ?? []).map((entry) => entry.resource as T);
  };
  return { http, profile, all, writer: (as: ServerProfile) => createWriter(http, as, () => SIGNED_AT) };
}

describe.each([['a draft claim exists', wardWithClaim], ['no claim yet', wardWithoutClaim]] as const)('against the embedded EHR, %s', (_, chart: Chart) => {
  let ehr: Sandbox;
  beforeEach(async () => {
    ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, resources: [...AROUND, ...wardResources(chart)] as FhirResource[] });
    return () => ehr.close();
  });

  it.each([
    ['in one transaction', { transaction: true, conditionalCreate: true }, 0],
    ['in one transaction whose answer is lost', { transaction: true, conditionalCreate: true }, 1],
    ['one by one', { transaction: false, conditionalCreate: true }, 0],
    ['one by one, without conditional create, with three answers lost', { transaction: false, conditionalCreate: false }, 3],
  ])('%s: all is written once, and reads back', async (__, how, lose) => {
    const { profile, all, writer } = await connect(ehr, lose);
    expect(profile).toMatchObject({ name: 'generic', transaction: true, conditionalCreate: true, ifMatch: true });
    const as = { ...profile, ...how };
    const plan = planFor(chart, as);
    expect(plan.cannot).toEqual([]);
    const receipts = await writer(as).send(plan, () => undefined, never);
    expect(receipts.map((r) => [r.outcome, r.why])).toEqual(receipts.map(() => ['written', expect.toBeOneOf([null, expect.stringContaining('points to no diagnosis')])]));
    const again = await writer(as).send(plan, () => undefined, never);
    expect(again.map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));

    const conditions = await all<Condition>('Condition');
    const added = conditions.find((c) => c.code?.coding?.[0]?.code === 'I10');
    expect(new Set(conditions.map((c) => [c.code?.coding?.[0]?.code, c.verificationStatus?.coding?.[0]?.code, c.category?.length, c.meta?.versionId].join(' ')))).toEqual(new Set([
      'E11.22 confirmed 1 2', 'I10 confirmed 1 1', 'J44.9 refuted 1 2', 'K21.9 confirmed 1 2',
    ]));
    expect(conditions).toHaveLength(4);
    const claims = await all<Claim>('Claim');
    expect(claims.map((c) => c.diagnosis?.map((d) => d.diagnosisCodeableConcept?.coding?.[0]?.code))).toEqual([['E11.22', 'I10']]);
    const [encounter] = await all<Encounter>('Encounter');
    expect(encounter?.diagnosis?.map((d) => d.condition.reference)).toEqual([`Condition/${added?.id}`]);
    const provenances = await all<Provenance>('Provenance');
    expect(provenances).toHaveLength(plan.steps.filter((s) => s.action.kind.endsWith('provenance')).length);
    expect(provenances.map((p) => p.target[0]?.reference)).toContain(`Condition/${added?.id}/_history/1`);
  });
});

describe('a stale change, against the embedded EHR', () => {
  let ehr: Sandbox;
  beforeAll(async () => {
    ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, resources: [...AROUND, ...wardResources(wardWithClaim)] as FhirResource[] });
  });
  afterAll(() => ehr.close());

  it('is refused with the difference, and nothing is written', async () => {
    const { http, profile, all, writer } = await connect(ehr);
    const { json } = await http.request({ method: 'GET', url: 'Condition/c2' });
    await http.request({ method: 'PUT', url: 'Condition/c2', body: { ...(json as Condition), verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'provisional' }] } } });
    const receipts = await writer(profile).send(planFor(wardWithClaim, profile), () => undefined, never);
    expect(receipts.find((r) => r.outcome === 'refused')?.conflict).toEqual({ seen: '1', now: '2', difference: ['verificationStatus confirmed → provisional'] });
    expect(await all('Condition')).toHaveLength(3);
    expect(await writer(profile).check([{ reference: 'Condition/c2', version: '1' }, { reference: 'DocumentReference/n1', version: '1' }, { reference: 'Condition/none', version: '1' }], never))
      .toMatchObject([{ state: 'changed', current: '2' }, { state: 'same' }, { state: 'gone' }]);
  });
});
