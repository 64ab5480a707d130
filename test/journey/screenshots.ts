import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { openPage, openReview, openWorld, reviewOpen, type World } from './support.ts';

const folder = resolve(import.meta.dirname, '../../docs/images');

/** The pictures of the README, from the fixtures: `npm run screenshots`. */
const world = await openWorld();
await mkdir(folder, { recursive: true });
await inTheEhr(world);
await inTheSidebar(world, 'light');
await inTheSidebar(world, 'dark');
await world.close();

async function inTheEhr(at: World): Promise<void> {
  const { page, context } = await openPage(at, { viewport: { width: 1280, height: 860 } });
  await page.goto(at.ehr.url);
  await page.getByRole('button', { name: /Lindholm/ }).click();
  await page.getByRole('button', { name: 'Launch Countersign' }).click();
  await reviewOpen(page.frameLocator('iframe[title="Countersign"]'));
  await page.screenshot({ path: resolve(folder, 'in-the-ehr.png') });
  await context.close();
}

async function inTheSidebar(at: World, colorScheme: 'light' | 'dark'): Promise<void> {
  const { page, context } = await openReview(at, { slug: 'unsupported-diagnosis' }, { viewport: { width: 420, height: 860 }, colorScheme });
  await reviewOpen(page);
  await page.screenshot({ path: resolve(folder, `sidebar-${colorScheme}.png`) });
  await page.getByRole('button', { name: /^Open the Progress note/ }).first().click();
  await page.getByRole('region', { name: 'Text of the note' }).waitFor();
  await page.screenshot({ path: resolve(folder, `note-${colorScheme}.png`) });
  await context.close();
}
