import { AxeBuilder } from '@axe-core/playwright';
import type { Provenance, Questionnaire, QuestionnaireResponse, Task } from 'fhir/r4';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changed, openReview, openWorld, type World } from './support.ts';

export const TITLE = 'Clinical significance of blood pressure readings';
export const SLUG = 'hypertension-unrecorded';

/** A CDI specialist asks, the clinician answers, and whoever asked reads the answer: the same journey at each server. */
export function questionsAt(name: string, options: Parameters<typeof openWorld>[0], place: 'ehr' | 'companion'): void {
  describe(`at ${name}`, () => {
    let world: World;
    beforeAll(async () => { world = await openWorld(options); });
    beforeEach(() => world.reset());
    afterAll(() => world.close());

    test('asked, answered with one of the options, and read by whoever asked', async () => {
      const cdi = await openReview(world, { slug: SLUG, role: 'cdi' });
      await ask(cdi.page);
      await cdi.page.getByRole('heading', { level: 1, name: 'Question sent and written' }).waitFor();
      const [task, ...others] = changed<Task>(world, 'Task', place);
      expect(others).toEqual([]);
      expect(task).toMatchObject({ status: 'requested', intent: 'proposal', code: { coding: [{ code: 'query' }] }, focus: { reference: '#question' }, contained: [{ resourceType: 'Questionnaire', status: 'active', title: TITLE }] });
      expect(JSON.stringify(task)).not.toMatch(/\$|reimburs|payment|severity|DRG|HCC|RAF/i);

      await cdi.page.getByRole('button', { name: 'Back to review' }).click();
      const own = cdi.page.getByRole('region', { name: 'Your questions' });
      await own.getByText('Waiting for an answer').waitFor();
      expect(await question(cdi.page).count()).toBe(0);
      await accessible(cdi.page, 'own questions');

      const { page, errors, strayed } = await openReview(world, { slug: SLUG });
      await unfolded(page);
      const asked = question(page);
      await asked.getByText('Asked by Ruth Brandt').waitFor();
      expect(await asked.getByRole('radio', { checked: true }).count()).toBe(0);
      expect(await page.getByRole('button', { name: /Send this question/ }).count()).toBe(0);
      await accessible(page, 'a question');
      await asked.getByRole('radio').first().focus();
      await page.keyboard.press('u');
      expect(await asked.getByRole('radio', { name: 'Unable to determine' }).isChecked()).toBe(true);
      await page.keyboard.press('1');
      expect(await asked.getByRole('radio').first().isChecked()).toBe(true);
      await asked.getByRole('button', { name: 'Answer' }).click();
      await page.getByText('I answered this question myself').waitFor();
      await page.getByText('In this EHR').or(page.getByText('On the site’s companion server')).waitFor();
      await accessible(page, 'signing an answer');
      await sign(page);
      await page.getByRole('heading', { level: 1, name: 'Answered and written' }).waitFor();
      await accessible(page, 'receipts of an answer');

      const form = task?.contained?.[0] as Questionnaire | undefined;
      const chosen = form?.item?.find(({ linkId }) => linkId === 'answer')?.answerOption?.[0]?.valueCoding;
      const [response, ...more] = changed<QuestionnaireResponse>(world, 'QuestionnaireResponse', place);
      expect(more).toEqual([]);
      expect(response).toMatchObject({ status: 'completed', questionnaire: form?.url, item: [{ linkId: 'answer', answer: [{ valueCoding: chosen }] }], author: { display: 'Adaeze Okafor, MD' } });
      expect(changed<Task>(world, 'Task', place).map(({ status }) => status)).toEqual(['completed']);
      const records = changed<Provenance>(world, 'Provenance', place).filter((each) => JSON.stringify(each).includes('I answered this question myself'));
      expect(records.map(({ target }) => target[0]?.reference?.split('/_history')[0])).toEqual([`QuestionnaireResponse/${response?.id}`]);
      expect(changed(world, 'Condition')).toEqual([]);

      await page.getByRole('button', { name: 'Back to review' }).click();
      await page.getByRole('region', { name: 'Questions closed on this visit' }).getByText(chosen?.display ?? 'an option').waitFor();
      expect(await question(page).count()).toBe(0);

      await cdi.page.getByRole('button', { name: 'Read the record again' }).click();
      const answered = cdi.page.getByRole('region', { name: 'Your questions' }).getByRole('listitem');
      await answered.getByText('Answered:').waitFor();
      await answered.getByText(chosen?.display ?? 'an option').waitFor();
      await answered.getByText('by Adaeze Okafor, MD').waitFor();
      expect({ errors: [...errors, ...cdi.errors].filter((error) => !error.includes('404')), strayed: [...strayed, ...cdi.strayed] }).toEqual({ errors: [], strayed: [] });
    });

    test('answered in other words by one clinician: the other, who began before, is held back', async () => {
      const cdi = await openReview(world, { slug: SLUG, role: 'cdi' });
      await ask(cdi.page);
      await cdi.page.getByRole('heading', { level: 1, name: 'Question sent and written' }).waitFor();
      const [one, two] = [await openReview(world, { slug: SLUG }), await openReview(world, { slug: SLUG })];
      await answerInWords(two.page, 'Elevated reading only');
      await answerInWords(one.page, 'White-coat readings, will watch', 'Hypertension of another type (please specify the type)');
      await sign(one.page);
      await one.page.getByRole('heading', { level: 1, name: 'Answered and written' }).waitFor();
      await sign(two.page);
      await two.page.getByRole('alert').getByText('Somebody answered this question').waitFor();
      const [response, ...more] = changed<QuestionnaireResponse>(world, 'QuestionnaireResponse', place);
      expect(more).toEqual([]);
      expect(JSON.stringify(response)).toContain('White-coat readings, will watch');
      await two.page.getByRole('button', { name: 'Back to review' }).click();
      await unfolded(two.page);
      expect(await question(two.page).getByRole('textbox').inputValue()).toBe('Elevated reading only');
    });

    test('taken back by whoever asked, with the reason, it asks nobody any more, and can be asked again', async () => {
      const cdi = await openReview(world, { slug: SLUG, role: 'cdi' });
      await ask(cdi.page);
      await cdi.page.getByRole('heading', { level: 1, name: 'Question sent and written' }).waitFor();
      await cdi.page.getByRole('button', { name: 'Back to review' }).click();
      await cdi.page.getByRole('button', { name: `Take back the question: ${TITLE}` }).click();
      await cdi.page.keyboard.type('Documented meanwhile');
      await accessible(cdi.page, 'taking a question back');
      await cdi.page.keyboard.press('Enter');
      await cdi.page.getByRole('heading', { level: 1, name: 'Question taken back and sent' }).waitFor();
      expect(changed<Task>(world, 'Task', place).map(({ status, businessStatus, statusReason }) => [status, businessStatus?.text, statusReason?.text])).toEqual([['cancelled', 'withdrawn', 'Documented meanwhile']]);
      await cdi.page.getByRole('button', { name: 'Back to review' }).click();
      await cdi.page.getByText('Documented meanwhile').waitFor();
      await unfolded(cdi.page);
      await cdi.page.getByRole('button', { name: 'Send this question' }).waitFor();
      const { page } = await openReview(world, { slug: SLUG });
      await unfolded(page);
      expect(await question(page).getByRole('button', { name: 'Answer' }).count()).toBe(0);
    });
  });
}

export function question(page: Page): Locator {
  return page.getByRole('article', { name: TITLE });
}

/** Its group may be folded behind what comes first. */
export async function unfolded(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^Questions for you/ }).waitFor();
  const more = page.locator('#more-questions');
  if (await more.count() > 0) await more.click();
}

export async function ask(page: Page): Promise<void> {
  await unfolded(page);
  await question(page).getByRole('button', { name: 'Send this question' }).click();
  await page.getByRole('heading', { level: 1, name: 'Send a question' }).waitFor();
  await page.getByText('What will be sent').waitFor();
  await accessible(page, 'sending a question');
  await composed(page);
  expect(await page.getByRole('checkbox').isChecked()).toBe(false);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Send the question' }).click();
}

/** What leads or rests on nothing is told beside it, and is not sent; an indicator comes from the record. */
async function composed(page: Page): Promise<void> {
  const words = page.getByRole('textbox', { name: 'Question' });
  const drafted = await words.inputValue();
  await words.fill('Please document hypertension in your next note.');
  await page.locator('#found-question li').first().waitFor();
  await page.getByRole('checkbox').check();
  expect(await page.getByRole('button', { name: 'Send the question' }).isDisabled()).toBe(true);
  await accessible(page, 'a question that breaks a rule');
  await page.getByRole('checkbox').uncheck();
  await words.fill(drafted);
  await page.getByRole('searchbox', { name: 'Add from the record' }).fill('mmHg');
  await page.getByRole('list', { name: 'Found in the record' }).getByRole('button').first().waitFor();
  await accessible(page, 'picking an indicator');
  await page.getByText('What will be sent').waitFor();
}

async function answerInWords(page: Page, words: string, option = 'Other'): Promise<void> {
  await unfolded(page);
  await question(page).getByRole('radio', { name: option, exact: true }).check();
  await question(page).getByRole('textbox', { name: 'In your words' }).fill(words);
  await question(page).getByRole('button', { name: 'Answer' }).click();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Sign and write the answer' }).click();
}

async function accessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect({ screen, violations: violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]) }).toEqual({ screen, violations: [] });
}
