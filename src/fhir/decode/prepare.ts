import type { AttachmentContent, ChartBundle } from '../read/contract.ts';
import { formatFound } from '../read/formats.ts';
import { cdaText, isEmbedded } from './note/cda/cda.ts';
import { decodeText } from './note/charset.ts';
import { bytesOf } from './note/embedded.ts';
import type { Unread } from './note/extraction.ts';
import { TooDeep } from './note/markup.ts';
import type { PdfPages } from './note/pdf/pages.ts';

/** What `decode` cannot read in one go: the text layers of PDFs, by attachment. */
export type Prepared = ReadonlyMap<AttachmentContent, PdfPages | Unread>;

/**
 * Reads the PDFs among the attachments, one after the other. Their reader is large: it is loaded when the first one comes.
 * Never throws for what a server sent, but is cancelled between two PDFs.
 */
export async function prepare({ attachments }: ChartBundle, signal?: AbortSignal): Promise<Prepared> {
  const prepared = new Map<AttachmentContent, PdfPages | Unread>();
  const started = performance.now();
  for (const content of attachments) {
    signal?.throwIfAborted();
    const pdf = 'failure' in content ? null : pdfIn(content.bytes, content.contentType);
    if (pdf !== null) prepared.set(content, await textLayer(pdf, () => performance.now() - started));
  }
  return prepared;
}

/** The bytes of a PDF that the attachment is, or that stands inside it (CDA `nonXMLBody`). */
function pdfIn(bytes: Uint8Array, contentType: string): Uint8Array | null {
  const format = formatFound(bytes, contentType);
  if (format === 'pdf') return bytes;
  if (format !== 'cda') return null;
  const decoded = decodeText(bytes, contentType);
  if ('failure' in decoded || !decoded.text.includes('nonXMLBody')) return null;
  const inside = bodyOf(decoded.text);
  return inside !== null && formatFound(inside.bytes, inside.mediaType) === 'pdf' ? inside.bytes : null;
}

/** Null also where the document is damaged: `decode` then says how. */
function bodyOf(source: string): { readonly bytes: Uint8Array; readonly mediaType: string } | null {
  try {
    const found = cdaText(source);
    if ('status' in found || !isEmbedded(found)) return null;
    const bytes = bytesOf(found);
    return bytes === null ? null : { bytes, mediaType: found.mediaType };
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

async function textLayer(bytes: Uint8Array, spent: () => number): Promise<PdfPages | Unread> {
  const reader = await import('./note/pdf/pdf-reader.ts').catch(() => null);
  if (reader === null) return { status: 'failed', why: 'The part of the app that reads PDFs could not be loaded. Reload the app, or open the document in the EHR.' };
  return reader.readPdf(bytes, spent);
}
