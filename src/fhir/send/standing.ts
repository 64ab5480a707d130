import type { FhirResource } from 'fhir/r4';
import type { Source } from '../../domain/model/index.ts';
import type { FhirReply } from '../http/contract.ts';
import { localReference } from '../encode/index.ts';

/** Where a resource stands, with its version. */
export function sourceOf(resource: FhirResource, etag: string | null = null): Source {
  return { reference: `${resource.resourceType}/${resource.id ?? ''}`, version: resource.meta?.versionId ?? versionOf(etag) };
}

/** `W/"3"`, `"3"` and bare `3` alike: some servers leave the quotes out inside transactions. */
export function versionOf(etag: string | null | undefined): string | null {
  return /^(?:W\/)?"?([^"]+)"?$/.exec(etag ?? '')?.[1] ?? null;
}

/** `…/Condition/1/_history/2`. */
export function sourceOfLocation(location: string | null | undefined, etag: string | null | undefined): Source | null {
  const reference = localReference(location ?? undefined);
  if (reference === null) return null;
  return { reference, version: /\/_history\/([^/?]+)$/.exec(location ?? '')?.[1] ?? versionOf(etag) };
}

export function asResource(json: unknown): FhirResource | null {
  const isResource = typeof json === 'object' && json !== null && 'resourceType' in json && json.resourceType !== 'OperationOutcome';
  return isResource ? json as FhirResource : null;
}

/** What a successful write says of where it stands; null where it says nothing. */
export function sourceOfReply(reply: FhirReply): Source | null {
  const resource = asResource(reply.json);
  if (resource?.id !== undefined) return sourceOf(resource, reply.etag);
  return sourceOfLocation(reply.location, reply.etag);
}

/** Everything that was meant is there. The server may have added to it. `meta` is the server's own business. */
export function holds(actual: FhirResource, meant: FhirResource): boolean {
  const { meta: _, ...rest } = meant;
  return isWithin(rest, actual);
}

/** Nothing but `meta` differs. */
export function isSame(one: FhirResource, other: FhirResource): boolean {
  return holds(one, other) && holds(other, one);
}

function isWithin(meant: unknown, actual: unknown): boolean {
  if (Array.isArray(meant)) return Array.isArray(actual) && meant.length === actual.length && meant.every((item, index) => isWithin(item, actual[index]));
  if (typeof meant !== 'object' || meant === null) return meant === actual;
  if (typeof actual !== 'object' || actual === null) return false;
  return Object.entries(meant).every(([key, value]) => {
    const there = (actual as Record<string, unknown>)[key];
    return isWithin(value, there) || (key === 'reference' && isCut(value, there));
  });
}

/** HAPI cuts the version from a reference. Nothing is lost: the encoder also writes it beside, where it is compared. */
function isCut(reference: unknown, actual: unknown): boolean {
  return typeof reference === 'string' && reference.replace(/\/_history\/[^/]+$/, '') === actual;
}
