/** Elements and fields that hold addresses: Reference.reference, url of links and attachments, and what Bundles say of their entries. */
const ADDRESSES = new Set(['reference', 'url', 'fullUrl', 'location']);

/**
 * A copy in which addresses under one of the bases lead to another base, or, with null, are relative. A reference always
 * becomes relative: only so R4's `resolve() is Patient` can be told without asking for it.
 * Texts elsewhere (a note, an identifier's system) stay as they are.
 */
export function rebase<T>(value: T, from: readonly string[], to: string | null): T {
  if (Array.isArray(value)) return value.map((item: unknown) => rebase(item, from, to)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => {
    if (typeof inner === 'string') return [name, ADDRESSES.has(name) ? moved(inner, from, name === 'reference' ? null : to) : inner];
    return [name, rebase(inner, from, to)];
  })) as T;
}

function moved(text: string, from: readonly string[], to: string | null): string {
  const base = from.find((each) => text === each || text.startsWith(`${each}/`) || text.startsWith(`${each}?`));
  if (base === undefined) return text;
  const rest = text.slice(base.length);
  return to === null ? rest.replace(/^\//, '') : to + rest;
}
