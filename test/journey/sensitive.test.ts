import type { DocumentReference, Task } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, changeFhir, ending, launchAddress, openPage, openReview, openWorld, propose, reviewOpen, type World } from './support.ts';

const SUBSTANCE_USE = { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: '42CFRPart2' };

describe('a note under a sensitive label', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld(); });
  beforeEach(async () => { await world.reset(); await label(world); });
  afterAll(() => world.close());

  test('is not asked for, is listed as withheld, and what might stand in it is not called missing from the record', async () => {
    const { page, context } = await openPage(world);
    const asked: string[] = [];
    context.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(await launchAddress(world, { slug: 'unsupported-diagnosis' }));
    await reviewOpen(page);
    expect(asked).not.toContain('/fhir/Binary/unsupported-diagnosis-note');
    for (const code of ['J45.20', 'E11.9']) expect([code, await card(page, code).count()]).toEqual([code, 0]);
    await page.getByRole('button', { name: /1 of 2 notes read/ }).click();
    const listed = page.getByRole('dialog').getByRole('listitem').filter({ hasText: 'Withheld' });
    await listed.waitFor();
    expect(await page.content()).not.toMatch(/intermittent asthma|mother - type 2/i);
  });
});

describe('where the site\'s policy lets clinicians and coders read such notes', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ policy: { readSensitive: true } }); await label(world); });
  afterAll(() => world.close());

  test('a proposal to others holds nothing of it, not even where the words stand', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis', role: 'coder' });
    await card(page, 'J18.9').waitFor();
    await accept(page, 'J18.9', /not proposed yet/i);
    await propose(page, ['J18.9']);
    expect(await ending(page)).toBe('Proposed and sent');
    const task = JSON.stringify(changed<Task>(world, 'Task'));
    expect(task).toContain('J18.9');
    expect(task).toContain('unsupported-diagnosis-cxr-note');
    expect(task).not.toContain('unsupported-diagnosis-note');
  });
});

async function label(world: World): Promise<void> {
  await changeFhir<DocumentReference>(world, 'DocumentReference/unsupported-diagnosis-note', (document) => ({ ...document, meta: { ...document.meta, security: [SUBSTANCE_USE] } }));
}
