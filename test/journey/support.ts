import { readFileSync } from 'node:fs';
import type { Bundle, Claim, DocumentReference, FhirResource, Resource } from 'fhir/r4';
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright';
import type { Policy } from '../../src/domain/model/index.ts';
import { buildApp } from '../../scripts/start/app.ts';
import type { EhrProfile, FaultRule, GrantSet, LaunchReply, ShellUser } from '../../src/sandbox/contract.ts';
import { readFixtures } from '../../src/sandbox/fixtures.ts';
import { startSandbox } from '../../src/sandbox/server.ts';
import { openBrowser } from '../support/browser.ts';

type Ehr = Awaited<ReturnType<typeof startSandbox>>;
type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

/** One embedded EHR in memory and one browser; each journey opens its own context. */
export interface World {
  readonly ehr: Ehr;
  readonly browser: Browser;
  /** Origins that the app may ask: the EHR's, and the companion server's. */
  readonly origins: readonly string[];
  /** Every chart as the fixtures have it, no faults, no tokens: what each journey starts from. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** What the EHR refuses, as this vendor's do. */
  readonly ehrProfile?: EhrProfile;
  /** Beside the EHR: the sandbox's own companion server, or the base of another one. */
  readonly companion?: true | string;
  /** What the site decided otherwise: its policy file. */
  readonly policy?: Partial<Policy>;
  /** The files that it names. */
  readonly besidePolicy?: Readonly<Record<string, string>>;
  /** The EHR's resources stand on this FHIR server; `empty` takes everything off it. */
  readonly upstream?: { readonly fhir: string; empty(): Promise<void> };
}

export async function openWorld({ ehrProfile, companion, policy, besidePolicy, upstream }: WorldOptions = {}): Promise<World> {
  const app = await buildApp({
    watch: false, ...(companion === undefined ? {} : { companion: { fhir: companion === true ? '/companion/fhir' : companion, access: 'open' } }),
  });
  const [ehr, browser] = await Promise.all([
    startSandbox({
      port: 0, dataFile: ':memory:', appDir: app.folder, resources: readFixtures().map(({ bundle }) => bundle), faults: true,
      ...(policy === undefined ? {} : { policy: JSON.stringify(policy) }), ...(besidePolicy === undefined ? {} : { besidePolicy }), ...(ehrProfile === undefined ? {} : { ehrProfile }), ...(companion === undefined ? {} : { companion }), ...(upstream === undefined ? {} : { upstream: { fhir: upstream.fhir } }),
    }),
    openBrowser(),
  ]);
  const startOver = async () => {
    if (upstream === undefined) return void await post(ehr, 'reset', {});
    await upstream.empty();
    ehr.companion?.store.clear();
    const { refused } = await ehr.seed();
    if (refused.length > 0) throw new Error(refused.join(' '));
  };
  if (upstream !== undefined) await startOver();
  return {
    ehr, browser,
    origins: [ehr.url, ...(typeof companion === 'string' ? [new URL(companion).origin] : [])],
    reset: async () => {
      await Promise.all(browser.contexts().map((context) => context.close()));
      await post(ehr, 'faults', []);
      await startOver();
    },
    close: async () => { await browser.close(); await ehr.close(); },
  };
}

export interface Visit {
  /** The story's slug: `Patient/<slug>`, `Encounter/<slug>-visit`. */
  readonly slug: string;
  /** Null launches without one. */
  readonly encounter?: string | null;
  /** Null: somebody whose role no site maps. */
  readonly role?: ShellUser['role'];
  /** The logical id of the person, where more than one has the role. */
  readonly person?: string;
  readonly grant?: GrantSet;
  readonly needPatientBanner?: boolean;
}

/** The address of an EHR launch for one visit, as the shell would ask for it. */
export async function launchAddress({ ehr }: World, { slug, encounter = `${slug}-visit`, role = 'clinician', person, ...rest }: Visit): Promise<string> {
  const users = (await (await fetch(`${ehr.url}/sandbox/api/users`)).json()) as ShellUser[];
  const user = users.find((each) => (person === undefined ? each.role === role : each.id === person));
  if (user === undefined) throw new Error(`No user ${person ?? `with the role ${role}`} in the fixtures`);
  const reply = await post(ehr, 'launches', { user: user.id, patient: slug, ...(encounter === null ? {} : { encounter }), ...rest });
  return new URL(((await reply.json()) as LaunchReply).url, ehr.url).href;
}

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page wrote to its console as errors. */
  readonly errors: readonly string[];
  /** Origins of requests that went anywhere but to the EHR. */
  readonly strayed: readonly string[];
}

/** A fresh browser context with everything watched that must stay silent. */
export async function openPage({ browser, origins }: World, options: ContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 420, height: 900 }, ...options });
  context.setDefaultTimeout(15_000);
  const errors: string[] = [];
  const strayed: string[] = [];
  context.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  context.on('weberror', (error) => errors.push(error.error().message));
  context.on('request', (request) => { if (!origins.some((origin) => request.url().startsWith(origin)) && !request.url().startsWith('data:')) strayed.push(new URL(request.url()).origin); });
  return { context, page: await context.newPage(), errors, strayed };
}

/** The app in a page of its own, as in the EHR's sidebar, up to the open review. */
export async function openReview(world: World, visit: Visit, options: ContextOptions = {}): Promise<Opened> {
  const opened = await openPage(world, options);
  await opened.page.goto(await launchAddress(world, visit));
  await reviewOpen(opened.page);
  return opened;
}

/** Another tab of the same browser, with the review open. */
export async function openTab(world: World, context: BrowserContext, visit: Visit): Promise<Page> {
  const page = await context.newPage();
  await page.goto(await launchAddress(world, visit));
  await reviewOpen(page);
  return page;
}

/** The review is there, whatever it holds. */
export async function reviewOpen(where: Page | FrameLocator): Promise<void> {
  await where.getByRole('heading', { level: 1, name: 'Review', exact: true }).waitFor({ state: 'attached', timeout: 30_000 });
}

/** The app in the EHR's shell, beside the chart of somebody of this family name. */
export async function openInShell(world: World, family: string): Promise<Opened & { readonly app: FrameLocator }> {
  const opened = await openPage(world, { viewport: { width: 1440, height: 900 } });
  const { page } = opened;
  await page.goto(world.ehr.url);
  await page.getByRole('button', { name: family }).click();
  await page.getByRole('button', { name: 'Launch Countersign' }).click();
  const app = page.frameLocator('iframe[title="Countersign"]');
  await reviewOpen(app);
  return { ...opened, app };
}

/** The card of one code. */
export function card(where: Page | FrameLocator, code: string): Locator {
  return where.getByRole('article', { name: code });
}

/** Shows what is folded, group by group: each press takes its button away. */
export async function unfold(page: Page): Promise<void> {
  const folded = page.getByRole('button', { name: /^Show \d/ });
  for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
}

/** Looks at the evidence where that comes first, and accepts. */
export async function accept(where: Page | FrameLocator, code: string, then = /not signed yet/i): Promise<void> {
  const item = card(where, code);
  const evidenceFirst = item.getByRole('button', { name: 'Open it now' });
  if (await evidenceFirst.isVisible()) {
    await evidenceFirst.click();
    await where.getByRole('button', { name: 'Back to review' }).click();
  }
  await item.getByRole('button', { name: /^Accept/ }).click();
  await item.getByText(then).waitFor();
}

/** Rejects, or declines where it is somebody's proposal. */
export async function reject(where: Page | FrameLocator, code: string, reason: string, words = ''): Promise<void> {
  const item = card(where, code);
  await item.getByRole('button', { name: /^(Reject|Decline)$/ }).click();
  await item.getByRole('radio', { name: reason }).check();
  if (words !== '') await item.getByRole('textbox').fill(words);
  await item.getByRole('button', { name: /^(Reject|Decline)$/ }).click();
  await item.getByText(/^(Rejected|Declined)$/).waitFor();
}

/** From the review with decisions to the receipts: each item ticked by hand, then signed. */
export async function countersign(where: Page | FrameLocator, codes: readonly string[]): Promise<void> {
  await where.getByRole('button', { name: /^Countersign \d/ }).click();
  for (const code of codes) await where.getByRole('checkbox', { name: code }).check();
  await where.getByRole('button', { name: /^Sign and write \d/ }).click();
}

export async function written(where: Page | FrameLocator): Promise<void> {
  await where.getByRole('heading', { name: 'Countersigned and written' }).waitFor();
}

/** The title over the receipts, once everything was sent. */
export async function ending(where: Page | FrameLocator): Promise<string> {
  const title = where.getByRole('heading', { level: 1, name: /^(Countersigned|Proposed|Proposal cancelled)/ });
  await title.waitFor();
  return title.innerText();
}

/** Takes over by hand the step whose words these are part of, and waits for its receipt. */
export async function takeOver(where: Page | FrameLocator, words: string): Promise<string> {
  await where.getByRole('button', { name: words }).click();
  const receipt = where.getByRole('listitem').filter({ hasText: 'Handed over:' }).filter({ hasText: words });
  await receipt.waitFor();
  return receipt.innerText();
}

/** The same, where it is a file: what was saved. */
export async function takeFile(page: Page, where: Page | FrameLocator, words: string): Promise<unknown> {
  const [saved] = await Promise.all([page.waitForEvent('download'), takeOver(where, words)]);
  return JSON.parse(readFileSync(await saved.path(), 'utf8'));
}

/** From the review with what a proposer accepted to the receipts. */
export async function propose(where: Page | FrameLocator, codes: readonly string[]): Promise<void> {
  await where.getByRole('button', { name: /^Propose \d/ }).click();
  for (const code of codes) await where.getByRole('checkbox', { name: code }).check();
  await where.getByRole('button', { name: /^Propose \d+ items?$/ }).click();
}

export async function setFaults({ ehr }: World, rules: readonly FaultRule[]): Promise<void> {
  await post(ehr, 'faults', rules);
}

/** The faults that nothing has met yet. */
export async function faultsLeft({ ehr }: World): Promise<readonly FaultRule[]> {
  return (await (await fetch(`${ehr.url}/sandbox/api/faults`)).json()) as readonly FaultRule[];
}

export function claimCodes({ diagnosis }: Claim): readonly (string | undefined)[] {
  return (diagnosis ?? []).map(({ diagnosisCodeableConcept }) => diagnosisCodeableConcept?.coding?.[0]?.code);
}

/** What a person would paste now; the context must have the permission. */
export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** FHIR as another application of the hospital would read it. */
export async function readFhir<T extends Resource>(world: World, path: string): Promise<T> {
  return (await askFhir(world, 'GET', path)) as T;
}

/** Every match of a search. */
export async function searchFhir<T extends FhirResource>(world: World, query: string): Promise<readonly T[]> {
  const bundle = await readFhir<Bundle<T>>(world, `${query}&_count=500`);
  return (bundle.entry ?? []).flatMap(({ resource }) => (resource === undefined ? [] : [resource]));
}

/** A change by another application of the hospital, behind the app's back. */
export async function changeFhir<T extends Resource>(world: World, path: string, change: (resource: T) => T): Promise<void> {
  await askFhir(world, 'PUT', path, change(await readFhir<T>(world, path)));
}

/** What stands on the embedded servers now and did not when the story began: new, or in a later version. */
export function changed<T extends Resource>({ ehr }: World, kind: T['resourceType'], where: 'ehr' | 'companion' = 'ehr'): readonly T[] {
  const store = where === 'ehr' ? ehr.store : ehr.companion?.store;
  if (store === undefined) throw new Error('There is no companion server.');
  return [...store.candidates(kind)].filter(({ id, version }) => version > 1 || !asLoaded.has(`${kind}/${id}`)).map(({ resource }) => resource as T);
}

const asLoaded = new Set(readFixtures().flatMap(({ bundle }) => (bundle.entry ?? []).map(({ resource }) => `${resource?.resourceType}/${resource?.id}`)));

/** The text of a document that holds its own. */
export function textIn({ content }: DocumentReference): string {
  return Buffer.from(content[0]?.attachment.data ?? '', 'base64').toString('utf8');
}

/** Resources that an EHR's history may have left, however odd: checked for shape only. */
export function plant({ ehr }: World, resources: readonly FhirResource[]): void {
  ehr.load({ resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) });
}

/** As if their hour were over; refresh tokens stay. */
export function endAccessTokens({ ehr }: World): void {
  ehr.store.database.exec("UPDATE credential SET expires = 0 WHERE type = 'access'");
}

async function askFhir({ ehr }: World, method: 'GET' | 'PUT', path: string, body?: unknown): Promise<unknown> {
  const reply = await fetch(`${ehr.fhirBase}/${path}`, {
    method,
    headers: { authorization: `Bearer ${ehr.accessToken({ scope: 'system/*.cruds user/*.cruds' })}`, accept: 'application/fhir+json', 'content-type': 'application/fhir+json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status}`);
  return reply.json();
}

async function post(ehr: Ehr, what: string, body: unknown): Promise<Response> {
  const reply = await fetch(`${ehr.url}/sandbox/api/${what}`, { method: 'POST', headers: { 'content-type': 'application/json', origin: ehr.url }, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`The sandbox refused ${what}: ${reply.status}`);
  return reply;
}
