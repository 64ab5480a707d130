import { randomBytes } from 'node:crypto';
import type { Bundle, BundleEntry, Reference, Resource } from 'fhir/r4';
import { structures } from '../../definitions/definitions.ts';
import { localReference } from '../../records/references.ts';
import type { Guarded, Present } from '../guarded.ts';
import { FhirError } from '../outcome.ts';
import { sortKey } from './match.ts';
import { evaluate } from './path.ts';
import type { Include, SearchQuery } from './query.ts';

/** What a search found, kept so that its pages hang together while resources change. */
interface Snapshot {
  readonly owner: string;
  readonly query: SearchQuery;
  readonly ids: readonly string[];
}

export interface Pages {
  search(guarded: Guarded, query: SearchQuery): Bundle;
  /** @throws FhirError 410 where the page is no longer kept, or is another token's */
  page(guarded: Guarded, token: string): Bundle;
}

const KEPT = 2000;
const KEPT_MS = 10 * 60_000;

export function createPages(): Pages {
  const kept = new Map<string, { snapshot: Snapshot; offset: number; until: number }>();

  return {
    search: (guarded, query) => {
      const found = sorted(guarded.search(query.kind, query.clauses), query);
      const snapshot = { owner: guarded.access.owner, query, ids: found.map((f) => f.id) };
      if (query.countOnly) return bundleOf(guarded, snapshot, [], undefined);
      return bundleOf(guarded, snapshot, found.slice(0, query.count), keepNext(snapshot, 0));
    },
    page: (guarded, token) => {
      const page = kept.get(token);
      if (!page || page.until < Date.now() || page.snapshot.owner !== guarded.access.owner) throw new FhirError(410, 'deleted', 'That page of the search is no longer kept. Search again.');
      const { snapshot, offset } = page;
      guarded.access.demand('s', snapshot.query.kind);
      const present = snapshot.ids.slice(offset, offset + snapshot.query.count).flatMap((id) => guarded.peek(snapshot.query.kind, id, 's') ?? []);
      return bundleOf(guarded, snapshot, present, keepNext(snapshot, offset));
    },
  };

  function keepNext(snapshot: Snapshot, offset: number): string | undefined {
    const next = offset + snapshot.query.count;
    if (next >= snapshot.ids.length) return undefined;
    const token = randomBytes(18).toString('base64url');
    kept.set(token, { snapshot, offset: next, until: Date.now() + KEPT_MS });
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return token;
  }
}

function bundleOf(guarded: Guarded, { query, ids }: Snapshot, matches: readonly Present[], next: string | undefined): Bundle {
  const { base } = guarded.store;
  const self = new URLSearchParams(query.understood.map(([name, value]): [string, string] => [name, value])).toString();
  const entry = [
    ...matches.map((m) => entryOf(base, query.elements ? subset(m.resource, query.elements) : m.resource, 'match')),
    ...included(guarded, query, matches).map((r) => entryOf(base, r, 'include')),
  ];
  return {
    resourceType: 'Bundle',
    type: 'searchset',
    ...(query.total || query.countOnly ? { total: ids.length } : {}),
    link: [
      { relation: 'self', url: `${base}/${query.kind}${self ? `?${self}` : ''}` },
      ...(next ? [{ relation: 'next', url: `${base}?_page=${next}` }] : []),
    ],
    ...(entry.length > 0 ? { entry } : {}),
  };
}

export function entryOf(base: string, resource: Resource, mode: 'match' | 'include'): BundleEntry {
  return { fullUrl: `${base}/${resource.resourceType}/${resource.id}`, resource: resource, search: { mode } };
}

/** One step of `_include` and `_revinclude`, through the same scopes; nothing twice. */
function included(guarded: Guarded, query: SearchQuery, matches: readonly Present[]): Resource[] {
  const found = new Map<string, Resource>();
  const known = new Set(matches.map((m) => `${m.kind}/${m.id}`));
  const keep = (key: string): void => {
    const [kind = '', id = ''] = key.split('/');
    const present = known.has(key) ? null : guarded.peek(kind, id, 'r');
    if (present) found.set(key, present.resource);
  };
  for (const match of matches) {
    for (const include of query.includes.filter((i) => i.kind === match.kind)) for (const target of targetsOf(guarded.store.base, include, match.resource)) keep(target);
    for (const include of query.revincludes) for (const source of sourcesOf(guarded, include, match)) keep(source);
  }
  return [...found.values()];
}

/** `Kind/id` of what an include leads to from a resource. */
export function targetsOf(base: string, include: Include, resource: Resource): string[] {
  return evaluate(include.parameter.path, resource)
    .map((value) => localReference((value as Reference | null)?.reference ?? '', base) ?? '')
    .filter((key) => key !== '' && (!include.target || key.startsWith(`${include.target}/`)));
}

function sourcesOf(guarded: Guarded, include: Include, match: Present): string[] {
  const key = `${match.kind}/${match.id}`;
  return guarded.store.linkedFrom(key).filter((source) => source.startsWith(`${include.kind}/`)).filter((source) => {
    const resource = guarded.store.read(include.kind, source.slice(include.kind.length + 1))?.resource;
    return resource && targetsOf(guarded.store.base, { ...include, target: null }, resource).includes(key);
  });
}

function sorted(found: Present[], query: SearchQuery): Present[] {
  if (query.sort.length === 0) return found;
  const keyed = found.map((present) => ({ present, keys: query.sort.map((s) => sortKey(present.resource, s.parameter, s.descending)) }));
  return keyed.toSorted((a, b) => {
    for (const [index, { descending }] of query.sort.entries()) {
      const order = compareKeys(a.keys[index] ?? null, b.keys[index] ?? null, descending);
      if (order !== 0) return order;
    }
    return 0;
  }).map((k) => k.present);
}

/** What has no value comes last, either way. */
function compareKeys(a: number | string | null, b: number | string | null, descending: boolean): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a < b ? -1 : 1) * (descending ? -1 : 1);
}

/** `_elements`, and what R4 says must always be there: id, meta with SUBSETTED, and required elements. */
export function subset(resource: Resource, elements: readonly string[]): Resource {
  const required = Object.entries(structures.types[resource.resourceType] ?? {}).filter(([, rule]) => rule.split(' ')[1] !== '0').map(([name]) => name);
  const keep = new Set(['resourceType', 'id', 'meta', ...required, ...elements]);
  const tag = [...(resource.meta?.tag ?? []), { system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue', code: 'SUBSETTED' }];
  const kept = Object.fromEntries(Object.entries(resource).filter(([name]) => keep.has(name))) as unknown as Resource;
  return { ...kept, meta: { ...resource.meta, tag } };
}
