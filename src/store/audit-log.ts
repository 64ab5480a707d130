import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes, concatBytes } from '@noble/hashes/utils.js';
import { appendEntries, EMPTY_LOG, entryLine, headerLine, headLine, signedBytes, type EventContext, type LogEnd } from '../domain/audit/index.ts';
import type { AuditEntry, Instant, LogEvent, LogHead, SignedHead } from '../domain/model/index.ts';
import { StoreFault, type AuditLog } from './contract.ts';
import { damaged } from './faults.ts';
import type { Identity, Signer } from './identity.ts';
import type { Kept, RecordKind, Records } from './records.ts';

const PAGE = 500;

/**
 * The log of one EHR and one user. An entry is added under its number, which only one tab can take; the other reads the end again and follows it.
 * So tabs need no lock among them, and a tab that was closed or put to sleep half-way holds up nobody.
 * Nothing is ever taken out of it.
 */
export function createAuditLog(records: Records, { sealer, salt, signer }: Pick<Identity, 'sealer' | 'salt' | 'signer'>): AuditLog {
  const saltBytes = hexToBytes(salt);
  let known: LogEnd = EMPTY_LOG;
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other in the order of the calls; one that failed does not stop the next. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function open<T>(kind: RecordKind, { id, box }: Kept): Promise<T> {
    return await sealer.open(kind, id, box) as T;
  }

  /** @throws StoreFault `damaged` where a signed head tells of entries that are gone */
  async function end(): Promise<LogEnd> {
    const count = await records.lastId('log');
    if (count === known.count && count > 0) return known;
    if (await records.lastId('head') > await records.lastId('log')) throw damaged('The end of the log');
    if (count === 0) return EMPTY_LOG;
    const box = await records.get('log', count);
    if (box === undefined) throw damaged('The end of the log');
    known = { count, hash: (await open<AuditEntry>('log', { id: count, box })).hash };
    return known;
  }

  async function add(about: EventContext, events: readonly LogEvent[]): Promise<readonly AuditEntry[]> {
    const entries = appendEntries(await end(), about, events);
    const newest = entries.at(-1);
    if (newest === undefined) return [];
    const kept = await Promise.all(entries.map(async (entry) => ({ id: entry.seq, box: await sealer.seal('log', entry.seq, entry, about.at) })));
    if (!await records.add('log', kept)) return add(about, events);
    known = { count: newest.seq, hash: newest.hash };
    return entries;
  }

  async function signed({ count, hash }: LogEnd, at: Instant): Promise<SignedHead> {
    const signing = required(signer);
    const head: LogHead = { log: signing.header.log, count, hash, at, key: signing.header.thumbprint };
    return { ...head, signature: await signing.sign(signedBytes(head)) };
  }

  /** One head for each length of the log: the first that was asked for, so that what is anchored once is anchored. */
  async function currentHead(at: Instant): Promise<SignedHead | null> {
    const reached = await end();
    if (reached.count === 0) return null;
    const box = await records.get('head', reached.count);
    if (box !== undefined) return open<SignedHead>('head', { id: reached.count, box });
    const made = await signed(reached, at);
    if (!await records.add('head', [{ id: reached.count, box: await sealer.seal('head', reached.count, made, at) }])) return currentHead(at);
    return made;
  }

  async function* entriesUpTo(count: number): AsyncIterable<AuditEntry> {
    let after = 0;
    while (after < count) {
      const page = await records.list('log', after, Math.min(PAGE, count - after));
      if (page.length === 0) throw damaged(`Entry ${after + 1} of the log`);
      for (const kept of page) {
        after += 1;
        if (kept.id !== after) throw damaged(`Entry ${after} of the log`);
        yield await open<AuditEntry>('log', kept);
      }
    }
  }

  return {
    append: (about, events) => inTurn(() => add(about, events)),
    saltedHash: (quote) => `sha256:${bytesToHex(sha256(concatBytes(saltBytes, utf8ToBytes(quote))))}`,
    head: (at) => inTurn(() => currentHead(at)),
    async anchored() {
      const newest = await records.lastId('anchor');
      const box = newest === 0 ? undefined : await records.get('anchor', newest);
      return box === undefined ? null : open<LogHead>('anchor', { id: newest, box });
    },
    async markAnchored(head) {
      if (head.log !== required(signer).header.log) throw new Error('This head is of another log.');
      await records.put('anchor', head.count, await sealer.seal('anchor', head.count, head, head.at));
    },
    async *export(at) {
      yield headerLine(required(signer).header);
      const reached = await inTurn(end);
      const heads = new Map((await records.list('head')).map((kept) => [kept.id, kept]));
      for await (const entry of entriesUpTo(reached.count)) {
        yield entryLine(entry);
        const kept = heads.get(entry.seq);
        if (kept !== undefined) yield headLine(await open<SignedHead>('head', kept));
      }
      yield headLine(await signed(reached, at));
    },
    async *entries() {
      yield* entriesUpTo((await inTurn(end)).count);
    },
  };
}

function required(signer: Signer | null): Signer {
  if (signer === null) throw new StoreFault('blocked', 'This page is not a secure context (https), so the browser signs nothing here: the log cannot be anchored or exported.');
  return signer;
}
