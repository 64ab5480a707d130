import type { Block } from '../../../domain/model/index.ts';
import type { Extraction } from './extraction.ts';
import { isBold, kindOf, layOutEnd, layOutStart } from './layout.ts';
import { readMarkup } from './markup.ts';
import { createTextWriter, type TextWriter } from './text-writer.ts';

interface Open {
  readonly name: string;
  readonly hides: boolean;
  readonly keepsSpace: boolean;
  readonly bold: boolean;
  readonly kind: Block['kind'];
  /** Of a numbered list: the number of its next item. */
  next: number | null;
}

/**
 * The text that a reader of the page would see, with headings, paragraphs, list items with their numbers and table cells, and
 * where in the source each piece stands. Left out: scripts, styles, comments, hidden elements, options not chosen, and struck-out text,
 * which its author took back. Never throws on malformed markup.
 * @throws TooDeep
 */
export function htmlText(source: string): Extraction {
  const writer = createTextWriter();
  const stack: Open[] = [];
  let hidden = 0;
  const around = (): Block['kind'] => stack.at(-1)?.kind ?? 'paragraph';

  readMarkup(source, { xml: false }, {
    open(name, attributes) {
      const hides = isHidden(name, attributes);
      const above = stack.at(-1);
      stack.push({
        name, hides,
        keepsSpace: name === 'pre' || name === 'textarea' || (above?.keepsSpace ?? false),
        bold: isBold(name) || (above?.bold ?? false),
        kind: kindOf(name) ?? above?.kind ?? 'paragraph',
        next: name === 'ol' ? whole(attributes['start']) ?? 1 : null,
      });
      if (hides) hidden += 1;
      if (hidden > 0) return;
      if (name === 'input' && isBox(attributes)) writer.sign('checked' in attributes ? '[x] ' : '[ ] ');
      else layOutStart(writer, name, around());
      writer.within(around());
      if (name === 'li') number(above, attributes, writer);
    },
    close() {
      const closed = stack.pop();
      if (closed === undefined) return;
      if (hidden === 0) layOutEnd(writer, closed.name, around());
      if (closed.hides) hidden -= 1;
      if (closed.name === 'li') writer.marker('');
      writer.within(around());
    },
    text(data, from, to) {
      if (hidden > 0) return;
      const top = stack.at(-1);
      writer.text(data, from, to, { keepsSpace: top?.keepsSpace ?? false, bold: top?.bold ?? false });
    },
  });
  return writer.end();
}

/** The page shows "1." before the item of a numbered list, and a numbered problem is one wherever it is written. */
function number(list: Open | undefined, attributes: Readonly<Record<string, string>>, writer: TextWriter): void {
  if (list === undefined || list.next === null) return;
  const own = whole(attributes['value']) ?? list.next;
  list.next = own + 1;
  writer.marker(`${own}. `);
}

function whole(written: string | undefined): number | null {
  return written !== undefined && /^\s*\d{1,4}\s*$/.test(written) ? Number(written) : null;
}

const DROPPED = new Set([
  'script', 'style', 'title', 'template', 'noscript', 'iframe', 'object', 'embed', 'noembed', 'noframes', 'svg', 'math',
  'canvas', 'audio', 'video', 'datalist', 'del', 's', 'strike',
]);

function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (DROPPED.has(name) || 'hidden' in attributes) return true;
  if (name === 'option' && !('selected' in attributes)) return true;
  return HIDING.test(attributes['style'] ?? '');
}

const HIDING = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;]*line-through/i;

function isBox(attributes: Readonly<Record<string, string>>): boolean {
  return /^(?:checkbox|radio)$/i.test(attributes['type'] ?? '');
}
