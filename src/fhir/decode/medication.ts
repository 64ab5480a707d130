import type { CodeableConcept, Medication, MedicationAdministration, MedicationRequest, Resource } from 'fhir/r4';
import type { MedicationFact } from '../../domain/model/index.ts';
import { codings, latestOf, list, sourceOf, text, words } from './parse.ts';
import { referenceTo } from '../read/reference.ts';
import type { References } from './parse.ts';

export function decodeMedicationRequest(request: MedicationRequest, refs: References, all: readonly Resource[]): MedicationFact {
  const drug = drugOf(request, refs, all);
  return {
    source: sourceOf(request),
    status: text(request.status) ?? 'unknown',
    intent: text(request.intent),
    codings: codings(drug),
    text: words(drug) ?? text(request.medicationReference?.display),
    date: text(request.authoredOn),
    encounter: refs.of(request.encounter),
  };
}

export function decodeMedicationAdministration(given: MedicationAdministration, refs: References, all: readonly Resource[]): MedicationFact {
  const drug = drugOf(given, refs, all);
  return {
    source: sourceOf(given),
    status: text(given.status) ?? 'unknown',
    intent: null,
    codings: codings(drug),
    text: words(drug) ?? text(given.medicationReference?.display),
    date: text(given.effectiveDateTime) ?? latestOf(given.effectivePeriod),
    encounter: refs.of(given.context),
  };
}

/** The drug itself, whether it is written in place, contained, or a resource beside it. */
function drugOf(from: MedicationRequest | MedicationAdministration, refs: References, all: readonly Resource[]): CodeableConcept | undefined {
  if (from.medicationCodeableConcept !== undefined) return from.medicationCodeableConcept;
  const reference = from.medicationReference?.reference;
  if (typeof reference !== 'string') return undefined;
  const inside = list(from.contained).find((c) => `#${c.id ?? ''}` === reference);
  const beside = all.find((r) => r.resourceType === 'Medication' && referenceTo(r) === refs.of(from.medicationReference));
  const found = inside ?? beside;
  return found?.resourceType === 'Medication' ? (found as Medication).code : undefined;
}
