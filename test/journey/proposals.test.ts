import type { Claim, Condition, Task } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { accept, card, changed, claimCodes, countersign, ending, openReview, openWorld, propose, reject, written, type World } from './support.ts';

/** A CDI specialist proposes two additions; the clinician countersigns one and declines the other; both see what became of it. */
describe.each([['as an unconfirmed Condition, a draft Claim and a Task', 'condition-claim-task'], ['as a Task alone', 'task-only']] as const)('proposed %s', (_, policy) => {
  let world: World;
  beforeAll(async () => { world = await openWorld(policy === 'task-only' ? { policy: { proposals: policy, escalate: { ...DEFAULT_POLICY.escalate, highRiskCodes: ['E03'] } } } : {}); });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  test('one accepted, one declined with a reason, and the proposer sees both', async () => {
    const cdi = await openReview(world, { slug: 'busy-chart', role: 'cdi' });
    await accept(cdi.page, 'E03.9', /not proposed yet/);
    await accept(cdi.page, 'I48.21', /not proposed yet/);
    expect(await cdi.page.getByRole('button', { name: /Countersign/ }).count()).toBe(0);
    await propose(cdi.page, ['E03.9', 'I48.21']);
    expect(await ending(cdi.page)).toBe('Proposed and sent');

    const tasks = changed<Task>(world, 'Task');
    expect(tasks.map(({ status, intent, owner }) => [status, intent, owner?.reference])).toEqual(Array.from({ length: 2 }, () => ['requested', 'proposal', 'Practitioner/dr-okafor']));
    const proposed = changed<Condition>(world, 'Condition');
    expect(proposed.map(({ verificationStatus, code, asserter }) => [code?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code, asserter])).toEqual(policy === 'task-only' ? [] : [['E03.9', 'unconfirmed', undefined]]);
    for (const { meta } of proposed) expect(meta?.security?.map(({ code }) => code)).toContain('AIAST');
    const claim = await readClaim();
    expect(claimCodes(claim)).not.toContain('E03.9');

    const { page } = await openReview(world, { slug: 'busy-chart' });
    await card(page, 'E03.9').getByText('Proposed by Ruth Brandt').waitFor();
    await card(page, 'I48.21').getByText('Proposed by Ruth Brandt').waitFor();
    expect(await page.getByRole('button', { name: /Propose/ }).count()).toBe(0);
    await accept(page, 'E03.9');
    await reject(page, 'I48.21', 'Other', 'Permanent since spring only by history');
    await countersign(page, ['E03.9', 'I48.21']);
    await written(page);

    const conditions = changed<Condition>(world, 'Condition');
    expect(conditions.map(({ verificationStatus, code }) => [code?.coding?.[0]?.code, verificationStatus?.coding?.[0]?.code])).toEqual([['E03.9', 'confirmed']]);
    expect(claimCodes(await readClaim())).toContain('E03.9');
    expect(claimCodes(await readClaim())).not.toContain('I48.21');
    expect(changed<Task>(world, 'Task').map(({ status }) => status).toSorted()).toEqual(['completed', 'rejected']);

    await cdi.page.getByRole('button', { name: 'Back to review' }).click();
    const own = cdi.page.getByRole('region', { name: 'Your proposals' });
    await own.getByRole('listitem').filter({ hasText: 'E03.9' }).getByText('Accepted').waitFor();
    const declined = own.getByRole('listitem').filter({ hasText: 'I48.21' });
    await declined.getByText('Declined').waitFor();
    await declined.getByText('Permanent since spring only by history').waitFor();
    expect(await cdi.page.getByText('Proposed by').count()).toBe(0);
  });

  test.runIf(policy === 'task-only')('what takes a second person by the site’s policy is sent by the first and signed by the other; nothing opens on a broken policy', async () => {
    const first = await openReview(world, { slug: 'busy-chart' });
    await accept(first.page, 'E03.9');
    await first.page.getByRole('button', { name: /Countersign/ }).click();
    await first.page.getByRole('checkbox', { name: /E03\.9/ }).check();
    await first.page.getByRole('region', { name: 'A second person' }).getByText('E03 is on the site\'s list of high-risk codes').waitFor();
    await first.page.getByRole('button', { name: 'Send to a second person: 1 item' }).click();
    expect(await ending(first.page)).toBe('Proposed and sent');
    expect(changed<Condition>(world, 'Condition')).toEqual([]);

    const { page } = await openReview(world, { slug: 'busy-chart', person: 'np-lindqvist' });
    await card(page, 'E03.9').getByText('Proposed by Adaeze Okafor, MD').waitFor();
    await accept(page, 'E03.9');
    await countersign(page, ['E03.9']);
    await written(page);
    expect(changed<Condition>(world, 'Condition').map(({ verificationStatus }) => verificationStatus?.coding?.[0]?.code)).toEqual(['confirmed']);

    await page.route('**/site-policy.json', (route) => route.fulfill({ json: { openCard: 3 } }));
    await page.reload();
    await page.getByRole('heading', { name: 'This site’s policy file is not in order, so nothing is shown.' }).waitFor();
    await page.getByText('Is openCards meant?').waitFor();
  });

  test.runIf(policy !== 'task-only')('of two clinicians who answer it, the first one counts, and the other is told whose answer stands', async () => {
    const cdi = await openReview(world, { slug: 'busy-chart', role: 'cdi' });
    await accept(cdi.page, 'E03.9', /not proposed yet/);
    await propose(cdi.page, ['E03.9']);
    await ending(cdi.page);
    const [one, other] = await Promise.all([openReview(world, { slug: 'busy-chart' }), openReview(world, { slug: 'busy-chart', person: 'np-lindqvist' })]);
    await accept(one.page, 'E03.9');
    await reject(other.page, 'E03.9', 'Not clinically valid');
    await countersign(one.page, ['E03.9']);
    await written(one.page);
    await countersign(other.page, ['E03.9']);
    await other.page.getByText('E03.9 was signed for this encounter by Adaeze Okafor, MD').waitFor();
    expect(changed<Task>(world, 'Task').map(({ status }) => status)).toEqual(['completed']);
    expect(changed<Condition>(world, 'Condition').map(({ verificationStatus }) => verificationStatus?.coding?.[0]?.code)).toEqual(['confirmed']);
  });

  test('cancelled by the proposer before anybody answered, it is gone for the clinician', async () => {
    const coder = await openReview(world, { slug: 'hypertension-unrecorded', role: 'coder' });
    await accept(coder.page, 'F17.210', /not proposed yet/);
    await propose(coder.page, ['F17.210']);
    await ending(coder.page);
    await coder.page.getByRole('button', { name: 'Back to review' }).click();
    await coder.page.getByRole('button', { name: 'Cancel the proposal of F17.210' }).click();
    expect(await ending(coder.page)).toBe('Proposal cancelled and sent');
    expect(changed<Task>(world, 'Task').map(({ status }) => status)).toEqual(['cancelled']);
    const gone = policy === 'task-only' ? [] : ['entered-in-error'];
    expect(changed<Condition>(world, 'Condition').map(({ verificationStatus }) => verificationStatus?.coding?.[0]?.code)).toEqual(gone);
    expect(await coder.page.getByText('Only a clinician changes a claim.').count()).toBe(gone.length);

    const { page } = await openReview(world, { slug: 'hypertension-unrecorded' });
    await card(page, 'F17.210').getByRole('button', { name: 'Accept' }).waitFor();
    expect(await page.getByText('Proposed by').count()).toBe(0);
  });

  async function readClaim(): Promise<Claim> {
    return world.ehr.store.read('Claim', 'busy-chart-claim')?.resource as Claim;
  }
});
