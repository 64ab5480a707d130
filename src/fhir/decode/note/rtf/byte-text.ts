import { encodingOf } from './code-pages.ts';
import { symbolOf } from './letters.ts';
import type { SymbolFont } from './letters.ts';

/** Bytes and `\u` units become text; a character of several bytes is put together first. */
export interface ByteText {
  /** The document's own code page. */
  document(codePage: number): void;
  /** The font of what follows. `codePage` undefined: the document's own. */
  font(codePage: number | undefined, symbols: SymbolFont | null): void;
  byte(byte: number, from: number, to: number): void;
  /** The characters of `source[from, to)`, which are bytes; a tabulator among them is handed over. */
  run(source: string, from: number, to: number, onTab: (at: number) => void): void;
  /** A UTF-16 unit of `\u`, negative above 32767. */
  unit(unit: number, from: number, to: number): void;
  /** What was begun and not completed is shown as unreadable: nothing that follows can complete it. */
  settle(): void;
  /** Which characters could not be read, in words; null where none. */
  missing(): string | null;
}

export function createByteText(show: (text: string, from: number, to: number) => void): ByteText {
  let ownPage = 1252;
  let page = ownPage;
  let symbols: SymbolFont | null = null;
  let begun: { readonly from: number; to: number } | null = null;
  let high: { readonly unit: number; readonly from: number; readonly to: number } | null = null;
  const unknown = new Set<number>();
  const decoders = new Map<number, TextDecoder | null>();

  const decoder = (): TextDecoder | null => {
    const known = decoders.get(page);
    if (known !== undefined) return known;
    const encoding = encodingOf(page);
    const made = encoding === null ? null : new TextDecoder(encoding);
    decoders.set(page, made);
    return made;
  };

  const symbol = (byte: number, font: SymbolFont, from: number, to: number): void => { show(symbolOf(byte, font) ?? UNREADABLE, from, to); };

  const byte = (value: number, from: number, to: number): void => {
    dropHigh();
    if (value === 0) return;
    if (symbols !== null) return symbol(value, symbols, from, to);
    if (begun === null && value < 0x80) return show(String.fromCharCode(value), from, to);
    const by = decoder();
    if (by === null) {
      unknown.add(page);
      return show(UNREADABLE, from, to);
    }
    begun ??= { from, to };
    begun.to = to;
    const text = by.decode(Uint8Array.of(value), { stream: true });
    if (text === '') return;
    show(text, begun.from, to);
    begun = null;
  };

  const dropHigh = (): void => {
    if (high === null) return;
    show(UNREADABLE, high.from, high.to);
    high = null;
  };

  const settleBytes = (): void => {
    if (begun === null) return;
    const rest = decoder()?.decode() ?? '';
    if (rest !== '') show(rest, begun.from, begun.to);
    begun = null;
  };

  return {
    document(codePage) {
      if (page === ownPage) page = codePage;
      ownPage = codePage;
    },
    font(codePage, kind) {
      page = codePage ?? ownPage;
      symbols = kind;
    },
    byte,
    run(source, from, to, onTab) {
      for (let at = from; at < to;) {
        PLAIN.lastIndex = at;
        const plain = symbols === null && begun === null && PLAIN.test(source) ? Math.min(PLAIN.lastIndex, to) : at;
        if (plain > at) {
          dropHigh();
          show(source.slice(at, plain), at, plain);
          at = plain;
        } else {
          if (source[at] === '\t') onTab(at);
          else byte(source.charCodeAt(at), at, at + 1);
          at += 1;
        }
      }
    },
    unit(number, from, to) {
      settleBytes();
      const unit = (number < 0 ? number + 0x10000 : number) & 0xffff;
      if (high !== null && unit >= 0xdc00 && unit <= 0xdfff) {
        show(String.fromCharCode(high.unit, unit), high.from, to);
        high = null;
        return;
      }
      dropHigh();
      if (unit >= 0xd800 && unit <= 0xdbff) high = { unit, from, to };
      else if (unit >= 0xf000 && unit <= 0xf0ff) symbol(unit & 0xff, symbols ?? 'symbol', from, to);
      else if (unit !== 0) show(unit >= 0xdc00 && unit <= 0xdfff ? UNREADABLE : String.fromCharCode(unit), from, to);
    },
    settle() {
      dropHigh();
      settleBytes();
    },
    missing: () => (unknown.size === 0 ? null : `Its characters of code page ${[...unknown].toSorted((a, b) => a - b).join(', ')} cannot be read and show as \uFFFD. Open the document in the EHR.`),
  };
}

/** What Unicode shows where a character could not be read. */
const UNREADABLE = '\uFFFD';

/** Characters that are themselves in every code page, and none that ends a token, so that one look goes no further than its run. */
const PLAIN = /[ -[\]-z|~]+/y;
