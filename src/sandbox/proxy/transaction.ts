import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import { bodyOf } from '../fhir/call.ts';
import { ofEntry } from '../fhir/guarded.ts';
import { FhirError } from '../fhir/outcome.ts';
import { replyWith } from '../fhir/reply.ts';
import type { FhirCall, FhirReply } from '../fhir/reply.ts';
import { routeOf } from '../fhir/route.ts';
import { parseQuery } from '../fhir/search/query.ts';
import { callOf } from '../fhir/transaction.ts';
import { validateShape } from '../fhir/validate.ts';
import { mapReferences } from '../records/references.ts';
import { conditionOf, parametersOf } from './guarded.ts';
import type { GuardedUpstream } from './guarded.ts';
import { passed } from './upstream.ts';

type Request = NonNullable<BundleEntry['request']>;

/** An entry, looked at: what goes on to the outside server, or the answer that is known already. */
type Prepared =
  | { readonly is: 'read'; readonly request: Request }
  | { readonly is: 'write'; readonly request: Request; readonly resource: Resource; readonly needs: 'c' | 'u'; readonly key: string }
  | { readonly is: 'removal'; readonly request: Request; readonly before: Resource | null }
  | { readonly is: 'answered'; readonly key: string | null; readonly answer: BundleEntry };

/**
 * A transaction for the outside server, all of it or none, once every entry of it has been looked at: rights are asked
 * before anything is sent, with the references of the entries to each other followed.
 * @throws FhirError naming the entry that may not be; nothing is sent then
 */
export async function passTransaction(bundle: Bundle, guarded: GuardedUpstream): Promise<FhirReply> {
  const given = bundle.entry ?? [];
  const prepared = await inTurn(given, (item) => prepare(item, guarded));
  refuseTwice(prepared);
  const addresses = addressesOf(given, prepared);
  await checkContents(prepared, addresses.all, guarded);

  const sent = prepared.flatMap((entry, at) => (entry.is === 'answered' ? [] : [{ at, entry }]));
  const answers = prepared.map((entry) => (entry.is === 'answered' ? entry.answer : null));
  if (sent.length > 0) {
    const body: Bundle = { resourceType: 'Bundle', type: 'transaction', entry: sent.map(({ at, entry }) => forwarded(entry, given[at], addresses.known, guarded)) };
    const reply = await guarded.upstream.ask({ method: 'POST', path: '', body });
    if (reply.status >= 300) return passed(reply);
    const replied = (reply.resource as Bundle | null)?.entry ?? [];
    for (const [index, { at, entry }] of sent.entries()) answers[at] = await shown(entry, replied[index] ?? {}, guarded);
    for (const { entry } of sent) if (entry.is === 'removal' && entry.before) guarded.note(entry.before);
    guarded.note(...prepared.flatMap((entry) => (entry.is === 'write' ? [mapReferences(entry.resource, (text) => addresses.all.get(text) ?? text)] : [])));
  }
  return replyWith(200, { resourceType: 'Bundle', type: 'transaction-response', entry: answers.map((answer) => answer ?? {}) } as Bundle);
}

function refuseTwice(prepared: readonly Prepared[]): void {
  const touched = prepared.flatMap((entry) => (entry.is === 'removal' || (entry.is === 'write' && entry.key !== '') ? [entry.request.url] : []));
  if (new Set(touched).size < touched.length) throw new FhirError(400, 'invalid', 'Two entries change the same resource.');
}

interface Addresses {
  /** fullUrl to `Kind/id`; new resources under a name of their own here. */
  readonly all: ReadonlyMap<string, string>;
  /** Those that stand already: written into what is sent, so that what was looked at is what is sent. */
  readonly known: ReadonlyMap<string, string>;
}

/** Of a new resource only a `urn:` counts: another fullUrl could stand for one thing here and for another there. */
function addressesOf(given: readonly BundleEntry[], prepared: readonly Prepared[]): Addresses {
  const all = new Map<string, string>();
  const known = new Map<string, string>();
  for (const [at, entry] of prepared.entries()) {
    const fullUrl = given[at]?.fullUrl;
    if (fullUrl === undefined || !/^(?:urn:|https?:)/.test(fullUrl)) continue;
    const key = entry.is === 'write' || entry.is === 'answered' ? entry.key : null;
    if (key !== null && key !== '') {
      known.set(fullUrl, key);
      all.set(fullUrl, key);
    } else if (entry.is === 'write' && fullUrl.startsWith('urn:')) {
      all.set(fullUrl, keyOf(entry, at));
    }
  }
  return { all, known };
}

async function prepare(item: BundleEntry, guarded: GuardedUpstream): Promise<Prepared> {
  const call = callOf(item, guarded.upstream.base);
  const route = routeOf(call);
  const { access } = guarded;
  switch (route.to) {
    case 'search': {
      access.demand('s', route.kind);
      const query = parseQuery(route.kind, call.query);
      if (call.method !== 'GET') throw new FhirError(400, 'not-supported', 'A transaction searches by GET.');
      if (guarded.watched(query)) throw unlooked();
      return { is: 'read', request: { method: 'GET', url: `${route.kind}?${parametersOf(query, guarded.upstream).toString()}` } };
    }
    case 'history':
      access.demand('r', route.kind);
      if (access.partial('r', route.kind)) throw unlooked();
      return { is: 'read', request: { method: 'GET', url: call.path } };
    case 'read':
      await guarded.read(route.kind, route.id);
      return { is: 'read', request: { method: 'GET', url: call.path } };
    case 'read-version':
      await guarded.readVersion(route.kind, route.id, route.version);
      return { is: 'read', request: { method: 'GET', url: call.path } };
    case 'create':
      return creation(call, route.kind, guarded);
    case 'update':
      return update(call, route.kind, route.id, guarded);
    case 'update-conditionally': {
      const found = await guarded.only(route.kind, call.query.toString());
      const id = found?.resource.id ?? bodyOf(call, route.kind).id;
      const unconditional = { ...call, query: new URLSearchParams() };
      return id === undefined ? creation(unconditional, route.kind, guarded) : update({ ...unconditional, body: withId(call, route.kind, id) }, route.kind, id, guarded);
    }
    case 'remove':
      return removal(call, route.kind, route.id, guarded);
    case 'remove-conditionally': {
      access.demand('d', route.kind);
      const found = await guarded.only(route.kind, call.query.toString());
      return found?.resource.id === undefined ? { is: 'answered', key: null, answer: { response: { status: '204 No Content' } } } : removal(call, route.kind, found.resource.id, guarded);
    }
    case 'bundle': case 'page':
      throw new FhirError(400, 'value', 'A Bundle or a next link inside a Bundle is not carried out.');
  }
}

function withId(call: FhirCall, kind: string, id: string): FhirCall['body'] {
  return { kind: 'json', value: { ...bodyOf(call, kind, id), id } };
}

async function creation(call: FhirCall, kind: string, guarded: GuardedUpstream): Promise<Prepared> {
  guarded.access.demand('c', kind);
  const resource = await guarded.resolved(validateShape(bodyOf(call, kind)));
  const condition = call.headers['if-none-exist'];
  const request = { method: 'POST', url: kind } as const;
  if (condition === undefined) return { is: 'write', request, resource, needs: 'c', key: '' };
  guarded.access.demand('s', kind);
  const query = conditionOf(kind, condition);
  if (!guarded.watched(query)) return { is: 'write', request: { ...request, ifNoneExist: parametersOf(query, guarded.upstream).toString() }, resource, needs: 'c', key: '' };
  const found = await guarded.only(kind, condition);
  if (found === null) return { is: 'write', request, resource, needs: 'c', key: '' };
  const { ETag: etag, Location: location } = found.headers;
  return { is: 'answered', key: `${kind}/${found.resource.id}`, answer: { response: { status: '200 OK', ...(location ? { location } : {}), ...(etag ? { etag } : {}) } } };
}

async function update(call: FhirCall, kind: string, id: string, guarded: GuardedUpstream): Promise<Prepared> {
  const { interaction, ifMatch } = await guarded.mayPut(kind, id);
  const resource = await guarded.resolved(validateShape(bodyOf(call, kind, id)));
  const match = call.headers['if-match'] ?? ifMatch;
  return { is: 'write', request: { method: 'PUT', url: `${kind}/${id}`, ...(match === undefined ? {} : { ifMatch: match }) }, resource, needs: interaction, key: `${kind}/${id}` };
}

async function removal(call: FhirCall, kind: string, id: string, guarded: GuardedUpstream): Promise<Prepared> {
  const ifMatch = call.headers['if-match'] ?? await guarded.mayChange('d', kind, id);
  if (call.headers['if-match'] !== undefined) await guarded.mayChange('d', kind, id);
  const before = await guarded.upstream.ask({ method: 'GET', path: `${kind}/${id}` });
  return { is: 'removal', request: { method: 'DELETE', url: `${kind}/${id}`, ...(ifMatch === undefined ? {} : { ifMatch }) }, before: before.status === 200 ? before.resource : null };
}

/** Rights on what is written, when all of it is known: a Provenance may stand ahead of its target. */
async function checkContents(prepared: readonly Prepared[], addresses: ReadonlyMap<string, string>, guarded: GuardedUpstream): Promise<void> {
  const contents = prepared.map((entry, at) => {
    if (entry.is !== 'write') return null;
    const key = keyOf(entry, at);
    return { key, needs: entry.needs, resource: { ...mapReferences(entry.resource, (text) => addresses.get(text) ?? text), id: key.split('/')[1] ?? '' } };
  });
  for (const content of contents) if (content) guarded.records.expect(content.key, content.resource);
  await inTurn(contents, async (content) => {
    if (content) await guarded.mayWrite(content.needs, content.resource);
  });
}

/** What a new resource is called until the outside server names it. */
function keyOf(entry: Extract<Prepared, { is: 'write' }>, at: number): string {
  return entry.key === '' ? `${entry.resource.resourceType}/pending-${at}` : entry.key;
}

function forwarded(entry: Exclude<Prepared, { is: 'answered' }>, item: BundleEntry | undefined, known: ReadonlyMap<string, string>, { upstream }: GuardedUpstream): BundleEntry {
  if (entry.is !== 'write') return { request: entry.request };
  const fullUrl = item?.fullUrl;
  return {
    // An address of ours means nothing there, and nothing refers to it but by `Kind/id`.
    ...(fullUrl === undefined || fullUrl.startsWith(upstream.base) ? {} : { fullUrl }),
    resource: mapReferences(entry.resource, (text) => known.get(text) ?? text),
    request: entry.request,
  };
}

/** An answer's entry without what may not be read. */
async function shown(entry: Exclude<Prepared, { is: 'answered' }>, { response, resource }: BundleEntry, guarded: GuardedUpstream): Promise<BundleEntry> {
  const bare: BundleEntry = response ? { response } : {};
  if (resource === undefined || entry.is === 'removal') return bare;
  if (resource.resourceType === 'Bundle') return { ...bare, resource: withoutNext(resource as Bundle) };
  const isOwn = entry.is === 'write' && (entry.request.method === 'PUT' || !/^200\b/.test(response?.status ?? ''));
  if (isOwn) return { ...bare, resource };
  const [open] = await guarded.open('r', [resource]);
  return open ? { ...bare, resource: open } : bare;
}

function withoutNext(bundle: Bundle): Bundle {
  return { ...bundle, link: (bundle.link ?? []).filter(({ relation }) => relation === 'self') };
}

function unlooked(): FhirError {
  return new FhirError(403, 'not-supported', 'The granted scopes open a part of this kind, so its answer would have to be looked at: search by itself, outside the transaction.');
}

/** One after the other; what is refused names its entry. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [index, item] of items.entries()) {
    try {
      results.push(await work(item));
    } catch (error) {
      throw ofEntry(index, error);
    }
  }
  return results;
}
