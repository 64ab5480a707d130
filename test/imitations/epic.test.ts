import type { Claim, Condition, DocumentReference, Encounter, Provenance, Task } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { accept, card, changed, claimCodes, clipboard, countersign, ending, openInShell, openReview, openTab, openWorld, propose, reject, takeFile, takeOver, textIn, type World } from '../journey/support.ts';

/** An EHR that takes problems and notes from an app, and opens its own diagnosis screen for the rest. */
describe.each([['without a companion server', false], ['with a companion server', true]] as const)('Epic %s', (_, hasCompanion) => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ ehrProfile: 'epic', ...(hasCompanion ? { companion: true } : {}) }); });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  test('an added diagnosis: the EHR opens its screen for it, a person enters it there, and nothing is left to do', async () => {
    const { page, app, strayed } = await openInShell(world, 'Marsh');
    await accept(app, 'F17.210');
    await countersign(app, ['F17.210']);
    expect(await ending(app)).toBe(`Countersigned; ${hasCompanion ? 1 : 2} to do by hand`);
    expect(changed<Condition>(world, 'Condition')).toEqual([]);

    expect(await takeOver(app, 'Add F17.210')).toContain('opened at');
    const screen = page.getByRole('region', { name: 'Problem list and diagnoses' });
    await screen.getByRole('textbox', { name: 'ICD-10-CM code' }).fill('F17.210');
    await screen.getByRole('textbox', { name: 'In words' }).fill('Nicotine dependence, cigarettes');
    await screen.getByRole('button', { name: 'Enter' }).click();
    await screen.getByText('F17.210 stands in the chart.').waitFor();
    if (!hasCompanion) expect(claimCodes(await takeFile(page, app, 'Start a draft claim') as Claim)).toEqual(['J30.2', 'F17.210']);
    expect(await ending(app)).toBe('Countersigned, written and handed over');

    const [entered, ...others] = changed<Condition>(world, 'Condition');
    expect(others).toEqual([]);
    expect(entered).toMatchObject({ code: { coding: [{ code: 'F17.210' }] }, category: [{ coding: [{ code: 'encounter-diagnosis' }] }], verificationStatus: { coding: [{ code: 'confirmed' }] }, encounter: { reference: 'Encounter/hypertension-unrecorded-visit' } });
    if (hasCompanion) expect(changed<Claim>(world, 'Claim', 'companion').map(claimCodes)).toEqual([['J30.2', 'F17.210']]);

    await app.getByRole('button', { name: 'Back to review' }).click();
    await app.getByRole('heading', { level: 1, name: 'Review', exact: true }).waitFor({ state: 'attached' });
    await app.getByText('Signed on this visit').waitFor();
    expect(await card(app, 'F17.210').count()).toBe(0);
    expect(await app.getByRole('region', { name: 'Outbox' }).count()).toBe(0);
    expect(strayed).toEqual([]);
  });

  test('a removed diagnosis: on the EHR\'s screen a person takes it off the visit, and it does not come back', async () => {
    const { page, app, strayed } = await openInShell(world, 'Lindholm');
    await accept(app, 'J18.9');
    await countersign(app, ['J18.9']);
    await ending(app);
    expect(await takeOver(app, 'Withdraw J18.9')).toContain('opened at');
    const screen = page.getByRole('region', { name: 'Problem list and diagnoses' });
    await screen.getByRole('button', { name: 'Take J18.9 off this encounter' }).click();
    await screen.getByText('J18.9 is off this visit.').waitFor();
    await screen.getByRole('button', { name: 'Take J18.9 off this encounter' }).waitFor({ state: 'detached' });
    expect(changed<Condition>(world, 'Condition')).toMatchObject([{ code: { coding: [{ code: 'J18.9' }] }, verificationStatus: { coding: [{ code: 'entered-in-error' }] } }]);
    const [visit] = changed<Encounter>(world, 'Encounter');
    expect(visit?.diagnosis?.length).toBeGreaterThan(0);
    expect(JSON.stringify(visit?.diagnosis)).not.toContain('unsupported-diagnosis-dx-pneumonia');
    await app.getByRole('button', { name: 'Back to review' }).click();
    await app.getByText('Signed on this visit').waitFor();
    expect(await card(app, 'J18.9').count()).toBe(0);
    expect(strayed).toEqual([]);
  });

  test('removed, made more specific, rejected: copied where no EHR screen is around the app; the statement, the reasons and the head of the log are kept', async () => {
    const { page, context } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await accept(page, 'J18.9');
    await accept(page, 'J45.20');
    await reject(page, 'E11.9', 'The evidence was misread');
    await countersign(page, ['J18.9', 'J45.20', 'E11.9']);
    await ending(page);
    expect(await takeOver(page, 'Withdraw J18.9')).toContain('copied at');
    expect(await clipboard(page)).toBe('Withdraw J18.9 Pneumonia, unspecified organism from this encounter: the notes only negate it');
    expect(await takeOver(page, 'Change J45.909 to J45.20')).toContain('copied at');
    if (!hasCompanion) expect(claimCodes(await takeFile(page, page, 'Start a draft claim') as Claim)).toEqual(['J02.9', 'J45.20', 'E11.9']);
    expect(await ending(page)).toBe('Countersigned, written and handed over');
    expect(changed<Condition>(world, 'Condition')).toEqual([]);
    expect(changed<Claim>(world, 'Claim')).toEqual([]);

    if (hasCompanion) {
      expect(changed<DocumentReference>(world, 'DocumentReference')).toEqual([]);
      expect(changed<Claim>(world, 'Claim', 'companion').map(claimCodes)).toEqual([['J02.9', 'J45.20', 'E11.9']]);
      const records = changed<Provenance>(world, 'Provenance', 'companion');
      expect(JSON.stringify(records)).toContain('evidence-misread');
      expect(records.filter((each) => JSON.stringify(each).includes('log-anchor'))).toHaveLength(1);
      for (const { target } of records) expect(target.some(({ reference, identifier }) => reference?.startsWith('Claim/') || identifier?.system === world.ehr.fhirBase)).toBe(true);
      return;
    }
    const documents = changed<DocumentReference>(world, 'DocumentReference');
    const [statement, head, ...others] = documents.toSorted((a, b) => (a.docStatus ?? '').localeCompare(b.docStatus ?? '')).map(textIn);
    expect(others).toEqual([]);
    expect(statement).toMatch(/^Countersign record: countersignature\nCountersigned by Adaeze Okafor, MD/);
    expect(statement).toContain('Remove J18.9 Pneumonia, unspecified organism: accepted');
    expect(statement).toContain('Change J45.909 to J45.20 Mild intermittent asthma, uncomplicated: accepted');
    expect(statement).toContain('Remove E11.9 Type 2 diabetes mellitus without complications: rejected (evidence-misread)');
    expect(statement).not.toMatch(/mother|No pneumonia/i);
    expect(head).toMatch(/^Countersign record: head of the review log/);
    const again = await openReview(world, { slug: 'unsupported-diagnosis' });
    await again.page.getByRole('button', { name: '2 notes read' }).waitFor();
  });

  test('what was rejected stays away, with a companion server on every machine, else on this device alone, and the app says so', async () => {
    const { page, context } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await reject(page, 'E11.9', 'The evidence was misread');
    await countersign(page, ['E11.9']);
    expect(await ending(page)).toBe('Countersigned and written');
    const here = await openTab(world, context, { slug: 'unsupported-diagnosis' });
    await here.getByText('1 rejected item from before').waitFor();
    expect(await card(here, 'E11.9').count()).toBe(0);
    const { page: elsewhere } = await openReview(world, { slug: 'unsupported-diagnosis' });
    expect(await card(elsewhere, 'E11.9').count()).toBe(hasCompanion ? 0 : 1);
    await elsewhere.getByRole('button', { name: /notes? read/ }).click();
    await elsewhere.getByText(hasCompanion ? /^Signed decisions are remembered on the site’s companion server/ : /^Signed decisions are remembered on this device only/).waitFor();
  });

  test('what is to be done by hand waits in the outbox when the tab was closed first, and is then done', async () => {
    const { page, context } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await accept(page, 'J18.9');
    await countersign(page, ['J18.9']);
    expect(await ending(page)).toBe('Countersigned; 1 to do by hand');
    await page.close();
    const again = await openTab(world, context, { slug: 'unsupported-diagnosis' });
    await again.getByRole('region', { name: 'Outbox' }).getByText(/1 is to do by hand/).waitFor();
    await again.getByRole('button', { name: 'Finish' }).click();
    expect(await takeOver(again, 'Withdraw J18.9')).toContain('copied at');
    expect(await ending(again)).toBe('Countersigned, written and handed over');
    await again.getByRole('button', { name: 'Back to review' }).click();
    await card(again, 'J18.9').getByText('the record does not show it yet').waitFor();
    expect(await again.getByRole('region', { name: 'Outbox' }).count()).toBe(0);
  });

  test('a problem goes to the problem list as provisional, with who countersigned it', async () => {
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByRole('combobox', { name: 'Goes to' }).selectOption({ label: 'Problem list instead' });
    await accept(page, 'F17.210');
    await countersign(page, ['F17.210']);
    await ending(page);
    const [problem, ...others] = changed<Condition>(world, 'Condition');
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ category: [{ coding: [{ code: 'problem-list-item' }] }], verificationStatus: { coding: [{ code: 'provisional' }] }, code: { coding: [{ code: 'F17.210' }] } });
    expect(problem?.note?.[0]?.text).toContain('Adaeze Okafor');
  });

  test('a proposal is filed as a preliminary note for the clinician; over a companion server it comes as a card, and its answer back', async () => {
    const coder = await openReview(world, { slug: 'hypertension-unrecorded', role: 'coder' });
    await accept(coder.page, 'F17.210', /not proposed yet/);
    await propose(coder.page, ['F17.210']);
    expect(await ending(coder.page)).toBe('Proposed and sent');
    expect(changed<Condition>(world, 'Condition')).toEqual([]);
    if (!hasCompanion) {
      const [note] = changed<DocumentReference>(world, 'DocumentReference').filter((each) => textIn(each).includes('proposal'));
      expect(note).toMatchObject({ docStatus: 'preliminary', context: { encounter: [{ reference: 'Encounter/hypertension-unrecorded-visit' }] } });
      expect(textIn(note as DocumentReference)).toContain('F17.210');
      await coder.page.getByRole('button', { name: 'Back to review' }).click();
      await coder.page.getByRole('region', { name: 'Your proposals' }).getByText(/Filed as a document on/).waitFor();
      expect(await card(coder.page, 'F17.210').count()).toBe(0);
      return;
    }
    expect(changed<Task>(world, 'Task', 'companion')).toMatchObject([{ status: 'requested', intent: 'proposal' }]);
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByText('Proposed by Suresh Iyer').waitFor();
    await reject(page, 'F17.210', 'Not addressed this visit');
    await countersign(page, ['F17.210']);
    expect(await ending(page)).toBe('Countersigned and written');
    expect(changed<Task>(world, 'Task', 'companion')).toMatchObject([{ status: 'rejected' }]);
    await coder.page.getByRole('button', { name: 'Back to review' }).click();
    const own = coder.page.getByRole('region', { name: 'Your proposals' });
    await own.getByText('Declined').waitFor();
    await own.getByText('Not addressed this visit').waitFor();
  });

  test('to the clinician, a question that nobody asked is a draft to copy', async () => {
    const { page, context } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const question = page.getByRole('article').filter({ has: page.getByRole('button', { name: 'Copy the question' }) });
    await question.getByText('Draft', { exact: true }).waitFor();
    expect(await question.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    await question.getByRole('button', { name: 'Copy the question' }).click();
    await expect.poll(() => clipboard(page)).toMatch(/Clinical indicators:\n- Systolic blood pressure: \d+ mmHg on 22\sOct\s2026/);
    for (const kind of ['DocumentReference', 'Condition'] as const) expect(changed(world, kind)).toEqual([]);
  });
});
