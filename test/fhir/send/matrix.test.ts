import { describe, expect, it } from 'vitest';
import type { Claim, Condition, Encounter, FhirResource, Provenance } from 'fhir/r4';
import type { Writer } from '../../../src/app/parts.ts';
import type { Chart, ServerProfile, WritePlan, WriteReceipt, WriteStep } from '../../../src/domain/model/index.ts';
import type { FhirRequest } from '../../../src/fhir/http/contract.ts';
import { createWriter } from '../../../src/fhir/send/index.ts';
import type { Fault } from '../../support/fake-fhir.ts';
import { FakeFhir } from '../../support/fake-fhir.ts';
import { CHARTED, fill, planFor, wardWithClaim, wardWithoutClaim } from '../../support/ward.ts';
import { ENCOUNTER, PATIENT, SIGNED_AT, doctor, generic, quote } from '../../support/writing.ts';
import type { Where } from './plans.ts';
import { COMPANION, anchorPlan, answerPlan, everything, openTask, planOf, proposalPlan, specialist, makeStep } from './plans.ts';

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
  404: { fault: { kind: 'status', status: 404, after: false }, outcomes: ['refused'], says: /not in the (EHR|companion server) any more \(404\)/ },
  '409 of a race': { fault: { kind: 'status', status: 409, after: false }, outcomes: ['refused', 'written'], says: /^$|points to no diagnosis|\(409\)/ },
  412: { fault: { kind: 'status', status: 412, after: false }, outcomes: ['refused'], says: /\(412\)/ },
  422: { fault: { kind: 'status', status: 422, after: false }, outcomes: ['refused'], says: /found it invalid \(422\): the server's own words/ },
  429: { fault: { kind: 'status', status: 429, after: false }, outcomes: ['refused'], says: /busy and did nothing \(429\)/ },
  '500 and nothing done': { fault: { kind: 'status', status: 500, after: false }, outcomes: ['refused'], says: /\(500\).*Nothing was written; it is safe to send it again/ },
  503: { fault: { kind: 'status', status: 503, after: false }, outcomes: ['refused'], says: /busy or down for maintenance \(503\).*Nothing was written; it is safe to send it again/ },
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

/** The step kinds of proposals, answers, filed notes and anchors; in the EHR alone, and with the companion server. */
const PLANS: Readonly<Record<string, (where: Where, mode: WritePlan['mode']) => WritePlan>> = { proposal: proposalPlan, answer: answerPlan, anchor: anchorPlan };

function around(profile: ServerProfile, where: Where, mode: WritePlan['mode'], make: (where: Where, mode: WritePlan['mode']) => WritePlan) {
  const ehr = new FakeFhir({ conditionalCreate: profile.conditionalCreate, checksReferences: true });
  const beside = new FakeFhir({ base: COMPANION, checksReferences: true, conditionalCreate: profile.companion?.conditionalCreate ?? false });
  for (const reference of [PATIENT, ENCOUNTER, 'Practitioner/dr', 'Practitioner/cdi', 'DocumentReference/n1', 'Observation/o1', 'Provenance/p8']) {
    const [resourceType = '', id = ''] = reference.split('/');
    ehr.put({ resourceType, id, ...(resourceType === 'Provenance' ? { target: [] } : {}) } as unknown as FhirResource);
  }
  ehr.put(openTask('ehr'));
  beside.put(openTask('companion'));
  return { ehr, beside, writer: createWriter(ehr, profile, () => SIGNED_AT, beside), plan: make(where, mode) };
}

/** Each step stands on its own server, and nowhere twice. */
function expectEachOnce(servers: Readonly<Record<Where, FakeFhir>>, plan: WritePlan): void {
  for (const { to, key, id } of plan.steps) {
    if (to === 'hand') continue;
    const of = (server: FakeFhir) => (['Condition', 'Claim', 'Task', 'Provenance', 'DocumentReference'] as const).flatMap((type) => server.all<FhirResource>(type)).filter((r) => JSON.stringify(r.meta).includes(key));
    expect([id, of(servers[to]).length, of(servers[to === 'ehr' ? 'companion' : 'ehr']).length]).toEqual([id, 1, 0]);
  }
  expect([...servers.ehr.writes(), ...servers.companion.writes()].every((r) => r.method !== 'DELETE')).toBe(true);
}

describe.each(['ehr', 'companion'] as const)('proposals, answers, notes and anchors, %s', (where) => {
  const modes: Readonly<Record<string, { readonly profile: ServerProfile; readonly mode: WritePlan['mode'] }>> = {
    'in one transaction': { profile: everything, mode: 'transaction' },
    'one by one': { profile: { ...everything, transaction: false }, mode: 'single' },
    'one by one, without conditional create': {
      profile: { ...everything, transaction: false, conditionalCreate: false, ...(everything.companion === null ? {} : { companion: { ...everything.companion, conditionalCreate: false } }) }, mode: 'single',
    },
  };

  describe.each(Object.entries(modes))('%s', (_, { profile, mode }) => {
    describe.each(Object.entries(PLANS))('%s', (__, make) => {
      it('is written once, and a repeat writes nothing', async () => {
        const { ehr, beside, writer, plan } = around(profile, where, mode, make);
        const receipts = await writer.send(plan, nothing, never);
        expect(receipts.filter((r) => r.outcome !== 'written')).toEqual([]);
        expect(new Set(receipts.map((r) => r.step))).toEqual(new Set(plan.steps.map((s) => s.id)));
        for (const { id, to } of plan.steps) expect(receipts.find((r) => r.step === id)?.resource?.reference.startsWith(`${COMPANION}/`)).toBe(to === 'companion');
        const again = await writer.send(plan, nothing, never);
        expect(again.map((r) => [r.outcome, r.resource])).toEqual(receipts.map((r) => ['written', r.resource]));
        expectEachOnce({ ehr, companion: beside }, plan);
      });

      const kinds = make(where, mode).steps.map((s) => [s.action.kind, s.id] as const);
      describe.each(kinds)('%s', (___, id) => {
        it.each(Object.entries(FAULTS))('%s', async (____, { fault, outcomes, says }) => {
          const { ehr, beside, writer, plan } = around(profile, where, mode, make);
          const at = plan.steps.find((s) => s.id === id);
          if (at === undefined) throw new Error('No such step.');
          (at.to === 'ehr' ? ehr : beside).fail(carries(at), fault);
          const first = await writer.send(plan, nothing, never);
          const receipt = first.find((r) => r.step === id);
          expect(outcomes).toContain(receipt?.outcome);
          expect(receipt?.why ?? '').toMatch(says);
          for (const lost of first.filter((r) => r.outcome === 'unknown')) {
            const lostStep = plan.steps.find((s) => s.id === lost.step);
            expect(lostStep === undefined ? null : await writer.lookUp(plan, lostStep, never)).toMatchObject({ outcome: 'skipped', why: expect.stringContaining('safe to send it again') });
          }
          const second = await writer.send(left(plan, first), nothing, never, first);
          expect(second.filter((r) => r.outcome !== 'written')).toEqual([]);
          expectEachOnce({ ehr, companion: beside }, plan);
        });
      });
    });
  });

  it.each(Object.entries(PLANS))('%s: twenty sendings at the same moment write each thing once, and all are told where it stands', async (_, make) => {
    for (const mode of ['transaction', 'single'] as const) {
      const { ehr, beside, writer, plan } = around({ ...everything, transaction: mode === 'transaction' }, where, mode, make);
      const sent = await Promise.all(Array.from({ length: 20 }, () => writer.send(plan, nothing, never)));
      expect(sent.flat().filter((r) => r.outcome !== 'written')).toEqual([]);
      expect(new Set(sent.map((receipts) => JSON.stringify(receipts.map((r) => r.resource?.reference)))).size).toBe(1);
      expectEachOnce({ ehr, companion: beside }, plan);
    }
  });
});

/** Epic keeps none of our marks and knows no conditional create. Where it keeps the rest as it was sent, that tells; else after a lost answer nobody but a person can. */
const MARKLESS = {
  'searched, entries kept as sent': {},
  'searched, entries rewritten': { rewritesDates: true },
  'not searched': { refusesSearch: { Condition: 403, DocumentReference: 405 } },
};

describe.each(Object.entries(MARKLESS))('an EHR that keeps no marks, %s', (how, options) => {
  const epic: ServerProfile = { ...everything, name: 'epic', transaction: false, conditionalCreate: false, ifMatch: false, companion: null };
  const problem = makeStep({ kind: 'create-condition', diagnosis: { code: 'I10', title: 'Essential (primary) hypertension' }, target: 'problem-list-item', evidence: [quote] });
  const note = makeStep({ kind: 'file-note', purpose: 'attestation', title: 'Countersign record', text: 'Countersign record' });
  const proposal = makeStep({ kind: 'file-note', purpose: 'proposal', title: 'Countersign record: proposal', text: 'Countersign record' });

  describe.each([
    ['create-condition', planOf('countersign', doctor, [problem]), /is I10 on the problem list, recorded 2026-11-20 10:15, there\?/],
    ['file-note', planOf('countersign', doctor, [note]), /is a document "Countersign record" of 2026-11-20 10:15 there\?/],
    ['file-note of a proposal', planOf('propose', specialist, [proposal]), /is a document "Countersign record: proposal"/],
  ] as const)('%s', (_, plan, words) => {
    it.each(Object.entries(FAULTS))('%s', async (__, { fault }) => {
      const server = new FakeFhir({ forgetsKeys: true, conditionalCreate: false, ...options });
      const writer = createWriter(server, epic, () => SIGNED_AT);
      const [only] = plan.steps;
      if (only === undefined) throw new Error('An empty plan.');
      server.fail((r) => r.method === 'POST', fault);
      let receipts = await writer.send(plan, nothing, never);
      const [first] = receipts;
      const mayBeWritten = fault.kind === 'lost' ? fault.fault !== 'signed-out' : fault.status >= 500;
      const isDoubtful = mayBeWritten && !(fault.after && how.endsWith('as sent'));
      expect(first?.outcome).toBe(isDoubtful ? 'unknown' : mayBeWritten ? 'written' : 'refused');
      for (let tries = 0; tries < 3 && receipts.length > 0; tries += 1) receipts = await writer.send(left(plan, receipts), nothing, never, receipts);
      const standing = [...server.all('Condition'), ...server.all('DocumentReference')];
      if (isDoubtful) {
        expect(first?.why).toMatch(words);
        expect(receipts).toMatchObject([{ outcome: 'unknown', why: expect.stringMatching(words) }]);
        expect(await writer.lookUp(plan, only, never)).toMatchObject({ outcome: 'unknown', why: expect.stringMatching(words) });
        expect(server.writes()).toHaveLength(1);
        expect(standing).toHaveLength(fault.after ? 1 : 0);
        const bySomebodyWhoLooked = fault.after ? [] : await writer.send(plan, nothing, never);
        expect(bySomebodyWhoLooked.map((r) => r.outcome)).toEqual(fault.after ? [] : ['written']);
        return;
      }
      expect(standing).toHaveLength(1);
    });
  });
});
