import type { HumanName, Patient } from 'fhir/r4';
import type { PatientFacts } from '../../domain/model/index.ts';
import { list, sourceOf, text } from './parse.ts';

export function decodePatient(patient: Patient): PatientFacts {
  const sex = text(patient.gender);
  return {
    source: sourceOf(patient),
    birthDate: text(patient.birthDate),
    sex: sex === 'male' || sex === 'female' ? sex : 'unknown',
    displayName: nameOf(patient.name),
  };
}

/** The official name, else the usual one, else the first that is not old. */
export function nameOf(names: readonly HumanName[] | undefined): string | null {
  const usable = list(names).filter((name) => name.use !== 'old');
  const name = usable.find((n) => n.use === 'official') ?? usable.find((n) => n.use === 'usual') ?? usable[0];
  if (name === undefined) return null;
  const parts = [...list(name.prefix), ...list(name.given), text(name.family), ...list(name.suffix)];
  return text(name.text) ?? text(parts.filter((part) => typeof part === 'string').join(' '));
}
