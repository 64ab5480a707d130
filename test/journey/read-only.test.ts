import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, countersign, openReview, openWorld, written, type Visit, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('may look at everything, decide nothing, and is told why:', () => {
  test.each<{ who: string; visit: Visit; why: string }>([
    { who: 'a clinician whose sign-in grants reading only', visit: { slug: 'unsupported-diagnosis', grant: 'read-only' }, why: 'The EHR gave this app no permission to write. You can look at everything, but not countersign.' },
    { who: 'somebody whose role no site maps', visit: { slug: 'unsupported-diagnosis', role: null }, why: 'The EHR did not say in which role you work here, so you can look, but not countersign.' },
    { who: 'an auditor', visit: { slug: 'unsupported-diagnosis', role: 'auditor' }, why: 'Only a clinician can countersign. In your role you can look at everything.' },
  ])('$who', async ({ visit, why }) => {
    const writes = watchWrites();
    const { page } = await openReview(world, visit);
    await page.getByText(why).waitFor();
    const pneumonia = card(page, 'J18.9');
    await pneumonia.getByRole('button', { name: /^Open the/ }).first().click();
    await page.getByRole('region', { name: 'Text of the note' }).waitFor();
    await page.keyboard.press('Escape');
    await pneumonia.focus();
    for (const key of ['a', 'r', 'd', 'c']) await page.keyboard.press(key);
    expect(await decidable(page)).toBe(0);
    expect(writes()).toEqual([]);
  });
});

describe('what was not granted is not available, and the rest works:', () => {
  test('without observations, checks that need them cannot tell, and a removal is still written', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis', grant: 'no-observations' });
    await page.getByRole('button', { name: /not wholly read/ }).click();
    const details = page.getByRole('dialog', { name: 'What was read' });
    expect(await details.getByRole('row', { name: /^Results and vital signs/ }).first().innerText()).toContain('Not allowed');
    await page.keyboard.press('Escape');
    await page.getByText(/checks? that cannot be told from what was read/).click();
    await page.getByRole('group').filter({ hasText: 'cannot be told' }).getByRole('listitem').first().waitFor();
    await accept(page, 'J18.9');
    await countersign(page, ['J18.9']);
    await written(page);
  });

  test('without notes, nothing is called unsupported', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis', grant: 'no-notes' });
    await page.getByRole('heading', { name: 'Nothing could be compared' }).waitFor();
    await page.getByRole('button', { name: 'See what was not read' }).click();
    const notes = page.getByRole('dialog', { name: 'What was read' }).getByRole('row', { name: /^Notes/ });
    expect(await notes.first().innerText()).toContain('Not allowed');
  });

  test('without claims, the diagnosis is written and the claim is left to a person', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis', grant: 'no-claims' });
    await accept(page, 'J18.9');
    await countersign(page, ['J18.9']);
    await written(page);
    expect(world.ehr.store.read('Claim', 'unsupported-diagnosis-claim')?.version).toBe(1);
    expect(world.ehr.store.read('Condition', 'unsupported-diagnosis-dx-pneumonia')?.version).toBe(2);
  });
});

async function decidable(page: Page): Promise<number> {
  return page.getByRole('button', { name: /^(Accept|Modify|Reject|Decline|Defer|Countersign|Propose)/ }).count();
}

/** What was written to any patient's record since. */
function watchWrites(): () => readonly string[] {
  const seen: string[] = [];
  world.ehr.store.onChange(({ kinds }) => seen.push(...kinds));
  return () => seen;
}
