import { randomUUID } from 'node:crypto';
import type { Resource } from 'fhir/r4';
import type { Access } from '../auth/access.ts';
import { localReference, referencesIn } from '../records/references.ts';
import type { Store, Stored } from '../records/store.ts';
import { FhirError } from './outcome.ts';
import { matches } from './search/match.ts';
import { parseQuery } from './search/query.ts';
import type { Clause } from './search/query.ts';
import { isId, validate } from './validate.ts';

export type Present = Stored & { readonly resource: Resource };
export interface Written { readonly stored: Stored; readonly outcome: 'created' | 'updated' | 'existing' }

/**
 * The store as one token sees it: the one way from a request to a resource. Routes, batches, conditional
 * interactions and includes all come through here, so a scope cannot be forgotten on one of them.
 * Everything throws FhirError.
 */
export interface Guarded {
  readonly store: Store;
  readonly access: Access;
  read(kind: string, id: string): Present;
  readVersion(kind: string, id: string, version: number): Present;
  history(kind: string, id?: string): readonly Stored[];
  /** What matches, of what may be seen; in the order of creation. */
  search(kind: string, clauses: readonly Clause[]): Present[];
  /** Silent where it is missing or closed: for includes and for pages of an earlier search. */
  peek(kind: string, id: string, interaction: 'r' | 's'): Present | null;
  /** @param ifNoneExist search parameters: one match is kept as it is, several are 412 */
  create(resource: Resource, ifNoneExist?: string, id?: string): Written;
  /** @param ifMatch an ETag (`W/"3"`); another version is 412 */
  update(resource: Resource, id: string, ifMatch?: string): Written;
  remove(kind: string, id: string, ifMatch?: string): Stored | null;
  /** The one that parameters name, or null; several are 412. */
  only(kind: string, query: string): Present | null;
  /** One entry of a transaction: what is refused in it, at once or at the end, names it. */
  entry<T>(index: number, work: () => T): T;
  /** All of it or none; the rules that need the whole (scopes on records, references) are checked at its end. */
  atomic<T>(work: () => T): T;
}

export function guard(store: Store, access: Access): Guarded {
  /** Checks that wait for the end of `atomic`. */
  let later: { readonly entry: number | null; readonly check: () => void }[] | null = null;
  let entryNow: number | null = null;

  const guarded: Guarded = {
    store,
    access,
    read: (kind, id) => {
      access.demand('r', kind);
      const found = store.read(kind, id);
      if (found?.resource) return visible({ ...found, resource: found.resource });
      const last = found && lastVersion(found);
      if (last && access.allows('r', last)) throw new FhirError(410, 'deleted', `${kind}/${id} was deleted.`);
      throw missing('r', kind, id);
    },
    readVersion: (kind, id, version) => {
      access.demand('r', kind);
      const found = store.readVersion(kind, id, version);
      if (found?.resource) return visible({ ...found, resource: found.resource });
      if (found) throw new FhirError(410, 'deleted', `Version ${version} of ${kind}/${id} is its deletion.`);
      throw missing('r', kind, id);
    },
    history: (kind, id) => {
      access.demand('r', kind);
      const versions = store.history(kind, id).filter((v) => {
        const resource = v.resource ?? lastVersion(v);
        return resource !== null && access.allows('r', resource);
      });
      if (id !== undefined && versions.length === 0) throw missing('r', kind, id);
      return versions;
    },
    search: (kind, clauses) => {
      access.demand('s', kind);
      return [...store.candidates(kind, narrow(kind, clauses))].filter((c) => matches(c.resource, clauses, store.base) && access.allows('s', c.resource));
    },
    peek: (kind, id, interaction) => {
      const found = store.read(kind, id);
      return found?.resource && access.allows(interaction, found.resource) ? { ...found, resource: found.resource } : null;
    },
    create: (resource, ifNoneExist, id = randomUUID()) => guarded.atomic(() => {
      access.demand('c', resource.resourceType);
      const existing = ifNoneExist === undefined ? null : guarded.only(resource.resourceType, ifNoneExist);
      if (existing) return { stored: existing, outcome: 'existing' };
      return { stored: put(resource, id, null, 'c', 'POST'), outcome: 'created' };
    }),
    update: (resource, id, ifMatch) => guarded.atomic(() => {
      const kind = resource.resourceType;
      if (!isId(id)) throw new FhirError(400, 'value', 'An id has 1 to 64 letters, digits, hyphens and dots.');
      const current = store.read(kind, id);
      access.demand(current?.resource ? 'u' : 'c', kind);
      if (current?.resource && !access.allows('u', current.resource)) throw closed('u', kind);
      checkVersion(current, ifMatch);
      if (!current && /^\d+$/.test(id)) throw new FhirError(400, 'value', 'An id that a client assigns needs at least one letter.');
      const stored = put(resource, id, current, current?.resource ? 'u' : 'c', 'PUT');
      return { stored, outcome: current?.resource ? 'updated' : 'created' };
    }),
    remove: (kind, id, ifMatch) => guarded.atomic(() => {
      access.demand('d', kind);
      const current = store.read(kind, id);
      if (!current?.resource) {
        if (access.partial('d', kind)) throw closed('d', kind);
        return null;
      }
      if (!access.allows('d', current.resource)) throw closed('d', kind);
      checkVersion(current, ifMatch);
      const stored = store.remove(kind, id);
      atEnd(() => {
        const user = store.linkedFrom(`${kind}/${id}`).find((key) => key !== `${kind}/${id}`);
        if (user) throw new FhirError(409, 'conflict', `${kind}/${id} is still referred to by a ${user.split('/')[0]}.`);
      });
      return stored;
    }),
    only: (kind, query) => {
      const parameters = [...new URLSearchParams(query)];
      if (parameters.length === 0) throw new FhirError(400, 'invalid', 'A conditional interaction needs search parameters.');
      const found = guarded.search(kind, parseQuery(kind, parameters).clauses);
      if (found.length > 1) throw new FhirError(412, 'multiple-matches', `The condition matches ${found.length} ${kind} resources; it must match one at most.`);
      return found[0] ?? null;
    },
    entry: (index, work) => {
      entryNow = index;
      try {
        return inEntry(index, work);
      } finally {
        entryNow = null;
      }
    },
    atomic: (work) => {
      if (later) return work();
      later = [];
      try {
        return store.transaction(() => {
          const result = work();
          for (const { entry, check } of later ?? []) inEntry(entry, check);
          return result;
        });
      } finally {
        later = null;
      }
    },
  };
  return guarded;

  function put(resource: Resource, id: string, previous: Stored | null, interaction: 'c' | 'u', method: 'POST' | 'PUT'): Stored {
    const content = { ...resource, id } as Resource & { id: string };
    validate(content);
    const stored = store.write(content, method);
    const before = previous?.resource ? referencesIn(previous.resource, store.base) : new Set<string>();
    atEnd(() => {
      if (!access.allows(interaction, content)) throw closed(interaction, content.resourceType);
      for (const target of referencesIn(content, store.base)) {
        const [kind = '', targetId = ''] = target.split('/');
        if (!before.has(target) && !store.read(kind, targetId)?.resource) throw new FhirError(400, 'not-found', `${content.resourceType} refers to a ${kind} that is not here.`);
      }
    });
    return stored;
  }

  /** Run when all of an atomic piece stands: a Provenance may come before its target. */
  function atEnd(check: () => void): void {
    if (later) later.push({ entry: entryNow, check });
    else check();
  }

  function visible(found: Present): Present {
    if (access.allows('r', found.resource)) return found;
    throw closed('r', found.kind);
  }

  function missing(interaction: 'r', kind: string, id: string): FhirError {
    return access.partial(interaction, kind) ? closed(interaction, kind) : new FhirError(404, 'not-found', `${kind}/${isId(id) ? id : '…'} is not here.`);
  }

  function lastVersion(deleted: Stored): Resource | null {
    return store.readVersion(deleted.kind, deleted.id, deleted.version - 1)?.resource ?? null;
  }

  function narrow(kind: string, clauses: readonly Clause[]): { patient?: string; target?: string; ids?: string[] } {
    const ids = clauses.find((c) => c.name === '_id' && c.modifier === null)?.values;
    if (ids?.every(isId)) return { ids: [...new Set(ids)] };
    for (const { parameter, modifier, values } of clauses) {
      if (parameter.type !== 'reference' || values.length !== 1 || modifier === 'identifier' || modifier === 'missing') continue;
      const only = modifier ?? (parameter.target?.length === 1 ? parameter.target[0] : undefined);
      const value = values[0] ?? '';
      const target = localReference(value, store.base) ?? (only && isId(value) ? `${only}/${value}` : null);
      if (target) return { target };
    }
    const patient = access.confinedTo('s', kind);
    return patient ? { patient } : {};
  }
}

/** What lies outside a scope and what is not there look alike, so that nobody can tell them apart. */
export function closed(interaction: 'c' | 'r' | 'u' | 'd', kind: string): FhirError {
  const words = { c: 'written', r: 'read', u: 'changed', d: 'deleted' };
  return new FhirError(403, 'forbidden', `This ${kind} may not be ${words[interaction]} with the granted scopes: it is not in the record, or not of the category, that they open, or it is not there.`);
}

function inEntry<T>(index: number | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw index === null ? error : ofEntry(index, error);
  }
}

/** What was refused in an entry of a Bundle names it. */
export function ofEntry(index: number, error: unknown): unknown {
  if (!(error instanceof FhirError)) return error;
  return new FhirError(error.status, error.code, `Entry ${index + 1}: ${error.message}`, [`Bundle.entry[${index}]`, ...error.expression]);
}

function checkVersion(current: Stored | null, ifMatch: string | undefined): void {
  if (ifMatch === undefined) return;
  const asked = /^(?:W\/)?"(\d+)"$/.exec(ifMatch.trim())?.[1];
  if (!asked) throw new FhirError(400, 'value', 'If-Match takes one ETag, such as W/"3".');
  if (String(current?.version ?? 0) !== asked) throw new FhirError(412, 'conflict', `Version ${asked} was asked for; version ${current?.version ?? 0} is here.`);
}
