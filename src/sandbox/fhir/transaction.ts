import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import { holdsKind } from '../definitions/definitions.ts';
import { localReference, mapReferences } from '../records/references.ts';
import type { Guarded } from './guarded.ts';
import { FhirError } from './outcome.ts';
import { errorReply } from './reply.ts';
import type { FhirCall, FhirReply } from './reply.ts';
import { asResource } from './validate.ts';

type Run = (call: FhirCall) => FhirReply;
type Request = NonNullable<BundleEntry['request']>;

/** Each entry by itself: one may fail and the others stand. */
export function runBatch(bundle: Bundle, base: string, run: Run): Bundle {
  const entry = (bundle.entry ?? []).map((item) => {
    try {
      return responseEntry(run(callOf(item, base)));
    } catch (error) {
      return responseEntry(errorReply(error));
    }
  });
  return { resourceType: 'Bundle', type: 'batch-response', entry };
}

/**
 * All entries or none. R4 http.html#trules: deletes, creates, updates, then reads; references to `urn:uuid:` (and
 * conditional references) become those of what was written.
 * @throws FhirError naming the entry that failed; nothing is written then
 */
export function runTransaction(bundle: Bundle, guarded: Guarded, run: Run): Bundle {
  const entries = (bundle.entry ?? []).map((item, index) => ({ index, item, call: guarded.entry(index, () => callOf(item, guarded.store.base)) }));
  const responses: BundleEntry[] = [];
  guarded.atomic(() => {
    const placed = place(entries, guarded);
    const resolve = resolver(placed.addresses, guarded);
    for (const { index, call } of entries.toSorted((a, b) => ORDER.indexOf(a.call.method) - ORDER.indexOf(b.call.method))) {
      responses[index] = guarded.entry(index, () => {
        const existing = placed.existing.get(index);
        if (existing) return existing;
        const target = placed.targets.get(index);
        if (call.body.kind !== 'json') return responseEntry(run(call));
        const value = mapReferences(call.body.value, resolve);
        if (target === undefined) return responseEntry(run({ ...call, body: { kind: 'json', value } }));
        const resource = asResource(value);
        if (resource.resourceType !== call.path) throw new FhirError(400, 'value', `The resource is a ${resource.resourceType}, and its request.url says otherwise.`);
        return created(guarded, resource, target);
      });
    }
  });
  return { resourceType: 'Bundle', type: 'transaction-response', entry: responses };
}

const ORDER = ['DELETE', 'POST', 'PUT', 'PATCH', 'GET', 'HEAD'];

interface Entry { readonly index: number; readonly item: BundleEntry; readonly call: FhirCall }

interface Placed {
  /** fullUrl to `Kind/id`. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Ids for the entries that create. */
  readonly targets: ReadonlyMap<number, string>;
  /** Answers for the entries whose ifNoneExist found something. */
  readonly existing: ReadonlyMap<number, BundleEntry>;
}

/** Decides, before anything is written, what each entry will be called, so that references can point ahead. */
function place(entries: readonly Entry[], guarded: Guarded): Placed {
  const placed = { addresses: new Map<string, string>(), targets: new Map<number, string>(), existing: new Map<number, BundleEntry>() };
  const asked = new Map<string, string>();
  const touched = new Set<string>();
  for (const { index, item, call } of entries) {
    guarded.entry(index, () => {
      const kind = call.path.split('/')[0] ?? '';
      if (call.method === 'PUT' || call.method === 'DELETE') {
        const found = call.path.includes('/') ? null : guarded.only(kind, call.query.toString());
        const address = call.path.includes('/') ? call.path : found && `${kind}/${found.id}`;
        if (!address) return;
        if (touched.has(address)) throw new FhirError(400, 'invalid', 'Two entries change the same resource.');
        touched.add(address);
        if (item.fullUrl) placed.addresses.set(item.fullUrl, address);
        return;
      }
      if (call.method !== 'POST' || call.path.includes('/')) return;
      if (!holdsKind(kind)) throw new FhirError(404, 'not-supported', 'This server does not hold that kind of resource; see metadata.');
      guarded.access.demand('c', kind);
      const condition = call.headers['if-none-exist'];
      const sameAsked = condition === undefined ? undefined : asked.get(`${kind}?${condition}`);
      const found = condition === undefined || sameAsked ? null : guarded.only(kind, condition);
      const address = sameAsked ?? (found ? `${kind}/${found.id}` : `${kind}/${randomUUID()}`);
      if (condition !== undefined) asked.set(`${kind}?${condition}`, address);
      if (item.fullUrl) placed.addresses.set(item.fullUrl, address);
      if (!found && !sameAsked) placed.targets.set(index, address.slice(kind.length + 1));
      else placed.existing.set(index, { response: { status: '200 OK', location: `${guarded.store.base}/${address}/_history/${found?.version ?? 1}`, etag: `W/"${found?.version ?? 1}"` } });
    });
  }
  return placed;
}

function created(guarded: Guarded, resource: Resource, id: string): BundleEntry {
  const { stored } = guarded.create(resource, undefined, id);
  return {
    ...(stored.resource ? { resource: stored.resource } : {}),
    response: { status: '201 Created', location: `${guarded.store.base}/${stored.kind}/${stored.id}/_history/${stored.version}`, etag: `W/"${stored.version}"`, lastModified: stored.updated },
  };
}

/** `urn:uuid:…`, a fullUrl, or `Kind?parameters` (one match) to `Kind/id`; everything else stays. */
function resolver(addresses: ReadonlyMap<string, string>, guarded: Guarded): (text: string) => string {
  return (text) => {
    const address = addresses.get(text);
    if (address) return address;
    if (/^urn:(uuid|oid):/.test(text)) throw new FhirError(400, 'not-found', 'A reference leads to an entry that is not in this Bundle.');
    const [kind = '', query] = text.split('?');
    if (query === undefined || !holdsKind(kind)) return text;
    const found = guarded.only(kind, query);
    if (!found) throw new FhirError(400, 'not-found', `A conditional reference to ${kind} matches nothing.`);
    return `${kind}/${found.id}`;
  };
}

/** An entry as a request of its own. @throws FhirError 400 where it is none */
export function callOf(item: BundleEntry, base: string): FhirCall {
  const { request } = item;
  if (typeof request?.url !== 'string' || typeof request.method !== 'string') throw new FhirError(400, 'required', 'An entry needs request.method and request.url.');
  if ([request.ifMatch, request.ifNoneMatch, request.ifNoneExist].some((c) => c !== undefined && typeof c !== 'string')) throw new FhirError(400, 'value', 'The conditions of a request are texts.');
  const url = request.url.startsWith(`${base}/`) ? request.url.slice(base.length + 1) : request.url.replace(/^\//, '');
  const [path = '', query = ''] = url.split('?');
  if (path === '' && !query) throw new FhirError(400, 'value', 'A Bundle inside a Bundle is not carried out.');
  if (request.method !== 'GET' && /^[A-Z]\w+\//.test(path) && !path.endsWith('/_search') && !localReference(path, base)) throw new FhirError(400, 'value', 'request.url names no resource of a kind that this server holds.');
  return { method: request.method, path, query: new URLSearchParams(query), headers: headersOf(request), body: item.resource ? { kind: 'json', value: item.resource } : { kind: 'none' } };
}

function headersOf(request: Request): Record<string, string> {
  const headers = { 'if-match': request.ifMatch, 'if-none-match': request.ifNoneMatch, 'if-none-exist': request.ifNoneExist?.replace(/^\w*\?/, '') };
  return { accept: 'application/fhir+json', ...Object.fromEntries(Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined)) };
}

/** An answer as an entry of a response Bundle. */
export function responseEntry(reply: FhirReply): BundleEntry {
  const { ETag: etag, Location: location, 'Last-Modified': modified } = reply.headers;
  const response = {
    status: `${reply.status} ${PHRASES[reply.status] ?? ''}`.trim(),
    ...(etag ? { etag } : {}), ...(location ? { location } : {}), ...(modified ? { lastModified: new Date(modified).toISOString() } : {}),
  };
  if (reply.resource?.resourceType === 'OperationOutcome') return { response: { ...response, outcome: reply.resource } };
  return { ...(reply.resource ? { resource: reply.resource } : {}), response };
}

const PHRASES: Record<number, string> = { 200: 'OK', 201: 'Created', 204: 'No Content', 304: 'Not Modified', 400: 'Bad Request', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 409: 'Conflict', 410: 'Gone', 412: 'Precondition Failed', 422: 'Unprocessable Entity' };
