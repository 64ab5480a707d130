import { TooDeep } from '../extraction.ts';
import type { Unread } from '../extraction.ts';
import { DEEPEST_SECTION, LOINC } from './sections.ts';
import type { CompositionSection, CompositionSections, Located } from './sections.ts';

/** @throws TooDeep */
export function sectionsInJson(source: string): CompositionSections | Unread {
  const composition = compositionIn(parsed(source));
  if (composition === null) return { status: 'cannot-read-yet', why: 'It is FHIR data, but no document with a text to read. Open it in the EHR.' };
  const literals = literalsOf(source);
  const sections = sectionsOf(composition['section'], 1, literals);
  const whole = located(record(composition['text'])?.['div'], 'div', literals);
  if (sections.some(({ div }) => div !== null) || whole === null) return { sections, cutOff: false };
  return { sections: [{ depth: 0, code: null, title: null, div: whole }, ...sections], cutOff: false };
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return null;
  }
}

type Json = Readonly<Record<string, unknown>>;

function record(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : null;
}

/** A document's Composition is its first entry (FHIR R4, Documents). */
function compositionIn(json: unknown): Json | null {
  const resource = record(json);
  if (resource?.['resourceType'] === 'Composition') return resource;
  const entries: unknown = resource?.['resourceType'] === 'Bundle' ? resource['entry'] : null;
  if (!Array.isArray(entries)) return null;
  return entries.map((entry) => record(record(entry)?.['resource'])).find((each) => each?.['resourceType'] === 'Composition') ?? null;
}

function sectionsOf(value: unknown, depth: number, literals: Literals): readonly CompositionSection[] {
  if (!Array.isArray(value)) return [];
  if (depth > DEEPEST_SECTION) throw new TooDeep();
  return value.flatMap((each: unknown) => {
    const section = record(each);
    if (section === null) return [];
    const own = {
      depth, code: loincOf(section['code']),
      title: located(section['title'], 'title', literals),
      div: located(record(section['text'])?.['div'], 'div', literals),
    };
    return [own, ...sectionsOf(section['section'], depth + 1, literals)];
  });
}

function loincOf(concept: unknown): string | null {
  const codings: unknown = record(concept)?.['coding'];
  if (!Array.isArray(codings)) return null;
  const code = codings.map(record).find((coding) => coding?.['system'] === LOINC)?.['code'];
  return typeof code === 'string' ? code : null;
}

type Key = 'title' | 'div';

interface Literals {
  readonly source: string;
  /** Offsets of the quotation marks that open the titles and divs, by key and value, the last one first. */
  readonly places: ReadonlyMap<string, number[]>;
}

/**
 * `JSON.parse` keeps no offsets. The source is well-formed where this is asked, so each string literal before a colon is a key
 * and what follows it its value; of equal values, the next that is not taken is the one meant.
 */
function literalsOf(source: string): Literals {
  const places = new Map<string, number[]>();
  let key: Key | null = null;
  for (let from = source.indexOf('"'); from >= 0;) {
    const to = literalEnd(source, from);
    const value = key === null ? null : JSON.parse(source.slice(from, to)) as string;
    if (key !== null && value !== null) {
      const name = `${key}:${value}`;
      const known = places.get(name);
      if (known === undefined) places.set(name, [from]);
      else known.push(from);
    }
    key = keyBefore(source, from, to);
    from = source.indexOf('"', to);
  }
  for (const each of places.values()) each.reverse();
  return { source, places };
}

function literalEnd(source: string, from: number): number {
  let at = from + 1;
  for (;;) {
    PLAIN.lastIndex = at;
    PLAIN.exec(source);
    at = PLAIN.lastIndex;
    if (source[at] !== '\\') return at + 1;
    at += 2;
  }
}

const PLAIN = /[^"\\]*/y;

/** The key that this literal is, where a string follows it. */
function keyBefore(source: string, from: number, to: number): Key | null {
  if (to - from > '"title"'.length) return null;
  const name = source.slice(from + 1, to - 1);
  if (name !== 'title' && name !== 'div') return null;
  STRING_FOLLOWS.lastIndex = to;
  return STRING_FOLLOWS.test(source) ? name : null;
}

const STRING_FOLLOWS = /\s*:\s*"/y;

function located(value: unknown, key: Key, { source, places }: Literals): Located | null {
  if (typeof value !== 'string') return null;
  const quote = places.get(`${key}:${value}`)?.pop();
  return quote === undefined ? null : { value, at: offsetsOf(value, source, quote + 1) };
}

/** Each character stands one further than the one before it, save after an escape. */
function offsetsOf(value: string, source: string, from: number): (offset: number) => number {
  const end = from + value.length;
  if (source[end] === '"' && !source.slice(from, end).includes('\\')) return (offset) => from + offset;
  const offsets = new Uint32Array(value.length + 1);
  let at = from;
  for (let i = 0; i <= value.length; i += 1) {
    offsets[i] = at;
    at += source[at] !== '\\' ? 1 : source[at + 1] === 'u' ? 6 : 2;
  }
  return (offset) => offsets[offset] ?? at;
}
