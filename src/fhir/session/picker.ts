import type { Encounter, Patient } from 'fhir/r4';
import { list, text, words } from '../decode/parse.ts';
import { nameOf } from '../decode/patient.ts';
import type { FhirHttp, FhirReply } from '../http/contract.ts';
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
  const query = new URLSearchParams([...names.map((name) => ['name', name]), ...dates.map((date) => ['birthdate', date]), ['_count', '50']]).toString();
  const found = whole(await readPages((url) => searchPrivately(http, url, query, signal), 'Patient', 'Patient/_search', { base: http.base, patient: null, mostPages: 1 }));
  return (found as readonly Patient[])
    .flatMap((patient) => (patient.id === undefined ? [] : [{ id: patient.id, name: nameOf(patient.name) ?? 'Name not known', birthDate: text(patient.birthDate) }]))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** By POST, so that names and birth dates stay out of addresses and the logs that keep them; by GET where the server takes no POST. */
async function searchPrivately(http: FhirHttp, url: string, query: string, signal: AbortSignal): Promise<FhirReply> {
  const reply = await http.request({ method: 'POST', url, body: query, headers: { 'content-type': 'application/x-www-form-urlencoded' }, signal });
  return NO_POST.has(reply.status) ? http.request({ method: 'GET', url: `Patient?${query}`, signal }) : reply;
}

const NO_POST: ReadonlySet<number> = new Set([400, 404, 405]);

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
