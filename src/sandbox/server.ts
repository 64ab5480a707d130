import { rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Bundle, Resource } from 'fhir/r4';
import { credentialsIn } from './auth/credentials.ts';
import type { Credentials } from './auth/credentials.ts';
import { CLIENT_ID } from './auth/grant.ts';
import type { Grant } from './auth/grant.ts';
import { signerFor } from './auth/keys.ts';
import { storeCharts } from './charts.ts';
import type { Charts } from './charts.ts';
import type { LoadReport, SandboxOptions, SeedReport, TokenLifetimes, TokenRequest } from './contract.ts';
import { createFaults } from './faults.ts';
import { storeBackend } from './fhir/backend.ts';
import type { FhirBackend } from './fhir/backend.ts';
import { FhirError } from './fhir/outcome.ts';
import { authRoute } from './http/auth-route.ts';
import { fhirRoute } from './http/fhir-route.ts';
import { listenOnLoopback } from './http/listen.ts';
import type { Listening } from './http/listen.ts';
import { isOurHost, isSameOrigin } from './http/origin.ts';
import { json, seeOther } from './http/reply.ts';
import type { HttpReply } from './http/reply.ts';
import { send, sendCut } from './http/send.ts';
import { appPolicy, fileReply } from './http/static.ts';
import { imitationOf } from './imitation/imitation.ts';
import { upstreamBackend } from './proxy/backend.ts';
import { upstreamCharts } from './proxy/charts.ts';
import { seed } from './proxy/seed.ts';
import { openUpstream } from './proxy/upstream.ts';
import type { Upstream } from './proxy/upstream.ts';
import { badRequestReply, eventStream, shellRoute } from './shell-api.ts';
import { loadBundle } from './records/load.ts';
import { openStore } from './records/store.ts';
import type { Store } from './records/store.ts';

/** A running embedded EHR. */
export interface Sandbox {
  /** `http://localhost:4400` */
  readonly url: string;
  readonly port: number;
  readonly fhirBase: string;
  /** Without scopes: for tests and scripts in the same process. In front of an outside server it holds sign-ins and no resources. */
  readonly store: Store;
  /** The embedded companion server's; null where there is none. */
  readonly companion: { readonly fhirBase: string; readonly store: Store } | null;
  /** @throws Error with one sentence where this is no Bundle of resources, or they stand on an outside server; nothing is added then */
  load(bundle: unknown): LoadReport;
  /** Puts the resources it was started with, and more, on the outside server. @throws Error with one sentence where it does not answer */
  seed(...more: readonly Bundle[]): Promise<SeedReport>;
  accessToken(request: TokenRequest): string;
  /** Every access token ends, as if its hour were over; refresh tokens stay. */
  expireTokens(): void;
  close(): Promise<void>;
}

const LIFETIMES: TokenLifetimes = { launch: 300, code: 60, access: 3600, refresh: 7 * 86_400 };

/**
 * Starts the embedded sandbox EHR: FHIR R4, SMART authorisation, the shell's interface and the built app, on one port.
 * On the loopback addresses only.
 * @throws Error with one sentence where the port is taken, the data file cannot be used, `resources` cannot be read, or no FHIR R4 server answers at `upstream`
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const door = { handle: notReady };
  const listening = await listenOnLoopback((request, response) => door.handle(request, response), options.port);
  try {
    const upstream = options.upstream ? await openUpstream(options.upstream, `http://localhost:${listening.port}/fhir`) : null;
    return openBehind(door, listening, options, upstream);
  } catch (error) {
    await listening.close();
    throw error;
  }
}

function openBehind(door: { handle: RequestListener }, listening: Listening, options: SandboxOptions, upstream: Upstream | null): Sandbox {
  const origin = `http://localhost:${listening.port}`;
  const { store, companion } = openStores(options, origin);
  const credentials = credentialsIn(store);
  const bundles = (options.resources ?? []).map(asBundle);
  const loadAll = (): void => store.transaction(() => bundles.forEach((bundle) => void loadBundle(store, bundle)));
  try {
    if (store.empty && upstream === null) loadAll();
  } catch (error) {
    store.close();
    companion?.close();
    throw error;
  }
  const outside = upstream === null ? null : upstreamCharts(upstream);
  const charts = outside ?? storeCharts(store);
  const backend = upstream === null || outside === null ? storeBackend(store, origin) : upstreamBackend(upstream, origin, (change) => outside.tell(change));
  const events = eventStream(charts);
  const reset = (): void => {
    store.transaction(() => {
      store.clear();
      loadAll();
    });
    companion?.clear();
    events.reset();
  };
  const companionBackend = companion && storeBackend(companion, null);
  door.handle = requestHandler({ options, origin, port: listening.port, store, charts, backend, companion: companionBackend, credentials, events, reset: upstream === null ? reset : null });
  return {
    url: origin,
    port: listening.port,
    fhirBase: backend.base,
    store,
    companion: companion && { fhirBase: companion.base, store: companion },
    load: (bundle) => {
      if (upstream !== null) throw new Error('The resources stand on the outside server: seed them there.');
      return loadBundle(store, bundle);
    },
    seed: async (...more) => {
      if (upstream === null) throw new Error('There is no outside server to seed.');
      return seed(upstream, [...bundles, ...more]);
    },
    accessToken: (request) => accessToken(request, credentials),
    expireTokens: () => credentials.expire('access'),
    close: async () => {
      events.close();
      await listening.close();
      store.close();
      companion?.close();
    },
  };
}

/** @throws Error with one sentence where a data file cannot be used */
function openStores({ dataFile, fresh, companion }: SandboxOptions, origin: string): { readonly store: Store; readonly companion: Store | null } {
  // Beside the EHR's: another server, with nothing of the EHR's in it.
  const beside = dataFile === ':memory:' ? dataFile : dataFile.replace(/(?:\.sqlite)?$/, '-companion.sqlite');
  const files = companion === true ? [dataFile, beside] : [dataFile];
  for (const file of files) if (fresh && file !== ':memory:') for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
  const store = openStore(dataFile, `${origin}/fhir`);
  if (companion !== true) return { store, companion: null };
  try {
    return { store, companion: openStore(beside, `${origin}/companion/fhir`) };
  } catch (error) {
    store.close();
    throw error;
  }
}

interface Parts {
  readonly options: SandboxOptions;
  readonly origin: string;
  readonly port: number;
  readonly store: Store;
  readonly charts: Charts;
  readonly backend: FhirBackend;
  readonly companion: FhirBackend | null;
  readonly credentials: Credentials;
  readonly events: ReturnType<typeof eventStream>;
  readonly reset: (() => void) | null;
}

function requestHandler({ options, origin, port, store, charts, backend, companion, credentials, events, reset }: Parts): RequestListener {
  const imitation = imitationOf(options.ehrProfile ?? 'generic');
  const lifetimes = { ...LIFETIMES, ...(imitation?.tokenSeconds ? { access: imitation.tokenSeconds } : {}), ...options.lifetimes };
  const faults = options.faults ? createFaults() : null;
  const { base } = backend;
  const servers = [
    { prefix: '/fhir', answer: fhirRoute({ origin, prefix: '/fhir', backend, credentials, faults, imitation }) },
    ...(companion ? [{ prefix: '/companion/fhir', answer: fhirRoute({ origin, prefix: '/companion/fhir', backend: companion, credentials: null, faults, imitation: null }) }] : []),
  ];
  const auth = authRoute({ origin, base, charts, credentials, lifetimes }, signerFor(store), faults);
  const shell = shellRoute({ origin, base, charts, credentials, lifetimes, faults, messaging: options.webMessaging ?? imitation?.messaging ?? false, reset });
  const besidePolicy = new Map(Object.entries(options.besidePolicy ?? {}));
  const csp = appPolicy(typeof options.companion === 'string' ? [new URL(options.companion).origin] : []);

  return (request, response) => {
    const begun = performance.now();
    response.on('close', () => options.log?.(`${request.method} ${request.url?.split('?')[0]} ${response.writableFinished ? response.statusCode : 'cut'} ${Math.round(performance.now() - begun)} ms`));
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else send(request, response, badRequestReply(error) ?? outsideReply(error) ?? json(500, { error: 'The sandbox failed on this request.' }));
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request, port)) return send(request, response, json(421, { error: `Ask for ${origin}.` }));
    if (!request.url?.startsWith('/') || !URL.canParse(origin + request.url)) return send(request, response, json(400, { error: 'The address cannot be read.' }));
    // Joined as text: resolved against the origin, //name would be taken for a host.
    const url = new URL(origin + request.url);
    const { pathname } = url;
    const server = servers.find(({ prefix }) => pathname === prefix || pathname.startsWith(`${prefix}/`));
    if (server) {
      const answered = await server.answer(request, url);
      if (answered === null) return void response.destroy();
      return answered.cut ? sendCut(response, answered.reply) : send(request, response, answered.reply);
    }
    if (pathname.startsWith('/auth/')) {
      const reply = await auth(request, url);
      return reply === null ? void response.destroy() : send(request, response, reply);
    }
    if (pathname === '/events' || pathname.startsWith('/sandbox/api/')) {
      if (!isSameOrigin(request, origin)) return send(request, response, json(403, { error: 'Only this EHR\'s own page may ask that.' }));
      if (pathname === '/events') return events.open(response);
      return send(request, response, await shell(request, url));
    }
    send(request, response, await page(request, url));
  }

  async function page(request: IncomingMessage, url: URL): Promise<HttpReply> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return json(405, { error: 'Pages are only read.' });
    // To a browser, localhost and 127.0.0.1 are two sites, and storage in frames keeps them apart.
    if (request.headers.host !== `localhost:${port}`) return seeOther(`${origin}${url.pathname}${url.search}`);
    if (url.pathname === '/app') return seeOther('/app/');
    const path = url.pathname === '/' ? 'sandbox.html' : url.pathname.startsWith('/app/') ? url.pathname.slice('/app/'.length) : url.pathname.startsWith('/assets/') ? url.pathname.slice(1) : null;
    const beside = path === 'site-policy.json' ? options.policy ?? '{}' : besidePolicy.get(path ?? '');
    if (beside !== undefined) return { status: 200, headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }, body: beside };
    const file = path === null || options.appDir === null ? null : await fileReply(options.appDir, path, request.headers['if-none-match'], csp);
    if (file) return file;
    if (url.pathname === '/') return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `The shell is not built. FHIR is at ${base}.\n` };
    return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'There is no such page.\n' };
  }
}

/** The shell and the sign-in ask the outside server too: what it does not answer is said there. */
function outsideReply(error: unknown): HttpReply | null {
  return error instanceof FhirError && error.status >= 500 ? json(error.status, { error: error.message }) : null;
}

function notReady(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(503, { 'Retry-After': '1' }).end();
}

function asBundle(given: Resource | Bundle): Bundle {
  if (given.resourceType === 'Bundle') return given as Bundle;
  return { resourceType: 'Bundle', type: 'collection', entry: [{ resource: given }] };
}

function accessToken(request: TokenRequest, credentials: Credentials): string {
  const grant: Grant = {
    client: CLIENT_ID, scope: request.scope, user: request.user ?? null, patient: request.patient ?? null, encounter: request.encounter ?? null,
    needPatientBanner: false, intent: null, messaging: null,
  };
  return credentials.issue('access', grant, request.seconds ?? LIFETIMES.access);
}
