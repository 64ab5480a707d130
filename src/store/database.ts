import { wrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from 'idb';
import { closedByBrowser, closedHere, nameOf, newerVersion, olderVersion, toFault } from './faults.ts';
import type { StoredIdentity } from './identity.ts';
import type { Box, Lease, RecordId, RecordKind, Records } from './records.ts';
import type { StoreFault } from './contract.ts';

const NAME = 'countersign';
const VERSION = 1;

interface Row {
  readonly owner: string;
  readonly kind: RecordKind;
  readonly id: RecordId;
  readonly box: Box;
}

interface Schema extends DBSchema {
  identities: { key: string; value: StoredIdentity };
  records: { key: [string, RecordKind, RecordId]; value: Row };
  leases: { key: [string, string]; value: Lease };
}

type StoreName = 'identities' | 'records' | 'leases';
type Mode = 'readonly' | 'readwrite';

/** The one database of this origin; every record in it belongs to one owner. */
export interface Database {
  identity(owner: string): Promise<StoredIdentity | undefined>;
  /** False where another tab was first. */
  addIdentity(identity: StoredIdentity): Promise<boolean>;
  records(owner: string): Records;
}

/**
 * @throws the factory's own DOMException where the browser blocks storage
 * @throws StoreFault `locked-elsewhere` where a tab with another version of the app holds the database
 */
export async function openDatabase(factory: IDBFactory): Promise<Database> {
  const db = await open(factory);
  let ended: (() => StoreFault) | null = null;
  db.addEventListener('versionchange', ({ newVersion }) => {
    ended = newVersion === null ? closedByBrowser : newerVersion;
    db.close();
  });
  db.addEventListener('close', () => { ended = closedByBrowser; });

  async function run<S extends StoreName, M extends Mode, T>(name: S, mode: M, work: (store: IDBPObjectStore<Schema, S[], S, M>) => Promise<T>): Promise<T> {
    if (ended !== null) throw ended();
    try {
      const transaction = db.transaction<S[], M>([name], mode, { durability: 'strict' });
      const [worked, done] = await Promise.allSettled([work(transaction.objectStore(name)), transaction.done]);
      if (worked.status === 'rejected') throw reasonOf(worked.reason, done);
      if (done.status === 'rejected') throw done.reason;
      return worked.value;
    } catch (cause) {
      if (OWN.has(nameOf(cause))) throw cause;
      throw toFault(cause);
    }
  }

  return {
    identity: (owner) => run('identities', 'readonly', (store) => store.get(owner)),
    addIdentity: (identity) => unlessStanding(run('identities', 'readwrite', (store) => store.add(identity, identity.owner))),
    records: (owner) => ({
      get: async (kind, id) => (await run('records', 'readonly', (store) => store.get([owner, kind, id])))?.box,
      list: async (kind, after, limit) => (await run('records', 'readonly', (store) => store.getAll(range(owner, kind, after), limit))).map(({ id, box }) => ({ id, box })),
      lastId: (kind) => run('records', 'readonly', async (store) => Number((await store.openKeyCursor(range(owner, kind), 'prev'))?.primaryKey[2] ?? 0)),
      put: async (kind, id, box) => { await run('records', 'readwrite', (store) => store.put({ owner, kind, id, box })); },
      add: (kind, kept) => unlessStanding(run('records', 'readwrite', (store) => Promise.all(kept.map(({ id, box }) => store.add({ owner, kind, id, box }))))),
      remove: async (kind, ids) => { await run('records', 'readwrite', (store) => Promise.all(ids.map((id) => store.delete([owner, kind, id])))); },
      lease: (name, next) => run('leases', 'readwrite', async (store) => {
        const wanted = next(await store.get([owner, name]));
        if (wanted === null) return false;
        await (wanted === 'none' ? store.delete([owner, name]) : store.put(wanted, [owner, name]));
        return true;
      }),
      close() {
        ended ??= closedHere;
        db.close();
      },
    }),
  };
}

/** Told apart by the callers: a record stands already; this browser stores no keys. */
const OWN: ReadonlySet<string> = new Set(['ConstraintError', 'DataCloneError']);

function open(factory: IDBFactory): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    const request = factory.open(NAME, VERSION);
    let given = false;
    request.addEventListener('upgradeneeded', () => {
      const db = wrap(request.result) as unknown as IDBPDatabase<Schema>;
      db.createObjectStore('identities');
      db.createObjectStore('records', { keyPath: ['owner', 'kind', 'id'] });
      db.createObjectStore('leases');
    });
    request.addEventListener('blocked', () => {
      given = true;
      reject(olderVersion());
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('The database did not open.')));
    request.addEventListener('success', () => {
      if (given) request.result.close();
      else resolve(wrap(request.result) as unknown as IDBPDatabase<Schema>);
    });
  });
}

/** A shorter array sorts before, an array as last part after, every string and number (Indexed Database API, "compare two keys"). */
function range(owner: string, kind: RecordKind, after?: number): IDBKeyRange {
  return IDBKeyRange.bound(after === undefined ? [owner, kind] : [owner, kind, after], [owner, kind, []], true);
}

/** What ended a transaction: a request of it tells, unless it only says that it was aborted with the rest. */
function reasonOf(cause: unknown, done: PromiseSettledResult<void>): unknown {
  return nameOf(cause) === 'AbortError' && done.status === 'rejected' ? done.reason : cause;
}

async function unlessStanding(adding: Promise<unknown>): Promise<boolean> {
  try {
    await adding;
    return true;
  } catch (cause) {
    if (nameOf(cause) === 'ConstraintError') return false;
    throw cause;
  }
}
