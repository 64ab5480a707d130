import * as fake from 'fake-indexeddb';
import type { Attestation, AttestationId, LogEvent, Person, SuggestionId, WritePlan } from '../../../src/domain/model/index.ts';
import type { KeptReview, OutboxEntry, Vault } from '../../../src/store/contract.ts';
import { openVault, type VaultPlace } from '../../../src/store/index.ts';

/** The classes that a browser has as globals; each test opens its own factory. */
for (const [name, value] of Object.entries(fake)) if (name.startsWith('IDB')) Object.assign(globalThis, { [name]: value });

export const EHR = 'https://ehr.example/fhir';
export const NOW = '2026-11-20T12:00:00Z';
export const ABOUT = { who: 'Practitioner/p1', patient: 'pat-1', encounter: 'enc-1', at: NOW };
export const OPENED = { kind: 'evidence-opened', suggestion: 's1' } as const satisfies LogEvent;

/** One browser profile: its database, and tabs over it. */
export interface Profile {
  readonly indexedDB: IDBFactory;
  tab(more?: Partial<VaultPlace>): Promise<Vault>;
  close(): void;
}

export function profile(): Profile {
  const indexedDB = new fake.IDBFactory();
  const tabs: Vault[] = [];
  return {
    indexedDB,
    async tab(more = {}) {
      const vault = await openVault({ ehr: EHR, user: 'Practitioner/p1', now: () => NOW, indexedDB, ...more });
      tabs.push(vault);
      return vault;
    },
    close: () => tabs.forEach((vault) => vault.close()),
  };
}

const WHO: Person = { reference: 'Practitioner/p1', name: 'Dr. Ada Quill', role: 'clinician' };

export function outboxEntry(id: string, more: Partial<OutboxEntry> = {}): OutboxEntry {
  const plan: WritePlan = {
    purpose: 'countersign', event: id, who: WHO, at: NOW, patient: 'pat-1', encounter: { reference: 'Encounter/enc-1', version: '1' }, mode: 'single', steps: [], cannot: [],
  };
  const sealed: Partial<Attestation> = { statement: 'I reviewed each item of Odessa Mae Whitlock' };
  return { id: id as AttestationId, patient: 'pat-1', encounter: 'enc-1', plan, receipts: [], begun: [], at: NOW, sealed, ...more };
}

export function keptReview(suggestion: string): KeptReview {
  return {
    decisions: [{ id: 'd1', suggestion: suggestion as SuggestionId, choice: { kind: 'reject', reason: 'other', text: 'secret words' }, seen: { notes: [], charted: [] }, at: NOW, evidence: ['e1'] }],
    opened: [suggestion as SuggestionId],
    signed: [],
  };
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
