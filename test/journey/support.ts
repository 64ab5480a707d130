import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright';
import { appFolder, buildApp } from '../../scripts/start/app.ts';
import type { FaultRule, GrantSet, LaunchReply, ShellUser } from '../../src/sandbox/contract.ts';
import { readFixtures } from '../../src/sandbox/fixtures.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { openBrowser } from '../support/browser.ts';

type Ehr = Awaited<ReturnType<typeof startSandbox>>;

/** One embedded EHR in memory and one browser; each journey opens its own context. */
export interface World {
  readonly ehr: Ehr;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  await buildApp({ watch: false });
  const [ehr, browser] = await Promise.all([
    startSandbox({ port: 0, dataFile: ':memory:', appDir: appFolder, resources: readFixtures().map(({ bundle }) => bundle), faults: true }),
    openBrowser(),
  ]);
  return { ehr, browser, close: async () => { await browser.close(); await ehr.close(); } };
}

export interface Visit {
  /** The story's slug: `Patient/<slug>`, `Encounter/<slug>-visit`. */
  readonly slug: string;
  readonly encounter?: string;
  readonly role?: ShellUser['role'];
  readonly grant?: GrantSet;
  readonly needPatientBanner?: boolean;
}

/** The address of an EHR launch for one visit, as the shell would ask for it. */
export async function launchAddress({ ehr }: World, { slug, encounter = `${slug}-visit`, role = 'clinician', ...rest }: Visit): Promise<string> {
  const users = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
  const user = users.find((each) => each.role === role);
  if (user === undefined) throw new Error(`No user with the role ${role} in the fixtures`);
  const reply = await fetch(`${ehr.url}/sandbox/api/launches`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: ehr.url }, body: JSON.stringify({ user: user.id, patient: slug, encounter, ...rest }),
  });
  if (!reply.ok) throw new Error(`The sandbox refused the launch: ${reply.status}`);
  return new URL(((await reply.json()) as LaunchReply).url, ehr.url).href;
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page wrote to its console as errors, and requests that went to another origin. */
  readonly errors: readonly string[];
  readonly strayed: readonly string[];
}

/** A fresh browser context with everything watched that must stay silent. */
export async function openPage({ browser, ehr }: World, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 420, height: 900 }, ...options });
  const page = await context.newPage();
  const errors: string[] = [];
  const strayed: string[] = [];
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(error.message));
  context.on('request', (request) => { if (!request.url().startsWith(ehr.url) && !request.url().startsWith('data:')) strayed.push(new URL(request.url()).origin); });
  return { context, page, errors, strayed };
}

/** The app in a page of its own, as in the EHR's sidebar, up to the first cards. */
export async function openReview(world: World, visit: Visit, options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> {
  const opened = await openPage(world, options);
  await opened.page.goto(await launchAddress(world, visit));
  await opened.page.waitForURL(/index\.html/);
  return opened;
}

export async function setFaults({ ehr }: World, rules: readonly FaultRule[]): Promise<void> {
  const reply = await fetch(`${ehr.url}/sandbox/api/faults`, {
    method: 'POST', headers: { 'content-type': 'application/json', origin: ehr.url }, body: JSON.stringify(rules),
  });
  if (!reply.ok) throw new Error(`The sandbox refused the faults: ${reply.status}`);
}

/** FHIR as another application of the hospital would read it. */
export async function readFhir<T>({ ehr }: World, path: string): Promise<T> {
  const reply = await fetch(`${ehr.fhirBase}/${path}`, { headers: { authorization: `Bearer ${ehr.accessToken({ scope: 'system/*.cruds user/*.cruds' })}`, accept: 'application/fhir+json' } });
  if (!reply.ok) throw new Error(`${path}: ${reply.status}`);
  return (await reply.json()) as T;
}

export function appFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}
