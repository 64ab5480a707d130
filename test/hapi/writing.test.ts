import type { Claim, Condition, Encounter, FhirResource, Provenance, Task } from 'fhir/r4';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Analysis, AttestationId, Chart, DecisionId, Person, ServerProfile, WritePlan } from '../../src/domain/model/index.ts';
import { attest, decide } from '../../src/domain/review/index.ts';
import { EXTENSION } from '../../src/fhir/encode/index.ts';
import { planWrites } from '../../src/domain/writeback/index.ts';
import { story } from '../support/fixtures.ts';
import { isMarkedProposed } from '../../src/fhir/encode/parts.ts';
import { openCompanion } from '../../src/fhir/companion/index.ts';
import { createWriter } from '../../src/fhir/send/index.ts';
import { anchorPlan, answerPlan, everything, item, makeStep, openTask, planOf, proposalPlan } from '../fhir/send/plans.ts';
import { FakeFhir } from '../support/fake-fhir.ts';
import { planFor, wardResources, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { ENCOUNTER, SIGNED_AT, accept, doctor } from '../support/writing.ts';
import type { Hapi } from './hapi.ts';
import { AROUND_THE_WARD, analyse, connect, emptyHapi, load, loadStory, never } from './hapi.ts';

const MODES = [
  ['in one transaction', { transaction: true }],
  ['one by one', { transaction: false }],
] as const;

describe.each(MODES)('a whole review, %s', (_, how) => {
  beforeEach(emptyHapi);

  it.each(['hypertension-unrecorded', 'unsupported-diagnosis'])('%s: what was suggested is countersigned, written, and read back as charted', async (slug) => {
    await loadStory(slug);
    const hapi = await connect();
    const profile: ServerProfile = { ...hapi.profile, ...how };
    const { expected } = story(slug);
    const before = await review(hapi, slug);
    expect(labels(before.analysis)).toEqual(expect.arrayContaining(expected.suggestions.map(label)));

    const plan = countersigned(before.chart, before.analysis, profile);
    expect(plan.cannot).toEqual([]);
    const receipts = await hapi.writer(profile).send(plan, () => undefined, never);
    expect(receipts.filter((r) => r.outcome !== 'written')).toEqual([]);
    expect(receipts).toHaveLength(plan.steps.length);

    const after = await review(hapi, slug);
    expect(labels(after.analysis).filter((one) => labels(before.analysis).includes(one))).toEqual([]);
    const brought = before.analysis.suggestions.filter((one) => one.action !== 'remove');
    const added = brought.filter(({ system }) => system === 'icd-10-cm').map(({ code }) => code);
    const services = brought.filter(({ system }) => system !== 'icd-10-cm').map(({ code }) => code);
    const charted = after.chart.conditions.filter((c) => c.encounter === after.chart.encounter.source.reference && c.verificationStatus === 'confirmed');
    expect(charted.flatMap((c) => c.codings.map((coding) => coding.code))).toEqual(expect.arrayContaining(added));
    const [claim] = after.chart.claims.filter((c) => c.status === 'draft');
    expect(claim?.diagnoses.map((d) => d.coding?.code)).toEqual(expect.arrayContaining(added));
    expect((claim?.lines ?? []).map((line) => line.coding?.code)).toEqual(expect.arrayContaining(services));
    expect(charted.flatMap((c) => c.codings.map((coding) => coding.code)).filter((code) => services.includes(code))).toEqual([]);
    const written = receipts.flatMap((r) => (r.resource === null ? [] : [r.resource]));
    expect(written).toEqual(expect.arrayContaining(after.chart.provenances.flatMap((p) => p.targets).filter((t) => t.reference !== after.chart.encounter.source.reference)));
    expect(after.chart.provenances).toHaveLength(plan.steps.filter((s) => s.action.kind.endsWith('provenance')).length);
    expect(after.chart.reads.filter((read) => read.status !== 'read')).toEqual([]);
  });
});

/** Every kind of step: add, specify, withdraw, release, claim, encounter, provenance. */
describe.each([['a draft claim exists', wardWithClaim], ['no claim yet', wardWithoutClaim]] as const)('every kind of write, %s', (_, chart: Chart) => {
  beforeEach(async () => {
    await emptyHapi();
    await load([...AROUND_THE_WARD, ...wardResources(chart)]);
  });

  it.each([
    ['in one transaction', { transaction: true, conditionalCreate: true }, 0],
    ['in one transaction whose answer is lost', { transaction: true, conditionalCreate: true }, 1],
    ['one by one', { transaction: false, conditionalCreate: true }, 0],
    ['one by one, with three answers lost', { transaction: false, conditionalCreate: true }, 3],
    ['one by one, without conditional create, with three answers lost', { transaction: false, conditionalCreate: false }, 3],
  ])('%s: is written once, and sent again doubles nothing', async (__, how, lose) => {
    const hapi = await connect({ lose });
    expect(hapi.profile).toMatchObject({ name: 'generic', transaction: true, conditionalCreate: true, ifMatch: true });
    const profile = { ...hapi.profile, ...how };
    const plan = planFor(chart, profile);
    expect(plan.cannot).toEqual([]);
    const receipts = await hapi.writer(profile).send(plan, () => undefined, never);
    expect(receipts.filter((r) => r.outcome !== 'written')).toEqual([]);
    expect(receipts).toHaveLength(plan.steps.length);
    await expectWard(hapi, plan);

    const again = await hapi.writer(profile).send(plan, () => undefined, never);
    expect(again.map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
    await expectWard(hapi, plan);
  });
});

/** What a proposal, its answer and the log's anchor name, beside the ward. */
const AROUND_A_PROPOSAL: readonly FhirResource[] = [
  { resourceType: 'Practitioner', id: 'cdi' },
  { resourceType: 'Observation', id: 'o1', status: 'final', code: { text: 'Systolic blood pressure' } },
  { resourceType: 'Provenance', id: 'p8', target: [{ reference: 'Encounter/e1' }], recorded: SIGNED_AT, agent: [{ who: { reference: 'Practitioner/dr' } }] },
];

describe('a proposal, its answer and the log\'s anchor', () => {
  beforeEach(async () => {
    await emptyHapi();
    await load([...AROUND_THE_WARD, ...AROUND_A_PROPOSAL, ...wardResources(wardWithoutClaim), openTask()]);
  });

  it.each(MODES.flatMap(([name, how]) => [[name, how, 0], [`${name}, with three answers lost`, how, 3]] as const))('%s: stand once, and sent again double nothing', async (_, { transaction }, lose) => {
    const hapi = await connect({ lose });
    const mode = transaction ? 'transaction' : 'single';
    for (const plan of [proposalPlan('ehr', mode), answerPlan('ehr', mode), anchorPlan('ehr', mode)]) {
      const receipts = await hapi.writer().send(plan, () => undefined, never);
      expect(receipts.filter((r) => r.outcome !== 'written')).toEqual([]);
      const again = await hapi.writer().send(plan, () => undefined, never);
      expect(again.map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
    }
    expect((await hapi.all<Condition>('Condition')).filter((c) => c.verificationStatus?.coding?.[0]?.code === 'unconfirmed')).toHaveLength(1);
    expect([(await hapi.all('Claim')).length, (await hapi.all('Task')).length, (await hapi.all('Provenance')).length]).toEqual([1, 2, 4]);
    const newcomers = await hapi.writer().since({ patient: 'p1', encounter: 'e1' }, new Set(['Condition/c1', 'Condition/c2', 'Condition/c3', 'Task/t1', 'Provenance/p8']), never);
    expect(newcomers.unchecked).toEqual([]);
    expect(newcomers.newcomers.map((n) => `${n.kind} ${n.code ?? ''}`).toSorted()).toEqual(['Claim I10', 'Condition I10', 'Provenance ', 'Provenance ', 'Provenance ', 'Task I10']);
  });

  it('a proposed claim is the clinician\'s once countersigned, though HAPI keeps the old tags over the update', async () => {
    const hapi = await connect();
    await hapi.writer().send(proposalPlan(), () => undefined, never);
    const [proposed] = await hapi.all<Claim>('Claim');
    const update = makeStep({ kind: 'update-claim', claim: { reference: `Claim/${proposed?.id ?? ''}`, version: '1' }, diagnoses: [{ sequence: 1, was: [1], diagnosis: item, link: null }], serviced: '2026-11-20' });
    expect(await hapi.writer().send(planOf('countersign', doctor, [update]), () => undefined, never)).toMatchObject([{ outcome: 'written' }]);
    const [claim] = await hapi.all<Claim>('Claim');
    expect([isMarkedProposed(proposed?.meta), isMarkedProposed(claim?.meta)]).toEqual([true, false]);
    expect(claim?.meta?.tag?.map((t) => t.code)).toEqual(expect.arrayContaining(['proposal', 'countersigned']));
  });
});

describe('HAPI as the site\'s companion server', () => {
  beforeEach(async () => {
    await emptyHapi();
    await load([openTask('companion')]);
  });

  it('keeps what the EHR does not take, by logical references, each once; what came is found by the encounter\'s tag', async () => {
    const hapi = await connect();
    const companion = openCompanion({ fhir: hapi.http.base, access: 'open' }, 'http://localhost/');
    const ehr = new FakeFhir();
    const writer = createWriter(ehr, everything, () => SIGNED_AT, companion);
    const answer = answerPlan('companion');
    const [first, ...rest] = answer.steps;
    if (first?.action.kind !== 'answer-proposal') throw new Error('The plan answers no proposal.');
    const here = { ...first, action: { ...first.action, task: { reference: `${companion.base}/Task/t1`, version: '1' } } };
    for (const plan of [proposalPlan('companion'), { ...answer, steps: [here, ...rest] }, anchorPlan('companion')]) {
      const receipts = await writer.send(plan, () => undefined, never);
      expect(receipts.filter((r) => r.outcome !== 'written')).toEqual([]);
      const again = await writer.send(plan, () => undefined, never);
      expect(again.map((r) => r.resource)).toEqual(receipts.map((r) => r.resource));
      for (const step of plan.steps) expect(await writer.lookUp(plan, step, never)).toMatchObject({ outcome: 'written' });
    }
    expect([(await hapi.all('Claim')).length, (await hapi.all('Task')).length, (await hapi.all('Provenance')).length]).toEqual([1, 2, 3]);
    expect((await hapi.get<Task>('Task/t1')).status).toBe('rejected');
    const { newcomers, unchecked } = await writer.since({ patient: 'p1', encounter: ENCOUNTER }, new Set([`${companion.base}/Task/t1`]), never);
    expect(unchecked).toEqual([]);
    expect(newcomers.filter((n) => n.source.reference.startsWith(companion.base)).map((n) => n.kind).toSorted()).toEqual(['Claim', 'Provenance', 'Provenance', 'Provenance', 'Task']);
    expect((await writer.check([{ reference: `${companion.base}/Task/t1`, version: '2' }], never))[0]?.state).toBe('same');
  });
});

async function review(hapi: Hapi, slug: string): Promise<{ readonly chart: Chart; readonly analysis: Analysis }> {
  return analyse(await hapi.read(slug, story(slug).expected.encounter.replace('Encounter/', '')));
}

function countersigned(chart: Chart, analysis: Analysis, profile: ServerProfile): WritePlan {
  const decisions = analysis.suggestions.map((suggestion) => decide({ suggestion, choice: accept, chart, at: SIGNED_AT, id: `d-${suggestion.id}` as DecisionId }));
  const who: Person = { reference: 'Practitioner/dr-okafor', name: 'Dr. Test Person', role: 'clinician' };
  const { source: encounter } = chart.encounter;
  const signed = attest({ decisions, who, at: SIGNED_AT, id: 'a1' as AttestationId, patient: chart.patient.source.reference, encounter });
  if (!signed.ok) throw new Error(signed.why);
  return planWrites({ attestation: signed.attestation, chart, profile });
}

async function expectWard(hapi: Hapi, plan: WritePlan): Promise<void> {
  const conditions = await hapi.all<Condition>('Condition');
  expect(conditions.map((c) => [c.code?.coding?.[0]?.code, c.verificationStatus?.coding?.[0]?.code, c.category?.length, c.meta?.versionId].join(' ')).toSorted())
    .toEqual(['E11.22 confirmed 1 2', 'I10 confirmed 1 1', 'J44.9 refuted 1 2', 'K21.9 confirmed 1 2']);
  const added = conditions.find((c) => c.code?.coding?.[0]?.code === 'I10');
  const claims = await hapi.all<Claim>('Claim');
  expect(claims.map((c) => c.diagnosis?.map((d) => d.diagnosisCodeableConcept?.coding?.[0]?.code))).toEqual([['E11.22', 'I10']]);
  const [encounter] = await hapi.all<Encounter>('Encounter');
  expect(encounter?.diagnosis?.map((d) => d.condition.reference)).toEqual([`Condition/${added?.id}`]);
  expect(encounter?.meta?.versionId).toBe('2');
  const provenances = await hapi.all<Provenance>('Provenance');
  expect(provenances).toHaveLength(plan.steps.filter((s) => s.action.kind.endsWith('provenance')).length);
  // HAPI cuts the version from a reference; the encoder therefore writes it beside, too.
  expect(provenances.map((p) => [p.target[0]?.reference, p.target[0]?.extension?.find((e) => e.url === EXTENSION.version)?.valueString])).toContainEqual([`Condition/${added?.id}`, '1']);
}

function labels({ suggestions }: Analysis): readonly string[] {
  return suggestions.map(label);
}

function label({ action, code, from }: { readonly action: string; readonly code: string; readonly from?: string }): string {
  return [action, from ?? '', code].join(' ');
}
