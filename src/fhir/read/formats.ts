export type NoteFormat = 'html' | 'cda' | 'composition' | 'rtf' | 'plain' | 'pdf';

/**
 * Renditions of one document say the same in another form. Read is the one that keeps most of what the author laid out:
 * what is a heading, a cell, struck out, or which section it is. Of a PDF only the places of the words are left.
 */
const RICHEST_FIRST: readonly NoteFormat[] = ['html', 'cda', 'composition', 'rtf', 'plain', 'pdf'];

export function byRichness(a: NoteFormat, b: NoteFormat): number {
  return RICHEST_FIRST.indexOf(a) - RICHEST_FIRST.indexOf(b);
}

/** How a document of this media type is read; null where it cannot be read yet. */
export function formatOf(contentType: string): NoteFormat | null {
  return FORMATS.get(essence(contentType)) ?? (/^application\/hl7-[\w.-]+\+xml$/.test(essence(contentType)) ? 'cda' : null);
}

const FORMATS: ReadonlyMap<string, NoteFormat> = new Map(Object.entries<NoteFormat>({
  'text/plain': 'plain',
  'text/html': 'html', 'application/xhtml+xml': 'html',
  'text/rtf': 'rtf', 'application/rtf': 'rtf', 'application/x-rtf': 'rtf', 'text/richtext': 'rtf',
  'application/cda+xml': 'cda', 'application/xml': 'cda', 'text/xml': 'cda',
  'application/fhir+json': 'composition', 'application/fhir+xml': 'composition',
  'application/pdf': 'pdf', 'application/x-pdf': 'pdf',
}));

/** What the bytes are, whatever they are called: an EHR may send RTF as plain text. Null where that cannot be read yet. */
export function formatFound(bytes: Uint8Array, contentType: string): NoteFormat | null {
  const stated = formatOf(contentType);
  const start = beginning(bytes);
  if (start.startsWith('%PDF-') || (stated === 'pdf' && start.slice(0, 1024).includes('%PDF-'))) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (PICTURE.test(start)) return null;
  if (/^<!doctype html|^<html[\s>]/i.test(start)) return 'html';
  const root = start.startsWith('<') ? rootElement(start) : null;
  if (root === 'ClinicalDocument') return 'cda';
  if (stated === 'cda') return root === 'html' ? 'html' : FHIR_DOCUMENTS.has(root ?? '') ? 'composition' : null;
  return stated;
}

/** Why content whose format was not found cannot be read. */
export function whyNotFound(bytes: Uint8Array, contentType: string): string {
  return cannotReadYet([PICTURE.test(beginning(bytes)) ? 'image/*' : contentType]);
}

const FHIR_DOCUMENTS: ReadonlySet<string> = new Set(['Bundle', 'Composition']);

/** JPEG, PNG, GIF, TIFF, by their first bytes. */
const PICTURE = /^(?:\u00ff\u00d8\u00ff|\u0089PNG|GIF8|II\*\0|MM\0\*)/;

/** So far into a document its root element stands, behind declarations and comments. In bytes. */
const FAR_ENOUGH = 16_384;

/** One character a byte, without a byte order mark, leading white space, and the zeros between the letters of UTF-16. */
function beginning(bytes: Uint8Array): string {
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const start = latin1(bytes.subarray(0, FAR_ENOUGH));
  return (wide ? start.slice(2).replaceAll('\0', '') : start.replace(/^\u00ef\u00bb\u00bf/, '')).trimStart();
}

/** The local name of the first element. */
function rootElement(start: string): string | null {
  for (let at = start.indexOf('<'); at >= 0; at = start.indexOf('<', at)) {
    const comment = start.startsWith('<!--', at);
    if (!comment && start[at + 1] !== '?' && start[at + 1] !== '!') return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(start.slice(at, at + 200))?.[1] ?? null;
    const end = start.indexOf(comment ? '-->' : start[at + 1] === '?' ? '?>' : '>', at + 2);
    if (end < 0) return null;
    at = end;
  }
  return null;
}

/** One character a byte (ISO 8859-1; TextDecoder takes that name for windows-1252). */
export function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

/** `text/html`, from `Text/HTML; charset=utf-8`. */
export function essence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** "Word documents cannot be read yet." */
export function cannotReadYet(contentTypes: readonly string[]): string {
  const names = [...new Set(contentTypes.map((type) => NAMES.get(essence(type)) ?? named(essence(type))))];
  return `${names.join(', ')} cannot be read yet. Open the document in the EHR.`;
}

function named(type: string): string {
  const [kind = ''] = type.split('/', 1);
  return KINDS.get(kind) ?? (type === '' ? 'Documents without a stated format' : `Documents of type ${safe(type)}`);
}

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries<string>({
  'application/xml': 'XML documents that are no clinical document', 'text/xml': 'XML documents that are no clinical document',
  'application/dicom': 'Images',
  'application/msword': 'Word documents', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word documents',
}));

const KINDS: ReadonlyMap<string, string> = new Map(Object.entries<string>({ image: 'Images', audio: 'Sound recordings', video: 'Videos' }));

/** A media type comes from the server: only what one may look like is shown. */
function safe(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.slice(0, 80) : 'an unknown format';
}
