import { randomUUID } from 'node:crypto';
import type { Bundle, BundleEntry, Resource } from 'fhir/r4';
import type { ChangeEvent, ShellPatient, ShellUser } from './contract.ts';
import { validate } from './fhir/validate.ts';
import { listPatients, listUsers } from './people.ts';
import type { Store } from './records/store.ts';

/** What the EHR itself, its sign-in and its shell, knows of people and records; without scopes, since it is the EHR. */
export interface Charts {
  users(): Promise<readonly ShellUser[]>;
  /** By name; encounters newest first. */
  patients(): Promise<readonly ShellPatient[]>;
  /** A `searchset` of what stands in the patient's record, Binary included; null where there is no such patient. */
  record(patient: string): Promise<Bundle | null>;
  /** Creates a resource as the EHR itself. @throws FhirError where it is refused */
  create(resource: Resource): Promise<void>;
  /** Changes one as the EHR itself. @throws FhirError where it is refused */
  update(resource: Resource & { id: string }): Promise<void>;
  /** After each write, once for each patient. Returns the way to stop. */
  onChange(listener: (change: ChangeEvent) => void): () => void;
}

/** The own store's. */
export function storeCharts(store: Store): Charts {
  const all = (kind: string): Resource[] => [...store.candidates(kind)].map(({ resource }) => resource);
  return {
    users: async () => listUsers(all('PractitionerRole'), (id) => store.read('Practitioner', id)?.resource ?? null, store.base),
    patients: async () => listPatients(all('Patient'), all('Encounter'), store.base),
    record: async (patient) => (store.read('Patient', patient)?.resource ? recordOf(store, patient) : null),
    create: async (resource) => {
      validate(resource);
      store.write({ ...resource, id: randomUUID() }, 'POST');
    },
    update: async (resource) => {
      validate(resource);
      store.write(resource, 'PUT');
    },
    onChange: (listener) => store.onChange(listener),
  };
}

function recordOf(store: Store, patient: string): Bundle {
  const entry = store.record(patient).flatMap((key): BundleEntry[] => {
    const [kind = '', id = ''] = key.split('/');
    const resource = store.read(kind, id)?.resource;
    return resource ? [{ fullUrl: `${store.base}/${key}`, resource: resource, search: { mode: 'match' } }] : [];
  });
  return { resourceType: 'Bundle', type: 'searchset', total: entry.length, entry };
}
