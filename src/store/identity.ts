import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { LOG_FORMAT, signedBytes, thumbprint, toBase64url, type LogHeader, type PublicKey } from '../domain/audit/index.ts';
import type { Instant } from '../domain/model/index.ts';
import type { Database } from './database.ts';
import { aesSealer, plainSealer, type Sealer } from './sealer.ts';
import type { Box } from './records.ts';

/** What one EHR and one user have of their own in this browser profile: keys that nobody can take out, the log's salt, a pepper for names. */
export interface Identity {
  readonly owner: string;
  readonly sealer: Sealer;
  /** Hex. */
  readonly salt: string;
  /** Names of records are hashed with it: an encounter's id is too short to hide by a hash alone. */
  readonly pepper: string;
  /** Null where the browser has no WebCrypto: nothing can be signed there. */
  readonly signer: Signer | null;
}

export interface Signer {
  readonly header: LogHeader;
  /** ECDSA P-256 with SHA-256, r‖s in base64url. */
  sign(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** As it stands in IndexedDB: the keys as CryptoKey objects (non-extractable), the rest sealed. */
export interface StoredIdentity {
  readonly owner: string;
  readonly sealing: CryptoKey;
  readonly signing: CryptoKey;
  readonly rest: Box;
}

interface Rest {
  readonly pepper: string;
  readonly header: LogHeader;
}

/** SHA-256 in hex over both; JSON, so that no pair reads like another. */
export function ownerOf(ehr: string, user: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([ehr, user]))));
}

/** The identity that stands, or a new one. @throws StoreFault; DOMException `DataCloneError` where the browser cannot store keys */
export async function identityOn(database: Database, owner: string, crypto: Crypto, now: Instant): Promise<Identity> {
  const standing = await database.identity(owner);
  if (standing !== undefined) return opened(standing, crypto);
  const made = await make(owner, crypto, now);
  if (await database.addIdentity(made)) return opened(made, crypto);
  return identityOn(database, owner, crypto, now);
}

/** For the life of the page. Outside a secure context a browser gives random bytes, and no keys. */
export async function pageIdentity(owner: string, crypto: Crypto, now: Instant): Promise<Identity> {
  if (canEncrypt(crypto)) return opened(await make(owner, crypto, now), crypto);
  return { owner, sealer: plainSealer(), salt: random(crypto), pepper: random(crypto), signer: null };
}

export function canEncrypt(crypto: Crypto): boolean {
  return (crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

async function make(owner: string, crypto: Crypto, now: Instant): Promise<StoredIdentity> {
  const sealing = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const key = publicJwk(await crypto.subtle.exportKey('jwk', publicKey));
  const unsigned = { format: LOG_FORMAT, log: crypto.randomUUID(), created: now, key, thumbprint: thumbprint(key), salt: random(crypto) } as const;
  const header: LogHeader = { ...unsigned, signature: await sign(crypto, privateKey, signedBytes(unsigned)) };
  const rest: Rest = { pepper: random(crypto), header };
  return { owner, sealing, signing: privateKey, rest: await aesSealer(crypto, sealing, owner).seal('identity', owner, rest, now) };
}

async function opened({ owner, sealing, signing, rest }: StoredIdentity, crypto: Crypto): Promise<Identity> {
  const sealer = aesSealer(crypto, sealing, owner);
  const { pepper, header } = await sealer.open('identity', owner, rest) as Rest;
  return { owner, sealer, pepper, salt: header.salt, signer: { header, sign: (bytes) => sign(crypto, signing, bytes) } };
}

async function sign(crypto: Crypto, key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64url(new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes)));
}

function publicJwk({ x, y }: JsonWebKey): PublicKey {
  if (x === undefined || y === undefined) throw new Error('The browser made a key without coordinates.');
  return { kty: 'EC', crv: 'P-256', x, y };
}

function random(crypto: Crypto): string {
  return bytesToHex(crypto.getRandomValues(new Uint8Array(16)));
}
