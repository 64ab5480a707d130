import type { Binary, Claim, Condition, DocumentReference, Encounter, Provenance } from 'fhir/r4';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, changeFhir, claimCodes, countersign, openReview, openWorld, reject, reviewOpen, written, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('what was signed', () => {
  test('is taken back by a new signed event: off the visit and the claim, and nothing of the history is erased', async () => {
    const page = await signed('E03.9');
    const before = changed<Provenance>(world, 'Provenance').map(({ id }) => id);
    await page.getByText('Signed on this visit').click();
    await page.getByRole('button', { name: 'Take back E03.9' }).click();
    await page.getByRole('checkbox', { name: 'E03.9' }).check();
    await page.getByText('A new signed event.').waitFor();
    await page.getByRole('button', { name: 'Sign and write 1 item' }).click();
    await written(page);

    expect(added().map(({ verificationStatus, code }) => [code?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code])).toEqual([['E03.9', 'entered-in-error']]);
    expect(claimCodes(claim())).not.toContain('E03.9');
    expect(claim().diagnosis?.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(diagnosesOfTheVisit()).not.toContain(`Condition/${added()[0]?.id}`);
    const records = changed<Provenance>(world, 'Provenance');
    expect(before.every((id) => records.some((each) => each.id === id && each.meta?.versionId === '1'))).toBe(true);
    expect(records.some(({ entity }) => entity?.some(({ role, what }) => role === 'revision' && before.some((id) => what.reference?.startsWith(`Provenance/${id}`))))).toBe(true);
  });

  test('gets another code by a new signed event, here, on the claim and on the visit', async () => {
    const page = await signed('E03.9');
    await page.getByText('Signed on this visit').click();
    await page.getByRole('button', { name: 'Correct code E03.9' }).click();
    await page.getByRole('combobox', { name: 'Code or words' }).fill('E03.8');
    await page.getByRole('option', { name: /E03\.8/ }).click();
    await page.getByRole('checkbox', { name: 'E03.8' }).check();
    await page.getByRole('button', { name: 'Sign and write 1 item' }).click();
    await written(page);
    expect(added().map(({ code, verificationStatus }) => [code?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code])).toEqual([['E03.8', 'confirmed']]);
    expect(claimCodes(claim()).filter((code) => code?.startsWith('E03'))).toEqual(['E03.8']);
    expect(diagnosesOfTheVisit()).toContain(`Condition/${added()[0]?.id}`);
  });
});

describe('what was rejected', () => {
  test('stays away on another machine and from a colleague, until the note is amended with new evidence', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await reject(page, 'E11.9', 'The evidence was misread');
    await countersign(page, ['E11.9']);
    await written(page);

    for (const person of ['dr-okafor', 'np-lindqvist']) {
      const other = await openReview(world, { slug: 'unsupported-diagnosis', person });
      await other.page.getByText('1 rejected item from before').click();
      await other.page.getByText(/Rejected by Adaeze Okafor/).waitFor();
      expect(await card(other.page, 'E11.9').count()).toBe(0);
    }

    const later = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(later.page, 'J45.20');
    await amend((text) => text.replace('rapid strep negative.', 'rapid strep negative. A1c 5.2, no diabetes.'));
    await later.page.getByRole('button', { name: 'Read the record again' }).click();
    await card(later.page, 'E11.9').getByText(/^New evidence since it was rejected/).waitFor();
    await later.page.getByText(/One earlier decision was dropped: ".*" was amended \(you saw version 1, version 2 stands now\)\. Please decide again\./).waitFor();
    await accept(later.page, 'E11.9');
    await countersign(later.page, ['E11.9']);
    await written(later.page);
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-diabetes')?.version).toBe(2);
  });

  test('is reconsidered by hand, and the change of mind corrects the rejection', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await reject(page, 'J18.9', 'Not addressed this visit');
    await countersign(page, ['J18.9']);
    await written(page);
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByText('1 rejected item from before').click();
    await page.getByRole('button', { name: 'Reconsider J18.9' }).click();
    await accept(page, 'J18.9');
    await countersign(page, ['J18.9']);
    await written(page);
    const pneumonia = world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-pneumonia')?.resource as Condition;
    expect(pneumonia.verificationStatus?.coding?.[0]?.code).toBe('refuted');
    const again = await openReview(world, { slug: 'unsupported-diagnosis' });
    await again.page.getByText('Signed on this visit').waitFor();
    expect(await card(again.page, 'J18.9').count()).toBe(0);
    expect(await again.page.getByText(/rejected items? from before/).count()).toBe(0);
  });
});

/** One addition of the long chart, signed; the review is open again. */
async function signed(code: string): Promise<Page> {
  const { page } = await openReview(world, { slug: 'busy-chart' });
  await accept(page, code);
  await countersign(page, [code]);
  await written(page);
  await page.getByRole('button', { name: 'Back to review' }).click();
  await reviewOpen(page);
  return page;
}

function added(): readonly Condition[] {
  return changed<Condition>(world, 'Condition');
}

function claim(): Claim {
  return world.ehr.store.read('Claim', 'busy-chart-claim')?.resource as Claim;
}

function diagnosesOfTheVisit(): readonly (string | undefined)[] {
  const encounter = world.ehr.store.read('Encounter', 'busy-chart-visit')?.resource as Encounter;
  return (encounter.diagnosis ?? []).map(({ condition }) => condition.reference);
}

/** Its author writes the progress note anew. */
async function amend(words: (text: string) => string): Promise<void> {
  await changeFhir<Binary>(world, 'Binary/unsupported-diagnosis-note', (binary) => ({ ...binary, data: Buffer.from(words(Buffer.from(binary.data ?? '', 'base64').toString('utf8'))).toString('base64') }));
  await changeFhir<DocumentReference>(world, 'DocumentReference/unsupported-diagnosis-note', (document) => ({ ...document, docStatus: 'amended' }));
}
