import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import { binaryOf, bodyOf, bundleIn, historyQuery, preferred, present } from './call.ts';
import type { Guarded, Present, Written } from './guarded.ts';
import { replyWith, versionHeaders } from './reply.ts';
import type { FhirCall, FhirReply } from './reply.ts';
import { routeOf } from './route.ts';
import { parseQuery } from './search/query.ts';
import type { Pages } from './search/results.ts';
import { runBatch, runTransaction } from './transaction.ts';
import type { Stored } from '../records/store.ts';

/**
 * Answers one FHIR request with the rights of one token. Synchronous, so a request is one turn.
 * @throws FhirError
 */
export function handleFhir(call: FhirCall, guarded: Guarded, pages: Pages): FhirReply {
  const route = routeOf(call);
  switch (route.to) {
    case 'bundle':
      return handleBundle(call, guarded, pages);
    case 'page':
      return replyWith(200, pages.page(guarded, route.token));
    case 'search':
      return replyWith(200, search(call, guarded, pages, route.kind));
    case 'read':
      return present(call, shown(guarded.read(route.kind, route.id)));
    case 'read-version':
      return present(call, shown(guarded.readVersion(route.kind, route.id, route.version)));
    case 'history':
      return replyWith(200, historyBundle(call, guarded, route.kind, route.id));
    case 'create':
      return create(call, guarded, route.kind);
    case 'update':
      return writtenReply(call, guarded, guarded.update(bodyOf(call, route.kind, route.id), route.id, call.headers['if-match']));
    case 'update-conditionally':
      return updateConditionally(call, guarded, route.kind);
    case 'remove':
      return removedReply(guarded.remove(route.kind, route.id, call.headers['if-match']));
    case 'remove-conditionally':
      return removeConditionally(call, guarded, route.kind);
  }
}

function handleBundle(call: FhirCall, guarded: Guarded, pages: Pages): FhirReply {
  const bundle = bundleIn(call);
  const run = (entry: FhirCall) => handleFhir(entry, guarded, pages);
  switch (bundle.type) {
    case 'transaction':
      return replyWith(200, runTransaction(bundle, guarded, run));
    case 'batch':
      return replyWith(200, runBatch(bundle, guarded.store.base, run));
  }
}

function search(call: FhirCall, guarded: Guarded, pages: Pages, kind: string): Bundle {
  const parameters = [...call.query, ...(call.body.kind === 'form' ? call.body.parameters : [])];
  guarded.access.demand('s', kind);
  return pages.search(guarded, parseQuery(kind, parameters, !/handling=lenient/.test(call.headers['prefer'] ?? '')));
}

function shown(found: Present): FhirReply & { resource: Resource } {
  return { status: 200, headers: versionHeaders(found), resource: found.resource };
}

function create(call: FhirCall, guarded: Guarded, kind: string): FhirReply {
  if (call.body.kind === 'raw') return writtenReply(call, guarded, guarded.create(binaryOf(call, call.body, kind)));
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
  const readable = stored.resource && (what !== 'existing' || guarded.peek(stored.kind, stored.id, 'r'));
  return preferred(call, readable && stored.resource ? { status, headers, resource: stored.resource } : { status, headers }, `${stored.kind} ${what}`);
}

function removedReply(stored: Stored | null): FhirReply {
  return { status: 204, headers: stored ? { ETag: `W/"${stored.version}"` } : {} };
}

function historyBundle(call: FhirCall, guarded: Guarded, kind: string, id: string | null): Bundle {
  const { since, count } = historyQuery(call);
  const versions = guarded.history(kind, id ?? undefined).filter((v) => since === null || Date.parse(v.updated) >= since);
  const entry = versions.slice(0, count).map((v): BundleEntry => ({
    fullUrl: `${guarded.store.base}/${v.kind}/${v.id}`,
    ...(v.resource ? { resource: v.resource } : {}),
    request: { method: v.method, url: v.method === 'POST' ? v.kind : `${v.kind}/${v.id}` },
    response: { status: v.method === 'DELETE' ? '204' : v.version === 1 ? '201' : '200', etag: `W/"${v.version}"`, lastModified: v.updated },
  }));
  return { resourceType: 'Bundle', type: 'history', total: versions.length, link: [{ relation: 'self', url: `${guarded.store.base}/${call.path}` }], ...(entry.length > 0 ? { entry } : {}) };
}
