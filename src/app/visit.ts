import type { Source, SuggestionId } from '../domain/model/index.ts';
import type { Session } from '../fhir/session/contract.ts';
import type { OutboxEntry, Vault } from '../store/contract.ts';
import type { Journal } from './journal.ts';
import type { Keeper } from './keeper.ts';
import type { Writer } from './parts.ts';
import type { Where } from './review-state.ts';

/** One encounter's review as long as it lies open in this tab: what it works with, and what it remembers beside the screen. */
export interface Visit {
  readonly session: Session;
  readonly where: Where;
  /** The patient and encounter as the record names them, in no version: what is written changes that. */
  readonly about: { readonly patient: string; readonly encounter: Source };
  readonly vault: Vault;
  readonly writer: Promise<Writer>;
  readonly journal: Journal;
  readonly keeper: Keeper;
  /** References of all that was read: whatever else stands in the record came since. */
  readonly known: ReadonlySet<string>;
  /** Cards that the log was told of. */
  readonly shown: Set<SuggestionId>;
  /** Outbox entries of this encounter, oldest first. */
  here: readonly OutboxEntry[];
  /** Something was signed on this reading of the record: the chart is no longer the one that was read. */
  signedOn: boolean;
  /** Questions sent (by rule) and answered (by Task) on this reading of the record, which does not show them yet. */
  readonly asked: Set<string>;
  /** The site's measures over this reading of the record; null: none. */
  measuring: { cancel(): void; again(): void; end(): void } | null;
  /** Ends listening to other tabs, and the measures. */
  end(): void;
}
