import type { Block } from '../../../domain/model/index.ts';
import type { Extraction } from './extraction.ts';
import { isBold, kindOf, layOutEnd, layOutStart } from './layout.ts';
import { readMarkup } from './markup.ts';
import { createTextWriter } from './text-writer.ts';

interface Open {
  readonly name: string;
  readonly hides: boolean;
  readonly keepsSpace: boolean;
  readonly bold: boolean;
  readonly kind: Block['kind'];
}

/**
 * The text that a reader of the page would see, with headings, paragraphs, list items and table cells, and where in the
 * source each piece stands. Left out: scripts, styles, comments, hidden elements, options not chosen, and struck-out text,
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
      });
      if (hides) hidden += 1;
      if (hidden > 0) return;
      if (name === 'input' && isBox(attributes)) writer.sign('checked' in attributes ? '[x] ' : '[ ] ');
      else layOutStart(writer, name, around());
      writer.within(around());
    },
    close() {
      const closed = stack.pop();
      if (closed === undefined) return;
      if (hidden === 0) layOutEnd(writer, closed.name, around());
      if (closed.hides) hidden -= 1;
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
