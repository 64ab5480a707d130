import type { NoteFormat } from '../../read/formats.ts';
import type { EmbeddedBody } from './embedded.ts';
import type { Extraction, Unread } from './extraction.ts';

/** An attachment, as its bytes and as the text that they decode to. */
export interface Attachment {
  readonly bytes: Uint8Array;
  readonly source: string;
  /** Milliseconds that the chart's attachments took so far. */
  readonly spent: () => number;
}

export interface NoteReader {
  /** @throws TooDeep */
  read(attachment: Attachment): Extraction | Unread | EmbeddedBody | Promise<Extraction | Unread>;
}

/** The reader of a format. Few charts have notes in all of them, so that each is loaded when the first such note comes. */
export async function readerOf(format: Exclude<NoteFormat, 'plain'>): Promise<NoteReader | Unread> {
  try {
    return await load(format);
  } catch {
    // A chunk that a new version of the app replaced, or no network: the other notes can still be read.
    return { status: 'failed', why: 'The part of the app that reads this format could not be loaded. Reload the app, or open the document in the EHR.' };
  }
}

async function load(format: Exclude<NoteFormat, 'plain'>): Promise<NoteReader> {
  switch (format) {
    case 'html': {
      const { htmlText } = await import('./html.ts');
      return { read: ({ source }) => htmlText(source) };
    }
    case 'rtf': {
      const { rtfText } = await import('./rtf/rtf.ts');
      return { read: ({ source }) => rtfText(source) };
    }
    case 'cda': {
      const { cdaText } = await import('./cda/cda.ts');
      return { read: ({ source }) => cdaText(source) };
    }
    case 'composition': {
      const { compositionText } = await import('./composition/composition.ts');
      return { read: ({ source }) => compositionText(source) };
    }
    case 'pdf': {
      const [{ readPdf }, { pdfText }] = await Promise.all([import('./pdf/pdf-reader.ts'), import('./pdf/pdf.ts')]);
      return {
        read: async ({ bytes, spent }) => {
          const pages = await readPdf(bytes, spent);
          return 'status' in pages ? pages : pdfText(pages);
        },
      };
    }
  }
}
