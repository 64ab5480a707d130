import { cannotReadYet, formatFound, formatOf, whyNotFound } from '../../read/formats.ts';
import type { NoteFormat } from '../../read/formats.ts';
import { cdaText, isEmbedded } from './cda/cda.ts';
import type { EmbeddedBody } from './cda/cda.ts';
import { decodeText } from './charset.ts';
import { compositionText } from './composition/composition.ts';
import { bytesOf } from './embedded.ts';
import { plainText } from './extraction.ts';
import type { Extraction, Unread } from './extraction.ts';
import { htmlText } from './html.ts';
import { TooDeep } from './markup.ts';
import type { PdfPages } from './pdf/pages.ts';
import { pdfText } from './pdf/pdf.ts';
import { rtfText } from './rtf/rtf.ts';

export interface Extracted {
  readonly extraction: Extraction;
  /** The decoded attachment, which the source map leads back to; of RTF and PDF one character a byte. */
  readonly source: string;
  /** Which reader in which version, and what was found to be other than stated. */
  readonly extractor: string;
}

/** Raised whenever the same attachment would give other text or other offsets. */
const EXTRACTORS: Readonly<Record<NoteFormat, string>> = { plain: 'plain/1', html: 'html/1', rtf: 'rtf/1', cda: 'cda/1', composition: 'composition/1', pdf: 'pdf/1' };

/**
 * The text of an attachment by what it is, whatever it is called. Never throws for what a server sent.
 * @param pdf what was read beforehand of a PDF, or of the PDF inside a clinical document
 */
export function extractNote(bytes: Uint8Array, contentType: string, pdf: PdfPages | Unread | undefined): Extracted | Unread {
  const format = formatFound(bytes, contentType);
  if (format === null) return { status: 'cannot-read-yet', why: whyNotFound(bytes, contentType) };
  const decoded = decodeText(bytes, contentType);
  if ('failure' in decoded) return { status: 'failed', why: decoded.failure };
  const found = attempt(() => extractionOf(decoded.text, format, pdf));
  if ('status' in found) return found;
  const asides = [
    ...(format === formatOf(contentType) ? [] : [`sent as ${formatOf(contentType) ?? 'another format'}`]),
    ...(decoded.assumed === null ? [] : [`${decoded.assumed} assumed`]),
  ];
  return { extraction: found.extraction, source: decoded.text, extractor: [...found.readers.map((reader) => EXTRACTORS[reader]), ...asides].join('; ') };
}

interface Found {
  readonly extraction: Extraction;
  readonly readers: readonly NoteFormat[];
}

function attempt(extraction: () => Found | Unread): Found | Unread {
  try {
    return extraction();
  } catch (error) {
    if (error instanceof TooDeep) return { status: 'failed', why: 'Its markup is nested too deeply to be a note. Open the document in the EHR.' };
    throw error;
  }
}

function extractionOf(source: string, format: NoteFormat, pdf: PdfPages | Unread | undefined): Found | Unread {
  const found = read(source, format, pdf);
  if ('status' in found) return found;
  return isEmbedded(found) ? insideOf(found, pdf) : { extraction: found, readers: [format] };
}

function read(source: string, format: NoteFormat, pdf: PdfPages | Unread | undefined): Extraction | Unread | EmbeddedBody {
  switch (format) {
    case 'plain': return plainText(source);
    case 'html': return htmlText(source);
    case 'rtf': return rtfText(source);
    case 'cda': return cdaText(source);
    case 'composition': return compositionText(source);
    case 'pdf': {
      if (pdf === undefined) return { status: 'cannot-read-yet', why: cannotReadYet(['application/pdf']) };
      return 'status' in pdf ? pdf : pdfText(pdf);
    }
  }
}

/** A document inside the document: its text is led back to the whole of it, since its own offsets are in no attachment. */
function insideOf(body: EmbeddedBody, pdf: PdfPages | Unread | undefined): Found | Unread {
  const bytes = bytesOf(body);
  if (bytes === null) return { status: 'failed', why: 'The document inside is damaged: it is not base64. Open the document in the EHR.' };
  const type = body.encoded ? body.mediaType : `${body.mediaType}; charset=utf-8`;
  const format = formatFound(bytes, type);
  if (format === null || format === 'cda') return { status: 'cannot-read-yet', why: whyNotFound(bytes, body.mediaType) };
  const decoded = decodeText(bytes, type);
  if ('failure' in decoded) return { status: 'failed', why: decoded.failure };
  const found = extractionOf(decoded.text, format, pdf);
  if ('status' in found) return found;
  const { text } = found.extraction;
  const sourceMap = text === '' ? [] : [{ start: 0, end: text.length, from: body.from, to: body.to }];
  return { extraction: { ...found.extraction, sourceMap }, readers: ['cda', ...found.readers] };
}
