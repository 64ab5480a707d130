import type { DocumentReference } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask, question, questionsAt, SLUG, TITLE, unfolded } from '../journey/questions.ts';
import { changed, openReview, openWorld, textIn, type World } from '../journey/support.ts';

questionsAt('Epic beside a companion server', { ehrProfile: 'epic', companion: true }, 'companion');
questionsAt('Oracle Health beside a companion server', { ehrProfile: 'oracle', companion: true }, 'companion');

describe('at Epic alone', () => {
  let world: World;
  beforeAll(async () => { world = await openWorld({ ehrProfile: 'epic' }); });
  beforeEach(() => world.reset());
  afterAll(() => world.close());

  test('a question is filed as a document that is no evidence, and says that no answer comes back', async () => {
    const cdi = await openReview(world, { slug: SLUG, role: 'cdi' });
    await ask(cdi.page);
    await cdi.page.getByRole('heading', { level: 1, name: 'Question sent and written' }).waitFor();
    await cdi.page.getByText('no answer comes back here').waitFor();
    const filed = changed<DocumentReference>(world, 'DocumentReference').map(textIn).filter((text) => text.includes('question to the clinicians'));
    expect(filed).toHaveLength(1);
    expect(filed[0]).toContain(`${TITLE}\nClinical indicators:\n- `);
    expect(filed[0]).toContain('[ ] Other (please specify)\n[ ] Unable to determine');
    const { page } = await openReview(world, { slug: SLUG });
    expect(await page.getByText('Countersign record').count()).toBe(0);
    await unfolded(page);
    await question(page).getByText('A draft to read and copy').waitFor();
  });
});
