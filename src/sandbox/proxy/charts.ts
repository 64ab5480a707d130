import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { Charts } from '../charts.ts';
import type { ChangeEvent } from '../contract.ts';
import { FhirError } from '../fhir/outcome.ts';
import { listPatients, listUsers, nameOf } from '../people.ts';
import { binariesOf, localReference } from '../records/references.ts';
import { passed } from './upstream.ts';
import type { Upstream, UpstreamReply, UpstreamRequest } from './upstream.ts';

/** Kinds that the shell shows of a record, and by what they are searched. */
const SHOWN: readonly (readonly [string, string])[] = [
  ['Encounter', 'patient'], ['AllergyIntolerance', 'patient'], ['Condition', 'patient'], ['DocumentReference', 'patient'], ['Claim', 'patient'],
  ['Observation', 'patient'], ['MedicationRequest', 'patient'], ['Task', 'patient'],
];
/** A list of patients that is longer is no list to pick from. */
const MOST_PATIENTS = 500;
const PAGE = 200;
/** Ids in one search. */
const IN_ONE = 25;

/** An outside server's. */
export function upstreamCharts(upstream: Upstream): Charts & { tell(change: ChangeEvent): void } {
  const listeners = new Set<(change: ChangeEvent) => void>();
  const { base } = upstream;
  const offered = new Set((upstream.statement.rest ?? []).flatMap(({ resource = [] }) => resource.map(({ type }): string => type)));

  return {
    users: async () => {
      const roles = await search('PractitionerRole', {});
      const ids = roles.flatMap((role) => localReference((role as { practitioner?: { reference?: string } }).practitioner?.reference ?? '', base)?.replace('Practitioner/', '') ?? []);
      const practitioners = new Map((await byIds('Practitioner', '_id', ids)).map((each) => [each.id, each]));
      const users = listUsers(roles, (id) => practitioners.get(id) ?? null, base);
      // A server that was never seeded names no users: whoever it has may sign in, and may look.
      return users.length > 0 ? users : (await search('Practitioner', {})).map(({ id = '', ...rest }) => ({ id, name: nameOf((rest as { name?: [] }).name), role: null, roleDisplay: 'No role' }));
    },
    patients: async () => {
      const patients = await search('Patient', {}, MOST_PATIENTS);
      return listPatients(patients, await byIds('Encounter', 'patient', patients.flatMap(({ id }) => id ?? [])), base);
    },
    record: async (id) => {
      const patient = await upstream.ask({ method: 'GET', path: `Patient/${id}` });
      if (patient.status === 404 || patient.status === 410) return null;
      const found = await Promise.all(SHOWN.filter(([kind]) => offered.has(kind)).map(([kind, by]) => search(kind, { [by]: id })));
      const resources = [only(patient), ...found.flat()];
      const provenances = offered.has('Provenance') ? await byIds('Provenance', 'target', resources.map(({ resourceType, id: own }) => `${resourceType}/${own}`)) : [];
      const texts = await Promise.all([...new Set(resources.flatMap((resource) => binariesOf(resource, base)))].map((key) => upstream.ask({ method: 'GET', path: key })));
      const all = new Map([...resources, ...provenances, ...texts.flatMap(({ status, resource }) => (status === 200 && resource ? [resource] : []))].map((each) => [`${each.resourceType}/${each.id}`, each]));
      const entry = [...all].map(([key, resource]): BundleEntry => ({ fullUrl: `${base}/${key}`, resource, search: { mode: 'match' } }));
      return { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
    },
    create: (resource) => write(resource, { method: 'POST', path: resource.resourceType, body: resource }),
    update: (resource) => {
      const version = resource.meta?.versionId;
      return write(resource, { method: 'PUT', path: `${resource.resourceType}/${resource.id}`, body: resource, headers: version === undefined ? {} : { 'If-Match': `W/"${version}"` } });
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell,
  };

  async function write(resource: Resource, request: UpstreamRequest): Promise<void> {
    const reply = await upstream.ask(request);
    if (reply.status >= 300) throw refused(reply);
    const patient = localReference((resource as { subject?: { reference?: string } }).subject?.reference ?? '', base);
    if (patient?.startsWith('Patient/')) tell({ patient: patient.slice('Patient/'.length), kinds: [resource.resourceType] });
  }

  function tell(change: ChangeEvent): void {
    for (const listener of listeners) listener(change);
  }

  async function byIds(kind: string, parameter: string, ids: readonly string[]): Promise<readonly Resource[]> {
    const distinct = [...new Set(ids)];
    const parts = Array.from({ length: Math.ceil(distinct.length / IN_ONE) }, (_, part) => distinct.slice(part * IN_ONE, (part + 1) * IN_ONE));
    return (await Promise.all(parts.map((part) => search(kind, { [parameter]: part.join(',') })))).flat();
  }

  async function search(kind: string, parameters: Readonly<Record<string, string>>, most = Infinity): Promise<readonly Resource[]> {
    const found: Resource[] = [];
    let reply = await upstream.ask({ method: 'GET', path: kind, query: new URLSearchParams({ ...parameters, _count: String(PAGE) }) });
    for (;;) {
      if (reply.status !== 200) throw refused(reply);
      found.push(...((reply.resource as Bundle | null)?.entry ?? []).flatMap(({ resource }) => (resource?.resourceType === kind ? [resource] : [])));
      if (reply.next === null || found.length >= most) return found.slice(0, most);
      reply = await upstream.follow(reply.next);
    }
  }
}

function only(reply: UpstreamReply): Resource {
  if (reply.status !== 200 || reply.resource === null) throw refused(reply);
  return reply.resource;
}

function refused(reply: UpstreamReply): FhirError {
  const status = reply.status >= 400 ? reply.status : 502;
  const outcome = passed(reply).resource as { issue?: readonly { diagnostics?: string }[] } | undefined;
  return new FhirError(status, 'processing', `The outside FHIR server refused this: ${outcome?.issue?.[0]?.diagnostics ?? status}`);
}
