import { codePageOf } from './code-pages.ts';
import type { SymbolFont } from './letters.ts';

export interface Font {
  codePage: number | undefined;
  symbols: SymbolFont | null;
}

/** The fonts that a document declares: they say in which code page its bytes are. */
export interface Fonts {
  get(number: number | null): Font | undefined;
  /** A control word inside the font table. */
  word(word: string, number: number | null): void;
  name(part: string): void;
}

export function createFonts(): Fonts {
  const fonts = new Map<number, Font>();
  let current: Font | undefined;
  let name = '';
  return {
    get: (number) => (number === null ? undefined : fonts.get(number)),
    word(word, number) {
      if (word === 'f' && number !== null) {
        current = { codePage: undefined, symbols: null };
        fonts.set(number, current);
        name = '';
      } else if (current !== undefined && word === 'fcharset' && number !== null) {
        current.codePage ??= codePageOf(number);
        if (number === 2) current.symbols ??= 'symbol';
      } else if (current !== undefined && word === 'cpg' && number !== null) current.codePage = number;
    },
    name(part) {
      if (current === undefined || name.length > LONGEST_NAME) return;
      name += part;
      if (/wingdings/i.test(name)) current.symbols = 'wingdings';
      else if (/^\s*symbol/i.test(name)) current.symbols = 'symbol';
    },
  };
}

const LONGEST_NAME = 64;
