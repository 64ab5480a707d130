import { damaged } from './faults.ts';
import type { Box, RecordId, RecordKind } from './records.ts';

/** Locks values away and opens them; the place of a record is part of its lock, so that none can stand in for another. */
export interface Sealer {
  seal(kind: RecordKind | 'identity', id: RecordId, value: unknown, at: string): Promise<Box>;
  /** @throws StoreFault `damaged` where the record was changed, moved, or written by a format that this version does not know */
  open(kind: RecordKind | 'identity', id: RecordId, box: Box): Promise<unknown>;
}

const FORMAT = 1;
/** NIST SP 800-38D: 96 bits, fresh for each record. */
const IV_BYTES = 12;

export function aesSealer(crypto: Crypto, key: CryptoKey, owner: string): Sealer {
  const parameters = (kind: string, id: RecordId, iv: Uint8Array<ArrayBuffer>): AesGcmParams => ({ name: 'AES-GCM', iv, additionalData: utf8(JSON.stringify([kind, owner, id])) });
  return {
    async seal(kind, id, value, at) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      return { iv, data: await crypto.subtle.encrypt(parameters(kind, id, iv), key, packed(value)), at };
    },
    async open(kind, id, { iv, data }) {
      try {
        return unpacked(await crypto.subtle.decrypt(parameters(kind, id, iv), key, data));
      } catch (cause) {
        throw Object.assign(damaged(WORDS[kind]), { cause });
      }
    },
  };
}

/** For a browser without WebCrypto, where nothing leaves the memory of the page: a copy, not a secret. */
export function plainSealer(): Sealer {
  return {
    seal: async (_kind, _id, value, at) => ({ iv: new Uint8Array(0), data: packed(value).buffer, at }),
    open: async (_kind, _id, { data }) => unpacked(data),
  };
}

const WORDS = {
  outbox: 'A signed item', review: 'What was decided here', log: 'An entry of the log', head: 'A signed head of the log', anchor: 'A signed head of the log', identity: 'The log',
} as const;

function packed(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8(JSON.stringify({ format: FORMAT, value }));
}

function unpacked(data: ArrayBuffer): unknown {
  const { format, value } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data)) as { readonly format?: unknown; readonly value?: unknown };
  if (format !== FORMAT) throw new Error('Written by another format of this app.');
  return value;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
