import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Credentials } from '../auth/credentials.ts';
import { openidConfiguration, smartConfiguration } from '../auth/discovery.ts';
import type { Grant } from '../auth/grant.ts';
import { distort, faultKind } from '../faults.ts';
import type { Faults } from '../faults.ts';
import type { FhirBackend, Rights } from '../fhir/backend.ts';
import { FhirError, outcome } from '../fhir/outcome.ts';
import { errorReply } from '../fhir/reply.ts';
import type { CallBody, FhirCall, FhirReply } from '../fhir/reply.ts';
import type { Imitation } from '../imitation/imitation.ts';
import { readBody, TooLarge } from './body.ts';
import { CORS, PREFLIGHT } from './origin.ts';
import { json } from './reply.ts';
import type { HttpReply } from './reply.ts';

/** `cut`: send half of it. Null: the connection ends without an answer. */
export type FhirAnswer = { readonly reply: HttpReply; readonly cut: boolean } | null;

export interface FhirRouteParts {
  readonly origin: string;
  /** `/fhir` or `/companion/fhir`. */
  readonly prefix: string;
  readonly backend: FhirBackend;
  /** Null: nobody is asked for a token. */
  readonly credentials: Credentials | null;
  /** Null unless the sandbox was started with faults. */
  readonly faults: Faults | null;
  /** The vendor whose refusals are imitated; null: none. */
  readonly imitation: Imitation | null;
}

/** HTTP to FHIR and back: bodies, tokens, content types, imitated refusals, and the troubles that were asked for. */
export function fhirRoute({ origin, prefix, backend, credentials, faults, imitation }: FhirRouteParts): (request: IncomingMessage, url: URL) => Promise<FhirAnswer> {
  const statement = imitation ? imitation.capability(backend.capability) : backend.capability;
  const faultsBefore = credentials === null ? 'companion/' : '';

  return async (request, url) => {
    const path = url.pathname.slice(prefix.length).replace(/^\//, '').replace(/\/$/, '');
    if (request.method === 'OPTIONS') return whole({ status: 204, headers: PREFLIGHT });
    if (credentials && request.method === 'GET' && path === '.well-known/smart-configuration') return whole(json(200, smartConfiguration(origin), CORS));
    if (credentials && request.method === 'GET' && path === '.well-known/openid-configuration') return whole(json(200, openidConfiguration(origin), CORS));
    if (request.method === 'GET' && path === 'metadata') return whole(toHttp({ status: 200, headers: {}, resource: statement }));
    const method = request.method ?? 'GET';
    const bytes = await bytesOf(request);
    const effect = faults?.take(method, faultsBefore + faultKind(path, url.searchParams)) ?? null;
    if (effect?.type === 'slow') await wait(effect.milliseconds);
    if (effect?.type === 'expire-tokens') credentials?.expire('access');
    if (effect?.type === 'status') return whole(toHttp(askedFor(effect.status, effect.retryAfter)));
    const answer = await answerTo(async () => {
      if (bytes instanceof TooLarge) throw new FhirError(413, 'too-long', bytes.message);
      const rights = credentials === null ? EVERYBODY : signedIn(request, credentials);
      refuseOtherFormats(request, url, path);
      const asked: FhirCall = { method, path, query: url.searchParams, headers: headersOf(request), body: bodyOf(request, path, bytes) };
      if (!imitation) return backend.answer(asked, rights);
      const admitted = imitation.admit(asked);
      return imitation.present(asked, await backend.answer(admitted, rights));
    });
    if (effect?.type === 'lost-reply') return null;
    return { reply: toHttp(effect ? distort(answer, effect, origin) : answer), cut: effect?.type === 'cut-body' };
  };
}

/** Who asks a server that asks for no token. */
const EVERYBODY: Rights = { owner: 'everybody', scope: 'user/*.cruds', user: null, patient: null };

function signedIn(request: IncomingMessage, credentials: Credentials): Rights {
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw new FhirError(401, 'login', 'Send an access token: Authorization: Bearer …');
  const found = credentials.find('access', token);
  if (!found) throw new FhirError(401, 'expired', 'The access token has expired, was ended, or was never given out here.');
  return { owner: found.family, ...(found.body as Grant) };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer | TooLarge> {
  try {
    return await readBody(request);
  } catch (error) {
    if (error instanceof TooLarge) return error;
    throw error;
  }
}

async function answerTo(work: () => Promise<FhirReply>): Promise<FhirReply> {
  try {
    return await work();
  } catch (error) {
    return errorReply(error);
  }
}

/** Binary may be asked for in any form; everything else is JSON here. */
function refuseOtherFormats(request: IncomingMessage, url: URL, path: string): void {
  const wanted = url.searchParams.get('_format') ?? request.headers.accept ?? '*/*';
  if (path.startsWith('Binary/') || /json|\*\/\*|application\/\*/.test(wanted)) return;
  throw new FhirError(406, 'not-supported', 'This server answers in application/fhir+json.');
}

function bodyOf(request: IncomingMessage, path: string, bytes: Buffer | TooLarge): CallBody {
  if (bytes instanceof TooLarge || bytes.length === 0) return { kind: 'none' };
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('application/x-www-form-urlencoded') && path.endsWith('/_search')) return { kind: 'form', parameters: new URLSearchParams(bytes.toString('utf8')) };
  const isFhir = /^application\/(?:fhir\+)?json/.test(contentType);
  if (!isFhir && path.startsWith('Binary')) return { kind: 'raw', contentType: contentType === '' ? 'application/octet-stream' : contentType, bytes };
  if (!isFhir) throw new FhirError(415, 'not-supported', 'Send the body as application/fhir+json.');
  return { kind: 'json', value: parseJson(bytes) };
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the body, which may name a patient.
    throw new FhirError(400, 'structure', `The body (${bytes.length} bytes) is not JSON in UTF-8. It may have been cut off.`);
  }
}

function headersOf(request: IncomingMessage): FhirCall['headers'] {
  return Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]));
}

function askedFor(status: number, retryAfter: number | undefined): FhirReply {
  const codes: Record<number, Parameters<typeof outcome>[1]> = { 401: 'login', 403: 'forbidden', 404: 'not-found', 409: 'conflict', 412: 'conflict', 422: 'invariant', 429: 'throttled', 503: 'transient' };
  return { status, headers: retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }, resource: outcome('error', codes[status] ?? 'exception', `A fault that was asked for: ${status}.`) };
}

function toHttp({ status, headers, resource, raw }: FhirReply): HttpReply {
  const common = { ...CORS, 'Cache-Control': 'no-store', ...headers };
  // A note is shown by nobody but the app: opened as a page of this origin, its scripts must not run.
  if (raw) return { status, headers: { ...common, 'Content-Type': raw.contentType, 'Content-Security-Policy': "sandbox; default-src 'none'" }, body: raw.bytes };
  if (!resource) return { status, headers: common };
  return { status, headers: { ...common, 'Content-Type': 'application/fhir+json; charset=utf-8' }, body: JSON.stringify(resource) };
}

function whole(reply: HttpReply): FhirAnswer {
  return { reply, cut: false };
}
