/**
 * Of a damaged page tree pdf.js drops a promise that then fails with nobody waiting (it asks for the next page ahead). The failure
 * itself is heard where the page is read. Left alone, the stray one would end the command line. Only pdf.js's own errors are
 * taken, by name; all others go where they would have gone.
 */
export function ignoreStrayRejections(): void {
  const { process } = globalThis as { process?: NodeProcess };
  if (process === undefined) {
    globalThis.addEventListener('unhandledrejection', (event) => { if (isOfPdfJs(event.reason)) event.preventDefault(); });
    return;
  }
  process.on('unhandledRejection', (reason) => {
    if (!isOfPdfJs(reason) && process.listenerCount('unhandledRejection') === 1) throw reason;
  });
}

/** As much of Node as this needs: the room runs in browsers too. */
interface NodeProcess {
  on(event: 'unhandledRejection', heard: (reason: unknown) => void): void;
  listenerCount(event: 'unhandledRejection'): number;
}

/** Whether this is one of the errors by which pdf.js tells that a PDF is damaged. */
export function isOfPdfJs(reason: unknown): boolean {
  return reason instanceof Error && NAMES.has(reason.name);
}

const NAMES = new Set(['FormatError', 'ParserEOFException', 'MissingDataException', 'XRefEntryException', 'XRefParseException', 'InvalidPDFException', 'UnknownErrorException', 'AbortException']);
