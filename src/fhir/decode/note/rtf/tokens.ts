/** A piece of RTF 1.9.1. `from`, `to`: offsets into the source, of which one character is one byte. */
export type RtfToken = { readonly from: number; readonly to: number } & (
  | { readonly kind: 'open' | 'close' }
  /** `\par`, `\u8805`: letters, then a number where there is one. Its closing space belongs to it. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  /** `\~`, `\*`, `\{`: one character that is no letter. */
  | { readonly kind: 'symbol'; readonly sign: string }
  /** `\'e9`. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Characters as they stand, without line breaks, which mean nothing in RTF. */
  | { readonly kind: 'text' }
);

/** The tokens of RTF from `start` on. Never throws; each character is looked at once, binary data is stepped over. */
export function* rtfTokens(source: string, start = 0): Generator<RtfToken> {
  for (let at = start; at < source.length;) {
    const token = tokenAt(source, at);
    if (token !== null) yield token;
    at = token?.to ?? at + 1;
  }
}

function tokenAt(source: string, from: number): RtfToken | null {
  switch (source[from]) {
    case '{': return { kind: 'open', from, to: from + 1 };
    case '}': return { kind: 'close', from, to: from + 1 };
    case '\r': case '\n': return null;
    case '\\': return control(source, from);
    default: {
      TEXT.lastIndex = from;
      TEXT.exec(source);
      return { kind: 'text', from, to: TEXT.lastIndex };
    }
  }
}

const TEXT = /[^\r\n\\{}]+/y;

function control(source: string, from: number): RtfToken | null {
  WORD.lastIndex = from + 1;
  const found = WORD.exec(source);
  if (found !== null) return word(source, from, found[1] ?? '', found[2]);
  const sign = source[from + 1];
  if (sign === undefined) return null;
  if (sign !== '\'') return { kind: 'symbol', sign, from, to: from + 2 };
  const byte = source.slice(from + 2, from + 4);
  return /^[0-9a-f]{2}$/i.test(byte) ? { kind: 'byte', byte: Number.parseInt(byte, 16), from, to: from + 4 } : { kind: 'symbol', sign, from, to: from + 2 };
}

const WORD = /([a-zA-Z]+)(-?\d+)?( )?/y;

function word(source: string, from: number, name: string, digits: string | undefined): RtfToken {
  const number = digits === undefined ? null : Number(digits);
  const to = WORD.lastIndex;
  const binary = name === 'bin' && number !== null && number > 0 ? Math.min(number, source.length - to) : 0;
  return { kind: 'word', word: name, number, from, to: to + binary };
}
