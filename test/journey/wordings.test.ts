import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, openReview, openWorld, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

test('what was made specific, what cannot be told, what was left out, and what is not English: each in the words of the notes', async () => {
  const { page, errors, strayed } = await openReview(world, { slug: 'many-wordings' }, { viewport: { width: 320, height: 800 } });
  expect(await card(page, 'J45.41').locator('mark').allTextContents()).toEqual(['Asthma with acute flare', 'moderate persistent']);
  expect(await card(page, 'H60.91').locator('mark').allTextContents()).toContain('otitis externa');

  await page.getByText('1 abbreviation that cannot be told').click();
  await page.getByText('“AS”: cannot tell').waitFor();
  await page.getByText('left out on purpose').click();
  const seizures = page.getByRole('listitem').filter({ hasText: 'R56.9' });
  expect(await seizures.locator('mark').allTextContents()).toEqual(['Seizures', 'No']);
  expect(await page.getByRole('listitem').filter({ hasText: 'H60.92' }).getByRole('figure').count()).toBe(2);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

  // By keyboard: to the head of the column that answers, and back to the entry.
  await seizures.getByRole('button', { name: /^Open the Progress note/ }).last().press('Enter');
  await page.getByRole('region', { name: 'Text of the note' }).locator('mark.here', { hasText: 'No' }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('left-out-R56.9');

  await page.getByRole('button', { name: '3 of 4 notes read; 1 not English' }).click();
  await page.getByRole('dialog').getByText('Not English: nothing was suggested from it.').waitFor();
  expect({ errors, strayed }).toEqual({ errors: [], strayed: [] });
});
