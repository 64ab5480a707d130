import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { card, openReview, openWorld, reviewOpen, written, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

test('two removals and a more specific code, from the first card to the receipts, without a mouse at 320 px', async () => {
  const { page, errors } = await openReview(world, { slug: 'unsupported-diagnosis' }, { viewport: { width: 320, height: 640 } });
  const { keyboard } = page;
  await onCard(page, 'J18.9');

  await keyboard.press('o');
  const note = page.getByRole('region', { name: 'Text of the note' });
  await note.waitFor();
  const marked = note.locator('mark');
  expect((await marked.allInnerTexts()).join(' ')).toMatch(/no evidence of pneumonia/i);
  await expect.poll(() => inSight(marked.first()), PATIENT).toBe(true);
  await page.getByText(/^Passage 1 of [2-9]$/).waitFor();
  await keyboard.press('Escape');
  await onCard(page, 'J18.9');
  await keyboard.press('a');
  await card(page, 'J18.9').getByText('Removal accepted').waitFor();

  await onCard(page, 'E11.9');
  await keyboard.press('a');
  await page.getByRole('status').getByText('Open the evidence first').waitFor({ state: 'attached' });
  await keyboard.press('o');
  await note.waitFor();
  await keyboard.press('Escape');
  await onCard(page, 'E11.9');
  await keyboard.press('a');
  await card(page, 'E11.9').getByText('Removal accepted').waitFor();

  await onCard(page, 'J45.20');
  await keyboard.press('k');
  await onCard(page, 'E11.9');
  await keyboard.press('u');
  await card(page, 'E11.9').getByRole('button', { name: 'Accept removal' }).waitFor();
  await keyboard.press('r');
  await onField(page, 'Not clinically valid');
  await keyboard.press('Space');
  await keyboard.press('Tab');
  await keyboard.type('Asked her: no diabetes.');
  await keyboard.press('Enter');
  await card(page, 'E11.9').getByText('Not clinically valid: Asked her: no diabetes.').waitFor();

  await onCard(page, 'J45.20');
  await keyboard.press('d');
  await onField(page, 'Need more information');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await card(page, 'J45.20').getByText('Deferred').waitFor();
  await notOnCard(page, 'J45.20');
  await keyboard.press('k');
  await onCard(page, 'J45.20');
  await keyboard.press('u');
  await card(page, 'J45.20').getByRole('button', { name: 'Modify' }).waitFor();
  await frame(page);
  await keyboard.press('o');
  await note.waitFor();
  await keyboard.press('Escape');
  await onCard(page, 'J45.20');
  await keyboard.press('m');
  await onField(page, 'Code or words');
  await keyboard.type('mild persistent asthma uncomplicated');
  await page.getByRole('option', { name: 'J45.30' }).waitFor();
  await keyboard.press('Enter');
  await card(page, 'J45.30').getByText('Modified').waitFor();
  await notOnCard(page, 'J45.30');

  await keyboard.press('c');
  await expect.poll(() => focused(page), PATIENT).toBe('Countersign');
  expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(0);
  for (const code of ['J18.9', 'E11.9', 'J45.30']) {
    await tabTo(page, 'checkbox', code);
    await keyboard.press('Space');
  }
  await tabTo(page, 'button', 'Sign and write 3 items');
  await keyboard.press('Enter');
  await written(page);
  await expect.poll(() => focused(page), PATIENT).toBe('Countersigned and written');
  await tabTo(page, 'button', 'Back to review');
  await keyboard.press('Enter');
  await reviewOpen(page);
  await card(page, 'J18.9').waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});

test('J walks through every card of a long list, opens what is folded, and K walks back', async () => {
  const { page } = await openReview(world, { slug: 'busy-chart' });
  const { keyboard } = page;
  await onCard(page, 'N39.0');
  const seen: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    const here = await focused(page);
    if (here === seen.at(-1)) break;
    seen.push(here);
    await keyboard.press(here.startsWith('Show ') ? 'o' : 'j');
    await frame(page);
  }
  expect(seen.join('\n')).toMatch(/N39\.0[\s\S]*I48\.21[\s\S]*E03\.9/);
  expect(seen).not.toContain('');
  const total = await page.getByRole('article').count();
  expect(seen.filter((name) => !name.startsWith('Show ')).length).toBe(total);
  for (let step = 1; step < total; step += 1) await keyboard.press('k');
  await onCard(page, 'N39.0');
});

test('keys do nothing while a person writes, can be changed, and can be switched off', async () => {
  const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
  const { keyboard } = page;
  await onCard(page, 'J18.9');
  await keyboard.press('r');
  await page.getByRole('textbox', { name: /In your words/ }).focus();
  await keyboard.type('jokamrduc');
  expect(await page.getByRole('textbox', { name: /In your words/ }).inputValue()).toBe('jokamrduc');
  await keyboard.press('Escape');
  await onCard(page, 'J18.9');

  await keyboard.press('?');
  await tabTo(page, 'button', 'Change the key for: Next item');
  await keyboard.press('Enter');
  await keyboard.press('n');
  await keyboard.press('Escape');
  await onCard(page, 'J18.9');
  await keyboard.press('n');
  await onCard(page, 'E11.9');

  await keyboard.press('?');
  await tabTo(page, 'checkbox', 'Single-key commands are on');
  await keyboard.press('Space');
  await keyboard.press('Escape');
  await keyboard.press('n');
  await keyboard.press('a');
  await frame(page);
  await onCard(page, 'E11.9');
  await card(page, 'E11.9').getByRole('button', { name: 'Accept removal' }).waitFor();
});

/** A busy machine takes its time over a frame. */
const PATIENT = { timeout: 10_000 };

async function inSight(element: Locator): Promise<boolean> {
  return element.evaluate((found) => {
    const { top, bottom } = found.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** The focus has gone on to the next card that asks for a decision. */
async function notOnCard(page: Page, code: string): Promise<void> {
  await expect.poll(() => focused(page), PATIENT).not.toContain(code);
}

async function onCard(page: Page, code: string): Promise<void> {
  await expect.poll(() => focused(page), PATIENT).toContain(code);
}

async function onField(page: Page, label: string): Promise<void> {
  await expect.poll(() => page.getByLabel(label).evaluate((field) => field === document.activeElement), PATIENT).toBe(true);
}

/** The accessible name of what has the focus; empty where nothing has it. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (here === null || here === document.body) return '';
    const label = here.getAttribute('aria-labelledby');
    const named = label === null ? here : document.getElementById(label);
    return (here.getAttribute('aria-label') ?? named?.textContent ?? '').trim();
  });
}

/** Tab by tab, as a person would get there. */
async function tabTo(page: Page, role: 'button' | 'checkbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let step = 0; step < 60; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reached the ${role} "${name}"`);
}

async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}
