import type { AuditEntry, SignedHead } from '../model/index.ts';
import { canonical, entryHash } from './chain.ts';
import { LOG_FORMAT, type LogHeader } from './file.ts';

/** Far beyond the longest entry that is written; what is longer is not one of ours. In UTF-16 units. */
export const LONGEST_LINE = 4 * 1024 * 1024;

/** A line of an exported log. `edited`: it says what it is, and is not what was written. */
export type Line =
  | { readonly kind: 'header'; readonly header: LogHeader }
  /** Its hash is its own. */
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly kind: 'head'; readonly head: SignedHead }
  | { readonly kind: 'edited'; readonly what: 'header' | 'entry' | 'head' }
  | { readonly kind: 'unknown'; readonly why: string };

/** Never throws, whatever the line holds. */
export function parseLine(text: string): Line {
  try {
    return read(text);
  } catch {
    return { kind: 'unknown', why: 'It is not JSON. Export the log again, and copy the file as it is.' };
  }
}

function read(text: string): Line {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value)) return NOT_OURS;
  const [name, ...more] = Object.keys(value);
  if (more.length > 0) return NOT_OURS;
  switch (name) {
    case 'log': return headerIn(value['log'], isOneSpelling(value, text));
    case 'entry': return entryIn(value['entry'], isOneSpelling(value, text));
    case 'head': return headIn(value['head'], isOneSpelling(value, text));
    default: return NOT_OURS;
  }
}

const NOT_OURS: Line = { kind: 'unknown', why: 'It is no line of a log that Countersign exported. Take the file as it was exported.' };

/** Anything but the RFC 8785 form could hide a second value from one reader and show it to another (a doubled key). */
function isOneSpelling(value: unknown, text: string): boolean {
  try {
    return canonical(value) === text;
  } catch {
    return false;
  }
}

function headerIn(value: unknown, asWritten: boolean): Line {
  if (isRecord(value) && typeof value['format'] === 'string' && value['format'] !== LOG_FORMAT && asWritten) {
    return { kind: 'unknown', why: `It was written in another format than ${LOG_FORMAT}. Use the version of Countersign that wrote it, or a newer one.` };
  }
  return asWritten && isHeader(value) ? { kind: 'header', header: value } : { kind: 'edited', what: 'header' };
}

function entryIn(value: unknown, asWritten: boolean): Line {
  if (!asWritten || !isEntry(value)) return { kind: 'edited', what: 'entry' };
  const { hash, ...unhashed } = value;
  return entryHash(unhashed) === hash ? { kind: 'entry', entry: value } : { kind: 'edited', what: 'entry' };
}

function headIn(value: unknown, asWritten: boolean): Line {
  return asWritten && isSignedHead(value) ? { kind: 'head', head: value } : { kind: 'edited', what: 'head' };
}

function isHeader(value: unknown): value is LogHeader {
  if (!hasOnly(value, ['format', 'log', 'created', 'key', 'thumbprint', 'salt', 'signature'])) return false;
  const { key, ...texts } = value;
  return allText(texts) && hasOnly(key, ['kty', 'crv', 'x', 'y']) && allText(key) && key['kty'] === 'EC' && key['crv'] === 'P-256';
}

function isEntry(value: unknown): value is AuditEntry {
  if (!isRecord(value)) return false;
  return Number.isSafeInteger(value['seq']) && isRecord(value['event']) && ['at', 'who', 'patient', 'encounter', 'prev', 'hash'].every((name) => typeof value[name] === 'string');
}

/** A head with all it needs to be checked, wherever it comes from. */
export function isSignedHead(value: unknown): value is SignedHead {
  if (!hasOnly(value, ['log', 'count', 'hash', 'at', 'key', 'signature'])) return false;
  const { count, ...texts } = value;
  return Number.isSafeInteger(count) && Number(count) >= 0 && allText(texts);
}

function hasOnly(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  return isRecord(value) && Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name));
}

function allText(value: Record<string, unknown>): boolean {
  return Object.values(value).every((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
