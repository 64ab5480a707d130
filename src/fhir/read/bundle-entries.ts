import type { Bundle, BundleEntry, Identifier, Resource } from 'fhir/r4';
import { RESOURCE_KINDS } from '../../domain/model/index.ts';
import type { ResourceKind } from '../../domain/model/index.ts';
import { entriesOf, nextLink } from './pages.ts';
import { referenceTo } from './reference.ts';

export interface NamedEntries {
  /** Every resource once, with references among them as `Type/id`, or as the fullUrl of an entry without an id. */
  readonly resources: readonly Resource[];
  /** The FHIR base that fullUrls share; empty where there is none. */
  readonly base: string;
  /** Kinds that an OperationOutcome speaks of. */
  readonly troubles: ReadonlySet<ResourceKind>;
  /** An OperationOutcome, or an entry that is no resource, that tells nothing of its kind. */
  readonly unnamedTrouble: boolean;
  /** Kinds of which a `next` page was not in the Bundle. */
  readonly more: ReadonlySet<ResourceKind>;
}

/** The entries of a Bundle, and of Bundles within it, as resources that name each other as a server's would. */
export function namedEntries(bundle: Bundle): NamedEntries {
  const parts = flattened(bundle);
  const entries = parts.flatMap((part) => part.entries);
  const present = entries.filter(({ resource }) => isResource(resource) && resource.resourceType !== 'OperationOutcome') as { fullUrl?: string; resource: Resource }[];
  const identified = present.map(({ fullUrl, resource }, at) => ({ fullUrl, resource: withName(resource, fullUrl ?? `urn:entry:${at + 1}`) }));
  const aliases = aliasesOf(identified);
  const resources = new Map(identified.map(({ resource }) => [referenceTo(resource), pointed(resource, aliases) as Resource]));
  const outcomes = entries.filter(isTrouble).map((entry) => kindNamedIn(entry, parts));
  return {
    resources: [...resources.values()],
    base: baseOf(identified),
    troubles: new Set(outcomes.filter((kind) => kind !== null)),
    unnamedTrouble: outcomes.includes(null),
    more: new Set(parts.filter((part) => part.hasNext).flatMap(kindsOf)),
  };
}

interface Part {
  readonly entries: readonly BundleEntry[];
  readonly hasNext: boolean;
  /** The search that the part answers, where it says so. */
  readonly self: string;
}

function flattened(bundle: Bundle): readonly Part[] {
  const entries = entriesOf(bundle);
  const inner = entries.map((entry) => entry.resource).filter((r) => r?.resourceType === 'Bundle') as Bundle[];
  const self = Array.isArray(bundle.link) ? bundle.link.find((link) => link?.relation === 'self')?.url : undefined;
  const own: Part = { entries: entries.filter((entry) => entry.resource?.resourceType !== 'Bundle'), hasNext: nextLink(bundle) !== null, self: typeof self === 'string' ? self : '' };
  return [own, ...inner.flatMap(flattened)];
}

function isResource(resource: unknown): resource is Resource {
  return typeof resource === 'object' && resource !== null && typeof (resource as { resourceType?: unknown }).resourceType === 'string';
}

function withName(resource: Resource, fullUrl: string): Resource {
  return typeof resource.id === 'string' && resource.id !== '' ? resource : { ...resource, id: fullUrl };
}

/** What a resource of the Bundle may be called by the others: its fullUrl, or a search by one of its identifiers (conditional reference). */
function aliasesOf(entries: readonly { readonly fullUrl: string | undefined; readonly resource: Resource }[]): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const { fullUrl, resource } of entries) {
    const reference = referenceTo(resource);
    const identifiers: unknown = (resource as { identifier?: unknown }).identifier;
    for (const identifier of Array.isArray(identifiers) ? (identifiers as (Identifier | null)[]) : []) {
      if (identifier?.value !== undefined) aliases.set(`${resource.resourceType}?identifier=${identifier.system ?? ''}|${identifier.value}`, reference);
    }
    if (fullUrl !== undefined) aliases.set(fullUrl, reference);
  }
  return aliases;
}

/** The resource with each `reference` and each attachment's `url` that is an alias in the form that names its target. */
function pointed(value: unknown, aliases: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => pointed(item, aliases));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
    key,
    typeof inner === 'string' ? ((key === 'reference' || key === 'url') ? named(inner, aliases) : inner) : pointed(inner, aliases),
  ]));
}

function named(reference: string, aliases: ReadonlyMap<string, string>): string {
  const [bare = reference, version] = reference.split('/_history/', 2);
  const target = aliases.get(bare) ?? aliases.get(decoded(bare));
  if (target === undefined) return reference;
  return version === undefined ? target : `${target}/_history/${version}`;
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

function baseOf(entries: readonly { readonly fullUrl: string | undefined; readonly resource: Resource }[]): string {
  for (const { fullUrl, resource } of entries) {
    const tail = `/${referenceTo(resource)}`;
    if (fullUrl !== undefined && /^https?:/.test(fullUrl) && fullUrl.endsWith(tail)) return fullUrl.slice(0, -tail.length);
  }
  return '';
}

/** Information is no trouble; warnings and errors are, and so is an entry whose resource is none. */
function isTrouble(entry: BundleEntry): boolean {
  const resource: unknown = entry.resource;
  if (resource === undefined) return false;
  if (!isResource(resource)) return true;
  if (resource.resourceType !== 'OperationOutcome') return false;
  const issues: unknown = (resource as { issue?: unknown }).issue;
  return !Array.isArray(issues) || issues.length === 0 || issues.some((issue: { severity?: unknown } | null) => issue?.severity !== 'information');
}

/** The kind that is named first: in the outcome itself, in its entry's address, in the search that the part answers. */
function kindNamedIn(entry: BundleEntry, parts: readonly Part[]): ResourceKind | null {
  const self = parts.find((part) => part.entries.includes(entry))?.self ?? '';
  for (const words of [JSON.stringify(entry.resource), `${entry.fullUrl ?? ''} ${entry.request?.url ?? ''} ${entry.response?.location ?? ''}`, self]) {
    const found = KINDS.exec(words)?.[1];
    if (found !== undefined) return found as ResourceKind;
  }
  return null;
}

const KINDS = new RegExp(`\\b(${RESOURCE_KINDS.toSorted((a, b) => b.length - a.length).join('|')})\\b`);

function kindsOf({ entries, self }: Part): readonly ResourceKind[] {
  const present = RESOURCE_KINDS.filter((kind) => entries.some((entry) => entry.resource?.resourceType === kind));
  const asked = KINDS.exec(self)?.[1] as ResourceKind | undefined;
  if (present.length === 0 && asked === undefined) return RESOURCE_KINDS;
  return asked === undefined ? present : [...present, asked];
}
