/** Characters that control words and symbols stand for. RTF 1.9.1, "Special characters". */
export const LETTERS: ReadonlyMap<string, string> = new Map(Object.entries({
  emdash: '\u2014', endash: '\u2013', lquote: '\u2018', rquote: '\u2019', ldblquote: '\u201c', rdblquote: '\u201d', bullet: '\u2022',
  emspace: ' ', enspace: ' ', qmspace: ' ',
  '~': ' ', _: '-', '\\': '\\', '{': '{', '}': '}',
}));

/**
 * What a byte shows in a font of symbols, where a note would be misread without it: comparison signs, Greek letters of units
 * and drugs, arrows, boxes. Adobe Symbol encoding; Microsoft Wingdings.
 */
export function symbolOf(byte: number, font: SymbolFont): string | null {
  return (font === 'wingdings' ? WINGDINGS : SYMBOL).get(byte) ?? (font === 'symbol' && PLAIN.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : null);
}

export type SymbolFont = 'symbol' | 'wingdings';

/** The signs and digits that Symbol shares with ASCII. Its letters are Greek. */
const PLAIN = /[ !#%&()+,./0-9:;<=>?[\]_{|}]/;

const SYMBOL: ReadonlyMap<number, string> = new Map([
  ...'\u0391\u0392\u03a7\u2206\u0395\u03a6\u0393\u0397\u0399\u03d1\u039a\u039b\u039c\u039d\u039f\u03a0\u0398\u03a1\u03a3\u03a4\u03a5\u03c2\u2126\u039e\u03a8\u0396'.split('').map((letter, i) => [0x41 + i, letter] as const),
  ...'\u03b1\u03b2\u03c7\u03b4\u03b5\u03c6\u03b3\u03b7\u03b9\u03d5\u03ba\u03bb\u03bc\u03bd\u03bf\u03c0\u03b8\u03c1\u03c3\u03c4\u03c5\u03d6\u03c9\u03be\u03c8\u03b6'.split('').map((letter, i) => [0x61 + i, letter] as const),
  [0x2a, '*'], [0x2d, '-'], [0x7e, '~'], [0xa0, ' '],
  [0xa3, '\u2264'], [0xa5, '\u221e'], [0xab, '\u2194'], [0xac, '\u2190'], [0xad, '\u2191'], [0xae, '\u2192'], [0xaf, '\u2193'],
  [0xb0, '\u00b0'], [0xb1, '\u00b1'], [0xb3, '\u2265'], [0xb4, '\u00d7'], [0xb7, '\u2022'], [0xb8, '\u00f7'], [0xb9, '\u2260'], [0xbb, '\u2248'],
]);

const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x20, ' '], [0x6c, '\u25cf'], [0x6e, '\u25a0'], [0x6f, '\u25a1'], [0x71, '\u25a1'], [0xa7, '\u25aa'], [0xa8, '\u25a1'], [0x76, '\u2022'], [0xd8, '\u2022'],
  [0xdf, '\u2190'], [0xe0, '\u2192'], [0xe1, '\u2191'], [0xe2, '\u2193'], [0xfb, '\u2717'], [0xfc, '\u2713'], [0xfd, '[x]'], [0xfe, '[x]'],
]);
