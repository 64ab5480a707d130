import type { Claim, Condition, DocumentReference, Encounter, Provenance } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, claimCodes, clipboard, countersign, openReview, openWorld, readFhir, searchFhir, textIn, unfold, written, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

const CHANGES = ['J18.9', 'E11.9', 'J45.20'];

describe('two removals and a more specific code, countersigned', () => {
  test('stand in the chart: conditions by reason, problem list untouched, claim and encounter renumbered', async () => {
    await signAll();
    expect(await statusOf('unsupported-diagnosis-dx-pneumonia')).toEqual({ code: 'J18.9', verification: 'refuted', clinical: 'active' });
    expect(await statusOf('unsupported-diagnosis-dx-diabetes')).toEqual({ code: 'E11.9', verification: 'entered-in-error', clinical: undefined });
    expect(await statusOf('unsupported-diagnosis-dx-asthma')).toEqual({ code: 'J45.20', verification: 'confirmed', clinical: 'active' });
    const listed = await readFhir<Condition>(world, 'Condition/unsupported-diagnosis-pl-asthma');
    expect({ version: listed.meta?.versionId, code: codeOf(listed) }).toEqual({ version: '1', code: 'J45.909' });

    const claim = await readFhir<Claim>(world, 'Claim/unsupported-diagnosis-claim');
    expect(claim.status).toBe('draft');
    expect(claim.diagnosis?.map((line) => [line.sequence, line.diagnosisCodeableConcept?.coding?.[0]?.code])).toEqual([[1, 'J02.9'], [2, 'J45.20']]);
    for (const item of claim.item ?? []) for (const sequence of item.diagnosisSequence ?? []) expect([1, 2]).toContain(sequence);

    const encounter = await readFhir<Encounter>(world, 'Encounter/unsupported-diagnosis-visit');
    expect(encounter.diagnosis?.map((line) => line.condition.reference)).toEqual(['Condition/unsupported-diagnosis-dx-throat', 'Condition/unsupported-diagnosis-dx-asthma']);
  });

  test('say who did what: the machine for each diagnosis, the person for every write, on the written versions', async () => {
    await signAll();
    const provenances = provenancesOf('unsupported-diagnosis');
    const byMachine = provenances.filter((each) => each.meta?.security?.some(({ code }) => code === 'AIAST'));
    const byPerson = provenances.filter((each) => each.agent.some(({ type }) => type?.coding?.[0]?.code === 'verifier'));
    expect(byMachine.flatMap(targetsOf).map(withoutVersion).toSorted()).toEqual([
      'Condition/unsupported-diagnosis-dx-asthma', 'Condition/unsupported-diagnosis-dx-diabetes', 'Condition/unsupported-diagnosis-dx-pneumonia',
    ]);
    expect(new Set(byPerson.flatMap(targetsOf).map(withoutVersion))).toEqual(new Set([
      'Condition/unsupported-diagnosis-dx-asthma', 'Condition/unsupported-diagnosis-dx-diabetes', 'Condition/unsupported-diagnosis-dx-pneumonia',
      'Claim/unsupported-diagnosis-claim', 'Encounter/unsupported-diagnosis-visit',
    ]));
    for (const target of provenances.flatMap(targetsOf)) expect(target).toMatch(/\/_history\/2$/);
    for (const each of byMachine) expect(each.agent[0]?.who.reference).toBe(`#${each.contained?.[0]?.id}`);
    for (const each of byPerson) {
      expect(each.signature?.[0]?.type[0]?.code).toBe('1.2.840.10065.1.12.1.5');
      expect(each.agent.find(({ type }) => type?.coding?.[0]?.code === 'verifier')?.who.reference).toMatch(/^Practitioner\//);
    }
    expect(JSON.stringify(provenances)).not.toMatch(/pneumonia ruled out|mother - type 2|No evidence of/i);
  });

  test('are not suggested again, and nothing is doubled by a second launch', async () => {
    await signAll();
    const before = everything();
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await page.getByRole('region', { name: 'Review list' }).waitFor();
    for (const code of CHANGES) expect(await card(page, code).count()).toBe(0);
    expect(everything()).toEqual(before);
  });

  test('only as far as they were ticked: the rest stays open', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    for (const code of CHANGES) await accept(page, code);
    await countersign(page, ['J18.9']);
    await written(page);
    expect((await statusOf('unsupported-diagnosis-dx-pneumonia')).verification).toBe('refuted');
    expect(await statusOf('unsupported-diagnosis-dx-asthma')).toMatchObject({ code: 'J45.909', verification: 'confirmed' });
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByRole('button', { name: 'Countersign 2 items' }).waitFor();
  });
});

test('additions become encounter diagnoses or problem-list items, as chosen; the claim takes only the first', async () => {
  const { page } = await openReview(world, { slug: 'busy-chart' });
  await accept(page, 'I48.21');
  await accept(page, 'E03.9');
  await unfold(page);
  await card(page, 'M81.0').getByRole('combobox', { name: 'Goes to' }).selectOption({ label: 'Problem list instead' });
  await accept(page, 'M81.0');
  await countersign(page, ['I48.21', 'E03.9', 'M81.0']);
  await written(page);

  const conditions = await searchFhir<Condition>(world, 'Condition?encounter=Encounter/busy-chart-visit');
  const added = conditions.filter((each) => codeOf(each) === 'E03.9');
  expect(added).toHaveLength(1);
  expect(added[0]?.category?.[0]?.coding?.[0]?.code).toBe('encounter-diagnosis');
  expect(added[0]?.verificationStatus?.coding?.[0]?.code).toBe('confirmed');
  const claim = await readFhir<Claim>(world, 'Claim/busy-chart-claim');
  const codes = claim.diagnosis?.map((line) => line.diagnosisCodeableConcept?.coding?.[0]?.code);
  expect(codes).toEqual(['I13.0', 'I50.32', 'I48.21', 'E11.22', 'N18.32', 'J44.9', 'N39.0', 'E03.9']);
  expect(claim.diagnosis?.map((line) => line.sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a rejection changes no diagnosis, and its reason stands in a Provenance', async () => {
  const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
  const item = card(page, 'J18.9');
  await item.getByRole('button', { name: 'Reject' }).click();
  await item.getByRole('radio', { name: 'Already documented elsewhere' }).check();
  await item.getByRole('button', { name: 'Reject' }).click();
  await countersign(page, ['J18.9']);
  await written(page);
  expect(await statusOf('unsupported-diagnosis-dx-pneumonia')).toEqual({ code: 'J18.9', verification: 'confirmed', clinical: 'active' });
  const [provenance, ...others] = provenancesOf('unsupported-diagnosis');
  expect(others).toEqual([]);
  expect(provenance?.target[0]?.reference).toMatch(/^Encounter\/unsupported-diagnosis-visit/);
  expect(JSON.stringify(provenance)).toContain('already-documented');
});

test('a visit without a claim gets a draft with its settled diagnoses, as soon as something is added', async () => {
  const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
  await accept(page, 'F17.210');
  await countersign(page, ['F17.210']);
  await written(page);
  expect(changed<Claim>(world, 'Claim').map((claim) => [claim.status, claimCodes(claim)])).toEqual([['draft', ['J30.2', 'F17.210']]]);
});

test('to the clinician, a question that nobody asked is a draft to copy', async () => {
  const { page, context } = await openReview(world, { slug: 'hypertension-unrecorded' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy the question' }).click();
  await expect.poll(() => clipboard(page)).toMatch(/^Clinical significance of blood pressure readings\n\nClinical indicators:\n- /);
  for (const kind of ['Task', 'DocumentReference', 'Condition'] as const) expect([kind, changed(world, kind)]).toEqual([kind, []]);
});

test('where no Provenance may be written, the statement is filed as a note, which nobody takes for evidence later', async () => {
  const { page } = await openReview(world, { slug: 'unsupported-diagnosis', grant: 'no-provenance' });
  await accept(page, 'J45.20');
  await countersign(page, ['J45.20']);
  await written(page);
  expect((await statusOf('unsupported-diagnosis-dx-asthma')).code).toBe('J45.20');
  expect(provenancesOf('unsupported-diagnosis')).toEqual([]);
  const [statement] = changed<DocumentReference>(world, 'DocumentReference').map(textIn).filter((text) => text.includes('Statement:'));
  expect(statement).toContain('Change J45.909 to J45.20 Mild intermittent asthma, uncomplicated: accepted');
  const again = await openReview(world, { slug: 'unsupported-diagnosis' });
  await again.page.getByRole('button', { name: '2 notes read' }).waitFor();
});

async function signAll(): Promise<void> {
  const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
  for (const code of CHANGES) await accept(page, code);
  await countersign(page, CHANGES);
  await written(page);
}

async function statusOf(id: string): Promise<{ code: string | undefined; verification: string | undefined; clinical: string | undefined }> {
  const condition = await readFhir<Condition>(world, `Condition/${id}`);
  return { code: codeOf(condition), verification: condition.verificationStatus?.coding?.[0]?.code, clinical: condition.clinicalStatus?.coding?.[0]?.code };
}

function codeOf({ code }: Condition): string | undefined {
  return code?.coding?.find(({ system }) => system === 'http://hl7.org/fhir/sid/icd-10-cm')?.code;
}

function targetsOf({ target }: Provenance): readonly string[] {
  return target.map(({ reference }) => reference ?? '');
}

function withoutVersion(reference: string): string {
  return reference.replace(/\/_history\/.*/, '');
}

function provenancesOf(patient: string): readonly Provenance[] {
  return recordOf(patient).flatMap(({ kind, resource }) => (kind === 'Provenance' ? [resource as Provenance] : []));
}

/** `Kind/id` and version of all in the record. */
function everything(): readonly string[] {
  return recordOf('unsupported-diagnosis').map(({ kind, id, version }) => `${kind}/${id} ${version}`).toSorted();
}

/** But for the anchors of the log, which come when they come. */
function recordOf(patient: string) {
  const { store } = world.ehr;
  return store.record(patient).flatMap((key) => {
    const [kind = '', id = ''] = key.split('/');
    return store.read(kind, id) ?? [];
  }).filter(({ resource }) => !JSON.stringify(resource).includes('/StructureDefinition/log-anchor'));
}
