import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DocumentReference } from 'fhir/r4';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { card, launchAddress, openPage, openReview, openWorld, plant, readFhir, reviewOpen, setFaults, type World } from './support.ts';

let world: World;
let elsewhere: { readonly server: Server; readonly origin: string; readonly heard: string[] };
beforeAll(async () => { [world, elsewhere] = await Promise.all([openWorld(), listenElsewhere()]); });
beforeEach(async () => { elsewhere.heard.length = 0; await world.reset(); });
afterAll(async () => { elsewhere.server.close(); await world.close(); });

test('a next link that leads to another server is not followed, and the kind is called partly read', async () => {
  await setFaults(world, [{ method: 'GET', kind: 'Observation', times: 1, effect: { type: 'foreign-next', origin: elsewhere.origin } }]);
  const { page, strayed, errors } = await openReview(world, { slug: 'unsupported-diagnosis' });
  await card(page, 'J18.9').waitFor();
  await page.getByRole('button', { name: /not wholly read/ }).click();
  const row = page.getByRole('dialog', { name: 'What was read' }).getByRole('row', { name: 'Results and vital signs' });
  expect(await row.first().innerText()).toContain('Partly read');
  expect({ heard: elsewhere.heard, strayed, errors }).toEqual({ heard: [], strayed: [], errors: [] });
});

test.each([
  ['another server', () => `${elsewhere.origin}/fhir/Binary/stolen`],
  ['another server behind a user name that looks like the EHR', () => `http://${new URL(world.ehr.url).host}@${new URL(elsewhere.origin).host}/Binary/stolen`],
  ['another server, without its scheme', () => `//${new URL(elsewhere.origin).host}/Binary/stolen`],
  ['a place of the EHR outside FHIR', () => `${world.ehr.fhirBase}/../sandbox/api/users`],
])('an attachment that lies on %s is listed as not read, and nobody is asked for it', async (_where, url) => {
  const document = await readFhir<DocumentReference>(world, 'DocumentReference/unsupported-diagnosis-note');
  plant(world, [{ ...document, id: 'stray', type: { text: 'Stray letter' }, content: [{ attachment: { contentType: 'text/plain', url: url(), title: 'Stray letter' } }] }]);
  const { page, context, strayed, errors } = await openPage(world);
  const asked: string[] = [];
  context.on('request', (request) => asked.push(request.url()));
  await page.goto(await launchAddress(world, { slug: 'unsupported-diagnosis' }));
  await reviewOpen(page);
  await page.getByRole('button', { name: /2 of 3 notes read/ }).click();
  const listed = page.getByRole('dialog', { name: 'What was read' }).getByRole('listitem').filter({ hasText: 'Stray letter' });
  expect(await listed.innerText()).toContain('kept outside the EHR\'s FHIR server, where the app does not go');
  expect({ heard: elsewhere.heard, strayed, errors, asked: asked.filter((each) => each.includes('sandbox/api')) }).toEqual({ heard: [], strayed: [], errors: [], asked: [] });
});

test('the token goes to the FHIR base alone: no page, script or code asset is asked for with it', async () => {
  const { page, context } = await openPage(world);
  const withToken: string[] = [];
  context.on('request', (request) => { if ('authorization' in request.headers()) withToken.push(new URL(request.url()).pathname); });
  await page.goto(await launchAddress(world, { slug: 'clean-visit' }));
  await reviewOpen(page);
  expect(withToken).toContain('/fhir/Patient/clean-visit');
  expect(withToken.filter((path) => !path.startsWith('/fhir'))).toEqual([]);
  expect(page.url()).not.toMatch(/code=|access_token|launch=/);
});

/** Answers everything kindly, to any origin, so that only the app itself can keep a request from it. */
async function listenElsewhere(): Promise<typeof elsewhere> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    heard.push(`${request.method} ${request.url} authorization: ${request.headers.authorization ?? 'none'}`);
    response.writeHead(200, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*', 'content-type': 'application/fhir+json' });
    response.end(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', entry: [] }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, heard };
}
