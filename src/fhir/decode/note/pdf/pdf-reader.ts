// What it does to the worker's scope is its use, and it must come before pdf.js.
// oxlint-disable-next-line import/no-unassigned-import -- see above
import './no-worker-of-pdfjs.ts';
import { getDocument } from 'unpdf/pdfjs';
import type { Unread } from '../extraction.ts';
import type { PdfItem, PdfPages } from './pages.ts';
import { ignoreStrayRejections } from './stray-rejections.ts';

ignoreStrayRejections();

/** No note is longer; a book would keep the worker for minutes. */
const MOST_PAGES = 300;
const MOST_ITEMS = 300_000;
const MOST_MEGABYTES = 50;
/** For all the PDFs of a chart, looked at from piece to piece of a page's text. The page ends a worker that is silent for 60. */
const MOST_SECONDS = 30;

/**
 * The text layer of a PDF. Runs pdf.js in this thread, without a worker of its own, WebAssembly, fonts, character maps or
 * pictures from elsewhere: nothing is fetched, no script in the document is run.
 * @param spent milliseconds so far, for the limit on time
 */
export async function readPdf(bytes: Uint8Array, spent: () => number): Promise<PdfPages | Unread> {
  if (spent() > MOST_SECONDS * 1000) return SLOW;
  if (bytes.length > MOST_MEGABYTES * 1_000_000) return tooLong(`more than ${MOST_MEGABYTES} MB`);
  const loading = getDocument({
    // A copy: pdf.js takes the buffer away from its owner.
    data: bytes.slice(),
    disableFontFace: true, useSystemFonts: false, useWorkerFetch: false, useWasm: false, enableXfa: false,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: false, verbosity: 0,
  });
  try {
    const document = await loading.promise;
    if (document.numPages > MOST_PAGES) return tooLong(`more than ${MOST_PAGES} pages`);
    const pages: PdfItem[][] = [];
    let items = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const shown = page.getViewport({ scale: 1 }).transform as readonly number[];
      const drawn: PdfItem[] = [];
      // Piece by piece: a small PDF may unpack into a page that would fill the memory before it is whole.
      const pieces = (page.streamTextContent() as ReadableStream<TextPiece>).getReader();
      for (let piece = await pieces.read(); !piece.done; piece = await pieces.read()) {
        items += piece.value.items.length;
        if (items > MOST_ITEMS) return tooLong('too much text for one document');
        if (spent() > MOST_SECONDS * 1000) return SLOW;
        for (const item of piece.value.items) if ('str' in item) drawn.push(itemOf(item, shown));
      }
      pages.push(drawn);
      page.cleanup();
      if (spent() > MOST_SECONDS * 1000) return SLOW;
    }
    if (pages.every((page) => page.every(({ text }) => text.trim() === ''))) return SCAN;
    return { pages };
  } catch (error) {
    return refusal(error);
  } finally {
    // The document may be too damaged to be closed in order.
    await loading.destroy().catch(() => undefined);
  }
}

const SCAN: Unread = { status: 'cannot-read-yet', why: 'The PDF has no text layer: its pages are pictures without text, as a scanner makes them, or empty. Open the document in the EHR.' };

const SLOW: Unread = { status: 'cannot-read-yet', why: `Reading this chart's PDFs takes more than ${MOST_SECONDS} seconds. Open the document in the EHR.` };

function tooLong(what: string): Unread {
  return { status: 'cannot-read-yet', why: `The PDF has ${what}. Open the document in the EHR.` };
}

/** pdf.js tells its errors apart by name. Their messages may quote the document, so they go no further. */
function refusal(error: unknown): Unread {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { status: 'cannot-read-yet', why: 'The PDF is protected by a password. Open the document in the EHR.' };
  return { status: 'failed', why: 'The PDF is damaged and could not be read. Open the document in the EHR.' };
}

interface TextPiece {
  readonly items: readonly (Drawn | { readonly type: string })[];
}

interface Drawn {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** @param page from the page's own coordinates to those in which it is shown, turned and seen from the top */
function itemOf({ str, transform, width }: Drawn, page: readonly number[]): PdfItem {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const [pa = 1, pb = 0, pc = 0, pd = -1, pe = 0, pf = 0] = page;
  const along = { x: a * pa + b * pc, y: a * pb + b * pd };
  return {
    text: str,
    x: e * pa + f * pc + pe, y: e * pb + f * pd + pf,
    width, size: Math.hypot(c, d),
    upright: along.x > 0 && Math.abs(along.y) < 0.1 * along.x,
  };
}
