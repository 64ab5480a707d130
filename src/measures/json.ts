import type { FhirResource } from './model.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isResource(value: unknown): value is FhirResource {
  return isObject(value) && typeof value['resourceType'] === 'string';
}

/** A string that is there and not empty; else null. */
export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** The objects of a list; nothing where it is no list. */
export function objectsOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Resources of a Bundle at any depth, or the resource itself. */
export function resourcesIn(resource: FhirResource): readonly FhirResource[] {
  if (resource.resourceType !== 'Bundle') return [resource];
  return objectsOf(resource['entry']).map((entry) => entry['resource']).filter(isResource).flatMap(resourcesIn);
}

/** The value of the first of these extensions, `value[x]` of the given kind. */
export function extensionOf(element: Json, urls: readonly string[], kind: string): unknown {
  return objectsOf(element['extension']).find((extension) => urls.includes(String(extension['url'])))?.[kind];
}

/** The first coding's code of a CodeableConcept. */
export function firstCode(concept: unknown): string | null {
  if (!isObject(concept)) return null;
  return objectsOf(concept['coding']).map((coding) => textOf(coding['code'])).find((code) => code !== null) ?? null;
}
