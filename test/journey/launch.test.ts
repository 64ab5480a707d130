import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  accept, card, changeFhir, countersign, endAccessTokens, launchAddress, openPage, openReview, openWorld, reviewOpen, written, type World,
} from './support.ts';

let world: World;
beforeAll(async () => { world = await openWorld(); });
beforeEach(() => world.reset());
afterAll(() => world.close());

describe('in the EHR', () => {
  test('a clinician opens a chart, launches the app beside it, countersigns, and sees the chart change', async () => {
    const { page, errors, strayed } = await openPage(world, { viewport: { width: 1440, height: 900 } });
    await page.goto(world.ehr.url);
    await page.getByRole('button', { name: /Lindholm/ }).click();
    await page.getByRole('button', { name: 'Launch Countersign' }).click();
    const app = page.frameLocator('iframe[title="Countersign"]');
    await reviewOpen(app);
    await accept(app, 'J45.20');
    await countersign(app, ['J45.20']);
    await written(app);

    const diagnoses = page.getByRole('region', { name: /^Encounter diagnoses/ });
    const asthma = diagnoses.getByRole('listitem').filter({ hasText: 'J45.20' });
    await asthma.waitFor();
    expect(await asthma.innerText()).toContain('Mild intermittent asthma');
    await page.getByText(/resources were written since you opened the chart/).waitFor();
    const claim = page.getByRole('region', { name: /^Claims/ });
    await claim.getByText('J45.20').waitFor();
    expect({ errors, strayed }).toEqual({ errors: [], strayed: [] });
  });

  test('the patient is named where the EHR asks for it, and only there', async () => {
    const asked = await openReview(world, { slug: 'unsupported-diagnosis', needPatientBanner: true });
    expect(await asked.page.getByRole('banner').innerText()).toContain('Lindholm');
    const silent = await openReview(world, { slug: 'unsupported-diagnosis', needPatientBanner: false });
    expect(await silent.page.getByRole('banner').innerText()).not.toContain('Lindholm');
  });

  test('a launch without an encounter asks which one', async () => {
    const { page } = await openPage(world);
    await page.goto(await launchAddress(world, { slug: 'unsupported-diagnosis', encounter: null }));
    await page.getByRole('heading', { name: 'Choose an encounter' }).waitFor();
    await page.getByText('No encounter came with the launch. Choose one.').waitFor();
    await page.getByRole('button', { name: /finished|in-progress/ }).first().click();
    await reviewOpen(page);
    await card(page, 'J18.9').waitFor();
  });

  test('a token response without a patient asks for one', async () => {
    const { page } = await openPage(world);
    await page.route('**/auth/token', async (route) => {
      const reply = await route.fetch();
      const { patient: _patient, encounter: _encounter, ...rest } = (await reply.json()) as Record<string, unknown>;
      await route.fulfill({ response: reply, json: rest });
    });
    await page.goto(await launchAddress(world, { slug: 'unsupported-diagnosis' }));
    await page.getByText('No patient came with the launch. Choose one.').waitFor();
    await page.getByRole('searchbox', { name: 'Name' }).fill('Lindholm');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('button', { name: /Lindholm/ }).click();
    await page.getByRole('button', { name: /finished|in-progress/ }).first().click();
    await reviewOpen(page);
    await card(page, 'J18.9').waitFor();
  });
});

describe('standalone', () => {
  test('a clinician signs in, picks the patient and the encounter', async () => {
    const { page, errors, strayed } = await openPage(world);
    await page.goto(`${world.ehr.url}/app/launch.html`);
    await page.getByRole('heading', { name: 'Who is signing in?' }).waitFor();
    await page.getByRole('button', { name: /Okafor/ }).click();
    await page.getByRole('heading', { name: 'Choose a patient' }).waitFor();
    await page.getByRole('searchbox', { name: 'Name' }).fill('nobody of this name');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByText('No patient of that name.').waitFor();
    await page.getByRole('searchbox', { name: 'Name' }).fill('lindh');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Lindholm/ }).click();
    await page.getByRole('button', { name: /finished|in-progress/ }).first().click();
    await reviewOpen(page);
    await card(page, 'J18.9').waitFor();
    expect(await page.getByRole('banner').innerText()).toContain('Lindholm');
    expect({ errors, strayed }).toEqual({ errors: [], strayed: [] });
  });

  test('the EHR\'s own link opens the app in a tab of its own', async () => {
    const { page, context } = await openPage(world, { viewport: { width: 1440, height: 900 } });
    await page.goto(world.ehr.url);
    await page.getByRole('button', { name: /Lindholm/ }).click();
    const [tab] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open standalone' }).click()]);
    await tab.getByRole('heading', { name: 'Who is signing in?' }).waitFor();
  });

  test('somebody who cancels the sign-in is told how to go on', async () => {
    const { page } = await openPage(world);
    await page.goto(`${world.ehr.url}/app/launch.html`);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'The sign-in was declined.' }).waitFor();
  });

  test('the app opened by hand, without any launch, offers to sign in', async () => {
    const { page } = await openPage(world);
    await page.goto(`${world.ehr.url}/app/`);
    await page.getByRole('link', { name: 'Sign in and choose a patient' }).click();
    await page.getByRole('heading', { name: 'Who is signing in?' }).waitFor();
  });
});

describe('a review under way', () => {
  test('a reload keeps the decisions', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J45.20');
    await card(page, 'J18.9').getByRole('button', { name: 'Defer' }).click();
    await page.getByRole('radio', { name: 'Ask a colleague' }).check();
    await page.getByRole('button', { name: 'Defer', exact: true }).and(page.locator('[type=submit]')).click();
    await page.reload();
    await reviewOpen(page);
    expect(await card(page, 'J45.20').innerText()).toContain('Accepted');
    expect(await card(page, 'J18.9').innerText()).toContain('Ask a colleague');
    await page.getByText(/^2 of \d+ decided$/).waitFor();
  });

  test('a decision on a chart that changed is not carried over, and the app says so', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J45.20');
    await changeFhir(world, 'Condition/unsupported-diagnosis-dx-asthma', (condition) => ({ ...condition, note: [{ text: 'Spacer given.' }] }));
    await page.reload();
    await reviewOpen(page);
    await page.getByText('One earlier decision was dropped: what it rests on has changed since. Please decide again.').waitFor();
    await card(page, 'J45.20').getByRole('button', { name: 'Accept' }).waitFor();
  });

  test('a token that ends is renewed, and the review goes on', async () => {
    const { page } = await openReview(world, { slug: 'unsupported-diagnosis' });
    await accept(page, 'J45.20');
    endAccessTokens(world);
    const renewed = page.waitForResponse((reply) => reply.url().endsWith('/auth/token') && reply.ok());
    await countersign(page, ['J45.20']);
    await written(page);
    expect((await renewed).request().postData()).toContain('grant_type=refresh_token');
  });
});

describe('a launch that cannot be', () => {
  test('for a server that the site does not know is refused in words, and nothing is sent there', async () => {
    for (const query of [
      'iss=https://evil.example&launch=x',
      `iss=${encodeURIComponent(world.ehr.fhirBase)}&iss=https://evil.example&launch=x`,
      'ehr=https://evil.example/fhir',
    ]) {
      const { page, context, strayed } = await openPage(world);
      const asked: string[] = [];
      context.on('request', (request) => { if (/^\/(?:fhir|auth)/.test(new URL(request.url()).pathname)) asked.push(request.url()); });
      await page.goto(`${world.ehr.url}/app/launch.html?${query}`);
      await page.getByRole('heading', { name: 'The app was opened for a server that this site does not know. Nothing was sent there.' }).waitFor();
      expect({ query, strayed, asked }).toEqual({ query, strayed: [], asked: [] });
    }
  });

  test('parameters that would overrule the launch have no effect', async () => {
    const { page, strayed } = await openPage(world);
    const address = new URL(await launchAddress(world, { slug: 'unsupported-diagnosis' }));
    for (const name of ['fhirServiceUrl', 'clientId', 'redirectUri', 'authorizeUri', 'tokenUri']) address.searchParams.set(name, 'https://evil.example/fhir');
    address.searchParams.set('patientId', 'busy-chart');
    await page.goto(address.href);
    await reviewOpen(page);
    await card(page, 'J18.9').waitFor();
    expect(strayed).toEqual([]);
  });

  test('where the browser blocks storage is offered in its own window', async () => {
    const { page, context } = await openPage(world);
    await context.addInitScript(() => {
      Object.defineProperty(globalThis, 'sessionStorage', { get: () => { throw new DOMException('Access is denied for this document.', 'SecurityError'); } });
    });
    const address = await launchAddress(world, { slug: 'unsupported-diagnosis' });
    await page.goto(address);
    const own = page.getByRole('link', { name: 'Open in its own window' });
    expect(await own.getAttribute('href')).toBe(address);
    expect(await own.getAttribute('target')).toBe('_blank');
  });

  test('with a launch that was used already says what to do', async () => {
    const address = await launchAddress(world, { slug: 'unsupported-diagnosis' });
    const first = await openPage(world);
    await first.page.goto(address);
    await reviewOpen(first.page);
    const again = await openPage(world);
    await again.page.goto(address);
    await again.page.getByRole('heading', { name: /The EHR refused the sign-in/ }).waitFor();
    await again.page.getByText(/Open the app again from the EHR/).waitFor();
  });
});
