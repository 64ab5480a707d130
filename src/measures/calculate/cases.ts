import { CalculationError, type CaseResult, type MeasureGroup, type Population, type PopulationCode } from '../model.ts';
import { observationName, observedBy } from '../pack/observation-functions.ts';
import { gapOf } from './gap.ts';
import { settle, type Membership } from './populations.ts';

/** Values of the measure's expressions for one patient, as the engine returned them. */
export type Values = (expression: string) => unknown;

/** @throws CalculationError where an episode group is not made of resources */
export function casesOf(group: MeasureGroup, values: Values): readonly CaseResult[] {
  const episodes = group.ofEpisodes ? episodesOf(group, values) : [];
  return episodes.length === 0 ? [patientCase(group, values)] : episodes.map((episode) => episodeCase(group, values, episode));
}

function patientCase(group: MeasureGroup, values: Values): CaseResult {
  const members = group.populations.map((population): Membership => {
    const observed = population.code === 'measure-observation' ? observedBy(group, population) : undefined;
    if (observed === undefined) return { population, in: isTrue(values(population.expression)), observations: null };
    const observation = group.ofEpisodes ? null : numberOf(values(observationName(group, population, observed)));
    return { population, in: isTrue(values(observed.expression)), observations: observation === null ? null : [observation] };
  });
  return result(group, members, null, (expression) => isTrue(values(expression)));
}

function episodeCase(group: MeasureGroup, values: Values, episode: string): CaseResult {
  const members = group.populations.map((population): Membership => {
    const observed = population.code === 'measure-observation' ? observedBy(group, population) : undefined;
    if (observed === undefined) return { population, in: idsIn(values(population.expression)).includes(episode), observations: null };
    const all = observationsIn(values(observationName(group, population, observed))).filter(({ id }) => id === episode);
    return { population, in: all.length > 0, observations: all.map(({ value }) => value).filter((value) => value !== null) };
  });
  return result(group, members, episode, (expression) => idsIn(values(expression)).includes(episode));
}

function result(group: MeasureGroup, members: Membership[], episode: string | null, isStratum: (expression: string) => boolean): CaseResult {
  settle(members, group);
  const isIn = (code: PopulationCode): boolean => members.some((member) => member.population.code === code && member.in);
  const populations: Record<string, number> = {};
  for (const { population, in: member } of members) {
    if (population.code === 'measure-observation') continue;
    populations[population.code in populations ? `${population.code}/${population.id ?? population.expression}` : population.code] = member ? 1 : 0;
  }
  const has = (code: PopulationCode): boolean => group.populations.some((population) => population.code === code);
  const stratifiers = group.stratifiers.map(({ code, expression, appliesTo }) => [code, isStratum(expression) && (appliesTo === null || !has(appliesTo) || isIn(appliesTo))] as const);
  const gap = gapOf(group, isIn);
  return {
    group: group.id, episode, populations, stratifiers: Object.fromEntries(stratifiers), gap,
    observations: members.flatMap(({ observations }) => observations ?? []),
    observationsBy: Object.fromEntries(members.flatMap(({ population, observations }) => (observations === null ? [] : [[population.id ?? population.expression, observations]]))),
    why: gap === 'cannot-tell' ? 'The measure does not say whether a higher or a lower rate is better. Say it with --directions.' : null,
  };
}

/** Episodes in the order in which the populations name them. */
function episodesOf(group: MeasureGroup, values: Values): readonly string[] {
  const named = (population: Population): readonly string[] => {
    const observed = population.code === 'measure-observation' ? observedBy(group, population) : undefined;
    return observed === undefined ? idsIn(values(population.expression)) : observationsIn(values(observationName(group, population, observed))).map(({ id }) => id);
  };
  return [...new Set([...group.populations.flatMap(named), ...group.stratifiers.flatMap(({ expression }) => idsIn(values(expression)))])];
}

function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(idOf) : [];
}

function observationsIn(value: unknown): readonly { readonly id: string; readonly value: number | null }[] {
  return Array.isArray(value) ? value.map((each: { readonly episode: unknown; readonly observation: unknown }) => ({ id: idOf(each.episode), value: numberOf(each.observation) })) : [];
}

function idOf(episode: unknown): string {
  const id = typeof episode === 'object' && episode !== null && 'id' in episode ? episode.id : undefined;
  const value = typeof id === 'object' && id !== null && 'value' in id ? id.value : id;
  if (typeof value !== 'string') throw new CalculationError('A population holds something that is no resource with an id; only measures of patients and of resources are calculated.');
  return value;
}

function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value === true;
}

/** A number, or the number of a quantity. */
function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  const inner = typeof value === 'object' && value !== null && 'value' in value ? value.value : null;
  return typeof inner === 'number' ? inner : null;
}
