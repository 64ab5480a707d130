import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { DEFAULT_POLICY, type Instant } from '../domain/model/index.ts';
import { createAuditLog } from './audit-log.ts';
import type { Vault } from './contract.ts';
import { openDatabase } from './database.ts';
import { oneAtATimeOn } from './exclusive.ts';
import { nameOf, toFault } from './faults.ts';
import { canEncrypt, identityOn, ownerOf, pageIdentity, type Identity } from './identity.ts';
import { createOutbox } from './outbox.ts';
import { pageRecords } from './page-records.ts';
import type { Records } from './records.ts';
import { createReviewMemory, forgetOldReviews } from './review-memory.ts';
import { signalsOver, type Channel } from './signals.ts';

/** Whose vault, and the browser's parts: each is the global one where it is left out, and absent where it is null. */
export interface VaultPlace {
  /** The EHR's FHIR base. */
  readonly ehr: string;
  /** `Practitioner/id`, the fhirUser. Null: nobody knows whose it would be, so it lives in this page, and is shared with nobody. */
  readonly user: string | null;
  now(): Instant;
  /** Reviews last saved longer ago are forgotten. Default: as the policy's. */
  readonly retentionDays?: number;
  readonly indexedDB?: IDBFactory | null;
  readonly crypto?: Crypto;
  readonly locks?: LockManager | null;
  readonly channel?: ((name: string) => Channel) | null;
}

/**
 * What this browser profile keeps for one EHR and one user. Where the browser blocks storage, or gives no keys, it lives as long as the page (`kind: 'memory'`).
 * @throws StoreFault `locked-elsewhere`, `damaged` or `full` where there is a storage that may hold signed items and cannot be opened: it must not look empty
 */
export async function openVault(place: VaultPlace): Promise<Vault> {
  const crypto = place.crypto ?? globalThis.crypto;
  const owner = ownerOf(place.ehr, place.user ?? `nobody ${crypto.getRandomValues(new Uint32Array(4)).join('-')}`);
  const device = place.user === null ? null : await onDevice(owner, crypto, place);
  const { identity, records } = device ?? await (place.user === null ? newPage : onPage)(owner, crypto, place.now());
  const signals = signalsOver(device === null ? null : channelOf(place, `countersign|${owner}`));
  const oneAtATime = oneAtATimeOn(owner, records, lockManager(place), crypto, () => Date.parse(place.now()));
  const pepper = hexToBytes(identity.pepper);
  const name = (id: string): string => bytesToHex(hmac(sha256, pepper, utf8ToBytes(id)));
  await forgetOldReviews(records, place.now(), place.retentionDays ?? DEFAULT_POLICY.retentionDays);
  return {
    kind: device === null ? 'memory' : 'device',
    outbox: createOutbox({ records, sealer: identity.sealer, signals, name, oneAtATime }),
    memory: createReviewMemory({ records, sealer: identity.sealer, signals, name, now: () => place.now() }),
    log: createAuditLog(records, identity),
    close() {
      signals.close();
      records.close();
    },
  };
}

interface Kept {
  readonly identity: Identity;
  readonly records: Records;
}

/** Null where the browser keeps nothing for this page. */
async function onDevice(owner: string, crypto: Crypto, place: VaultPlace): Promise<Kept | null> {
  const factory = databaseFactory(place);
  if (factory === null || !canEncrypt(crypto)) return null;
  try {
    const database = await openDatabase(factory);
    const records = database.records(owner);
    return { identity: await identityOn(database, owner, crypto, place.now()), records };
  } catch (cause) {
    if (BLOCKED.has(nameOf(cause))) return null;
    throw toFault(cause);
  }
}

/** Third-party storage off (SecurityError), a private window that has no databases (InvalidStateError, NotAllowedError) or stores no keys in them (DataCloneError). */
const BLOCKED = new Set(['SecurityError', 'InvalidStateError', 'NotAllowedError', 'DataCloneError']);

/** One for each owner while the page lives: locking the screen and opening it again must find what is unsent. */
const pages = new Map<string, Promise<Kept>>();

function onPage(owner: string, crypto: Crypto, now: Instant): Promise<Kept> {
  const standing = pages.get(owner);
  if (standing !== undefined) return standing;
  const made = newPage(owner, crypto, now);
  pages.set(owner, made);
  return made;
}

async function newPage(owner: string, crypto: Crypto, now: Instant): Promise<Kept> {
  return { identity: await pageIdentity(owner, crypto, now), records: pageRecords() };
}

function databaseFactory(place: VaultPlace): IDBFactory | null {
  if (place.indexedDB !== undefined) return place.indexedDB;
  try {
    return globalThis.indexedDB ?? null;
  } catch (cause) {
    if (nameOf(cause) === 'SecurityError') return null;
    throw cause;
  }
}

function lockManager(place: VaultPlace): LockManager | null {
  if (place.locks !== undefined) return place.locks;
  return (globalThis.navigator as Navigator | undefined)?.locks ?? null;
}

function channelOf(place: VaultPlace, name: string): Channel | null {
  if (place.channel !== undefined) return place.channel?.(name) ?? null;
  return typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
}
