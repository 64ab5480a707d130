import type { KeptReview } from '../store/contract.ts';

/** Storage that lives as long as the tab: sessionStorage in the browser. Stands in where the browser blocks its database. */
export interface TabStore {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** One key for each EHR, user and encounter, so that a shared workstation never mixes two people's work. */
export function tabKey(ehr: string, user: string, encounter: string): string {
  return `countersign.review|${ehr}|${user}|${encounter}`;
}

export function keepInTab(store: TabStore, key: string, kept: KeptReview): void {
  store.setItem(key, JSON.stringify({ format: 2, ...kept }));
}

/** Null where nothing is kept, or in a form that this version does not know. */
export function keptInTab(store: TabStore, key: string): KeptReview | null {
  const text = store.getItem(key);
  if (text === null) return null;
  try {
    const { format, decisions, opened, signed, filed } = JSON.parse(text) as Partial<KeptReview> & { readonly format?: number };
    if (format !== 2 || !Array.isArray(decisions) || !Array.isArray(opened) || !Array.isArray(signed)) return null;
    return { decisions, opened, signed, ...(Array.isArray(filed) ? { filed } : {}) };
  } catch {
    return null;
  }
}
