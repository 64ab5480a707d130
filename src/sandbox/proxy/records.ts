import type { Resource } from 'fhir/r4';
import { followed, patientsOf } from '../records/compartment.ts';
import type { Links, Records } from '../records/compartment.ts';
import { localReference } from '../records/references.ts';
import type { Upstream } from './upstream.ts';

/** Whose record resources of an outside server stand in, for one request: what that needs is asked first, then told at once. */
export interface LearnedRecords extends Records {
  /**
   * Asks for what these resources speak of (a Provenance's targets, a Task's focus, a Binary's documents), and what that speaks of.
   * Without it they stand in nobody's record, which closes them.
   */
  learn(resources: readonly Resource[]): Promise<void>;
  /** A resource as it is about to be written, by `Kind/id`: it counts before what stands there now. */
  expect(key: string, resource: Resource): void;
}

/** Asked at the same time. */
const AT_ONCE = 8;

export function recordsOf(upstream: Upstream): LearnedRecords {
  const known = new Map<string, Resource | null>();
  const expected = new Map<string, Resource>();
  const documents = new Map<string, readonly string[]>();
  const { base } = upstream;

  const links = (open: ReadonlySet<string>): Links => ({
    base,
    patientsAt: (kind, id) => {
      const key = `${kind}/${id}`;
      const resource = expected.get(key) ?? known.get(key);
      return resource && !open.has(key) ? patientsOf(resource, links(new Set([...open, key]))) : new Set();
    },
    linkedFrom: (target) => documents.get(target) ?? [],
  });

  return {
    base,
    patientsOf: (resource) => patientsOf(resource, links(new Set())),
    expect: (key, resource) => void expected.set(key, resource),
    learn: async (resources) => {
      let todo = [...resources];
      while (todo.length > 0) {
        await Promise.all(todo.filter(({ resourceType }) => resourceType === 'Binary').map(learnDocuments));
        const keys = new Set(todo.flatMap(keysFollowed));
        const asked = [...keys].filter((key) => !known.has(key) && !expected.has(key) && !key.startsWith('Patient/'));
        const found: Resource[] = [];
        for (let at = 0; at < asked.length; at += AT_ONCE) {
          found.push(...(await Promise.all(asked.slice(at, at + AT_ONCE).map(read))).filter((each) => each !== null));
        }
        todo = found;
      }
    },
  };

  function keysFollowed(resource: Resource): string[] {
    const of = resource.resourceType === 'Binary' ? documents.get(`Binary/${resource.id}`) ?? [] : [];
    return [...followed(resource), ...of].flatMap((reference) => localReference(reference ?? '', base) ?? []);
  }

  async function read(key: string): Promise<Resource | null> {
    const { status, resource } = await upstream.ask({ method: 'GET', path: key });
    const found = status === 200 ? resource : null;
    known.set(key, found);
    return found;
  }

  /** DocumentReferences whose attachment is this Binary. A server that cannot search by `location` tells of none. */
  async function learnDocuments({ id }: Resource): Promise<void> {
    const key = `Binary/${id}`;
    if (id === undefined || documents.has(key)) return;
    const query = new URLSearchParams({ location: [key, `${upstream.outside}/${key}`, `${base}/${key}`].join(',') });
    const { status, resource } = await upstream.ask({ method: 'GET', path: 'DocumentReference', query });
    const found = status === 200 && resource?.resourceType === 'Bundle' ? ((resource as { entry?: { resource?: Resource }[] }).entry ?? []).flatMap((each) => each.resource ?? []) : [];
    const holders = found.filter((each) => each.resourceType === 'DocumentReference');
    for (const each of holders) known.set(`DocumentReference/${each.id}`, each);
    documents.set(key, holders.map((each) => `DocumentReference/${each.id}`));
  }
}
