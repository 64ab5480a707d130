import type { FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ServerProfile, WritePlan, WriteReceipt } from '../../src/domain/model/index.ts';
import { STEP_SYSTEM, encode } from '../../src/fhir/encode/index.ts';
import { createGuardedHttp } from '../../src/fhir/http/guarded.ts';
import { profileServer } from '../../src/fhir/profiles/index.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import { parseScopes } from '../../src/fhir/session/scopes.ts';
import type { FaultRule } from '../../src/sandbox/contract.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import type { Sandbox } from '../../src/sandbox/server.ts';
import { proposalPlan } from '../fhir/send/plans.ts';
import { planFor, wardResources, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { SIGNED_AT } from '../support/writing.ts';
import type { Hapi } from './hapi.ts';
import { AROUND_THE_WARD, connect, emptyHapi, load, never } from './hapi.ts';

/** HAPI behind the sandbox's proxy, which loses answers, cuts them, or refuses, while HAPI does what it does. */
let ehr: Sandbox;
let hapi: Hapi;
beforeAll(async () => {
  ehr = await startSandbox({ port: 0, dataFile: ':memory:', appDir: null, faults: true, upstream: { fhir: process.env['COUNTERSIGN_HAPI'] ?? '' } });
  hapi = await connect();
});
afterAll(() => ehr.close());

const AROUND: readonly FhirResource[] = [...AROUND_THE_WARD, { resourceType: 'Practitioner', id: 'cdi' }, { resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Systolic blood pressure' } }];

const FAULTS: readonly (readonly [string, FaultRule['effect']])[] = [
  ['the answer is lost', { type: 'lost-reply' }], ['the answer is cut', { type: 'cut-body' }], ['500 before HAPI sees it', { type: 'status', status: 500 }], ['409', { type: 'status', status: 409 }],
];

const PLANS: readonly (readonly [string, (profile: ServerProfile) => WritePlan, typeof wardWithClaim])[] = [
  ['a countersignature on a draft claim', (profile) => planFor(wardWithClaim, profile), wardWithClaim],
  ['a countersignature that starts the claim', (profile) => planFor(wardWithoutClaim, profile), wardWithoutClaim],
  ['a proposal', (profile) => proposalPlan('ehr', profile.transaction ? 'transaction' : 'single'), wardWithoutClaim],
];

describe.each([['in one transaction', true], ['one by one', false]] as const)('%s', (_, transaction) => {
  describe.each(PLANS)('%s', (__, planned, chart) => {
    beforeEach(async () => {
      await emptyHapi();
      await load([...AROUND, ...wardResources(chart)]);
    });

    it.each(FAULTS)('%s when a write is sent for the first time, at every write: each step stands once in HAPI', async (___, effect) => {
      const struck: string[] = [];
      const writer = await throughProxy(transaction, { effect, struck });
      const plan = planned(writer.profile);
      const receipts = new Map<string, WriteReceipt>();
      const left = () => plan.steps.filter(({ id }) => receipts.get(id)?.outcome !== 'written');
      for (let tries = 0; tries < 2 * plan.steps.length && left().length > 0; tries += 1) {
        for (const receipt of await writer.send({ ...plan, steps: left() }, () => undefined, never, [...receipts.values()])) {
          if (receipt.outcome !== 'written') expect(receipt.why, receipt.step).toMatch(/\w/);
          receipts.set(receipt.step, receipt);
        }
      }
      expect(left().map(({ id, says }) => [says, receipts.get(id)?.why])).toEqual([]);
      expect(plan.steps.filter(({ key }) => !struck.some((body) => body.includes(key)))).toEqual([]);
      await eachOnce(plan, [...receipts.values()]);
    });

    it('twenty tabs send it at the same moment while answers get lost: each step stands once, and the next look-up tells where', async () => {
      const writer = await throughProxy(transaction);
      const plan = planned(writer.profile);
      await arm([{ method: 'POST', times: 5, effect: { type: 'lost-reply' } }]);
      await Promise.all(Array.from({ length: 20 }, async () => (await throughProxy(transaction)).send(plan, () => undefined, never)));
      await arm([]);
      let settled = await writer.send(plan, () => undefined, never);
      for (let tries = 0; tries < 3 && settled.some(({ outcome }) => outcome !== 'written'); tries += 1) settled = await writer.send(plan, () => undefined, never, settled);
      expect(settled.filter(({ outcome }) => outcome !== 'written')).toEqual([]);
      await eachOnce(plan, settled);
    });
  });
});

/** @param trouble strikes each write when it is sent for the first time; `struck` gets its body */
async function throughProxy(transaction: boolean, trouble?: { readonly effect: FaultRule['effect']; readonly struck: string[] }): Promise<ReturnType<typeof createWriter>> {
  const scope = 'user/*.cruds';
  const send: typeof fetch = async (input, init) => {
    const { method, body } = init ?? {};
    if (trouble !== undefined && (method === 'POST' || method === 'PUT') && typeof body === 'string' && !trouble.struck.includes(body)) {
      trouble.struck.push(body);
      await arm([{ method, times: 1, effect: trouble.effect }]);
    }
    return fetch(input, init);
  };
  const token = ehr.accessToken({ scope, user: 'dr' });
  const http = createGuardedHttp({ base: ehr.fhirBase, token: () => token, refresh: () => Promise.reject(new Error('The sign-in has ended.')), fetch: send });
  const { json: capability } = await http.request({ method: 'GET', url: 'metadata' });
  const profile = profileServer({ capability, scopes: parseScopes(scope), base: http.base });
  expect([profile.transaction, profile.conditionalCreate, profile.ifMatch]).toEqual([true, true, true]);
  return createWriter(http, { ...profile, transaction }, () => SIGNED_AT);
}

async function arm(rules: readonly FaultRule[]): Promise<void> {
  const { status } = await fetch(`${ehr.url}/sandbox/api/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rules) });
  expect(status).toBeLessThan(300);
}

/** In HAPI itself, past the proxy: by the step's key, in the version of its receipt; and nothing else was created. */
async function eachOnce(plan: WritePlan, receipts: readonly WriteReceipt[]): Promise<void> {
  const kinds = ['Condition', 'Claim', 'Encounter', 'Provenance', 'Task', 'DocumentReference'] as const;
  const all = (await Promise.all(kinds.map((kind) => hapi.all<FhirResource>(kind)))).flat();
  for (const { id, key, says } of plan.steps) {
    const found = all.filter((resource) => keysIn(resource).includes(key));
    expect(found.map(({ resourceType, id: named, meta }) => [`${resourceType}/${named ?? ''}`, meta?.versionId]), says).toHaveLength(1);
    expect(`${found[0]?.resourceType ?? ''}/${found[0]?.id ?? ''}`, says).toBe(receipts.find(({ step }) => step === id)?.resource?.reference);
  }
  const created = plan.steps.filter((step) => encode(step).kind === 'create').length;
  const before = [...AROUND, ...wardResources(plan.steps.some(({ action }) => action.kind === 'update-claim') ? wardWithClaim : wardWithoutClaim)].filter(({ resourceType }) => kinds.some((kind) => kind === resourceType)).length;
  expect(all).toHaveLength(before + created);
  for (const step of plan.steps.filter((one) => encode(one).kind === 'update')) {
    expect(all.find((resource) => keysIn(resource).includes(step.key))?.meta?.versionId, step.says).toBe('2');
  }
}

function keysIn(resource: FhirResource): readonly (string | undefined)[] {
  const identifiers = 'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
  return [...identifiers.filter(({ system }) => system === STEP_SYSTEM).map(({ value }) => value), ...(resource.meta?.tag ?? []).filter(({ system }) => system === STEP_SYSTEM).map(({ code }) => code)];
}
