import { nameOf } from './faults.ts';
import type { Records } from './records.ts';

/** Runs `work` while nobody else on this device holds `name`. */
export interface OneAtATime {
  /** Null where somebody does. */
  exclusively<T>(name: string, work: () => Promise<T>): Promise<T | null>;
  /** As soon as nobody does. */
  whenFree<T>(name: string, work: () => Promise<T>): Promise<T>;
}

const LEASE_MILLISECONDS = 30_000;
const AGAIN_MILLISECONDS = 50;

/**
 * By Web Locks: the browser gives a lock back when its tab is gone, however it went.
 * Where a browser has none, by a lease in the database: renewed while the work lasts, free again 30 s after its tab was closed or put to sleep.
 * A tab that sleeps longer may wake to find another at its work; that writes nothing twice, since each step is looked up by its key before it is sent.
 */
export function oneAtATimeOn(owner: string, records: Records, locks: LockManager | null, crypto: Crypto, milliseconds: () => number): OneAtATime {
  const byLease = <T>(name: string, work: () => Promise<T>): Promise<Done<T>> => underLease(records, name, random(crypto), milliseconds, work);
  const attempt = async <T>(name: string, work: () => Promise<T>, ifAvailable: boolean): Promise<Done<T>> => {
    if (locks === null) return byLease(name, work);
    let begun = false;
    try {
      return await locks.request(`countersign|${owner}|${name}`, { ifAvailable }, async (lock) => {
        begun = true;
        return lock === null ? null : { result: await work() };
      });
    } catch (cause) {
      if (begun || nameOf(cause) !== 'SecurityError') throw cause;
      return byLease(name, work);
    }
  };
  return {
    async exclusively(name, work) {
      const done = await attempt(name, work, true);
      return done === null ? null : done.result;
    },
    async whenFree(name, work) {
      for (;;) {
        const done = await attempt(name, work, false);
        if (done !== null) return done.result;
        await new Promise((again) => { setTimeout(again, AGAIN_MILLISECONDS); });
      }
    },
  };
}

/** Null: not begun, since somebody else holds the name. */
type Done<T> = { readonly result: T } | null;

async function underLease<T>(records: Records, name: string, holder: string, milliseconds: () => number, work: () => Promise<T>): Promise<Done<T>> {
  const lease = { holder, until: 0 };
  /** A clock that was set back must not keep a lease for longer than it is long. */
  const isFree = (until: number): boolean => until <= milliseconds() || until > milliseconds() + LEASE_MILLISECONDS;
  const taken = await records.lease(name, (standing) => (standing === undefined || isFree(standing.until) ? { ...lease, until: milliseconds() + LEASE_MILLISECONDS } : null));
  if (!taken) return null;
  const renewing = setInterval(() => {
    /** A renewal that fails leaves the lease to run out, which is what it is for. */
    records.lease(name, (standing) => (standing?.holder === holder ? { ...lease, until: milliseconds() + LEASE_MILLISECONDS } : null)).catch(() => clearInterval(renewing));
  }, LEASE_MILLISECONDS / 3);
  try {
    return { result: await work() };
  } finally {
    clearInterval(renewing);
    await records.lease(name, (standing) => (standing?.holder === holder ? 'none' : null));
  }
}

function random(crypto: Crypto): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
