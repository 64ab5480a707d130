import { Parser } from 'htmlparser2';
import { DEEPEST, TooDeep } from './extraction.ts';

/** What one pass over markup meets. Offsets are UTF-16 into the source. */
export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>, from: number, to: number): void;
  /** `from`: where the end tag stands. `implied`: there is none, as of an element that the end of the source cut off. */
  close(name: string, from: number, implied: boolean): void;
  /** Character references are resolved: the data is then shorter than `to - from`. */
  text(data: string, from: number, to: number): void;
}

/**
 * Reads HTML as browsers take it, or XML. Malformed markup is read as far as it goes. Nothing is fetched, and no entity but
 * the predefined and numeric ones is resolved, so that a document cannot grow by what it declares.
 * @throws TooDeep
 */
export function readMarkup(source: string, { xml }: { readonly xml: boolean }, events: MarkupEvents): void {
  let depth = 0;
  let cdata = false;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (depth >= DEEPEST) throw new TooDeep();
      depth += 1;
      events.open(name, attributes, parser.startIndex, parser.endIndex + 1);
    },
    onclosetag(name, implied) {
      depth -= 1;
      events.close(name, parser.startIndex, implied);
    },
    ontext(data) {
      const end = parser.endIndex + 1;
      const from = cdata ? source.indexOf(data, parser.startIndex) : parser.startIndex;
      if (!cdata && isCutTag(data, source.slice(from, end))) return;
      events.text(data, from, cdata ? from + data.length : Math.max(from, end));
    },
    oncdatastart() { cdata = true; },
    oncdataend() { cdata = false; },
  }, { xmlMode: xml, decodeEntities: true, recognizeCDATA: true, recognizeSelfClosing: true });
  parser.end(source);
}

/** A tag that the end of the source cut off comes as text of another extent. Text is its own source, or a character reference. */
function isCutTag(data: string, original: string): boolean {
  return data !== original && original !== '' && !original.startsWith('&');
}
