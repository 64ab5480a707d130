/** What we remember of one launch, beside what fhirclient remembers (tokens and the PKCE verifier). Keyed by its `state`. */
export interface LaunchRecord {
  readonly ehr: string;
  readonly mode: 'ehr' | 'standalone';
  readonly nonce: string;
  /** As asked for. */
  readonly scope: string;
  /** From the SMART configuration; null where it names none. */
  readonly issuer: string | null;
  readonly jwks: string | null;
  /** RFC 7009; null where the server names none. */
  readonly revoke?: string | null;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Once the id_token was verified: a reload of the page need not, and could not when the token has expired since. */
  readonly identity?: Identity;
  /** As granted. */
  readonly granted?: string;
  /** Whose chart this launch opened, as the token response first said: a later one (refresh) does not move it to another. */
  readonly context?: { readonly patient: string | null; readonly encounter: string | null };
  /** SMART Web Messaging, as the token response first said. */
  readonly messaging?: { readonly handle: string; readonly origin: string } | null;
}

/** Who signed in, by a verified id_token. */
export interface Identity {
  /** The claim as it came: a URL or `Practitioner/id`; null where there is none. */
  readonly fhirUser: string | null;
  readonly name: string | null;
}

const RECORD = 'countersign.launch.';
const CLIENT = 'countersign.smart.';
/** No EHR's session lasts longer; what is left of older launches in this tab is forgotten. */
const LONGEST = 24 * 60 * 60 * 1000;

export function saveRecord(storage: Storage, state: string, record: LaunchRecord): void {
  storage.setItem(RECORD + state, JSON.stringify(record));
}

export function loadRecord(storage: Storage, state: string): LaunchRecord | null {
  return parsed(storage.getItem(RECORD + state)) as LaunchRecord | null;
}

/**
 * fhirclient's storage. Each launch has its own key: the one `SMART_KEY` that fhirclient shares between launches would let
 * two sidebars of one EHR tab, which share their storage, take over each other's patient.
 */
export function clientStorage(storage: Storage): { get(key: string): Promise<unknown>; set(key: string, value: unknown): Promise<unknown>; unset(key: string): Promise<boolean> } {
  return {
    async get(key) { return shared(key) ? null : parsed(storage.getItem(CLIENT + key)); },
    async set(key, value) {
      if (!shared(key)) storage.setItem(CLIENT + key, JSON.stringify(value));
      return value;
    },
    async unset(key) {
      if (shared(key)) return false;
      storage.removeItem(CLIENT + key);
      return true;
    },
  };
}

function shared(key: unknown): boolean {
  return key === 'SMART_KEY' || typeof key !== 'string';
}

/** This launch and its tokens; another launch of the same tab stays. */
export function forgetLaunch(storage: Storage, state: string): void {
  storage.removeItem(RECORD + state);
  storage.removeItem(CLIENT + state);
}

export function forgetOldLaunches(storage: Storage, now: number): void {
  const states = Object.keys(storage).filter((key) => key.startsWith(RECORD)).map((key) => key.slice(RECORD.length));
  for (const state of states) {
    const record = loadRecord(storage, state);
    if (record !== null && now - record.startedAt < LONGEST) continue;
    forgetLaunch(storage, state);
  }
}

function parsed(words: string | null): unknown {
  if (words === null) return null;
  try {
    return JSON.parse(words) as unknown;
  } catch {
    return null;
  }
}
