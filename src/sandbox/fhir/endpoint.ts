import type { Binary, Bundle, BundleEntry, Resource } from 'fhir/r4';
import { holdsKind } from '../definitions/definitions.ts';
import type { Guarded, Written } from './guarded.ts';
import { FhirError, outcome } from './outcome.ts';
import { replyWith, versionHeaders } from './reply.ts';
import type { FhirCall, FhirReply } from './reply.ts';
import { parseQuery } from './search/query.ts';
import type { Pages } from './search/results.ts';
import { runBatch, runTransaction } from './transaction.ts';
import { asResource } from './validate.ts';
import type { Stored } from '../records/store.ts';

/**
 * Answers one FHIR request with the rights of one token. Synchronous, so a request is one turn.
 * @throws FhirError
 */
export function handleFhir(call: FhirCall, guarded: Guarded, pages: Pages): FhirReply {
  const { method } = call;
  const [kind, ...rest] = call.path === '' ? [] : call.path.split('/');
  if (kind === undefined) return handleBase(call, guarded, pages);
  if (!holdsKind(kind)) throw new FhirError(404, 'not-supported', 'This server does not hold that kind of resource; see metadata.');
  if (rest.length === 0) {
    if (method === 'GET') return replyWith(200, search(call, guarded, pages, kind));
    if (method === 'POST') return create(call, guarded, kind);
    if (method === 'PUT') return updateConditionally(call, guarded, kind);
    if (method === 'DELETE') return removeConditionally(call, guarded, kind);
  }
  const [id = '', history, version] = rest;
  if (rest.length === 1 && id === '_search' && method === 'POST') return replyWith(200, search(call, guarded, pages, kind));
  if (rest.length === 1 && id === '_history' && method === 'GET') return replyWith(200, historyBundle(call, guarded, kind));
  if (rest.length === 1 && !id.startsWith('$') && id !== '_search' && id !== '_history') {
    if (method === 'GET') return read(call, guarded, kind, id);
    if (method === 'PUT') return writtenReply(call, guarded, guarded.update(bodyOf(call, kind, id), id, call.headers['if-match']));
    if (method === 'DELETE') return removedReply(guarded.remove(kind, id, call.headers['if-match']));
  }
  if (history === '_history' && method === 'GET') {
    if (rest.length === 2) return replyWith(200, historyBundle(call, guarded, kind, id));
    if (rest.length === 3) return present(call, guarded.readVersion(kind, id, wholeNumber(version)));
  }
  throw new FhirError(rest.length <= 1 ? 405 : 404, 'not-supported', `${method} is not offered there; see metadata.`);
}

function handleBase(call: FhirCall, guarded: Guarded, pages: Pages): FhirReply {
  const page = call.query.get('_page');
  if (call.method === 'GET' && page) return replyWith(200, pages.page(guarded, page));
  if (call.method !== 'POST') throw new FhirError(405, 'not-supported', 'The base takes a transaction or batch by POST.');
  const bundle = jsonOf(call);
  if ((bundle as Bundle | null)?.resourceType !== 'Bundle') throw new FhirError(400, 'structure', 'The base takes a Bundle of type transaction or batch.');
  if (!isEntryList((bundle as Bundle).entry)) throw new FhirError(400, 'structure', 'Bundle.entry is a list of objects.');
  const run = (entry: FhirCall) => handleFhir(entry, guarded, pages);
  switch ((bundle as Bundle).type) {
    case 'transaction':
      return replyWith(200, runTransaction(bundle as Bundle, guarded, run));
    case 'batch':
      return replyWith(200, runBatch(bundle as Bundle, guarded.store.base, run));
    default:
      throw new FhirError(400, 'value', 'The base takes a Bundle of type transaction or batch.');
  }
}

function isEntryList(entry: unknown): boolean {
  return entry === undefined || (Array.isArray(entry) && entry.every((e: unknown) => typeof e === 'object' && e !== null));
}

function search(call: FhirCall, guarded: Guarded, pages: Pages, kind: string): Bundle {
  const parameters = [...call.query, ...(call.body.kind === 'form' ? call.body.parameters : [])];
  guarded.access.demand('s', kind);
  return pages.search(guarded, parseQuery(kind, parameters, !/handling=lenient/.test(call.headers['prefer'] ?? '')));
}

function read(call: FhirCall, guarded: Guarded, kind: string, id: string): FhirReply {
  return present(call, guarded.read(kind, id));
}

function present(call: FhirCall, found: Stored & { resource: Resource }): FhirReply {
  const headers = versionHeaders(found);
  if (call.headers['if-none-match'] === headers['ETag']) return { status: 304, headers };
  if (found.resource.resourceType === 'Binary' && !asksForFhir(call)) {
    const { contentType, data = '' } = found.resource as Binary;
    return { status: 200, headers, raw: { contentType, bytes: Buffer.from(data, 'base64') } };
  }
  return { status: 200, headers, resource: found.resource };
}

/** R4 binary.html: the resource where FHIR is asked for, else the bytes themselves. */
function asksForFhir(call: FhirCall): boolean {
  return /fhir\+json|application\/json/.test(call.query.get('_format') ?? call.headers['accept'] ?? '') || call.query.get('_format') === 'json';
}

function create(call: FhirCall, guarded: Guarded, kind: string): FhirReply {
  if (call.body.kind === 'raw') {
    const { contentType, bytes } = call.body;
    if (kind !== 'Binary') throw new FhirError(415, 'not-supported', 'Send application/fhir+json. Only Binary takes other content types.');
    const context = call.headers['x-security-context'];
    const binary: Binary = { resourceType: 'Binary', contentType, data: bytes.toString('base64'), ...(context ? { securityContext: { reference: context } } : {}) };
    return writtenReply(call, guarded, guarded.create(binary));
  }
  return writtenReply(call, guarded, guarded.create(bodyOf(call, kind), call.headers['if-none-exist']));
}

/** No match: created; one: updated; several: 412. */
function updateConditionally(call: FhirCall, guarded: Guarded, kind: string): FhirReply {
  const found = guarded.only(kind, call.query.toString());
  const body = bodyOf(call, kind, found?.id);
  if (found) return writtenReply(call, guarded, guarded.update(body, found.id, call.headers['if-match']));
  return writtenReply(call, guarded, body.id ? guarded.update(body, body.id, call.headers['if-match']) : guarded.create(body));
}

function removeConditionally(call: FhirCall, guarded: Guarded, kind: string): FhirReply {
  guarded.access.demand('d', kind);
  const found = guarded.only(kind, call.query.toString());
  return removedReply(found && guarded.remove(kind, found.id, call.headers['if-match']));
}

function writtenReply(call: FhirCall, guarded: Guarded, { stored, outcome: what }: Written): FhirReply {
  const status = what === 'created' ? 201 : 200;
  const location = `${guarded.store.base}/${stored.kind}/${stored.id}/_history/${stored.version}`;
  const headers = { ...versionHeaders(stored), Location: location, ...(what === 'created' ? {} : { 'Content-Location': location }) };
  const wanted = /return=(\w+)/.exec(call.headers['prefer'] ?? '')?.[1];
  if (wanted === 'minimal') return { status, headers };
  if (wanted === 'OperationOutcome') return { status, headers, resource: outcome('information', 'informational', `${stored.kind} ${what}.`) };
  const readable = stored.resource && (what !== 'existing' || guarded.peek(stored.kind, stored.id, 'r'));
  return readable && stored.resource ? { status, headers, resource: stored.resource } : { status, headers };
}

function removedReply(stored: Stored | null): FhirReply {
  return { status: 204, headers: stored ? { ETag: `W/"${stored.version}"` } : {} };
}

function historyBundle(call: FhirCall, guarded: Guarded, kind: string, id?: string): Bundle {
  const since = call.query.get('_since');
  const unknown = [...call.query.keys()].find((name) => !['_since', '_count', '_format', '_pretty'].includes(name));
  if (unknown) throw new FhirError(400, 'invalid', `History takes _since and _count, not "${unknown}".`);
  if (since && Number.isNaN(Date.parse(since))) throw new FhirError(400, 'invalid', '_since takes an instant such as 2026-01-31T10:00:00Z.');
  const versions = guarded.history(kind, id).filter((v) => !since || Date.parse(v.updated) >= Date.parse(since));
  const count = call.query.get('_count');
  const entry = versions.slice(0, count === null ? 1000 : wholeNumber(count)).map((v): BundleEntry => ({
    fullUrl: `${guarded.store.base}/${v.kind}/${v.id}`,
    ...(v.resource ? { resource: v.resource } : {}),
    request: { method: v.method, url: v.method === 'POST' ? v.kind : `${v.kind}/${v.id}` },
    response: { status: v.method === 'DELETE' ? '204' : v.version === 1 ? '201' : '200', etag: `W/"${v.version}"`, lastModified: v.updated },
  }));
  return { resourceType: 'Bundle', type: 'history', total: versions.length, link: [{ relation: 'self', url: `${guarded.store.base}/${call.path}` }], ...(entry.length > 0 ? { entry } : {}) };
}

function bodyOf(call: FhirCall, kind: string, id?: string): Resource {
  const resource = asResource(jsonOf(call));
  if (resource.resourceType !== kind) throw new FhirError(400, 'value', `The body is a ${resource.resourceType}, and was sent to ${kind}.`);
  if (id !== undefined && resource.id !== undefined && resource.id !== id) throw new FhirError(400, 'value', 'The id in the body is not the one in the address.');
  if (id !== undefined && call.query.size === 0 && resource.id === undefined) throw new FhirError(400, 'value', 'An update carries the id of its address in the body.');
  return resource;
}

function jsonOf(call: FhirCall): unknown {
  if (call.body.kind === 'json') return call.body.value;
  if (call.body.kind === 'none') throw new FhirError(400, 'structure', 'The request has no body; send application/fhir+json.');
  throw new FhirError(415, 'not-supported', 'Send application/fhir+json.');
}

function wholeNumber(text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new FhirError(400, 'value', 'A version and a _count are whole numbers.');
  return Number(text);
}
