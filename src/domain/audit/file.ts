import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { AuditEntry, Instant, SignedHead } from '../model/index.ts';
import { toBase64url } from './base64url.ts';
import { canonical } from './chain.ts';

export const LOG_FORMAT = 'countersign-log/1';

/** The public half of a log's ECDSA key (RFC 7517). */
export interface PublicKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** First line of an exported log: what makes it checkable. Its signature is like a head's, by the same key. */
export interface LogHeader {
  readonly format: typeof LOG_FORMAT;
  /** The same UUID as in each head. */
  readonly log: string;
  readonly created: Instant;
  readonly key: PublicKey;
  /** RFC 7638, SHA-256, base64url. */
  readonly thumbprint: string;
  /** 16 random bytes in hex. A quote's hash is SHA-256 over these bytes and the quote in UTF-8. */
  readonly salt: string;
  readonly signature: string;
}

/*
 * Each line of an export is one JSON object in its RFC 8785 form, with one member that says what it is.
 * So a line has one spelling, and two readers cannot see two things in it.
 */

export function headerLine(log: LogHeader): string {
  return canonical({ log });
}

export function entryLine(entry: AuditEntry): string {
  return canonical({ entry });
}

export function headLine(head: SignedHead): string {
  return canonical({ head });
}

/** What a signature of a header or a head is over. */
export function signedBytes(unsigned: Omit<LogHeader, 'signature'> | Omit<SignedHead, 'signature'>): Uint8Array<ArrayBuffer> {
  return new Uint8Array(utf8ToBytes(canonical(unsigned)));
}

export function thumbprint({ kty, crv, x, y }: PublicKey): string {
  return toBase64url(sha256(utf8ToBytes(canonical({ crv, kty, x, y }))));
}
