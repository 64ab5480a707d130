import type { Resource } from 'fhir/r4';
import { DatabaseSync } from 'node:sqlite';
import { isDeepStrictEqual } from 'node:util';
import type { ChangeEvent } from '../contract.ts';
import { compartmentOrder, patientsOf } from './compartment.ts';
import { referencesIn } from './references.ts';
import { SCHEMA, SCHEMA_VERSION } from './schema.ts';

export type Method = 'POST' | 'PUT' | 'DELETE';

/** One version of a resource. A deletion is a version too, without a resource. */
export interface Stored {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  /** ISO 8601, UTC. */
  readonly updated: string;
  readonly method: Method;
  readonly resource: Resource | null;
}

export interface Candidates {
  /** Logical id of a Patient: only what is in that record. */
  readonly patient?: string;
  /** `Kind/id`: only what refers to it. */
  readonly target?: string;
  readonly ids?: readonly string[];
}

/**
 * Resources in SQLite, every version a row. Everything is synchronous: a request is one turn of the event loop,
 * so nothing interleaves, and what `transaction` does is done wholly or not at all.
 */
export interface Store {
  /** FHIR base that references in resources may be written with. */
  readonly base: string;
  /** The newest version, which may be a deletion; null where there never was one. */
  read(kind: string, id: string): Stored | null;
  readVersion(kind: string, id: string, version: number): Stored | null;
  /** Newest first. */
  history(kind: string, id?: string): readonly Stored[];
  /** What is there now, in the order of first creation. */
  candidates(kind: string, narrowed?: Candidates): Iterable<Stored & { readonly resource: Resource }>;
  /** Writes as given, with the next version; the same content again keeps its version. Inside or outside `transaction`. */
  write(resource: Resource & { id: string }, method: 'POST' | 'PUT'): Stored;
  remove(kind: string, id: string): Stored;
  /** All or nothing. Inside another one it is part of that. */
  transaction<T>(work: () => T): T;
  /** Logical ids of the patients in whose record this content stands, whether it is written, an older version, or neither yet. */
  patientsOf(resource: Resource): ReadonlySet<string>;
  /** `Kind/id` of all in a patient's record. */
  record(patient: string): readonly string[];
  /** `Kind/id` of all that refer to `Kind/id`. */
  linkedFrom(target: string): readonly string[];
  readonly empty: boolean;
  /** Takes everything out: resources, versions, grants. Settings stay. */
  clear(): void;
  setting(name: string): string | null;
  saveSetting(name: string, value: string): void;
  /** After each commit, once for each patient. Returns the way to stop. */
  onChange(listener: (change: ChangeEvent) => void): () => void;
  /** For the rooms beside it that keep tables of their own in the same file. */
  readonly database: DatabaseSync;
  close(): void;
}

interface Row { readonly kind: string; readonly id: string; readonly version: number; readonly updated: string; readonly method: Method; readonly body: string | null }

/** @throws Error with one sentence where the file cannot be opened or is none of ours. */
export function openStore(file: string, base: string): Store {
  const database = openDatabase(file);
  const sql = statements(database);
  const listeners = new Set<(change: ChangeEvent) => void>();
  let open = false;
  /** Written in this transaction, with the patients whose record it was part of before. */
  let written = new Map<string, ReadonlySet<string>>();
  /** Written, and its place in records not yet worked out. */
  let pending = new Set<string>();

  const store: Store = {
    base,
    database,
    read: (kind, id) => stored(sql.read.get(kind, id)),
    readVersion: (kind, id, version) => stored(sql.readVersion.get(kind, id, version)),
    history: (kind, id) => (id === undefined ? sql.historyOfKind.all(kind) : sql.history.all(kind, id)).flatMap((row) => stored(row) ?? []),
    *candidates(kind, narrowed = {}) {
      const rows = narrowed.ids ? narrowed.ids.map((id) => sql.read.get(kind, id))
        : narrowed.target ? database.prepare(SELECT_LINKING).iterate(narrowed.target, kind)
        : narrowed.patient ? database.prepare(SELECT_IN_RECORD).iterate(narrowed.patient, kind)
        : database.prepare(SELECT_OF_KIND).iterate(kind);
      for (const row of rows) {
        const found = stored(row);
        if (found?.resource) yield { ...found, resource: found.resource };
      }
    },
    write: (resource, method) => store.transaction(() => {
      const previous = store.read(resource.resourceType, resource.id);
      if (previous?.resource && sameContent(previous.resource, resource)) return previous;
      return add({ kind: resource.resourceType, id: resource.id, version: (previous?.version ?? 0) + 1, updated: new Date().toISOString(), method, resource });
    }),
    remove: (kind, id) => store.transaction(() => {
      const previous = store.read(kind, id);
      return add({ kind, id, version: (previous?.version ?? 0) + 1, updated: new Date().toISOString(), method: 'DELETE', resource: null });
    }),
    transaction: (work) => {
      if (open) return work();
      database.exec('BEGIN IMMEDIATE');
      open = true;
      written = new Map();
      pending = new Set();
      try {
        const result = work();
        indexWritten();
        database.exec('COMMIT');
        open = false;
        tell();
        return result;
      } catch (error) {
        if (open) database.exec('ROLLBACK');
        open = false;
        throw error;
      }
    },
    patientsOf: (resource) => {
      if (open) indexWritten();
      return patientsOf(resource, links);
    },
    record: (patient) => sql.record.all(patient).map((row) => `${String(row['kind'])}/${String(row['id'])}`),
    linkedFrom: (target) => sql.linkedFrom.all(target).map((row) => `${String(row['kind'])}/${String(row['id'])}`),
    get empty() {
      return sql.any.get() === undefined;
    },
    clear: () => database.exec('DELETE FROM current; DELETE FROM version; DELETE FROM link; DELETE FROM record; DELETE FROM credential;'),
    setting: (name) => (sql.setting.get(name)?.['value'] as string | undefined) ?? null,
    saveSetting: (name, value) => void sql.saveSetting.run(name, value),
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => database.close(),
  };
  const links = { base, patientsAt: patientIds, linkedFrom: (target: string) => store.linkedFrom(target) };
  return store;

  function add(next: Stored): Stored {
    const key = `${next.kind}/${next.id}`;
    const resource = next.resource && { ...next.resource, meta: { ...next.resource.meta, versionId: String(next.version), lastUpdated: next.updated } };
    sql.addVersion.run(next.kind, next.id, next.version, next.updated, next.method, resource && JSON.stringify(resource));
    sql.setCurrent.run(next.kind, next.id, next.version);
    if (!written.has(key)) written.set(key, patientIds(next.kind, next.id));
    sql.dropLinks.run(next.kind, next.id);
    for (const target of resource ? referencesIn(resource, base) : []) sql.addLink.run(target, next.kind, next.id);
    pending.add(key);
    return { ...next, resource };
  }

  /** Records follow links (Provenance to its target), so they are worked out when all of a transaction stands. */
  function indexWritten(): void {
    if (pending.size === 0) return;
    for (const key of compartmentOrder(pending, store)) {
      const [kind = '', id = ''] = key.split('/');
      const resource = store.read(kind, id)?.resource;
      sql.dropRecord.run(kind, id);
      for (const patient of resource ? patientsOf(resource, links) : []) sql.addRecord.run(patient, kind, id);
    }
    pending.clear();
  }

  function patientIds(kind: string, id: string): Set<string> {
    return new Set(sql.recordsOf.all(kind, id).map((row) => String(row['patient'])));
  }

  function tell(): void {
    const kinds = new Map<string, Set<string>>();
    for (const [key, before] of written) {
      const [kind = '', id = ''] = key.split('/');
      for (const patient of new Set([...before, ...patientIds(kind, id)])) kinds.set(patient, (kinds.get(patient) ?? new Set()).add(kind));
    }
    for (const [patient, changed] of kinds) for (const listener of listeners) listener({ patient, kinds: [...changed] });
  }
}

const SELECT_NOW = `SELECT v.kind, v.id, v.version, v.updated, v.method, v.body FROM current c
  JOIN version v ON v.kind = c.kind AND v.id = c.id AND v.version = c.version`;
const SELECT_OF_KIND = `${SELECT_NOW} WHERE c.kind = ? ORDER BY c.seq`;
const SELECT_LINKING = `${SELECT_NOW} JOIN link l ON l.kind = c.kind AND l.id = c.id WHERE l.target = ? AND c.kind = ? ORDER BY c.seq`;
const SELECT_IN_RECORD = `${SELECT_NOW} JOIN record r ON r.kind = c.kind AND r.id = c.id WHERE r.patient = ? AND c.kind = ? ORDER BY c.seq`;
const SELECT_VERSION = 'SELECT kind, id, version, updated, method, body FROM version';

function statements(database: DatabaseSync) {
  return {
    read: database.prepare(`${SELECT_NOW} WHERE c.kind = ? AND c.id = ?`),
    readVersion: database.prepare(`${SELECT_VERSION} WHERE kind = ? AND id = ? AND version = ?`),
    history: database.prepare(`${SELECT_VERSION} WHERE kind = ? AND id = ? ORDER BY version DESC`),
    historyOfKind: database.prepare(`${SELECT_VERSION} WHERE kind = ? ORDER BY updated DESC, rowid DESC`),
    record: database.prepare('SELECT r.kind, r.id FROM record r JOIN current c ON c.kind = r.kind AND c.id = r.id WHERE r.patient = ? ORDER BY c.seq'),
    recordsOf: database.prepare('SELECT patient FROM record WHERE kind = ? AND id = ?'),
    linkedFrom: database.prepare('SELECT kind, id FROM link WHERE target = ?'),
    any: database.prepare('SELECT 1 FROM current LIMIT 1'),
    addVersion: database.prepare('INSERT INTO version (kind, id, version, updated, method, body) VALUES (?, ?, ?, ?, ?, ?)'),
    setCurrent: database.prepare('INSERT INTO current (kind, id, version) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET version = excluded.version'),
    addLink: database.prepare('INSERT OR IGNORE INTO link (target, kind, id) VALUES (?, ?, ?)'),
    dropLinks: database.prepare('DELETE FROM link WHERE kind = ? AND id = ?'),
    addRecord: database.prepare('INSERT OR IGNORE INTO record (patient, kind, id) VALUES (?, ?, ?)'),
    dropRecord: database.prepare('DELETE FROM record WHERE kind = ? AND id = ?'),
    setting: database.prepare('SELECT value FROM setting WHERE name = ?'),
    saveSetting: database.prepare('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value'),
  };
}

function openDatabase(file: string): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: 2000 });
    const made = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (made !== 0 && made !== SCHEMA_VERSION) throw new Error('another version of the sandbox made it');
    database.exec(SCHEMA);
    return database;
  } catch (error) {
    throw new Error(`The data file ${file} cannot be used (${error instanceof Error ? error.message : 'unknown reason'}). Choose another file, or start with --fresh.`, { cause: error });
  }
}

function stored(row: unknown): Stored | null {
  if (!row) return null;
  const { body, ...rest } = row as Row;
  return { ...rest, resource: body === null ? null : (JSON.parse(body) as Resource) };
}

/** A PUT without a change keeps its version, as HAPI FHIR does. */
function sameContent(a: Resource, b: Resource): boolean {
  return isDeepStrictEqual(withoutVersion(a), withoutVersion(b));
}

function withoutVersion(resource: Resource): object {
  const { versionId: _version, lastUpdated: _updated, ...meta } = resource.meta ?? {};
  return { ...resource, meta };
}
