import { readFixtures } from '../../src/sandbox/fixtures.ts';

const NOTES = 10;
const FACTS = 300;

/** The busy chart with ten of its notes, all written at the visit that is coded, and results repeated until there are 300 facts. */
export function tenNotesOfOneVisit(): object {
  const busy = readFixtures().find(({ slug }) => slug === 'busy-chart');
  if (busy === undefined) throw new Error('fhir-fixtures has no busy-chart.');
  const entries = (busy.bundle as unknown as { readonly entry: readonly { readonly resource: Readonly<Record<string, unknown>> & { readonly resourceType: string } }[] }).entry;
  const of = (type: string) => entries.filter(({ resource }) => resource.resourceType === type);
  const visit = of('Encounter').toSorted((a, b) => JSON.stringify(a.resource['period']).localeCompare(JSON.stringify(b.resource['period']))).at(-1);
  const encounter = [{ reference: `Encounter/${String(visit?.resource['id'])}` }];
  const notes = of('DocumentReference').slice(-NOTES).map((entry) => ({ ...entry, resource: { ...entry.resource, context: { encounter } } }));
  const others = entries.filter(({ resource }) => resource.resourceType !== 'DocumentReference');
  const results = of('Observation');
  const more = Array.from({ length: Math.max(0, FACTS - results.length - of('Condition').length - of('MedicationRequest').length) }, (_, index) => {
    const { resource } = results[index % results.length]!;
    return { fullUrl: `Observation/again-${index}`, resource: { ...resource, id: `again-${index}` } };
  });
  return { ...busy.bundle, entry: [...others, ...notes, ...more] };
}
