import { extensionOf, firstCode, isObject, objectsOf, textOf, type Json } from '../json.ts';
import type { FhirResource, MeasureGroup, Population, PopulationCode, Scoring, Stratifier } from '../model.ts';
import { directionOf } from './direction.ts';

const US = 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm';
const UV = 'http://hl7.org/fhir/uv/cqm/StructureDefinition/cqm';
const both = (name: string): readonly string[] => [`${US}-${name}`, `${UV}-${name}`];
const BASIS = both('populationBasis');
const REFERENCE = [...both('criteriaReference'), 'http://hl7.org/fhir/StructureDefinition/cqf-criteriaReference'];

/** @returns the groups, and what about each a person should know */
export function readGroups(measure: FhirResource): { readonly groups: readonly MeasureGroup[]; readonly warnings: readonly string[]; readonly problem: string | null } {
  let unnamed = 0;
  const warnings: string[] = [];
  const groups: MeasureGroup[] = [];
  for (const group of objectsOf(measure['group'])) {
    const id = textOf(group['id']) ?? `population-group-${unnamed += 1}`;
    const scoring = readScoring(firstCode(extensionOf(group, both('scoring'), 'valueCodeableConcept')) ?? firstCode(measure['scoring']));
    if (scoring === null) return { groups: [], warnings, problem: `Group ${id} has no scoring that can be calculated (proportion, ratio, continuous-variable or cohort). A composite measure is calculated by its components.` };
    const { direction, contradicts } = directionOf(measure, group);
    if (contradicts) warnings.push(`The words of group ${id} say that ${direction === 'increase' ? 'higher' : 'lower'} is better, its code the opposite. The words are followed; --directions overrules them.`);
    const populations = readPopulations(group);
    groups.push({ id, scoring, ofEpisodes: isOfEpisodes(measure, group, scoring), populations, stratifiers: readStratifiers(group), direction });
  }
  return { groups, warnings, problem: groups.length === 0 ? 'It has no groups, so there is nothing to calculate.' : null };
}

function readScoring(code: string | null): Scoring | null {
  return code === 'proportion' || code === 'ratio' || code === 'continuous-variable' || code === 'cohort' ? code : null;
}

/** The group's basis counts before the measure's; a ratio may say it at its populations. Boolean: the case is the patient. */
function isOfEpisodes(measure: FhirResource, group: Json, scoring: Scoring): boolean {
  const own = textOf(extensionOf(group, BASIS, 'valueCode'));
  if (own !== null) return own !== 'boolean';
  if (scoring === 'ratio') {
    const bases = objectsOf(group['population']).filter((population) => firstCode(population['code']) !== 'measure-observation').map((population) => textOf(extensionOf(population, BASIS, 'valueCode'))).filter((basis) => basis !== null);
    if (bases.length > 0) return bases.some((basis) => basis !== 'boolean');
  }
  const ofMeasure = textOf(extensionOf(measure, BASIS, 'valueCode'));
  return ofMeasure !== null && ofMeasure !== 'boolean';
}

function readPopulations(group: Json): readonly Population[] {
  return objectsOf(group['population']).flatMap((population) => {
    const code = CODES.find((known) => objectsOf(isObject(population['code']) ? population['code']['coding'] : []).some((coding) => coding['code'] === known));
    const expression = isObject(population['criteria']) ? textOf(population['criteria']['expression']) : null;
    if (code === undefined || expression === null) return [];
    const aggregate = textOf(extensionOf(population, both('aggregateMethod'), 'valueString')) ?? textOf(extensionOf(population, both('aggregateMethod'), 'valueCode')) ?? firstCode(extensionOf(population, both('aggregateMethod'), 'valueCodeableConcept'));
    return [{ code, id: textOf(population['id']), expression, reference: textOf(extensionOf(population, REFERENCE, 'valueString')), aggregate }];
  });
}

const CODES: readonly PopulationCode[] = [
  'initial-population', 'denominator', 'denominator-exclusion', 'denominator-exception', 'numerator', 'numerator-exclusion', 'measure-population', 'measure-population-exclusion', 'measure-observation',
];

function readStratifiers(group: Json): readonly Stratifier[] {
  let unnamed = 0;
  return objectsOf(group['stratifier']).flatMap((stratifier) => {
    const expression = isObject(stratifier['criteria']) ? textOf(stratifier['criteria']['expression']) : null;
    if (expression === null) return [];
    const code = (isObject(stratifier['code']) ? textOf(stratifier['code']['text']) : null) ?? textOf(stratifier['id']) ?? `strata-${unnamed += 1}`;
    const applies = firstCode(extensionOf(stratifier, both('appliesTo'), 'valueCodeableConcept'));
    return [{ code, expression, appliesTo: CODES.find((known) => known === applies) ?? null }];
  });
}
