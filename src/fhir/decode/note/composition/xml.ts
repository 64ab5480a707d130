import { TooDeep } from '../extraction.ts';
import type { Unread } from '../extraction.ts';
import { readMarkup } from '../markup.ts';
import { DEEPEST_SECTION, LOINC } from './sections.ts';
import type { CompositionSection, CompositionSections, Located } from './sections.ts';

/**
 * A section's title is an attribute: it is led back to its element.
 * @throws TooDeep
 */
export function sectionsInXml(source: string): CompositionSections | Unread {
  const path: string[] = [];
  const open: Draft[] = [];
  const sections: Draft[] = [];
  const whole: Draft = { depth: 0, code: null, system: null, title: null, div: null };
  let compositions = 0;
  let divAt: { readonly depth: number; readonly from: number } | null = null;
  let cutOff = false;

  readMarkup(source, { xml: true }, {
    open(tag, attributes, from, to) {
      const name = tag.slice(tag.indexOf(':') + 1);
      path.push(name);
      if (divAt !== null) return;
      if (name === 'Composition') compositions += 1;
      if (compositions !== 1 || !path.includes('Composition')) return;
      const above = path.at(-2);
      const section = open.at(-1);
      const value = attributes['value'];
      if (name === 'section' && (above === 'Composition' || above === 'section')) {
        if (open.length >= DEEPEST_SECTION) throw new TooDeep();
        const draft: Draft = { depth: open.length + 1, code: null, system: null, title: null, div: null };
        open.push(draft);
        sections.push(draft);
      } else if (name === 'title' && above === 'section' && section !== undefined && value !== undefined) {
        section.title = { value, at: (offset) => (offset === 0 ? from : to) };
      } else if (above === 'coding' && path.at(-3) === 'code' && path.at(-4) === 'section' && section !== undefined && value !== undefined) {
        if (name === 'system') section.system = value;
        else if (name === 'code' && section.system === LOINC) section.code ??= value;
      } else if (name === 'div' && above === 'text' && (path.at(-3) === 'section' || path.at(-3) === 'Composition')) divAt = { depth: path.length, from };
    },
    close(_tag, from, implied) {
      const name = path.pop();
      if (divAt !== null && path.length < divAt.depth) {
        const end = implied ? source.length : from;
        (open.at(-1) ?? whole).div ??= locatedAt(source.slice(divAt.from, end), divAt.from);
        divAt = null;
      }
      if (name === 'section' && divAt === null && open.length > 0 && (path.at(-1) === 'Composition' || path.at(-1) === 'section')) open.pop();
      if (path.length === 0) cutOff = implied;
    },
    text() { /* FHIR keeps its values in attributes; the text of a div is read with the div. */ },
  });

  if (compositions === 0) return { status: 'cannot-read-yet', why: 'It is FHIR data, but no document with a text to read. Open it in the EHR.' };
  const found = sections.some(({ div }) => div !== null) ? sections : [whole, ...sections];
  return { sections: found.map(({ depth, code, title, div }) => ({ depth, code, title, div })), cutOff };
}

type Draft = { -readonly [Key in keyof CompositionSection]: CompositionSection[Key] } & { system: string | null };

function locatedAt(value: string, from: number): Located {
  return { value, at: (offset) => from + offset };
}
