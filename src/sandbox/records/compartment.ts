import type { FhirResource, Reference, Resource } from 'fhir/r4';
import { searchDefinitions } from '../definitions/definitions.ts';
import { evaluate } from '../fhir/search/path.ts';
import { binariesOf, localReference } from './references.ts';
import type { Store } from './store.ts';

/** Whose record a resource stands in: the own store's index tells, or what an outside server was asked. */
export interface Records {
  /** FHIR base that references in resources may be written with. */
  readonly base: string;
  patientsOf(resource: Resource): ReadonlySet<string>;
}

export interface Links {
  readonly base: string;
  patientsAt(kind: string, id: string): ReadonlySet<string>;
  linkedFrom(target: string): readonly string[];
}

/**
 * Logical ids of the patients in whose record a resource stands: R4's patient compartment, and what it leaves out.
 * R4 has Provenance and AuditEvent only by `patient`, and Task and Binary not at all; here they follow what they speak of.
 */
export function patientsOf(resource: Resource, links: Links): ReadonlySet<string> {
  if (resource.resourceType === 'Patient') return new Set([resource.id ?? '']);
  const patients = new Set<string>();
  for (const parameter of searchDefinitions.patientCompartment[resource.resourceType] ?? []) {
    const path = searchDefinitions.parameters[resource.resourceType]?.[parameter]?.path;
    for (const value of path ? evaluate(path, resource) : []) addPatient(patients, (value as Reference).reference, links);
  }
  for (const reference of [...followed(resource), ...documentsOf(resource, links)]) {
    addPatient(patients, reference, links);
    const [kind, id] = localReference(reference ?? '', links.base)?.split('/') ?? [];
    for (const patient of kind && id ? links.patientsAt(kind, id) : []) patients.add(patient);
  }
  return patients;
}

/** Kinds whose record depends on that of others. Worked out in this order, each after what it follows. */
export const FOLLOWERS: readonly string[] = ['Task', 'Binary', 'Provenance', 'AuditEvent'];

/** What was written, and what follows it, so that each comes after what it depends on. */
export function compartmentOrder(written: ReadonlySet<string>, store: Pick<Store, 'linkedFrom' | 'read' | 'base'>): string[] {
  const all = new Set(written);
  for (const key of all) {
    for (const follower of [...store.linkedFrom(key), ...attachedTo(key, store)]) if (FOLLOWERS.includes(kindOf(follower))) all.add(follower);
  }
  return [...all].toSorted((a, b) => FOLLOWERS.indexOf(kindOf(a)) - FOLLOWERS.indexOf(kindOf(b)));
}

/** References that lead to the resources which a resource speaks of, and whose record it therefore shares. */
export function followed(any: Resource): (string | undefined)[] {
  const resource = any as FhirResource;
  switch (resource.resourceType) {
    case 'Task':
      return [resource.for?.reference, resource.focus?.reference];
    case 'Provenance':
      return (resource.target as Reference[] | undefined ?? []).map((t) => t.reference);
    case 'AuditEvent':
      return (resource.entity ?? []).map((e) => e.what?.reference);
    case 'Binary':
      return [resource.securityContext?.reference];
    default:
      return [];
  }
}

function documentsOf(resource: Resource, links: Links): readonly string[] {
  return resource.resourceType === 'Binary' ? links.linkedFrom(`Binary/${resource.id}`).filter((key) => kindOf(key) === 'DocumentReference') : [];
}

function addPatient(patients: Set<string>, reference: string | undefined, links: Links): void {
  const local = localReference(reference ?? '', links.base);
  if (local?.startsWith('Patient/')) patients.add(local.slice('Patient/'.length));
}

function attachedTo(document: string, store: Pick<Store, 'read' | 'base'>): readonly string[] {
  const [kind = '', id = ''] = document.split('/');
  return kind === 'DocumentReference' ? binariesOf(store.read(kind, id)?.resource, store.base) : [];
}

function kindOf(key: string): string {
  return key.split('/')[0] ?? '';
}
