import { Parser } from 'htmlparser2';

/** A wording of the Index and the codes that it leads to, as written (`I25.1-` is a header). */
export interface IndexEntry {
  /** Main term and the terms below it, without what stands in parentheses. */
  readonly path: readonly string[];
  readonly codes: readonly string[];
}

export interface IndexXml {
  readonly version: string | null;
  readonly entries: IndexEntry[];
}

interface OpenTerm {
  readonly title: string[];
  readonly codes: string[];
  readonly see: string[];
}

/**
 * The Index to Diseases and Injuries as NCHS publishes it: main terms and the terms below them, by nesting. Nonessential modifiers
 * (`nemod`) are left out of the wordings; `see` is followed where it names a term that has a code, `seeAlso` is not: the term may
 * have a code of its own, or none.
 * @throws Error when it ends too early or is not well formed
 */
export function parseIndex(xml: string): IndexXml {
  const tags: { readonly tag: string; text: string }[] = [];
  const terms: OpenTerm[] = [];
  const entries: IndexEntry[] = [];
  const sees: { readonly path: readonly string[]; readonly to: string }[] = [];
  let version: string | null = null;
  const parser = new Parser({
    onopentag(tag) {
      tags.push({ tag, text: '' });
      if (tag === 'mainTerm' || tag === 'term') terms.push({ title: [], codes: [], see: [] });
    },
    ontext(text) {
      const top = tags.at(-1);
      if (top) top.text += text;
    },
    onclosetag(tag) {
      const closed = tags.pop();
      if (closed?.tag !== tag) throw new Error(`The index XML is not well formed near <${tag}>.`);
      const text = closed.text.replace(/\s+/g, ' ').trim();
      if (tag === 'version' && tags.length === 1) version = text;
      const term = terms.at(-1);
      if (term === undefined) return;
      if (tag === 'title') term.title.push(text);
      if ((tag === 'code' || tag === 'manif') && text !== '') term.codes.push(text);
      if (tag === 'see' && text !== '') term.see.push(text);
      if (tag !== 'mainTerm' && tag !== 'term') return;
      const path = terms.map(({ title }) => title.join(' ').trim());
      terms.pop();
      if (term.codes.length > 0) entries.push({ path, codes: term.codes });
      else for (const to of term.see) sees.push({ path, to });
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.write(xml);
  if (tags.length > 0) throw new Error('The index XML ends too early.');
  parser.end();
  return { version, entries: [...entries, ...followed(entries, sees)] };
}

/** `see Disease, heart` leads to the entry of that path. */
function followed(entries: readonly IndexEntry[], sees: readonly { readonly path: readonly string[]; readonly to: string }[]): IndexEntry[] {
  const byPath = new Map(entries.map((entry) => [key(entry.path), entry]));
  return sees.flatMap(({ path, to }) => {
    const target = byPath.get(key(to.split(/[,|]/)));
    return target === undefined ? [] : [{ path, codes: target.codes }];
  });
}

function key(path: readonly string[]): string {
  return path.flatMap((part) => part.split(',')).map((part) => part.trim().toLowerCase()).join('|');
}
