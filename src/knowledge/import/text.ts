import { ImportError } from './import-error.ts';

/**
 * The text of an official file, whatever it was saved as: UTF-8 (with or without byte order mark), UTF-16 with one, else Latin-1,
 * in which CMS published older files. Line ends become LF.
 * @throws ImportError where letters were lost, or made wrong by a conversion
 */
export function textOf(bytes: Uint8Array, file: string): string {
  const text = decoded(bytes);
  const damage = DAMAGE.exec(text);
  if (damage === null) return text.replace(/\r\n?/g, '\n');
  const line = text.slice(0, damage.index).split(/\r\n?|\n/).length;
  throw new ImportError(`${file}: line ${line} holds letters that a conversion of the file has spoilt ("Ménière" would not read so). Take the file as it was published.`);
}

/** The replacement character; NUL; and UTF-8 that was read as Latin-1 or Windows-1252 and saved again (é as Ã©). */
// oxlint-disable-next-line no-control-regex -- NUL is what a text never has and a binary file does
const DAMAGE = /\uFFFD|\u0000|Ã[\u0080-\u00BF\u0152-\u0192\u2013-\u2122]/;

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
