import type { Kept, Lease, RecordId, RecordKind, Records } from './records.ts';

/** Records that live as long as the page, for browsers that block storage. */
export function pageRecords(): Records {
  const kinds = new Map<RecordKind, Map<RecordId, Kept>>();
  const leases = new Map<string, Lease>();
  const of = (kind: RecordKind): Map<RecordId, Kept> => {
    const known = kinds.get(kind) ?? new Map<RecordId, Kept>();
    kinds.set(kind, known);
    return known;
  };
  return {
    get: async (kind, id) => of(kind).get(id)?.box,
    list: async (kind, after, limit) => [...of(kind).values()].filter(({ id }) => after === undefined || (typeof id === 'number' && id > after)).toSorted(byId).slice(0, limit),
    lastId: async (kind) => Math.max(0, ...[...of(kind).keys()].map(Number)),
    put: async (kind, id, box) => { of(kind).set(id, { id, box }); },
    async add(kind, kept) {
      if (kept.some(({ id }) => of(kind).has(id))) return false;
      for (const one of kept) of(kind).set(one.id, one);
      return true;
    },
    remove: async (kind, ids) => { for (const id of ids) of(kind).delete(id); },
    async lease(name, next) {
      const wanted = next(leases.get(name));
      if (wanted === null) return false;
      if (wanted === 'none') leases.delete(name);
      else leases.set(name, wanted);
      return true;
    },
    close() {
      // The page's memory outlives the vault: a lock of the screen must not lose what is unsent.
    },
  };
}

function byId(one: Kept, other: Kept): number {
  return one.id < other.id ? -1 : 1;
}
