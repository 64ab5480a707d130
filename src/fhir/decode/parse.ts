import type { CodeableConcept, Coding as FhirCoding, Extension, Period, Quantity as FhirQuantity, Reference, Resource } from 'fhir/r4';
import type { Coding, Quantity, Source } from '../../domain/model/index.ts';
import { ICD_10_CM } from '../../domain/model/index.ts';
import { EXTENSION } from '../encode/names.ts';
import { referenceTo, referencedVersion, relativeReference } from '../read/reference.ts';

/** A resource that is not as FHIR R4 says. Carries no content: it only makes its kind count as not wholly read. */
export class Undecodable extends Error {
  constructor(what: string) {
    super(`${what} is not as FHIR R4 says.`);
    this.name = 'Undecodable';
  }
}

/** @throws Undecodable */
export function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw new Undecodable('A text');
  return value.trim() === '' ? null : value;
}

/** The elements that are there: FHIR JSON may hold null in an array. @throws Undecodable */
export function list<T>(value: readonly T[] | undefined): readonly NonNullable<T>[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new Undecodable('A list');
  return value.filter((item): item is NonNullable<T> => item !== null && item !== undefined);
}

/** A required text. @throws Undecodable */
export function required(value: unknown, what: string): string {
  const found = text(value);
  if (found === null) throw new Undecodable(what);
  return found;
}

/** @throws Undecodable where the value is none of them */
export function oneOf<T extends string>(values: readonly T[], value: unknown, what: string): T {
  const found = values.find((each) => each === value);
  if (found === undefined) throw new Undecodable(what);
  return found;
}

/** The first part of that name in a complex extension. @throws Undecodable */
export function part(extension: Extension, name: string): Extension | undefined {
  return list(extension.extension).find((inner) => inner.url === name);
}

export function sourceOf(resource: Resource): Source {
  return { reference: referenceTo(resource), version: text(resource.meta?.versionId) };
}

/** @throws Undecodable */
export function codings(concept: CodeableConcept | undefined): readonly Coding[] {
  return list(concept?.coding).map(coding).filter((found) => found !== null);
}

function coding(found: FhirCoding | undefined): Coding | null {
  const code = text(found?.code);
  if (found === undefined || code === null) return null;
  const system = text(found.system) ?? '';
  return { system: OIDS[system] ?? system, code, display: text(found.display) };
}

/** Code systems that some servers name by OID (HL7 Terminology, NamingSystem): the same system under the name that FHIR gives it. */
const OIDS: Readonly<Record<string, string>> = {
  'urn:oid:2.16.840.1.113883.6.90': ICD_10_CM,
  'urn:oid:2.16.840.1.113883.6.96': 'http://snomed.info/sct',
  'urn:oid:2.16.840.1.113883.6.1': 'http://loinc.org',
  'urn:oid:2.16.840.1.113883.6.88': 'http://www.nlm.nih.gov/research/umls/rxnorm',
  'urn:oid:2.16.840.1.113883.12.292': 'http://hl7.org/fhir/sid/cvx',
};

/** The words of a concept: its text, else its first display. */
export function words(concept: CodeableConcept | undefined): string | null {
  return text(concept?.text) ?? list(concept?.coding).map((c) => text(c.display)).find((display) => display !== null) ?? null;
}

export function firstCode(concept: CodeableConcept | undefined): string | null {
  return codings(concept)[0]?.code ?? null;
}

const UCUM = 'http://unitsofmeasure.org';

/** @throws Undecodable where the value is not a number */
export function quantity(found: FhirQuantity | undefined): Quantity | null {
  if (found === undefined || found.value === undefined || found.value === null) return null;
  if (typeof found.value !== 'number') throw new Undecodable('A quantity');
  const comparator = text(found.comparator);
  if (comparator !== null && !isComparator(comparator)) throw new Undecodable('A comparator');
  return { value: found.value, unit: (found.system === UCUM ? text(found.code) : null) ?? text(found.unit) ?? text(found.code), comparator };
}

function isComparator(value: string): value is NonNullable<Quantity['comparator']> {
  return value === '<' || value === '<=' || value === '>=' || value === '>';
}

/** References as `Type/id`, whatever their written form. */
export interface References {
  of(reference: Reference | undefined): string | null;
  source(reference: Reference | undefined): Source | null;
}

export function references(base: string): References {
  const of = (reference: Reference | undefined) => relativeReference(reference?.reference, base);
  return {
    of,
    source(reference) {
      const found = of(reference);
      return found === null ? null : { reference: found, version: referencedVersion(reference?.reference) ?? versionBeside(reference) };
    },
  };
}

/** Some servers (HAPI) cut the version from a reference: Countersign also writes it beside. @throws Undecodable */
function versionBeside(reference: Reference | undefined): string | null {
  return text(list(reference?.extension).find((extension) => extension.url === EXTENSION.version)?.valueString);
}

/** The end of a period, else its start. */
export function latestOf(period: Period | undefined): string | null {
  return text(period?.end) ?? text(period?.start);
}
