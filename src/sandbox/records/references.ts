import type { DocumentReference, Resource } from 'fhir/r4';
import { holdsKind } from '../definitions/definitions.ts';

/** `Kind/id` of each literal reference in a resource to something this server could hold: Reference.reference and Attachment.url alike. */
export function referencesIn(resource: unknown, base: string): Set<string> {
  const found = new Set<string>();
  walk(resource, (name, value) => {
    if (name !== 'reference' && name !== 'url') return;
    const local = localReference(value, base);
    if (local) found.add(local);
  });
  return found;
}

/** `Kind/id` where the text names a resource here, relative or under the base, with or without a version; null otherwise. */
export function localReference(text: unknown, base: string): string | null {
  if (typeof text !== 'string') return null;
  const relative = text.startsWith(`${base}/`) ? text.slice(base.length + 1) : text;
  const match = /^([A-Z]\w+)\/([\w.-]{1,64})(?:\/_history\/\d+)?$/.exec(relative);
  return match?.[1] && match[2] && holdsKind(match[1]) ? `${match[1]}/${match[2]}` : null;
}

/** A copy in which each `reference` and `url` text is what `map` makes of it. */
export function mapReferences<T>(value: T, map: (text: string) => string): T {
  if (Array.isArray(value)) return value.map((item: unknown) => mapReferences(item, map)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => {
    if ((name === 'reference' || name === 'url') && typeof inner === 'string') return [name, map(inner)];
    return [name, mapReferences(inner, map)];
  })) as T;
}

function walk(value: unknown, visit: (name: string, text: string) => void): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    if (typeof inner === 'string') visit(name, inner);
    else walk(inner, visit);
  }
}

/** `Binary/id` of each attachment of a document that this server could hold; a document may be damaged. Empty for other kinds. */
export function binariesOf(resource: Resource | null | undefined, base: string): readonly string[] {
  if (resource?.resourceType !== 'DocumentReference') return [];
  const { content = [] } = resource as Partial<DocumentReference>;
  return content.map(({ attachment }: Partial<DocumentReference['content'][number]>) => localReference(attachment?.url ?? '', base) ?? '').filter((key) => key.startsWith('Binary/'));
}
