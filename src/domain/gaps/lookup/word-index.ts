/** Where a term stands: `texts[text].slice(start, end)`, UTF-16. */
export interface Hit {
  readonly text: number;
  readonly start: number;
  readonly end: number;
}

/** Terms are lower case and stand as whole words, a final `*` for any ending; a space or hyphen is any run of white space and hyphens. */
export interface WordIndex {
  /** In order of text. */
  find(terms: readonly string[]): readonly Hit[];
}

/** Built in one pass over the texts; a term is then found by its first word, however long the texts are. */
export function indexWords(texts: readonly string[]): WordIndex {
  const lower = texts.map(lowerCased);
  const places = placesOf(lower);
  let sorted: readonly string[] | null = null;
  const asked = new Map<readonly string[], readonly Hit[]>();

  const wordsWith = (prefix: string): readonly string[] => {
    sorted ??= [...places.keys()].toSorted(byCodeUnit);
    let at = firstFrom(sorted, prefix);
    const words: string[] = [];
    while (at < sorted.length && sorted[at]!.startsWith(prefix)) words.push(sorted[at++]!);
    return words;
  };
  const startsOf = ({ first, rest, open }: Parts): readonly Place[] => (open && rest === '' ? wordsWith(first).flatMap((word) => places.get(word) ?? []) : places.get(first) ?? NONE);
  const inOrder = (terms: readonly string[]): readonly Hit[] => {
    const hits: Hit[] = [];
    for (const parts of allPartsOf(terms)) {
      for (const { text, start } of startsOf(parts)) {
        const end = endOf(lower[text]!, start + parts.first.length, parts.rest, parts.open);
        if (end !== null && lower[text]!.endsWith(parts.lead, start)) hits.push({ text, start: start - parts.lead.length, end });
      }
    }
    return hits.length < 2 ? hits : hits.toSorted((a, b) => a.text - b.text || a.start - b.start);
  };
  return {
    find(terms) {
      const known = asked.get(terms) ?? inOrder(terms);
      asked.set(terms, known);
      return known;
    },
  };
}

const NONE: readonly Place[] = [];

interface Place {
  readonly text: number;
  readonly start: number;
}

function placesOf(lower: readonly string[]): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  for (const [text, words] of lower.entries()) {
    for (const { 0: word, index: start } of words.matchAll(/[\p{L}\p{N}]+/gu)) {
      const known = places.get(word);
      if (known) known.push({ text, start });
      else places.set(word, [{ text, start }]);
    }
  }
  return places;
}

/** Lower case may change the length of a text; a letter whose does is left as it stands. */
function lowerCased(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/[^]/g, (unit) => (unit.toLowerCase().length === 1 ? unit.toLowerCase() : unit));
}

interface Parts {
  /** What stands before the first word: "+" of "+fit". */
  readonly lead: string;
  readonly first: string;
  readonly rest: string;
  readonly open: boolean;
}

const PARTS = new WeakMap<readonly string[], readonly Parts[]>();

/** A rule's list is taken apart once, however many charts it is asked of. */
function allPartsOf(terms: readonly string[]): readonly Parts[] {
  const known = PARTS.get(terms);
  if (known) return known;
  const parts = terms.map(partsOf);
  PARTS.set(terms, parts);
  return parts;
}

function partsOf(term: string): Parts {
  const open = term.endsWith('*');
  const [, lead = '', first = '', rest = ''] = /^([^\p{L}\p{N}]*)([\p{L}\p{N}]*)([^]*)$/u.exec(open ? term.slice(0, -1) : term) ?? [];
  return { lead, first, rest, open };
}

/** Where the term ends whose first word ends at `at`; null where it does not go on so. */
function endOf(text: string, at: number, rest: string, open: boolean): number | null {
  let end = at;
  for (const character of rest) {
    if (character === ' ' || character === '-') {
      const from = end;
      while (isGap(text[end])) end++;
      if (end === from) return null;
    } else {
      if (text[end] !== character && !(character === "'" && text[end] === '’')) return null;
      end += character.length;
    }
  }
  if (!isWordCharacter(text[end]) || /[^\p{L}\p{N}]$/u.test(rest)) return end;
  if (!open) return null;
  while (isWordCharacter(text[end])) end++;
  return end;
}

function isGap(character: string | undefined): boolean {
  return character !== undefined && (character === ' ' || character === '-' || /\s/.test(character));
}

function isWordCharacter(character: string | undefined): boolean {
  if (character === undefined || character === ' ') return false;
  return (character >= 'a' && character <= 'z') || /[\p{L}\p{N}]/u.test(character);
}

function firstFrom(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
