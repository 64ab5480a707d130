import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { SeedReport } from '../contract.ts';
import { mapReferences } from '../records/references.ts';
import { passed } from './upstream.ts';
import type { Upstream } from './upstream.ts';

/**
 * Puts the resources of Bundles on an outside server, each Bundle as one transaction of PUTs with the ids that they have,
 * so that doing it again doubles nothing. In the order given: later ones may refer to earlier ones.
 * @throws Error with one sentence where a resource has no id that a server may take from a client, or the server refuses
 */
export async function seed(upstream: Upstream, bundles: readonly Bundle[]): Promise<SeedReport> {
  const put: Record<string, number> = {};
  const patients: string[] = [];
  for (const bundle of bundles) {
    const resources = (bundle.entry ?? []).flatMap(({ resource }) => resource ?? []);
    const entry = resources.map((resource): BundleEntry => ({ resource: relative(resource, bundle), request: { method: 'PUT', url: `${resource.resourceType}/${idOf(resource)}` } }));
    const body: Bundle = { resourceType: 'Bundle', type: 'transaction', entry };
    const reply = await upstream.ask({ method: 'POST', path: '', body });
    if (reply.status >= 300) throw new Error(`The outside server took none of ${entry.length} resources (${reply.status}): ${saidIn(passed(reply).resource)}`);
    for (const { resourceType, id = '' } of resources) {
      put[resourceType] = (put[resourceType] ?? 0) + 1;
      if (resourceType === 'Patient') patients.push(id);
    }
  }
  return { put, patients };
}

/** HAPI FHIR and others keep all-digit ids for themselves. */
function idOf({ resourceType, id }: Resource): string {
  if (id !== undefined && /[A-Za-z]/.test(id)) return id;
  throw new Error(`A ${resourceType} to seed has no id with a letter in it: servers keep other ids for themselves.`);
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
