/** What is kept, by kind. `log`, `head` and `anchor` are numbered, the others have a hashed name. */
export type RecordKind = 'outbox' | 'review' | 'log' | 'head' | 'anchor';

export type RecordId = string | number;

/** AES-GCM ciphertext with its tag, and the 96-bit IV it was made with. `at`: when, so that old ones can go without being opened. */
export interface Box {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  readonly at: string;
}

export interface Kept {
  readonly id: RecordId;
  readonly box: Box;
}

/** A lease on one name: who holds it, until when (milliseconds since 1970). */
export interface Lease {
  readonly holder: string;
  readonly until: number;
}

/**
 * Records of one owner, sealed before they come here. Each method is one transaction, durable when it resolves.
 * @throws StoreFault of each
 */
export interface Records {
  get(kind: RecordKind, id: RecordId): Promise<Box | undefined>;
  /** By id, ascending, those after `after`; at most `limit`. */
  list(kind: RecordKind, after?: number, limit?: number): Promise<readonly Kept[]>;
  lastId(kind: RecordKind): Promise<number>;
  put(kind: RecordKind, id: RecordId, box: Box): Promise<void>;
  /** All of them, or, where one stands already, none: false. */
  add(kind: RecordKind, kept: readonly Kept[]): Promise<boolean>;
  remove(kind: RecordKind, ids: readonly RecordId[]): Promise<void>;
  /** Decides in one transaction on what stands; `null` from `next` leaves it. */
  lease(name: string, next: (standing: Lease | undefined) => Lease | 'none' | null): Promise<boolean>;
  close(): void;
}
