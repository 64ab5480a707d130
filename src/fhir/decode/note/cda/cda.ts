import type { Block } from '../../../../domain/model/index.ts';
import type { EmbeddedBody } from '../embedded.ts';
import { CUT_OFF, join } from '../extraction.ts';
import type { Extraction, Unread } from '../extraction.ts';
import { isBold, kindOf, layOutEnd, layOutStart } from '../layout.ts';
import { readMarkup } from '../markup.ts';
import { createTextWriter } from '../text-writer.ts';
import type { TextWriter } from '../text-writer.ts';

/**
 * The narrative of a clinical document (CDA R2, C-CDA R2.1): for each section its title and text, which is what its author
 * attested; entries are data about it and are left out. A section's LOINC code goes with its first block. Left out: deleted
 * text, pictures. Footnotes stand in square brackets. Column headings stand once, in their own row.
 * @throws TooDeep
 */
export function cdaText(source: string): Extraction | Unread | EmbeddedBody {
  const writer = createTextWriter();
  const stack: Open[] = [];
  const sections: Section[] = [];
  let body: { mediaType: string; encoded: boolean; refused: string | null; parts: string[]; from: number; to: number } | null = null;
  let hidden = 0;
  let cutOff = false;
  const around = (): Block['kind'] => stack.at(-1)?.kind ?? 'paragraph';

  readMarkup(source, { xml: true }, {
    open(tag, attributes, _from, to) {
      const name = localName(tag);
      const above = stack.at(-1);
      const place = placeOf(name, above);
      const shown = HTML_NAMES.get(name) ?? name;
      const inside = place === 'title' || place === 'narrative';
      const hides = inside && isHidden(name, attributes);
      stack.push({
        name, place, shown, hides,
        bold: inside && (isBold(shown) || BOLD.test(attributes['styleCode'] ?? '') || (above?.bold ?? false)),
        kind: place === 'title' ? 'heading' : inside ? kindOf(shown) ?? above?.kind ?? 'paragraph' : 'paragraph',
      });
      if (hides) hidden += 1;
      if (place === 'section') {
        writer.boundary(2);
        sections.push({ code: null, announced: false });
      } else if (place === 'code' || place === 'translation') {
        const section = sections.at(-1);
        if (section !== undefined) section.code ??= loincOf(attributes);
      } else if (place === 'body' && body === null) body = bodyOf(attributes, to);
      if (!inside || hidden > 0) return;
      if (above?.place === 'section') begin(writer, sections, place === 'title');
      if (name === 'footnote') writer.sign('[');
      else if (above?.place !== 'section') layOutStart(writer, shown, around());
      writer.within(around());
    },
    close(_tag, from, implied) {
      const closed = stack.pop();
      if (closed === undefined) return;
      const inside = closed.place === 'title' || closed.place === 'narrative';
      if (stack.length === 0) cutOff = implied;
      if (closed.place === 'section') {
        sections.pop();
        writer.boundary(2);
      } else if (closed.place === 'body' && body !== null) body.to = from;
      if (inside && hidden === 0) {
        if (stack.at(-1)?.place === 'section') writer.boundary(closed.place === 'title' ? 1 : 2);
        else if (closed.name === 'footnote') writer.sign(']');
        else layOutEnd(writer, closed.shown, around());
        writer.within(around());
      }
      if (closed.hides) hidden -= 1;
    },
    text(data, from, to) {
      const top = stack.at(-1);
      if (top?.place === 'body') body?.parts.push(data);
      if (hidden > 0 || (top?.place !== 'title' && top?.place !== 'narrative')) return;
      writer.text(data, from, to, { keepsSpace: false, bold: top.bold });
    },
  });

  const narrative = writer.end();
  if (body !== null && narrative.text === '') return embedded(body, cutOff);
  return cutOff ? { ...join([narrative]), missing: CUT_OFF } : narrative;
}

/** What an element is, by where it stands. */
type Place = 'section' | 'title' | 'narrative' | 'code' | 'translation' | 'body-holder' | 'body' | 'elsewhere';

interface Open {
  readonly name: string;
  readonly place: Place;
  /** The HTML element that is laid out alike. */
  readonly shown: string;
  readonly hides: boolean;
  readonly bold: boolean;
  readonly kind: Block['kind'];
}

interface Section {
  code: string | null;
  announced: boolean;
}

/** `section`, from `n1:section`. */
function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1);
}

function placeOf(name: string, above: Open | undefined): Place {
  switch (above?.place) {
    case 'title': case 'narrative': return above.place;
    case 'section':
      if (name === 'title' || name === 'code') return name;
      return name === 'text' ? 'narrative' : 'elsewhere';
    case 'code': return name === 'translation' ? 'translation' : 'elsewhere';
    case 'body-holder': return name === 'text' ? 'body' : 'elsewhere';
    default: break;
  }
  if (name === 'section' && above?.name === 'component') return 'section';
  return name === 'nonXMLBody' ? 'body-holder' : 'elsewhere';
}

/** LOINC's object identifier (HL7). A code without a system is taken as one, since C-CDA sections are coded in LOINC alone. */
const LOINC = '2.16.840.1.113883.6.1';

function loincOf(attributes: Readonly<Record<string, string>>): string | null {
  const code = attributes['code'];
  return code !== undefined && (attributes['codeSystem'] ?? LOINC) === LOINC && /^\d{1,7}-\d$/.test(code) ? code : null;
}

/** The first block of a section carries its code. A part of a section without a code of its own belongs to the whole. */
function begin(writer: TextWriter, sections: readonly Section[], isTitle: boolean): void {
  const section = sections.at(-1);
  if (!isTitle) writer.boundary(1);
  if (section === undefined || section.announced) return;
  section.announced = true;
  if (section.code !== null || sections.length === 1) writer.section(section.code);
}

/** CDA's narrative block elements as HTML's. */
const HTML_NAMES: ReadonlyMap<string, string> = new Map([['paragraph', 'p'], ['list', 'ul'], ['item', 'li'], ['linkHtml', 'a'], ['content', 'span']]);

/** CDA R2 table cell and content styles. */
const BOLD = /\bBold\b/i;

const DROPPED = new Set(['renderMultiMedia', 'footnoteRef', 'script', 'style', 'del', 's', 'strike']);

function isHidden(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return DROPPED.has(name) || attributes['revised'] === 'delete' || /strike/i.test(attributes['styleCode'] ?? '');
}

function bodyOf(attributes: Readonly<Record<string, string>>, from: number): { mediaType: string; encoded: boolean; refused: string | null; parts: string[]; from: number; to: number } {
  return {
    mediaType: attributes['mediaType'] ?? 'text/plain', encoded: attributes['representation'] === 'B64',
    refused: attributes['compression'] === undefined ? null : 'The document inside is compressed. Open it in the EHR.', parts: [], from, to: from,
  };
}

function embedded({ mediaType, encoded, refused, parts, from, to }: ReturnType<typeof bodyOf>, cutOff: boolean): EmbeddedBody | Unread {
  const content = parts.join('');
  if (refused !== null) return { status: 'cannot-read-yet', why: refused };
  if (cutOff) return { status: 'failed', why: CUT_OFF };
  if (content.trim() === '') return { status: 'cannot-read-yet', why: 'The document only refers to another file. Open it in the EHR.' };
  return { mediaType, content, encoded, from, to };
}
