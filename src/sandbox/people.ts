import type { Encounter, HumanName, Patient, Practitioner, PractitionerRole, Resource } from 'fhir/r4';
import { USER_ROLES } from './contract.ts';
import type { ShellEncounter, ShellPatient, ShellUser } from './contract.ts';
import { localReference } from './records/references.ts';

const USER_TAG = { system: 'https://countersign.dev/fhir/sandbox', code: 'user' };
const ROLE_SYSTEM = 'https://countersign.dev/fhir/role';

/**
 * Who may sign in: Practitioners with a PractitionerRole tagged as a user of this sandbox.
 * @param practitioner by logical id
 */
export function listUsers(roles: Iterable<Resource>, practitioner: (id: string) => Resource | null, base: string): ShellUser[] {
  const users = new Map<string, ShellUser>();
  for (const resource of roles) {
    const role = resource as PractitionerRole;
    if (!role.meta?.tag?.some((t) => t.system === USER_TAG.system && t.code === USER_TAG.code)) continue;
    const id = localReference(role.practitioner?.reference ?? '', base)?.replace('Practitioner/', '');
    const found = id && (practitioner(id) as Practitioner | null);
    if (!id || !found || users.has(id)) continue;
    const coding = role.code?.flatMap((c) => c.coding ?? []).find((c) => c.system === ROLE_SYSTEM);
    users.set(id, {
      id,
      name: nameOf(found.name),
      role: USER_ROLES.find((r) => r === coding?.code) ?? null,
      roleDisplay: coding?.display ?? role.code?.[0]?.text ?? coding?.code ?? 'No role',
    });
  }
  return [...users.values()];
}

/** By name; encounters newest first. */
export function listPatients(patients: Iterable<Resource>, encounters: Iterable<Resource>, base: string): ShellPatient[] {
  const visits = encountersByPatient(encounters, base);
  return [...patients].map((resource): ShellPatient => {
    const { id = '', name, birthDate = null, gender = null } = resource as Patient;
    const own = visits.get(`Patient/${id}`) ?? [];
    return { id, name: nameOf(name), birthDate, gender, encounters: own.toSorted((a, b) => (b.start ?? '').localeCompare(a.start ?? '')) };
  }).toSorted((a, b) => a.name.localeCompare(b.name));
}

function encountersByPatient(encounters: Iterable<Resource>, base: string): Map<string, ShellEncounter[]> {
  const found = new Map<string, ShellEncounter[]>();
  for (const resource of encounters) {
    const encounter = resource as Encounter;
    const patient = localReference(encounter.subject?.reference ?? '', base) ?? '';
    found.set(patient, [...(found.get(patient) ?? []), encounterOf(encounter.id ?? '', encounter)]);
  }
  return found;
}

function encounterOf(id: string, encounter: Encounter): ShellEncounter {
  const [type] = encounter.type ?? [];
  return {
    id,
    status: encounter.status,
    classCode: encounter.class?.code ?? null,
    type: type?.text ?? type?.coding?.[0]?.display ?? null,
    start: encounter.period?.start ?? null,
    end: encounter.period?.end ?? null,
  };
}

export function nameOf(names: HumanName[] | undefined): string {
  const name = names?.find((n) => n.use === 'official') ?? names?.[0];
  if (!name) return 'No name';
  return name.text ?? [...(name.prefix ?? []), ...(name.given ?? []), name.family, ...(name.suffix ?? [])].filter((p) => p !== undefined).join(' ');
}
