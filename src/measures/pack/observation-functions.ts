import { isObject, objectsOf, type Json } from '../json.ts';
import type { MeasureGroup, Population } from '../model.ts';

/** The population that an observation looks at: the measure population, else the one it references, else by the customary name. */
export function observedBy(group: MeasureGroup, observation: Population): Population | undefined {
  const ofKind = (code: Population['code']) => group.populations.find((population) => population.code === code);
  const measured = ofKind('measure-population');
  if (measured !== undefined) return measured;
  if (observation.reference !== null) return group.populations.find(({ id }) => id === observation.reference);
  if (observation.expression === 'Denominator Observations') return ofKind('denominator');
  return observation.expression === 'Numerator Observations' ? ofKind('numerator') : undefined;
}

/** The expression that was added to the library for an observation. */
export function observationName(group: MeasureGroup, observation: Population, observed: Population): string {
  return group.ofEpisodes ? `countersign: ${observation.expression} of ${observed.expression}` : `countersign: ${observation.expression}`;
}

/**
 * A measure observation is a function, and the engine only evaluates expressions: for each, one expression is added that applies it,
 * to every episode of the population observed, or once for the patient.
 */
export function withObservations(elm: Json, groups: readonly MeasureGroup[]): Json {
  const library = elm['library'];
  if (!isObject(library) || !isObject(library['statements'])) return elm;
  const added = groups.flatMap((group) => group.populations.flatMap((observation) => {
    const observed = observation.code === 'measure-observation' ? observedBy(group, observation) : undefined;
    if (observed === undefined) return [];
    return [{ name: observationName(group, observation, observed), context: 'Patient', accessLevel: 'Public', expression: group.ofEpisodes ? ofEach(observation.expression, observed.expression) : call(observation.expression, []) }];
  }));
  return { library: { ...library, statements: { def: [...objectsOf(library['statements']['def']), ...added] } } };
}

function ofEach(name: string, population: string): Json {
  const each = { type: 'AliasRef', name: 'E' };
  return {
    type: 'Query', relationship: [],
    source: [{ alias: 'E', expression: { type: 'ExpressionRef', name: population } }],
    return: { distinct: false, expression: { type: 'Tuple', element: [{ name: 'episode', value: each }, { name: 'observation', value: call(name, [each]) }] } },
  };
}

function call(name: string, operand: readonly Json[]): Json {
  return { type: 'FunctionRef', name, operand };
}
