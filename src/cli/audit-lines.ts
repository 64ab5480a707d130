const LINE_FEED = 0x0a;

/**
 * Lines of a file that may be hostile, parted at LF: null for one of more than `longest` bytes, or one that is not UTF-8. Memory is bounded by `longest`,
 * whatever the file's lines are like. A byte order mark and CRs are left to the reader.
 */
export async function* boundedLines(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string | null> {
  let pieces: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): void => {
    length += piece.length;
    if (length > longest) pieces = [];
    else pieces.push(piece);
  };
  const take = (): string | null => {
    const line = length > longest ? null : decoded(pieces);
    pieces = [];
    length = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

/** Whether the operating system did not give the file (ENOENT, EACCES, EISDIR …). */
export function isUnreadable(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause;
}

function decoded(pieces: readonly Uint8Array[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces));
  } catch {
    return null;
  }
}
