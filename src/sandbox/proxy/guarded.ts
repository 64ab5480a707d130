import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import { accessFor } from '../auth/access.ts';
import type { Access } from '../auth/access.ts';
import type { Interaction } from '../auth/scopes.ts';
import { holdsKind, searchDefinitions, structures } from '../definitions/definitions.ts';
import type { Rights } from '../fhir/backend.ts';
import { closed } from '../fhir/guarded.ts';
import { FhirError } from '../fhir/outcome.ts';
import type { FhirReply } from '../fhir/reply.ts';
import { parseQuery } from '../fhir/search/query.ts';
import type { SearchQuery } from '../fhir/search/query.ts';
import { targetsOf } from '../fhir/search/results.ts';
import { isId, validateShape } from '../fhir/validate.ts';
import { FOLLOWERS } from '../records/compartment.ts';
import { mapReferences } from '../records/references.ts';
import { recordsOf } from './records.ts';
import type { LearnedRecords } from './records.ts';
import { passed } from './upstream.ts';
import type { Upstream, UpstreamReply } from './upstream.ts';

export type Seen = UpstreamReply & { readonly resource: Resource };
/** How a request wants to be carried out; passed on. */
export interface Conditions { readonly ifMatch?: string | undefined; readonly ifNoneExist?: string | undefined; readonly prefer?: string | undefined }
export interface Gathered { readonly matches: readonly Resource[]; readonly includes: readonly Resource[] }

/**
 * An outside server as one token sees it: the one way from a request to it, with the rules of fhir/guarded.ts and the
 * same `Access`. Where a scope opens all of a kind, requests go through as they are. Where it opens a part (a patient's
 * record, a category), each resource is looked at: before it is shown, and, as it stands, before it is changed; what was
 * looked at is then changed under If-Match, so that nothing slips in between.
 * Everything throws FhirError for what is refused here; what the outside server refuses comes back as its answer.
 */
export interface GuardedUpstream {
  readonly upstream: Upstream;
  readonly access: Access;
  readonly records: LearnedRecords;
  /** What was written through it. */
  readonly wrote: readonly Resource[];
  read(kind: string, id: string): Promise<FhirReply>;
  readVersion(kind: string, id: string, version: number): Promise<FhirReply>;
  /** All versions that may be seen, newest first, where a part of the kind is open; null: `pass` it on. */
  history(kind: string, id: string | null): Promise<readonly BundleEntry[] | null>;
  /** Does an answer to this search have to be looked at? */
  watched(query: SearchQuery): boolean;
  /** Everything that a watched search finds and may be seen. */
  gather(query: SearchQuery): Promise<Gathered>;
  /** Those that may be seen. */
  open<T extends Resource>(interaction: 'r' | 's', resources: readonly T[]): Promise<readonly T[]>;
  /** The one that parameters name, or null; several are 412. */
  only(kind: string, query: string): Promise<Seen | null>;
  create(resource: Resource, conditions: Conditions): Promise<FhirReply>;
  update(resource: Resource, id: string, conditions: Conditions): Promise<FhirReply>;
  remove(kind: string, id: string, conditions: Conditions): Promise<FhirReply>;
  /** May `Kind/id` be changed or deleted as it stands? @returns the If-Match under which it may, or undefined where none is needed */
  mayChange(interaction: 'u' | 'd', kind: string, id: string): Promise<string | undefined>;
  /** Which right a PUT to this address takes: creating where nothing is there. @returns with the If-Match under which it may */
  mayPut(kind: string, id: string): Promise<{ readonly interaction: 'c' | 'u'; readonly ifMatch: string | undefined }>;
  /** @throws FhirError where content may not be written as it is */
  mayWrite(interaction: 'c' | 'u', resource: Resource): Promise<void>;
  /** A copy whose conditional references (`Kind?parameters`) are those that this token may follow. */
  resolved<T extends Resource>(resource: T): Promise<T>;
  note(...resources: readonly Resource[]): void;
}

/** Resources that one search may bring together here. */
const MOST_GATHERED = 2000;
const PAGE = 200;

export function guardUpstream(upstream: Upstream, rights: Rights): GuardedUpstream {
  const records = recordsOf(upstream);
  const access = accessFor(rights, records);
  const wrote: Resource[] = [];

  const guarded: GuardedUpstream = {
    upstream, access, records, wrote,
    read: async (kind, id) => {
      access.demand('r', kind);
      if (!isId(id)) throw missing('r', kind);
      const reply = await upstream.ask({ method: 'GET', path: `${kind}/${id}` });
      return shown(reply, kind, id);
    },
    readVersion: async (kind, id, version) => {
      access.demand('r', kind);
      if (!isId(id)) throw missing('r', kind);
      return shown(await upstream.ask({ method: 'GET', path: `${kind}/${id}/_history/${version}` }), kind, id);
    },
    history: async (kind, id) => {
      access.demand('r', kind);
      if (id !== null && !isId(id)) throw missing('r', kind);
      if (!access.partial('r', kind)) return null;
      const visible = await visibleVersions(await versionsOf(kind, id), kind);
      if (id !== null && visible.length === 0) throw closed('r', kind);
      return visible;
    },
    watched: (query) => access.partial('s', query.kind)
      || (query.includes.length + query.revincludes.length > 0 && structures.kinds.some((kind) => access.partial('r', kind))),
    gather: async (query) => {
      access.demand('s', query.kind);
      const found = await allPages(query.kind, narrowed(query));
      const isMatch = ({ search, resource }: BundleEntry): boolean => search?.mode === 'match' || (search?.mode === undefined && resource?.resourceType === query.kind);
      const matches = await guarded.open('s', found.filter(isMatch).flatMap(({ resource }) => resource ?? []));
      const includes = await guarded.open('r', found.filter(({ search }) => search?.mode === 'include').flatMap(({ resource }) => resource ?? []));
      return { matches, includes };
    },
    open: async (interaction, resources) => {
      await records.learn(resources.filter(({ resourceType }) => access.partial(interaction, resourceType)));
      return resources.filter((resource) => access.allows(interaction, resource));
    },
    only: async (kind, text) => {
      const query = conditionOf(kind, text);
      access.demand('s', kind);
      const found = guarded.watched(query) ? (await guarded.gather(query)).matches : await twoOf(query);
      if (found.length > 1) throw new FhirError(412, 'multiple-matches', `The condition matches several ${kind} resources; it must match one at most.`);
      const [resource] = found;
      if (resource === undefined) return null;
      const version = resource.meta?.versionId;
      const location = `${upstream.base}/${kind}/${resource.id}${version === undefined ? '' : `/_history/${version}`}`;
      return { status: 200, headers: { ...(version === undefined ? {} : { ETag: `W/"${version}"` }), Location: location }, resource, next: null };
    },
    create: async (resource, { ifNoneExist, prefer }) => {
      const kind = resource.resourceType;
      access.demand('c', kind);
      const content = await guarded.resolved(validateShape(resource));
      const condition = ifNoneExist === undefined ? null : conditionOf(kind, ifNoneExist);
      if (condition) access.demand('s', kind);
      // Nobody may learn from a condition what stands where the scopes do not reach.
      const seen = condition && guarded.watched(condition) ? await guarded.only(kind, ifNoneExist ?? '') : null;
      if (seen) return readable(seen);
      await guarded.mayWrite('c', content);
      const passedOn = condition && !guarded.watched(condition) ? parametersOf(condition, upstream).toString() : undefined;
      const reply = await upstream.ask({ method: 'POST', path: kind, headers: { 'If-None-Exist': passedOn, Prefer: prefer }, body: content });
      if (reply.status === 200) return reply.resource ? readable({ ...reply, resource: reply.resource }) : passed(reply);
      return told(reply, { ...content, ...(reply.resource?.id === undefined ? {} : { id: reply.resource.id }) });
    },
    update: async (resource, id, { ifMatch, prefer }) => {
      const kind = resource.resourceType;
      if (!isId(id)) throw new FhirError(400, 'value', 'An id has 1 to 64 letters, digits, hyphens and dots.');
      const content = await guarded.resolved({ ...validateShape(resource), id });
      const put = await guarded.mayPut(kind, id);
      await guarded.mayWrite(put.interaction, content);
      return told(await upstream.ask({ method: 'PUT', path: `${kind}/${id}`, headers: { 'If-Match': ifMatch ?? put.ifMatch, Prefer: prefer }, body: content }), content);
    },
    remove: async (kind, id, { ifMatch }) => {
      const checked = await guarded.mayChange('d', kind, id);
      const before = await upstream.ask({ method: 'GET', path: `${kind}/${id}` });
      const reply = await upstream.ask({ method: 'DELETE', path: `${kind}/${id}`, headers: { 'If-Match': ifMatch ?? checked } });
      if (reply.status < 300 && before.resource && before.status === 200) wrote.push(before.resource);
      return reply.status < 300 ? { status: 204, headers: reply.headers } : passed(reply);
    },
    mayChange: async (interaction, kind, id) => {
      access.demand(interaction, kind);
      if (!isId(id)) throw closed(interaction, kind);
      if (!access.partial(interaction, kind)) return undefined;
      const current = await upstream.ask({ method: 'GET', path: `${kind}/${id}` });
      if (!isThere(current) || !(await allows(interaction, current.resource))) throw closed(interaction, kind);
      return current.headers['ETag'];
    },
    mayPut: async (kind, id) => {
      const whole = (interaction: Interaction): boolean => !access.partial(interaction, kind);
      if (whole('c') && whole('u')) return { interaction: 'u', ifMatch: undefined };
      const current = await upstream.ask({ method: 'GET', path: `${kind}/${id}` });
      if (!isThere(current)) {
        // Only what is certainly not there may be created: otherwise what is closed would be written over unseen.
        if (current.status !== 404 && current.status !== 410) throw refused(current);
        access.demand('c', kind);
        return { interaction: 'c', ifMatch: undefined };
      }
      access.demand('u', kind);
      if (!(await allows('u', current.resource))) throw closed('u', kind);
      return { interaction: 'u', ifMatch: current.headers['ETag'] };
    },
    mayWrite: async (interaction, resource) => {
      if (!(await allows(interaction, resource))) throw closed(interaction, resource.resourceType);
    },
    resolved: async (resource) => {
      const found = new Map<string, string>();
      for (const text of conditionalReferences(resource)) found.set(text, await followed(text));
      return mapReferences(resource, (text) => found.get(text) ?? text);
    },
    note: (...resources) => void wrote.push(...resources),
  };
  return guarded;

  /** `Kind/id` where the search has to be looked at; else the condition itself, for the outside server to follow. */
  async function followed(text: string): Promise<string> {
    const [kind = '', condition = ''] = text.split('?');
    const query = conditionOf(kind, condition);
    access.demand('s', kind);
    if (!guarded.watched(query)) return `${kind}?${parametersOf(query, upstream).toString()}`;
    const seen = await guarded.only(kind, condition);
    if (seen === null) throw new FhirError(400, 'not-found', `A conditional reference to ${kind} matches nothing.`);
    return `${kind}/${seen.resource.id}`;
  }

  async function allows(interaction: Interaction, resource: Resource): Promise<boolean> {
    if (access.partial(interaction, resource.resourceType)) await records.learn([resource]);
    return access.allows(interaction, resource);
  }

  async function shown(reply: UpstreamReply, kind: string, id: string): Promise<FhirReply> {
    if (isThere(reply)) {
      if (reply.resource.resourceType !== kind) throw new FhirError(502, 'structure', 'The outside FHIR server answered with another resource.');
      if (await allows('r', reply.resource)) return passed(reply);
      throw closed('r', kind);
    }
    if (!access.partial('r', kind)) return passed(reply);
    // Deleted is told only to those who could see what it was.
    if (reply.status === 410 && (await visibleVersions(await versionsOf(kind, id), kind)).length > 0) return passed(reply);
    if (reply.status === 404 || reply.status === 410) throw closed('r', kind);
    return passed(reply);
  }

  /** What is written and was there before: shown only to those who may read it. */
  async function readable(seen: Seen): Promise<FhirReply> {
    const { status, headers, resource } = seen;
    return (await allows('r', resource)) ? { status, headers, resource } : { status, headers };
  }

  function told(reply: UpstreamReply, content: Resource): FhirReply {
    if (reply.status < 300) wrote.push(content);
    return passed(reply);
  }

  function missing(interaction: 'r', kind: string): FhirError {
    return access.partial(interaction, kind) ? closed(interaction, kind) : new FhirError(404, 'not-found', `${kind}/… is not here.`);
  }

  /** A deletion is seen by those who may see the version before it. */
  async function visibleVersions(versions: readonly BundleEntry[], kind: string): Promise<readonly BundleEntry[]> {
    const open = new Set(await guarded.open('r', versions.flatMap(({ resource }) => (resource?.resourceType === kind ? [resource] : []))));
    return versions.filter((version, at) => {
      const resource = version.resource ?? versions.slice(at + 1).find((older) => older.resource && addressOf(older) === addressOf(version))?.resource;
      return resource !== undefined && open.has(resource);
    });
  }

  /** None where there never was such a resource: to a part of the kind, that looks like what is closed. */
  async function versionsOf(kind: string, id: string | null): Promise<readonly BundleEntry[]> {
    if (id !== null && (await upstream.ask({ method: 'GET', path: `${kind}/${id}` })).status === 404) return [];
    return allPages(`${kind}${id === null ? '' : `/${id}`}/_history`, new URLSearchParams({ _count: String(PAGE) }));
  }

  async function twoOf(query: SearchQuery): Promise<readonly Resource[]> {
    const parameters = parametersOf(query, upstream);
    parameters.set('_count', '2');
    const reply = await upstream.ask({ method: 'GET', path: query.kind, query: parameters });
    if (reply.status !== 200) throw refused(reply);
    return ((reply.resource as Bundle | null)?.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === query.kind ? [resource] : []));
  }

  /** @throws FhirError where there is more than can be looked at, or a page is refused */
  async function allPages(path: string, query: URLSearchParams): Promise<readonly BundleEntry[]> {
    const entries: BundleEntry[] = [];
    let reply = await upstream.ask({ method: 'GET', path, query });
    for (;;) {
      if (reply.status !== 200) throw refused(reply);
      entries.push(...((reply.resource as Bundle | null)?.entry ?? []));
      if (entries.length > MOST_GATHERED) throw new FhirError(403, 'too-costly', `The granted scopes open a part of this; to tell which, more than ${MOST_GATHERED} resources would be looked at. Narrow the search, by patient for example.`);
      if (reply.next === null) return entries;
      reply = await upstream.follow(reply.next);
    }
  }

  /** Whole resources, since access is told by their content; of the patient's record only where a search can say so. */
  function narrowed(query: SearchQuery): URLSearchParams {
    const parameters = new URLSearchParams([...parametersOf(query, upstream)].filter(([name]) => !SHAPING.has(name)));
    parameters.set('_count', String(PAGE));
    const patient = access.confinedTo('s', query.kind);
    if (patient === null || query.clauses.some(({ name }) => name === 'patient' || name === 'subject' || name === '_id')) return parameters;
    const known = searchDefinitions.parameters[query.kind] ?? {};
    const of = searchDefinitions.patientCompartment[query.kind] ?? [];
    if (query.kind === 'Patient') parameters.set('_id', patient);
    else if (of.length > 0 && !FOLLOWERS.includes(query.kind) && of.every((name) => name === 'patient' || name === 'subject') && 'patient' in known) parameters.set('patient', `Patient/${patient}`);
    return parameters;
  }
}

function conditionalReferences(resource: Resource): ReadonlySet<string> {
  const found = new Set<string>();
  mapReferences(resource, (text) => {
    if (text.includes('?') && holdsKind(text.split('?')[0] ?? '')) found.add(text);
    return text;
  });
  return found;
}

/** What a search asks of its answer's form; done here where each resource is looked at. */
const SHAPING = new Set(['_elements', '_summary', '_count', '_total', '_format', '_pretty']);

/** Only what was understood goes on: a parameter that this guard does not know could tell of what is closed (chains, `_has`). */
export function parametersOf(query: SearchQuery, { base }: Pick<Upstream, 'base'>): URLSearchParams {
  // An address of ours names nothing there; `Kind/id` does.
  return new URLSearchParams(query.understood.map(([name, value]): [string, string] => [name, value.replaceAll(`${base}/`, '')]));
}

/** An include belongs to a page where one of its matches leads to it, or it to one of them. */
export function belongsTo(base: string, query: SearchQuery, matches: readonly Resource[], included: Resource): boolean {
  const key = `${included.resourceType}/${included.id}`;
  const keys = new Set(matches.map(({ resourceType, id }) => `${resourceType}/${id}`));
  return matches.some((match) => query.includes.some((include) => include.kind === match.resourceType && targetsOf(base, include, match).includes(key)))
    || query.revincludes.some((include) => include.kind === included.resourceType && targetsOf(base, { ...include, target: null }, included).some((target) => keys.has(target)));
}

/** @throws FhirError 400 where there is no condition in it, or one that is not offered */
export function conditionOf(kind: string, text: string): SearchQuery {
  const query = parseQuery(kind, new URLSearchParams(text));
  if (query.clauses.length === 0) throw new FhirError(400, 'invalid', 'A conditional interaction needs search parameters.');
  return query;
}

function isThere(reply: UpstreamReply): reply is Seen {
  return reply.status === 200 && reply.resource !== null;
}

function addressOf({ fullUrl, resource, request }: BundleEntry): string {
  if (resource) return `${resource.resourceType}/${resource.id}`;
  return (fullUrl ?? request?.url ?? '').split('/_history')[0]?.split('/').slice(-2).join('/') ?? '';
}

/** What the outside server refused while something else was being found out. */
function refused(reply: UpstreamReply): FhirError {
  const { status, resource } = passed(reply);
  const issue = resource?.resourceType === 'OperationOutcome' ? (resource as { issue?: { diagnostics?: string }[] }).issue?.[0] : undefined;
  return new FhirError(status >= 400 ? status : 502, 'processing', issue?.diagnostics ?? `The outside FHIR server answered with ${status}.`);
}
