import type { DocumentReference, Encounter, PractitionerRole, Resource } from 'fhir/r4';
import { WHOLE } from './ending.ts';
import type { Ending } from './ending.ts';
import { relativeReference } from './reference.ts';
import { hindrance, merged, readOne, report, searchList } from './search.ts';
import type { Found, Reading } from './search.ts';

/** The people whose role matters: who took part in this visit, and who wrote or signed the notes. */
export function peopleIn({ base }: Reading, resources: readonly Resource[]): readonly string[] {
  const references = resources.flatMap((resource) => {
    switch (resource.resourceType) {
      case 'Encounter': return participants(resource as Encounter);
      case 'DocumentReference': return [...array((resource as DocumentReference).author), (resource as DocumentReference).authenticator];
      case 'PractitionerRole': return [(resource as PractitionerRole).practitioner];
      default: return [];
    }
  });
  return [...new Set(references.map((r) => relativeReference(r?.reference, base)).filter((r) => r !== null && !r.includes(':')) as string[])];
}

function participants(encounter: Encounter): readonly ({ reference?: string | undefined } | undefined)[] {
  return array(encounter.participant).map((p) => p.individual);
}

function array<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]).filter((item) => typeof item === 'object' && item !== null) : [];
}

export async function readRoles(reading: Reading, people: readonly string[]): Promise<Found> {
  const practitioners = people.filter((p) => p.startsWith('Practitioner/'));
  const roles = people.filter((p) => p.startsWith('PractitionerRole/')).map(idOf);
  return merged([
    await searchList(reading, 'PractitionerRole', 'practitioner', practitioners),
    ...(roles.length === 0 ? [] : [await searchList(reading, 'PractitionerRole', '_id', roles)]),
  ]);
}

export async function readPractitioners(reading: Reading, resources: readonly Resource[]): Promise<Found> {
  const people = peopleIn(reading, resources).filter((p) => p.startsWith('Practitioner/'));
  const found = await searchList(reading, 'Practitioner', '_id', people.map(idOf));
  const searched = found.reads.every((read) => read.status === 'read' || read.status === 'partial');
  if (searched || hindrance(reading, 'Practitioner', 'read') !== null) return found;
  const each = await Promise.all(people.map((person) => readOne(reading, 'Practitioner', person)));
  const got = merged(each);
  const missing = each.length - got.resources.length;
  if (got.resources.length === 0) return found;
  const ending: Ending = missing === 0 ? WHOLE : { status: 'partial', why: `${missing} of ${each.length} clinicians could not be read.` };
  return { resources: got.resources, reads: [report('Practitioner', '_id', got.resources.length, ending)] };
}

function idOf(reference: string): string {
  return reference.slice(reference.indexOf('/') + 1);
}
