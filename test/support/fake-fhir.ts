import type { Bundle, BundleEntry, FhirResource, Meta } from 'fhir/r4';
import type { FaultKind, FhirHttp, FhirReply, FhirRequest } from '../../src/fhir/http/contract.ts';
import { FhirFault } from '../../src/fhir/http/contract.ts';

export interface FakeOptions {
  /** What a stale If-Match gets: HAPI says 409, the specification 412. */
  readonly staleStatus?: 409 | 412;
  /** False: `If-None-Exist` and `ifNoneExist` are not understood. */
  readonly conditionalCreate?: boolean;
  /** Drops `meta.tag` and identifiers, as some EHRs do. */
  readonly forgetsKeys?: boolean;
  /** Keeps its own time of recording, as some EHRs do. */
  readonly rewritesDates?: boolean;
  /** Ignores search parameters it does not know, and answers with everything. */
  readonly ignoresSearch?: boolean;
  /** Keeps no versions. */
  readonly versionless?: boolean;
  /** What a create or update says of itself. */
  readonly answers?: 'resource' | 'location' | 'nothing';
  /** Answers 400 to `_elements`. */
  readonly refusesElements?: boolean;
  /** Default `https://ehr.test/fhir`. */
  readonly base?: string;
  /** As HAPI does: a reference that leads to nothing here gets 400. */
  readonly checksReferences?: boolean;
  /** What a search of these kinds is answered with. */
  readonly refusesSearch?: Readonly<Record<string, number>>;
}

/** What goes wrong with the next request that it fits. `after`: the server has done its part by then. */
export type Fault =
  | { readonly kind: 'lost'; readonly fault: FaultKind; readonly after: boolean }
  | { readonly kind: 'status'; readonly status: number; readonly after: boolean; readonly words?: string; readonly retryAfter?: number };

/** A FHIR server in memory: versions, If-Match, conditional creates, transactions that roll back, and faults on demand. */
export class FakeFhir implements FhirHttp {
  readonly base: string;
  readonly log: FhirRequest[] = [];
  private store = new Map<string, readonly FhirResource[]>();
  private ids = 0;
  private faults: { readonly fits: (request: FhirRequest) => boolean; readonly fault: Fault }[] = [];
  private readonly options: FakeOptions;

  constructor(options: FakeOptions = {}) {
    this.options = options;
    this.base = options.base ?? 'https://ehr.test/fhir';
  }

  /** Another hand writes, past every check. */
  put(resource: FhirResource): void {
    this.keep(resource.id ?? '', resource);
  }

  /** Another hand deletes. */
  remove(reference: string): void {
    this.store.delete(reference);
  }

  /** Once, at the first request that fits. */
  fail(fits: (request: FhirRequest) => boolean, fault: Fault): void {
    this.faults.push({ fits, fault });
  }

  /** Nothing goes wrong from here on. */
  heal(): void {
    this.faults = [];
  }

  current(reference: string): FhirResource {
    const resource = this.store.get(reference)?.at(-1);
    if (resource === undefined) throw new Error(`${reference} is not there.`);
    return resource;
  }

  versions(reference: string): number {
    return this.store.get(reference)?.length ?? 0;
  }

  all<T extends FhirResource>(type: T['resourceType']): readonly T[] {
    return [...this.store.values()].map((v) => v.at(-1)).filter((r) => r?.resourceType === type) as T[];
  }

  writes(): readonly FhirRequest[] {
    return this.log.filter((r) => r.method !== 'GET');
  }

  async request(request: FhirRequest): Promise<FhirReply> {
    if (request.signal?.aborted) throw new FhirFault('cancelled', 'Cancelled.');
    this.log.push(request);
    const index = this.faults.findIndex(({ fits }) => fits(request));
    const [hit] = index === -1 ? [] : this.faults.splice(index, 1);
    if (hit !== undefined && !hit.fault.after) return deliver(hit.fault);
    const answer = this.handle(request);
    return hit === undefined ? answer : deliver(hit.fault);
  }

  private handle(request: FhirRequest): FhirReply {
    const [path = '', query = ''] = request.url.replace(`${this.base}/`, '').split('?');
    const [type = '', id, , version] = path.split('/');
    switch (request.method) {
      case 'GET': return id === undefined ? this.search(type, query) : this.read(`${type}/${id}`, version, query);
      case 'POST': return type === '' ? this.transact(request.body as Bundle) : this.create(type, request.body as FhirResource, request.headers?.['if-none-exist']);
      case 'PUT': return this.update(`${type}/${id}`, request.body as FhirResource, request.headers?.['if-match']);
      case 'PATCH':
      case 'DELETE': return outcome(405, 'not-supported');
    }
  }

  private read(reference: string, version: string | undefined, query: string): FhirReply {
    if (query !== '' && this.options.refusesElements) return outcome(400, 'unknown parameter');
    const versions = this.store.get(reference);
    const resource = version === undefined ? versions?.at(-1) : versions?.[Number(version) - 1];
    return resource === undefined ? outcome(404, 'not known') : this.reply(200, resource);
  }

  private search(type: string, query: string): FhirReply {
    const refusal = this.options.refusesSearch?.[type];
    if (refusal !== undefined) return outcome(refusal, 'not searched here');
    const found = this.all(type as FhirResource['resourceType']).filter((r) => this.options.ignoresSearch || this.matches(r, query));
    return json(200, { resourceType: 'Bundle', type: 'searchset', total: found.length, entry: found.map((resource) => ({ resource, search: { mode: 'match' } })) });
  }

  private matches(resource: FhirResource, query: string): boolean {
    return [...new URLSearchParams(query)].every(([name, value]) => {
      const [system, code] = value.split('|');
      if (name === '_tag') return resource.meta?.tag?.some((t) => t.system === system && t.code === code) ?? false;
      if (name === 'identifier') return 'identifier' in resource && [resource.identifier ?? []].flat().some((i) => i.system === system && i.value === code);
      if (name === '_count') return true;
      if (name === 'patient') return JSON.stringify(resource).includes(`"Patient/${value.replace('Patient/', '')}"`);
      if (name === 'target') return value.split(',').some((to) => JSON.stringify('target' in resource ? resource.target : null).includes(`"reference":"${to}`));
      if (name === 'category') return JSON.stringify('category' in resource ? resource.category : null).includes(`"${value}"`);
      throw new Error(`The fake server does not know the parameter ${name}.`);
    });
  }

  private create(type: string, resource: FhirResource, unless: string | undefined): FhirReply {
    const found = unless === undefined || this.options.conditionalCreate === false ? [] : this.all(type as FhirResource['resourceType']).filter((r) => this.matches(r, unless));
    if (found.length > 1) return outcome(412, 'several match');
    if (found[0] !== undefined) return this.reply(200, found[0]);
    if (this.dangles(resource)) return outcome(400, 'a reference leads nowhere');
    this.ids += 1;
    return this.reply(201, this.keep(`new${this.ids}`, resource));
  }

  private update(reference: string, resource: FhirResource, ifMatch: string | undefined): FhirReply {
    const before = this.store.get(reference)?.at(-1);
    if (before === undefined) return outcome(404, 'not known');
    if (ifMatch !== undefined && ifMatch !== `W/"${before.meta?.versionId ?? ''}"`) return outcome(this.options.staleStatus ?? 412, 'the version is another');
    if (this.dangles(resource)) return outcome(400, 'a reference leads nowhere');
    return this.reply(200, this.keep(reference.split('/')[1] ?? '', resource));
  }

  private dangles(resource: FhirResource): boolean {
    if (this.options.checksReferences !== true) return false;
    const references = [...JSON.stringify(resource).matchAll(/"reference":"([^"#][^"]*)"/g)].map(([, to = '']) => to.split('/_history')[0] ?? '');
    return references.some((to) => !this.store.has(to));
  }

  private transact(bundle: Bundle): FhirReply {
    const before = new Map(this.store);
    const names = new Map<string, string>();
    const answers: BundleEntry[] = [];
    const inOrder = (bundle.entry ?? []).map((entry, index) => ({ entry, index })).toSorted((a, b) => Number(a.entry.request?.method === 'PUT') - Number(b.entry.request?.method === 'PUT'));
    for (const { entry, index } of inOrder) {
      const { request } = entry;
      const body = JSON.parse([...names].reduce((text, [urn, to]) => text.replaceAll(`"${urn}"`, `"${to}"`), JSON.stringify(entry.resource))) as FhirResource;
      const answer = request?.method === 'POST'
        ? this.create(request.url, body, request.ifNoneExist)
        : this.update(request?.url ?? '', body, request?.ifMatch);
      if (answer.status >= 400) {
        this.store = before;
        return answer;
      }
      const named = this.sources.get(answer);
      if (named !== undefined && entry.fullUrl !== undefined) names.set(entry.fullUrl, named.split('/_history')[0] ?? '');
      answers[index] = { response: { status: answer.status === 201 ? '201 Created' : '200 OK', ...(named === undefined ? {} : { location: named }), etag: answer.etag?.replace(/^W\/"(.*)"$/, '$1') ?? '' } };
    }
    return json(200, { resourceType: 'Bundle', type: 'transaction-response', entry: answers });
  }

  /** What a reply speaks of, also where it does not say so itself. */
  private readonly sources = new WeakMap<FhirReply, string>();

  private reply(status: number, resource: FhirResource): FhirReply {
    const version = resource.meta?.versionId;
    const location = `${resource.resourceType}/${resource.id}${version === undefined ? '' : `/_history/${version}`}`;
    const answers = status === 200 && this.log.at(-1)?.method === 'GET' ? 'resource' : this.options.answers ?? 'resource';
    const reply: FhirReply = {
      ...json(status, answers === 'resource' ? resource : undefined),
      etag: version === undefined || answers === 'nothing' ? null : `W/"${version}"`,
      location: answers === 'location' ? `${this.base}/${location}` : null,
    };
    this.sources.set(reply, location);
    return reply;
  }

  private keep(id: string, resource: FhirResource): FhirResource {
    const reference = `${resource.resourceType}/${id}`;
    const before = this.store.get(reference) ?? [];
    const { versionId: _, tag, ...rest } = resource.meta ?? {};
    const meta: Meta = {
      ...rest,
      ...(tag === undefined || this.options.forgetsKeys ? {} : { tag }),
      ...(this.options.versionless ? {} : { versionId: String(before.length + 1) }),
    };
    const kept = structuredClone({ ...resource, id, meta }) as FhirResource & { identifier?: unknown };
    if (this.options.forgetsKeys) delete kept.identifier;
    if (this.options.rewritesDates) Object.assign(kept, { ...('recordedDate' in kept ? { recordedDate: '2026-11-20' } : {}), ...('date' in kept ? { date: '2026-11-20' } : {}) });
    this.store.set(reference, [...before, kept]);
    return kept;
  }
}

async function deliver(fault: Fault): Promise<FhirReply> {
  if (fault.kind === 'lost') throw new FhirFault(fault.fault, `The answer was lost (${fault.fault}).`);
  return { ...outcome(fault.status, fault.words ?? 'the server\'s own words'), retryAfter: fault.retryAfter ?? null };
}

function outcome(status: number, words: string): FhirReply {
  return json(status, { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code: 'processing', details: { text: words } }] });
}

function json(status: number, body: unknown): FhirReply {
  return { status, contentType: 'application/fhir+json', etag: null, location: null, json: body === undefined ? undefined : structuredClone(body), bytes: new Uint8Array() };
}
