import type { Claim, Condition, Encounter, Provenance } from 'fhir/r4';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Analysis, AttestationId, Chart, DecisionId, Person, ServerProfile, WritePlan } from '../../src/domain/model/index.ts';
import { attest, decide } from '../../src/domain/review/index.ts';
import { EXTENSION } from '../../src/fhir/encode/index.ts';
import { planWrites } from '../../src/domain/writeback/index.ts';
import { story } from '../support/fixtures.ts';
import { planFor, wardResources, wardWithClaim, wardWithoutClaim } from '../support/ward.ts';
import { SIGNED_AT, accept } from '../support/writing.ts';
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
    const added = before.analysis.suggestions.filter((one) => one.action !== 'remove').map((one) => one.code);
    const charted = after.chart.conditions.filter((c) => c.encounter === after.chart.encounter.source.reference && c.verificationStatus === 'confirmed');
    expect(charted.flatMap((c) => c.codings.map((coding) => coding.code))).toEqual(expect.arrayContaining(added));
    const [claim] = after.chart.claims.filter((c) => c.status === 'draft');
    expect(claim?.diagnoses.map((d) => d.coding?.code)).toEqual(expect.arrayContaining(added));
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
