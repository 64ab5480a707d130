import type { Readable } from 'node:stream';

/**
 * Lines of a UTF-8 stream, parted at LF only (CR before it is dropped, a byte order mark at the start too): JSON text
 * may hold U+2028, where other line readers break. Memory is bounded by the longest line.
 */
export async function* lines(input: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  let pieces: string[] = [];
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk as Uint8Array, { stream: true });
    let from = 0;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', from)) {
      pieces.push(text.slice(from, at));
      yield withoutReturn(pieces.join(''));
      pieces = [];
      from = at + 1;
    }
    if (from < text.length) pieces.push(text.slice(from));
  }
  const last = pieces.join('') + decoder.decode();
  if (last !== '') yield withoutReturn(last);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
