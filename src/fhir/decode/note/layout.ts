import type { Block } from '../../../domain/model/index.ts';
import type { TextWriter } from './text-writer.ts';

/** What an element is to its text; undefined where it changes nothing. Names as in HTML. */
export function kindOf(name: string): Block['kind'] | undefined {
  return KINDS.get(name);
}

export function isBold(name: string): boolean {
  return BOLD.has(name);
}

/** The lines and tabulators that an element sets where it opens. `around`: what it stands in, or is. */
export function layOutStart(writer: TextWriter, name: string, around: Block['kind']): void {
  if (name === 'br') writer.lineBreak();
  else if (name === 'tr') writer.row();
  else if (!CELLS.has(name)) setApart(writer, name, around);
}

/** The lines that an element sets where it closes. */
export function layOutEnd(writer: TextWriter, name: string, around: Block['kind']): void {
  if (name === 'tr') writer.row();
  else if (CELLS.has(name)) writer.cell();
  else setApart(writer, name, around);
}

function setApart(writer: TextWriter, name: string, around: Block['kind']): void {
  if (APART.has(name)) writer.boundary(name === 'p' && around !== 'paragraph' ? 1 : 2);
  else if (BLOCKS.has(name)) writer.boundary(1);
}

const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

const KINDS: ReadonlyMap<string, Block['kind']> = new Map(Object.entries<Block['kind']>({
  h1: 'heading', h2: 'heading', h3: 'heading', h4: 'heading', h5: 'heading', h6: 'heading',
  caption: 'heading', legend: 'heading', summary: 'heading',
  li: 'list-item', td: 'table-cell', th: 'table-cell',
}));

const CELLS = new Set(['td', 'th']);

/** Shown with an empty line around them. */
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'hr', 'section', 'article', 'fieldset']);

/** Shown on lines of their own. */
const BLOCKS = new Set([
  'html', 'body', 'div', 'li', 'dt', 'dd', 'address', 'header', 'footer', 'main', 'nav', 'aside', 'figure', 'figcaption', 'caption', 'legend',
  'summary', 'details', 'thead', 'tbody', 'tfoot', 'form', 'center', 'option', 'textarea', 'xmp',
]);
