import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { accept, card, launchAddress, openPage, openTab, openWorld, reviewOpen, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

const OF_THE_RECORD = /Vance|Lindholm|E03\.9|hypothyr|busy-chart|unsupported-diagnosis/i;

test('left alone, it locks: nothing of the patient is on the page, in its address or title, or readable on the device; a reload leads nowhere, and another person sees nothing', async () => {
  const { page, context, errors } = await openPage(world);
  await page.clock.install();
  await page.goto(await launchAddress(world, { slug: 'busy-chart', needPatientBanner: true }));
  await reviewOpen(page);
  await accept(page, 'E03.9');
  expect(await page.content()).toMatch(OF_THE_RECORD);
  await page.clock.fastForward(11 * 60_000);
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect([await page.content(), page.url(), await page.title()].join(' ')).not.toMatch(OF_THE_RECORD);
  expect(await databases(page)).not.toMatch(OF_THE_RECORD);
  // The sign-in ends once nothing is being sent any more.
  await expect.poll(() => page.evaluate(() => JSON.stringify([sessionStorage, localStorage].map((storage) => Object.entries(storage))))).not.toMatch(/access_token|refresh_token|E03\.9|Vance/i);
  expect(errors).toEqual([]);

  await page.reload();
  await page.getByRole('link', { name: 'Sign in and choose a patient' }).waitFor();
  expect(await page.content()).not.toMatch(OF_THE_RECORD);

  const colleague = await openTab(world, context, { slug: 'busy-chart', person: 'np-lindqvist' });
  await card(colleague, 'E03.9').getByRole('button', { name: 'Accept' }).waitFor();
  const back = await openTab(world, context, { slug: 'busy-chart' });
  await card(back, 'E03.9').getByText(/not signed yet/).waitFor();
});

test('signed out with nothing unsent, it says so at once, and the token is good for nothing more', async () => {
  const { page, context } = await openPage(world);
  const tokens = new Set<string>();
  context.on('request', (request) => { const held = request.headers()['authorization']; if (held !== undefined) tokens.add(held); });
  await page.goto(await launchAddress(world, { slug: 'busy-chart' }));
  await reviewOpen(page);
  await page.getByRole('button', { name: /notes? read/ }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Signed out' }).waitFor();
  expect(await page.content()).not.toMatch(OF_THE_RECORD);
  await expect.poll(async () => Promise.all([...tokens].map(async (authorization) => (await fetch(`${world.ehr.fhirBase}/Patient/busy-chart`, { headers: { authorization } })).status))).toEqual([...tokens].map(() => 401));
  await page.reload();
  await page.getByRole('link', { name: 'Sign in and choose a patient' }).waitFor();
});

/** All that the page's databases hold, as somebody who looks into them reads it. */
async function databases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const promised = async <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('The database cannot be read.')));
    });
    const texts: string[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await promised(indexedDB.open(name));
      texts.push(name);
      for (const store of database.objectStoreNames) {
        const records = database.transaction(store).objectStore(store);
        const all = [await promised(records.getAllKeys()), await promised(records.getAll())];
        texts.push(JSON.stringify(all, (_, value: unknown) => (value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value)));
      }
      database.close();
    }
    return texts.join(' ');
  });
}
