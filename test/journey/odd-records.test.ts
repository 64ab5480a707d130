import type { Condition, DocumentReference, FhirResource } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, countersign, openReview, openWorld, plant, readFhir, written, type World } from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

test('a clean visit has nothing to review, and says what was compared', async () => {
  const { page, errors } = await openReview(world, { slug: 'clean-visit' });
  await page.getByRole('heading', { name: 'Nothing to review', exact: true }).waitFor();
  await page.getByText('1 note were compared').waitFor();
  expect(await page.getByRole('article').count(), 'the level of the visit, which the claim has').toBe(1);
  expect(errors).toEqual([]);
});

test('documents that cannot be read are named with the reason, and the rest is reviewed', async () => {
  const { page, errors } = await openReview(world, { slug: 'odd-data' });
  await card(page, 'K21.9').waitFor();
  await page.getByRole('button', { name: /of \d notes read/ }).click();
  const details = page.getByRole('dialog', { name: 'What was read' });
  expect(await details.getByRole('listitem').filter({ hasText: 'Outside records' }).innerText()).toContain('Cannot be read yet');
  expect(errors).toEqual([]);
});

describe('one resource that is not what FHIR says', () => {
  const oddities: readonly (readonly [string, FhirResource])[] = [
    ['a Condition with two codes of one system and no status', { resourceType: 'Condition', id: 'odd', subject: { reference: 'Patient/unsupported-diagnosis' }, code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm' }, {}, { code: '' }] } } as unknown as Condition],
    ['an Observation whose value has no number', { resourceType: 'Observation', id: 'odd', status: 'final', subject: { reference: 'Patient/unsupported-diagnosis' }, code: { coding: [{ system: 'http://loinc.org', code: '39156-5' }] }, valueQuantity: { unit: 'kg/m2' } }],
    ['an Observation of a date that is none', { resourceType: 'Observation', id: 'odd', status: 'final', subject: { reference: 'Patient/unsupported-diagnosis' }, code: { coding: [{ system: 'http://loinc.org', code: '4548-4' }] }, effectiveDateTime: '2026-02-31', valueQuantity: { value: 9.9, unit: '%' } }],
    ['a document without content to read', { resourceType: 'DocumentReference', id: 'odd', status: 'current', subject: { reference: 'Patient/unsupported-diagnosis' }, content: [{ attachment: {} }] }],
  ];
  test.each(oddities)('%s: the rest is reviewed and written', async (_what, resource) => {
    world.ehr.store.write({ ...resource, id: 'odd' }, 'POST');
    const { page, errors } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await card(page, 'J45.20').waitFor();
    await accept(page, 'J45.20');
    await countersign(page, ['J45.20']);
    await written(page);
    expect(errors).toEqual([]);
  });

  test('a Condition that cannot be decoded at all is counted, not passed over', async () => {
    world.ehr.store.write({ resourceType: 'Condition', id: 'odd', subject: { reference: 'Patient/unsupported-diagnosis' }, code: 'pneumonia', category: {} } as unknown as Condition & { id: string }, 'POST');
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await card(page, 'J45.20').waitFor();
    await page.getByRole('button', { name: /not wholly read/ }).click();
    const row = page.getByRole('dialog', { name: 'What was read' }).getByRole('row', { name: 'Problems and diagnoses' });
    expect(await row.first().innerText()).toContain('Partly read');
  });
});

test('a note of 5 MB is read to its end, and opens at the sentence', async () => {
  const filler = 'Seen again for follow-up. Vital signs stable, walking well, eating well, no new complaints today.\n';
  plant(world, [await noteLike('text/plain', `${filler.repeat(52_000)}\nAssessment:\n1. Gout of the right great toe, flare treated with colchicine.\n`)]);
  const { page, errors } = await openReview(world, { slug: 'clean-visit' });
  const gout = page.getByRole('article', { name: /M10/ });
  await gout.getByRole('button', { name: /^Open the/ }).first().click();
  const mark = page.getByRole('region', { name: 'Text of the note' }).locator('mark').first();
  await mark.waitFor();
  expect(await mark.innerText()).toMatch(/gout/i);
  await expect.poll(() => mark.evaluate((found) => { const { top, bottom } = found.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; }), { timeout: 10_000 }).toBe(true);
  expect(errors).toEqual([]);
});

test('scripts in an HTML note never run, and count for nothing', async () => {
  plant(world, [await noteLike('text/html', `<p>Assessment: gout, treated.</p>
    <script>globalThis.ran = 'script'</script><img src="x" onerror="globalThis.ran = 'onerror'"><svg onload="globalThis.ran = 'onload'"></svg>
    <iframe srcdoc="<script>parent.ran = 'iframe'</script>"></iframe><a href="javascript:globalThis.ran = 'link'">He has sepsis.</a>
    <p>&lt;script&gt;globalThis.ran = 'decoded'&lt;/script&gt; No fever.</p>`)]);
  const { page, errors, strayed } = await openReview(world, { slug: 'clean-visit' });
  const gout = page.getByRole('article', { name: /M10/ });
  await gout.getByRole('button', { name: /^Open the/ }).first().click();
  const text = page.getByRole('region', { name: 'Text of the note' });
  await text.locator('mark').first().waitFor();
  expect(await text.innerText()).toContain("<script>globalThis.ran = 'decoded'</script> No fever.");
  expect(await page.evaluate(() => (globalThis as { ran?: string }).ran)).toBeUndefined();
  expect({ errors, strayed }).toEqual({ errors: [], strayed: [] });
});

test('an empty note is no failure, and an unknown encoding is said', async () => {
  const empty = await noteLike('text/plain', '');
  const strange = await noteLike('text/plain; charset=x-nobody-knows', 'Assessment: gout, treated.');
  plant(world, [{ ...empty, id: 'empty' }, { ...strange, id: 'strange', type: { text: 'Strange note' } }]);
  const { page, errors } = await openReview(world, { slug: 'clean-visit' });
  await page.getByRole('button', { name: /notes? read/ }).click();
  const details = page.getByRole('dialog', { name: 'What was read' });
  expect(await details.innerText()).toContain('2 of 3 notes read');
  expect(await details.getByRole('listitem').filter({ hasText: 'Strange note' }).innerText()).toContain('Its character encoding is not known here.');
  expect(errors).toEqual([]);
});

/** Another note of the clean visit, by the same author. */
async function noteLike(contentType: string, text: string): Promise<DocumentReference> {
  const document = await readFhir<DocumentReference>(world, 'DocumentReference/clean-visit-note');
  const { meta: _meta, identifier: _identifier, ...rest } = document;
  return { ...rest, id: 'another-note', content: [{ attachment: { contentType, title: 'Another note', data: Buffer.from(text).toString('base64') } }] };
}
