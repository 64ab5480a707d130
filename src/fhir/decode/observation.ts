import type { Observation } from 'fhir/r4';
import type { ObservationFact, Quantity } from '../../domain/model/index.ts';
import { Undecodable, codings, latestOf, list, quantity, sourceOf, text, words } from './parse.ts';
import type { References } from './parse.ts';

export function decodeObservation(observation: Observation, refs: References): ObservationFact {
  return {
    source: sourceOf(observation),
    status: text(observation.status) ?? 'unknown',
    codings: codings(observation.code),
    categories: list(observation.category).flatMap((c) => codings(c)).map((c) => c.code),
    date: text(observation.effectiveDateTime) ?? text(observation.effectiveInstant) ?? latestOf(observation.effectivePeriod),
    encounter: refs.of(observation.encounter),
    quantity: quantity(observation.valueQuantity) ?? whole(observation.valueInteger),
    valueCode: codings(observation.valueCodeableConcept)[0] ?? null,
    valueText: text(observation.valueString) ?? words(observation.valueCodeableConcept) ?? yesNo(observation.valueBoolean) ?? text(observation.valueDateTime),
    components: list(observation.component).map((component) => ({ codings: codings(component.code), quantity: quantity(component.valueQuantity) })),
  };
}

function whole(value: number | undefined): Quantity | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number') throw new Undecodable('A whole number');
  return { value, unit: null, comparator: null };
}

function yesNo(value: boolean | undefined): string | null {
  return typeof value === 'boolean' ? String(value) : null;
}
