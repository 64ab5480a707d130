import { isObject, isResource, objectsOf, resourcesIn, textOf } from '../../measures/json.ts';
import type { FhirResource } from '../../measures/model.ts';

/** One patient's resources. `partial`: a page of the search they come from is missing. */
export interface PatientChart {
  readonly patient: string;
  readonly resources: readonly FhirResource[];
  readonly partial: boolean;
}

/** The patient that a resource is about, by its reference; null where it is about none (Medication, Location, Practitioner …). */
export function patientOf(resource: FhirResource, aliases: ReadonlyMap<string, string> = new Map()): string | null {
  if (resource.resourceType === 'Patient') return textOf(resource.id);
  for (const element of SUBJECT) {
    const reference = isObject(resource[element]) ? textOf(resource[element]['reference']) : null;
    if (reference === null) continue;
    const known = aliases.get(reference) ?? /(?:^|\/)Patient\/([^/|]+)/.exec(reference)?.[1];
    if (known !== undefined) return known;
  }
  return null;
}

const SUBJECT = ['subject', 'patient', 'beneficiary', 'individual', 'for'] as const;

/**
 * The charts of a Bundle. With one Patient all of it is his or hers, whatever the references say: so the published test cases are built.
 * With several, each resource goes to the patient it is about. `loose`: there is no Patient in it.
 */
export function chartsOfBundle(bundle: FhirResource): { readonly charts: readonly PatientChart[]; readonly loose: readonly FhirResource[] } {
  const resources = withIds(bundle);
  const partial = objectsOf(bundle['link']).some((link) => link['relation'] === 'next');
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');
  if (patients.length === 0) return { charts: [], loose: resources };
  if (patients.length === 1) return { charts: [{ patient: textOf(patients[0]!.id) ?? '', resources, partial }], loose: [] };
  const aliases = new Map(objectsOf(bundle['entry']).flatMap((entry) => (isResource(entry['resource']) && entry['resource'].resourceType === 'Patient' && typeof entry['fullUrl'] === 'string' ? [[entry['fullUrl'], textOf(entry['resource'].id) ?? entry['fullUrl'].slice(9)] as const] : [])));
  return { charts: chartsOf(resources, aliases).map((chart) => ({ ...chart, partial })), loose: [] };
}

/** Resources of several patients, each to its own; those about nobody go to every patient who refers to them. */
export function chartsOf(resources: readonly FhirResource[], aliases?: ReadonlyMap<string, string>): readonly PatientChart[] {
  const charts = new Map<string, FhirResource[]>();
  const shared = new Map<string, FhirResource>();
  for (const resource of resources) {
    const patient = patientOf(resource, aliases);
    if (patient === null) { shared.set(`${resource.resourceType}/${resource.id ?? ''}`, resource); continue; }
    const known = charts.get(patient);
    if (known === undefined) charts.set(patient, [resource]);
    else known.push(resource);
  }
  return [...charts].map(([patient, own]) => ({ patient, resources: withReferred(own, shared), partial: false }));
}

/** With the shared resources that they refer to, and those that these refer to in turn. */
export function withReferred(own: readonly FhirResource[], shared: ReadonlyMap<string, FhirResource>): readonly FhirResource[] {
  if (shared.size === 0) return own;
  const found = new Set(own);
  for (const resource of found) {
    for (const reference of referencesIn(resource)) {
      const referred = shared.get(reference.split('/').slice(-2).join('/'));
      if (referred !== undefined) found.add(referred);
    }
  }
  return [...found];
}

function* referencesIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const item of value) yield* referencesIn(item);
  if (!isObject(value)) return;
  for (const [key, member] of Object.entries(value)) {
    if (key === 'reference' && typeof member === 'string') yield member;
    else if (typeof member === 'object') yield* referencesIn(member);
  }
}

/** An entry without an id takes the one of its address: episodes are told apart by it. */
function withIds(bundle: FhirResource): readonly FhirResource[] {
  return objectsOf(bundle['entry']).flatMap((entry) => {
    const resource = entry['resource'];
    if (!isResource(resource)) return [];
    const address = textOf(entry['fullUrl']);
    if (resource.id !== undefined || address === null || resource.resourceType === 'Bundle') return resourcesIn(resource);
    return [{ ...resource, id: address.replace(/^urn:(?:uuid|oid):/, '').split('/').at(-1)! }];
  });
}
