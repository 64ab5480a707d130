import { rmSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Bundle, Resource } from 'fhir/r4';
import { credentialsIn } from './auth/credentials.ts';
import type { Credentials } from './auth/credentials.ts';
import { CLIENT_ID } from './auth/grant.ts';
import type { Grant } from './auth/grant.ts';
import { signerFor } from './auth/keys.ts';
import type { LoadReport, SandboxOptions, TokenLifetimes, TokenRequest } from './contract.ts';
import { createFaults } from './faults.ts';
import { authRoute } from './http/auth-route.ts';
import { fhirRoute } from './http/fhir-route.ts';
import { listenOnLoopback } from './http/listen.ts';
import type { Listening } from './http/listen.ts';
import { isOurHost, isSameOrigin } from './http/origin.ts';
import { json, seeOther } from './http/reply.ts';
import type { HttpReply } from './http/reply.ts';
import { send, sendCut } from './http/send.ts';
import { fileReply } from './http/static.ts';
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
  /** Without scopes: for tests and scripts in the same process. */
  readonly store: Store;
  /** @throws Error with one sentence where this is no Bundle of resources; nothing is added then */
  load(bundle: unknown): LoadReport;
  accessToken(request: TokenRequest): string;
  close(): Promise<void>;
}

const LIFETIMES: TokenLifetimes = { launch: 300, code: 60, access: 3600, refresh: 7 * 86_400 };

/**
 * Starts the embedded sandbox EHR: FHIR R4, SMART authorisation, the shell's interface and the built app, on one port.
 * On the loopback addresses only.
 * @throws Error with one sentence where the port is taken, the data file cannot be used, or `resources` cannot be read
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const door = { handle: notReady };
  const listening = await listenOnLoopback((request, response) => door.handle(request, response), options.port);
  try {
    return openBehind(door, listening, options);
  } catch (error) {
    await listening.close();
    throw error;
  }
}

function openBehind(door: { handle: RequestListener }, listening: Listening, options: SandboxOptions): Sandbox {
  const origin = `http://localhost:${listening.port}`;
  if (options.fresh && options.dataFile !== ':memory:') for (const suffix of ['', '-wal', '-shm']) rmSync(options.dataFile + suffix, { force: true });
  const store = openStore(options.dataFile, `${origin}/fhir`);
  const credentials = credentialsIn(store);
  const loadAll = (): void => store.transaction(() => options.resources?.forEach((given) => void loadBundle(store, asBundle(given))));
  try {
    if (store.empty) loadAll();
  } catch (error) {
    store.close();
    throw error;
  }
  const events = eventStream(store);
  const reset = (): void => {
    store.transaction(() => {
      store.clear();
      loadAll();
    });
    events.reset();
  };
  door.handle = requestHandler({ options, origin, port: listening.port, store, credentials, events, reset });
  return {
    url: origin,
    port: listening.port,
    fhirBase: store.base,
    store,
    load: (bundle) => loadBundle(store, bundle),
    accessToken: (request) => accessToken(request, credentials),
    close: async () => {
      events.close();
      await listening.close();
      store.close();
    },
  };
}

interface Parts {
  readonly options: SandboxOptions;
  readonly origin: string;
  readonly port: number;
  readonly store: Store;
  readonly credentials: Credentials;
  readonly events: ReturnType<typeof eventStream>;
  readonly reset: () => void;
}

function requestHandler({ options, origin, port, store, credentials, events, reset }: Parts): RequestListener {
  const lifetimes = { ...LIFETIMES, ...options.lifetimes };
  const faults = options.faults ? createFaults() : null;
  const fhir = fhirRoute({ origin, store, credentials, faults });
  const auth = authRoute({ origin, store, credentials, lifetimes }, signerFor(store), faults);
  const shell = shellRoute({ origin, store, credentials, lifetimes, faults, reset });

  return (request, response) => {
    const begun = performance.now();
    response.on('close', () => options.log?.(`${request.method} ${request.url?.split('?')[0]} ${response.writableFinished ? response.statusCode : 'cut'} ${Math.round(performance.now() - begun)} ms`));
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else send(request, response, badRequestReply(error) ?? json(500, { error: 'The sandbox failed on this request.' }));
    });
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isOurHost(request, port)) return send(request, response, json(421, { error: `Ask for ${origin}.` }));
    if (!request.url?.startsWith('/') || !URL.canParse(origin + request.url)) return send(request, response, json(400, { error: 'The address cannot be read.' }));
    // Joined as text: resolved against the origin, //name would be taken for a host.
    const url = new URL(origin + request.url);
    const { pathname } = url;
    if (pathname === '/fhir' || pathname.startsWith('/fhir/')) {
      const answered = await fhir(request, url);
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
    const file = path === null || options.appDir === null ? null : await fileReply(options.appDir, path, request.headers['if-none-match']);
    if (file) return file;
    if (url.pathname === '/') return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: `The shell is not built. FHIR is at ${store.base}.\n` };
    return { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' }, body: 'There is no such page.\n' };
  }
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
    needPatientBanner: false, intent: null,
  };
  return credentials.issue('access', grant, request.seconds ?? LIFETIMES.access);
}
