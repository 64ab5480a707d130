import type { CodeableConcept, Condition, Resource } from 'fhir/r4';
import { holdsKind, structures } from '../definitions/definitions.ts';
import { FhirError } from './outcome.ts';
import { rangeOf } from './search/dates.ts';

/**
 * Is this a resource by R4's structure: known elements, cardinality, primitive forms, codes of required bindings,
 * and the invariants that our writers live by (con-3, con-4, con-5)? No profiles, no terminology beyond that.
 * @throws FhirError 400 (not a resource at all) or 422, naming the elements, never their content
 */
export function validate(value: unknown): asserts value is Resource {
  const resource = asResource(value);
  const problems = problemsOf(resource);
  if (resource.resourceType === 'Condition' && !problems.some((p) => p.shape)) checkCondition(resource as Condition, problems);
  refuse(problems);
}

/**
 * Only what must hold for the server to work with it: lists are lists, objects objects, texts texts.
 * For what is loaded: an EHR holds what history left in it.
 * @throws FhirError 400 or 422
 */
export function validateShape(value: unknown): Resource {
  const resource = asResource(value);
  refuse(problemsOf(resource).filter((p) => p.shape));
  return resource;
}

function problemsOf(resource: Resource): Problem[] {
  const problems: Problem[] = [];
  checkObject(resource, resource.resourceType, resource.resourceType, problems);
  return problems;
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  throw new FhirError(422, 'invariant', `${first?.path}: ${first?.says}${more}.`, problems.map((p) => p.path));
}

/** @throws FhirError 400 where it is no JSON object with a resourceType that this server holds */
export function asResource(value: unknown): Resource {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FhirError(400, 'structure', 'A resource is a JSON object.');
  const { resourceType, id } = value as { resourceType?: unknown; id?: unknown };
  if (typeof resourceType !== 'string') throw new FhirError(400, 'structure', 'A resource needs its resourceType.');
  if (!holdsKind(resourceType)) throw new FhirError(400, 'not-supported', `${/^\w{1,64}$/.test(resourceType) ? resourceType : 'This resourceType'} is not a kind that this server holds.`);
  if (id !== undefined && (typeof id !== 'string' || !isId(id))) throw new FhirError(400, 'value', 'An id has 1 to 64 letters, digits, hyphens and dots.');
  return value as Resource;
}

export function isId(text: string): boolean {
  return /^[A-Za-z0-9.-]{1,64}$/.test(text);
}

interface Problem { readonly path: string; readonly says: string; readonly shape?: true }
type Json = Record<string, unknown>;

/** On every resource or element, beside what the structure names. */
const COMMON = new Map(Object.entries({
  resourceType: 'code 0 1', id: 'string 0 1', meta: 'Meta 0 1', implicitRules: 'uri 0 1', language: 'code 0 1', text: 'Narrative 0 1',
  contained: 'Resource 0 *', extension: 'Extension 0 *', modifierExtension: 'Extension 0 *', fhir_comments: 'string 0 *',
}));

function checkObject(object: object, type: string, path: string, problems: Problem[]): void {
  const elements = structures.types[type] ?? {};
  const json = object as Json;
  for (const [name, value] of Object.entries(json)) {
    if (name.startsWith('_')) continue;
    const rule = elements[name] ?? COMMON.get(name);
    if (!rule) problems.push({ path: `${path}.${name}`, says: `${type} has no such element` });
    else checkElement(value, rule, `${path}.${name}`, problems);
  }
  for (const [name, rule] of Object.entries(elements)) {
    if (rule.split(' ')[1] !== '0' && json[name] === undefined && json[`_${name}`] === undefined) problems.push({ path: `${path}.${name}`, says: 'required, and missing' });
  }
  for (const stem of structures.choices[type] ?? []) {
    if (!Object.keys(json).some((name) => new RegExp(`^_?${stem}[A-Z]`).test(name))) problems.push({ path: `${path}.${stem}[x]`, says: 'required, and missing' });
  }
}

function checkElement(value: unknown, rule: string, path: string, problems: Problem[]): void {
  const [type = '', , max, codes] = rule.split(' ');
  if (max === '1') {
    if (Array.isArray(value)) problems.push({ path, says: 'may stand once, and is a list', shape: true });
    else checkValue(value, type, codes, path, problems);
    return;
  }
  if (!Array.isArray(value)) return void problems.push({ path, says: 'is a list', shape: true });
  if (value.length === 0) problems.push({ path, says: 'is empty; leave it out' });
  for (const [index, item] of (value as unknown[]).entries()) if (item !== null || !isPrimitive(type)) checkValue(item, type, codes, `${path}[${index}]`, problems);
}

function checkValue(value: unknown, type: string, codes: string | undefined, path: string, problems: Problem[]): void {
  if (isPrimitive(type)) {
    if (typeof value !== jsonTypeOf(type)) problems.push({ path, says: `is not a valid ${type}`, shape: true });
    else if (!PRIMITIVES[type]?.(value)) problems.push({ path, says: `is not a valid ${type}` });
    else if (codes && !structures.codes[codes]?.includes(value as string)) problems.push({ path, says: `is not one of ${structures.codes[codes]?.join(', ')}` });
    return;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return void problems.push({ path, says: `is not a ${type}`, shape: true });
  if (Object.keys(value).length === 0) return void problems.push({ path, says: 'is empty; leave it out' });
  const { resourceType } = value as { resourceType?: unknown };
  if (type === 'Resource') {
    if (typeof resourceType === 'string' && holdsKind(resourceType)) checkObject(value, resourceType, path, problems);
    return;
  }
  checkObject(value, type, path, problems);
}

const text = (form: RegExp) => (value: unknown): boolean => typeof value === 'string' && form.test(value);
const whole = (least: number) => (value: unknown): boolean => typeof value === 'number' && Number.isInteger(value) && value >= least;
const time = (form: RegExp) => (value: unknown): boolean => typeof value === 'string' && form.test(value) && rangeOf(value) !== null;

const PRIMITIVES: Record<string, (value: unknown) => boolean> = {
  base64Binary: text(/^[A-Za-z0-9+/=\s]*$/), boolean: (v) => typeof v === 'boolean', canonical: text(/^\S+$/), code: text(/^\S+(\s\S+)*$/),
  date: time(/^\d{4}(-\d{2}(-\d{2})?)?$/), dateTime: time(/^\d{4}(-\d{2}(-\d{2}(T.*(Z|[+-]\d{2}:\d{2}))?)?)?$/), decimal: (v) => typeof v === 'number',
  id: text(/^[A-Za-z0-9.-]{1,64}$/), instant: time(/T.*(Z|[+-]\d{2}:\d{2})$/), integer: whole(-Infinity), markdown: text(/\S/), oid: text(/^urn:oid:/),
  positiveInt: whole(1), string: text(/\S/), time: text(/^\d{2}:\d{2}:\d{2}/), unsignedInt: whole(0), uri: text(/^\S+$/), url: text(/^\S+$/), uuid: text(/^urn:uuid:/), xhtml: text(/\S/),
};

function jsonTypeOf(primitive: string): 'boolean' | 'number' | 'string' {
  if (primitive === 'boolean') return 'boolean';
  return ['decimal', 'integer', 'positiveInt', 'unsignedInt'].includes(primitive) ? 'number' : 'string';
}

function isPrimitive(type: string): boolean {
  return type in PRIMITIVES;
}

const CLINICAL = 'http://terminology.hl7.org/CodeSystem/condition-clinical';
const VERIFICATION = 'http://terminology.hl7.org/CodeSystem/condition-ver-status';

function checkCondition(condition: Condition, problems: Problem[]): void {
  const clinical = codeOf(condition.clinicalStatus, CLINICAL);
  const verification = codeOf(condition.verificationStatus, VERIFICATION);
  if (condition.clinicalStatus && !['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'].includes(clinical ?? '')) problems.push({ path: 'Condition.clinicalStatus', says: 'has no code of condition-clinical' });
  if (condition.verificationStatus && !['unconfirmed', 'provisional', 'differential', 'confirmed', 'refuted', 'entered-in-error'].includes(verification ?? '')) problems.push({ path: 'Condition.verificationStatus', says: 'has no code of condition-ver-status' });
  const onProblemList = condition.category?.some((c) => c.coding?.some((k) => k.code === 'problem-list-item')) ?? false;
  if (onProblemList && !clinical && verification !== 'entered-in-error') problems.push({ path: 'Condition.clinicalStatus', says: 'con-3: needed on the problem list' });
  if (verification === 'entered-in-error' && clinical) problems.push({ path: 'Condition.clinicalStatus', says: 'con-5: not with entered-in-error' });
  const abated = Object.keys(condition).some((name) => name.startsWith('abatement'));
  if (abated && !['inactive', 'resolved', 'remission'].includes(clinical ?? '')) problems.push({ path: 'Condition.clinicalStatus', says: 'con-4: inactive, resolved or remission where it has abated' });
}

function codeOf(concept: CodeableConcept | undefined, system: string): string | undefined {
  return concept?.coding?.find((c) => c.system === system)?.code;
}
