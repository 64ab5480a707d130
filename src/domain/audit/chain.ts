import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { AuditEntry, Instant, LogEvent } from '../model/index.ts';
import { moment, reference, word } from './plain.ts';

/** The end of a log: how many entries, and the last one's hash. */
export interface LogEnd {
  readonly count: number;
  readonly hash: string;
}

/** `prev` of the first entry, and the end of a log that holds none. */
export const EMPTY_LOG: LogEnd = { count: 0, hash: '0'.repeat(64) };

/** Who did it, for which patient and encounter (logical ids), and when. */
export interface EventContext {
  readonly who: string;
  readonly patient: string;
  readonly encounter: string;
  readonly at: Instant;
}

/** The events as the log's next entries: each holds the hash of the one before. Nothing is stored here. */
export function appendEntries(end: LogEnd, about: EventContext, events: readonly LogEvent[]): readonly AuditEntry[] {
  const entries: AuditEntry[] = [];
  let last = end;
  for (const event of events) {
    const unhashed = {
      seq: last.count + 1, at: moment(about.at), who: reference(about.who), patient: word(about.patient), encounter: word(about.encounter), event, prev: last.hash,
    };
    const entry = { ...unhashed, hash: entryHash(unhashed) };
    entries.push(entry);
    last = { count: entry.seq, hash: entry.hash };
  }
  return entries;
}

/**
 * SHA-256 in hex over the RFC 8785 form of an entry without its hash.
 * @throws Error for a value that has no such form (a lone surrogate, a number beyond JSON)
 */
export function entryHash(unhashed: Omit<AuditEntry, 'hash'>): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(unhashed))));
}

/** RFC 8785. @throws Error for a value that has no such form */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('This value has no canonical form.');
  return text;
}
