import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { LoadReport } from '../contract.ts';
import { holdsKind } from '../definitions/definitions.ts';
import { FhirError } from '../fhir/outcome.ts';
import { matches } from '../fhir/search/match.ts';
import { parseQuery } from '../fhir/search/query.ts';
import { validateShape } from '../fhir/validate.ts';
import { mapReferences } from './references.ts';
import type { Store } from './store.ts';

/**
 * Adds what a FHIR R4 Bundle holds, whatever its type: as a transaction would, but as it is: only its shape
 * is checked, because an EHR holds what history left in it. `urn:uuid:` references become addresses; a conditional
 * reference (Synthea's `Practitioner?identifier=…`) leads to what matches, or stays as an identifier.
 * A resource that is here already gets a new version; one without an id takes the UUID of its fullUrl, so that loading
 * the same Bundle again doubles nothing.
 * @throws Error with one sentence where this is no Bundle of resources; nothing is added then
 */
export function loadBundle(store: Store, bundle: unknown): LoadReport {
  const entries = entriesOf(bundle);
  const loaded: Record<string, number> = {};
  const skipped: Record<string, number> = {};
  const patients: string[] = [];
  store.transaction(() => {
    const placed = entries.flatMap((entry, index) => placeEntry(store, entry, index, skipped));
    const addresses = new Map(placed.flatMap((p) => (p.fullUrl ? [[p.fullUrl, `${p.resource.resourceType}/${p.id}`]] : [])));
    for (const { resource, id } of placed) {
      const linked = mapReferences(resource, (text) => addresses.get(text) ?? text);
      store.write({ ...conditionalReferences(store, linked), id }, 'POST');
      loaded[resource.resourceType] = (loaded[resource.resourceType] ?? 0) + 1;
      if (resource.resourceType === 'Patient') patients.push(id);
    }
  });
  return { loaded, skipped, patients };
}

function entriesOf(bundle: unknown): BundleEntry[] {
  if (typeof bundle !== 'object' || bundle === null || (bundle as Bundle).resourceType !== 'Bundle') throw new Error('This is not a FHIR Bundle (no "resourceType": "Bundle").');
  const { entry } = bundle as Bundle;
  if (!Array.isArray(entry) || entry.length === 0) throw new Error('This Bundle has no entries.');
  return entry;
}

interface Placed { readonly resource: Resource; readonly id: string; readonly fullUrl: string | undefined }

function placeEntry(store: Store, entry: BundleEntry | null, index: number, skipped: Record<string, number>): Placed[] {
  const { resource, fullUrl, request } = entry ?? {};
  if (resource === undefined) throw new Error(`Entry ${index + 1} of the Bundle has no resource.`);
  const kind = (resource as { resourceType?: unknown } | null)?.resourceType;
  if (typeof kind === 'string' && /^[A-Z]\w{1,63}$/.test(kind) && !holdsKind(kind)) {
    skipped[kind] = (skipped[kind] ?? 0) + 1;
    return [];
  }
  try {
    const checked = validateShape(resource);
    const id = checked.id ?? existing(store, checked.resourceType, request?.ifNoneExist) ?? uuidOf(fullUrl) ?? randomUUID();
    return [{ resource: checked, id, fullUrl }];
  } catch (error) {
    if (error instanceof FhirError) throw new Error(`Entry ${index + 1} of the Bundle cannot be read. ${error.message}`, { cause: error });
    throw error;
  }
}

function uuidOf(fullUrl: string | undefined): string | undefined {
  return /^urn:uuid:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(fullUrl ?? '')?.[1]?.toLowerCase();
}

function existing(store: Store, kind: string, query: string | undefined): string | undefined {
  if (!query) return undefined;
  const { clauses } = parseQuery(kind, new URLSearchParams(query.replace(/^\w*\?/, '')));
  for (const candidate of store.candidates(kind)) if (matches(candidate.resource, clauses, store.base)) return candidate.id;
  return undefined;
}

/** R4 references are literal or logical: what a condition does not find becomes `Reference.identifier`. */
function conditionalReferences<T>(store: Store, value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => conditionalReferences(store, item)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const { reference, ...rest } = value as { reference?: unknown };
  const [, kind, query] = typeof reference === 'string' ? /^([A-Z]\w+)\?(.+)$/.exec(reference) ?? [] : [];
  if (kind && query && holdsKind(kind)) {
    const id = existing(store, kind, query);
    const [system, code] = (new URLSearchParams(query).get('identifier') ?? '').split('|');
    if (id) return { ...rest, reference: `${kind}/${id}` } as T;
    return { ...rest, type: kind, ...(code ? { identifier: { system, value: code } } : {}) } as T;
  }
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, conditionalReferences(store, inner)])) as T;
}
