import { describe, expect, it } from 'vitest';
import type { Claim, Condition, Encounter, Provenance } from 'fhir/r4';
import type { Writer } from '../../../src/app/parts.ts';
import type { Chart, ServerProfile, WritePlan, WriteReceipt, WriteStep } from '../../../src/domain/model/index.ts';
import type { FhirRequest } from '../../../src/fhir/http/contract.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import type { Fault } from '../../support/fake-fhir.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { CHARTED, fill, planFor, wardWithClaim, wardWithoutClaim } from '../../support/ward.ts';
import { SIGNED_AT, generic } from '../../support/writing.ts';

const never = new AbortController().signal;
const nothing = (): void => undefined;

const MODES: Readonly<Record<string, ServerProfile>> = {
  'in one transaction': generic,
  'in one transaction, without conditional create': { ...generic, conditionalCreate: false },
  'one by one': { ...generic, transaction: false },
  'one by one, without conditional create': { ...generic, transaction: false, conditionalCreate: false },
};

const FAULTS: Readonly<Record<string, { readonly fault: Fault; readonly outcomes: readonly string[]; readonly says: RegExp }>> = {
  'connection lost before the server': { fault: { kind: 'lost', fault: 'network', after: false }, outcomes: ['unknown'], says: /looked up again/ },
  'answer lost after the commit': { fault: { kind: 'lost', fault: 'network', after: true }, outcomes: ['written'], says: /^$|points to no diagnosis/ },
  'timeout after the commit': { fault: { kind: 'lost', fault: 'timeout', after: true }, outcomes: ['written'], says: /^$|points to no diagnosis/ },
  'answer cut after the commit': { fault: { kind: 'lost', fault: 'cut-body', after: true }, outcomes: ['written'], says: /^$|points to no diagnosis/ },
  'signed out': { fault: { kind: 'lost', fault: 'signed-out', after: false }, outcomes: ['refused'], says: /signed-out/ },
  403: { fault: { kind: 'status', status: 403, after: false }, outcomes: ['refused'], says: /does not let you write this \(403\): the server's own words/ },
  404: { fault: { kind: 'status', status: 404, after: false }, outcomes: ['refused'], says: /not in the EHR any more \(404\)/ },
  '409 of a race': { fault: { kind: 'status', status: 409, after: false }, outcomes: ['refused', 'written'], says: /^$|points to no diagnosis|\(409\)/ },
  412: { fault: { kind: 'status', status: 412, after: false }, outcomes: ['refused'], says: /\(412\)/ },
  422: { fault: { kind: 'status', status: 422, after: false }, outcomes: ['refused'], says: /found it invalid \(422\): the server's own words/ },
  429: { fault: { kind: 'status', status: 429, after: false }, outcomes: ['refused'], says: /busy and did nothing \(429\)/ },
  '500 and nothing done': { fault: { kind: 'status', status: 500, after: false }, outcomes: ['refused'], says: /\(500\).*Nothing was written; it is safe to send it again/ },
  '500 after the commit': { fault: { kind: 'status', status: 500, after: true }, outcomes: ['written'], says: /^$|points to no diagnosis/ },
};

function setUp(profile: ServerProfile, chart: Chart) {
  const server = new FakeFhir({ conditionalCreate: profile.conditionalCreate });
  fill(server, chart);
  const writer: Writer = createWriter(server, profile, () => SIGNED_AT);
  return { server, writer, plan: planFor(chart, profile) };
}

function carries(step: WriteStep) {
  return (request: FhirRequest): boolean => request.method !== 'GET' && JSON.stringify(request.body).includes(step.key);
}

function left(plan: WritePlan, receipts: readonly WriteReceipt[]): WritePlan {
  return { ...plan, steps: plan.steps.filter((s) => receipts.find((r) => r.step === s.id)?.outcome !== 'written') };
}

/** Everything stands exactly once: each create has one resource, each change one new version. */
function expectOnce(server: FakeFhir, plan: WritePlan): void {
  const held = JSON.stringify([...server.all<Condition>('Condition'), ...server.all<Claim>('Claim'), ...server.all<Provenance>('Provenance'), ...server.all<Encounter>('Encounter')]);
  for (const step of plan.steps) expect(held).toContain(step.key);
  expect(server.all('Provenance')).toHaveLength(plan.steps.filter((s) => s.action.kind.endsWith('provenance')).length);
  expect(server.all('Condition')).toHaveLength(Object.keys(CHARTED).length + 1);
  expect(server.all('Claim')).toHaveLength(1);
  for (const reference of ['Condition/c1', 'Condition/c2', 'Condition/c3', 'Encounter/e1']) expect([reference, server.versions(reference)]).toEqual([reference, 2]);
  expect(server.writes().every((r) => r.method !== 'DELETE')).toBe(true);
}

const CLAIMS = { 'a draft claim exists': wardWithClaim, 'no claim yet': wardWithoutClaim };

describe.each(Object.entries(MODES))('%s', (_, profile) => {
  describe.each(Object.entries(CLAIMS))('%s', (__, chart) => {
    it('everything is written once, and a repeat writes nothing', async () => {
      const { server, writer, plan } = setUp(profile, chart);
      const receipts = await writer.send(plan, nothing, never);
      expect(receipts.map((r) => [r.step, r.outcome])).toEqual(plan.steps.map((s) => [s.id, 'written']));
      expect(receipts.every((r) => r.resource?.version !== null && r.at === SIGNED_AT)).toBe(true);
      const again = await writer.send(plan, nothing, never);
      expect(again.map((r) => r.outcome)).toEqual(plan.steps.map(() => 'written'));
      expect(again.map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
      expectOnce(server, plan);
    });
  });

  const kinds = [...new Set([wardWithClaim, wardWithoutClaim].flatMap((c) => planFor(c, profile).steps.map((s) => s.action.kind)))];
  describe.each(kinds)('%s', (kind) => {
    it.each(Object.entries(FAULTS))('%s', async (__, { fault, outcomes, says }) => {
      const { server, writer, plan } = setUp(profile, kind === 'create-claim' ? wardWithoutClaim : wardWithClaim);
      const step = plan.steps.find((s) => s.action.kind === kind);
      if (step === undefined) throw new Error(`No ${kind} in the plan.`);
      server.fail(carries(step), fault);

      const told: WriteReceipt[] = [];
      const first = await writer.send(plan, (receipt) => told.push(receipt), never);
      expect(first.map((r) => r.step)).toEqual(plan.steps.map((s) => s.id));
      expect(told).toEqual(first);
      const receipt = first.find((r) => r.step === step.id);
      expect(outcomes).toContain(receipt?.outcome);
      expect(receipt?.why ?? '').toMatch(says);

      for (const lost of first.filter((r) => r.outcome === 'unknown')) {
        const at = plan.steps.find((s) => s.id === lost.step);
        if (at === undefined) throw new Error('A receipt without a step.');
        expect(await writer.lookUp(plan, at, never)).toMatchObject({ outcome: 'skipped', why: expect.stringContaining('safe to send it again') });
      }
      const second = await writer.send(left(plan, first), nothing, never, first.filter((r) => r.outcome === 'written'));
      expect(second.map((r) => r.outcome)).toEqual(second.map(() => 'written'));
      expectOnce(server, plan);
    });
  });
});
