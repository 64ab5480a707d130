import { PatientSource } from 'cql-exec-fhir';
import { Code, type PatientContext } from 'cql-execution';
import { isObject, objectsOf, textOf } from '../json.ts';
import { CalculationError, type FhirResource, type Retrieved } from '../model.ts';
import { IndexedValueSet } from './code-service.ts';
import { withUcumUnits } from './units.ts';

/** The engine's patient, over the resources of one chart. */
export type EnginePatient = ConstructorParameters<typeof PatientContext>[1];

export interface ChartOptions {
  /** Every retrieve that runs is reported here. */
  readonly onRetrieve: (retrieved: Retrieved) => void;
  /** The profile by which the measure asks for the patient, null where it is FHIR's own. */
  readonly patientProfile: string | null;
  /** False hands the engine everything of a type, as a test of this file's promise. Default true. */
  readonly prefilter?: boolean;
}

/**
 * A chart as the engine reads it. Before a retrieve gets at the resources, those whose codes cannot match are left out: the engine wraps and
 * compares one by one, which takes a second for a thousand irrelevant results. What is left out never matched (compared by code alone,
 * without the system); a retrieve without codes gets all of its type.
 *
 * Profiles: a chart whose patient claims the measure's own patient profile is taken at its word (a retrieve gets only what claims its
 * profile), as fqm-execution does. Of any other chart the claims say nothing, and are not asked.
 */
export function engineChart(resources: readonly FhirResource[], { onRetrieve, patientProfile, prefilter = true }: ChartOptions): EnginePatient {
  const byType = new Map<string, FhirResource[]>();
  for (const resource of resources) {
    const known = byType.get(resource.resourceType);
    if (known === undefined) byType.set(resource.resourceType, [resource]);
    else known.push(resource);
  }
  const person = byType.get('Patient')?.[0];
  if (person === undefined) throw new CalculationError('The chart has no Patient resource.');
  const claimed = patientProfile !== null && claims(person, patientProfile);
  const codeIndexes = new Map<string, CodeIndex>();
  const mended = new Map<FhirResource, { readonly resource: FhirResource }>();
  const entry = (resource: FhirResource) => {
    const known = mended.get(resource) ?? { resource: withUcumUnits(resource) };
    mended.set(resource, known);
    return known;
  };
  const everything = [entry(person)];
  const bundle: { resourceType: 'Bundle'; entry: readonly { readonly resource: FhirResource }[] } = { resourceType: 'Bundle', entry: everything };
  source ??= PatientSource.FHIRv401();
  source.reset();
  source.loadBundles([bundle]);
  const patient = source.currentPatient()!;
  const findRecords = patient.findRecords.bind(patient);
  patient.findRecords = (profile, details) => {
    const type = typeOf(details?.datatype ?? profile);
    const ofType = byType.get(type) ?? [];
    const own = claimed && profile !== `http://hl7.org/fhir/StructureDefinition/${type}` && profile.startsWith('http') ? ofType.filter((resource) => claims(resource, profile)) : ofType;
    const codes = plainCodes(details?.codes);
    const property = details?.codeProperty;
    let wanted = own;
    if (codes !== null && property !== undefined) {
      const key = `${type}.${property}`;
      const index = codeIndexes.get(key) ?? indexCodes(ofType, property);
      codeIndexes.set(key, index);
      const matching = index.having(codes);
      wanted = own.filter((resource) => matching.has(resource));
    }
    onRetrieve({ type, codes: codes ?? [], name: nameOf(details?.codes), found: wanted });
    bundle.entry = (prefilter ? wanted : own).map(entry);
    const records = findRecords(profile, details);
    bundle.entry = everything;
    return records;
  };
  return patient;
}

/** Its model of FHIR is read once; it takes a quarter of a second. */
let source: PatientSource | undefined;

function typeOf(datatype: string): string {
  return datatype.slice(Math.max(datatype.lastIndexOf('}'), datatype.lastIndexOf('/'), datatype.lastIndexOf('.')) + 1);
}

function claims(resource: FhirResource, profile: string): boolean {
  const profiles = isObject(resource['meta']) ? resource['meta']['profile'] : undefined;
  return Array.isArray(profiles) && profiles.some((claimed) => typeof claimed === 'string' && claimed.split('|')[0] === profile);
}

/** Codes of a retrieve without their systems; null where there are none, or they are in a form that is left to the engine. */
function plainCodes(codes: unknown): readonly string[] | null {
  if (codes instanceof IndexedValueSet) return codes.plainCodes;
  if (!Array.isArray(codes)) return null;
  const plain = codes.map((code: unknown) => (code instanceof Code ? code.code : null));
  return plain.every((code) => typeof code === 'string') ? plain : null;
}

function nameOf(codes: unknown): string | null {
  if (codes instanceof IndexedValueSet) return codes.title;
  if (!Array.isArray(codes) || codes.length !== 1) return null;
  const [code]: readonly unknown[] = codes;
  return code instanceof Code ? code.display ?? null : null;
}

interface CodeIndex {
  /** Resources with one of these codes, and those whose codes cannot be seen from here. */
  having(codes: readonly string[]): ReadonlySet<FhirResource>;
}

function indexCodes(resources: readonly FhirResource[], property: string): CodeIndex {
  const byCode = new Map<string, FhirResource[]>();
  const unseen: FhirResource[] = [];
  for (const resource of resources) {
    const codes = codesAt(resource, property);
    if (codes === null) { unseen.push(resource); continue; }
    for (const code of codes) {
      const known = byCode.get(code);
      if (known === undefined) byCode.set(code, [resource]);
      else known.push(resource);
    }
  }
  return {
    having: (codes) => {
      const found = new Set(unseen);
      const asked = new Set(codes);
      for (const [code, some] of byCode) if (asked.has(code)) for (const resource of some) found.add(resource);
      return found;
    },
  };
}

/** Codes of a CodeableConcept, Coding or code; null where the element is something else, or a choice that is none of them. */
function codesAt(resource: FhirResource, property: string): readonly string[] | null {
  if (property.includes('.')) return null;
  const value = resource[property] ?? resource[`${property}CodeableConcept`] ?? resource[`${property}Coding`];
  if (value === undefined) return Object.keys(resource).some((key) => key.startsWith(property) && key !== property) ? null : [];
  const codes: string[] = [];
  for (const part of Array.isArray(value) ? value : [value]) {
    if (typeof part === 'string') { codes.push(part); continue; }
    if (!isObject(part) || 'reference' in part) return null;
    const codings = Array.isArray(part['coding']) ? objectsOf(part['coding']) : [part];
    for (const coding of codings) {
      const code = textOf(coding['code']);
      if (code !== null) codes.push(code);
    }
  }
  return codes;
}
