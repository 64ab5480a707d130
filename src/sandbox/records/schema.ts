/** Kept in the file's user_version; a file with another is refused, not guessed at. */
export const SCHEMA_VERSION = 1;

/**
 * `version` holds every version; `current` says which one counts. `link` says who refers to whom, `record` in whose
 * record something stands; both follow from the current versions. `credential` belongs to the authorisation server.
 */
export const SCHEMA = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
PRAGMA user_version = ${SCHEMA_VERSION};
CREATE TABLE IF NOT EXISTS version (
  kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, updated TEXT NOT NULL, method TEXT NOT NULL, body TEXT,
  UNIQUE (kind, id, version)
) STRICT;
CREATE TABLE IF NOT EXISTS current (
  seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, UNIQUE (kind, id)
) STRICT;
CREATE TABLE IF NOT EXISTS link (
  target TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (target, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS link_source ON link (kind, id);
CREATE TABLE IF NOT EXISTS record (
  patient TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (patient, kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS record_member ON record (kind, id);
CREATE TABLE IF NOT EXISTS credential (
  hash TEXT PRIMARY KEY, type TEXT NOT NULL, family TEXT NOT NULL, expires INTEGER NOT NULL, used INTEGER NOT NULL DEFAULT 0, body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
