/** The encoding of a Windows code page, by its WHATWG name; null where the platform has no decoder for it. */
export function encodingOf(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  return ENCODINGS.get(codePage) ?? null;
}

const ENCODINGS: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'], [866, 'ibm866'], [874, 'windows-874'], [932, 'shift_jis'], [936, 'gbk'], [949, 'euc-kr'], [950, 'big5'],
  [10000, 'macintosh'], [10007, 'x-mac-cyrillic'], [20866, 'koi8-r'], [20127, 'windows-1252'], [28591, 'windows-1252'], [28592, 'iso-8859-2'],
  [54936, 'gb18030'], [65001, 'utf-8'],
]);

/** `\fcharset` to a code page (RTF 1.9.1, "Font table"); undefined for the document's own, which is also what 0 (ANSI) means. */
export function codePageOf(charset: number): number | undefined {
  return CHARSETS.get(charset);
}

const CHARSETS: ReadonlyMap<number, number> = new Map([
  [77, 10000], [128, 932], [129, 949], [134, 936], [136, 950], [161, 1253], [162, 1254], [163, 1258], [177, 1255], [178, 1256],
  [186, 1257], [204, 1251], [222, 874], [238, 1250], [254, 437], [255, 850],
]);

/** Code pages of the character sets that the document may name in its header. */
export const DOCUMENT_SETS: ReadonlyMap<string, number> = new Map([['ansi', 1252], ['mac', 10000], ['pc', 437], ['pca', 850]]);
