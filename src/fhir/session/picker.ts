import type { Encounter, Patient } from 'fhir/r4';
import { list, text, words } from '../decode/parse.ts';
import { nameOf } from '../decode/patient.ts';
import type { FhirHttp } from '../http/contract.ts';
import { readPages } from '../read/pages.ts';
import type { Pages } from '../read/pages.ts';
import { LaunchError } from './launch-error.ts';

export interface FoundPatient {
  /** Logical id. */
  readonly id: string;
  readonly name: string;
  readonly birthDate: string | null;
}

export interface FoundEncounter {
  /** Logical id. */
  readonly id: string;
  /** "Office visit": type, else class. */
  readonly label: string;
  readonly start: string | null;
  readonly status: string;
}

/** Patients by words of their name, by birth date (`YYYY-MM-DD`), or both. @throws LaunchError `lookup`; FhirFault */
export async function searchPatients(http: FhirHttp, typed: string, signal: AbortSignal): Promise<readonly FoundPatient[]> {
  const parts = typed.trim().split(/\s+/).filter((part) => part !== '');
  const dates = parts.filter((part) => /^\d{4}-\d{2}-\d{2}$/.test(part));
  const names = parts.filter((part) => !dates.includes(part));
  if (parts.length === 0) return [];
  const query = [...names.map((name) => `name=${encodeURIComponent(name)}`), ...dates.map((date) => `birthdate=${date}`)].join('&');
  const found = whole(await readPages((url) => http.request({ method: 'GET', url, signal }), 'Patient', `Patient?${query}&_count=50`, { base: http.base, patient: null, mostPages: 1 }));
  return (found as readonly Patient[])
    .flatMap((patient) => (patient.id === undefined ? [] : [{ id: patient.id, name: nameOf(patient.name) ?? 'Name not known', birthDate: text(patient.birthDate) }]))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** A patient's encounters, newest first. @param patient logical id @throws LaunchError `lookup`; FhirFault */
export async function listEncounters(http: FhirHttp, patient: string, signal: AbortSignal): Promise<readonly FoundEncounter[]> {
  const reference = `Patient/${patient}`;
  const found = whole(await readPages((url) => http.request({ method: 'GET', url, signal }), 'Encounter', `Encounter?patient=${encodeURIComponent(reference)}&_count=100`, { base: http.base, patient: reference, mostPages: 3 }));
  return (found as readonly Encounter[])
    .flatMap((encounter) => (encounter.id === undefined ? [] : [{ id: encounter.id, label: labelOf(encounter), start: text(encounter.period?.start), status: text(encounter.status) ?? 'unknown' }]))
    .toSorted((a, b) => (b.start ?? '').localeCompare(a.start ?? ''));
}

/** What was found, if only in part; a search that brought nothing because it failed is no empty list. */
function whole({ resources, ending }: Pages): Pages['resources'] {
  if (ending.status !== 'read' && resources.length === 0) throw new LaunchError('lookup', ending.why ?? 'The EHR did not answer.', 'Try again, or open the app from the chart.');
  return resources;
}

function labelOf(encounter: Encounter): string {
  const type = list(encounter.type).map(words).find((name) => name !== null);
  return type ?? text(encounter.class?.display) ?? CLASSES[text(encounter.class?.code) ?? ''] ?? 'Visit';
}

const CLASSES: Readonly<Record<string, string>> = {
  AMB: 'Office visit', VR: 'Video or telephone visit', EMER: 'Emergency visit', OBSENC: 'Observation stay', IMP: 'Hospital stay', ACUTE: 'Hospital stay', NONAC: 'Hospital stay', HH: 'Home visit',
};
