import { createHash, randomBytes } from 'node:crypto';
import type { Store } from '../records/store.ts';

/** `request`: an authorisation that waits for somebody to pick a user on the standalone pages. */
export type CredentialType = 'launch' | 'request' | 'code' | 'access' | 'refresh';

export interface Credential {
  readonly family: string;
  readonly used: boolean;
  /** As issued; whoever asks for a type knows its shape. */
  readonly body: unknown;
}

/** Opaque random texts, kept as hashes in the data file. A family is everything that grew out of one authorisation. */
export interface Credentials {
  /** 256 random bits. */
  issue(type: CredentialType, body: object, seconds: number, family?: string): string;
  /** Null where it is unknown, of another type, or past its time. */
  find(type: CredentialType, text: string): Credential | null;
  use(text: string): void;
  revoke(family: string): void;
  /** All of a type are past their time from now on. */
  expire(type: CredentialType): void;
  /** Everything ends. */
  clear(): void;
}

export function credentialsIn({ database }: Pick<Store, 'database'>): Credentials {
  const insert = database.prepare('INSERT INTO credential (hash, type, family, expires, body) VALUES (?, ?, ?, ?, ?)');
  const select = database.prepare('SELECT family, used, body FROM credential WHERE hash = ? AND type = ? AND expires > ?');
  const use = database.prepare('UPDATE credential SET used = 1 WHERE hash = ?');
  const revoke = database.prepare('DELETE FROM credential WHERE family = ?');
  const expire = database.prepare('UPDATE credential SET expires = 0 WHERE type = ?');
  const forget = database.prepare('DELETE FROM credential WHERE expires < ?');

  return {
    issue: (type, body, seconds, family = random()) => {
      const text = random();
      forget.run(Date.now());
      insert.run(hashOf(text), type, family, Date.now() + seconds * 1000, JSON.stringify(body));
      return text;
    },
    find: (type, text) => {
      const row = select.get(hashOf(text), type, Date.now());
      if (!row) return null;
      return { family: String(row['family']), used: row['used'] === 1, body: JSON.parse(String(row['body'])) as unknown };
    },
    use: (text) => void use.run(hashOf(text)),
    revoke: (family) => void revoke.run(family),
    expire: (type) => void expire.run(type),
    clear: () => database.exec('DELETE FROM credential'),
  };
}

function random(): string {
  return randomBytes(32).toString('base64url');
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
