import type { DocumentReference, Practitioner, PractitionerRole, Reference, Resource } from 'fhir/r4';
import type { Author, AuthorRole, NoteType } from '../../../domain/model/index.ts';
import { codings, list, text, words } from '../parse.ts';
import type { References } from '../parse.ts';
import { nameOf } from '../patient.ts';
import { referenceTo } from '../../read/reference.ts';
import type { Tally } from '../tally.ts';

/** Who may have written a document, by reference. */
export interface People {
  readonly practitioners: ReadonlyMap<string, Practitioner>;
  readonly roles: ReadonlyMap<string, PractitionerRole>;
}

/** A practitioner whose name, qualifications or roles cannot be read is left out and counted, so that the notes stay. */
export function peopleOf(tally: Tally): People {
  const practitioners = tally.each<Practitioner, Practitioner>('Practitioner', (practitioner) => {
    nameOf(practitioner.name);
    list(practitioner.qualification).forEach((q) => words(q.code));
    return practitioner;
  });
  const roles = tally.each<PractitionerRole, PractitionerRole>('PractitionerRole', (role) => {
    list(role.code).forEach(words);
    return role;
  });
  return { practitioners: byReference(practitioners), roles: byReference(roles) };
}

function byReference<T extends Resource>(resources: readonly T[]): ReadonlyMap<string, T> {
  return new Map(resources.map((resource) => [referenceTo(resource), resource]));
}

/** The author, with a role from, in order: PractitionerRole.code, Practitioner.qualification, the name's suffix, the type of note. */
export function authorOf(document: DocumentReference, type: NoteType, refs: References, people: People): Author {
  const authors = list(document.author);
  const author = authors.find((a) => /^(?:Practitioner|PractitionerRole)\//.test(refs.of(a) ?? '')) ?? authors[0];
  const reference = refs.of(author);
  const person = containedIn(document, author, refs, people) ?? personBehind(reference, refs, people);
  const name = nameOf(person.practitioner?.name) ?? text(author?.display);
  return { name, reference, role: patientOrRelative(author, reference) ?? roleOf(person, name, text(author?.display), type, words(document.type)) };
}

/**
 * What the signature line says of the author ("Electronically signed by Ruth Adeyemi, MD"), where nothing else did.
 * @param note the extracted text
 */
export function signedRole(note: string): AuthorRole {
  const signatures = [...note.slice(-LONGEST_SIGNATURE).matchAll(/\bsigned(?: electronically)?(?: by)?:?\s+([^\n]{3,100})/gi)];
  return roleIn([suffixOf(signatures.at(-1)?.[1] ?? null)]) ?? 'unknown';
}

/** A signature stands within so much of a note's end. In UTF-16 units. */
const LONGEST_SIGNATURE = 1000;

interface Behind {
  readonly practitioner: Practitioner | undefined;
  readonly roles: readonly PractitionerRole[];
}

/** The author who is written into the document itself (`#x`); null where the reference names no such person. */
function containedIn(document: DocumentReference, author: Reference | undefined, refs: References, people: People): Behind | null {
  const inside = list(document.contained).find((resource) => `#${resource.id ?? ''}` === author?.reference);
  if (inside?.resourceType === 'Practitioner') return { practitioner: inside as Practitioner, roles: [] };
  if (inside?.resourceType !== 'PractitionerRole') return null;
  const role = inside as PractitionerRole;
  const within = list(document.contained).find((resource) => `#${resource.id ?? ''}` === role.practitioner?.reference);
  const practitioner = within?.resourceType === 'Practitioner' ? within as Practitioner : people.practitioners.get(refs.of(role.practitioner) ?? '');
  return { practitioner, roles: [role] };
}

function personBehind(reference: string | null, refs: References, people: People): Behind {
  if (reference === null) return { practitioner: undefined, roles: [] };
  const role = people.roles.get(reference);
  if (role !== undefined) return { practitioner: people.practitioners.get(refs.of(role.practitioner) ?? ''), roles: [role] };
  const own = [...people.roles.values()].filter((r) => r.active !== false && refs.of(r.practitioner) === reference);
  return { practitioner: people.practitioners.get(reference), roles: own };
}

function patientOrRelative(author: Reference | undefined, reference: string | null): AuthorRole | null {
  const kind = reference?.split('/')[0] ?? author?.type ?? '';
  return kind === 'Patient' || kind === 'RelatedPerson' ? 'patient' : null;
}

function roleOf(person: Behind, name: string | null, display: string | null, type: NoteType, typeName: string | null): AuthorRole {
  const fromRole = person.roles.flatMap((role) => list(role.code)).map((code) => roleIn([words(code), ...codings(code).map((c) => c.code)]));
  const fromQualification = list(person.practitioner?.qualification).map((q) => roleIn([words(q.code), ...codings(q.code).map((c) => c.code)]));
  const suffixes = [...list(person.practitioner?.name).flatMap((n) => list(n.suffix)), suffixOf(name), suffixOf(display)];
  const found = [...fromRole, ...fromQualification, roleIn(suffixes), type === 'nursing' ? 'nurse' as const : null, ancillaryType(typeName)];
  return found.find((role) => role !== null) ?? 'unknown';
}

/** What stands after the comma: `MD` of `Ruth Adeyemi, MD`. */
function suffixOf(name: string | null): string | null {
  return name === null ? null : /,\s*(.+)$/.exec(name)?.[1] ?? null;
}

function ancillaryType(typeName: string | null): AuthorRole | null {
  return typeName !== null && ANCILLARY.test(typeName) ? 'ancillary' : null;
}

function roleIn(names: readonly (string | null)[]): AuthorRole | null {
  for (const name of names) {
    const found = name === null ? undefined : ROLES.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return null;
}

const ANCILLARY = /\b(?:dieti[tc]ian|dietetic|nutrition(?:ist)?|therap(?:y|ist)|social work(?:er)?|pharmacist|pharmacy|case manage(?:r|ment)|technologist|technician|medical assistant|chaplain|audiologist|speech-language|RDN?|PT|OT|SLP|LCSW|LSW|MSW|PharmD|RPh|CMA|RRT)\b/i;

/**
 * Words, credentials and codes of a role, tried in this order: "nurse practitioner" is no nurse, a "resident physician" no
 * attending. Codes: HL7 practitioner-role (doctor, nurse, pharmacist); NUCC taxonomy by its leading letters (390200000X is a
 * student or resident in training, 363L a nurse practitioner, 363A a physician assistant, 20 a physician, 16 a nurse).
 */
const ROLES: readonly (readonly [RegExp, AuthorRole])[] = [
  [/\bscribe\b/i, 'scribe'],
  [/\b(?:medical |nursing |PA )?student\b|^MS[1-4]$/i, 'student'],
  [/\b(?:resident|intern|fellow|house (?:officer|staff)|PGY-?\d?)\b|^390200000X$/i, 'resident'],
  [/\b(?:nurse practitioner|nurse anesthetist|nurse[- ]midwife|clinical nurse specialist|physician assistant|physician associate|advanced practice|C?RNP|[AFPW]NP(?:-(?:BC|C))?|NP(?:-(?:BC|C))?|APRN|CRNA|CNM|CNS|PA(?:-C)?)\b|^363[AL]/i, 'provider'],
  [/\b(?:registered nurse|licensed practical nurse|nurse|RN|LPN|LVN|BSN|MSN)\b|^16[34]/i, 'nurse'],
  [/\b(?:physician|doctor|surgeon|hospitalist|attending|psychiatrist|psychologist|podiatrist|optometrist|dentist|anesthesiologist|radiologist|pathologist|cardiologist|oncologist|pediatrician|internist|M\.?D|D\.?O|MBBS|MBChB|DPM|DDS|DMD|OD|PsyD)\b|^20[478]/i, 'provider'],
  [ANCILLARY, 'ancillary'],
];
