import { cannotReadYet, formatFound, formatOf, whyNotFound } from '../../read/formats.ts';
import type { NoteFormat } from '../../read/formats.ts';
import { decodeText } from './charset.ts';
import { bytesOf, isEmbedded } from './embedded.ts';
import type { EmbeddedBody } from './embedded.ts';
import { plainText, TooDeep } from './extraction.ts';
import type { Extraction, Unread } from './extraction.ts';
import { readerOf } from './readers.ts';

export interface Extracted {
  readonly extraction: Extraction;
  /** The decoded attachment, which the source map leads back to; of RTF and PDF one character a byte. */
  readonly source: string;
  /** Which reader in which version, and what was found to be other than stated. */
  readonly extractor: string;
}

/** Raised whenever the same attachment would give other text or other offsets. */
const EXTRACTORS: Readonly<Record<NoteFormat, string>> = { plain: 'plain/1', html: 'html/2', rtf: 'rtf/2', cda: 'cda/2', composition: 'composition/2', pdf: 'pdf/1' };

/**
 * The text of an attachment by what it is, whatever it is called. Never throws for what a server sent.
 * The reader of its format is loaded when the first such attachment comes.
 * @param spent milliseconds that the attachments of the chart took so far, for the limit on PDFs
 */
export async function extractNote(bytes: Uint8Array, contentType: string, spent: () => number): Promise<Extracted | Unread> {
  const opened = open(bytes, contentType);
  if ('status' in opened) return opened;
  const found = await extractionOf(bytes, opened, spent);
  return 'status' in found ? found : named(found, opened, contentType);
}

/** The text of an attachment that needs no reader: plain text. Of any other it says that it was not read. */
export function extractPlain(bytes: Uint8Array, contentType: string): Extracted | Unread {
  const opened = open(bytes, contentType);
  if ('status' in opened) return opened;
  if (opened.format !== 'plain') return { status: 'cannot-read-yet', why: cannotReadYet([contentType]) };
  return named({ extraction: plainText(opened.source), readers: ['plain'] }, opened, contentType);
}

interface Opened {
  readonly format: NoteFormat;
  readonly source: string;
  readonly assumed: string | null;
}

function open(bytes: Uint8Array, contentType: string): Opened | Unread {
  const format = formatFound(bytes, contentType);
  if (format === null) return { status: 'cannot-read-yet', why: whyNotFound(bytes, contentType) };
  const decoded = decodeText(bytes, contentType);
  return 'failure' in decoded ? { status: 'failed', why: decoded.failure } : { format, source: decoded.text, assumed: decoded.assumed };
}

interface Found {
  readonly extraction: Extraction;
  readonly readers: readonly NoteFormat[];
}

function named({ extraction, readers }: Found, { format, source, assumed }: Opened, contentType: string): Extracted {
  const asides = [
    ...(format === formatOf(contentType) ? [] : [`sent as ${formatOf(contentType) ?? 'another format'}`]),
    ...(assumed === null ? [] : [`${assumed} assumed`]),
  ];
  return { extraction, source, extractor: [...readers.map((reader) => EXTRACTORS[reader]), ...asides].join('; ') };
}

async function extractionOf(bytes: Uint8Array, { format, source }: Opened, spent: () => number): Promise<Found | Unread> {
  const found = await read(bytes, source, format, spent);
  if ('status' in found) return found;
  return isEmbedded(found) ? insideOf(found, spent) : { extraction: found, readers: [format] };
}

async function read(bytes: Uint8Array, source: string, format: NoteFormat, spent: () => number): Promise<Extraction | Unread | EmbeddedBody> {
  if (format === 'plain') return plainText(source);
  const reader = await readerOf(format);
  if ('status' in reader) return reader;
  try {
    return await reader.read({ bytes, source, spent });
  } catch (error) {
    if (error instanceof TooDeep) return { status: 'failed', why: 'Its markup is nested too deeply to be a note. Open the document in the EHR.' };
    // One document that a reader stumbles over must not cost the chart the others.
    return { status: 'failed', why: 'It could not be read to its end. Open the document in the EHR.' };
  }
}

/** A document inside the document: its text is led back to the whole of it, since its own offsets are in no attachment. */
async function insideOf(body: EmbeddedBody, spent: () => number): Promise<Found | Unread> {
  const bytes = bytesOf(body);
  if (bytes === null) return { status: 'failed', why: 'The document inside is damaged: it is not base64. Open the document in the EHR.' };
  const opened = open(bytes, body.encoded ? body.mediaType : `${body.mediaType}; charset=utf-8`);
  if ('status' in opened) return opened;
  if (opened.format === 'cda') return { status: 'cannot-read-yet', why: whyNotFound(bytes, body.mediaType) };
  const found = await extractionOf(bytes, opened, spent);
  if ('status' in found) return found;
  const { text } = found.extraction;
  const sourceMap = text === '' ? [] : [{ start: 0, end: text.length, from: body.from, to: body.to }];
  return { extraction: { ...found.extraction, sourceMap }, readers: ['cda', ...found.readers] };
}
