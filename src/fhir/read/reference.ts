import type { Resource } from 'fhir/r4';

/**
 * How everything names a resource: `Type/id`. An id that is itself a URI is the fullUrl of a Bundle entry without an id
 * (`fromBundle` puts it there), and names the resource alone.
 */
export function referenceTo(resource: Resource): string {
  const id = typeof resource.id === 'string' ? resource.id : '';
  return id.includes(':') ? id : `${resource.resourceType}/${id}`;
}

/**
 * A reference as `Type/id`, without base or version; null where there is none or it stays within its own resource (`#x`).
 * A reference to another server stays as it is.
 */
export function relativeReference(reference: unknown, base: string): string | null {
  if (typeof reference !== 'string' || reference === '' || reference.startsWith('#')) return null;
  const own = base !== '' && reference.startsWith(`${base}/`) ? reference.slice(base.length + 1) : reference;
  return own.replace(/\/_history\/[^/]*$/, '');
}

/** The version that a reference names (`…/_history/3`), or null. */
export function referencedVersion(reference: unknown): string | null {
  return typeof reference === 'string' ? (/\/_history\/([^/]+)$/.exec(reference)?.[1] ?? null) : null;
}

/** `Patient/1`, from `1` or `Patient/1`; a URI stays as it is. */
export function asReference(kind: string, id: string): string {
  return id.includes('/') || id.includes(':') ? id : `${kind}/${id}`;
}

/** False only where the resource names another patient. Servers may write the same patient's address by another name of their host. */
export function isAbout(resource: Resource, patient: string, base: string): boolean {
  const about = patientOf(resource, base);
  return about === null || about === patient || about.endsWith(`/${patient}`);
}

/** The patient that a resource says it is about (`subject`, `patient`, `beneficiary`, `for`); null where it says none. */
function patientOf(resource: Resource, base: string): string | null {
  const fields = resource as unknown as Record<string, unknown>;
  for (const name of ['subject', 'patient', 'beneficiary', 'for']) {
    const value = fields[name];
    if (typeof value !== 'object' || value === null) continue;
    const reference = relativeReference((value as { reference?: unknown }).reference, base);
    if (reference !== null && (reference.startsWith('Patient/') || reference.includes(':'))) return reference;
  }
  return null;
}
