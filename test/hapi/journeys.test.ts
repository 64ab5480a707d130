import type { Bundle, Claim, Condition, DocumentReference, Encounter, FhirResource, Provenance, Task } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accept, card, changed, claimCodes, countersign, ending, openInShell, openReview, openWorld, propose, readFhir, reject, takeOver, textIn, written, type World } from '../journey/support.ts';
import { emptyHapi } from './hapi.ts';

const HAPI = process.env['COUNTERSIGN_HAPI'] ?? '';

describe('in front of HAPI as the EHR\'s server', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ upstream: { fhir: HAPI, empty: emptyHapi } }); });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  it('two removals, a more specific code and a rejection: reviewed, countersigned, and in the chart once', async () => {
    const { page, errors, strayed } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J18.9');
    await accept(page, 'J45.20');
    await reject(page, 'E11.9', 'The evidence was misread');
    await countersign(page, ['J18.9', 'J45.20', 'E11.9']);
    await written(page);
    expect({ errors, strayed }).toEqual({ errors: [], strayed: [] });

    const pneumonia = await readFhir<Condition>(world, 'Condition/unsupported-diagnosis-dx-pneumonia');
    expect([pneumonia.verificationStatus?.coding?.[0]?.code, pneumonia.meta?.versionId]).toEqual(['refuted', '2']);
    const asthma = await readFhir<Condition>(world, 'Condition/unsupported-diagnosis-dx-asthma');
    expect([asthma.code?.coding?.[0]?.code, asthma.meta?.versionId]).toEqual(['J45.20', '2']);
    expect((await readFhir<Condition>(world, 'Condition/unsupported-diagnosis-dx-diabetes')).meta?.versionId).toBe('1');
    const claim = await readFhir<Claim>(world, 'Claim/unsupported-diagnosis-claim');
    expect([claimCodes(claim), claim.meta?.versionId]).toEqual([['J02.9', 'J45.20', 'E11.9'], '2']);
    const visit = await readFhir<Encounter>(world, 'Encounter/unsupported-diagnosis-visit');
    expect(visit.diagnosis?.map(({ condition }) => condition.reference)).not.toContain('Condition/unsupported-diagnosis-dx-pneumonia');
    await expect.poll(async () => (await standing<Provenance>(HAPI, 'Provenance')).filter((each) => JSON.stringify(each).includes('log-anchor')).length).toBe(1);
    const records = await standing<Provenance>(HAPI, 'Provenance');
    expect(JSON.stringify(records)).toContain('evidence-misread');
    expect(new Set(records.flatMap(({ meta }) => meta?.tag?.flatMap(({ system, code }) => (system?.endsWith('/step') === true ? [code] : [])) ?? [])).size).toBe(records.length);

    const colleague = await openReview(world, { slug: 'unsupported-diagnosis', person: 'np-lindqvist' });
    await colleague.page.getByText('1 rejected item from before').waitFor();
    for (const code of ['J18.9', 'J45.20', 'E11.9']) expect([code, await card(colleague.page, code).count()]).toEqual([code, 0]);
  });

  it('a proposal is countersigned in place, another declined, and the proposer sees both', async () => {
    const cdi = await openReview(world, { slug: 'busy-chart', role: 'cdi' });
    await accept(cdi.page, 'E03.9', /not proposed yet/);
    await accept(cdi.page, 'I48.21', /not proposed yet/);
    await propose(cdi.page, ['E03.9', 'I48.21']);
    expect(await ending(cdi.page)).toBe('Proposed and sent');
    const [proposed] = await conditionsOf('E03.9');
    expect(proposed).toMatchObject({ verificationStatus: { coding: [{ code: 'unconfirmed' }] } });

    const { page } = await openReview(world, { slug: 'busy-chart' });
    await card(page, 'E03.9').getByText('Proposed by Ruth Brandt').waitFor();
    await accept(page, 'E03.9');
    await reject(page, 'I48.21', 'Not clinically valid');
    await countersign(page, ['E03.9', 'I48.21']);
    await written(page);
    expect((await conditionsOf('E03.9')).map(({ id, verificationStatus }) => [id, verificationStatus?.coding?.[0]?.code])).toEqual([[proposed?.id, 'confirmed']]);
    expect((await standing<Task>(HAPI, 'Task')).filter(({ intent }) => intent === 'proposal').map(({ status }) => status).toSorted()).toEqual(['completed', 'rejected']);

    await cdi.page.getByRole('button', { name: 'Back to review' }).click();
    const own = cdi.page.getByRole('region', { name: 'Your proposals' });
    await own.getByRole('listitem').filter({ hasText: 'E03.9' }).getByText('Accepted').waitFor();
    await own.getByRole('listitem').filter({ hasText: 'I48.21' }).getByText('Not clinically valid').waitFor();
  });

  it('what was signed is taken back in HAPI, too', async () => {
    const { page } = await openReview(world, { slug: 'busy-chart' });
    await accept(page, 'E03.9');
    await countersign(page, ['E03.9']);
    await written(page);
    await page.getByRole('button', { name: 'Back to review' }).click();
    await page.getByText('Signed on this visit').click();
    await page.getByRole('button', { name: 'Take back E03.9' }).click();
    await page.getByRole('checkbox', { name: 'E03.9' }).check();
    await page.getByRole('button', { name: 'Sign and write 1 item' }).click();
    await written(page);
    expect((await conditionsOf('E03.9')).map(({ verificationStatus }) => verificationStatus?.coding?.[0]?.code)).toEqual(['entered-in-error']);
    expect(claimCodes(await readFhir<Claim>(world, 'Claim/busy-chart-claim'))).not.toContain('E03.9');
  });

  /** Of the long chart's visit. */
  async function conditionsOf(code: string): Promise<readonly Condition[]> {
    return (await standing<Condition>(HAPI, 'Condition', 'encounter=Encounter/busy-chart-visit')).filter((each) => each.code?.coding?.[0]?.code === code);
  }
});

describe.each(['epic', 'oracle'] as const)('beside %s, HAPI as the companion server', (ehrProfile) => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ ehrProfile, companion: HAPI }); });
  beforeEach(async () => { await emptyHapi(); await world.reset(); });
  afterAll(() => world.close());

  it('takes the claim and the head of the log; what the EHR takes by hand alone is handed over; all of it is found again by a hash of the visit', async () => {
    const { app, strayed } = await openInShell(world, 'Lindholm');
    await accept(app, 'J18.9');
    await accept(app, 'J45.20');
    await reject(app, 'E11.9', 'The evidence was misread');
    await countersign(app, ['J18.9', 'J45.20', 'E11.9']);
    await ending(app);
    await takeOver(app, 'Withdraw J18.9');
    if (ehrProfile === 'epic') await takeOver(app, 'Change J45.909 to J45.20');
    expect(await ending(app)).toBe('Countersigned, written and handed over');
    expect(strayed).toEqual([]);
    expect((await standing<Claim>(HAPI, 'Claim')).map(claimCodes)).toEqual([['J02.9', 'J45.20', 'E11.9']]);
    await expect.poll(async () => (await standing<Provenance>(HAPI, 'Provenance')).filter((each) => JSON.stringify(each).includes('log-anchor')).length).toBe(1);
    const records = await standing<Provenance>(HAPI, 'Provenance');
    for (const { meta } of records) expect(meta?.tag?.map(({ system }) => system)).toContain('https://countersign.dev/fhir/subject');
    expect(changed<DocumentReference>(world, 'DocumentReference')).toEqual([]);
    if (ehrProfile === 'epic') expect(JSON.stringify(records)).toContain('evidence-misread');

    const colleague = await openReview(world, { slug: 'unsupported-diagnosis', person: 'np-lindqvist' });
    await colleague.page.getByText('1 rejected item from before').waitFor();
    expect(await card(colleague.page, 'E11.9').count()).toBe(0);
  });

  it('carries a proposal to the clinician and the answer back', async () => {
    const coder = await openReview(world, { slug: 'hypertension-unrecorded', role: 'coder' });
    await accept(coder.page, 'F17.210', /not proposed yet/);
    await propose(coder.page, ['F17.210']);
    expect(await ending(coder.page)).toBe('Proposed and sent');
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByText('Proposed by Suresh Iyer').waitFor();
    await reject(page, 'F17.210', 'Not addressed this visit');
    await countersign(page, ['F17.210']);
    await ending(page);
    // Oracle Health keeps a proposal as provisional, and lets no app mark it as entered in error.
    if (ehrProfile === 'oracle') await takeOver(page, 'Withdraw the proposed F17.210');
    expect(await ending(page)).toBe(ehrProfile === 'oracle' ? 'Countersigned, written and handed over' : 'Countersigned and written');
    expect((await standing<Task>(HAPI, 'Task')).map(({ status }) => status)).toEqual(['rejected']);
    await coder.page.getByRole('button', { name: 'Back to review' }).click();
    await coder.page.getByRole('region', { name: 'Your proposals' }).getByText('Not addressed this visit').waitFor();
  });
});

describe('Epic, imitated in front of HAPI', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ ehrProfile: 'epic', upstream: { fhir: HAPI, empty: emptyHapi } }); });
  afterAll(() => world.close());

  it('a problem and the statement are written to HAPI as Epic takes them, and what it does not take never reaches HAPI', async () => {
    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByRole('combobox', { name: 'Goes to' }).selectOption({ label: 'Problem list instead' });
    await accept(page, 'F17.210');
    await countersign(page, ['F17.210']);
    await written(page);
    const added = (await standing<Condition>(HAPI, 'Condition', 'patient=Patient/hypertension-unrecorded')).filter(({ id }) => id !== 'hypertension-unrecorded-dx-rhinitis');
    expect(added).toMatchObject([{ verificationStatus: { coding: [{ code: 'provisional' }] }, category: [{ coding: [{ code: 'problem-list-item' }] }] }]);
    const notes = (await standing<DocumentReference>(HAPI, 'DocumentReference', 'patient=Patient/hypertension-unrecorded')).filter(({ type }) => type?.text === 'Countersign record').map(textIn);
    expect(notes.filter((text) => text.includes('F17.210') && text.startsWith('Countersign record: countersignature'))).toHaveLength(1);
    expect(await standing<Provenance>(HAPI, 'Provenance')).toEqual([]);
  });
});

/** All that stand there of one kind: HAPI gives fifty a page. */
async function standing<T extends FhirResource>(base: string, kind: T['resourceType'], query = ''): Promise<readonly T[]> {
  const found: T[] = [];
  for (let at: string | undefined = `${base}/${kind}?_count=50&${query}`; at !== undefined;) {
    const bundle = (await (await fetch(at)).json()) as Bundle<T>;
    found.push(...(bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource])));
    at = bundle.link?.find(({ relation }) => relation === 'next')?.url;
  }
  return found;
}
