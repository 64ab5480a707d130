import { Repository } from 'cql-execution';
import { isObject, objectsOf, resourcesIn, textOf, type Json } from '../json.ts';
import { PackError, type FhirResource, type Logic, type MeasureGroup, type Pack, type PackMeasure } from '../model.ts';
import { readGroups } from './groups.ts';
import { findLibrary, readLibraries, withIncluded, type Libraries } from './libraries.ts';
import { withObservations } from './observation-functions.ts';
import { readValueSets } from './value-sets.ts';

/**
 * A measure pack from its resources: Measure, Library (ELM in JSON) and ValueSet, single or in Bundles.
 * A measure that cannot be calculated stays in the pack with its `problem`.
 * @throws PackError where there is no measure at all, or a library's content is damaged
 */
export function readPack(resources: readonly FhirResource[]): Pack {
  const all = resources.flatMap(resourcesIn);
  const measures = all.filter(({ resourceType }) => resourceType === 'Measure');
  if (measures.length === 0) throw new PackError('The pack has no Measure resource. A pack holds Measure, Library (with ELM) and ValueSet resources, single or in Bundles.');
  const libraries = readLibraries(all);
  const read = measures.map((measure) => readMeasure(measure, libraries));
  return {
    measures: [...new Map(read.map(({ measure }) => [`${measure.url}|${measure.version ?? ''}`, measure])).values()],
    valueSets: readValueSets(all),
    warnings: read.flatMap(({ measure, warnings }) => warnings.map((warning) => `${measure.id}: ${warning}`)),
  };
}

function readMeasure(resource: FhirResource, libraries: Libraries): { readonly measure: PackMeasure; readonly warnings: readonly string[] } {
  const { groups, warnings, problem } = readGroups(resource);
  const id = textOf(resource.id) ?? textOf(resource['name']) ?? textOf(resource['url']) ?? 'measure';
  const about = {
    url: textOf(resource['url']) ?? `Measure/${id}`, version: textOf(resource['version']), id, groups,
    title: textOf(resource['title']) ?? textOf(resource['name']) ?? id,
    supplemental: objectsOf(resource['supplementalData']).flatMap((data) => {
      const expression = isObject(data['criteria']) ? textOf(data['criteria']['expression']) : null;
      return expression === null ? [] : [{ name: (isObject(data['code']) ? textOf(data['code']['text']) : null) ?? expression, expression }];
    }),
  };
  if (problem !== null) return { measure: { ...about, logic: null, problem }, warnings };
  try {
    const built = buildLogic(resource, groups, libraries);
    return { measure: { ...about, logic: built.logic, problem: null }, warnings: [...warnings, ...built.warnings] };
  } catch (failure) {
    if (!(failure instanceof PackError)) throw failure;
    return { measure: { ...about, logic: null, problem: failure.message }, warnings };
  }
}

function buildLogic(resource: FhirResource, groups: readonly MeasureGroup[], libraries: Libraries): { readonly logic: Logic; readonly warnings: readonly string[] } {
  const reference = Array.isArray(resource['library']) ? textOf(resource['library'][0]) : null;
  if (reference === null) throw new PackError('It names no library. Measure.library must hold the canonical of its logic.');
  const root = findLibrary(libraries.compiled, reference);
  if (root === undefined) {
    const [address = ''] = reference.split('|');
    const name = address.slice(address.lastIndexOf('/') + 1);
    throw new PackError(libraries.unusable.find(({ names }) => names.includes(address) || names.includes(name))?.why ?? `Its library ${reference} is not in the pack. Add the Library resource.`);
  }
  const { elms, warnings } = withIncluded(root, libraries);
  const [rootElm, ...included] = elms;
  const repository = new Repository([withObservations(rootElm!, groups), ...included]);
  const library = repository.resolve(root.name, root.version ?? undefined);
  if (library === undefined) throw new PackError(`The library ${root.name} could not be resolved.`);
  const defined = new Set(statementsOf(rootElm!).map(({ name }) => name));
  const missing = groups.flatMap(({ populations }) => populations).find(({ expression }) => !defined.has(expression))?.expression;
  if (missing !== undefined) throw new PackError(`It asks for "${missing}", which library ${root.name} does not define. Measure and library do not belong together.`);
  const strata = groups.flatMap(({ stratifiers }) => stratifiers).filter(({ expression }) => !defined.has(expression)).map(({ code }) => `Stratifier ${code} names an expression that library ${root.name} does not define; no case is in it.`);
  return { logic: { library, repository, patientProfile: patientProfileOf(rootElm!) }, warnings: [...warnings, ...strata] };
}

/** `define Patient` is compiled into every library that has a patient context: the profile by which it asks for the patient. */
function patientProfileOf(elm: Json): string | null {
  const expression = statementsOf(elm).find(({ name }) => name === 'Patient')?.['expression'];
  const operand = isObject(expression) && isObject(expression['operand']) ? expression['operand'] : null;
  const profile = operand === null ? null : textOf(operand['templateId']);
  return profile === 'http://hl7.org/fhir/StructureDefinition/Patient' ? null : profile;
}

function statementsOf(elm: Json): readonly Json[] {
  const library = elm['library'];
  return isObject(library) && isObject(library['statements']) ? objectsOf(library['statements']['def']) : [];
}

