import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, openReview, openWorld, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
afterAll(() => world.close());

/** In the worker, under the product's Content-Security-Policy: pdf.js is loaded there too. */
test.each([
  ['E11.42', 'RTF', 'Type 2 diabetes mellitus with diabetic polyneuropathy'],
  ['J45.40', 'C-CDA', 'Moderate persistent asthma'],
  ['G47.33', 'PDF', 'Obstructive sleep apnea'],
  ['E55.9', 'FHIR', 'Vitamin D deficiency'],
])('%s opens at its words in the %s document', async (code, _format, words) => {
  const { page, errors } = await openReview(world, { slug: 'many-formats' });
  await card(page, code).waitFor();
  await card(page, code).getByRole('button', { name: /^Open the/ }).first().click();
  const mark = page.getByRole('region', { name: 'Text of the note' }).locator('mark').first();
  await mark.waitFor();
  expect(await mark.innerText()).toContain(words);
  expect(errors).toEqual([]);
});
