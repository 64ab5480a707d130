import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { SeedReport } from '../contract.ts';
import { mapReferences } from '../records/references.ts';
import { passed } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/**
 * Puts the resources of Bundles on an outside server, each Bundle as one transaction of PUTs with the ids that they have,
 * so that doing it again doubles nothing. In the order given: later ones may refer to earlier ones. A Bundle that the
 * server refuses is left out whole, and said.
 * @throws FhirError where the server does not answer
 */
export async function seed(upstream: Upstream, bundles: readonly Bundle[]): Promise<SeedReport> {
  const put: Record<string, number> = {};
  const patients: string[] = [];
  const refused: string[] = [];
  for (const bundle of bundles) {
    const resources = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
    const own = resources.flatMap(({ resourceType, id }) => (resourceType === 'Patient' && id !== undefined ? [id] : []));
    const why = await putAll(upstream, resources, bundle);
    if (why !== null) {
      refused.push(`Nothing of ${resources.length} resources${own.length > 0 ? ` (${own.map((id) => `Patient/${id}`).join(', ')})` : ''} was taken: ${why}`);
      continue;
    }
    for (const { resourceType } of resources) put[resourceType] = (put[resourceType] ?? 0) + 1;
    patients.push(...own);
  }
  return { put, patients, refused };
}

/** @returns null where all stand there, else why none does */
async function putAll(upstream: Upstream, resources: readonly Resource[], bundle: Bundle): Promise<string | null> {
  const nameless = resources.find((resource) => !isClients(resource));
  // HAPI FHIR and others keep all-digit ids for themselves.
  if (nameless) return `a ${nameless.resourceType} has no id with a letter in it, and servers keep other ids for themselves.`;
  const entry = resources.map((resource): BundleEntry => ({ resource: relative(resource, bundle), request: { method: 'PUT', url: `${resource.resourceType}/${resource.id}` } }));
  const body: Bundle = { resourceType: 'Bundle', type: 'transaction', entry };
  const reply = await upstream.ask({ method: 'POST', path: '', body });
  return reply.status < 300 ? null : `${saidIn(passed(reply).resource)} (${reply.status})`;
}

function isClients({ id }: Resource): boolean {
  return id !== undefined && /[A-Za-z]/.test(id);
}

/** Within the Bundle a fullUrl stands for its resource; on the server that is `Kind/id`. */
function relative<T extends Resource>(resource: T, { entry = [] }: Bundle): T {
  const addresses = new Map(entry.flatMap(({ fullUrl, resource: one }) => (fullUrl !== undefined && one ? [[fullUrl, `${one.resourceType}/${one.id}`] as const] : [])));
  return mapReferences(resource, (text) => addresses.get(text) ?? text);
}

function saidIn(resource: Resource | undefined): string {
  const { issue = [] } = (resource ?? {}) as { issue?: readonly { diagnostics?: string }[] };
  return issue.map(({ diagnostics }) => diagnostics ?? '').join(' ') || 'it did not say why.';
}
