import type { Claim, Condition, Encounter, Provenance } from 'fhir/r4';
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, claimCodes, countersign, openReview, openTab, openWorld, reviewOpen, setFaults, written, type Visit, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

const BUSY: Visit = { slug: 'busy-chart' };
const WALK_IN: Visit = { slug: 'unsupported-diagnosis' };

describe('what was signed outlasts the tab:', () => {
  test('closed while the answer was on its way, a new launch looks it up, finishes, and doubles nothing', async () => {
    const { page, context } = await openReview(world, BUSY);
    await accept(page, 'E03.9');
    await losingTheAnswer(page);
    await countersign(page, ['E03.9']);
    await expect.poll(async () => (await placesOf('E03.9')).conditions).toBe(1);
    await page.close();
    expect(changed<Provenance>(world, 'Provenance')).toEqual([]);

    const again = await openTab(world, context, BUSY);
    await again.getByRole('region', { name: 'Outbox' }).getByText('Not finished:').waitFor();
    await again.getByRole('button', { name: 'Finish' }).click();
    await again.getByRole('button', { name: /^Try the \d+ open writes? again$/ }).click();
    await written(again);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
    expect(verifiedTargets()).toHaveLength(3);
    await again.getByRole('button', { name: 'Back to review' }).click();
    await again.getByText('Signed on this visit').waitFor();
    expect(await again.getByRole('region', { name: 'Outbox' }).count()).toBe(0);
  });

  test('signed as the network went away, and closed: the signed item waits, and is not asked again', async () => {
    const { page, context } = await openReview(world, BUSY);
    await accept(page, 'E03.9');
    await page.route('**/fhir', async (route) => { await context.setOffline(true); await route.abort('internetdisconnected'); }, { times: 1 });
    await countersign(page, ['E03.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    await page.close();
    await context.setOffline(false);
    expect(await placesOf('E03.9')).toEqual({ conditions: 0, claim: 0, encounter: 0 });

    const again = await openTab(world, context, BUSY);
    await again.getByRole('button', { name: 'Finish' }).click();
    await again.getByRole('button', { name: /^Try the \d+ open writes? again$/ }).click();
    await written(again);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  });

  test('when the sign-in ended for good in the middle, the next one finishes it', async () => {
    const { page, context } = await openReview(world, BUSY);
    await accept(page, 'E03.9');
    await page.route('**/fhir', async (route) => { world.ehr.store.database.exec('DELETE FROM credential'); await route.continue(); }, { times: 1 });
    await countersign(page, ['E03.9']);
    await page.getByText('The sign-in with the EHR has ended. Open the app again from the chart; nothing of the review is lost.').waitFor();
    await page.close();
    const again = await openTab(world, context, BUSY);
    await again.getByRole('button', { name: 'Finish' }).click();
    await again.getByRole('button', { name: /^Try the \d+ open writes? again$/ }).click();
    await written(again);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  });

  test('signing out warns of it and keeps it for the same person alone; another visit tells only how much waits', async () => {
    const { page, context } = await openReview(world, BUSY);
    await accept(page, 'E03.9');
    await setFaults(world, [{ method: 'POST', kind: 'transaction', times: 1, effect: { type: 'status', status: 503 } }]);
    await countersign(page, ['E03.9']);
    await page.getByRole('heading', { name: 'Countersigned, not all written' }).waitFor();
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByRole('button', { name: /notes? read/ }).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    const warning = page.getByRole('dialog', { name: 'Sign out' });
    await warning.getByText(/signed steps have no end yet/).waitFor();
    await warning.getByRole('button', { name: 'Sign out all the same' }).click();
    await page.getByRole('heading', { name: 'Signed out' }).waitFor();
    await page.getByText(/signed steps have no end yet/).waitFor();
    expect(await page.content()).not.toMatch(/E03\.9|hypothyr/i);

    const colleague = await openTab(world, context, { ...BUSY, person: 'np-lindqvist' });
    await card(colleague, 'E03.9').waitFor();
    expect(await colleague.getByRole('region', { name: 'Outbox' }).count()).toBe(0);
    const elsewhere = await openTab(world, context, WALK_IN);
    const waiting = elsewhere.getByRole('region', { name: 'Outbox' });
    await waiting.getByText(/signed steps of 1 other visit wait/).waitFor();
    expect(await waiting.innerText()).not.toMatch(/E03|Vance/);

    const again = await openTab(world, context, BUSY);
    await again.getByRole('button', { name: 'Finish' }).click();
    await again.getByRole('button', { name: /^Try the \d+ open writes? again$/ }).click();
    await written(again);
    expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
    await elsewhere.getByRole('region', { name: 'Outbox' }).waitFor({ state: 'detached' });
  });
});

describe('somebody was faster:', () => {
  test('a second tab of the same person sees what the first one decides and signs, and cannot sign it again', async () => {
    const one = await openReview(world, WALK_IN);
    const other = await openTab(world, one.context, WALK_IN);
    await accept(other, 'J18.9');
    await accept(one.page, 'J18.9');
    await card(other, 'J18.9').getByText(/^Decided meanwhile in another tab/).waitFor();
    await countersign(one.page, ['J18.9']);
    await written(one.page);
    await countersign(other, ['J18.9']);
    await other.getByRole('heading', { name: 'Held back, nothing was signed' }).waitFor();
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-pneumonia')?.version).toBe(2);
    expect(verifiedTargets().filter((target) => target.includes('dx-pneumonia'))).toHaveLength(1);
  });

  test('what a colleague signed meanwhile is held back with their name, and stands as they left it', async () => {
    const { page } = await openReview(world, WALK_IN);
    await accept(page, 'J18.9');
    await accept(page, 'J45.20');
    const colleague = await openReview(world, { ...WALK_IN, person: 'np-lindqvist' });
    await accept(colleague.page, 'J18.9');
    await countersign(colleague.page, ['J18.9']);
    await written(colleague.page);

    await countersign(page, ['J18.9', 'J45.20']);
    await page.getByRole('heading', { name: 'Held back, nothing was signed' }).waitFor();
    await page.getByText('J18.9 was signed for this encounter by Maja Lindqvist, NP').waitFor();
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-pneumonia')?.version).toBe(2);
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-asthma')?.version).toBe(1);
    await page.getByRole('button', { name: 'Read the record again' }).click();
    await accept(page, 'J45.20');
    await countersign(page, ['J45.20']);
    await written(page);
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-asthma')?.version).toBe(2);
  });
});

test('two patients in two tabs of one browser: what is decided, signed and remembered in one is never the other\'s', async () => {
  const one = await openReview(world, BUSY);
  const two = await openTab(world, one.context, WALK_IN);
  await accept(one.page, 'E03.9');
  await accept(two, 'J18.9');
  await Promise.all([countersign(one.page, ['E03.9']), countersign(two, ['J18.9'])]);
  await Promise.all([written(one.page), written(two)]);
  expect(await placesOf('E03.9')).toEqual({ conditions: 1, claim: 1, encounter: 1 });
  for (const kind of ['Condition', 'Claim', 'Encounter', 'Provenance'] as const) {
    for (const resource of changed(world, kind)) {
      const text = JSON.stringify(resource);
      expect([kind, text.includes('busy-chart') && text.includes('unsupported-diagnosis')]).toEqual([kind, false]);
    }
  }
  await Promise.all([one.page.reload(), two.reload()]);
  await Promise.all([reviewOpen(one.page), reviewOpen(two)]);
  expect([await card(one.page, 'J18.9').count(), await card(two, 'E03.9').count()]).toEqual([0, 0]);
});

/** The EHR carries out the first write, and its answer never comes. */
async function losingTheAnswer(page: Page): Promise<void> {
  await page.route('**/fhir', async (route) => { await route.fetch(); }, { times: 1 });
}

/** What the person's Provenances speak of. */
function verifiedTargets(): readonly string[] {
  return changed<Provenance>(world, 'Provenance').filter(({ agent }) => agent.some(({ type }) => type?.coding?.[0]?.code === 'verifier')).flatMap(({ target }) => target.map(({ reference }) => reference ?? ''));
}

/** How often a code stands in the long chart's visit. */
async function placesOf(code: string): Promise<{ readonly conditions: number; readonly claim: number; readonly encounter: number }> {
  const conditions = changed<Condition>(world, 'Condition').filter((each) => each.code?.coding?.[0]?.code === code);
  const encounter = world.ehr.store.read('Encounter', 'busy-chart-visit')?.resource as Encounter;
  return {
    conditions: conditions.length,
    claim: claimCodes(world.ehr.store.read('Claim', 'busy-chart-claim')?.resource as Claim).filter((each) => each === code).length,
    encounter: (encounter.diagnosis ?? []).filter((line) => conditions.some(({ id }) => line.condition.reference === `Condition/${id}`)).length,
  };
}
