import type { Claim, Condition, Encounter } from 'fhir/r4';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changeFhir, countersign, faultsLeft, launchAddress, openPage, openReview, openWorld, readFhir, reviewOpen, searchFhir, setFaults, written, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('while writing', () => {
  test.each([403, 422] as const)('a refusal (%d) is told in the server\'s words, and the rest of the work is kept', async (status) => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J18.9');
    await setFaults(world, [{ method: 'POST', kind: 'transaction', times: 1, effect: { type: 'status', status } }]);
    await countersign(page, ['J18.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    const receipt = page.getByRole('listitem').filter({ hasText: 'J18.9' }).first();
    expect(await receipt.innerText()).toContain('Refused');
    expect(await page.getByRole('main').innerText()).toContain(`(${status}): A fault that was asked for: ${status}.`);
    expect((await pneumonia()).meta?.versionId).toBe('1');

    await tryAgain(page);
    await written(page);
    expect((await pneumonia()).verificationStatus?.coding?.[0]?.code).toBe('refuted');
  });

  test('what a colleague changed between review and signing is held back, and nothing is signed', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J18.9');
    await accept(page, 'J45.20');
    await changePneumonia();
    await countersign(page, ['J18.9', 'J45.20']);
    await page.getByRole('heading', { name: 'Held back, nothing was signed' }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'J18.9' }).isDisabled()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'J45.20' }).isEnabled()).toBe(true);
    expect((await pneumonia()).verificationStatus?.coding?.[0]?.code).toBe('unconfirmed');
    expect((await readFhir<Condition>(world, 'Condition/unsupported-diagnosis-dx-asthma')).meta?.versionId).toBe('1');
  });

  test('what a colleague changed at the very moment of writing is not written over, and the difference is shown', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J18.9');
    await page.route('**/fhir', async (route) => { await changePneumonia(); await route.continue(); }, { times: 1 });
    await countersign(page, ['J18.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    const receipt = page.getByRole('listitem').filter({ hasText: 'J18.9' }).first();
    expect(await receipt.innerText()).toContain('It changed meanwhile: you saw version 1, version 2 stands now.');
    expect(await receipt.innerText()).toContain('confirmed → unconfirmed');
    expect((await pneumonia()).verificationStatus?.coding?.[0]?.code).toBe('unconfirmed');
  });

  test('a reply that is lost is looked up, and nothing is doubled', async () => {
    const { page } = await openReview(world, { slug: 'busy-chart' });
    await accept(page, 'E03.9');
    await setFaults(world, [{ method: 'POST', kind: 'transaction', times: 1, effect: { type: 'lost-reply' } }]);
    await countersign(page, ['E03.9']);
    await written(page);
    expect(await faultsLeft(world)).toEqual([]);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  });

  test('while a lost reply cannot be looked up nothing is sent again; once it can, all that was written is found', async () => {
    const { page } = await openReview(world, { slug: 'busy-chart' });
    await accept(page, 'E03.9');
    await whenSigning(page, [
      { method: 'POST', kind: 'transaction', times: 1, effect: { type: 'lost-reply' } },
      ...['Condition', 'Claim', 'Encounter'].map((kind) => ({ method: 'GET' as const, kind, times: 50, effect: { type: 'status' as const, status: 500 as const } })),
    ]);
    await countersign(page, ['E03.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    await setFaults(world, []);
    await tryAgain(page);
    await written(page);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  });

  test('a server that fails outright leaves every decision where it was, and trying again writes all of it', async () => {
    const { page } = await openReview(world, { slug: 'busy-chart' });
    await accept(page, 'E03.9');
    await setFaults(world, [{ method: 'POST', kind: 'transaction', times: 1, effect: { type: 'status', status: 500 } }]);
    await countersign(page, ['E03.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    expect(await placesOf('E03.9')).toEqual({ conditions: 0, claim: 0, encounter: 0 });
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByRole('region', { name: 'Outbox' }).getByText('Not finished:').waitFor();
    await page.getByRole('button', { name: 'Finish' }).click();
    await tryAgain(page);
    await written(page);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  });
});

describe('while reading', () => {
  test('a busy server is asked again as it says, and everything is there', async () => {
    await setFaults(world, [{ method: 'GET', kind: 'Condition', times: 2, effect: { type: 'status', status: 429, retryAfter: 1 } }, { method: 'GET', kind: 'Observation', times: 1, effect: { type: 'status', status: 503, retryAfter: 1 } }]);
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await card(page, 'J18.9').waitFor();
    expect(await page.getByRole('banner').getByRole('button', { name: '2 notes read' }).innerText()).toBe('2 notes read');
    expect(await faultsLeft(world)).toEqual([]);
  });

  test('a kind that failed is named as failed, never as empty, and the rest works', async () => {
    await setFaults(world, [{ method: 'GET', kind: 'MedicationRequest', times: 9, effect: { type: 'status', status: 500 } }]);
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await card(page, 'J18.9').waitFor();
    await page.getByRole('button', { name: /1 other kind of record not wholly read/ }).click();
    expect(await rowOf(page, 'Medication orders')).toMatch(/Failed[\s\S]*–/);
    expect(await rowOf(page, 'Problems and diagnoses')).toMatch(/Read/);
  });

  test('a list that is cut short or lies about its total is called partly read', async () => {
    await setFaults(world, [{ method: 'GET', kind: 'Observation', times: 1, effect: { type: 'wrong-total', total: 4000 } }]);
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await page.getByRole('button', { name: /not wholly read/ }).click();
    expect(await rowOf(page, 'Results and vital signs')).toContain('Partly read');
  });

  test('diagnoses that could not be read are not taken for missing', async () => {
    await setFaults(world, ['Condition', 'Claim'].map((kind) => ({ method: 'GET', kind, times: 99, effect: { type: 'status', status: 500 } })));
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await page.getByRole('button', { name: /not wholly read/ }).click();
    expect(await rowOf(page, 'Problems and diagnoses')).toContain('Failed');
    await page.keyboard.press('Escape');
    for (const code of ['J02.9', 'J45.20']) expect(await card(page, code).count()).toBe(0);
  });

  test('reading can be left off and taken up again', async () => {
    await setFaults(world, [{ method: 'GET', kind: 'Observation', times: 1, effect: { type: 'slow', milliseconds: 5000 } }]);
    const { page } = await openPage(world);
    await page.goto(await launchAddress(world, { slug: 'unsupported-diagnosis' }));
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'The review was cancelled.' }).waitFor();
    await page.getByRole('button', { name: 'Start again' }).click();
    await reviewOpen(page);
    expect(await card(page, 'J18.9').isVisible()).toBe(true);
  });
});

async function tryAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Try the \d+ open writes? again$/ }).click();
}

/** Faults that begin with the writing itself, not with the check before it. */
async function whenSigning(page: Page, faults: Parameters<typeof setFaults>[1]): Promise<void> {
  await page.route('**/fhir', async (route) => { await setFaults(world, faults); await route.continue(); }, { times: 1 });
}

/** How often a code stands in the long chart's visit. */
async function placesOf(code: string): Promise<{ readonly conditions: number; readonly claim: number; readonly encounter: number }> {
  const conditions = (await searchFhir<Condition>(world, 'Condition?encounter=Encounter/busy-chart-visit')).filter((each) => each.code?.coding?.some((coding) => coding.code === code));
  const claim = await readFhir<Claim>(world, 'Claim/busy-chart-claim');
  const encounter = await readFhir<Encounter>(world, 'Encounter/busy-chart-visit');
  return {
    conditions: conditions.length,
    claim: (claim.diagnosis ?? []).filter((line) => line.diagnosisCodeableConcept?.coding?.some((coding) => coding.code === code)).length,
    encounter: (encounter.diagnosis ?? []).filter((line) => conditions.some(({ id }) => line.condition.reference === `Condition/${id}`)).length,
  };
}

async function pneumonia(): Promise<Condition> {
  return readFhir(world, 'Condition/unsupported-diagnosis-dx-pneumonia');
}

async function changePneumonia(): Promise<void> {
  await changeFhir<Condition>(world, 'Condition/unsupported-diagnosis-dx-pneumonia', (condition) => ({
    ...condition, verificationStatus: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-ver-status', code: 'unconfirmed' }] },
  }));
}

async function rowOf(page: Page, kind: string): Promise<string> {
  return page.getByRole('dialog', { name: 'What was read' }).getByRole('row', { name: kind }).first().innerText();
}
