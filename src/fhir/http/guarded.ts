import { FhirFault } from './contract.ts';
import { addressUnder } from './address.ts';
import { pause, retryAfter } from './retry-after.ts';
import type { FhirHttp, FhirReply, FhirRequest } from './contract.ts';

export interface GuardedHttpOptions {
  /** FHIR base, absolute. */
  readonly base: string;
  /** The access token of now; null where the server asks for none. */
  readonly token: () => string | null;
  /** Gets a new token for the next `token()`; rejects where there is no way to. */
  readonly refresh: () => Promise<void>;
  /** Default `omit`: the token is the only credential. `include`: cookies of a sign-on that the site shares with its own servers. */
  readonly credentials?: 'omit' | 'include';
  readonly fetch?: typeof fetch;
  /** For one attempt, body included. In milliseconds; default 30,000. */
  readonly timeout?: number;
  /** Longest wait that a Retry-After may ask for, in milliseconds; default 20,000. A longer one ends as `busy`. */
  readonly longestWait?: number;
  /** How often a busy server is asked in all; default 4. */
  readonly attempts?: number;
  /** Between 0 and 1: spreads the clients that were told to wait equally long. */
  readonly jitter?: () => number;
  /** Milliseconds since the epoch; reads a Retry-After that is a date. */
  readonly now?: () => number;
}

/**
 * The only way to the FHIR server. Adds the token and never sends it elsewhere: not to a foreign `next` link or attachment,
 * not through a redirect. A 401 gets one refresh and one repeat, since the server did nothing; a busy server (429, 503) is
 * asked again for GET alone; a write is never sent twice on any other ground.
 */
export function createGuardedHttp(options: GuardedHttpOptions): FhirHttp {
  const base = options.base.replace(/\/+$/, '');
  const refresh = oneAtATime(options.refresh);
  return {
    base,
    async request(request) {
      const address = addressUnder(base, request.url);
      const used = options.token();
      const reply = await askPatiently(address, request, options);
      if (reply.status !== 401) return reply;
      if (options.token() === used) await refreshed(refresh);
      const again = await askPatiently(address, request, options);
      if (again.status === 401) throw signedOut();
      return again;
    },
  };
}

/** Many requests may meet the same expired token; one of them refreshes. */
function oneAtATime(refresh: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => {
    running ??= refresh().finally(() => { running = null; });
    return running;
  };
}

async function refreshed(refresh: () => Promise<void>): Promise<void> {
  try {
    await refresh();
  } catch (error) {
    if (error instanceof FhirFault) throw error;
    throw signedOut();
  }
}

async function askPatiently(address: string, request: FhirRequest, options: GuardedHttpOptions): Promise<FhirReply> {
  const attempts = options.attempts ?? 4;
  for (let attempt = 1; ; attempt += 1) {
    const { reply, wait } = await ask(address, request, options);
    const busy = reply.status === 429 || reply.status === 503;
    if (!busy || !isRead(request)) return reply;
    const asked = wait ?? 1000 * 2 ** (attempt - 1);
    if (attempt >= attempts || asked > (options.longestWait ?? 20_000)) throw busyFault(reply.status);
    const jitter = options.jitter ?? Math.random;
    await waitFor(asked + jitter() * Math.min(1000, asked * 0.25), request.signal);
  }
}

/** A search by POST reads, too (FHIR R4 http.html#search). */
function isRead({ method, url }: FhirRequest): boolean {
  return method === 'GET' || (method === 'POST' && /(?:^|\/)_search$/.test(url));
}

async function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  try {
    await pause(milliseconds, signal);
  } catch {
    throw cancelled();
  }
}

async function ask(address: string, request: FhirRequest, options: GuardedHttpOptions): Promise<{ reply: FhirReply; wait: number | null }> {
  if (request.signal?.aborted) throw cancelled();
  const stop = new AbortController();
  let late = false;
  const timer = setTimeout(() => { late = true; stop.abort(); }, options.timeout ?? 30_000);
  const cancel = () => stop.abort();
  request.signal?.addEventListener('abort', cancel, { once: true });
  const why = (otherwise: FhirFault) => (late ? timedOut() : request.signal?.aborted ? cancelled() : otherwise);
  try {
    const response = await (options.fetch ?? fetch)(address, init(request, options, stop.signal))
      .catch(() => { throw why(unreachable()); });
    if (isRedirect(response)) throw redirected(request);
    const bytes = new Uint8Array(await response.arrayBuffer().catch(() => { throw why(cut()); }));
    const wait = retryAfter(response.headers.get('retry-after'), (options.now ?? Date.now)());
    return { reply: { ...replyOf(response, bytes, request), retryAfter: wait === null ? null : Math.ceil(wait / 1000) }, wait };
  } finally {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', cancel);
  }
}

/** Cookies stay out unless asked for, nothing is cached on a shared workstation, the address stays out of Referer. */
function init(request: FhirRequest, { token: tokenNow, credentials = 'omit' }: GuardedHttpOptions, signal: AbortSignal): RequestInit {
  const token = tokenNow();
  const headers = new Headers(request.headers);
  headers.set('accept', request.accept ?? FHIR_JSON);
  headers.delete('authorization');
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (request.body !== undefined && !headers.has('content-type')) headers.set('content-type', FHIR_JSON);
  return {
    method: request.method, headers, signal,
    ...(request.body === undefined ? {} : { body: typeof request.body === 'string' ? request.body : JSON.stringify(request.body) }),
    redirect: 'manual', credentials, cache: 'no-store', referrerPolicy: 'no-referrer',
  };
}

const FHIR_JSON = 'application/fhir+json';

function isRedirect(response: Response): boolean {
  return response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400 && response.status !== 304);
}

function replyOf(response: Response, bytes: Uint8Array, request: FhirRequest): FhirReply {
  const contentType = response.headers.get('content-type') ?? '';
  const json = /\bjson\b/i.test(contentType) && bytes.length > 0 ? parsed(bytes) : undefined;
  const wanted = request.accept === undefined || /\bjson\b/i.test(request.accept);
  if (wanted && json === BROKEN && response.ok) throw cut();
  return {
    status: response.status,
    contentType,
    etag: response.headers.get('etag'),
    location: response.headers.get('location'),
    json: json === BROKEN ? undefined : json,
    bytes,
  };
}

const BROKEN = Symbol('broken');

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return BROKEN;
  }
}

const unreachable = () => new FhirFault('network', 'The EHR could not be reached. Check the connection, then try again.');
const timedOut = () => new FhirFault('timeout', 'The EHR did not answer in time. Try again.');
const cut = () => new FhirFault('cut-body', 'The EHR\'s answer broke off or could not be read. Try again.');
const cancelled = () => new FhirFault('cancelled', 'Cancelled.');
const signedOut = () => new FhirFault('signed-out', 'The sign-in with the EHR has ended. Open the app again from the chart; nothing of the review is lost.');
const busyFault = (status: number) => new FhirFault('busy', `The EHR is busy (${status}). Try again in a few minutes.`);

/** A browser does not show where a redirect leads, so it is not followed. A write may have been carried out, so its outcome is not known. */
function redirected(request: FhirRequest): FhirFault {
  return isRead(request)
    ? new FhirFault('foreign-address', 'The EHR answered with a redirect, which is not followed because it could carry the sign-in elsewhere. Tell your site\'s administrator.')
    : new FhirFault('network', 'The EHR answered a write with a redirect, so it is not known what was written.');
}
