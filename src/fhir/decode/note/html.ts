import { Parser } from 'htmlparser2';
import type { Block } from '../../../domain/model/index.ts';
import type { Extraction } from './extraction.ts';
import { createTextWriter } from './text-writer.ts';

/** Elements nested deeper than any note's are refused, since each costs the parser time. */
const DEEPEST = 1000;

export class TooDeep extends Error {}

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
  let cdata = false;

  const parser = new Parser({
    onopentag(name, attributes) {
      if (stack.length >= DEEPEST) throw new TooDeep();
      const hides = isHidden(name, attributes);
      const above = stack.at(-1);
      stack.push({
        name, hides,
        keepsSpace: name === 'pre' || name === 'textarea' || (above?.keepsSpace ?? false),
        bold: BOLD.has(name) || (above?.bold ?? false),
        kind: KINDS[name] ?? above?.kind ?? 'paragraph',
      });
      if (hides) hidden += 1;
      if (hidden > 0) return;
      if (name === 'br') writer.lineBreak();
      else if (name === 'input' && isBox(attributes)) writer.sign('checked' in attributes ? '[x] ' : '[ ] ');
      else layOut(name);
      enter();
    },
    onclosetag() {
      const closed = stack.pop();
      if (closed === undefined) return;
      if (hidden === 0 && closed.name !== 'tr' && !CELLS.has(closed.name)) layOut(closed.name);
      if (closed.hides) hidden -= 1;
      enter();
    },
    ontext(data) {
      if (hidden > 0) return;
      const end = parser.endIndex + 1;
      const from = cdata ? source.indexOf(data, parser.startIndex) : parser.startIndex;
      if (!cdata && isCutTag(data, source.slice(from, end))) return;
      const top = stack.at(-1);
      writer.text(data, from, cdata ? from + data.length : Math.max(from, end), { keepsSpace: top?.keepsSpace ?? false, bold: top?.bold ?? false });
    },
    oncdatastart() { cdata = true; },
    oncdataend() { cdata = false; },
  }, { decodeEntities: true, recognizeCDATA: true, recognizeSelfClosing: true });

  const enter = (): void => { writer.within(stack.at(-1)?.kind ?? 'paragraph'); };
  const layOut = (name: string): void => {
    if (name === 'tr') writer.row();
    else if (CELLS.has(name)) writer.cell();
    else if (APART.has(name)) writer.boundary(name === 'p' && (stack.at(-1)?.kind ?? 'paragraph') !== 'paragraph' ? 1 : 2);
    else if (BLOCKS.has(name)) writer.boundary(1);
  };

  parser.end(source);
  return writer.end();
}

/** A tag that the end of the source cut off comes as text of another extent. Text is its own source, or a character reference. */
function isCutTag(data: string, original: string): boolean {
  return data !== original && original !== '' && !original.startsWith('&');
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

const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const KINDS: Readonly<Record<string, Block['kind']>> = {
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading',
  caption: 'heading', legend: 'heading', summary: 'heading',
  li: 'list-item', td: 'table-cell', th: 'table-cell',
};

const CELLS = new Set(['td', 'th']);

/** Shown with an empty line around them. */
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'hr', 'section', 'article', 'fieldset']);

/** Shown on lines of their own. */
const BLOCKS = new Set([
  'html', 'body', 'div', 'li', 'dt', 'dd', 'address', 'header', 'footer', 'main', 'nav', 'aside', 'figure', 'figcaption', 'caption', 'legend',
  'summary', 'details', 'thead', 'tbody', 'tfoot', 'form', 'center', 'option', 'textarea', 'xmp',
]);
