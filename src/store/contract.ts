import type {
  AttestationId, AuditEntry, Choice, Instant, LogEvent, LogHead, ProposalFact, ProposalId, SeenVersions, SignedHead, SignedItem, SuggestionId, WritePlan, WriteReceipt,
} from '../domain/model/index.ts';

/**
 * What is stored for one EHR and one user: encrypted (AES-GCM, a non-extractable key of this browser profile), in IndexedDB, never readable by
 * another user of the same workstation through this app. Every promise resolves when the data is durable (`relaxed` is not used).
 * @throws StoreFault of each method
 */
export interface Vault {
  /** Where it keeps: `memory` where the browser blocks storage, and the app says so. */
  readonly kind: 'device' | 'memory';
  readonly outbox: Outbox;
  readonly memory: ReviewMemory;
  readonly log: AuditLog;
  close(): void;
}

export type StoreFaultKind = 'blocked' | 'full' | 'damaged' | 'locked-elsewhere';

/** Words for a person, never PHI. */
export class StoreFault extends Error {
  readonly kind: StoreFaultKind;
  constructor(kind: StoreFaultKind, message: string) {
    super(message);
    this.name = 'StoreFault';
    this.kind = kind;
  }
}

/** A signed plan until every step has an end. `plan` and `receipts` hold words of the record: encrypted at rest, gone when done. */
export interface OutboxEntry {
  readonly id: AttestationId | ProposalId;
  /** Logical ids. */
  readonly patient: string;
  readonly encounter: string;
  readonly plan: WritePlan;
  readonly receipts: readonly WriteReceipt[];
  /** Steps that were handed to the network and have no receipt: they may be written, so they are looked up before they are sent. */
  readonly begun: readonly string[];
  readonly at: Instant;
  /** The attestation or proposal as it was signed; `reopen` or `reopenProposal` checks its seal before anything of it is written. */
  readonly sealed: unknown;
}

export interface Outbox {
  /** Stores, or replaces, the entry. */
  put(entry: OutboxEntry): Promise<void>;
  /** Oldest first. An entry that cannot be decrypted or read is counted in `damaged`, never dropped. */
  list(): Promise<{ readonly entries: readonly OutboxEntry[]; readonly damaged: number }>;
  remove(id: OutboxEntry['id']): Promise<void>;
  /** Runs `work` while no other tab of this browser works on the entry, or on whatever else the name stands for; null where another one does. */
  exclusively<T>(id: string, work: () => Promise<T>): Promise<T | null>;
  /** As `exclusively`, as soon as no other tab does: for what must not be lost. */
  whenFree<T>(id: string, work: () => Promise<T>): Promise<T>;
  /** Told when another tab changed the outbox. @returns a function that ends it */
  onChange(heard: () => void): () => void;
}

/** What is kept of a decision that is not signed: ids, versions, the choice. The suggestion with its quotes is worked out anew. */
export interface KeptDecision {
  readonly id: string;
  readonly suggestion: SuggestionId;
  readonly choice: Choice;
  readonly seen: SeenVersions;
  readonly at: Instant;
  /** `evidenceDigest`s at that time. */
  readonly evidence: readonly string[];
}

export interface KeptReview {
  readonly decisions: readonly KeptDecision[];
  readonly opened: readonly SuggestionId[];
  /** What was signed here and no server remembers (`SignedItem.source` is `device:…`). */
  readonly signed: readonly SignedItem[];
  /** What was proposed here in a document, which no app reads back. Absent: none. */
  readonly filed?: readonly ProposalFact[];
}

export interface ReviewMemory {
  /** Null: nothing is kept. */
  load(encounter: string): Promise<KeptReview | null>;
  save(encounter: string, kept: KeptReview): Promise<void>;
  /** Told when another tab saved for this encounter, with what it saved. @returns a function that ends it */
  onChange(encounter: string, heard: (kept: KeptReview) => void): () => void;
}

export interface AuditLog {
  /** Appends in the order of the calls, across tabs; an entry is never lost between them. */
  append(about: { readonly who: string; readonly patient: string; readonly encounter: string; readonly at: Instant }, events: readonly LogEvent[]): Promise<readonly AuditEntry[]>;
  /** `sha256:…` of a quote with this log's salt. */
  saltedHash(quote: string): string;
  /** Null: the log is empty. */
  head(at: Instant): Promise<SignedHead | null>;
  /** The last head that was anchored outside this device. */
  anchored(): Promise<LogHead | null>;
  markAnchored(head: SignedHead): Promise<void>;
  /** The export file, line by line: a first line about the log and its public key, the entries, the signed heads, the last one covering all. */
  export(at: Instant): AsyncIterable<string>;
  /** Entries, oldest first. */
  entries(): AsyncIterable<AuditEntry>;
}
