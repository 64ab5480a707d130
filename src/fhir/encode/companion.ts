import type { Coding, Identifier, Reference, Resource } from 'fhir/r4';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { SUBJECT_SYSTEM } from './names.ts';

/** The two servers that a resource may speak of: bases without a trailing slash. */
export interface Places {
  readonly ehr: string;
  readonly companion: string;
}

/**
 * Everything about one encounter on the companion server carries this tag: that server knows no encounters, and may serve several EHRs.
 * The hash keeps encounter ids out of its search addresses and logs.
 * @param ehr FHIR base, without a trailing slash
 * @param encounter `Encounter/id`, or the logical id
 */
export function subjectTag(ehr: string, encounter: string): Coding {
  const reference = encounter.includes('/') ? encounter : `Encounter/${encounter}`;
  return { system: SUBJECT_SYSTEM, code: bytesToHex(sha256(utf8ToBytes(`${ehr}|${reference}`))) };
}

/**
 * A resource as the companion server keeps it. References into the EHR become logical ones (FHIR R4 references.html#logical), since a
 * server refuses or cannot resolve addresses of another; references to the companion itself become relative; the subject's tag is added.
 */
export function toCompanion<T extends Resource>(resource: T, places: Places, encounter: string): T {
  const moved = mapReferences(resource, (reference) => outward(reference, places)) as T;
  const tag = subjectTag(places.ehr, encounter);
  const tags = moved.meta?.tag ?? [];
  const has = tags.some((t) => t.system === tag.system && t.code === tag.code);
  return has ? moved : { ...moved, meta: { ...moved.meta, tag: [...tags, tag] } };
}

/** The way back: references into the EHR as `Type/id`, those to the companion absolute, as the domain's `Source` names them. */
export function fromCompanion<T extends Resource>(resource: T, places: Places): T {
  return mapReferences(resource, (reference) => homeward(reference, places)) as T;
}

function outward(reference: Reference, { ehr, companion }: Places): Reference {
  const { reference: to, ...rest } = reference;
  if (to === undefined || to.startsWith('#')) return reference;
  if (to.startsWith(`${companion}/`)) return { ...rest, reference: to.slice(companion.length + 1) };
  const [, base = '', value = '', type = ''] = /^(?:(.*)\/)?(([A-Z][A-Za-z]+)\/[A-Za-z0-9.-]{1,64})(?:\/_history\/[^/]+)?$/.exec(to) ?? [];
  if (value === '') return reference;
  return { ...rest, type, identifier: { system: base === '' ? ehr : base, value } };
}

function homeward(reference: Reference, { ehr, companion }: Places): Reference {
  const { reference: to, identifier, type: _type, ...rest } = reference;
  if (to !== undefined) return /^[A-Z][A-Za-z]+\//.test(to) ? { ...reference, reference: `${companion}/${to}` } : reference;
  return isInEhr(identifier, ehr) ? { ...rest, reference: identifier.value } : reference;
}

function isInEhr(identifier: Identifier | undefined, ehr: string): identifier is Identifier & { readonly value: string } {
  return identifier?.system === ehr && typeof identifier.value === 'string' && /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/.test(identifier.value);
}

/** Each Reference anywhere in the resource: in R4 nothing else has a text element `reference`, or `identifier` beside `type` as a text. */
function mapReferences(value: unknown, change: (reference: Reference) => Reference): unknown {
  if (Array.isArray(value)) return value.map((item) => mapReferences(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([name, field]) => [name, mapReferences(field, change)]));
  return isReference(fields) ? change(fields) : fields;
}

function isReference(fields: Record<string, unknown>): fields is Reference & Record<string, unknown> {
  if (typeof fields['reference'] === 'string') return true;
  return typeof fields['type'] === 'string' && typeof fields['identifier'] === 'object' && fields['identifier'] !== null && !Array.isArray(fields['identifier']);
}
