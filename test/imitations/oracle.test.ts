import type { Claim, Condition, DocumentReference, Provenance, Task } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, claimCodes, clipboard, countersign, ending, openReview, openWorld, propose, reject, takeFile, takeOver, textIn, type World } from '../journey/support.ts';

/** An EHR that takes diagnoses and Provenance one by one, refuses refuted and entered-in-error, and has neither claims nor tasks. */
describe.each([['without a companion server', false], ['with a companion server', true]] as const)('Oracle Health %s', (_, hasCompanion) => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ ehrProfile: 'oracle', ...(hasCompanion ? { companion: true } : {}) }); });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  test('an added diagnosis is written, confirmed; the claim goes to the companion server, else it is a file', async () => {
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await accept(page, 'F17.210');
    await countersign(page, ['F17.210']);
    expect(await ending(page)).toBe(hasCompanion ? 'Countersigned and written' : 'Countersigned; 1 to do by hand');
    const codes = hasCompanion ? changed<Claim>(world, 'Claim', 'companion').map(claimCodes) : [claimCodes(await takeFile(page, page, 'Start a draft claim') as Claim)];
    expect(codes).toEqual([['J30.2', 'F17.210']]);
    expect(changed<Condition>(world, 'Condition')).toMatchObject([{
      code: { coding: [{ code: 'F17.210' }] }, category: [{ coding: [{ code: 'encounter-diagnosis' }] }], verificationStatus: { coding: [{ code: 'confirmed' }] },
    }]);
    for (const { target } of changed<Provenance>(world, 'Provenance')) expect(target).toHaveLength(1);
    const again = await openReview(world, { slug: 'hypertension-unrecorded' });
    await again.page.getByText('Signed on this visit').waitFor();
    expect(await card(again.page, 'F17.210').count()).toBe(0);
  });

  test('a more specific code is put, a refutation is copied, a rejection recorded, the log anchored; colleagues see all of it', async () => {
    const { page, context } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await accept(page, 'J18.9');
    await accept(page, 'J45.20');
    await reject(page, 'E11.9', 'The evidence was misread');
    await countersign(page, ['J18.9', 'J45.20', 'E11.9']);
    await ending(page);
    expect(await takeOver(page, 'Withdraw J18.9')).toContain('copied at');
    expect(await clipboard(page)).toMatch(/^Withdraw J18\.9 Pneumonia/);
    if (!hasCompanion) expect(claimCodes(await takeFile(page, page, 'Start a draft claim') as Claim)).toEqual(['J02.9', 'J45.20', 'E11.9']);
    expect(await ending(page)).toBe('Countersigned, written and handed over');

    expect(changed<Condition>(world, 'Condition').map(({ id, code, meta }) => [id, code?.coding?.[0]?.code, meta?.versionId])).toEqual([['unsupported-diagnosis-dx-asthma', 'J45.20', '2']]);
    const records = changed<Provenance>(world, 'Provenance');
    expect(JSON.stringify(records)).toContain('evidence-misread');
    for (const { target } of records) expect(target).toHaveLength(1);
    if (hasCompanion) {
      expect(changed<Claim>(world, 'Claim', 'companion').map(claimCodes)).toEqual([['J02.9', 'J45.20', 'E11.9']]);
      expect(changed<Provenance>(world, 'Provenance', 'companion').filter((each) => JSON.stringify(each).includes('log-anchor'))).toHaveLength(1);
    } else {
      expect(changed<DocumentReference>(world, 'DocumentReference').map(textIn)).toEqual([expect.stringMatching(/^Countersign record: head of the review log/)]);
    }
    const colleague = await openReview(world, { slug: 'unsupported-diagnosis', person: 'np-lindqvist' });
    await colleague.page.getByText('1 rejected item from before').waitFor();
    expect(await card(colleague.page, 'E11.9').count()).toBe(0);
  });

  test.each([
    ['a more specific code gives back the old one', 'unsupported-diagnosis', 'J45.20', [['J45.909', '3']], null],
    ['an addition is left to a hand, because no app marks a diagnosis as entered in error there', 'hypertension-unrecorded', 'F17.210', [['F17.210', '1']], 'Withdraw F17.210'],
  ] as const)('taking back %s', async (_name, slug, code, left, byHand) => {
    const { page, context } = await openReview(world, { slug });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await accept(page, code);
    await countersign(page, [code]);
    await ending(page);
    if (!hasCompanion) await takeFile(page, page, 'Start a draft claim');
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByText('Signed on this visit').click();
    await page.getByRole('button', { name: `Take back ${code}` }).click();
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Sign and write 1 item' }).click();
    await ending(page);
    if (byHand !== null) expect(await takeOver(page, byHand)).toContain('copied at');
    expect(changed<Condition>(world, 'Condition').map((each) => [each.code?.coding?.[0]?.code, each.meta?.versionId])).toEqual(left);
    expect(changed<Provenance>(world, 'Provenance').filter(({ entity }) => entity?.some(({ role }) => role === 'revision'))).not.toEqual([]);
  });

  test('a proposal is filed as a note for the clinician; over a companion server it comes as a card, and its answer back', async () => {
    const coder = await openReview(world, { slug: 'hypertension-unrecorded', role: 'coder' });
    await accept(coder.page, 'F17.210', /not proposed yet/);
    await propose(coder.page, ['F17.210']);
    expect(await ending(coder.page)).toBe('Proposed and sent');
    expect(changed<Condition>(world, 'Condition')).toMatchObject([{ verificationStatus: { coding: [{ code: 'provisional' }] } }]);
    if (!hasCompanion) {
      const notes = changed<DocumentReference>(world, 'DocumentReference').map(textIn).filter((text) => text.startsWith('Countersign record: proposal'));
      expect(notes).toEqual([expect.stringContaining('F17.210')]);
      return;
    }
    expect(changed<Task>(world, 'Task', 'companion')).toMatchObject([{ status: 'requested' }]);
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByText('Proposed by Suresh Iyer').waitFor();
    await accept(page, 'F17.210');
    await countersign(page, ['F17.210']);
    expect(await ending(page)).toBe('Countersigned and written');
    expect(changed<Task>(world, 'Task', 'companion')).toMatchObject([{ status: 'completed' }]);
    expect(changed<Condition>(world, 'Condition')).toMatchObject([{ code: { coding: [{ code: 'F17.210' }] }, verificationStatus: { coding: [{ code: 'confirmed' }] } }]);
    await coder.page.getByRole('button', { name: 'Back to review' }).click();
    await coder.page.getByRole('region', { name: 'Your proposals' }).getByText('Accepted').waitFor();
  });
});
