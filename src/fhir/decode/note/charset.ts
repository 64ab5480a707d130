import { formatFound, latin1 } from '../../read/formats.ts';

export type Decoded =
  /** `assumed`: the encoding was not stated or not kept to, and this one was taken. */
  | { readonly text: string; readonly assumed: string | null }
  | { readonly failure: string };

/**
 * The text of an attachment. The encoding is, in order: a byte order mark, the media type's charset, what the markup says of
 * itself, UTF-8; bytes that are not UTF-8 after all are taken as windows-1252, as browsers do (WHATWG Encoding). RTF and PDF
 * are bytes that say for themselves what they mean: of them one character is one byte.
 */
export function decodeText(bytes: Uint8Array, contentType: string): Decoded {
  const format = formatFound(bytes, contentType);
  if (format === 'rtf' || format === 'pdf') return { text: latin1(bytes), assumed: null };
  const stated = byteOrderMark(bytes) ?? charsetOf(contentType) ?? (format === 'html' || format === 'cda' || format === 'composition' ? charsetOfMarkup(bytes) : null);
  const decoder = decoderFor(stated ?? 'utf-8');
  if (decoder === null) return { failure: 'Its character encoding is not known here. Open the document in the EHR.' };
  const decoded = attempt(decoder, bytes) ?? (decoder.encoding === 'utf-8' ? attempt(new TextDecoder('windows-1252'), bytes) : null);
  if (decoded === null) return { failure: `It could not be decoded as ${decoder.encoding}. Open the document in the EHR.` };
  if (decoded.text.includes('\u0000')) return { failure: 'It is not text, whatever its format says. Open the document in the EHR.' };
  return { text: decoded.text, assumed: decoded.encoding === decoder.encoding ? null : decoded.encoding };
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function charsetOf(words: string): string | null {
  return /charset\s*=\s*["']?\s*([^\s"';>/]+)/i.exec(words)?.[1] ?? null;
}

/** `<meta charset>` or the XML declaration, within the first 1024 bytes (WHATWG HTML, prescan). */
function charsetOfMarkup(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  return /<\?xml[^>]*encoding\s*=\s*["']([^"']+)["']/i.exec(start)?.[1] ?? charsetOf(/<meta[^>]*charset[^>]*>/i.exec(start)?.[0] ?? '');
}

function decoderFor(label: string): TextDecoder | null {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    return null;
  }
}

function attempt(decoder: TextDecoder, bytes: Uint8Array): { text: string; encoding: string } | null {
  try {
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}
